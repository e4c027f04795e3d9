"""Months of the year that an owner told as quiet or busy, which go before those that are usual in the trade."""

from collections.abc import Iterable
from functools import cache
from math import ceil

from journey.keys import LANGUAGES, Address, Language
from journey.profile import Limits, Profile
from journey.trades import Sector, SectorWords
from prompts.words import Words

_YEAR = range(1, 13)
#: So many months on end are named by the first and the last.
_A_RUN = 3
_A_MONTH = 31
#: Seasons as owners name them, by their first month; "laagseizoen" is another one in every trade.
_SEASONS = {
    **dict.fromkeys(("winter",), 12),
    **dict.fromkeys(("lente", "voorjaar", "spring"), 3),
    **dict.fromkeys(("zomer", "summer"), 6),
    **dict.fromkeys(("herfst", "najaar", "autumn"), 9),
}
#: Holidays as owners name them, by the months they fall in.
_HOLIDAYS = {
    **dict.fromkeys(("kerst", "kerstvakantie", "christmas"), (12,)),
    **dict.fromkeys(("pasen", "paasvakantie", "easter"), (4,)),
    **dict.fromkeys(("zomervakantie", "grote vakantie"), (7, 8)),
    "krokusvakantie": (2,),
    "herfstvakantie": (10,),
}


def months(named: Iterable[str]) -> tuple[int, ...]:
    """The months that `named` names, in either language, those of a season or a holiday included; in the order told."""
    return tuple(dict.fromkeys(month for name in named for month in _named().get(name.lower().strip(), ())))


def months_listed(named: Iterable[str], words: Words) -> str:
    """Months as a list names them: "januari en mei tot september"; empty where none is named."""
    return words.listed([part for run in _runs(months(named)) for part in _named_run(run, words)])


def in_months_told(named: Iterable[str], words: Words) -> str:
    """When it is, with its preposition: "in januari en van mei tot september"; empty where no month is named."""
    runs = _runs(months(named))
    single = [part for run in runs if len(run) < _A_RUN for part in _named_run(run, words)]
    parts = [words.say("week.in_months", months=words.listed(single))] if single else []
    parts += [words.say("week.from_month", months=_named_run(run, words)[0]) for run in runs if len(run) >= _A_RUN]
    return words.listed(parts)


def _named_run(run: tuple[int, ...], words: Words) -> list[str]:
    names = [words.say(f"month.{month}") for month in run]
    return names if len(run) < _A_RUN else [words.say("week.run", first=names[0], last=names[-1])]


def _runs(told: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Months in runs without a gap, the year going round; in the order told."""
    left, runs = list(told), []
    while left:
        first = left[0]
        while (before := (first - 2) % len(_YEAR) + 1) in left and before != left[0]:
            first = before
        run = [first]
        while (after := run[-1] % len(_YEAR) + 1) in left and after != first:
            run.append(after)
        left = [month for month in left if month not in run]
        runs.append(tuple(run))
    return runs


def in_their_year(sector: Sector, profile: Profile) -> Sector:
    """The pack with the quiet and busy months that the owner told in the place of its own."""
    quiet, busy = months(profile.limits.quiet_days), months(profile.limits.busy_days)
    if not quiet and not busy:
        return sector
    told = {
        "quiet_months": quiet or _without(sector.quiet_months, busy),
        "busy_months": busy or _without(sector.busy_months, quiet),
    }
    spoken: dict[str, SectorWords] = {
        language: _spoken(sector.words(language), profile.limits, _words(language)) for language in LANGUAGES
    }
    return sector.model_copy(update={**told, **spoken})


def year_told(limits: Limits, sector: Sector, words: Words, **slots: str) -> str:
    """What the quiet and busy months told ask of the plan: when to begin on the quiet ones, counted back by the length
    of a purchase, and what not to do in the busy ones. Empty where no month was told."""
    parts = []
    if quiet := months(limits.quiet_days):
        start = words.say(f"month.{_begun(quiet[0], sector.purchase_days[1])}")
        named = in_months_told(limits.quiet_days, words)
        parts.append(words.say("week.quiet_told", when=named, start=start, **slots))
    if months(limits.busy_days):
        parts.append(words.say("week.busy_told", when=in_months_told(limits.busy_days, words), **slots))
    return " ".join(parts)


def _begun(month: int, days: float) -> int:
    """The month in which to begin on what must bear fruit in `month`: a purchase earlier, at least a month."""
    return (month - 1 - max(1, ceil(days / _A_MONTH))) % 12 + 1


def _without(usual: tuple[int, ...], told: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(month for month in usual if month not in told)


def _spoken(pack: SectorWords, limits: Limits, words: Words) -> SectorWords:
    when = {"slow_time": in_months_told(limits.quiet_days, words), "busy_time": in_months_told(limits.busy_days, words)}
    told = {name: (named,) for name, named in when.items() if named}
    return pack.model_copy(update={"setting": pack.setting.model_copy(update=told)})


def _words(language: Language) -> Words:
    return Words(language, Address.JE)


@cache
def _named() -> dict[str, tuple[int, ...]]:
    every = [_words(language) for language in LANGUAGES]
    single = {words.say(f"month.{month}").lower(): (month,) for words in every for month in _YEAR}
    seasons = {name: tuple((first + step - 1) % 12 + 1 for step in range(3)) for name, first in _SEASONS.items()}
    return {**single, **seasons, **_HOLIDAYS}
