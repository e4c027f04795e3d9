"""Questions about the talk itself, in words that no pattern fits, and what is answered to them."""

import pytest

from coaching.aside import aside_in, asks_about_question, may_be_aside, not_of_question
from coaching.explaining import explained
from coaching.readers import readers_reply
from coaching.thinking import Errand
from journey.asides import ASIDES, Aside, Follow, Theory
from journey.hearing import Context, Heard, Intent
from journey.moves import ExplainQuestion
from journey.profile import Profile
from journey.state import Phase
from journey.topics import Topic
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


@pytest.mark.parametrize("kind", ["how_long", "cost"])
@pytest.mark.parametrize("text", ["meer sportblessures", "of gin prijs geeft", "meer kleine klusjes"])
def test_what_asks_nothing_and_speaks_of_no_length_or_cost_is_not_about_the_talk(text, kind):
    class Near(FakeLibrary):
        def asides(self, question, language):
            return (Aside(kind=kind, over_answers=0.05, over_questions=0.05),)

    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(), Near()).intent is Intent.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "wa is 't verschil tussen see en think",
        "whats the diffrence between see and think",
        "leg het verschil tussen think en see eens uit",
        "see tegenover think, wat is het onderscheid",
    ],
)
def test_a_question_of_theory_without_its_mark_is_no_aside(text):
    assert nearing(text, near={"advice": 0.03}, over_questions=-0.04).intent is Intent.THEORY


def test_what_they_ask_for_it_is_not_how_many_questions(understanding):
    heard = understanding.hear("hoeveel vragen jullie daarvoor", Context(question="hours"))
    assert heard.intent is not Intent.HOW_LONG


@pytest.mark.parametrize(("text", "erases"), [("smijt alles maar weg", True), ("haal die strepen weg", False)])
def test_only_what_is_kept_of_somebody_is_erased(text, erases):
    assert (nearing(text, near={"delete": 0.05}).intent is Intent.DELETE) is erases


class Near(FakeLibrary):
    """A library in which every message is so much nearer to these kinds of aside than to answers, and to questions."""

    def __init__(self, near, over_questions):
        super().__init__()
        self._near, self._over_questions = near, over_questions

    def asides(self, text, language):
        return tuple(
            Aside(kind=kind, over_answers=near, over_questions=self._over_questions)
            for kind, near in self._near.items()
        )


def nearing(text, said=None, *, near, over_questions=0.05, **state):
    return aside_in(said or Heard(intent=Intent.UNCLEAR), text, talking(**state), Near(near, over_questions))


class TestHowNear:
    ANSWER = heard(aftercare="daar vraagt ge mij iets")

    def test_an_answer_is_kept_unless_it_is_far_nearer_to_an_aside(self):
        assert nearing("daar vraagt ge mij iets", self.ANSWER, near={"dont_know": 0.01}) == self.ANSWER

    def test_what_is_said_of_the_talk_is_no_answer(self):
        said = nearing("daar vraagt ge mij iets", self.ANSWER, near={"dont_know": 0.04}, open="aftercare")
        assert (said.intent, said.facts, said.about) == (Intent.DONT_KNOW, (), Topic.AFTERCARE)

    def test_less_is_asked_of_what_nothing_was_made_of(self):
        assert nearing("dat zijn mijn zaken", near={"skip": 0.01}).intent is Intent.SKIP

    def test_a_talk_is_not_broken_off_for_what_is_hardly_nearer(self):
        nothing = heard(Intent.UNCLEAR)
        assert nearing("zelfde dag klaar", nothing, near={"stop": 0.015}) == nothing
        assert nearing("ik kap er nu mee", nothing, near={"stop": 0.03}).intent is Intent.STOP

    def test_a_question_must_be_nearer_to_asides_than_to_other_questions_too(self):
        question = heard(Intent.THEORY, question="hoe lang duurt een campagne?")
        assert nearing(question.question, question, near={"how_long": 0.05}).intent is Intent.HOW_LONG
        assert nearing(question.question, question, near={"how_long": 0.05}, over_questions=0.0) == question

    def test_a_kind_that_makes_no_sense_here_gives_way_to_the_next(self):
        near = {"agree": 0.06, "thanks": 0.05}
        assert nearing("mooi gedaan zo", near=near, open="usp").intent is Intent.THANKS
        assert nearing("mooi gedaan zo", near=near, open="confirm").intent is Intent.YES

    def test_what_does_not_agree_at_the_summary_is_a_no(self):
        assert nearing("er staan nog dingen scheef in", near={"disagree": 0.03}, open="confirm").intent is Intent.NO

    @pytest.mark.parametrize("text", ["The Meeple's Rest", "zelfde dag klaar"])
    def test_words_that_tell_of_no_leaving_never_end_the_talk(self, text):
        assert nearing(text, near={"stop": 0.06}).intent is Intent.UNCLEAR

    def test_who_is_called_away_may_leave_in_any_words(self):
        assert nearing("mijn batterij is bijna leeg", near={"stop": 0.06}).intent is Intent.STOP


