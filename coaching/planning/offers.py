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
_PLURAL = re.compile(
    r"^(?!(?:werken|eten|leven|wezen|regen|wagen|open|tegen|tweedehands)$)\w{2,}(?:en|s|'s)$", re.IGNORECASE
)
#: Dutch verbs of what is done for customers; they look like plurals and are none.
_INFINITIVE = re.compile(
    r"(?:(?:be|ver|ont|her|aan|af|op|uit|in|om|schoon|door)?(?:knippen|kleuren|wassen|trimmen|scheren|föhnen|verven|"
    r"schilderen|repareren|herstellen|poetsen|kuisen|maken|strijken|koken|bakken|leggen|plaatsen|onderhouden|houden|"
    r"snoeien|maaien|lappen|vegen|stemmen|restaureren|opruimen|ontruimen|geleiden|begeleiden|coachen|trainen|masseren|epileren|harsen|ontharen|tatoeëren|naaien|graveren|"
    r"drukken|printen|huren|kopen|leveren|installeren|keuren|slijpen|rijden|verhuizen|bouwen|werken|zorgen|geven|"
    r"leren|helpen|draaien|spelen|zingen|optreden|schrijven|ontwerpen|fotograferen|filmen|organiseren|adviseren|behandelen|stellen)|(?:op|in|af|uit|aan|om)(?:knappen|halen|lijsten|zetten|lenen|breken))$",
    re.IGNORECASE,
)
#: What people come with rather than what they buy; a leak or a sore back isn't for sale.
_COMPLAINT = re.compile(
    r"klacht|pijn|angst|lekken|lekkage|houtrot|schimmel|verstopping|schade|leaks?\b|pains?\b|blockage|damage",
    re.IGNORECASE,
)
#: Whom customers come with: "honden en katten" are treated, not sold.
_BROUGHT = re.compile(
    r"^(?:(?:kleine|grote|small|large) )?(?:honden|katten|paarden|pony's|konijnen|knaagdieren|huisdieren|"
    r"gezelschapsdieren|dieren|dogs|cats|horses|ponies|rabbits|pets|animals)$",
    re.IGNORECASE,
)
_FOR: dict[Language, str] = {"nl": "voor", "en": "for"}
#: How long or how often, told beside what is sold: "home visits, an hour".
_MEASURE = re.compile(
    r"[,;.]\s*(?:(?:een|één|twee|drie|half|anderhalf|an?|one|two|three|half an|\d+)[ -]?)+"
    r"(?:uur|uren|kwartier|minuten|min|dag|dagen|hours?|minutes?|mins?|days?)(?: (?:each|per keer|elk))?"
    r"(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
#: Who does the work, by the ending; and what ends so and is no person.
_PERSON = re.compile(
    r"(?<!bi)(?<!theat)(?<!kam)(?<!vo)(?<!behe)(?<!ateli)(?<!din)er$|"
    r"(?:ster|aar|eur|euse|iste?|loog|man|vrouw|arts|therapeute?|or|ian|woman|wright|ress|kundige|(?:gara|patiss|juwel)ier)$",
    re.IGNORECASE,
)
#: Words of one thing in a list that can still stand by itself.
_ONE = 3
#: "bijles", "zwemles", "pianoles": one lesson.
_LESSON = re.compile(r"^(?!modules|voiles|singles|styles)\w*les$", re.IGNORECASE)
#: Ends that look plural and are not: verbs, languages, qualities.
_SINGULAR = re.compile(r"(?:ss|us|is|ics|ness|less|aas|eis|as|huis|plus)$", re.IGNORECASE)


def in_short(offer: str, language: Language, pack: SectorWords) -> str:
    """An offer (already without lead-ins) in a few words; what the trade usually sells where it can't be shortened."""
    short = _AFTERTHOUGHT.sub("", _joined(offer, language)).strip(" ,.")
    if len(short.split()) > LONGEST:
        short = _first_two(re.split(_TAIL[language], short)[0].strip(" ,"), language)
    short = _sold(short, language)
    short = as_a_noun(short, language)
    if short and all(_BROUGHT.match(part) for part in _parts(short, language)):
        short = f"{pack.unit.many} {_FOR[language]} {short}"
    if not short or len(short.split()) > LONGEST + 2 or len(short) > 60 or _is_the_business(short, pack):
        return pack.unit.many
    return short


def as_a_noun(short: str, language: Language) -> str:
    """ "messen en scharen slijpen" as "het slijpen van messen en scharen", which can follow "voor" and "zonder"."""
    if language != "nl":
        return short
    *things, verb = short.split() or [""]
    named = [thing.strip(",") for thing in things if thing != "en"]
    done = named and len(named) <= _ONE and _INFINITIVE.fullmatch(verb) and is_plural(named[-1], "nl")
    plural = all(is_plural(name, "nl") or name.endswith("e") for name in named)
    return f"het {verb} van {' '.join(things)}" if done and plural else short


def _sold(short: str, language: Language) -> str:
    """A list without what people come with, and with "en" before its last."""
    every = _parts(short, language)
    parts = [part for part in every if not _COMPLAINT.search(part)]
    if len(parts) < 2 or (len(parts) == len(every) and f" {_AND[language]} " in short):
        return short
    return f" {_AND[language]} ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def in_turn(short: str, units: str, language: Language) -> tuple[str, ...]:
    """Ways to name what is sold, to be used in turn: a long list by its parts, since nobody says all of it every time;
    what takes several words also by its plural, what is done ("draaien op feesten") by it first."""
    parts = _parts(short, language)
    if len(parts[0].split()) > 1 and _INFINITIVE.fullmatch(parts[0].split()[0]):
        return (units, short)
    if len(parts) > 1 and all(_stands_alone(part) for part in parts):
        return parts if len(parts) > 2 else (short, *parts)
    return (short, units) if len(parts) == 1 and units != short and units in short else (short,)


def _parts(short: str, language: Language) -> tuple[str, ...]:
    """The things in a list; one where it is none, or where only what they are for is listed."""
    listed, tail = re.search(rf",|\s{_AND[language]}\s", short), re.search(_TAIL[language], short)
    if _ARTICLE.match(short) or (listed and tail and tail.start() < listed.start()):
        return (short,)
    return tuple(part.strip() for part in re.split(rf",\s*|\s{_AND[language]}\s", short) if part.strip())


def _stands_alone(part: str) -> bool:
    """Whether a part of a list means something without the rest of it: not the verb of "tuinen aanleggen"."""
    words = part.split()
    return len(words) <= _ONE and not (len(words) > 1 and _INFINITIVE.match(words[-1]))


def units_of(short: str, unit: str, language: Language, pack: SectorWords) -> str:
    """What is sold, as a plural: the head of the offer, else what the goal counts, else what the trade sells."""
    parts = _parts(short, language)
    if len(parts) > 1:
        return parts[0] if is_plural(parts[0], language) and not _COMPLAINT.search(parts[0]) else pack.unit.many
    if _COMPLAINT.search(short):
        return pack.unit.many
    head = re.split(r"\s(?:op|aan|van|in|uit|to|of|made)\s", short)[0]
    if " " not in head and is_plural(head, language):
        return head
    counted = unit.strip().lower()
    single = not re.search(rf",|\s{_AND[language]}\s", short)
    if single and counted[:5] in short.lower() and " " not in counted and is_plural(counted, language):
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


def sells_several(offer: str, language: Language) -> bool:
    """Whether an offer names more than one thing, so that an amount alone may be that of any of them."""
    return len(_parts(_joined(offer, language), language)) > 1


def without_measures(offer: str) -> str:
    """An offer without how long it takes where that was told as a thing of its own."""
    bare = _MEASURE.sub("", offer)
    return offer if bare == offer else re.sub(r",\s+(?=(?:en|and)\b)", " ", bare)


def names_the_trade(offer: str, pack: SectorWords) -> bool:
    """Whether an offer begins with who does the work ("tuinaannemer Rumbeke"), which is nothing to buy."""
    first = re.split(r"[ ,.;]", _ARTICLE.sub("", offer).lower())[0]
    return first in pack.synonyms and bool(_PERSON.search(first)) and first not in pack.unit.one


def is_plural(word: str, language: Language) -> bool:
    """Whether a word, the last of a phrase, is a plural noun as far as its form tells."""
    word = word.split()[-1] if word.strip() else ""
    singular = _SINGULAR.search(word) or (language == "nl" and _LESSON.match(word))
    if singular or not _PLURAL.match(word) or _INFINITIVE.match(word):
        return False
    return language == "nl" or word.lower().endswith("s")
