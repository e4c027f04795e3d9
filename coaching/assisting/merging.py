"""How facts that a language model proposes join those of the rules: they add, and only seldom replace."""

from itertools import combinations

from coaching.assisting.evidence import span_of
from coaching.assisting.screening import Screen
from journey.hearing import Heard, Intent
from journey.profile import FREE_TEXT, LIST_FIELDS, Change, Limits, ProfileField, Proposal
from journey.topics import FIELDS


def merged(heard: Heard, proposals: list[Proposal], screen: Screen) -> Heard:
    """`heard` with what a model adds: a field the rules left open and nothing told earlier stands in the way of. In
    the owner's own words it may also take a longer stretch around what the rules took, or share out one that they took
    whole."""
    proposals = list(filter(screen.lets, proposals))
    facts = _split(heard.facts, proposals, screen)
    for proposal in proposals:
        facts = _with(facts, proposal, heard.intent, screen)
    if facts == heard.facts:
        return heard
    intent = Intent.INFORM if heard.intent is Intent.UNCLEAR else heard.intent
    return heard.model_copy(
        update={"facts": facts, "intent": intent, "thin": heard.thin and not _answered(facts, screen)}
    )


def _split(facts: tuple[Proposal, ...], proposals: list[Proposal], screen: Screen) -> tuple[Proposal, ...]:
    """An answer that the rules took whole, shared out over several fields, its own among them."""
    for whole in [fact for fact in facts if fact.field in FREE_TEXT]:
        parts = [
            p
            for p in proposals
            if p.field in FREE_TEXT and len(p.quote) < len(whole.quote) and _overlap(p, whole, screen)
        ]
        apart = not any(_overlap(a, b, screen) for a, b in combinations(parts, 2))
        if apart and len({p.field for p in parts}) == len(parts) > 1 and whole.field in {p.field for p in parts}:
            others = tuple(fact for fact in facts if fact is not whole and fact.field not in {p.field for p in parts})
            facts = (*others, *parts)
    return facts


def _with(facts: tuple[Proposal, ...], new: Proposal, intent: Intent, screen: Screen) -> tuple[Proposal, ...]:
    same = [fact for fact in facts if fact.field is new.field]
    if new.field in LIST_FIELDS:
        return _listed(facts, new, screen)
    if isinstance(new.value, Limits):
        return facts if same else (*facts, new) if _may(new, intent, screen) else facts
    if same and _says_more(new, same[0]):
        return tuple(new if fact is same[0] else fact for fact in facts)
    clash = new.field in FREE_TEXT and any(f.field in FREE_TEXT and _overlap(f, new, screen) for f in facts)
    return facts if same or clash or not _may(new, intent, screen) else (*facts, new)


def _listed(facts: tuple[Proposal, ...], new: Proposal, screen: Screen) -> tuple[Proposal, ...]:
    """A channel that nothing was made of yet, in this message or before, joins the others."""
    values = [item for f in facts if f.field in LIST_FIELDS and isinstance(f.value, tuple) for item in f.value]
    values += [item for field in LIST_FIELDS for item in screen.context.profile.many(field)]
    items = tuple(item for item in new.value if item not in values) if isinstance(new.value, tuple) else ()
    return (*facts, new.model_copy(update={"value": items, "change": Change.ADD})) if items else facts


def _may(new: Proposal, intent: Intent, screen: Screen) -> bool:
    """Whether a model may fill this field: it was open, it was asked for, or the rules heard a correction."""
    profile, asking = screen.context.profile, screen.context.asking
    if isinstance(new.value, Limits):
        open_ = all(getattr(profile.limits, name) is None for name, value in new.value if value not in (None, (), ""))
    else:
        open_ = not profile.told(new.field)
    return open_ or intent is Intent.CORRECT or (asking is not None and new.field in FIELDS.get(asking, ()))


def _says_more(new: Proposal, old: Proposal) -> bool:
    """Whether both are the owner's own words, and the new ones hold the old and go on."""
    if new.field not in FREE_TEXT or not isinstance(new.value, str) or not isinstance(old.value, str):
        return False
    return old.value.lower() in new.value.lower() and len(new.value) > len(old.value)


def _overlap(one: Proposal, other: Proposal, screen: Screen) -> bool:
    first, second = span_of(one.quote, screen.text), span_of(other.quote, screen.text)
    return first is not None and second is not None and first.touches(second)


def _answered(facts: tuple[Proposal, ...], screen: Screen) -> bool:
    asking = screen.context.asking
    wanted: tuple[ProfileField, ...] = FIELDS.get(asking, ()) if asking else ()
    return any(fact.field in wanted for fact in facts)
