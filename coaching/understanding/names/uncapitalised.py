"""Names of businesses typed without capitals: "bakkerij molenzicht in gent", "the copper kettle cafe in leeds"."""

import re
from collections.abc import Iterable

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from journey.profile import ProfileField

_WORD = r"[a-zà-ÿ0-9][\w'&-]*"
_ANY = r"[A-Za-zÀ-ÿ0-9&][\w'&-]*"
_SMALL = frozenset("de het den 't la le les el van der ter ten the of and en & bij".split())
#: Where a name ends: the place comes, or the clause is over.
_END = (
    r"(?=\s+(?:in|uit|te|from|en|and|maar|but|met|with)\s|\s+(?:lol|lmao|haha\w*|hihi|btw|trouwens|hoor|x+)\b|"
    r"\s*[,.;!\n]|\s*$)"
)
_BEHIND = re.compile(rf"\s+(?P<rest>(?P<article>(?:de|het|den|'t|la|le|van)\s+)?{_WORD}(?:\s+{_WORD})?){_END}")
#: What stands before a trade that is followed by its name; "een bakkerij" is followed by what kind it is.
_LEADS = re.compile(r"\b(?:van|ben|zijn|is|heb|hebben|run|runnen|bij|from|of|at|own|have|am|'m|are|hier|baas van)\s*$")
_BEFORE = re.compile(rf"\b(?:own|run|have|manage|at|from|of|am|'m|is|it's)\s+(?P<name>the\s+(?:{_WORD}\s+){{1,3}})$")
#: "i run the copper kettle, a café": what the business is stands behind its name.
_APART = re.compile(
    rf"\b(?:run|own|have|am|'m|is|ben|heb|runnen|hebben|zijn|van|from|of)\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}),?\s+"
    r"(?:een|a|an)\s+(?:\w+\s+){0,2}$"
)
_CALLED = re.compile(rf"\b(?:called|named|genaamd|heet|heten)\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}?){_END}")
#: "waggy tails by shaz its called".
_CALLED_BEHIND = re.compile(
    r"(?:^|[,.;!(\n]\s*)(?:(?:en|and|so|dus|it's|my|mijn|onze|our) )?"
    rf"(?P<name>[A-Za-zÀ-ÿ0-9][\w'&-]*(?:\s+{_ANY}){{0,4}}?),? "
    r"(?i:(?:it'?s|it is|is it|we'?re|we are) called|heet (?:het|da|dat|ze|die|'?t)|noemt (?:het|da|dat|'?t)|"
    r"is (?:the|our|my|de|onze|mijn) (?:business |shop |zaak|bedrijfs)?(?:name|naam))\b"
)
#: Words that tell what kind of business it is, never what it is called.
_TELLING = frozenset(
    "met voor aan zonder op en of die dat waar sinds hier ook als over gespecialiseerd gericht mobiel mobiele online "
    "kleine klein annex plus dichtbij vlakbij and for with near on that which where since just small mobile local ik "
    "we wij i gewoon alleen thuis huis bio ambachtelijk ambachtelijke samen ergens in uit te from is zijn ben a an een "
    "only best oldest first new biggest smallest enige beste oudste grootste kleinste eerste nieuwe italiaans grieks "
    "frans chinees thais indisch turks marokkaans vegan vegetarisch glutenvrij tweedehands italian greek french "
    "chinese thai indian turkish lol haha hihi lmao".split()
)


def after_trade(reading: Reading, trades: Iterable[Span]) -> list[Finding]:
    """The name right behind the word for the trade, or in English between "the" and that word."""
    for trade in trades:
        before, clean = reading.text.low[: trade.start], reading.text.clean
        behind = _BEHIND.match(clean, trade.end)
        if behind and (behind["article"] or _LEADS.search(before)) and is_name(behind["rest"]):
            return [_finding(reading, Span(trade.start, behind.end("rest")))]
        if (found := _BEFORE.search(before)) and is_name(found["name"].removeprefix("the ")):
            return [_finding(reading, Span(found.start("name"), trade.end))]
        if (found := _APART.search(before)) and "," in before[found.start() :] and is_name(found["name"]):
            return [_finding(reading, Span(found.start("name"), found.end("name")))]
    return []


def called(reading: Reading) -> list[Finding]:
    """The name behind "called" or "genaamd"."""
    found = _CALLED_BEHIND.search(reading.text.clean) or _CALLED.search(reading.text.clean)
    if not found or not is_name(found["name"]):
        return []
    return [_finding(reading, Span(found.start("name"), found.end("name")))]


def _finding(reading: Reading, span: Span) -> Finding:
    return Finding(ProfileField.BUSINESS_NAME, titled(reading.text.of(span)), span, uses=(span,))


def is_name(words: str) -> bool:
    """Whether none of these words tells what kind of business it is, and not all are small ones."""
    told = words.lower().split()
    content = [word for word in told if word not in _SMALL]
    return bool(content) and not any(word in _TELLING for word in content)


def titled(name: str) -> str:
    """A name as it stands on a sign: "Kapsalon de Krul"."""
    words = [word if word in _SMALL else word[:1].upper() + word[1:] for word in name.split()]
    return f"{words[0][:1].upper()}{words[0][1:]} {' '.join(words[1:])}".strip()
