"""The first week: a few small tasks on open days, quiet ones first, the easiest task first, within the hours told."""

from coaching.planning import days
from coaching.planning.aim import NO_AIM, Aim, serves
from journey.plan import StagePlan, Suggestion, Task
from journey.profile import Limits
from prompts.words import Words

_TASKS = 4
_SHORTEST, _LONGEST = 15, 60


def first_week(stages: tuple[StagePlan, ...], limits: Limits, words: Words, aim: Aim = NO_AIM) -> tuple[Task, ...]:
    """Tasks for one week, one a day: what names what the goal aims at, then the quickest of each stage; closed and full
    days are left alone. Where the owner told on which days there is time, those hold them all."""
    minutes = int((limits.hours_per_week or 0) * 60)
    free = days.open_days(limits, words)
    most = _TASKS if limits.work_days else min(_TASKS, len(free))
    picked: list[tuple[StagePlan, Suggestion, int]] = []
    for stage, suggestion in _quick_wins(stages, aim):
        took = min(_LONGEST, max(_SHORTEST, round(suggestion.hours_once * 60 / 15) * 15), minutes)
        if len(picked) == most or took < _SHORTEST:
            break
        picked.append((stage, suggestion, took))
        minutes -= took
    return _on_days(picked, sorted(free[n % len(free)] for n in range(len(picked))), words)


def _on_days(picked: list[tuple[StagePlan, Suggestion, int]], free: list[int], words: Words) -> tuple[Task, ...]:
    easiest = sorted(picked, key=lambda task: (task[2], task[1].euros_once))
    return tuple(
        _task(stage, suggestion, words.say(f"day.{day}"), took)
        for day, (stage, suggestion, took) in zip(free, easiest, strict=True)
    )


def _quick_wins(stages: tuple[StagePlan, ...], aim: Aim) -> list[tuple[StagePlan, Suggestion]]:
    now = [(stage, s) for stage in stages for s in stage.suggestions if not s.later]
    fastest = {stage.stage: min((s.hours_once for st, s in now if st is stage), default=0.0) for stage in stages}
    firsts = [pair for pair in now if pair[1].hours_once == fastest[pair[0].stage]]
    rest = [pair for pair in now if pair not in firsts]
    quick = [*_one_per_stage(firsts), *sorted(rest, key=lambda pair: pair[1].hours_once)]
    return sorted(quick, key=lambda pair: not serves(pair[1], aim))


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
