"""What changed between two versions of a plan."""

from coaching.desk.plan_lines import PlanLine, lines_of
from coaching.frozen import Frozen
from journey.plan import Email, Plan, StagePlan, Suggestion


class Difference(Frozen):
    """One line that differs: `before` is "" where it is new, `now` where it is gone. `where` is the stage, suggestion,
    e-mail or task that it belongs to, by name; "" for none."""

    key: str
    where: str
    before: str
    now: str


def differences(before: Plan, now: Plan) -> tuple[Difference, ...]:
    """Every line that differs, in reading order, what is gone at the end. What only moved is the same."""
    old, new = _by_identity(before), _by_identity(now)
    return tuple(
        _difference(identity, old.get(identity), new.get(identity), before, now)
        for identity in dict.fromkeys((*new, *old))
        if _text(old.get(identity)) != _text(new.get(identity))
    )


_Identity = tuple[str, str, str]


def _by_identity(plan: Plan) -> dict[_Identity, PlanLine]:
    """Lines by what makes them the same in another version: play or stage, the kind of text, and the day of a task."""
    return {(_owner_of(plan, line), line.key, _day_of(plan, line)): line for line in lines_of(plan)}


def _day_of(plan: Plan, line: PlanLine) -> str:
    top, *parts = line.path.split(".")
    return plan.first_week[int(parts[0])].day if top == "first_week" else ""


def _owner_of(plan: Plan, line: PlanLine) -> str:
    top, *parts = line.path.split(".")
    if top == "first_week":
        return plan.first_week[int(parts[0])].play
    if top != "stages":
        return ""
    stage = plan.stages[int(parts[0])]
    item = _item(stage, parts[1:])
    return item.play if item else stage.stage


def _item(stage: StagePlan, parts: list[str]) -> Suggestion | Email | None:
    if parts[0] == "suggestions":
        return stage.suggestions[int(parts[1])]
    return stage.email if parts[0] == "email" else None


def _difference(identity: _Identity, was: PlanLine | None, is_: PlanLine | None, before: Plan, now: Plan) -> Difference:
    owner, key, _ = identity
    where = _name(owner, now if is_ else before)
    return Difference(key=key, where=where, before=_text(was), now=_text(is_))


def _name(owner: str, plan: Plan) -> str:
    if owner in plan.items:
        return f"{plan.place_of(owner)}. {plan.items[owner].name}"
    names = {stage.stage: stage.title for stage in plan.stages} | {task.play: task.name for task in plan.first_week}
    return names.get(owner, "")


def _text(line: PlanLine | None) -> str:
    return line.text if line else ""
