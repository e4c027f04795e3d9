"""Forty messy owners talk with the coach from the first word to the plan (`bench/conversations`)."""

import pytest

from app.settings import Settings
from app.wiring import Parts
from bench.conversations.checks import MOST, SPARE, asked_again, needed, questions_put, times_put, turns_spent
from bench.conversations.owners import Owner, owners
from bench.conversations.player import Talk, play
from journey.interview import OPEN_BUDGET
from journey.topics import QUESTIONS


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    made = Parts(Settings(data_dir=tmp_path_factory.mktemp("talks")))
    made.make_ready()
    return made


@pytest.fixture(scope="module", params=owners(), ids=lambda owner: owner.name)
def talk(request: pytest.FixtureRequest, parts: Parts) -> Talk:
    owner: Owner = request.param
    return play(owner, parts.coach)


def test_the_talk_ends_in_a_plan_in_the_language_of_the_owner(talk: Talk) -> None:
    assert talk.planned, str(talk)
    assert talk.profile.language == talk.owner.language


def test_the_questions_stay_within_their_number(talk: Talk) -> None:
    assert times_put(talk) <= MOST
    assert sum(QUESTIONS[key].open for key in questions_put(talk)) <= OPEN_BUDGET


def test_it_takes_no_more_turns_than_there_are_answers_to_give(talk: Talk) -> None:
    """What the coach asks though it was told is a fault of understanding, which the bench counts."""
    assert turns_spent(talk) - len(asked_again(talk)) <= needed(talk) + SPARE, str(talk)


def test_what_an_owner_told_of_somebody_else_is_not_kept(talk: Talk) -> None:
    told = {fact.quote for fact in talk.profile.facts.values()} | {str(f.value) for f in talk.profile.facts.values()}
    assert not [word for word in talk.owner.never if any(word in text for text in told)]
