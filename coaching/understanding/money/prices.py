"""A price in the owner's words: with what it is per and what it is for, without what only leads up to it."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.amounts import Amount
from coaching.understanding.money.price_changes import amended
from coaching.understanding.money.price_list import OF_BEFORE, listed
from coaching.understanding.phrases.mainly import MAINLY
from coaching.understanding.phrases.parts import part_at
from coaching.understanding.text.normalise import BLANK, Span
from coaching.understanding.wordlists import load
from journey.currency import currency_in
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("money")
_LEAD = re.compile(
    r"\b(?:vanaf|onder(?: de)?|under|boven(?: de)?|tussen(?: de)?|ongeveer|ong\.?|rond(?: de)?|gemiddeld|zo'n|"
    r"van|max(?:imum|imaal)?|from|starting (?:at|from)|around|about|between|on average|average|circa|ca\.?|"
    r"min(?:imum|imaal)?|(?<!verhoogd )(?<!opgetrokken )tot|"
    r"(?<!going )(?<!goes )(?<!gone )(?<!went )(?<!go )(?<!it )(?<!them )up to)"
    r"\s*(?:(?:de|zo'n|around|€|£|\$|eur)\s*)?$"
)
_SIZE = r"(?:half |halve |hele |volle |full |whole |groot |klein |big |small )?"
_OVER = (
    r"(?=\s*(?:$|[,.;!?\n)+]|\b(?:en|and|n|met|with|maar|but|ex|excl|incl|in|dus|he|hoor|now|nu|ofzo|zonder|without|plus|"
    r"inclusief|exclusief|inclusive|all)\b))"
)
_EXTRAS = r"(?:btw|vat|tax|taxes|ontbijt|breakfast|lunch|materia\w+|verzending|shipping|postage|delivery|levering)"
#: "ex btw", "incl. the kilt", "zonder btw", "materiaal inbegrepen".
_WITH_OR_WITHOUT = (
    r"(?:\s*(?:(?:ex|excl|incl)(?:usief|usive|uding)?\b\.?(?:\s*(?:de|het|een|the|a|my|mijn|your)\b)?"
    r"(?:\s*(?!en\b|and\b)[a-z]{3,})?|"
    rf"(?:zonder|met|without|with|plus|\+) (?:de |the )?{_EXTRAS}\b|(?:[a-z]+ )?(?:inbegrepen|included|all-? ?in)\b))*"
)
#: "£250 a family line", "150 for a ground floor upright": a thing of more words, to the end of its clause.
_SECOND = (
    r"(?:(?: (?!roughly|usually|normally|approx|ongeveer|ofzo|meestal|max|each|now|more|meer|incl|excl|plus|zonder|"
    r"without)[a-z]{3,}){1,2}"
    r"(?=\s*(?:$|[,.;!?\n)])))?"
)
_PER_THING = rf"(?:per\b|p/|/(?! [a-z]+ ))\s*{_SIZE}(?:[a-z][a-z0-9\u00b2'-]*|p\.?p\.?)"
_FOR_A_THING = (
    rf"(?:voor|for) (?!the same)(?:een|ne|nen|'n|an?|the|twee|two|drie|three|\d+) {_SIZE}[a-z]{{3,}}{_SECOND}|"
    rf"(?:an?|een|ne|nen) {_SIZE}[a-z]{{3,}}{_SECOND}|(?:(?:voor|for) )?(?:de|den|het|the|'?t) [a-z]{{3,}}{_OVER}|"
    rf"(?:voor|for) (?:one|een|1){_OVER}|to [a-z]{{3,}} (?:an?|the|your) [a-z]+(?: [a-z]+)?{_OVER}"
)
#: "per nacht per kat", "voor een setje", "for 45 minutes", "de fles", "pn", "excl. btw".
_TRAIL = re.compile(
    rf"(?:\s*(?:{_PER_THING}|each\b(?: one)?|a piece\b|p/u\b|p(?:p|n|ppn|u|m|cm)\b|p\.p\.|{_FOR_A_THING}))*"
    rf"{_WITH_OR_WITHOUT}"
)
#: "1200 for a full wedding day", "15 on the door": what a price is for, to the end of its clause.
_FOR_WHAT = re.compile(
    r"\s*(?:for|on|in|at|depending|afhankelijk|voor|per|bij|naargelang|the|met|with|all|an?)\b(?: [\w'&-]+){1,4}\s*$"
)
_UP_TO = r"(?: is| was| wordt| van| of|:)?(?: nu| now)?\s*(?:€|£|\$)?\s*$"
_KEPT = re.compile(rf"\b(?P<kept>{_WORDS['kept']}){_UP_TO}")
_BY_THE = {unit: re.compile(rf"\b(?:{names}){_UP_TO}") for unit, names in _WORDS["by_the"].items()}
_ENGLISH = frozenset(["hour", "day"])
_LONGEST_RUN = 160


def price_finding(reading: Reading, amount: Amount) -> Finding:
    """The price that `amount` tells."""
    span, low = _phrase(reading, amount), reading.text.low
    told, before = reading.text.of(span), low[amount.clause.start : span.start]
    per = next((unit for unit, named in _BY_THE.items() if named.search(before)), None)
    kept = _KEPT.search(before)
    if changed := amended(reading, amount.number):
        told = changed
    elif kept:
        told = f"{reading.text.clean[amount.clause.start + kept.start() :][: len(kept['kept'])]} {told}"
    elif per and not _per_something(told):
        told = f"{told} {'an' if per == 'hour' else 'a'} {per}" if per in _ENGLISH else f"{told} per {per}"
    elif _ONLY_AMOUNT.fullmatch(told.lower()) and (reading.correcting or reading.asked(Topic.PRICE)):
        told = retold(reading.context.profile.text(ProfileField.PRICE), told)
    return Finding(ProfileField.PRICE, told, span, uses=(span,))


def retold(old: str, told: str) -> str:
    """The amount `told` with what the `old` price was per: "28 euro a head" and "32" make "32 euro a head"."""
    before = list(_NUMBER.finditer(old))
    new = _NUMBER.search(told)
    named = _CURRENCY.search(told.lower()) is not None
    if new is None or len(before) != 1 or (named and currency_in(told) != currency_in(old)):
        return f"{told} euro" if told.isdigit() and "euro" in old.lower() else told
    start = before[0].start() - 1
    sign = old[start] if start >= 0 and old[start] in "€£$" else ""
    amount = told if named and not _CURRENCY.search(old.lower()) else f"{sign}{new.group()}"
    return amount + old[before[0].end() :]


def is_by_unit(reading: Reading, amount: Amount) -> bool:
    """Whether the amount is told with the unit of what is sold: "7 euro per zaagblad"."""
    unit = _UNIT.match(reading.text.low, amount.span.end) or _UNIT_WITHIN.search(reading.text.low_of(amount.span))
    return unit is not None


def is_per_thing(reading: Reading, amount: Amount) -> bool:
    """Whether the amount is one per something that is sold rather than per month: "£45 a dog"."""
    trail = _TRAIL.match(reading.text.low, amount.span.end)
    words = trail.group().split() if trail else []
    return len(words) > 1 and not _TIME.search(" ".join(words))


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: An amount without what it is per.
_ONLY_AMOUNT = re.compile(r"(?:(?:€|£|\$|eur)\s*)?\d+(?:[.,]\d+)*(?:\s*(?:€|£|\$|euro'?s?|eur|quid|pounds?|,-))?")
_CURRENCY = re.compile(r"€|£|\$|\b(?:euro'?s?|eur|quid|pounds?)\b")
#: Not what is sold: a stretch of time, or a piece of advertising.
_NOT_SOLD = (
    r"(?!(?:dag|week|weken|weekend|wk|maand|mnd|mnth|mth|jaar|kwartaal|trimester|seizoen|keer|maal|post|mail|e-?mail|flyer|"
    r"advertentie|campagne|actie|kanaal|day|month|year|quarter|season|time|ad|advert|campaign|channel|go|max\w*|of|or|"
    r"and|en|maar|but)s?\b)"
)
_UNIT = re.compile(rf"\s*(?:,-)?(?: nu| now)?\s*(?:\b(?:per|an?|each)\s|p/|/)\s*{_NOT_SOLD}[a-z][a-z0-9-]+")
_UNIT_WITHIN = re.compile(r"\b(?:p\.?p|per persoon|per stuk|a head|per person|pppn|p/u|each|a piece)\b")
_TIME = re.compile(r"\b(?:dag|week|weken|wk|maand|mnd|mnth|mth|jaar|kwartaal|day|week|month|year|quarter|keer|time)\b")


def one_price(reading: Reading, prices: list[Finding], between: list[Span]) -> list[Finding]:
    """One price stands as it is; several are told in the owner's own run of words, as far as nothing else stands
    `between` them."""
    prices = _of_what_counts(reading, prices)
    run = _run(reading, prices, between)
    if len(run) < 2 or (reading.correcting and not listed(reading)):
        return prices[-1:] if reading.correcting else prices[:1]
    span = Span(_start_of(reading, run[0].span), run[-1].span.end)
    return [Finding(ProfileField.PRICE, reading.text.of(span), span, uses=(span,))]


def _of_what_counts(reading: Reading, prices: list[Finding]) -> list[Finding]:
    """ "bolletjes voor 2 euro maar vooral taarten, die zijn 28,50": the prices from what counts most on."""
    main = MAINLY.search(reading.text.low)
    return [price for price in prices if main and price.span.start > main.start()] or prices


def _run(reading: Reading, prices: list[Finding], between: list[Span]) -> list[Finding]:
    """The first prices that can stand as one stretch of the message."""
    run = prices[:1]
    for price in prices[1:]:
        span = Span(_start_of(reading, run[0].span), price.span.end)
        past = OF_BEFORE.search(reading.text.low, run[-1].span.end, price.span.start)
        broken = past or BLANK in reading.text.of(span) or any(span.touches(other) for other in between)
        if broken or span.end - span.start > _LONGEST_RUN:
            break
        run.append(price)
    return run


def _start_of(reading: Reading, first: Span) -> int:
    """Where a run of prices begins: with the thing that the first one buys."""
    part = part_at(reading, first.start)
    lead = _LEAD_IN.match(reading.text.low, part.start, first.start)
    return lead.end() if lead else part.start


#: What only leads up to a price: "that's five hundred and forty for the bundle".
_LEAD_IN = re.compile(
    r"(?:(?:en|and|n|nou|dus|so|maar|but|that's|it's|its|dat is|da's|het is|'?t is|tis|"
    rf"(?:(?:de|the|mijn|my|onze|our) )?{_WORDS['price_names']}(?: is| zijn| are)?:?)\s+)+"
)


def depends(reading: Reading) -> list[Finding]:
    """ "prijs hangt af van de stof": what a price depends on, where no amount is told."""
    match = _DEPENDS.search(reading.text.low)
    if match is None or not reading.asked(Topic.BUSINESS, Topic.OFFER):
        return []
    span = reading.text.trim(Span(match.start("said"), match.end("said")))
    return [Finding(ProfileField.PRICE, reading.text.of(span), span, uses=(reading.text.clause_at(span.start),))]


_DEPENDS = re.compile(
    rf"\b{_WORDS['price_names']}\b[\w ]{{0,20}}?\b(?P<said>(?:hang(?:t|en)|depends?|afhankelijk|"
    rf"verschil(?:t|len)|var(?:y|ies))\b"
    r"[^,.;!?\n]{0,60})"
)


def _phrase(reading: Reading, amount: Amount) -> Span:
    low = reading.text.low
    lead = _LEAD.search(low, max(amount.clause.start, amount.span.start - 24), amount.span.start)
    trail = _TRAIL.match(low, amount.span.end)
    if lead and lead.group().strip() == "van" and amount.number.high is None:
        lead = None
    end = trail.end() if trail else amount.span.end
    if reading.asked(Topic.PRICE) and (what := _for_what(low, amount, end)):
        end = what.end()
    return reading.text.trim(Span(lead.start() if lead else amount.span.start, end))


def _for_what(low: str, amount: Amount, end: int) -> re.Match[str] | None:
    return _FOR_WHAT.match(low, end, amount.clause.end) or _FOR_WHAT.match(low, amount.span.end, amount.clause.end)


def _per_something(told: str) -> bool:
    return re.search(r"\b(?:per|p/|an? [a-z]{3,}|each)|/", told.lower()) is not None
