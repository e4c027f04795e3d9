"""Days, months and seasons in which the business is closed, quiet or full."""

import re
from collections.abc import Iterable
from itertools import pairwise

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, fold, read
from coaching.understanding.times.hours import asks_hours
from coaching.understanding.times.partly import of_month, part_closed
from coaching.understanding.wordlists import any_of, load
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_WORDS = load("days")
_WEEKS: tuple[list[str], ...] = tuple(_WORDS["days"].values())
_NAMES = tuple(dict.fromkeys(name for kind in ("days", "months") for names in _WORDS[kind].values() for name in names))
_YEARS: tuple[list[str], ...] = tuple(_WORDS["months"].values())


def _by_name(rounds: tuple[list[str], ...], shorts: Iterable[list[str]]) -> dict[str, list[tuple[list[str], int]]]:
    """Where each name and each short one stands in its week or year, in each language that has it."""
    known: dict[str, list[tuple[list[str], int]]] = {}
    for names, short in zip(rounds, shorts, strict=True):
        for at, name in enumerate(names):
            for called in dict.fromkeys((name, *short[at].split("|"))):
                known.setdefault(called, []).append((names, at))
    return known


_SHORT = {short for names in _WORDS["short"].values() for shorts in names for short in shorts.split("|")}
_SHORT_MONTHS = {short for names in _WORDS["short_months"].values() for shorts in names for short in shorts.split("|")}
_IN_ROUND = {**_by_name(_WEEKS, _WORDS["short"].values()), **_by_name(_YEARS, _WORDS["short_months"].values())}
_DAY = re.compile(
    rf"\b(?P<name>{'|'.join([*_NAMES, *_WORDS['seasons']])})(?:en|s)?(?:namiddag|middag|avond|ochtend|voormiddag)?s?\b"
)
_ANY = any_of(name for name in _IN_ROUND if _IN_ROUND[name][0][0] in _WEEKS)
_ANY_MONTH = any_of(name for name in _IN_ROUND if _IN_ROUND[name][0][0] in _YEARS)
_TO = r"(?:-|tot (?:en met|aan)|tot|t/?m|tem|to|till|until|through|thru)"
_ENGLISH_TO = re.compile(r"\b(?:to|till|until|through|thru)\b")
_RANGES = tuple(
    re.compile(rf"\b(?P<first>{names})\.?\s*{_TO}\s*(?:in )?(?P<last>{names})\b") for names in (_ANY, _ANY_MONTH)
)
_ROWS = tuple(
    re.compile(rf"\b(?P<first>{any_of(short)})\s*(?:,|en|and|&|\+|/)\s*(?P<last>{any_of(short)})\b")
    for short in (_SHORT, _SHORT_MONTHS - {"mei", "may"})
)
_WEEKEND = re.compile(
    r"\b(?:(?P<en>weekends|(?:at|on|over|the) (?:the )?weekend)|(?:in |tijdens )?(?:het |'t )?weekend)\b"
)
#: Asked first, at once: most clauses tell no day.
_ANY_DAY = re.compile(
    rf"\b(?:{'|'.join([*_NAMES, *_WORDS['seasons']])}|weekend|(?:{_ANY}|{_ANY_MONTH})\b)|{_WORDS['midweek']}"
)
_MIDWEEK, _PART_OF_DAY = re.compile(_WORDS["midweek"]), re.compile(_WORDS["parts_of_day"])
_DATES = re.compile(_WORDS["dates"].replace("{months}", "|".join(name for year in _YEARS for name in year)))
_MAY = re.compile(r"\b(?:may|march)\b(?! (?:be|have|not|for))")
_STATES: dict[str, re.Pattern[str]] = {state: re.compile(pattern) for state, pattern in _WORDS["states"].items()}
_REMOVED = re.compile(_WORDS["removed"])
_NEGATED = re.compile(r"\b(?:niet|nooit|not|never)\s+(?:\w+\s+)?$")
_CLOSES_NOTHING = re.compile(_WORDS["partly"]["closes_nothing"])
_RULED_OUT = re.compile(_WORDS["ruled_out"])
_OPEN = tuple(_STATES[state] for state in ("quiet_days", "busy_days"))
_TOO = re.compile(r"\b(?:te|too)\s+(?=druk|busy)")


