"""What no rule can place is told by its meaning: the stretches of an opening, and what is told out of turn."""

from collections.abc import Mapping, Sequence

import pytest

from coaching.understanding import Understanding
from journey.hearing import Context, Heard, Intent
from journey.profile import Fact, Limits, Profile
from journey.profile import ProfileField as F
from journey.stretches import Stretch
from journey.topics import Topic

SOLD, SERVED, NEITHER = Stretch(0.9, 0.1, 0.0), Stretch(0.1, 0.9, 0.0), Stretch(0.0, 0.1, 0.9)


class Told:
    """Meanings as they are told to it."""

    def __init__(self, stretches: dict[str, Stretch] | None = None, question: str = "none", sure: float = 1.0) -> None:
        self._stretches, self._answering = stretches or {}, {question: sure}
        self.asked: list[str] = []

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        self.asked += texts
        return [self._stretches.get(text, NEITHER) for text in texts]

    def answering(self, text: str, /) -> Mapping[str, float]:
        self.asked.append(text)
        return self._answering


def hear(sectors, meanings: Told, text: str, asking: Topic, **told: object) -> Heard:
    facts = {F(name): Fact(value=value, evidence=1) for name, value in told.items()}
    context = Context(asking=asking, question=asking.value, profile=Profile(facts=facts))
    return Understanding(sectors, meanings).hear(text, context)


def values(heard: Heard) -> dict[F, object]:
    return {fact.field: fact.value for fact in heard.facts}


def test_an_opening_without_verbs_tells_what_is_sold_and_to_whom(sectors):
    told = Told({"hedge laying": SOLD, "landowners and the odd council": SERVED})
    heard = values(hear(sectors, told, "Hedge laying, £14 a metre. Landowners and the odd council", Topic.BUSINESS))
    assert heard[F.OFFER] == "Hedge laying"
    assert heard[F.PERSONA_SITUATION] == "Landowners and the odd council"


def test_a_list_is_one_offer(sectors):
    told = Told({"new sails": SOLD, "repairs": SOLD, "storage": SOLD})
    heard = hear(sectors, told, "sailmaker in Kinsale: new sails, repairs, storage", Topic.BUSINESS)
    assert values(heard)[F.OFFER] == "new sails, repairs, storage"


def test_whom_a_thing_is_for_stays_with_the_thing_and_is_told_apart(sectors):
    told = Told({"wigs": SOLD, "bald giants": SERVED})
    heard = values(hear(sectors, told, "wigs for bald giants", Topic.BUSINESS))
    assert heard[F.OFFER] == "wigs for bald giants"
    assert heard[F.PERSONA_SITUATION] == "bald giants"


def test_an_offer_that_the_words_hardly_tell_gives_way_to_one_they_do(sectors):
    told = Told({"taxidermy": SOLD, "go on laugh": NEITHER})
    heard = hear(sectors, told, "Taxidermy. Go on laugh. Norwich", Topic.BUSINESS)
    assert values(heard)[F.OFFER] == "Taxidermy"


def test_an_offer_does_not_give_way_to_the_name_of_the_trade(sectors):
    told = Told({"small yoga studio": SOLD, "beginner classes": NEITHER})
    heard = hear(sectors, told, "I run a small yoga studio in Leeds, beginner classes for 12 pounds", Topic.BUSINESS)
    assert values(heard)[F.OFFER] == "beginner classes"


def test_what_the_rules_took_is_not_asked_about(sectors):
    told = Told()
    hear(sectors, told, "bakkerij in Gent", Topic.BUSINESS)
    assert told.asked == []


@pytest.mark.parametrize(
    ("text", "field"),
    [("they think the horse will bolt", F.PERSONA_PAIN), ("zweethanden van de drempel", F.PERSONA_PAIN)],
)
def test_what_is_told_out_of_turn_answers_the_question_it_is_about(sectors, text, field):
    heard = hear(sectors, Told(question="persona_pain"), text, Topic.EMAIL)
    assert values(heard) == {field: text}


def test_hours_told_out_of_turn_are_hours(sectors):
    heard = hear(sectors, Told(question="hours"), "een goeie drie zal het wel zijn", Topic.USP, usp="snel")
    assert values(heard) == {F.CONSTRAINTS: Limits(hours_per_week=3)} or heard.intent is not Intent.UNCLEAR


def test_an_answer_that_any_words_might_be_gives_way_to_the_question_they_surely_answer(sectors):
    text = "most of them find me through the parents' facebook group"
    assert values(hear(sectors, Told(question="channels"), text, Topic.PERSONA_PAIN)) == {
        F.CHANNELS_CURRENT: ("facebook_group",)
    }


def test_an_age_beside_the_question_is_not_all_that_is_told_of_customers(sectors):
    text = "dames van een jaar of 60 die niet graag ver rijden"
    heard = values(hear(sectors, Told(question="persona"), text, Topic.GOAL))
    assert heard[F.PERSONA_SITUATION] == text
    assert F.PERSONA_AGE in heard


def test_words_that_may_well_answer_the_open_question_do(sectors):
    text = "they only ever look at facebook and then they worry"
    told = Told(question="channels", sure=0.1)
    assert values(hear(sectors, told, text, Topic.PERSONA_PAIN))[F.PERSONA_PAIN] == text


def test_what_is_about_customers_answers_whatever_was_asked_about_them(sectors):
    text = "dat ze er achteraf alleen voor staan"
    assert F.PERSONA_PAIN in values(hear(sectors, Told(question="persona_need"), text, Topic.PERSONA_PAIN))


def test_many_words_that_surely_answer_no_question_are_no_answer(sectors):
    text = "zo, eerst nog een koffie en dan de poes eten geven"
    assert values(hear(sectors, Told(question="none"), text, Topic.USP)) == {}


@pytest.mark.parametrize("text", ["of er niet te veel lawaai is 's nachts", "whether the child already has the book"])
def test_words_that_hang_on_the_question_are_its_answer(sectors, text):
    assert F.PERSONA_PAIN in values(hear(sectors, Told(question="none"), text, Topic.PERSONA_PAIN))


def test_quiet_days_may_be_what_a_goal_is_about(sectors):
    text = "locals coming in out of season, it's dead from november"
    assert F.GOAL in values(hear(sectors, Told(question="days"), text, Topic.GOAL))


def test_few_words_are_an_answer_since_their_meaning_says_little(sectors):
    assert values(hear(sectors, Told(question="none"), "vooral kwaliteit", Topic.USP)) == {F.USP: "kwaliteit"}


def test_at_the_summary_it_says_which_part_is_to_be_put_right(sectors):
    text = "the thank you card is from before we moved, these days it goes on with a whole other thing after a while"
    heard = hear(sectors, Told(question="aftercare"), text, Topic.CONFIRM, aftercare="a thank you card")
    assert (heard.intent, heard.about) == (Intent.CORRECT, Topic.AFTERCARE)


def test_a_question_is_no_answer_whatever_it_is_about(sectors):
    heard = hear(sectors, Told(question="price"), "en wat kost dat dan allemaal?", Topic.USP)
    assert F.PRICE not in values(heard)


def test_days_told_where_no_hours_are_asked_are_not_those_for_this_work(sectors):
    heard = hear(sectors, Told(question="hours"), "Tuesday and Thursday mornings", Topic.CONFIRM)
    assert F.CONSTRAINTS not in values(heard)
