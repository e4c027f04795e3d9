"""Days of the week, as owners name them and as they are shown."""

from collections.abc import Iterable

from prompts.words import Words

ALL_DAYS = range(1, 8)


def numbers(named: Iterable[str], words: Words) -> set[int]:
    """The days of the week that `named` names, in either language."""
    known = {day: {words.say(f"day.{day}").lower(), words.say(f"day_also.{day}").lower()} for day in ALL_DAYS}
    said = {name.lower().strip() for name in named}
    return {day for day, names in known.items() if names & said}


def listed(named: Iterable[str], words: Words) -> str:
    """Days as a plan names them, in the order of the week; what isn't a day of the week as it was told."""
    told = tuple(named)
    found = numbers(told, words)
    others = [name for name in told if not numbers((name,), words)]
    return words.listed([*(words.say(f"day.{day}") for day in sorted(found)), *others])
