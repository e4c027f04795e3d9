"""Questions about the talk itself, in words that no pattern fits, and what is answered to them."""

import pytest

from coaching.aside import aside_in
from coaching.explaining import explained
from coaching.readers import readers_reply
from coaching.thinking import Errand
from journey.asides import ASIDES, Follow, Theory
from journey.hearing import Heard, Intent
from journey.moves import ExplainQuestion
from journey.profile import Profile
from journey.state import Phase
from knowledge.asides import asides_of, load_asides
from knowledge.records import BrokenRecordError
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import heard, talking

NL = Words("nl")


def told(text, said=None, **state):
    return aside_in(said or Heard(intent=Intent.UNCLEAR), text, talking(**state), FakeLibrary())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("leest er iemand mee?", Intent.WHO_READS),
        ("is het nog ver", Intent.HOW_LONG),
        ("met wie praat ik hier eigenlijk", Intent.ROBOT),
    ],
)
def test_a_question_about_the_talk_is_told_by_its_meaning(text, intent):
    assert told(text).intent is intent


def test_a_question_back_is_about_the_question_that_stands_open():
    state = talking(open="usp")
    assert told("maakt dat echt iets uit?", open="usp").about is state.asking


def test_what_is_about_something_else_stays_as_it_was_heard():
    said = heard(Intent.THEORY, question="wat is een touchpoint?")
    assert told("wat is een touchpoint?", said) == said


def test_a_question_taken_for_an_answer_gives_no_fact():
    assert told("leest er iemand mee?", heard(persona_situation="leest er iemand mee")).facts == ()


def test_facts_told_beside_a_question_are_kept():
    said = heard(Intent.THEORY, location="Gent", question="leest er iemand mee?")
    assert told("we zitten in Gent. leest er iemand mee?", said).facts == said.facts


@pytest.mark.parametrize(
    "text", ["moet ik op tiktok?", "wa moet ek doen?", "wat moet ik nu doen?", "should I be on instagram?"]
)
def test_what_the_plan_is_made_for_is_no_theory_before_there_is_one(text):
    said = heard(Intent.THEORY, question=text)
    assert told(text, said, open="goal").intent is Intent.IN_PLAN
    assert told(text, said, phase=Phase.PLANNED).intent is Intent.THEORY


def test_examples_asked_for_at_an_open_question_are_examples_of_an_answer_to_it():
    assert told("geef eens een voorbeeld", open="usp").intent is Intent.DONT_KNOW
    assert told("geef eens een voorbeeld", open="hours").intent is Intent.UNCLEAR
    assert told("geef eens een voorbeeld", open="usp", theory=Theory(question="wat is see?")).follow is Follow.EXAMPLE


def test_going_on_is_only_heard_right_after_an_answer():
    assert told("en daarna?").intent is Intent.UNCLEAR
    assert told("en daarna?", theory=Theory(question="wat is see?")).follow is Follow.NEXT


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_aside_has_wordings(language):
    assert set(asides_of(language)) == set(ASIDES)


def test_an_unknown_kind_of_aside_is_refused(tmp_path):
    (tmp_path / "nl.yaml").write_text("gossip: [wist je dat]")
    with pytest.raises(BrokenRecordError, match="meaning, why"):
        load_asides(tmp_path / "nl.yaml")


class TestExplaining:
    def test_an_explanation_takes_its_example_from_the_trade(self, sectors):
        text = explained(ExplainQuestion(question="usp", how="advice"), NL, Profile(), sectors["bakery"]).text
        assert text.startswith(NL.say("explain.usp.advice"))
        assert sectors["bakery"].nl.examples.usp[1] in text

    def test_channels_are_explained_by_those_of_the_trade(self, sectors):
        text = explained(ExplainQuestion(question="channels", how="meaning"), NL, Profile(), sectors["bakery"]).text
        assert "winkel of toonbank, etalage" in text

    def test_why_a_trade_has_its_question_is_told_by_its_pack(self, sectors):
        text = explained(ExplainQuestion(question="trade", how="why"), NL, Profile(), sectors["bakery"]).text
        assert text == NL.fill(sectors["bakery"].nl.question.why)

    def test_advice_about_the_model_names_it_with_a_reason(self, sectors):
        text = explained(ExplainQuestion(question="model", how="advice"), NL, Profile(), sectors["bakery"]).text
        assert "See-Think-Do-Care" in text
        assert "klanten vaak terug" in text


class Model:
    """A language model of which only some errands are switched on."""

    def __init__(self, *errands):
        self._errands = errands

    def does(self, errand):
        return errand in self._errands


class TestWhoReads:
    def test_the_coach_of_an_owner_is_named(self):
        assert "Sara Maes leest als je coach mee en" in readers_reply("Sara Maes", None, NL).text

    def test_without_a_coach_whoever_runs_the_program_may_read(self):
        assert NL.say("privacy.nobody_named") in readers_reply("", None, NL).text

    @pytest.mark.parametrize(("errands", "said"), [((), False), ((Errand.THEORY,), True)])
    def test_a_language_model_is_named_where_it_is_asked_anything(self, errands, said):
        assert (NL.say("privacy.model") in readers_reply("", Model(*errands), NL).text) is said
