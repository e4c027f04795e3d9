"""What is done now, settled with the calendar: whatever can't be finished in the weeks of a plan waits."""

from collections.abc import Collection
from typing import NamedTuple

from coaching.planning.budget import brought_on, put_off, that_wait
from coaching.planning.calendar import calendar, in_order, limits_in
from coaching.planning.desk import Desk
from coaching.planning.week import first_week
from journey.plan import StagePlan, Task, Week


class Timed(NamedTuple):
    """Stages with the weeks in which their work is done."""

    stages: tuple[StagePlan, ...]
    first_week: tuple[Task, ...]
    weeks: tuple[Week, ...]


def settled(desk: Desk, stages: tuple[StagePlan, ...], newcomers: Collection[str] = (), *, fills: bool = True) -> Timed:
    """The stages with their weeks, so that all that is not marked `later` is finished in them. What is least urgent
    gives way first, and `newcomers` before what stood in the plan already. Where it `fills`, no week is left with
    nothing to do while something waits that can be finished in the hours there are."""
    timed = _timed(desk, stages)
    while waiting := _gives_way(desk, timed, newcomers):
        timed = _timed(desk, put_off(timed.stages, waiting))
    while fills and (fuller := _fuller(desk, timed)):
        timed = fuller
    return timed


def _fuller(desk: Desk, timed: Timed) -> Timed | None:
    """`timed` with one thing that waited done in weeks that had nothing to do; the first week stays as it is."""
    if not (idle := _idle(timed)):
        return None
    for play in that_wait(timed.stages, desk.limits, desk.first):
        more = _timed(desk, brought_on(timed.stages, play))
        if _idle(more) < idle and more.first_week == timed.first_week and not _gives_way(desk, more, ()):
            return more
    return None


def _idle(timed: Timed) -> int:
    """The weeks in which nothing is done but what comes back weekly."""
    return sum(all(task.weekly for task in week.tasks) for week in timed.weeks)


def _timed(desk: Desk, stages: tuple[StagePlan, ...]) -> Timed:
    tasks = first_week(stages, limits_in(desk, desk.first), desk.words, desk.aim)
    return Timed(stages, tasks, calendar(desk, stages, tasks))


def _gives_way(desk: Desk, timed: Timed, newcomers: Collection[str]) -> str:
    """The play that had better wait; empty where all that is begun is finished and no week is too full."""
    finished = {task.play for week in timed.weeks for task in week.tasks if task.ends}
    now = in_order(timed.stages)
    unfinished = [play for play in now if play not in finished] or _crowding(desk, timed)
    if not unfinished:
        return ""
    new = [play for play in now if play in newcomers]
    return ([play for play in unfinished if play in newcomers] or new or _spare(timed.stages, now) or unfinished)[-1]


def _crowding(desk: Desk, timed: Timed) -> list[str]:
    """What comes back weekly in a week that is too full."""
    most = (desk.limits.hours_per_week or 0) * 60
    return [task.play for week in timed.weeks if week.minutes > most for task in week.tasks if task.weekly]


def _spare(stages: tuple[StagePlan, ...], now: list[str]) -> list[str]:
    """Of what is done now, that without which its stage still has something; in the order of `now`."""
    alone = {done[0] for stage in stages if len(done := [s.play for s in stage.suggestions if s.play in now]) == 1}
    return [play for play in now if play not in alone]
