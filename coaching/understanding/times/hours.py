"""The hours a week an owner has for this; opening hours and prices per hour are something else."""

import re
from itertools import product

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.amounts import find_amounts
from coaching.understanding.money.money import sarcastic
from coaching.understanding.phrases.parts import parts
from coaching.understanding.phrases.people import COUNTED_OR_AGED
from coaching.understanding.text.normalise import Span
from coaching.understanding.text.numbers import Number
from coaching.understanding.times.settled import settles
from coaching.understanding.wordlists import any_of, load
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_HOUR = r"u+r(?:tje|e?kes?|e?ken|kn|en?)?s?"
_UNITS = (
    (re.compile(rf"\s*-?(?:of\s+)?(?:{_HOUR}|u|h|hrs?|hours?)\b"), 1.0),
    (re.compile(r"\s*-?(?:kwartier(?:tje|en|ke)?s?|quarters? of an hour)\b"), 0.25),
    (re.compile(r"\s*-?(?:minuten|minuutjes|min|minutes|mins)\b"), 1 / 60),
    (re.compile(r"\s*-?(?:dag(?:en|je)?|days?)\b"), 8.0),
    (re.compile(r"\s*-?(?:voormiddag|namiddag|ochtend|middag|morning|afternoon)(?:en|s)?\b"), 4.0),
    (re.compile(r"\s*-?(?:avond(?:en|je)?s?|evenings?)\b"), 3.0),
)
_ONE = re.compile(
    r"\b(?:een|'n|n|ne|nen|an?|one)\s+(?:klein |goed |goeie |krap |dik |ruim |good |"
    r"short )?(?=(?:half|uur|uurtje|kwartier|hour|dag\b|day\b|"
    r"voormiddag|namiddag|ochtend|avond|quarter|afternoon|morning|evening))"
)
#: "uurtje. vooral gezinnen": one, where hours were asked.
_BARE_ONE = re.compile(
    r"(?:max\w* |hooguit |amper |zo'n )?"
    r"(?=(?:uur(?:tje|ke|ken)|kwartier(?:tje|ke)?|hour)s?"
    r"(?: (?:max\w*|ofzo|tops|or so|(?:per|a|in de|in the|elke|each|every) we+k))*$)"
)
_HALF = re.compile(rf"\b(?:h?alf\s?{_HOUR}|half an hour|half hour)\b")
#: "twee uur en half", "two and a half hours", "1u30".
_AND_HALF = re.compile(
    r"\s*(?:uur|uren|u|hours?|hrs?)?\s*(?:en|and|n|&)\s+(?:een |a )?hal(?:f|ve)\b(?! euro)|"
    r"\s*(?:u|h|uur)\s?30\b(?=\W|$)"
)
#: "an hour n a half".
_AND_A_HALF = re.compile(r"\s*(?:en|and|n|&)\s+(?:een |a )?hal(?:f|ve)\b(?! euro)")
_HALF_DAY = re.compile(r"\b(?:halve|half a) (?:dag|day)\b")
_HOUR_OR = re.compile(r"\b(?:uur|uurtje|uurke|uurken)s? of\s+$")
_PER_DAY = re.compile(
    r"(?<![a-z])(?:per|/|elke|iedere|a|each|every|p/)\s?(?:werk)?(?:dag|day|avond|ochtend|evening|morning|d)\b|"
    r"dagelijks|daily|\b'?s ?(?:avonds|morgens|ochtends|middags)\b|\b(?:of an|in the) (?:evening|morning)s?\b|"
    r"\bbefore bed\b|"
    r"\bvoor het slapengaan\b"
)
_MONTHLY = (
    r"(?:(?<![a-z])(?:per|/|elke|a|each|p/|in de|op een)\s?(?:maand|month|mnd|mnth|mth|m)\b|"
    r"\b(?:pm|maandelijks|monthly)\b)"
)
_PER_MONTH = re.compile(_MONTHLY)
#: "een uurtje of twee, hooguit, per maand": a few words may stand between.
_SOME_WORDS = r"(?:(?!(?:en|and|n|plus|maar|but|dus|so)\b)[a-z']+\W+){0,3}?"
_MONTH_BEHIND, _MONTH_BEFORE = re.compile(rf"\W*{_SOME_WORDS}{_MONTHLY}"), re.compile(rf"{_MONTHLY}\W*{_SOME_WORDS}$")
_PER_WEEK = re.compile(
    r"(?<![a-z])(?:per|/|elke|iedere|a|each|every|p/|in de|op een)\s?(?:week|w)\b|wekelijks|weekly|p\.?w\b"
)
_TIMES = re.compile(r"\b(\d|een|twee|drie|vier|twice|two|three) ?(?:keer|maal|x|times)\b|\btwice\b")
_TIME_WORD = re.compile(r"\b(?:tijd|time|vrij|heb|hebben|have|kan|can|bested\w*|spend|spare|free|vrijmaken|max\w*)\b")
_NOT_MINE = re.compile(
    r"\bhour(?:'s|s') (?!work\b|time\b)|\bhours? (?:session|visit|lesson|class|massage|treatment|walk|slot)s?\b|"
    r"\buur(?:tje)? (?:les|massage|sessie|behandeling|training|workshop)\b|"
    r"\b(?:open|geopend|opening\w*|gesloten|dicht|om \d|levering|binnen|within|in advance|op voorhand|"
    r"wachten|duurt|duren|in (?:\w+ ){0,2}(?:minuten|minuutjes|minutes|mins)|"
    r"doet er|does it in|(?:mijn|m'n|my|onze|our) \w+ (?:doet|does|werkt|works|heeft|has)|takes|"
    r"sessie|les geef|geef \d+ uur|loondienst|vlucht|rijden|drive|durend|at \d)\b|"
    r"\b(?:ik|we|wij|i) (?:werk|werken|work) |\bvan \d{1,2}(?:[:.u]\d\d)? ?(?:u|uur)? ?tot\b|"
    r"\bfrom \d{1,2}(?:am)? (?:to|till|until)\b|(?:euro|eur|€|£|\$) ?(?:per|/|an?) ?(?:uur|u|hour)|\d (?:uur|u) slapen"
)
#: "na 18u", "vanaf 17 uur": a time of the day.
_CLOCK = re.compile(
    r"\b(?:(?:voor|om|rond|before|by|till?|until|around)(?: een uur of)? (?:1[3-9]|2[0-4])|"
    r"(?:na|vanaf|tegen|after|from)(?: een uur of)? (?:[6-9]|1\d|2[0-4]))"
    r"(?:[:.u]\d\d)? ?(?:u|uur|h|pm|am|o'clock)\b(?! (?:per|a|in de|elke) )"
)
#: "mijn dochter heeft daar anderhalf uur per week voor": who helps gives the time.
_HELPS = re.compile(
    r"\b(?:mijn|m'n|ons|onze|my|our) \w+ (?:heeft|has|kan|can|could|wil|zou|would|doet|does)\b.{0,40}"
    r"\b(?:daarvoor|hiervoor|ervoor|eraan|for (?:this|that|it)|per week|in de week|a week|each week)\b"
)
#: "we doen het op een dag": how long the work takes.
_DONE_IN = re.compile(
    r"\b(?:(?:op|in|binnen|within|inside) (?:\d+|een|a|an|one|twee|two|drie|three|vier|four|enkele|a few)(?: \w+)? "
    r"(?:dag|dagen|days?)\b(?!.{0,25}\b(?:we+k|maand|month)\b)|(?:klaar|gedaan|done|ready|finished) (?:in|op|na) \w)"
)
#: "uren: 5", "tijd = 3".
_LABELLED = re.compile(
    r"^(?:mijn |my )?(?:uren|uur per week|tijd|hours|time)(?: per week| a week)?\s*(?::|=|is|zijn|are|naar|"
    r"to)\s*(?P<hours>\d{1,2}(?:[.,]5)?)\s*(?:u|uur|h|hours?)?\W*$"
)
#: What tells of the business rather than of the owner's time, where the clause goes on: "maandag dicht, dus een uur".
_SHUT = re.compile(r"\b(?:open|geopend|gesloten|dicht|toe|closed|shut|druk|busy|stil|quiet)\b")
_OPENING = re.compile(r"\b(?:open|geopend|openingsuren|openingstijden|opening hours)\b")
#: A price an hour, unless the coach asked for hours: "not much, an hour maybe".
_AN_HOUR = re.compile(r"per uur|(?<!half )an hour\b(?! or| a)|p/u")
#: "3u ofzo per week" by itself: there is nothing else it could be about.
_NOTHING_ELSE = re.compile(
    r"(?:(?:en|and|maar|dus|so|ongeveer|zo'n|een|maximum|maximaal|max\.?|hooguit|about|around|maybe|misschien|a|an|"
    r"couple|of|"
    r"paar|ofzo|of zo|a|à|tot|or|to|denk ik|i think|tops|hoogstens|amper|nauwelijks|only|enkel|just|ruwweg|zo)\s*|"
    r"[\d.,-]+\s*|(?:een|twee|drie|vier|vijf|zes|acht|tien|one|two|three|four|five|six)\s+|"
    r"(?:u|uur|uren|uurtjes?|uurkes?|h|hrs?|hours?)\b\s*|(?:per|/|a|in de|p/|elke)\s*(?:week|w)\b\s*|p\.?w\.?\s*)+"
)
#: "een uurtje zei ik": told again, where it was asked again.
_ALONE = re.compile(rf"{_NOTHING_ELSE.pattern}(?:$|(?:zei|hoor|he|zeg|max\w*|hooguit|i said|ja|toch)\b)")
_NO_TIME = re.compile(r"\b(?:niks|niets|geen|nul|zero|none|no time|nothing)\b|\b0\b")
#: Counts of other things: "google reviews heb ik er 11".
_COUNTED = re.compile(
    r"\b(?:reviews?|recensies|geleden|ago|jaar|years?|kinderen|kids|children|volgers|followers|klanten|customers|"
    r"website|er \d+|\d+ (?:of them|ervan|mensen|people|man|adressen|addresses|gasten|leden|members))\b"
)
_COUNTS = re.compile(r"\s*(?:%|jaar|weken|weeks|maanden|months|kamers|rooms|man\b|mensen|people)")
#: "die mail van de halve dag": days are time to give only where the clause says so.
_DAYS = re.compile(r"\b(?:dag(?:en|je)?|days?)\b")
_GIVES = re.compile(r"\b(?:doe (?:er )?maar|maak er|zeg maar|make it|say)\b")
#: "ik heb geen vier uur" says how many there aren't.
_DENIED = re.compile(r"(?:\b(?:geen|gene|gin|no|not|niet|nie|ni)|n't(?: have| got)?) (?:de |the )?$")
#: Words up to which hours told anew are about the time told before.
_FEW = 8
#: "in januari heb ik nul uur" tells of a month, not of every week.
_MONTH = re.compile(rf"\b(?:{any_of([month for months in load('days')['months'].values() for month in months])})\b")
_WORD_TIMES = {"een": 1, "twee": 2, "two": 2, "twice": 2, "drie": 3, "three": 3, "vier": 4}


