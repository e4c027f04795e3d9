"""A goal worked back: whole numbers that add up, at every stage of every model."""

from itertools import pairwise

import pytest

from coaching.planning.goal import ASK, COMPARE, NOTICE, SEARCH, chain, worked_back
from coaching.planning.once import bought_once
from journey.keys import LANGUAGES
from journey.models import MODELS
from journey.moments import Moment
from journey.profile import GoalFact
from prompts.words import Words
from tests.making import profile

CAKES = GoalFact(text="van 8 naar 20 taarten per week", current=8, target=20, unit="taarten", per="week")


@pytest.mark.parametrize("extra", range(1, 41))
@pytest.mark.parametrize("returns", [True, False])
@pytest.mark.parametrize("once", [True, False])
def test_the_parts_of_a_chain_add_up(extra, returns, once):
    sums = chain(extra, returns=returns, once=once)
    assert sums.new + sums.back + sums.passed == sums.extra == extra
    assert sums.new >= 1
    assert sums.people(Moment.ENGAGING) == sums.new * ASK
    assert sums.people(Moment.UNAWARE) == sums.new * ASK * COMPARE * SEARCH * NOTICE


def test_who_buys_once_does_not_come_back_but_passes_it_on():
    sums = chain(12, returns=True, once=True)
    assert (sums.back, sums.passed) == (0, 6)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_model_shows_the_sale_once_and_where_it_comes_from(model, language, sectors):
    sums = worked_back(profile(goal=CAKES), sectors["bakery"], MODELS[model], Words(language))
    sale = [step.text for step in sums.steps if "12" in step.text and "=" in step.text and "6" in step.text]
    assert len(sale) == 1
    assert "8" in sums.intro
    assert "20" in sums.intro
    assert len({step.stage for step in sums.steps}) == len(sums.steps)


@pytest.mark.parametrize("model", MODELS)
def test_each_share_leads_from_one_number_to_the_next(model, sectors):
    steps = worked_back(profile(goal=CAKES), sectors["bakery"], MODELS[model], Words("nl")).steps
    early = [step for step in steps if "1 op" in step.text and step.count > 0 and "mensen" in step.text]
    for now, after in pairwise(early):
        share = int(now.text.split("1 op ")[1].split()[0])
        assert now.count == after.count * share


@pytest.mark.parametrize(
    "goal",
    [
        GoalFact(text="meer klanten"),
        GoalFact(text="6 contracten", target=6),
        GoalFact(text="minder", current=9, target=3),
        GoalFact(text="evenveel", current=3, target=3),
        GoalFact(text="half", current=1.5, target=3),
    ],
    ids=lambda goal: goal.text,
)
def test_a_goal_without_two_growing_numbers_is_not_worked_back(goal, sectors):
    assert worked_back(profile(goal=goal), sectors["bakery"], MODELS["stdc"], Words("nl")) is None


def test_extra_customers_are_not_people_who_came_before(sectors):
    goal = GoalFact(text="van 30 naar 45 klanten", current=30, target=45, unit="klanten")
    text = " ".join(
        s.text for s in worked_back(profile(goal=goal), sectors["bakery"], MODELS["stdc"], Words("nl")).steps
    )
    assert "terugkomt" not in text
    assert "12 van nieuwe mensen en 3 via via" in text


def test_a_wedding_is_bought_once_whoever_sells_it(sectors):
    assert bought_once(profile(offer="trouwreportages"), sectors["photographer"])
    assert not bought_once(profile(offer="portretten"), sectors["photographer"])


@pytest.mark.parametrize(
    ("language", "deadline", "said"),
    [
        ("nl", "Kerst", "per week tegen Kerst:"),
        ("nl", "voor de zomer", "per week voor de zomer:"),
        ("en", "easter", "a week by Easter:"),
        ("en", "before june", "a week before June:"),
        ("nl", "", "per week:"),
    ],
)
def test_a_goal_worked_back_says_by_when(language, deadline, said, sectors):
    goal = CAKES.model_copy(update={"deadline": deadline})
    sums = worked_back(profile(goal=goal), sectors["bakery"], MODELS["stdc"], Words(language))
    assert said in sums.intro
