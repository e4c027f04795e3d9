"""What a change made different, told to the owner: what came in the place of what, with its text, and what is kept."""

from coaching.records import PlanVersion
from journey.changes import ChangeKind, PlanChange
from journey.keys import Form
from journey.plan import Email, Plan, Suggestion
from prompts.words import Words

_Item = Suggestion | Email


def difference(before: PlanVersion, now: PlanVersion, change: PlanChange | None, words: Words) -> str:
    """The new version in short; `change` is None where the last change was taken back."""
    if change is None:
        return words.say("change.undone", version=now.version)
    if change.kind is ChangeKind.SHORTER:
        return _shorter(before.plan, now, change, words)
    news = _newcomers(before.plan, now.plan)
    kept_out = _kept_out(before.plan, now.plan, words)
    parts = [words.say("change.made", version=now.version), *kept_out]
    if change.refusal and change.refusal.reason and not (kept_out or news):
        parts.append(words.say("change.heard", told=change.refusal.reason))
    parts += [words.say("change.nearest", wanted=change.wanted)] if change.wanted and news else []
    parts += [_shown(place, item, words) for place, item in news.items()]
    return "\n\n".join(part for part in parts if part)


def _shorter(before: Plan, now: PlanVersion, change: PlanChange, words: Words) -> str:
    if not change.plays:
        counts = {"before": len(before.suggestions), "now": len(now.plan.suggestions)}
        return words.say("change.shorter_plan", version=now.version, **counts)
    texts = [_shown(now.plan.place_of(play), now.plan.items[play], words) for play in change.plays]
    return "\n\n".join((words.say("change.made", version=now.version), *texts))


def _newcomers(before: Plan, now: Plan) -> dict[str, _Item]:
    """What stands in the plan that didn't, in another channel's words included; what only waits now isn't new."""
    return {place: now.items[play] for place, play in now.places.items() if _is_new(now.items[play], before)}


def _is_new(item: _Item, before: Plan) -> bool:
    old = before.items.get(item.play)
    return old is None or old.model_copy(update={"later": item.later}) != item


def _kept_out(before: Plan, now: Plan, words: Words) -> list[str]:
    """What the owner's reason rules out from here on, in the whole plan."""
    new = [line for line in now.respected if line not in before.respected]
    back = [form for form in Form if before.wishes.refuses(form) and not now.wishes.refuses(form)]
    told = [words.say("change.remembered", what=" ".join(new))] if new else []
    named = words.listed([words.say(f"form.{form}") for form in back])
    return [*told, words.say("change.allowed", forms=named)] if back else told


def _shown(place: str, item: _Item, words: Words) -> str:
    later = f" ({words.say('change.later')})" if item.later else ""
    if isinstance(item, Email):
        return f"{place}. {item.name}{later}\n{item.subject}\n\n{item.body}"
    return f"{place}. {item.name}{later}\n{item.why}\n\n{item.text}"
