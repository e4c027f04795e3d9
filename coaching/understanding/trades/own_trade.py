"""Whether a trade that a message names is the owner's own."""

import re

from coaching.understanding.findings import Reading
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.text.normalise import Span
from coaching.understanding.trades.trade_hits import ANY_SHOP, GOODS, Hit
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("trades")
_LITTLE = frozenset([*load("answer")["stop"].split(), *_WORDS["little"].split()])
#: "a card in the vets window", "flyers bij de bakker": where the owner may put something up.
_HANGS = re.compile(_WORDS["hangs"])
_SHOWS = re.compile(_WORDS["shows"])
_OF_OTHERS = re.compile(
    r"\b(?:voor|aan|zo'n|such|for|to|naast|tegenover|next to|geen|niet|vroeger|voorheen|ex|bij|zoals|like|tegen|"
    r"boven|andere|other|net als|"
    r"mijn (?:man|vrouw|vriend|vriendin|zus|broer|vader|moeder|mama|papa|buurman|buurvrouw|collega) is|"
    r"was|were|not a|not|isn't a|unlike|"
    r"klanten zijn|samen met|via|van de|goedkope|online)\s+(?:(?:een|de|het|a|an|the|lokale|kleine|"
    r"local|small|alle|als)\s+){0,2}$"
)
#: "ik ben van de kaaswinkel in Gouda", "Jan hier van de fietsenwinkel".
_I_AM_FROM = re.compile(_WORDS["i_am_from"])
_DENIED = re.compile(
    r"\s+(?:is (?:het|dat|dit) niet|ben ik (?:niet|geen)|zijn we niet|it isn't|it's not|i am not|i'm not)\b"
)
_CUE = re.compile(
    r"\b(?:ik ben|ben|ik heb|heb|hebben|wij zijn|we zijn|wij hebben|we hebben|ik run|we run|runnen|i "
    r"am|i'm|i run|i have|i own|we are|we're|we have|"
    r"we own|mijn|mn|m'n|onze|my|our|zaak|eigenaar\w*|zelfstandig\w*|uitbat\w*|baat|owner of|"
    r"start(?:te|en)? een|freelance|werk als|work as|begon|"
    r"het is|it's|'t is)\b"
)
#: "dronefilms voor makelaars en aannemers": the last of a list of customers.
_LIST_OF_OTHERS = re.compile(
    r"\b(?:voor|aan|for|to|bij)\s+(?:[\w'-]+,?\s+){1,4}(?:en|and|of|or|&)\s+(?:(?:de|the|kleine|small|grote|big|lokale|local|"
    r"andere|other|zelfstandige|independent)\s+)?$"
)

_ABOUT_CUSTOMERS = (
    Topic.PERSONA,
    Topic.PERSONA_NEED,
    Topic.PERSONA_PAIN,
    Topic.PERSONA_FEELING,
    Topic.PERSONA_INFO,
    Topic.AUDIENCE,
    Topic.USP,
    Topic.AFTERCARE,
    Topic.TRADE,
    Topic.CHANNELS,
    Topic.CHANNELS_NOT,
    Topic.ON_OFFLINE,
    Topic.EMAIL,
)
_IS = re.compile(
    r"\b(?:ik ben|wij zijn|we zijn|ik heb|we hebben|wij hebben|i'm|i am|we are|i run|i own|we "
    r"run)\s+(?:een|a|an)?\s*$"
)


#: "verkoop via vinted en in mijn garage": where it is done, not what is done.
_IN_MY = re.compile(
    r"\b(?:in|uit|vanuit|from|achter|via) (?:mijn|m'n|mn|me|onze|de|my|our|the|een|a|eigen|mijn eigen)\s+$"
)
#: "muziek op begrafenissen", "smashburgers op trouwfeesten": where it is sold, not what.
_AT = re.compile(r"\b(?:op|bij|tijdens|at|during) (?:(?:de|het|een|the|a) )?(?:\w+ (?:en|and) )?$")
_ROOMS = frozenset("garage hoeve boerderij farm winkel".split())