def find_hours(reading: Reading) -> list[Finding]:
    """The hours a week a message tells; of a range the lower end."""
    if sarcastic(reading.text.low):
        return []
    if labelled := _LABELLED.search(reading.text.low):
        span = Span(labelled.start("hours"), labelled.end("hours"))
        limits = Limits(hours_per_week=float(labelled["hours"].replace(",", ".")))
        return [Finding(ProfileField.CONSTRAINTS, limits, span, uses=(reading.text.whole,))]
    stretches = _stretches(reading)
    settled = [part for part in stretches if asks_hours(reading) and settles(reading, part)]
    for several in (settled, stretches):
        for told, clause in product((_hours, _none_or_bare), several):
            if (hours := told(reading, clause)) is not None and not (hours == 0 and _MONTH.search(reading.text.low)):
                limits = Limits(hours_per_week=round(hours * _times_elsewhere(reading, clause), 2))
                return [Finding(ProfileField.CONSTRAINTS, limits, clause, uses=(clause,))]
    return []


def _times_elsewhere(reading: Reading, told: Span) -> float:
    """ "een halfuurtje, 3 avonden in de week": how often, where another clause tells it."""
    if _OFTEN.search(reading.text.low_of(told)):
        return 1.0
    found = next(
        (m for c in reading.text.clauses if c.start >= told.end and (m := _OFTEN.search(reading.text.low_of(c)))), None
    )
    if found is None or not asks_hours(reading):
        return 1.0
    word = found["times"]
    return float(word) if word.isdigit() else float(_WORD_TIMES[word])


