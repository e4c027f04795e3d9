"""The first week: a few small tasks on open days, within the hours told."""

from journey.plan import StagePlan, Suggestion, Task
from journey.profile import Limits
from prompts.words import Words

_TASKS = 4
_SHORTEST, _LONGEST = 15, 60
_DAYS = range(1, 7)


def first_week(stages: tuple[StagePlan, ...], limits: Limits, words: Words) -> tuple[Task, ...]:
    """Tasks for one week, one a day, the quickest of each stage first; closed days are left alone."""
    minutes = int((limits.hours_per_week or 0) * 60)
    days = open_days(limits, words)
    tasks: list[Task] = []
    for stage, suggestion in _quick_wins(stages):
        took = min(_LONGEST, max(_SHORTEST, round(suggestion.hours_once * 60 / 15) * 15), minutes)
        if len(tasks) == min(_TASKS, len(days)) or took < _SHORTEST:
            break
        tasks.append(_task(stage, suggestion, days[len(tasks)], took))
        minutes -= took
    return tuple(tasks)


def open_days(limits: Limits, words: Words) -> list[str]:
    """Days on which the owner can do something for the plan: open ones, the quiet ones first, the full ones not."""
    names = {day: words.say(f"day.{day}") for day in _DAYS}
    known = {day: {words.say(f"day_also.{day}"), name} for day, name in names.items()}
    told = {day: _when(known[day], limits) for day in _DAYS}
    free = [day for day in _DAYS if told[day] != "shut"]
    return [names[day] for day in (free or list(_DAYS))]


def _when(names: set[str], limits: Limits) -> str:
    shut = {*limits.closed_days, *limits.busy_days}
    return "shut" if names & {day.lower() for day in shut} else "open"


def _quick_wins(stages: tuple[StagePlan, ...]) -> list[tuple[StagePlan, Suggestion]]:
    now = [(stage, s) for stage in stages for s in stage.suggestions if not s.later]
    fastest = {stage.stage: min((s.hours_once for st, s in now if st is stage), default=0.0) for stage in stages}
    firsts = [pair for pair in now if pair[1].hours_once == fastest[pair[0].stage]]
    rest = [pair for pair in now if pair not in firsts]
    return [*_one_per_stage(firsts), *sorted(rest, key=lambda pair: pair[1].hours_once)]


def _one_per_stage(pairs: list[tuple[StagePlan, Suggestion]]) -> list[tuple[StagePlan, Suggestion]]:
    seen: dict[str, tuple[StagePlan, Suggestion]] = {}
    for pair in pairs:
        seen.setdefault(pair[0].stage, pair)
    return list(seen.values())


def _task(stage: StagePlan, suggestion: Suggestion, day: str, minutes: int) -> Task:
    return Task(
        day=day,
        minutes=minutes,
        play=suggestion.play,
        name=suggestion.name,
        step=suggestion.steps[0],
        text=suggestion.text,
        stage=stage.title,
    )
