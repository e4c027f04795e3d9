"""Eight weeks from a Monday: work spread over the hours told, the season of a trade, and what waits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.planning.budget import fitted, put_off, room_beside
from coaching.planning.calendar import calendar, long_of
from coaching.planning.desk import Desk
from coaching.planning.season import first_monday, fits_in_plan, fits_in_week, in_months, mondays
from coaching.planning.settling import settled
from coaching.planning.week import first_week
from journey.changes import NO_WISHES
from journey.faults import RUNNING, WEEKS
from journey.keys import Address
from journey.profile import Limits
from prompts.words import Words
from tests.making import bakery, email, plan, suggestion, with_stage, with_suggestion

MARCH = date(2026, 3, 2)
NOVEMBER = date(2026, 11, 23)
NL = Words("nl")


@pytest.fixture
def desk(library):
    """A baker at the desk; the sector pack says December is busy."""

    def made(hours=2.0, first=MARCH, euros=0.0):
        known = bakery(constraints=Limits(hours_per_week=hours, euros_per_month=euros))
        return Desk(library, known, NO_WISHES, Address.JE, {}, first)

    return made


def weeks_of(desk, stages):
    return calendar(desk, stages, first_week(stages, desk.limits, desk.words))


def with_hours(once, weekly=0.0, **more):
    """Four stages with one suggestion each that takes this long."""
    made = plan()
    for number in range(4):
        made = with_suggestion(made, number, hours_once=once, hours_weekly=weekly, **more)
    return made.stages


# The dates


@pytest.mark.parametrize(("today", "monday"), [(22, 23), (23, 23), (24, 30)])
def test_a_plan_begins_today_on_a_monday_and_else_on_the_next(today, monday):
    assert first_monday(date(2026, 11, today)).day == monday


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_plan_begins_within_a_week_and_has_eight_mondays_in_a_row(today):
    first = first_monday(today)
    assert timedelta(0) <= first - today < timedelta(days=7)
    assert len(mondays(first)) == WEEKS
    assert {monday.weekday() for monday in mondays(first)} == {0}


def test_work_for_december_is_done_when_its_lead_time_ends_in_december():
    card = suggestion("card").model_copy(update={"months": (12,), "lead_days": 14})
    assert not fits_in_week(card, date(2026, 11, 9))
    assert fits_in_week(card, date(2026, 11, 16))
    assert fits_in_plan(card, NOVEMBER)
    assert not fits_in_plan(card, MARCH)


def test_what_belongs_to_no_month_can_be_done_any_week():
    assert all(fits_in_week(suggestion("sign"), monday) for monday in mondays(MARCH))


def test_a_week_is_in_the_month_that_holds_most_of_it():
    assert in_months(date(2026, 11, 30), [12])
    assert not in_months(date(2026, 11, 30), [11])


# The weeks


def test_what_the_first_week_begins_goes_on_before_anything_else(desk):
    weeks = weeks_of(desk(1), with_hours(1.5))
    begun = weeks[0].tasks[0]
    assert not begun.ends
    assert weeks[1].tasks[0].play == begun.play


def test_no_week_takes_more_than_the_hours_told(desk):
    for week in weeks_of(desk(1), with_hours(3)):
        assert week.minutes <= 60


def test_every_piece_of_work_adds_up_to_the_time_it_takes(desk):
    weeks = weeks_of(desk(4), with_hours(1.5))
    for play in ("play-attention", "play-desire"):
        assert sum(t.minutes for week in weeks for t in week.tasks if t.play == play and not t.weekly) == 90


def test_weekly_work_begins_the_week_after_it_is_made_and_goes_on_to_the_end(desk):
    weeks = weeks_of(desk(4), with_hours(0.5, weekly=0.5))
    made = next(week.number for week in weeks for task in week.tasks if task.play == "play-desire")
    running = [week.number for week in weeks for task in week.tasks if task.weekly and task.play == "play-desire"]
    assert running == list(range(made + 1, WEEKS + 1))


def test_in_a_busy_month_three_quarters_of_the_time_are_counted_and_the_plan_says_so(desk):
    busy = weeks_of(desk(2, NOVEMBER), with_hours(6))
    december = [week for week in busy if in_months(week.first, [12])]
    assert all(week.minutes <= 90 for week in december)
    assert any("drie kwart van de uren" in note for note in december[0].notes)
    assert not any("drie kwart van de uren" in note for week in december[1:] for note in week.notes)


def test_work_of_a_season_waits_for_it(desk):
    stages = with_hours(0.5)
    late = stages[3].suggestions[0].model_copy(update={"months": (4,)})
    stages = (*stages[:3], stages[3].model_copy(update={"suggestions": (late,)}))
    task_weeks = [week.first.month for week in weeks_of(desk(0.75), stages) for t in week.tasks if t.play == late.play]
    assert set(task_weeks[1:]) <= {4}


def test_halfway_and_at_the_end_it_is_time_to_look_back(desk):
    notes = {week.number: week.notes for week in weeks_of(desk(), with_hours(0.5))}
    assert any(note.startswith("Halverwege") for note in notes[4])
    assert any(note.startswith("Kijk terug") for note in notes[8])


@pytest.mark.parametrize(
    ("days", "said"),
    [(0.1, "een paar minuten"), (1, "een dag"), (10, "10 dagen"), (30, "4 weken"), (90, "3 maanden")],
)
def test_the_length_of_a_purchase_is_said_as_people_say_it(sectors, days, said):
    assert long_of(sectors["bakery"].model_copy(update={"purchase_days": (0, days)}), NL) == said


def test_the_days_told_for_this_work_hold_the_whole_first_week():
    limits = Limits(hours_per_week=2, work_days=("maandag",), closed_days=("maandag",))
    tasks = first_week(with_hours(0.25), limits, NL)
    assert len(tasks) > 1
    assert {task.day for task in tasks} == {"maandag"}


def test_two_days_told_for_this_work_share_it():
    limits = Limits(hours_per_week=2, work_days=("zondag", "woensdag"))
    assert [task.day for task in first_week(with_hours(0.25), limits, NL)] == ["woensdag"] * 2 + ["zondag"] * 2


# What is done now and what waits


def test_whatever_cannot_be_finished_in_the_weeks_waits_the_least_urgent_first(desk):
    timed = settled(desk(1), with_hours(3))
    now = [s.play for stage in timed.stages for s in stage.suggestions if not s.later]
    assert now == ["play-attention", "play-interest"]
    finished = {task.play for week in timed.weeks for task in week.tasks if task.ends}
    assert finished == set(now)


def test_what_is_new_gives_way_before_what_stood_there(desk):
    timed = settled(desk(1), with_hours(3), newcomers={"play-attention"})
    assert "play-attention" not in [s.play for stage in timed.stages for s in stage.suggestions if not s.later]


def test_where_all_can_be_finished_nothing_changes(desk):
    stages = with_hours(0.5)
    assert settled(desk(2), stages).stages == stages


def test_what_comes_back_weekly_waits_where_a_week_would_hold_more_than_its_hours(desk):
    timed = settled(desk(1), with_hours(0.25, weekly=0.3))
    assert any(s.later for stage in timed.stages for s in stage.suggestions)
    assert all(week.minutes <= 60 for week in timed.weeks)


def test_nothing_that_takes_weeks_is_begun_in_a_busy_month(desk):
    stages = with_suggestion(plan(), 0, hours_once=0.25)
    stages = with_suggestion(stages, 1, hours_once=3.5).stages
    weeks = calendar(desk(1, NOVEMBER), stages, ())
    december = [week for week in weeks if in_months(week.first, [12])]
    assert december
    assert not any(task.play == "play-interest" for week in december for task in week.tasks)


def test_a_newcomer_runs_only_where_there_is_room_beside_the_rest():
    stages = with_hours(0, weekly=0.5)
    tight, roomy = Limits(hours_per_week=1.4, euros_per_month=0), Limits(hours_per_week=1.5, euros_per_month=0)
    assert fitted(stages, tight, {"play-desire"})[2].suggestions[0].later
    assert fitted(stages, roomy, {"play-desire"}) == stages


def test_a_newcomer_that_costs_more_than_is_left_waits_and_the_rest_stays():
    stages = with_suggestion(plan(), 1, euros_monthly=20).stages
    after = fitted(stages, Limits(hours_per_week=9, euros_per_month=10), {"play-interest"})
    assert [s.later for stage in after for s in stage.suggestions] == [False, True, False, False]


def test_what_waited_goes_on_waiting_when_something_else_is_new():
    stages = with_suggestion(plan(), 0, later=True).stages
    after = fitted(stages, Limits(hours_per_week=9, euros_per_month=9), {"play-action"})
    assert after[0].suggestions[0].later


def test_room_is_what_the_work_of_now_leaves():
    made = with_stage(with_suggestion(plan(), 0, later=True), 1, email=email())
    hours, euros = room_beside(made.stages, Limits(hours_per_week=2, euros_per_month=30))
    assert hours == pytest.approx(2 - 3 * (1 / WEEKS + RUNNING * 0.1) - 0.5 / WEEKS)
    assert euros == 30


def test_putting_one_thing_off_touches_nothing_else():
    stages = put_off(plan().stages, "play-desire")
    assert [s.later for stage in stages for s in stage.suggestions] == [False, False, True, False]


@pytest.mark.parametrize(
    ("told", "said"),
    [((), "aanname"), (("december",), "Drukke tijd in"), (("december", "zaterdag"), "Drukke tijd in")],
)
def test_busy_weeks_nobody_told_of_are_an_assumption(library, told, said):
    known = bakery(constraints=Limits(hours_per_week=2, euros_per_month=0, busy_days=told))
    desk = Desk(library, known, NO_WISHES, Address.JE, {}, NOVEMBER)
    notes = [note for week in weeks_of(desk, plan().stages) for note in week.notes]
    assert any(said in note for note in notes if "drie kwart" in note)