_OFTEN = re.compile(
    r"\b(?P<times>[2-7]|twee|drie|vier|two|three) (?:x|keer|maal|times|dagen|days|avonden|evenings|"
    r"nights|ochtenden|mornings|middagen) "
    r"(?:per|in de|a|each|op een|/) ?we+k"
)


def _stretches(reading: Reading) -> list[Span]:
    """The parts of the message that may tell hours, where "an hour" counts like a number."""
    low = reading.text.low
    others = [match for pattern in (_ONE, _HALF, _SHUT) for match in pattern.finditer(low)]
    told = parts(reading, (Span(match.start(), match.end()) for match in others))
    return [part for part in told if not _OPENING.search(reading.text.low_of(part))]


def asks_hours(reading: Reading) -> bool:
    """Whether the open question is about time."""
    return reading.asked(Topic.CONSTRAINTS) and reading.context.question != "money"


def _hours(reading: Reading, clause: Span) -> float | None:
    low = reading.text.low_of(clause)
    of_the_work = _AN_HOUR.search(low) or _DONE_IN.search(low)
    not_mine = _NOT_MINE.search(low) and not (asks_hours(reading) and _HELPS.search(low))
    if not_mine or _CLOCK.search(low) or (of_the_work and not asks_hours(reading)):
        return None
    told = _amount(reading, clause, low)
    if told is None or not _about_me(reading, low):
        return None
    amount, start, end = told
    return amount * _per_week(low, amount, monthly=_monthly(reading, clause, start, end))