class TestWhenItsMeaningIsLookedAt:
    @pytest.mark.parametrize(
        "said",
        [
            heard(price="35 euro"),
            heard(location="Gent", persona_need="rust"),
            heard(Intent.STOP),
            heard(Intent.UNCLEAR, private=True),
        ],
    )
    def test_never_that_of_a_plain_answer_or_a_known_wish(self, said):
        assert not may_be_aside(said, "bij ons kost dat 35 euro", talking())

    def test_that_of_an_answer_that_any_words_could_be(self):
        assert may_be_aside(heard(persona_need="kvalt hier in slaap"), "kvalt hier in slaap", talking())

    def test_not_of_a_word_or_two(self):
        assert not may_be_aside(heard(offer="verse bloemen"), "verse bloemen", talking())


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


@pytest.mark.parametrize(
    "text",
    [
        "hoe krijgde nu iemand zover dat hem een goeie review zet zonder te zagen",
        "mag ik mensen zomaar een sms sturen, of is da privacy",
        "kan ne mens klanten opbellen die al lang nie meer geweest zijn",
        "kheb één rotte recensie op google, moet ik daar wat mee",
        "ja hoe vaak moet ge eigenlijk zo'n mail sturen naar de mensen",
        "is a journey thing worth it for one man with a car",
        "can I just text people or is that against the law",
    ],
)
def test_words_about_the_plan_that_ask_something_are_a_question(understanding, text):
    said = understanding.hear(text, Context(asking=Topic.PLAN_FEEDBACK, question="feedback"))
    found = aside_in(said, text, talking(phase=Phase.PLANNED, open="feedback"), Near({}, 0))
    assert (found.intent, found.facts) == (Intent.THEORY, ())


@pytest.mark.parametrize(
    "text",
    [
        "er staat overal sanitair, kunt ge daar iets aan doen",
        "in januari staat er niks in dat plan",
        "kan ik niet doen",
    ],
)
def test_what_wants_something_done_or_denies_is_no_question(understanding, text):
    said = understanding.hear(text, Context(asking=Topic.PLAN_FEEDBACK, question="feedback"))
    found = aside_in(said, text, talking(phase=Phase.PLANNED, open="feedback"), Near({}, 0))
    assert found.intent is not Intent.THEORY


@pytest.mark.parametrize(
    "text",
    ["waarom ze komen: ge wordt hier niet opgejaagd", "why choose me: patient, never shout", "wat ik verkoop: taart"],
)
def test_a_name_with_an_answer_behind_it_is_no_question(text):
    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(), Near({}, 0)).intent is Intent.UNCLEAR


