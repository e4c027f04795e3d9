"""Every text is there in every language and renders in every form of address."""

import re

import pytest

from journey.channels import CHANNELS
from journey.choice import REASONS
from journey.keys import LANGUAGES, Address, Audience, Goal
from journey.models import MODELS
from journey.plan import Basis
from journey.profile import ProfileField
from journey.state import Pending
from journey.topics import FIELDS, QUESTIONS, Topic
from prompts.slots import OPTIONAL, REQUIRED, sample
from prompts.template import BrokenTextError, render
from prompts.words import Words, texts

EVERY = [(language, key) for language in LANGUAGES for key in sorted(texts(language))]
SLOT = re.compile(r"\{\{\s*(\w+)")


def slots(text):
    return set(SLOT.findall(text)) | set(re.findall(r"\{%\s*(?:el)?if (\w+)", text))


def shared(language):
    return {key for key in texts(language) if not key.startswith("customer.")}


def test_both_languages_have_the_same_texts():
    assert shared("nl") ^ shared("en") == {key for key in shared("nl") ^ shared("en") if key.startswith("error.")}


def test_errors_are_told_in_english_at_least():
    assert {key for key in texts("nl") if key.startswith("error.")} <= set(texts("en"))


@pytest.mark.parametrize("key", sorted(shared("nl") & shared("en")))
def test_a_text_has_the_same_slots_in_both_languages(key):
    dutch, english = ({slot for text in texts(lang)[key] for slot in slots(text)} for lang in LANGUAGES)
    assert dutch == english


@pytest.mark.parametrize("address", Address)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_renders_in_every_form_of_address(language, address):
    for key, variants in texts(language).items():
        for text in variants:
            values = dict.fromkeys(slots(text), "3")
            said = render(text, address, **values)
            assert said, key
            assert not re.search(r"[{}]|\|", said), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_puts_one_question_at_most(language):
    for key, variants in texts(language).items():
        for text in variants:
            assert render(text, **dict.fromkeys(slots(text), "x")).count("?") <= 1, key


@pytest.mark.parametrize("language", LANGUAGES)
class TestNothingIsMissing:
    def has(self, language, *keys):
        missing = [key for key in keys if key not in texts(language)]
        assert missing == []

    def test_questions(self, language):
        for question in QUESTIONS.values():
            self.has(language, f"ask.{question.key}", f"again.{question.key}")
            self.has(language, *(f"explain.{question.key}.{how}" for how in ("meaning", "why", "advice")))
            if question.open:
                self.has(language, f"probe.{question.key}")
            if question.topic not in (Topic.CHANNELS, Topic.MODEL):
                self.has(language, *(f"option.{question.key}.{value}" for value in question.options))

    def test_vocabulary(self, language):
        self.has(language, *(f"reason.{key}" for key in (*REASONS, "default")))
        self.has(language, *(f"{kind}.{model}" for model in MODELS for kind in ("model", "limits", "model_why")))
        self.has(language, *(f"stage.{m.key}.{s.key}" for m in MODELS.values() for s in m.stages))
        self.has(language, *(f"channel.{channel}" for channel in CHANNELS))
        self.has(language, *(f"field.{field}" for field in ProfileField))
        self.has(language, *(f"field.{fields[0]}" for fields in FIELDS.values()))
        self.has(language, *(f"value.audience.{audience}" for audience in Audience))
        self.has(language, *(f"value.goal.{goal}" for goal in Goal))
        self.has(language, *(f"value.form_of_address.{address}" for address in Address))
        self.has(language, *(f"export.basis.{basis}" for basis in Basis))
        self.has(language, *(f"day.{day}" for day in range(1, 7)), *(f"day_also.{day}" for day in range(1, 7)))

    def test_steps_of_the_talk(self, language):
        self.has(
            language, *(f"confirm.{pending}" for pending in Pending), *(f"button.{pending}" for pending in Pending)
        )
        media = ("voice", "photo", "sticker", "document", "location")
        self.has(language, *(f"media.{medium}{how}" for medium in media for how in ("", "_captioned")))
        self.has(language, *(f"countdown.{n}" for n in ("several", "one", "none")))

    def test_every_text_that_code_asks_for_by_a_plain_key(self, language):
        for key in _keys_in_code():
            assert key in texts(language), key


def _keys_in_code():
    from pathlib import Path

    root = Path(__file__).parents[3]
    code = "\n".join(
        p.read_text() for folder in ("coaching", "exports", "journey") for p in (root / folder).rglob("*.py")
    )
    found = re.findall(r"""(?:\.say\(|Say\(key=|saying\()["']([a-z_.]+)["']""", code)
    return sorted(set(found))


@pytest.mark.parametrize("error", ["storage.unwritable", "storage.locked", "storage.corrupt", "storage.full"])
def test_an_error_names_the_place_and_the_mend(error):
    said = Words("en").say(f"error.{error}", place="/data", problem="it says")
    assert "/data" in said
    assert said.endswith(".")


def test_a_key_with_variants_rotates():
    said = {Words("nl", turn=turn).say("unclear") for turn in range(4)}
    assert len(said) == len(texts("nl")["unclear"]) > 1


def test_an_unknown_key_or_a_missing_slot_is_a_fault_of_ours():
    with pytest.raises(BrokenTextError, match="no text 'nope'"):
        Words("nl").say("nope")
    with pytest.raises(BrokenTextError):
        Words("nl").say("note.facts")
    with pytest.raises(BrokenTextError):
        render("{% if %}")


def test_forms_of_address_are_chosen():
    assert [render("{Heb je|Hebt u|Hebt ge} tijd?", a) for a in Address] == [
        "Heb je tijd?",
        "Hebt u tijd?",
        "Hebt ge tijd?",
    ]
    assert render("{je|u}", Address.GE) == "je"


def test_what_an_owner_wrote_is_never_interpreted():
    assert render("Je zei: {{ x }}", x="{{ 7*7 }} {je|u} {% if %}") == "Je zei: {{ 7*7 }} {je|u} {% if %}"


def test_items_are_listed_as_a_phrase():
    words = Words("en")
    assert [words.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_sample_of_every_slot(language):
    assert set(sample(language, full=True)) == {*REQUIRED, *OPTIONAL}
    assert not any(sample(language, full=False)[slot] for slot in OPTIONAL)


def test_a_slot_may_have_any_name():
    assert render("Op {{ address }}: {{ text }}", text="x", address="10.0.0.1") == "Op 10.0.0.1: x"