def find_days(reading: Reading) -> list[Finding]:
    """The days told with what is special about them."""
    found: dict[str, tuple[list[str], Span]] = {}
    waiting: list[tuple[str, Span]] = []
    pending: str | None = None
    if reading.asked(Topic.PERSONA, Topic.PERSONA_NEED) and not _knows_days(reading):
        return []
    for clause in _parts(reading):
        low = reading.text.low_of(clause)
        days = _told_days(reading, low)
        if days and not all(_DAY_ALONE.fullmatch(reading.text.low_of(before)) for _, before in waiting):
            waiting = []
        waiting += [(day, clause) for day in days]
        state = _state(reading, low)
        if state and waiting:
            named, span = found.get(state, ([], waiting[0][1]))
            found[state] = (
                [*named, *_as_told(reading, state, waiting)],
                Span(min(span.start, waiting[0][1].start), clause.end),
            )
            waiting = []
        elif state and not days:
            pending = state
            waiting = []
            continue
        elif pending and days:
            found[pending] = (days, clause)
            waiting = []
        elif not days:
            waiting = []
        pending = None
    found = found or (_anew(reading) if reading.correcting else {})
    found = {state: (_narrowed(reading, *told), told[1]) for state, told in found.items()} | _with_time(reading)
    return [_finding(state, days, span) for state, (days, span) in found.items() if state in Limits.model_fields]


def _told_days(reading: Reading, low: str) -> list[str]:
    """The days that a part of the message names, or the part of them that is closed."""
    days = _days(low) or _parts_of_day(reading, low)
    part = part_closed(reading, low) if days and _STATES["closed_days"].search(low) else None
    return [part] if part else days


_SEASONS = frozenset(_WORDS["seasons"])
_MONTHS_BEHIND = re.compile(
    r"\s*[,.;:(]?\s*(?:(?:vooral|zeker|especially|mostly|mainly|dus|so)\s+)?"
    r"(?P<months>[a-z]+(?:(?:\s*,\s*|\s+(?:en|and|&|of|or)\s+)[a-z]+)*)\s*(?=[.,;!?)\n]|$)"
)


def _narrowed(reading: Reading, days: list[str], span: Span) -> list[str]:
    """ "winter's quiet, jan and feb": the months of a season that are told right behind it stand for it."""
    behind = _MONTHS_BEHIND.match(reading.text.low, span.end) if set(days) <= _SEASONS else None
    months = _days(behind["months"]) if behind else []
    words = re.findall(r"[a-z]+", re.sub(r"\b(?:en|and|of|or)\b", "", behind["months"])) if behind else []
    return months if months and len(months) == len(words) else days


def _as_told(reading: Reading, state: str, waiting: list[tuple[str, Span]]) -> list[str]:
    if state != "closed_days":
        return [day for day, _ in waiting]
    return [of_month(reading.text.low_of(clause), day) for day, clause in waiting]


#: Words up to which a message that names no hours may still tell the days for them.
_FEW = 8
_HOURS = re.compile(
    r"\d ?u\b|\b(?:half)?(?:uur|uren|hour|hrs?|kwartier|minuten|minutes)|(?:middag|ochtend|avond|noon|morning|evening)"
)


def _with_time(reading: Reading) -> dict[str, tuple[list[str], Span]]:
    """Asked for hours: the days of the week on which they are there ("twee uur, alleen op maandag")."""
    if not asks_hours(reading) or not (_HOURS.search(reading.text.low) or len(reading.text.words) <= _FEW):
        return {}
    fronts = (_without_reason(reading, part) for part in _parts(reading))
    clauses = [part for part in fronts if not _state(reading, reading.text.low_of(part))]
    told = [(day, part) for part in clauses for day in _free(reading.text.low_of(part))]
    return {"work_days": ([day for day, _ in told], told[0][1])} if told else {}


#: "op maandag want dan zijn we dicht": why that day, which is closed to customers alone.
_REASON = re.compile(r"\s+(?:want|omdat|aangezien|because|cos|'?cause|as)\s+(?:dan|then|we|wij|ik|i|het|'t|it)\b")


