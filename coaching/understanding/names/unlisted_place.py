"""A place that no list knows: with its capital behind a preposition, or as the bare answer to "where?"."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.firm_names import is_house_name
from coaching.understanding.names.own_place import not_of_business
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_PREPOSITION = (
    r"in(?: het)?(?: centrum van| hartje| de buurt van| de omgeving van| de regio| regio| omgeving)?|"
    r"te|nabij|vlakbij|vlak bij|rond(?:om)?|"
    r"bij|near|around|round|outside|most of|all of|all over|across|throughout|heel|gans|doorheen|"
    r"based in|regio|region|omgeving|omstreken van|buiten|net buiten|dichtbij|close to|uit"
)
_CAPITAL = re.compile(
    rf"\b(?P<prep>(?i:{_PREPOSITION}))\s+(?P<place>(?:'s-|Sint[- ]|De |Den |Het |Ter |The |New |San |St\.? )?"
    r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ](?:aan|op|den|de|der|ter|Heist|upon|on|under|[A-ZÀ-Ý][a-zà-ÿ]+))*)(?![A-Za-zÀ-ÿ])"
)
_WORDS = load("places")
_NOT_PLACES = frozenset(_WORDS["not_places"].split())
_PROGRAMMES = frozenset([*_WORDS["programmes"].split(), *_WORDS["mail_programmes"].split()])


def capitalised(reading: Reading) -> list[Finding]:
    """The names with a capital behind a preposition of place."""
    found = []
    for match in _CAPITAL.finditer(reading.text.clean):
        place = match.group("place").strip()
        span = Span(match.start("place"), match.start("place") + len(place))
        weak = match.group("prep").lower() in ("bij", "uit", "around", "buiten", "rond", "outside", "rondom")
        first = fold(place.split()[0])
        before = Span(reading.text.clause_at(span.start).start, span.start)
        if first in _NOT_PLACES or first in _PROGRAMMES or weak or not_of_business(reading, before, span.end):
            continue
        if reading.text.clean.isupper() or _kept_there(reading, before, span.end):
            continue
        prefix = "regio " if match.group("prep").lower().endswith("regio") else ""
        found.append(Finding(ProfileField.LOCATION, prefix + place, span))
    return found


def _kept_there(reading: Reading, before: Span, end: int) -> bool:
    """ "ik heb er 120 in Mailchimp staan": where addresses are kept is no town."""
    kept = _KEPT.search(reading.text.low_of(before)) or _STANDS_THERE.match(reading.text.low, end)
    return reading.asked(Topic.EMAIL) or kept is not None


_KEPT = re.compile(rf"\b(?:{_WORDS['kept']})\b")
_STANDS_THERE = re.compile(r"\s+(?:staan|zitten|bijgehouden|opgeslagen)\b(?!\s+(?:ik|wij|we)\b)")
_LEAD = re.compile(
    (
        r"^(?:(?:ik|wij|we|i|i'm|it's|het|dat|mijn zaak|onze zaak|my shop)\s+)?(?:(?:zit|zitten|ben|zijn|"
        r"is|woon|werk|am|are|based)\s+)?(?:gevestigd\s+)?(?:in|te|op|from)?\s*"
    ),
    re.IGNORECASE,
)


def bare_answer(reading: Reading) -> list[Finding]:
    """A bare answer to "where?": a few words, as told."""
    if not reading.asked(Topic.LOCATION) or not reading.text.clauses or "?" in reading.text.low:
        return []
    clause = reading.text.clauses[0]
    if is_house_name(reading.text.of(clause)):
        return []
    lead = _LEAD.match(reading.text.low_of(clause))
    span = Span(clause.start + (lead.end() if lead else 0), clause.end)
    behind = _THAT_IS_WHERE.search(reading.text.low, span.start, span.end)
    span = Span(span.start, behind.start()) if behind else span
    words = reading.text.of(span).split()
    lower_one = len(words) > 4 or not words or any(c.isdigit() for c in reading.text.of(span))
    if lower_one or fold(words[0]) in _NOT_PLACES - {"de", "het", "the"} or _NOT_ANSWER.search(reading.text.low):
        return []
    return [Finding(ProfileField.LOCATION, _with_capital(reading.text.of(span)), span)]


def _with_capital(told: str) -> str:
    """A name of one word, told without the capital that it is printed with: "dalen", "nieuw-weerdinge"."""
    if not _ONE_NAME.fullmatch(told) or told in _NOWHERE:
        return told
    return "-".join(part if part in _SMALL else part[:1].upper() + part[1:] for part in told.split("-"))


_ONE_NAME = re.compile(r"[^\W\d_A-Z]{3,}(?:-[^\W\d_A-Z]{2,}){0,4}")
_SMALL = frozenset(_WORDS["small"].split())
_NOWHERE = frozenset(_WORDS["nowhere"].split())


#: "it's Galashiels we're in", "tis in Zele da we zitten".
_THAT_IS_WHERE = re.compile(
    r"\s+(?:(?:dat|da|that) )?(?:we|wij|ik|i)(?:'re|'m| are| am| zijn| zitten| zit| ben)?(?: in|"
    r" zitten)?$|\s+(?:not|niet|ni|nie|geen)$"
)
_NOT_ANSWER = re.compile(
    r"^\W*(?:nee|neen|ja|no|yes|geen|idk|skip|pas|stop|hallo|hoi|hey|ok|bedankt|thanks|merci|sorry|"
    r"wacht)\b|\b(?:idee|weet|euro|overslaan|vraag)\b"
)