def _monthly(reading: Reading, clause: Span, start: int, end: int) -> bool:
    """Whether hours are told a month: by what stands beside them, for "per maand" may belong to money elsewhere."""
    low, numbers = reading.text.low, [number.span for number in reading.numbers]
    behind = _MONTH_BEHIND.match(low, end, clause.end)
    before = _MONTH_BEFORE.search(low, clause.start, start)
    if behind and not any(end <= number.start < behind.end() for number in numbers):
        return True
    return before is not None and not any(clause.start <= number.start < start for number in numbers)


def _about_me(reading: Reading, low: str) -> bool:
    if reading.asked(Topic.CONSTRAINTS) or (
        reading.asked(Topic.CONFIRM, Topic.PLAN_FEEDBACK) and _PER_WEEK.search(low)
    ):
        return True
    known = reading.context.profile.limits.hours_per_week is not None
    if known and (reading.correcting or len(reading.text.words) <= _FEW):
        return not _DAYS.search(low) or bool(_TIME_WORD.search(low) or _GIVES.search(low))
    if not known and reading.correcting and _ALONE.match(low):
        return True
    per = _PER_WEEK.search(low) or _PER_DAY.search(low) or _PER_MONTH.search(low)
    if _PER_WEEK.search(low) and _NOTHING_ELSE.fullmatch(low):
        return True
    return bool(per and _TIME_WORD.search(low)) or bool(re.search(r"\b(?:tijd|time)\b", low) and _PER_WEEK.search(low))


def _amount(reading: Reading, clause: Span, low: str) -> tuple[float, int, int] | None:
    """The hours that a clause tells, and where they begin and end."""
    for number in reading.numbers:
        if clause.holds(number.span) and (found := _in_hours(reading, number)) is not None:
            return found, number.span.start, _past_unit(reading.text.low, number.span.end)
    for pattern, hours in ((_HALF_DAY, 4.0), (_HALF, 0.5)):
        if match := pattern.search(low):
            return hours, clause.start + match.start(), clause.start + match.end()
    one = _ONE.search(low) or (_BARE_ONE.match(low) if asks_hours(reading) else None)
    unit = _unit(low, one.end()) if one else None
    if one is None or unit is None:
        return None
    end = _past_unit(reading.text.low, clause.start + one.end())
    half = _AND_A_HALF.match(reading.text.low, end)
    return unit * 1.5 if half else unit, clause.start + one.start(), half.end() if half else end


def _past_unit(low: str, at: int) -> int:
    return next((match.end() for pattern, _ in _UNITS if (match := pattern.match(low, at))), at)


def _in_hours(reading: Reading, number: Number) -> float | None:
    low = reading.text.low
    if _DENIED.search(low, max(0, number.span.start - 14), number.span.start):
        return None
    if number.worded and _HALF.match(low, number.span.start):
        return 0.5
    if _HOUR_OR.search(low, max(0, number.span.start - 14), number.span.start):
        return number.value
    if _AND_HALF.match(low, number.span.end):
        return number.value + 0.5
    unit = _unit(low, number.span.end)
    return None if unit is None else number.value * unit


def _unit(low: str, at: int) -> float | None:
    for pattern, hours in _UNITS:
        if pattern.match(low, at):
            return hours
    return None


def _per_week(low: str, amount: float, *, monthly: bool) -> float:
    if _PER_DAY.search(low) and amount < 8:
        return 5.0
    if monthly:
        return 0.25
    times = _TIMES.search(low)
    if times:
        word = times.group(1) or "twice"
        return float(word) if word.isdigit() else float(_WORD_TIMES[word])
    return 1.0


def _none_or_bare(reading: Reading, clause: Span) -> float | None:
    low = reading.text.low_of(clause)
    if not asks_hours(reading) or reading.context.question != "hours" or _NOT_MINE.search(low):
        return None
    if _COUNTED.search(low) or COUNTED_OR_AGED.search(low):
        return None
    money = [amount.span for amount in find_amounts(reading)]
    for number in reading.numbers:
        counts = _COUNTS.match(reading.text.low, number.span.end)
        if clause.holds(number.span) and not counts and not any(span.touches(number.span) for span in money):
            monthly = _monthly(reading, clause, number.span.start, number.span.end)
            return number.value * _per_week(low, number.value, monthly=monthly)
    short = len(reading.text.words) <= 8 and "idee" not in low
    return 0.0 if short and _NO_TIME.search(low) else None
