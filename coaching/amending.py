"""What an edited message changes: the facts it gave, wherever nothing told later stands in their place."""

from collections.abc import Callable

from coaching.records import Told
from journey.profile import Fact, FactValue, Limits, Profile, ProfileField, Proposal, accept


def told_anew(
    profile: Profile, told: Told, proposals: tuple[Proposal, ...], source: Callable[[Proposal], int]
) -> Profile:
    """`profile` as it would be had the message said `proposals` from the beginning; `source` gives the number of the
    message that a proposal comes from."""
    anew = told.before
    for proposal in proposals:
        anew = accept(anew, (proposal,), source(proposal))
    for field in ProfileField:
        old, new = _told(told.after, field), _told(anew, field)
        if _value(old) != _value(new):
            profile = _with(profile, field, _merged(old, new, _told(profile, field)))
    return profile


def _merged(old: Fact | None, new: Fact | None, now: Fact | None) -> Fact | None:
    """What stands now, with the difference between what was told and what is told instead."""
    if _value(now) == _value(old):
        return new
    if now is None:
        return None
    before, after = _value(old), _value(new)
    if isinstance(now.value, tuple):
        gone, come = _items(before), _items(after)
        kept = tuple(item for item in now.value if item not in gone or item in come)
        return now.model_copy(update={"value": tuple(dict.fromkeys((*kept, *(i for i in come if i not in gone))))})
    if isinstance(now.value, Limits):
        return now.model_copy(update={"value": _merged_limits(_limits(before), _limits(after), now.value)})
    return now


def _merged_limits(old: Limits, new: Limits, now: Limits) -> Limits:
    kept = {name: getattr(new, name) for name, value in now if value == getattr(old, name)}
    return now.model_copy(update=kept)


def _with(profile: Profile, field: ProfileField, fact: Fact | None) -> Profile:
    empty = fact is None or fact.value in ((), Limits())
    return profile.without(field) if fact is None or empty else profile.with_fact(field, fact)


def _told(profile: Profile, field: ProfileField) -> Fact | None:
    return profile.facts[field] if profile.told(field) else None


def _value(fact: Fact | None) -> FactValue | None:
    return fact.value if fact else None


def _items(value: FactValue | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _limits(value: FactValue | None) -> Limits:
    return value if isinstance(value, Limits) else Limits()
