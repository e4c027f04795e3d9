"""What is sold, told without a verb: "florist in Stroud. bouquets and wreaths", "taarten op maat vanaf 45 euro"."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.phrases.chatter import is_of_the_moment, only_leads_in
from coaching.understanding.phrases.left_over import used
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.phrases.parts import part_at
from coaching.understanding.phrases.people import PEOPLE
from coaching.understanding.phrases.trimming import trimmed
from coaching.understanding.text.normalise import BLANK, Span
from coaching.understanding.text.words_or_noise import is_empty
from coaching.understanding.wordlists import any_of, load, patterns
from journey.profile import ProfileField as F
from journey.topics import Topic

_WORDS, _GOODS = load("answer"), patterns("goods")
_NO_OFFER, _SENTENCE = re.compile(_WORDS["no_offer"]), re.compile(_WORDS["sentence"])
_TOLD_WITH_VERB = re.compile(rf"\b(?:{any_of(load('offer')['sentence'].split())})\b|\b(?:kost|kosten|costs?)$")
_FOR = re.compile(r"\s+(?:voor|aan|for|to)\s+$")
_LISTS = re.compile(r",|/|&|\b(?:en|and|of|or)\b")
_AND = re.compile(r"\b(?:en|and)\b")
#: What a phrase cut off in the middle of a list leaves behind.
_TORN = re.compile(r"\s*(?:&|\b(?:en|and)\b) (?!zo\b|so\b|more\b|meer\b|dergelijke|such\b|al\b)\w")
_PRICED = re.compile(
    r"(?:^|[,.;\n])\s*(?P<object>(?![€£$\d])[^,.;\n]{3,60}?)\s+(?:(?:vanaf|voor|van|aan|tussen|from|at|for|"
    r"rond)\s+(?:de )?(?:€|£)?\s?\d|(?:€|£)\s?\d|\d+(?:,\d\d)? (?:euro|pounds))"
)
_NAMING = (F.SECTOR, F.BUSINESS_NAME)
_TOLD_APART = frozenset([F.LOCATION, F.PERSONA_SITUATION, F.PERSONA_AGE, F.OWNER_NAME, F.USP])
#: "apk kost 35 euro", "een curly cut is 69 euro": the price of one of the things that are sold.
_COSTS = re.compile(
    r"\W*(?:(?:een|an?|the|de|het|ne|nen|n|'n|onze|mijn|my|our) )?(?P<thing>[a-z'&-]{3,}(?: [a-z'&-]{2,}){0,2}) "
    r"(?:is|kost|kosten|costs?)\s+"
)
_THING, _AMOUNT = re.compile(r"(?:[a-z'&-]{3,} ){1,2}"), re.compile(r"[€£$]?\s?\d")
#: Words of a thing in the middle of a list, of its last two, and of the whole.
_FEW, _ITEM, _MANY = 2, 9, 14


def find_goods(reading: Reading, taken: list[Finding]) -> list[Finding]:
    """The offer where no verb tells it: beside the trade, in the words for the trade, or with its price."""
    if any(f.field is F.OFFER for f in taken):
        return []
    if not reading.asked(Topic.BUSINESS):
        return _priced(reading, taken)
    span = _beside_trade(reading, taken) or _in_trade(reading, taken)
    priced = _priced(reading, taken)
    if span is None or any(f.span.holds(span) for f in priced):
        return priced
    return [Finding(F.OFFER, reading.text.of(span), span)]


def labelled(reading: Reading, price: Finding, found: list[Finding]) -> Finding:
    """A price with the thing it buys, where that isn't all that is sold: "cappuccino 4 euro"."""
    start = reading.text.clause_at(price.span.start).start
    start = max(start, part_at(reading, price.span.start).start)
    thing = reading.text.low[start : price.span.start]
    offered = any(f.field is F.OFFER and f.span.touches(Span(start, price.span.end)) for f in found)
    if offered or reading.correcting or reading.asked(Topic.PRICE) or not isinstance(price.value, str):
        return price
    named, amount = _COSTS.fullmatch(thing), _AMOUNT.match(reading.text.low, price.span.start)
    bare = amount and _THING.fullmatch(thing) and not _GOODS["no_thing"].search(thing)
    if not (bare and reading.asked(Topic.BUSINESS, Topic.OFFER)) and not (
        named and not _GOODS["no_name"].search(named["thing"]) and price.value == reading.text.of(price.span)
    ):
        return price
    span = Span(start, price.span.end)
    return replace(price, value=reading.text.of(span), span=span)