def is_own(reading: Reading, hit: Hit) -> bool:
    """Whether the trade or the goods at `hit` tell what the owner does, rather than where, for whom or who else."""
    clause = reading.text.clause_at(hit.span.start)
    before = reading.text.low[clause.start : hit.span.start]
    if _only_where(reading, hit, before) or _put_up_there(reading, hit, before):
        return False
    if hit.weight == GOODS and re.search(r"\b(?:doen|doe|werken?|help\w*) (?:aan|met) (?:\w+ )?$", before):
        return reading.asked(Topic.BUSINESS)
    if _LIST_OF_OTHERS.search(before) or _of_somebody_else(reading, hit):
        return False
    others = _OF_OTHERS.search(before) and not (reading.asked(Topic.BUSINESS) and _I_AM_FROM.search(before))
    if others or reading.text.low[hit.span.end : hit.span.end + 6].startswith((" klant", " en kla")):
        return False
    if reading.asked(Topic.BUSINESS) or (reading.context.asking is None and not reading.knows(ProfileField.SECTOR)):
        return hit.weight != GOODS or not re.search(r"\b(?:wil|want|meer|more|tegen|naar)\b", before)
    if hit.weight in (GOODS, ANY_SHOP) or (
        reading.asked(*_ABOUT_CUSTOMERS) and not reading.correcting and not _IS.search(before)
    ):
        return False
    told = _CUE.search(before) is not None
    if reading.knows(ProfileField.SECTOR):
        return reading.correcting and (told or _says_no_more(reading, hit, clause))
    return reading.correcting or told


def _says_no_more(reading: Reading, hit: Hit, clause: Span) -> bool:
    """Whether a clause names a trade with hardly a word beside it: "nee, een slagerij", "sorry, café bedoel ik"."""
    beside = [word for word in reading.text.words if clause.holds(word) and not hit.span.touches(word)]
    return all(reading.text.low_of(word) in _LITTLE for word in beside)


def _only_where(reading: Reading, hit: Hit, before: str) -> bool:
    """Whether the words tell where something is sold rather than what."""
    told = reading.text.low_of(hit.span)
    served = (PEOPLE.fullmatch(told) or _of_people(reading, told)) and told.endswith(("s", "en"))
    if (served and not _WE_ARE.search(before)) or _OF_AN_AGE.fullmatch(
        reading.text.low, hit.span.start, _next_word_end(reading, hit)
    ):
        return True
    room = _IN_MY.search(before) and reading.text.low_of(hit.span) in _ROOMS
    return bool(room or (hit.weight == GOODS and _AT.search(before)))


def _put_up_there(reading: Reading, hit: Hit, before: str) -> bool:
    """Whether the owner only puts something up at a business of that trade."""
    if _MINE.search(before):
        return False
    return _HANGS.search(before) is not None or _SHOWS.match(reading.text.low, hit.span.end) is not None


def _of_people(reading: Reading, told: str) -> bool:
    """Whether a trade in the plural is whom the owner serves: "die hoveniers", once the own trade is told."""
    own = reading.asked(Topic.BUSINESS) or (reading.context.asking is None and not reading.knows(ProfileField.SECTOR))
    return not own and _NAMES_A_PERSON.search(told.removesuffix("s")) is not None and told.endswith("s")


def _next_word_end(reading: Reading, hit: Hit) -> int:
    return next((word.end for word in reading.text.words if word.start >= hit.span.end), hit.span.end)


#: "farmers and big houses": who is served, unless the owners are that.
_WE_ARE = re.compile(r"\b(?:wij|we|ik|i)(?: zijn| ben| are| am|'re|'m)\b[^,.;]*$")
#: "vintage stereos" are stereos; clothes and furniture make the trade.
_OF_AN_AGE = re.compile(
    r"(?:vintage|antieke?|retro) (?!kleding|kleren|meubel\w*|spullen|winkel\w*|shop|store|clothes|clothing|furniture|"
    r"fashion|mode|and\b|en\b)[a-z]+"
)


#: "mijn boekhouder zei dat het moest": somebody else of that trade.
_SPEAKS = re.compile(
    r"\s+(?:zei|zegt|vond|vindt|raadt|raadde|vroeg|vraagt|dacht|denkt|said|says|told|thinks|reckons|suggested)\b"
)
_MINE = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|my|our)\s+$")
_NAMES_A_PERSON = re.compile(r"(?:er|or|ist|iste|ant|eur|aar|aat|oog|man|vrouw)$")
_HELLO = re.compile(
    r"(?:^|\W)(?:hoi|hallo|hey|hi|hello|dag|beste|dear|yo|goeie\w+|goede\w+|morning|ok|oke|bedankt|thanks)\W*$"
)


def _of_somebody_else(reading: Reading, hit: Hit) -> bool:
    """Whether what follows denies the trade or tells it of another, or it is whom the owner writes to: "dag coach"."""
    low, end = reading.text.low, hit.span.end
    if _DENIED.match(low, end) or _SPEAKS.match(low, end):
        return True
    if _MINE.search(low[: hit.span.start]) and not reading.asked(Topic.BUSINESS):
        return _NAMES_A_PERSON.search(reading.text.low_of(hit.span)) is not None
    return reading.text.low_of(hit.span) == "coach" and _HELLO.search(reading.text.low[: hit.span.start]) is not None
