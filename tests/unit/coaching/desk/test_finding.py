"""Words as search sees them, and snippets around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.desk.finding import Wanted, snippet, wanted, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Één CRÈME brûlée!", ["een", "creme", "brulee"]),
        ("e-mail_adres 35euro", ["e", "mail", "adres", "35euro"]),
        ("Straße ﬁjn ½", ["strasse", "fijn", "1", "2"]),
        ("дом Дом", ["дом"]),
        ("🥐 … --", []),
        ("a" * 60, ["a" * 40]),
    ],
)
def test_words_have_neither_case_nor_accents(text, words):
    assert words_in(text) == words


def test_a_query_is_words_and_beginnings_of_words():
    assert wanted('"Taart*" Brood taart*') == (Wanted(word="taart", begins=True), Wanted(word="brood"))
    assert len(wanted(" ".join(map(str, range(50))))) == 8


def test_a_snippet_marks_every_hit_in_it():
    pieces = snippet("Taart, taart en geen taarten.", wanted("taart"))
    assert [piece.text for piece in pieces if piece.hit] == ["Taart", "taart"]
    assert "".join(piece.text for piece in pieces) == "Taart, taart en geen taarten."


def test_a_snippet_without_a_hit_is_the_beginning():
    assert [piece.text for piece in snippet("Zomaar iets", wanted("taart"))] == ["Zomaar iets"]


@given(st.text(max_size=400), st.text(max_size=20))
def test_a_snippet_is_short_and_a_part_of_its_text(text, query):
    shown = "".join(piece.text for piece in snippet(text, wanted(query)))
    assert shown.strip("…") in " ".join(text.split())
    assert len(shown) <= 162


@given(st.text(max_size=200))
def test_what_stands_in_a_text_is_found_in_it(text):
    for word in words_in(text)[:8]:
        assert any(each.fits(word) for each in wanted(word))
