"""What is told beside the open question is heard as the answer to its own."""

import pytest

from coaching.understanding.answers.beside import Beside
from coaching.understanding.channels.channels import Channels
from coaching.understanding.text.normalise import read
from journey.hearing import Context, Heard
from journey.keys import Goal
from journey.profile import EmailList, Fact, GoalFact, Limits, Profile
from journey.profile import ProfileField as F
from journey.topics import Topic


def heard_at(understanding, asking: Topic, text: str, question: str = "", **told: object) -> dict[F, object]:
    facts = {F(name): Fact(value=value, evidence=1) for name, value in told.items()}
    context = Context(asking=asking, question=question or asking.value, profile=Profile(facts=facts))
    heard: Heard = understanding.hear(text, context)
    return {fact.field: fact.value for fact in heard.facts}


@pytest.mark.parametrize(
    ("asking", "text", "field", "value"),
    [
        (Topic.GOAL, "£45 a dog roughly, more for doodles", F.PRICE, "£45 a dog roughly"),
        (Topic.PERSONA_PAIN, "about 120 emails from bookings", F.EMAIL_LIST, EmailList(has=True, size=120)),
        (Topic.PERSONA, "max 600 per jaar", F.CONSTRAINTS, Limits(euros_per_month=50)),
        (Topic.USP, "savonds een halfuurke als de kinderen slapen", F.CONSTRAINTS, Limits(hours_per_week=2.5)),
        (
            Topic.PERSONA_PAIN,
            "zestigplussers die graag fietsen",
            F.PERSONA_SITUATION,
            "zestigplussers die graag fietsen",
        ),
        (Topic.EMAIL, "koppels van rond de 30 die hun eerste huis verbouwen", F.PERSONA_AGE, "rond de 30"),
    ],
)
def test_an_answer_that_comes_late_is_heard_as_what_it_is(understanding, asking, text, field, value) -> None:
    facts = heard_at(understanding, asking, text)
    assert facts[field] == value
    assert not {F.GOAL, F.USP, F.PERSONA_PAIN} & facts.keys()


@pytest.mark.parametrize("text", ["klanten die vaker terugkomen", "jonge gezinnen die ons nog niet kennen"])
def test_who_is_to_come_is_part_of_a_goal(understanding, text) -> None:
    assert set(heard_at(understanding, Topic.GOAL, text)) == {F.GOAL}


def test_channels_are_heard_where_time_is_asked(understanding) -> None:
    text = "facebook and word of mouth, got a website but its rubbish"
    facts = heard_at(understanding, Topic.CONSTRAINTS, text, "hours")
    assert facts[F.CHANNELS_CURRENT] == ("facebook", "word_of_mouth", "website")


def test_a_goal_is_heard_where_channels_are_asked(understanding) -> None:
    goal = heard_at(understanding, Topic.CHANNELS, "id like to fill mondays and tuesdays, they're dead")[F.GOAL]
    assert isinstance(goal, GoalFact)
    assert goal.kind is Goal.QUIET_TIMES


def test_what_customers_fear_is_heard_where_money_is_asked(understanding) -> None:
    facts = heard_at(understanding, Topic.CONSTRAINTS, "they worry the dog will be stressed", "money")
    assert "stressed" in str(facts[F.PERSONA_PAIN])


def test_two_answers_in_one_message_are_both_heard(understanding) -> None:
    text = "meestal koppels van 35 tot 55 die verbouwen. ze zijn bang dat het te laat klaar is"
    facts = heard_at(understanding, Topic.CHANNELS, text)
    assert facts[F.PERSONA_SITUATION] == "koppels van 35 tot 55 die verbouwen"
    assert facts[F.PERSONA_PAIN] == "ze zijn bang dat het te laat klaar is"


@pytest.mark.parametrize(
    "text",
    [
        "Een uurtje. en de mensen zijn vooral zwangere vrouwen die voor het eerst breien",
        "een uurtje. 't zijn meestal zwangere vrouwen",
        "1 hour a week. they're mostly pregnant women",
    ],
)
def test_who_comes_is_heard_behind_the_hours_and_the_hours_stay(understanding, text) -> None:
    facts = heard_at(understanding, Topic.CONSTRAINTS, text, "hours")
    assert facts[F.CONSTRAINTS] == Limits(hours_per_week=1)
    assert "uur" not in str(facts[F.PERSONA_SITUATION])
    assert "hour" not in str(facts[F.PERSONA_SITUATION])


def answered(asking: Topic, text: str, question: str = "", **told: object) -> list[str]:
    facts = {F(name): Fact(value=value, evidence=1) for name, value in told.items()}
    context = Context(asking=asking, question=question or asking.value, profile=Profile(facts=facts))
    return [question for _, question in Beside(Channels()).answered(read(text), context, [])]


def test_what_may_answer_the_open_question_is_not_looked_for_elsewhere() -> None:
    text = "ze zijn bang dat een keuken vanaf 14.000 euro kost"
    assert answered(Topic.GOAL, text) == ["persona_pain", "price"]
    assert answered(Topic.PERSONA_PAIN, text) == []


def test_what_is_known_is_not_looked_for() -> None:
    text = "max 600 per jaar"
    assert answered(Topic.PERSONA, text) == ["money"]
    assert answered(Topic.PERSONA, text, constraints=Limits(euros_per_month=40)) == []


def test_owners_who_tell_of_themselves_say_nothing_of_their_customers(understanding) -> None:
    assert F.PERSONA_SITUATION not in heard_at(understanding, Topic.PERSONA, "ik restaureer oude meubels")


@pytest.mark.parametrize(
    "text", ["is there a catch", "wa bedoelt ge", "waar slaat dat nu op", "does anyone see this", "why on earth"]
)
@pytest.mark.parametrize("asking", [Topic.GOAL, Topic.USP, Topic.PERSONA])
def test_a_question_without_its_mark_is_no_answer(understanding, asking, text) -> None:
    assert not heard_at(understanding, asking, text)


def test_what_customers_ask_themselves_is_what_they_fear(understanding) -> None:
    assert heard_at(understanding, Topic.PERSONA_PAIN, "will it last") == {F.PERSONA_PAIN: "will it last"}


@pytest.mark.parametrize("question", ["hours", "money"])
@pytest.mark.parametrize(
    "text", ["women in their 40s", "mums aged 25 to 40", "we zijn met 3", "twee medewerkers en ik"]
)
def test_how_old_or_how_many_people_are_is_no_time_and_no_money(understanding, question, text) -> None:
    assert F.CONSTRAINTS not in heard_at(understanding, Topic.CONSTRAINTS, text, question)


@pytest.mark.parametrize(
    ("text", "asking", "field"),
    [
        ("of het pijn doet en of ik wel proper werk", "channels", "persona_pain"),
        ("whether it'll fall apart after a year", "channels", "persona_pain"),
        ("that i wont turn up or overcharge", "goal", "persona_pain"),
        ("omdat ik op tijd ben en nen babbel doe", "channels", "usp"),
        ("because I show them the old part", "channels", "usp"),
    ],
)
def test_a_clause_that_answers_another_question_is_heard_as_that(understanding, text, asking, field):
    assert list(heard_at(understanding, Topic(asking), text)) == [F(field)]


@pytest.mark.parametrize("text", ["omdat ik geen tijd heb", "of ik dat nu weet"])
def test_an_excuse_answers_no_other_question(understanding, text):
    assert not {F.USP, F.PERSONA_PAIN} & set(heard_at(understanding, Topic.CHANNELS, text))
