import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.formatting import CAPTION_LIMIT, TEXT_LIMIT, escaped, keyboard, length, parcels, split
from coaching.message import Button, Reply
from tests.telegram.fake_markup import plain, units

BUTTONS = ((Button(label="Ja", payload="yes"),),)
FILE = ("plan.md", b"# Plan")


def test_a_short_text_is_one_piece() -> None:
    assert split(" hallo \n") == ("hallo",)


@pytest.mark.parametrize("blank", ["", " ", "\n\n"])
def test_a_blank_text_is_no_message(blank: str) -> None:
    assert split(blank) == ()
    assert parcels(Reply(text=blank)) == ()


@pytest.mark.parametrize("seam", ["\n\n", "\n", ". ", " "])
def test_a_text_is_cut_at_the_best_seam_there_is(seam: str) -> None:
    part = "x" * 40
    pieces = split(seam.join([part] * 5), limit=100)
    assert [piece.rstrip(".") for piece in pieces] == [f"{part}{seam}{part}"] * 2 + [part]


def test_a_paragraph_near_the_start_is_no_place_to_cut() -> None:
    assert split(f"Dag\n\n{'woord ' * 30}", limit=100)[0].startswith("Dag\n\nwoord")


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_no_word_is_lost_and_no_piece_too_long(text: str) -> None:
    pieces = split(text, limit=50)
    assert all(0 < units(piece) <= 50 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(st.text(max_size=100))
@settings(max_examples=60)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    assert plain(escaped(text)) == text


def test_length_counts_as_telegram_does() -> None:
    assert length("a😀") == 3
    assert [units(piece) for piece in split("😀" * 3000)] == [TEXT_LIMIT, 6000 - TEXT_LIMIT]


def test_a_short_text_is_the_caption_of_its_document() -> None:
    (parcel,) = parcels(Reply(text="Hier is je plan", buttons=BUTTONS), FILE)
    assert (parcel.text, parcel.document, parcel.buttons) == ("Hier is je plan", FILE, BUTTONS)


def test_a_text_too_long_for_a_caption_goes_before_its_document() -> None:
    text, document = parcels(Reply(text="x" * (CAPTION_LIMIT + 1), buttons=BUTTONS), FILE)
    assert (len(text.text), text.document, text.buttons) == (CAPTION_LIMIT + 1, None, ())
    assert (document.text, document.document, document.buttons) == ("", FILE, BUTTONS)


def test_a_document_without_words_is_sent_without_a_caption() -> None:
    (parcel,) = parcels(Reply(text=""), FILE)
    assert (parcel.text, parcel.document) == ("", FILE)


def test_no_buttons_are_no_keyboard() -> None:
    assert keyboard(()) is None
    assert keyboard(BUTTONS).inline_keyboard[0][0].callback_data == "yes"