def _without_reason(reading: Reading, part: Span) -> Span:
    """A part without why its day is the one."""
    reason = _REASON.search(reading.text.low, part.start, part.end)
    return Span(part.start, reason.start()) if reason else part


def _free(low: str) -> list[str]:
    """The days of the week that a clause without a state names, unless it rules them out."""
    named = [day for day in _days(low) if any(day in week for week in _WEEKS)]
    if _MIDWEEK.search(low):
        return []
    return [] if _REMOVED.search(low) or _RULED_OUT.search(low) or any(s.search(low) for s in _OPEN) else named


def _anew(reading: Reading) -> dict[str, tuple[list[str], Span]]:
    """ "januari is niet stil, februari wel": a day in the place of one that is taken back, by that one's state."""
    told = read(reading.text.original).low
    gone = set(_days(told)) - set(_days(reading.text.low))
    limits = reading.context.profile.limits
    state = next((state for state in _WORDS["states"] if gone & set(getattr(limits, state, ()))), None)
    clause = next((clause for clause in reading.text.clauses if _days(reading.text.low_of(clause))), None)
    if state is None or clause is None:
        return {}
    return {state: (_days(reading.text.low_of(clause)), clause)}


#: Days that a list goes on with: "maandag, dinsdag en woensdag gesloten".
_DAY_ALONE = re.compile(
    r"(?:(?:[a-z']{1,4}|elke|every|ook|also|altijd|always) ){0,2}[a-z]+(?: (?:en|and|of|or) [a-z]+)?"
)


def _parts_of_day(reading: Reading, low: str) -> list[str]:
    """ "'s avonds zit alles vol": parts of the day as told, where the talk is about the business rather than about the
    owner's time or a customer."""
    if not reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.GOAL, Topic.TRADE, Topic.CONFIRM):
        return []
    return [match.group().strip() for match in _PART_OF_DAY.finditer(low)]


def _knows_days(reading: Reading) -> bool:
    limits = reading.context.profile.limits
    return bool(limits.closed_days or limits.quiet_days or limits.busy_days)


_BUT = re.compile(r"\s+(?:maar|but|terwijl|whereas|(?:en|and)(?= (?:de|the) rest\b))\s+")
#: Letters up to which a clause is cut between its days.
_LONGEST = 300
_THEN_A_DAY = re.compile(rf"\s+(?={_ANY_DAY.pattern})")
_AND = re.compile(r"\s+(?:en|and)\s+(?P<then>(?:dan|then)\s+)?")


def _parts(reading: Reading) -> list[Span]:
    """The clauses, cut at a "but" too: "in december druk maar in januari stil"."""
    parts = []
    for clause in reading.text.clauses:
        start = clause.start
        for cut in _cuts(reading, clause):
            parts.append(Span(start, cut.start()))
            start = cut.end()
        parts.append(Span(start, clause.end))
    return parts


def _cuts(reading: Reading, clause: Span) -> list[re.Match[str]]:
    """Where a part of a clause ends: at a "but", and at an "and" between days that each have their own state."""
    low, start = reading.text.low, clause.start
    if clause.end - start > _LONGEST or not _ANY_DAY.search(low, start, clause.end):
        return list(_BUT.finditer(low, start, clause.end))
    if run_on := _run_on(low, clause):
        return run_on
    cuts = []
    for cut in sorted(
        [*_BUT.finditer(low, start, clause.end), *_AND.finditer(low, start, clause.end)], key=lambda cut: cut.start()
    ):
        before, behind = low[start : cut.start()], low[cut.end() : clause.end]
        if cut.re is _BUT or (_told_of(before) and (cut["then"] or _told_of(behind)) and _days(behind)):
            cuts.append(cut)
            start = cut.end()
    return cuts


def _run_on(low: str, clause: Span) -> list[re.Match[str]]:
    """Where one state is told of its days and another of the next, with nothing between: "in de week is het kalm
    vrijdag en zaterdag is het druk"."""
    told = sorted(
        (match.start(), match.end(), state)
        for state in ("closed_days", "quiet_days", "busy_days")
        for match in _STATES[state].finditer(low, clause.start, clause.end)
    )
    for (start, end, state), (following, _, other) in pairwise(told):
        space = _THEN_A_DAY.match(low, end)
        if state != other and space and space.end() < following and _days(low[clause.start : start]):
            return [space]
    return []


