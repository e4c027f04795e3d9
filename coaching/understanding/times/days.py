"""Days, months and seasons in which the business is closed, quiet or full."""

import re
from itertools import pairwise

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, fold, read
from coaching.understanding.times.hours import asks_hours
from coaching.understanding.times.named_days import ANY_DAY, MIDWEEK, WEEKS, days_in
from coaching.understanding.times.partly import of_month, part_closed
from coaching.understanding.wordlists import load
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_WORDS = load("days")
_PART_OF_DAY = re.compile(_WORDS["parts_of_day"])
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
    days = days_in(low) or _parts_of_day(reading, low)
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
    months = days_in(behind["months"]) if behind else []
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
    named = [day for day in days_in(low) if any(day in week for week in WEEKS)]
    if MIDWEEK.search(low):
        return []
    return [] if _REMOVED.search(low) or _RULED_OUT.search(low) or any(s.search(low) for s in _OPEN) else named


def _anew(reading: Reading) -> dict[str, tuple[list[str], Span]]:
    """ "januari is niet stil, februari wel": a day in the place of one that is taken back, by that one's state."""
    told = read(reading.text.original).low
    gone = set(days_in(told)) - set(days_in(reading.text.low))
    limits = reading.context.profile.limits
    state = next((state for state in _WORDS["states"] if gone & set(getattr(limits, state, ()))), None)
    clause = next((clause for clause in reading.text.clauses if days_in(reading.text.low_of(clause))), None)
    if state is None or clause is None:
        return {}
    return {state: (days_in(reading.text.low_of(clause)), clause)}


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
_THEN_A_DAY = re.compile(rf"\s+(?={ANY_DAY.pattern})")
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
    if clause.end - start > _LONGEST or not ANY_DAY.search(low, start, clause.end):
        return list(_BUT.finditer(low, start, clause.end))
    if run_on := _run_on(low, clause):
        return run_on
    cuts = []
    for cut in sorted(
        [*_BUT.finditer(low, start, clause.end), *_AND.finditer(low, start, clause.end)], key=lambda cut: cut.start()
    ):
        before, behind = low[start : cut.start()], low[cut.end() : clause.end]
        if cut.re is _BUT or (_told_of(before) and (cut["then"] or _told_of(behind)) and days_in(behind)):
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
        if state != other and space and space.end() < following and days_in(low[clause.start : start]):
            return [space]
    return []


def _told_of(low: str) -> bool:
    """Whether days are told with what is special about them."""
    return bool(days_in(low)) and any(state.search(low) for state in _STATES.values())


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
