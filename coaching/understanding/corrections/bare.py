"""A correction that is a number and no more: it replaces the number that was told last."""

import re
from dataclasses import replace

from coaching.understanding.corrections.correction import named_topic
from coaching.understanding.corrections.told_before import Old
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.price_changes import amended
from coaching.understanding.money.prices import retold
from coaching.understanding.phrases.parts import part_at
from coaching.understanding.text.alone import alone
from coaching.understanding.text.normalise import fold, read
from coaching.understanding.text.numbers import Number, find_numbers
from journey.profile import FREE_TEXT, EmailList, FactValue, GoalFact, Limits, ProfileField
from journey.topics import FIELDS

#: Words up to which a number alone puts right the last one told.
_FEW = 8
#: Hours a week that nobody has for this.
_MOST_HOURS = 60


def find_bare(reading: Reading) -> list[Finding]:
    """The field of the number told last, with the one number of this message."""
    known = {number for fact in reading.context.profile.facts.values() for number in _numbers(fact.value)}
    new = [number for number in reading.numbers if number.value not in known and number.value >= 1]
    if len(new) != 1:
        return []
    number = new[0]
    if goal := _of_goal(reading, number):
        return [goal]
    beside = reading.text.without([number.span]).low_of(part_at(reading, number.span.start))
    short = len(reading.text.words) <= _FEW and alone(beside)
    last = _taken_back(reading) or (_told_last(reading) if short else None)
    if last is None or last[0] in FREE_TEXT:
        return []
    named = named_topic(reading.text)
    if named is not None and last[0] not in FIELDS.get(named, ()):
        return []
    field, value = last[0], _like(reading, last[1], number.value, reading.text.of(number.span))
    if field is ProfileField.PRICE and (prices := amended(reading, number)):
        value = prices
    return [Finding(field, value, number.span)]


def _of_goal(reading: Reading, number: Number) -> Finding | None:
    """ "6 klussen", where the goal is told in words that name such things: "binnenklussen voor de winter"."""
    known = reading.context.profile.goal
    clause = reading.text.clause_at(number.span.start)
    counted = _COUNTED.fullmatch(reading.text.low, number.span.end, clause.end)
    if known is None or known.target is not None or counted is None or find_numbers(read(known.text)):
        return None
    words = re.finditer(r"[\w'-]+", known.text)
    thing = next((word for word in words if fold(word.group()).endswith(counted["thing"])), None)
    if thing is None:
        return None
    told = f"{known.text[: thing.start()]}{reading.text.of(number.span)} {known.text[thing.start() :]}"
    goal = known.model_copy(update={"text": told, "target": number.value, "unit": thing.group()})
    return Finding(ProfileField.GOAL, goal, clause)


#: What is counted, and nothing else.
_COUNTED = re.compile(r"\s+(?:(?:nieuwe|extra|stuks|new|more)\s+)?(?P<thing>[a-z'-]{4,})\s*[.!]*")


def renumbered(reading: Reading, old: Old | None, found: list[Finding]) -> list[Finding]:
    """The findings, a goal that only puts another number in the one told as that goal with its number: "maak er acht
    nieuwe leerlingen van in plaats van vijf"."""
    known = reading.context.profile.goal
    of_goal = old is not None and old.field is ProfileField.GOAL
    if not (of_goal or reading.correcting) or known is None or known.target is None:
        return found
    kept = []
    for finding in found:
        goal = finding.value
        number = next((n for n in reading.numbers if isinstance(goal, GoalFact) and n.value == goal.target), None)
        counts = of_goal or (isinstance(goal, GoalFact) and goal.unit and goal.unit == known.unit)
        if number and counts and isinstance(goal, GoalFact) and _as_known(goal, known):
            finding = replace(finding, value=_like(reading, known, number.value, reading.text.of(number.span)))
        kept.append(finding)
    return kept


def _as_known(goal: GoalFact, known: GoalFact) -> bool:
    """Whether nothing of a goal is told other than of the known one, but its number."""
    pairs = ((goal.kind, known.kind), (goal.unit, known.unit), (goal.per, known.per), (goal.deadline, known.deadline))
    return all(not now or not before or now == before for now, before in pairs)


def _taken_back(reading: Reading) -> tuple[ProfileField, FactValue] | None:
    """The field whose number the message takes back by name: "250, geen 150"."""
    new = {n.value for n in reading.numbers}
    old = {n.value for n in find_numbers(read(reading.text.original))} - new
    facts = reading.context.profile.facts
    return next(((field, facts[field].value) for field in facts if old & _numbers(facts[field].value)), None)


def _numbers(value: FactValue) -> set[float]:
    if isinstance(value, GoalFact):
        return {value.target} if value.target is not None else set()
    if isinstance(value, Limits):
        return {number for number in (value.hours_per_week, value.euros_per_month) if number is not None}
    if isinstance(value, EmailList):
        return {float(value.size)} if value.size else set()
    return {number.value for number in find_numbers(read(value))} if isinstance(value, str) else set()


def _told_last(reading: Reading) -> tuple[ProfileField, FactValue] | None:
    facts = reading.context.profile.facts
    numeric = [field for field, fact in facts.items() if _has_number(fact.value)]
    if not numeric:
        return None
    field = max(numeric, key=lambda f: facts[f].evidence)
    return field, facts[field].value


def _has_number(value: FactValue) -> bool:
    if isinstance(value, GoalFact):
        return value.target is not None
    if isinstance(value, Limits):
        return value.hours_per_week is not None or value.euros_per_month is not None
    return isinstance(value, EmailList) or (isinstance(value, str) and any(c.isdigit() for c in value))


def _are_hours(reading: Reading, old: Limits, value: float) -> bool:
    """Whether a number takes the place of the hours rather than of the money: by which of them the message names."""
    named = {number.value for number in find_numbers(read(reading.text.original))}
    hours, euros = old.hours_per_week in named, old.euros_per_month in named
    if old.hours_per_week is None or value > _MOST_HOURS or (euros and not hours):
        return False
    return hours or reading.context.question != "money"


def _like(reading: Reading, old: FactValue, value: float, told: str) -> FactValue:
    if isinstance(old, GoalFact):
        before = next((number.span for number in find_numbers(read(old.text)) if number.value == old.target), None)
        text = f"{old.text[: before.start]}{told}{old.text[before.end :]}" if before else old.text
        return old.model_copy(update={"text": text, "target": value})
    if isinstance(old, EmailList):
        return EmailList(has=True, size=int(value))
    if isinstance(old, Limits):
        return Limits(hours_per_week=value) if _are_hours(reading, old, value) else Limits(euros_per_month=value)
    return retold(str(old), told)