def _beside_trade(reading: Reading, taken: list[Finding]) -> Span | None:
    """The first list or thing beside the trade; what comes before the trade must be a list."""
    named = [f.span.start for f in taken if f.field in _NAMING]
    if not named:
        return None
    for run in _runs(reading, taken):
        early = run.end <= min(named) and not _LISTS.search(reading.text.low_of(run))
        span = None if early else trimmed(reading, _before_people(reading, run, taken), Topic.BUSINESS)
        if span and not _TORN.match(reading.text.low, span.end, run.end) and _names_goods(reading, span, taken):
            return span
    return None


def _in_trade(reading: Reading, taken: list[Finding]) -> Span | None:
    """A trade named by what is done: "tuinaanleg en onderhoud rond Zwolle", "IT support for small offices"."""
    sector = next((f for f in taken if f.field is F.SECTOR), None)
    if sector is None:
        return None
    clause = _before_people(reading, reading.text.clause_at(sector.span.start), taken)
    span = trimmed(reading, clause, Topic.BUSINESS)
    if span is None or " " not in reading.text.of(span) or not _GOODS["work"].search(reading.text.low_of(span)):
        return None
    return span if _names_goods(reading, span, taken) else None


def _runs(reading: Reading, taken: list[Finding]) -> list[Span]:
    """Runs of clauses that only a comma parts, without those that tell something else."""
    runs: list[Span] = []
    going = False
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if used(reading, clause, taken) or _is_no_thing(low):
            going = False
            continue
        listed = going and reading.text.clean[runs[-1].end : clause.start].strip() == ","
        if listed and len(low.split()) <= _ITEM and not _names_people(reading.text.low_of(runs[-1])):
            runs[-1] = Span(runs[-1].start, clause.end)
        else:
            runs.append(clause)
        going = True
    return runs


def _is_no_thing(low: str) -> bool:
    idle = _SENTENCE.search(low) or _GOODS["idle"].search(low)
    return idle is not None or is_of_the_moment(low) or only_leads_in(low)


def _names_people(low: str) -> bool:
    """Whether a list that has come to its end names people: "dames en heren"."""
    return PEOPLE.match(low) is not None and _AND.search(low) is not None


def _before_people(reading: Reading, run: Span, taken: list[Finding]) -> Span:
    """An offer ends where the words begin that tell whom it is for."""
    for finding in taken:
        if finding.field is F.PERSONA_SITUATION and run.holds(finding.span):
            cut = _FOR.search(reading.text.low, run.start, finding.span.start)
            return Span(run.start, cut.start()) if cut else run
    return run


def _names_goods(reading: Reading, span: Span, taken: list[Finding]) -> bool:
    """Whether words beside the trade or the name of a business tell what it sells."""
    low, told = reading.text.low_of(span), reading.text.of(span).split()
    else_told = any(f.field in _TOLD_APART and f.span.touches(span) for f in taken)
    proper = span.start > 0 and all(word[0].isupper() for word in told)
    if else_told or proper or BLANK in reading.text.of(span) or len(told) > _MANY or is_empty(low):
        return False
    return not (PEOPLE.match(low) or _NO_OFFER.search(low) or _SENTENCE.search(low) or _GOODS["idle"].search(low))


def _on_price_list(taken: list[Finding], start: int) -> bool:
    """Whether a price of several things begins with the thing at `start`: "wasje 5 euro, droger 2,50"."""
    return any(f.field is F.PRICE and f.span.start <= start < f.span.end for f in taken)


def _priced(reading: Reading, taken: list[Finding]) -> list[Finding]:
    """ "taarten op maat vanaf 45 euro": a bare noun phrase with its price."""
    if not reading.asked(Topic.BUSINESS, Topic.OFFER) and reading.context.asking is not None:
        return []
    match = _PRICED.search(reading.text.low)
    if not match or _TOLD_WITH_VERB.search(match.group("object")) or _on_price_list(taken, match.start("object")):
        return []
    span = phrase(reading, Span(_list_start(reading, match.start("object")), match.end("object")))
    return [Finding(F.OFFER, reading.text.of(span), span, uses=(span,))] if span else []


def _list_start(reading: Reading, last: int) -> int:
    """Where the list begins whose last things, with "and" between them, stand at `last`: "cake, scones and tea"."""
    clause = reading.text.clause_at(last)
    if not _AND.search(reading.text.low_of(clause)):
        return last
    start = last
    for before in reversed([c for c in reading.text.clauses if c.end <= clause.start]):
        low = reading.text.low_of(before)
        listed = reading.text.clean[before.end : start].strip() == "," and len(low.split()) <= _FEW
        if not listed or _SENTENCE.search(low) or _GOODS["idle"].search(low):
            break
        start = before.start
    return start
