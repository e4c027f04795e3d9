"""Whether a place that a message names is where the business is, rather than where others are or nobody goes."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.people import CUSTOMERS
from coaching.understanding.text.normalise import Span, fold
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("places")
#: "die rijden niet graag naar coevorden of emmen", "nobody wants to drive to Leeds".
_NOBODY_GOES = re.compile(_WORDS["nobody_goes"])
_NOR_THERE = re.compile(_WORDS["nor_there"])
_ELSEWHERE = re.compile(
    r"\b(?:klanten|mensen|gasten|customers|guests|people|opgegroeid|geboren|vakantie|opgeleid|"
    r"gestudeerd|gewoond|gewerkt|vroeger|born|studied)\b|"
    r"\b(?:left|quit|trained (?:at|in|as)|worked (?:at|for|in)|verliet|werkte (?:bij|voor|in)|ging weg bij)\b"
    r"(?!.*\b(?:and|but|now|en|maar|nu)\b)"
)
#: What tells of another town than the known one that the business is there.
_IS_THERE = re.compile(
    r"(?:\b(?:verhuis\w*|moved)\b[^,.;]{0,25}\b(?:naar|to|in)|"
    r"(?:\b(?:ik|wij|we|i|'?k)\s+(?:\w+\s+)?(?:zit|zitten|ben|zijn|am|are|werk|werken|work)|"
    r"\b(?:zit|zitten|ben|zijn|werk|werken)\s+(?:ik|wij|we)|\b(?:i'm|we're)|"
    r"\b(?:(?:de|het|the)\s+|(?:onze|ons|mijn|our|my)\s+\w*)?(?:winkel|zaak|salon|praktijk|atelier|bedrijf|studio|kantoor|"
    r"shop|store|business|cafe|place|plaats|locatie|location|adres|address|town|stad|gemeente)"
    r"(?:'s|\s+(?:is|zit|ligt|staat|bevindt zich))|"
    r"(?:het is|'t is|tis|it's|it is|should be|moet|bedoel\w*|mean|meant|make (?:it|that)))"
    r"(?:\s+(?!bekend|known|ook|also|with|met|voor|for|afkomstig|originally|moved|bij|through|via)\w+){0,2}?"
    r"(?:\s+(?:in|te|naar|to|near|op|at|nabij|regio|omgeving|hartje|de|het|the|van|uit|from))*)\s+$"
)
#: "Zele zitten we", "in Aalst zit ik nu".
_THERE_WE_ARE = re.compile(
    r"\s+(?:(?:zit|zitten|ben|zijn) (?:ik|wij|we|'k)|is (?:het|it)|is where (?:i|we)|"
    r"(?:(?:da|dat|die|that) )?we(?:'re| zitten))\b"
)
#: What tells that a town is where somebody or something else is, or where the business goes.
_OF_OTHERS = re.compile(
    r"\b(?:via|through|thru|klant\w*|customers?|clients?|guests?|gasten|(?:people|mensen)\b.{0,20}\b(?:from|uit|van)|"
    r"brother|sister|broer|zus|mother|father|moeder|vader|vriend\w*|friends?|supplier|leverancier\w*|deliver\w*|lever\w*|"
    r"sends?|stuurt|sturen|tweede|second (?:shop|store|place)|she|he|her|his|hij|haar|"
    r"die (?:doet|werkt|woont|komt|kwam|heeft|rijdt|moest|bouwt|koopt|wil|zoekt))\b"
)
#: What else than the business may be in a town, in an answer to another question: "the hotel in Leeds", "uit Lier".
_PASSING = re.compile(
    r"(?:\b(?:from|uit|vanuit|between|tussen|towards|richting|van)|\b(?:the|de|het|een|a|an|zijn|haar|his|her|their|hun)\s+"
    r"(?:\w+\s+){1,2}(?:in|te|at|near|van|of|outside))\s+$"
)
#: Words before a town in a clause that may be about nothing else: "trouwens nu in Lokeren".
_LITTLE = 3
_PUT_UP = re.compile(
    r"\b(?:flyers?|folders?|leaflets?|posters?|kaart\w*|cards?|krant\w*|papers?|bord\w*|boards?|signs?|markt\w*|markets?|"
    r"beurs\w*|fairs?|adverten\w*|ads?|adverts?|posts?|brie\w+|letters?|meer|more|nieuwe?|new)\b"
)
#: Words up to which a message with a town in a clause of its own says no more than that it is there.
_FEW = 6


def may_stand(reading: Reading, place: Finding) -> bool:
    """Whether a place may be taken for that of the business: once that is told, another is where others are, unless
    it was asked for or the owner says that the business is there."""
    known = fold(reading.context.profile.text(ProfileField.LOCATION))
    if not known or reading.asked(Topic.LOCATION, Topic.BUSINESS):
        return True
    clause = reading.text.clause_at(place.span.start)
    before = reading.text.low[clause.start : place.span.start]
    read_over = reading.correcting or reading.asked(Topic.CONFIRM)
    little = len(before.split()) <= _LITTLE and not _PUT_UP.search(before)
    nothing_else = little and not _PASSING.search(before)
    if not _OF_OTHERS.search(reading.text.low_of(clause)) and (read_over or nothing_else):
        return True
    alone = len(reading.text.words) <= _FEW and reading.text.low_of(clause) == reading.text.low_of(place.span)
    puts_right = reading.correcting and known in fold(reading.text.original)
    return (
        alone or puts_right or bool(_IS_THERE.search(before) or _THERE_WE_ARE.match(reading.text.low, place.span.end))
    )


#: "they trust me, like Breda in Clarecastle", "dorpen zoals Zeist": an example of others or elsewhere.
_FOR_INSTANCE = re.compile(r"\b(?:like|such as|for instance|e\.g\.|zoals|gelijk|lijk|bijvoorbeeld|bv\.?)\s+$")
#: "like Breda in Clarecastle", "iemand gelijk ons Maria uit Lier": where somebody is.
_LIKE_SOMEBODY = re.compile(
    r"\b(?:like|such as|for instance|e\.g\.|zoals|gelijk|lijk|bijvoorbeeld|bv\.?)\s+"
    r"(?!(?:to|i|we|you|it|said|ik|wij|gij|jij|je|ge|gezegd|de (?:stad|gemeente|plaats))\b)"
    r"(?:[\w'.-]+\s+){1,4}?(?:in|near|from|outside|uit|van|te|op|bij)\s+$"
)
#: "bij mensen thuis in Utrecht": where the work is done.
_AT_THEIRS = re.compile(
    r"\b(?:bij (?:de |mijn )?(?:mensen|klanten) (?:thuis|aan huis|ter plaatse)|"
    r"(?:at|in|to) (?:people|customers?|clients?)(?:'s|s')? (?:own )?(?:homes?|houses?|places?))\b"
)
_AREA = re.compile(r"\b(?:in en rond|in and around|regio|in de regio|omgeving|in de buurt van)\s*$")


#: Questions in whose answers a place is hardly ever where the business is.
_ABOUT_CUSTOMERS = (
    *(Topic.PERSONA, Topic.USP, Topic.PERSONA_PAIN, Topic.PERSONA_NEED),
    *(Topic.AFTERCARE, Topic.TRADE),
)


def not_of_business(reading: Reading, before: Span, end: int) -> bool:
    """Whether the words `before` a place, or those behind its `end`, tell that the business is not there."""
    low = _AT_THEIRS.sub(" ", reading.text.low_of(before))
    if _NOBODY_GOES.search(low) or _NOR_THERE.match(reading.text.low, end) or _LIKE_SOMEBODY.search(low):
        return True
    if reading.asked(Topic.LOCATION):
        return False
    if reading.asked(Topic.BUSINESS) and _AREA.search(low):
        return False
    if _FOR_INSTANCE.search(low):
        return not reading.asked(Topic.BUSINESS)
    if reading.asked(*_ABOUT_CUSTOMERS):
        return not (reading.correcting or re.search(r"\b(?:ik|wij|we|i) (?:zit|zitten|ben|zijn|woon|am|are)\b", low))
    return bool(_ELSEWHERE.search(low) or CUSTOMERS.search(low)) and not reading.correcting