def _told_of(low: str) -> bool:
    """Whether days are told with what is special about them."""
    return bool(_days(low)) and any(state.search(low) for state in _STATES.values())


def names_days(low: str) -> bool:
    """Whether folded words name a day, a month or a season."""
    return bool(_days(low))


def _days(low: str) -> list[str]:
    if not _ANY_DAY.search(low):
        return []
    ranges = [match for pattern in _RANGES for match in pattern.finditer(low)]
    if ranges:
        dates = [date.group() for date in _DATES.finditer(low) if not any(_within(date, other) for other in ranges)]
        return [*(day for ranged in ranges for day in _between(ranged)), *dates]
    row = next((match for pattern in _ROWS if (match := pattern.search(low))), None)
    if row:
        return [names[at] for names, at in (_IN_ROUND[row["first"]][0], _IN_ROUND[row["last"]][0])]
    weekend = _WEEKEND.search(low)
    if weekend:
        return _WEEKS[1 if weekend["en"] else 0][5:]
    return _named(low) or _in_the_week(low)


def _named(low: str) -> list[str]:
    """The days, months and seasons by name; a date in a month as it was told."""
    dates = {date.end(): date.group() for date in _DATES.finditer(low)}
    told = [match for match in _DAY.finditer(low) if match["name"] not in ("may", "march") or _MAY.search(low)]
    return [dates.get(match.end("name"), match["name"]) for match in told]


def _in_the_week(low: str) -> list[str]:
    """Monday to Friday: "in de week is het stil"."""
    midweek = _MIDWEEK.search(low)
    english = midweek is not None and re.search(r"weekday|midweek|the week", midweek.group()) is not None
    return _WEEKS[1 if english else 0][:5] if midweek else []


def _within(date: re.Match[str], ranged: re.Match[str]) -> bool:
    return date.start() < ranged.end() and ranged.start() < date.end()


def _between(ranged: re.Match[str]) -> list[str]:
    """All days or months from one to another, in the language that both are told in."""
    firsts, lasts = _IN_ROUND[ranged["first"]], _IN_ROUND[ranged["last"]]
    pairs = [(names, start, end) for names, start in firsts for others, end in lasts if others is names]
    english = _ENGLISH_TO.search(ranged.group()) is not None
    names, start, end = (pairs or [(firsts[0][0], firsts[0][1], lasts[0][1])])[-1 if english else 0]
    return [names[at % len(names)] for at in range(start, end + 1 if end >= start else end + 1 + len(names))]


def _state(reading: Reading, low: str) -> str | None:
    if _REMOVED.search(low):
        return None
    for state, pattern in _STATES.items():
        match = pattern.search(low)
        if not match or _NEGATED.search(low[: match.start()]) or _TOO.search(low):
            continue
        if state == "closed_days" and (_not_ours(reading, low, match) or _CLOSES_NOTHING.match(low, match.end())):
            return None
        if state == "free_days":
            return None if asks_hours(reading) else "closed_days"
        return state
    return None


def _not_ours(reading: Reading, low: str, closed: re.Match[str]) -> bool:
    """Whether what is closed is somebody else's, has closed for good, or only tells when there is time for this."""
    if asks_hours(reading) and _WHEN.search(low[: closed.start()]):
        return True
    other = _OTHERS.search(low)
    own = fold(" ".join(reading.context.profile.text(field) for field in _OF_US))
    return _SINCE.search(low) is not None or (other is not None and not (other["who"] and other["who"] in own))


#: "twee uurtjes, op zaterdag als de winkel dicht is".
_WHEN = re.compile(r"\b(?:als|wanneer|terwijl|zodra|nadat|when|while|once|after)\b")
_SINCE = re.compile(r"\b(?:sinds|since)\b")
_OTHERS = re.compile(_WORDS["others"])
_OF_US = (ProfileField.OFFER, ProfileField.BUSINESS_NAME, ProfileField.SECTOR)


def _finding(state: str, days: list[str], span: Span) -> Finding:
    limits = Limits().model_copy(update={state: tuple(dict.fromkeys(days))})
    return Finding(ProfileField.CONSTRAINTS, limits, span, uses=(span,))
