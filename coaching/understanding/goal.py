"""What the owner wants to be different: kind, numbers and deadline, in the owner's words."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import BLANK, Span
from coaching.understanding.numbers import Number
from coaching.understanding.words_or_noise import says_nothing
from journey.keys import Goal
from journey.profile import GoalFact, ProfileField
from journey.topics import Topic

_DAYS = (
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?|mondays?|tuesdays?|wednesdays?|thursdays?|"
    r"fridays?|saturdays?|sundays?"
)
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|"
    "february|march|may|june|july|august|october"
)
_QUIET = (
    r"\b(?:(?:wat |iets )?voller (?:zitten|krijgen|lopen)|rustige|stille|kalme|slappe|quiet|slow|dode|"
    r"off-?season|laagseizoen|daluren|dead|stil|leeg|lege|voorseizoen|"
    r"naseizoen|tussenseizoen|doordeweeks|"
    r"winterdip|weekdagen|door de week|daytime|overdag|midweek|weekdays)\b|(?:volle|full|vullen|fill|vol "
    r"krijgen|opvullen|voller)\b.{0,30}\b(?:tafels|tables|slots|stoelen|uren|gaten|gaps|diary|agenda|days|dagen|"
    r"mornings|evenings|ochtenden|avonden|summer|winter|zomer|maanden|months)\b|\b(?:volk|klanten|gasten|guests|mensen|"
    r"people|customers|bezoekers|"
    rf"boekingen|bookings|afspraken)\b.{{0,20}}\b(?:op|on|in|tijdens|van)\s+(?:de |het )?(?:{_DAYS}|"
    rf"{_MONTHS}|winter|zomer|week|ochtend|voormiddag|summer|low season|laagseizoen)\b"
)
KINDS: tuple[tuple[Goal, re.Pattern[str]], ...] = (
    (
        Goal.VOLUNTEERS,
        re.compile(
            r"\b(?:vrijwilligers?|volunteers?|herstellers|reparateurs|helpers|helpende handen|extra handen|"
            r"repairers|fixers)\b"
        ),
    ),
    (Goal.QUIET_TIMES, re.compile(_QUIET)),
    (
        Goal.REPEAT,
        re.compile(
            r"\b(?:terugk\w+|(?:second|another) time|tweede keer|nog een keer|buy again|vaker|terug komen|"
            r"terug (?:\w+ ){0,2}?kom\w*|is terugk\w+|vaste? klant\w*|loyal\w*|trouwe?r?|herhaal\w*|opnieuw "
            r"(?:komen|kopen|bestellen|"
            r"boeken)|repeat|rebook\w*|herboek\w*|come back|coming back|return(?:ing)?|regulars?|more often|"
            r"blijven komen|"
            r"(?:\d|twee|drie|two|three) ?(?:x|keer|maal|times) (?:(?:per|a|in) \w+ )?(?:komen|come)|come "
            r"(?:twice|\w+ times)|stamgasten|klantenbinding|retention|behouden|vasthouden|"
            r"die van nu (?:\w+ )?(?:be|bij)?houden|keep (?:the|my|our|them|those|existing))\b"
        ),
    ),
    (
        Goal.SPEND,
        re.compile(
            r"\b(?:besteden|besteding\w*|hogere? bon(?:nen|bedrag)?|uitgeven|bijverk\w+|bijkop\w*|erbij "
            r"(?:nemen|kopen)|iets extra|add-?ons?|upgrade\w*|upsel\w*|duurdere|meer "
            r"per klant|spend more|spend\w*|basket|order value|grotere opdrachten|grotere bestellingen|meer "
            r"kopen per|hogere prij\w+|gemiddelde bon|bigger orders)\b"
        ),
    ),
    (
        Goal.AWARENESS,
        re.compile(
            r"\b(?:beken\w+|(?:niemand|weinig mensen|nobody|few people|no one)\b.{0,30}\b(?:kent|kennen|weet|"
            r"weten|know|knows|heard)\b.{0,20}|weten niet dat (?:we|wij|ik)|(?:dat|that) (?:we|wij|ik|i) "
            r"(?:bestaan|besta|exist)|naamsbekendheid|zichtbaar\w*|kennen|known|awareness|visib\w+|gezien "
            r"worden|op de kaart|gevonden worden|vindbaar\w*|weten dat (?:wij|ik|we)|know (?:us|me|about|we)|"
            r"noticed|imago|kent niemand|nobody knows|naam krijgen|meer naam)\b"
        ),
    ),
    (
        Goal.NEW_CUSTOMERS,
        re.compile(
            r"\b(?:nieuwe?\s+(?:\w+\s+)?(?:klant\w*|leden|gasten|opdracht\w*|patienten|leerlingen|bezoekers|abonnementen|groepen|"
            r"mensen|abonnees|subscribers|inschrijvingen|cursisten|huurders|donateurs|deelnemers|studenten|"
            r"clienten|partners|koppels)|(?:meer|extra|more|additional)\s+(?:nieuwe?\s+|"
            r"new\s+)?(?:\w+\s+)?(?:klant\w*|volk|gasten|leden|boekingen|aanvragen|leads|opdrachten|leerlingen|"
            r"patienten|bezoekers|kopers|buyers|clienten|inschrijvingen|customers?|clients?|bookings?|enquiries|"
            r"members|"
            r"people|guests|"
            r"mensen|bestellingen|orders|afspraken|reservaties|reserveringen|offerteaanvragen|students)|"
            r"new\s+(?:\w+\s+)?(?:customers?|clients?|members|people|guests|business|patients?|students|pupils|subscribers|bookings|couples|families)|klandizie|doorverwijzingen|"
            r"verwijzingen|referrals|klantenwerving|"
            r"klanten werven|klanten erbij|(?:more|extra) (?:\w+ )?(?:work|jobs|projects|commissions|sales|business|"
            r"lessons)|(?:meer|extra) (?:\w+ )?(?:werk|klussen|klusjes|projecten|verkopen|verkoop|reservaties|"
            r"verhuringen|lessen))\b"
        ),
    ),
)
_PATRONS = re.compile(
    r"\b(?:klanten|leden|gasten|boekingen|leerlingen|patienten|abonnees|customers|clients|members|"
    r"bookings|bezoekers|students|inschrijvingen|deelnemers)\b"
)
_FROM_TO = re.compile(r"\b(?:van|from)\s+$")
_UNIT = re.compile(r"\s*(?:extra |nieuwe |meer |more |new |betalende |additional |vaste )?(?P<unit>[a-z][a-z'-]{2,24})")
_PER = re.compile(
    r"(?:per|/|a|an|elke|each|every|iedere)\s?(?P<per>week|maand|month|jaar|year|dag|day)\b|"
    r"(?P<weekly>wekelijks|weekly)|(?P<monthly>maandelijks|monthly)"
)
_PERS = {"week": "week", "maand": "month", "month": "month", "jaar": "year", "year": "year"}
_DEADLINE = re.compile(
    r"\b(?:tegen|voor|by|before|tot|binnen|within|vanaf|in(?=\s+(?:\d|een |twee |drie |zes |one |two |"
    r"three |six |het najaar|het voorjaar)))\s+(?P<when>(?:(?:eind|begin|half|midden|the end of|end of|"
    rf"early|mid|volgend|volgende|next|de|het|the|einde)\s+(?:van\s+)?)*(?:{_MONTHS}|de zomer|zomer|"
    r"summer|winter|kerst|christmas|pasen|easter|jaareinde|(?:het )?(?:najaar|voorjaar)|autumn|spring|"
    r"\d+ (?:maanden|weken|months|weeks)|(?:een|twee|drie|zes|one|two|three|six) (?:maand|maanden|jaar|"
    r"months?|years?)|(?:volgend|next|dit|this) (?:jaar|year)|year|jaar)(?:\s+(?:20\d\d|volgend jaar|"
    r"next year))?)\b"
)
_CUE = re.compile(
    r"\b(?:(?:ik|we|wij|i) (?:wil(?:len)?|zou(?:den)? (?:graag|willen)|want|would like|hoop|hopen|hope|"
    r"droom|wens|zoek(?:en)?|need|heb(?:ben)? nodig)\b(?:\s+\w+){0,4}?\s+(?:meer|more|nieuwe|new|vaker|"
    r"bekender|van \d|from \d|extra|groeien|grow)|(?:ik|we|wij|i) (?:wil(?:len)?|want) (?:dat )?(?:ze|mensen|"
    r"klanten|people|customers|them)\b|(?:mijn|ons|het|my|our|the) doel\b|"
    r"(?:vol|voller|gevuld) krijgen\b|fill(?:ing)? (?:up )?(?:the|my|our|mon|tues|wednes|thurs|fri|"
    r"satur|sun|quiet|slow|empty|week)\w*|doel(?:stelling)?\s*(?:is|[:=]\s*(?=\w))|(?:my |"
    r"our )?goal(?: is|\s*[:=]\s*(?=\w))|^(?:en |and )?(?:wil|"
    r"want)(?: \w+){0,3} (?:meer|"
    r"more|nieuwe|new|extra)\b|"
    r"(?:liefst|graag) (?:meer|extra|nieuwe)|zou(?:den)? graag (?:\w+ ){0,2}(?:meer|extra|nieuwe|bekender|vaker)|"
    r"^(?:vooral |gewoon |liefst |graag |just |mainly )?(?:meer|more|extra|nieuwe) (?:(?:vaste|nieuwe|new|regular|"
    r"leuke) )?"
    r"(?:volk|klanten|klandizie|boekingen|bestellingen|leden|gasten|bezoekers|leerlingen|customers|bookings|orders|"
    r"clients|"
    r"members|guests|students|cli[eë]nten|opdrachten|aanvragen|mensen (?:over de vloer|in de zaak|binnen)))\b"
)
_LEAD = re.compile(
    r"^(?:(?:ja|euh|ehm|nou|goh|wel|well|dus|eigenlijk|vooral|gewoon|liefst|graag|mijn doel is|ons "
    r"doel is|het doel is|doel:|doel is|my goal is|our goal is|goal:|"
    r"(?:(?:ik|we|wij) )?(?:wil|willen|zou|zouden|hoop|zoek|zoeken)(?: graag| willen| vooral| eigenlijk| "
    r"op)*|i want(?: to)?(?: get| have)?|we want(?: to)?(?: get| have)?|i'd like(?: to)?(?: get| "
    r"have)?|we zouden graag)\b[\s,:]*)+"
)


def find_goal(reading: Reading) -> list[Finding]:
    """The goal told; the whole answer where it was asked, the clause with a clear wish otherwise."""
    span = _told(reading)
    if span is None:
        return []
    low = reading.text.low_of(span)
    numbers = _numbers(reading, span)
    kind = next((kind for kind, pattern in KINDS if pattern.search(low)), None)
    if not (kind or numbers) and not _worth(reading, low):
        return []
    if kind is None and numbers and _PATRONS.search(low):
        kind = Goal.NEW_CUSTOMERS
    deadline = _DEADLINE.search(low)
    lead = _LEAD.match(low)
    start = span.start + (lead.end() if lead and lead.end() < len(low) else 0)
    text = reading.text.of(reading.text.trim(Span(start, span.end), ".,!")).replace(BLANK, "")
    goal = GoalFact.model_validate(
        {"text": text, "kind": kind, **numbers, "deadline": _as_told(reading, span, deadline)}
    )
    return [Finding(ProfileField.GOAL, goal, span, uses=(span,))]


def _told(reading: Reading) -> Span | None:
    if reading.asked(Topic.GOAL):
        kept = [c for c in reading.text.clauses if _goal_like(reading, c) and not says_nothing(reading.text.low_of(c))]
        return Span(kept[0].start, kept[-1].end) if kept else None
    if reading.correcting and reading.knows(ProfileField.GOAL) and (anew := _anew(reading)):
        return anew
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if _DENIED.search(low):
            continue
        if _CUE.search(low) and "?" not in low and not reading.asked(Topic.PERSONA_NEED):
            cue = _CUE.search(low)
            return Span(clause.start + (cue.start() if cue else 0), clause.end)
    return None


def _anew(reading: Reading) -> Span | None:
    """The clause of a correction that names a kind of goal."""
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if any(pattern.search(low) for _, pattern in KINDS) and not _MONEY_OR_TIME.search(low):
            return clause
    return None


#: "the goal is daft": which one is wrong, not what it is.
_DENIED = re.compile(
    r"\b(?:goal|doel)\w*(?: is| was|'s| klopt)(?: \w+)? (?:daft|silly|wrong|stupid|nonsense|fout|stom|"
    r"verkeerd|niet|ni|nie|not|onzin)\b"
)
_MONEY_OR_TIME = re.compile(
    r"\b(?:euro|eur|budget|missen|uur per week|uur tijd|hours? a week|tiktok|facebook|instagram|"
    r"linkedin|insta|fb|nieuwsbrief|newsletter|volgers|followers|website|quid|pounds?)\b|[€£$]"
)


_WISHED = re.compile(
    r"^\W*(?:(?:vooral|liefst|graag|gewoon|ik wil|we willen)\s+)*(?:meer|minder|more|fewer|less|betere?|better)\b"
)


_AMOUNT = re.compile(
    r"[€£]?\s*[\d.,]+\s*(?:u|uur|uurtjes?|hours?|hrs?|euro|€|£|quid)?(?: (?:ofzo|denk ik|max|ongeveer))?"
)


def _goal_like(reading: Reading, clause: Span) -> bool:
    low = reading.text.low_of(clause)
    if _WISHED.search(low) or any(pattern.search(low) for _, pattern in KINDS[:-1]):
        return True
    return not (_MONEY_OR_TIME.search(low) or _AMOUNT.fullmatch(low))


def _numbers(reading: Reading, span: Span) -> dict[str, float | str]:
    low = reading.text.low
    inside = [n for n in reading.numbers if span.holds(n.span) and not _is_other(low, n.span.end)]
    if not inside:
        return {}
    numbers, counted = _now_and_then(low, span, inside)
    unit = _UNIT.match(low, counted.span.end) or _UNIT.match(low, inside[0].span.end)
    word = unit.group("unit") if unit else ""
    if not word or word in _NOT_UNITS - {"per"}:
        return dict(numbers) if len(numbers) == len(("current", "target")) else {}
    told: dict[str, float | str] = dict(numbers)
    if unit and word != "per":
        told["unit"] = reading.text.clean[unit.start("unit") : unit.end("unit")]
    per = _PER.search(low[inside[0].span.end : span.end])
    return {**told, "per": _per(per)} if per else told


_NOT_UNITS = frozenset(
    "per tegen euro keer procent naar voor by the en and nu now in tot to liefst per would is was "
    "are zou zouden kan can will zal is more meer less a an of or".split()
)
_TO = re.compile(r"(?:\s+\w+){0,3}?\s*(?:naar|tot|to|->|→)\s*")
_INSTEAD = re.compile(r"\b(?:in plaats van|instead of|ipv)\s*$")
_NOW = re.compile(r"\b(?:nu|momenteel|now|currently|vandaag|today|at the moment)\b")
_NOW_BEFORE = re.compile(r"\b(?:nu|momenteel|now|currently|have|hebben|heb)\s+(?:\w+\s+)?$")


def _now_and_then(low: str, span: Span, inside: list[Number]) -> tuple[dict[str, float], Number]:
    """What is and what should be, and the number behind which the unit stands."""
    first, last = inside[0], inside[-1]
    if first.high is not None and _FROM_TO.search(low, 0, first.span.start):
        return {"current": first.value, "target": first.high}, first
    if len(inside) == 1:
        return {"target": first.value}, first
    if _INSTEAD.search(low[span.start : first.span.start]):
        return {"current": first.value, "target": last.value}, last
    between = low[first.span.end : last.span.start]
    if _TO.fullmatch(between):
        return {"current": first.value, "target": last.value}, last
    if _NOW_BEFORE.search(low[span.start : first.span.start]):
        return {"current": first.value, "target": last.value}, first
    if _INSTEAD.search(between) or (len(inside) == 2 and _NOW.search(between)):
        return {"target": first.value, "current": last.value}, first
    return {"target": first.value}, first


def _is_other(low: str, end: int) -> bool:
    return (
        re.match(
            r"\s*(?:adressen|addresses|emails|euro|eur|€|uur|u\b|hours?|maanden|months|weken|jaar|%|dagen|years?)",
            low[end : end + 10],
        )
        is not None
    )


def _per(match: re.Match[str]) -> str:
    if match.group("weekly"):
        return "week"
    return "month" if match.group("monthly") else _PERS.get(match.group("per"), "")


def _as_told(reading: Reading, span: Span, deadline: re.Match[str] | None) -> str:
    if deadline is None:
        return ""
    return reading.text.clean[span.start + deadline.start("when") : span.start + deadline.end("when")]


def _puts_goal_anew(reading: Reading, low: str) -> bool:
    """ "no wait, that's silly. fill the summer": a first goal taken back for another."""
    return not reading.knows(ProfileField.GOAL) and not reading.numbers and len(low.split()) >= _FEW


_FEW = 3
_NAMED = re.compile(r"\W*(?:(?:mijn|ons|het|my|our|the) )?(?:doel(?:stelling)?|goal)\s*(?:is|:|=)")


def _worth(reading: Reading, low: str) -> bool:
    """An answer of other words than we know is still the owner's goal, unless it says nothing."""
    if _NAMED.match(low):
        return True
    if not reading.asked(Topic.GOAL) or (reading.correcting and not _puts_goal_anew(reading, low)):
        return False
    return len(low.split()) >= 2 and re.match(r"\W*(?:nee|no|ja|yes|wacht|wait|sorry)\b", low) is None
