"""What a business sells, in short: as it can stand in the middle of any sentence."""

import re

from journey.keys import Language
from journey.trades import SectorWords

#: More words than this make a sentence stumble.
LONGEST = 5
#: Two things of so few words together can stand for what is sold.
_FEW = 4
_BREAK = re.compile(r"[;(:|]| - | – |\.(?:\s|$)")
_AFTERTHOUGHT = re.compile(
    r",\s*(?:alles|eigenlijk|vooral|ook|plus|en ook|zoals|liefst|van alles|noem maar op|everything|mostly|also|plus|"
    r"especially|as well|and also|like|you name it)\b.*$",
    re.IGNORECASE,
)
_TAIL: dict[Language, str] = {
    "nl": r"\s(?:voor|met|zonder|tegen|waar|die|dat|op bestelling voor)\s",
    "en": r"\s(?:for|with|without|where|that|who|which)\s",
}
_ARTICLE = re.compile(r"^(?:een|de|het|an?|the)\s+", re.IGNORECASE)
_AND: dict[Language, str] = {"nl": "en", "en": "and"}
_PLURAL = re.compile(r"^(?!(?:werken|eten|leven|wezen|regen|wagen|open|tegen)$)\w{2,}(?:en|s|'s)$", re.IGNORECASE)
#: "honden wassen, trimmen en …": what it is done to.
_DONE_TO = re.compile(r"\b(\w{3,}(?:en|s)) \w{3,}en(?=$|,| en )")
#: Ends that look plural and are not: verbs, languages, qualities.
_SINGULAR = re.compile(r"(?:ss|us|is|ics|ness|less|aas|eis|as|huis|plus)$", re.IGNORECASE)


def in_short(offer: str, language: Language, pack: SectorWords) -> str:
    """An offer (already without lead-ins) in a few words; what the trade usually sells where it can't be shortened."""
    short = _AFTERTHOUGHT.sub("", _joined(offer, language)).strip(" ,.")
    if len(short.split()) > LONGEST:
        short = _first_two(re.split(_TAIL[language], short)[0].strip(" ,"), language)
    if not short or len(short.split()) > LONGEST + 2 or len(short) > 60 or _is_the_business(short, pack):
        return pack.unit.many
    return short


def units_of(short: str, unit: str, language: Language, pack: SectorWords) -> str:
    """What is sold, as a plural: the head of the offer, else what the goal counts, else what the trade sells."""
    if language == "nl" and (done := _DONE_TO.search(short)) and _is_plural(done[1], language):
        return done[1]
    if f" {_AND[language]} " in short and len(short.split()) <= _FEW and not _ARTICLE.match(short):
        return short
    head = re.split(r"\s(?:op|aan|van|in|uit|to|of|made)\s", short)[0]
    if " " not in head and _is_plural(head, language):
        return head
    counted = unit.strip().lower()
    single = not re.search(rf",|\s{_AND[language]}\s", short)
    if single and counted[:5] in short.lower() and " " not in counted and _is_plural(counted, language):
        return counted
    return pack.unit.many


def _first_two(short: str, language: Language) -> str:
    """The first two of a long list."""
    parts = re.split(rf",\s*|\s{_AND[language]}\s", short)
    if len(parts) < 3 or len(short.split()) <= LONGEST + 1:
        return short
    return f"{parts[0]} {_AND[language]} {parts[1]}"


def _joined(offer: str, language: Language) -> str:
    """The first part of an offer; several short ones ("Boilers. Leaks. Bathrooms.") as one list."""
    parts = [part.strip(" ,") for part in _BREAK.split(offer) if part.strip(" ,.")]
    if len(parts) > 1 and all(len(part.split()) <= 2 for part in parts):
        low = [part if part[1:2].isupper() else f"{part[:1].lower()}{part[1:]}" for part in parts]
        return f"{', '.join(low[:-1])} {_AND[language]} {low[-1]}"
    return parts[0] if parts else ""


def _is_the_business(short: str, pack: SectorWords) -> bool:
    """Whether an offer names the business ("een klein museum") rather than what is bought there."""
    if not _ARTICLE.match(short):
        return False
    last = short.split()[-1].lower()
    return last == pack.name or (last in pack.synonyms and not pack.unit.one.endswith(last))


def _is_plural(word: str, language: Language) -> bool:
    if _SINGULAR.search(word) or not _PLURAL.match(word):
        return False
    return language == "nl" or word.lower().endswith("s")
