"""The summary of what is known: what the owner told and what the coach assumes, apart."""

from coaching.showing import shown
from coaching.understanding.money.currency import in_own_currency
from journey.profile import Profile, ProfileField, Status
from journey.trades import Sector
from prompts.words import Words

_LEFT_OUT = {ProfileField.LANGUAGE, ProfileField.MODEL}


def summary(profile: Profile, words: Words, sector: Sector | None) -> str:
    """All facts as two lists."""
    from coaching.planning.told import printable  # word lists, which no greeting needs

    profile = in_own_currency(printable(profile))
    told = _lines(profile, Status.TOLD, words, sector)
    assumed = _lines(profile, Status.ASSUMED, words, sector)
    parts = [words.say("summary.told"), *(told or [words.say("summary.nothing")])]
    if assumed:
        parts += ["", words.say("summary.assumed"), *assumed]
    return "\n".join(parts)


def _lines(profile: Profile, status: Status, words: Words, sector: Sector | None) -> list[str]:
    lines = []
    for field in ProfileField:
        fact = profile.facts.get(field)
        if fact is None or fact.status is not status or field in _LEFT_OUT:
            continue
        if text := shown(field, fact, words, sector):
            lines.append(f"• {words.say(f'field.{field}').capitalize()}: {text}")
    return lines
