"""A calendar of eight weeks: what is done now, spread over the hours told, the season and the length of a purchase."""

from datetime import date
from math import ceil

from coaching.planning.desk import Desk
from coaching.planning.offers import is_plural
from coaching.planning.season import fits_in_week, in_months, mondays
from coaching.planning.turns import in_turns
from coaching.planning.year import months
from journey.faults import WEEKS
from journey.plan import Email, StagePlan, Suggestion, Task, Week, WeekTask
from journey.profile import Limits
from journey.trades import Sector
from prompts.words import Words

#: Work is cut into parts of this many minutes at least.
_PART = 15
#: What is left of the time in a month that is busy in the trade.
_BUSY = 0.75
#: More weeks than this go to no single thing that begins in a busy month.
_WEEKS_OF_ONE = 2
#: Weeks after which it is time to look at the tallies.
_LOOKS = (4, WEEKS)


def calendar(desk: Desk, stages: tuple[StagePlan, ...], first_week: tuple[Task, ...]) -> tuple[Week, ...]:
    """The weeks from the plan's first Monday. Week one holds the tasks of the first week; what was not finished there
    goes on, then comes what is most urgent; what comes back weekly begins once it is made."""
    spread = _Spread(desk, stages, first_week)
    return tuple(spread.week(number, monday) for number, monday in enumerate(mondays(desk.first), 1))


class _Work:
    """What is left to do of one suggestion or e-mail, in minutes."""

    def __init__(self, item: Suggestion | Email, stage: str) -> None:
        self.item = item
        self.stage = stage
        self.left = max(_PART, round(item.hours_once * 60))
        self.weekly = round(item.hours_weekly * 60) if isinstance(item, Suggestion) else 0
        self.begun = False

    def fits(self, monday: date) -> bool:
        return isinstance(self.item, Email) or fits_in_week(self.item, monday)

    def task(self, minutes: int, *, weekly: bool = False) -> WeekTask:
        self.left -= 0 if weekly else minutes
        self.begun = True
        return WeekTask(
            play=self.item.play,
            name=self.item.name,
            stage=self.stage,
            minutes=minutes,
            weekly=weekly,
            ends=weekly or self.left <= 0,
        )


class _Spread:
    def __init__(self, desk: Desk, stages: tuple[StagePlan, ...], first_week: tuple[Task, ...]) -> None:
        self._desk = desk
        self._started = first_week
        self._todo = _in_order(stages, [task.play for task in first_week])
        self._running: list[_Work] = []

    def week(self, number: int, monday: date) -> Week:
        """The next week; called once for each, in order."""
        tasks = self._first() if number == 1 else self._filled(monday)
        for work in self._todo:
            if work.left <= 0 and work.weekly:
                self._running.append(work)
        self._todo = [work for work in self._todo if work.left > 0]
        return Week(number=number, first=monday, tasks=tuple(tasks), notes=_notes(self._desk, number, monday))

    def _first(self) -> list[WeekTask]:
        minutes = {task.play: task.minutes for task in self._started}
        return [work.task(minutes[work.item.play]) for work in self._todo if work.item.play in minutes]

    def _filled(self, monday: date) -> list[WeekTask]:
        tasks = [work.task(work.weekly, weekly=True) for work in self._running]
        whole = room = self._minutes(monday) - sum(task.minutes for task in tasks)
        for work in self._todo:
            minutes = min(work.left, room)
            if not work.begun and work.left > _WEEKS_OF_ONE * whole and self._busy(monday):
                continue
            if minutes >= min(_PART, work.left) and minutes > 0 and work.fits(monday):
                tasks.append(work.task(minutes))
                room -= minutes
        return tasks

    def _busy(self, monday: date) -> bool:
        return in_months(monday, self._desk.sector.busy_months)

    def _minutes(self, monday: date) -> int:
        return int((limits_in(self._desk, monday).hours_per_week or 0) * 60)


def limits_in(desk: Desk, monday: date) -> Limits:
    """The limits in the week of `monday`: fewer hours in a month that is busy in the trade."""
    hours = desk.limits.hours_per_week
    busy = in_months(monday, desk.sector.busy_months)
    return desk.limits.model_copy(update={"hours_per_week": hours * _BUSY}) if busy and hours else desk.limits


def in_order(stages: tuple[StagePlan, ...]) -> list[str]:
    """The plays that are done now, the most urgent first."""
    return [item.play for item, _ in _by_turns(stages) if not item.later]


def _in_order(stages: tuple[StagePlan, ...], started: list[str]) -> list[_Work]:
    """What is done now: first what the first week begins, then by turns."""
    work = [_Work(item, stage) for item, stage in _by_turns(stages) if not item.later]
    return sorted(work, key=lambda w: started.index(w.item.play) if w.item.play in started else len(started))


def _by_turns(stages: tuple[StagePlan, ...]) -> list[tuple[Suggestion | Email, str]]:
    """A suggestion of each stage in turn with the title of its stage, the e-mails last."""
    mails = [(stage.email, stage.title) for stage in stages if stage.email]
    return [*((suggestion, stage.title) for stage, suggestion in in_turns(stages)), *mails]


def _notes(desk: Desk, number: int, monday: date) -> tuple[str, ...]:
    words, sector = desk.words, desk.sector
    notes = []
    limits = desk.profile.limits
    if _begins(monday, sector.busy_months, number):
        key = "week.busy" if months(limits.busy_days) else "week.busy_usually"
        notes.append(words.say(key, **desk.slots.values()))
    elif _begins(monday, sector.quiet_months, number):
        key = "week.quiet" if months(limits.quiet_days) else "week.quiet_usually"
        notes.append(words.say(key, **desk.slots.values()))
    if number == 1 and (aimed := _aimed(desk)):
        notes.append(aimed)
    if number in _LOOKS:
        notes.append(words.say(f"week.look.{number}", **desk.slots.values()))
    if number == _counts_from(sector):
        notes.append(words.say("week.sales", **desk.slots.values(), long=long_of(sector, words)))
    return tuple(notes)


def _aimed(desk: Desk) -> str:
    """What brings the goal nearer from the first week on; empty where it names neither a time nor a part."""
    aim = desk.aim
    part = aim.part if not aim.when or is_plural(aim.part, desk.words.language) else ""
    named = "_".join(name for name, said in (("part", part), ("when", aim.when)) if said)
    return desk.words.say(f"week.aim.{named}", part=part, when=aim.when) if named else ""


def _begins(monday: date, months: tuple[int, ...], number: int) -> bool:
    """Whether this is the first week of the plan in a run of such months."""
    before = date.fromordinal(monday.toordinal() - 7)
    return in_months(monday, months) and (number == 1 or not in_months(before, months))


def _counts_from(sector: Sector) -> int:
    """The week from which purchases that began with the plan can be counted; 0 for at once or after the plan."""
    weeks = ceil(sector.purchase_days[1] / 7)
    return weeks + 1 if 1 <= weeks < WEEKS else 0


def long_of(sector: Sector, words: Words) -> str:
    """The usual length of a purchase in words, rounded to what people say."""
    days = sector.purchase_days[1]
    if days < 1:
        return words.say("week.long.minutes")
    for name, size in (("months", 30), ("weeks", 7)):
        if days >= 2 * size:
            return words.say(f"week.long.{name}", n=round(days / size))
    return words.say("week.long.days" if days > 1 else "week.long.day", n=round(days))
