"""What is closed only in part: some weeks of a month ("de eerste twee weken van januari"), or a part of the business
("only the tents are shut"). It is kept as it was told: neither the whole month nor all of the business is closed."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import any_of, load
from journey.profile import ProfileField

_WORDS = load("days")["partly"]
_YEARS = load("days")["months"].values()
_SHORTS = load("days")["short_months"].values()
_MONTH = any_of({name for year in (*_YEARS, *_SHORTS) for names in year for name in names.split("|")})
_STRETCH = re.compile(rf"\b(?P<when>{_WORDS['weeks']})\s+(?:(?:van|of|in|de|the|maand|month)\s+)*(?P<month>{_MONTH})\b")
_BEHIND = re.compile(rf"\b(?P<month>{_MONTH})\b[^.;!?\n]{{0,25}}?\b(?P<when>{_WORDS['weeks_alone']})\b")
_FOR_A_PART = re.compile(
    rf"\b(?:{_WORDS['shut']})\s+(?:for|voor)\s+(?:the |de |het )?(?P<part>(?!(?:{_WORDS['no_part']})\b)[a-z][a-z'-]+)"
)
_A_PART = re.compile(
    rf"\b(?:(?:only|just|alleen|enkel)\s+)?(?:the|de|het|den|'t|our|onze?|my|mijn)\s+(?P<part>(?!(?:{_WORDS['no_part']})\b)"
    rf"[a-z][a-z'-]+)\s+(?:{_WORDS['is']})\b"
)
_TIMES = re.compile(rf"\b(?:{_MONTH})\b|\b(?:{any_of(load('days')['seasons'])})\b")
_OF_US = (ProfileField.OFFER, ProfileField.SECTOR, ProfileField.BUSINESS_NAME)


def of_month(low: str, day: str) -> str:
    """A month in which not all of it is closed, as folded words tell it; else the `day` as it is."""
    if not re.fullmatch(_MONTH, day):
        return day
    for pattern in (_STRETCH, _BEHIND):
        for match in pattern.finditer(low):
            if match["month"] == day:
                return match.group() if pattern is _STRETCH else f"{match['when']} in {day}"
    return day


def part_closed(reading: Reading, low: str) -> str:
    """What of the business is closed, with when: "tents (nov to march)"; empty where all is, or no month is told."""
    told = _FOR_A_PART.search(low) or _A_PART.search(low)
    own = fold(" ".join(reading.context.profile.text(field) for field in _OF_US))
    times = list(_TIMES.finditer(low))
    if told is None or not times or told["part"] in own:
        return ""
    return f"{told['part']} ({low[times[0].start() : times[-1].end()]})"
