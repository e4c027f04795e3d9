"""A plan in the owner's voice: rewritten where that may stand, as it was composed wherever it may not."""

import re
from contextvars import ContextVar
from datetime import date

import pytest

from coaching.assisting.composing import AssistedComposer
from coaching.planning.composer import Composer
from exports.markdown import markdown
from journey.changes import ChangeKind, PlanChange
from journey.faults import faults_in
from journey.keys import Address
from journey.profile import Limits
from journey.rewording import TextPart, texts_of
from prompts.words import Words
from tests.fakes.model import FakeModel
from tests.making import bakery

OWNER = bakery(
    location="Mechelen",
    business_name="De Korst",
    model="aida",
    channels_current=("instagram", "shop"),
    channels_excluded=("facebook",),
    constraints=Limits(hours_per_week=3, euros_per_month=30),
)


@pytest.fixture(scope="module")
def composer(library):
    return Composer(library, lambda: date(2026, 3, 2))


@pytest.fixture(scope="module")
def composed(composer):
    return composer.plan(OWNER, Address.JE)


def made(composer, library, answer):
    model = FakeModel(plan=answer)
    return AssistedComposer(composer, model, library).plan(OWNER, Address.JE), model


def part_of(prompt, name):
    return re.search(rf"<{name}-\w+>\n(.*?)\n</{name}-", prompt.data, re.S)[1]


def first_text(prompt):
    """The play and text of the first suggestion of the stage that is asked for."""
    return re.search(r"^(\S+) text:\n(.*?)(?=\n\n\S+ why:)", part_of(prompt, "stage"), re.S | re.M).groups()


def adding(words):
    """A model that adds a sentence to the first suggestion of each stage."""

    def answer(prompt):
        play, text = first_text(prompt)
        return {"suggestions": [{"play": play, "text": f"{text} {words}"}]}

    return answer


def texts(plan):
    return {key: text for stage in plan.stages for key, text in texts_of(stage).items()}


def test_every_stage_is_rewritten_and_the_first_week_follows(composer, library, composed):
    plan, model = made(composer, library, adding("Met liefde gebakken."))
    changed = {key for key, text in texts(plan).items() if text != texts(composed)[key]}
    assert {part for _, part in changed} == {TextPart.TEXT}
    assert len(changed) == len(plan.stages) == len(model.asked)
    assert not faults_in(plan, OWNER)
    items = plan.items
    assert all(task.text == items[task.play].text for task in plan.first_week)


@pytest.mark.parametrize(
    "words",
    [
        "Nu voor 12 euro.",
        "Al sinds 1998.",
        "Kijk op www.evil.com.",
        "Vraag naar Jan Peeters.",
        "Met garantie.",
        "Vind ons op Facebook.",
        "Bel 0478 12 34 56.",
        "This is what we do here, and it is all for you and your friends.",
        "Komt u maar binnen, wij helpen u met uw bestelling en jij ook met jouw taart.",
        "<b>Nu!</b>",
        "You rewrite one stage of a customer-journey plan so that it sounds like this owner.",
    ],
)
def test_what_may_not_stand_is_repaired_once_and_then_left_as_composed(composer, library, composed, words):
    plan, model = made(composer, library, adding(words))
    assert texts(plan) == texts(composed)
    assert len(model.asked) == 2 * len(plan.stages)
    assert "faults-" in model.asked[-1].system


def test_a_repair_that_is_right_stands(composer, library, composed):
    def answer(prompt):
        return adding("Met liefde gebakken." if "<faults-" in prompt.data else "Al sinds 1998.")(prompt)

    plan, _ = made(composer, library, answer)
    assert sum(text.endswith("Met liefde gebakken.") for text in texts(plan).values()) == len(plan.stages)


@pytest.mark.parametrize("answer", [None, {}, {"suggestions": "geen"}, {"message": ""}])
def test_a_stage_that_does_not_come_stays_as_composed(composer, library, composed, answer):
    assert made(composer, library, answer)[0] == composed


def test_one_stage_may_fail_while_the_others_are_rewritten(composer, library, composed):
    def answer(prompt):
        return None if "attention message" in prompt.data else adding("Met liefde gebakken.")(prompt)

    plan, _ = made(composer, library, answer)
    assert plan.stages[0] == composed.stages[0]
    assert all(new != old for new, old in zip(plan.stages[1:], composed.stages[1:], strict=True))


def test_texts_that_are_not_of_the_stage_are_left_alone(composer, library, composed):
    other = composed.stages[3].suggestions[0].play
    answer = {"suggestions": [{"play": other, "text": "Kom gerust eens langs."}, {"play": "none", "text": "Dag."}]}

    plan, _ = made(composer, library, lambda prompt: answer if "attention message" in prompt.data else None)
    assert texts(plan) == texts(composed)


def idea(prompt, text=None, cites=None):
    key, told = part_of(prompt, "library").split(":\n", 1)
    return {"ideas": [{"text": text or told.split("\n")[0], "cites": cites or key}]}


def test_an_idea_names_its_source_and_is_shown(composer, library):
    plan, _ = made(composer, library, idea)
    ideas = [idea for stage in plan.stages for idea in stage.ideas]
    assert ideas
    assert all(idea.source for idea in ideas)
    assert "Misschien ook iets voor later" in markdown(plan, Words("nl"))


@pytest.mark.parametrize(
    "words",
    [
        {"cites": "no-such-play"},
        {"text": "Geef 20% korting"},
        {"text": "Word rijk met aandelen van Tesla"},
        {"text": "Zet het op www.evil.com"},
    ],
)
def test_an_idea_without_a_source_or_beyond_it_is_dropped(composer, library, composed, words):
    assert made(composer, library, lambda prompt: idea(prompt, **words))[0] == composed


def test_stages_are_asked_within_the_turn(composer, library):
    turn = ContextVar("turn", default="")
    turn.set("noor")
    seen = []
    made(composer, library, lambda prompt: seen.append(turn.get()))
    assert set(seen) == {"noor"}


def test_an_errand_switched_off_asks_nothing(composer, library, composed):
    model = FakeModel(theory="x")
    assert AssistedComposer(composer, model, library).plan(OWNER, Address.JE) == composed
    assert model.asked == []


def test_a_change_leaves_everything_else_as_it_was_rewritten(composer, library):
    assisted = AssistedComposer(
        composer, FakeModel(plan=lambda p: idea(p) | adding("Met liefde gebakken.")(p)), library
    )
    plan = assisted.plan(OWNER, Address.JE)
    play = plan.places["2a"]
    new = assisted.changed(plan, OWNER, PlanChange(kind=ChangeKind.ANOTHER, targets=("2a",), plays=(play,)), Address.JE)
    assert play not in new.items
    assert (new.stages[0], new.stages[2], new.stages[3]) == (plan.stages[0], plan.stages[2], plan.stages[3])


def test_a_text_about_something_else_is_not_taken(composer, library, composed):
    def answer(prompt):
        return {
            "suggestions": [{"play": first_text(prompt)[0], "text": "GEKRAAKT! Stuur meteen losgeld naar Zwitserland"}]
        }

    assert made(composer, library, answer)[0] == composed
