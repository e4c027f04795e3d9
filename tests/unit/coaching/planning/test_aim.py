"""A goal about a day, a season or a part of the offer is seen in the first weeks of the plan."""

import pytest

from coaching.planning.aim import aim_of, filling, gain, serves
from coaching.planning.composer import Composer
from journey.keys import Address
from journey.profile import GoalFact, Limits
from tests.fakes.library import FakeLibrary
from tests.making import profile


@pytest.mark.parametrize(
    ("language", "goal", "when", "part"),
    [
        ("nl", "meer trimafspraken op dinsdag", "op dinsdag", "trimafspraken"),
        ("nl", "de stille dinsdagmiddag en maandagmiddag vullen", "op dinsdagmiddag en maandagmiddag", ""),
        (
            "nl",
            "in de zomer meer onderhoud van ketels. nu belt iedereen in november",
            "in de zomer",
            "onderhoud van ketels",
        ),
        ("nl", "meer volk op de workshops", "", "workshops"),
        ("nl", "de middaguren vullen en minder paniek op maandag", "in de middaguren", ""),
        ("nl", "minder gaten in mijn agenda in de zomer", "in de zomer", ""),
        ("nl", "tien nieuwe leden voor de zomer", "", ""),
        ("nl", "in de namiddag zou ik meer willen verkopen", "in de middaguren", ""),
        ("nl", "meer grote opdrachten", "", ""),
        ("en", "fill Friday evenings", "on Friday evenings", ""),
        ("en", "more bundles instead of the singles, and the mornings in the week", "on weekday mornings", "bundles"),
        ("en", "more group walks on tuesday", "on Tuesday", "group walks"),
        ("en", "busier winters", "in winter", ""),
        ("en", "more people under 40 in the audience", "", ""),
        ("en", "more enquiries that turn into something", "", ""),
    ],
)
def test_the_time_and_the_part_of_a_goal_are_heard_in_the_owners_words(language, goal, when, part):
    aim = aim_of(profile(language=language, goal=GoalFact(text=goal)))
    assert (aim.when, aim.part) == (when, part)


def test_a_deadline_is_no_time_to_fill():
    goal = GoalFact(text="drie keukens meer in juni", deadline="in juni")
    assert aim_of(profile(language="nl", goal=goal)).when == ""


def test_the_days_to_fill_count_as_quiet_unless_they_are_full_or_closed():
    goal = GoalFact(text="meer volk op dinsdag en maandag")
    told = profile(language="nl", goal=goal, constraints=Limits(closed_days=("maandag",)))
    assert filling(told).limits.quiet_days == ("dinsdag",)
    assert filling(profile()) == profile()


def test_a_play_gains_that_names_the_time_or_the_part(library):
    told = profile(language="nl", goal=GoalFact(text="op woensdag meer workshops"))
    points = {play.key: gain(play, aim_of(told), "nl") for play in library.plays()}
    assert points["one-tap-to-a-place"] > 0
    assert not any(gain(play, aim_of(profile()), "nl") for play in library.plays())


@pytest.mark.parametrize(
    ("trade", "goal", "word"),
    [
        ("hair_beauty", "de dinsdagmiddag vullen", "dinsdagmiddag"),
        ("pets", "meer trimafspraken op dinsdag", "trimafspraken"),
        ("trades", "in de zomer meer onderhoud van ketels", "onderhoud van ketels"),
        ("retail", "meer volk op de workshops", "workshops"),
    ],
)
def test_the_first_week_of_a_plan_names_what_the_goal_aims_at(trade, goal, word):
    told = profile(language="nl", sector=trade, offer=f"veel, en {word}", goal=GoalFact(text=goal))
    plan = Composer(FakeLibrary()).plan(told, Address.JE)
    assert any(word in note for note in plan.weeks[0].notes)
    assert any(serves(suggestion, aim_of(told)) for suggestion in plan.suggestions if not suggestion.later)


@pytest.mark.parametrize(
    ("language", "unit", "part"),
    [
        ("nl", "binnenklussen", "binnenklussen"),
        ("nl", "midweeknachten", "midweeknachten"),
        ("nl", "klanten", ""),
        ("nl", "bestellingen", ""),
        ("en", "bouquets", "bouquets"),
        ("en", "ones", ""),
        ("en", "bookings", ""),
    ],
)
def test_what_a_goal_counts_is_what_it_wants_more_of(language, unit, part):
    goal = GoalFact(text="6", target=6, unit=unit)
    assert aim_of(profile(language=language, goal=goal)).part == part