@pytest.mark.parametrize(
    "text",
    ["what do I say back when somebody leaves a bad review", "wat moet ik zeggen als er iemand klaagt op google"],
)
def test_a_long_question_once_the_plan_is_there_is_about_the_journey(text):
    said = Heard(intent=Intent.MEANING, about=Topic.PLAN_FEEDBACK, question=text)
    assert not_of_question(said, text, talking(phase=Phase.PLANNED, open="feedback")).intent is Intent.THEORY


def test_a_word_that_the_question_puts_apart_is_of_the_question():
    said = Heard(intent=Intent.MEANING, question="wat bedoel je met tegenkomen?")
    assert asks_about_question(said, talking(open="channels"))


@pytest.mark.parametrize(
    "text",
    [
        *("waarom vraagde da?", "vanwaar die vraag", "wat heeft mijn budget daarmee te maken"),
        *("what do you need that for", "waarvoor moede dat weten", "what has my budget got to do with it"),
    ],
)
def test_why_something_is_asked_is_heard_in_dialect_too(understanding, text):
    assert understanding.hear(text, Context(asking=Topic.CONSTRAINTS, question="money")).intent is Intent.WHY


@pytest.mark.parametrize(
    "text",
    [
        "Villa Rosa in Durbuy. Kan u ons meer gasten bezorgen in de week?",
        "can you get me more customers in winter? I run a cafe in Leeds",
        "kunt ge mij helpen aan meer volk op dinsdag? ik heb een frituur in Aalst",
    ],
)
def test_who_asks_the_coach_for_more_customers_asks_no_theory(understanding, text):
    assert understanding.hear(text, Context(asking=Topic.BUSINESS, question="business")).intent is Intent.INFORM


@pytest.mark.parametrize(
    "text", ["kan je mij meer vertellen over nieuwsbrieven?", "could you tell me more about reviews?"]
)
def test_who_wants_to_know_more_asks_theory(understanding, text):
    assert understanding.hear(text, Context(asking=Topic.BUSINESS, question="business")).intent is Intent.THEORY


def test_a_question_that_leans_on_what_stands_before_it_is_asked_whole(understanding):
    text = "ik zou graag met zo'n lijst beginnen. hoe begint ne mens daaraan?"
    assert understanding.hear(text, Context(asking=Topic.EMAIL, question="email")).question == text


class NearTo(FakeLibrary):
    """A library in which everything is near one kind of aside."""

    def __init__(self, kind):
        self._kind = kind

    def asides(self, question, language):
        return (Aside(kind=self._kind, over_answers=0.05, over_questions=0.05),)


@pytest.mark.parametrize(
    "text",
    [
        "hoevele mag k vragen vor een offerte, is da normaal da je da gratis doet",
        "mag ik geld vragen voor een plaatsbezoek",
        "what do people charge for a quote",
        "do my customers pay for a sample",
    ],
)
def test_what_an_owner_asks_of_customers_is_no_question_about_what_the_coach_costs(text):
    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(), NearTo("cost")).intent is not Intent.COST


@pytest.mark.parametrize("text", ["moet ik hier iets voor betalen", "is it free then"])
def test_what_the_coach_costs_is_still_asked(text):
    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(), NearTo("cost")).intent is Intent.COST


@pytest.mark.parametrize("text", ["call them patients", "noem ze gasten", "please call customers guests"])
def test_what_customers_are_to_be_called_does_not_ask_who_the_coach_is(text):
    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(), NearTo("robot")).intent is not Intent.ROBOT


@pytest.mark.parametrize("text", ["waarvoor moet ge da allemaal weten", "what d'you need all that for"])
def test_why_all_of_it_is_asked_is_about_everything(text):
    assert aside_in(Heard(intent=Intent.UNCLEAR), text, talking(open="offer"), NearTo("why")).about is Topic.CONFIRM


def test_why_all_of_it_is_asked_is_answered_once_there_is_a_plan_too():
    asked = Heard(intent=Intent.WHY, about=Topic.CONFIRM, question="waarom moest je dat nu allemaal van mij weten")
    assert not_of_question(asked, asked.question, talking(phase=Phase.PLANNED, open="feedback")) == asked
