"""A plan line by line, as a coach reads, notes and edits it."""

from collections.abc import Iterator
from typing import Any

from coaching.frozen import Frozen
from journey.plan import Basis, Email, Line, Plan, StagePlan, Suggestion

_PERSONA = ("who", "need", "pain", "feeling", "looks")
_STAGE = ("does", "feels", "needs", "hurts", "message")
_SUGGESTION = ("why", "text", "test", "when", "never")
_EMAIL = ("subject", "body")


class PlanLine(Frozen):
    """One text of a plan that a coach can change. `path` names it within the plan, such as
    `stages.0.suggestions.1.text`; `key` says what kind of text it is; `place` is what a reader calls the suggestion or
    e-mail it belongs to by, "" for none; `basis` where the text comes from, where the plan says so."""

    path: str
    key: str
    text: str
    place: str = ""
    basis: Basis | None = None


def lines_of(plan: Plan) -> tuple[PlanLine, ...]:
    """Every line of a plan, in reading order; empty ones are left out."""
    return tuple(line for line in _all(plan) if line.text)


def with_line(plan: Plan, path: str, text: str) -> Plan:
    """The plan in which the line at `path` says `text`. KeyError where the plan has no such line."""
    if path not in {line.path for line in lines_of(plan)}:
        raise KeyError(path)
    made: Plan = _set(plan, path.split("."), text)
    return made


def keys_of(plan: Plan, path: str) -> str:
    """Where in a plan the line at `path` stands, by the keys that have names: the stage with its model, or the part of
    the plan; the suggestion or e-mail, where it is one; the kind of text. KeyError where the plan has no such line."""
    line = next((line for line in lines_of(plan) if line.path == path), None)
    if line is None:
        raise KeyError(path)
    part, number, *_ = (*path.split("."), "")
    within = f"{plan.model}/{plan.stages[int(number)].stage}" if part == "stages" else part
    return " ".join(dict.fromkeys(filter(None, (within, line.place, line.key))))


def _all(plan: Plan) -> Iterator[PlanLine]:
    yield PlanLine(path="why_model", key="why_model", text=plan.why_model)
    yield PlanLine(path="persona.name", key="persona.name", text=plan.persona.name)
    for name in _PERSONA:
        yield _line(f"persona.{name}", f"persona.{name}", getattr(plan.persona, name))
    for number, stage in enumerate(plan.stages):
        yield from _of_stage(plan, stage, f"stages.{number}")
    for number, task in enumerate(plan.first_week):
        for name in ("step", "text"):
            yield PlanLine(path=f"first_week.{number}.{name}", key=f"task.{name}", text=getattr(task, name))


def _of_stage(plan: Plan, stage: StagePlan, path: str) -> Iterator[PlanLine]:
    for name in _STAGE:
        yield _line(f"{path}.{name}", f"stage.{name}", getattr(stage, name))
    for number, suggestion in enumerate(stage.suggestions):
        yield from _of_item(plan, suggestion, f"{path}.suggestions.{number}", "suggestion", _SUGGESTION)
    if stage.email:
        yield from _of_item(plan, stage.email, f"{path}.email", "email", _EMAIL)
    for name in ("what", "how"):
        yield PlanLine(path=f"{path}.metric.{name}", key=f"metric.{name}", text=getattr(stage.metric, name))


def _of_item(plan: Plan, item: Suggestion | Email, path: str, kind: str, names: tuple[str, ...]) -> Iterator[PlanLine]:
    place = plan.place_of(item.play)
    for name in ("name", *names):
        yield PlanLine(path=f"{path}.{name}", key=f"{kind}.{name}", text=getattr(item, name), place=place)


def _line(path: str, key: str, line: Line) -> PlanLine:
    return PlanLine(path=path, key=key, text=line.text, basis=line.basis)


def _set(part: Any, path: list[str], text: str) -> Any:
    if not path:
        return part.model_copy(update={"text": text}) if isinstance(part, Line) else text
    first, rest = path[0], path[1:]
    if isinstance(part, tuple):
        place = int(first)
        return (*part[:place], _set(part[place], rest, text), *part[place + 1 :])
    return part.model_copy(update={first: _set(getattr(part, first), rest, text)})
