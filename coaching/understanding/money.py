"""Amounts of money: what the business asks and what the owner can spend, never the one for the other."""

import re
from dataclasses import dataclass

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.normalise import Span
from coaching.understanding.numbers import Number
from journey.currency import currency_in
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_AFTER = re.compile(
    r"(?:,-{1,2})?\s*(?:euro(?:'?s|kes?|tjes?)?\b|eur?\b|€|euri\b|ballekes\b|bucks\b|quid\b|pounds?\b|£|\$|dollars?\b|"
    r"p\b(?= ))"
)
#: "27,50 pp", "18 per persoon": money without its name.
_A_HEAD = re.compile(r"(?:,-)?\s*(?:p\.?p\b|per persoon\b|per stuk\b|a head\b|per person\b|pppn\b)")
#: "195 per feestje", "45 p/u": a price too, where the talk is about the business.
_A_PIECE = re.compile(
    r"(?:,-)?\s*(?:p/u\b|p/st\b|per (?!week|maand|dag|jaar|month|day|year|kwartaal|weekend|ochtend|avond|e-?mail|"
    r"mail|post)[a-z]{3,})"
)
_LEAST_PRICE = 10
_BEFORE = re.compile(r"(?:€|£|\$|\beur|\beuro)\s*$")
_LEAD = re.compile(
    r"\b(?:vanaf|onder(?: de)?|under|boven(?: de)?|tussen(?: de)?|ongeveer|ong\.?|rond(?: de)?|gemiddeld|zo'n|"
    r"van|max(?:imum|imaal)?|from|"
    r"starting (?:at|from)|around|"
    r"about|between|on average|average|circa|ca\.?|min(?:imum|imaal)?|tot|up to)\s*(?:(?:de|zo'n|"
    r"around|€|£|\$|eur)\s*)?$"
)
#: What a price is the price of: without it "uurtarief 45 euro" is a thing that costs 45 euro.
_LABEL = re.compile(
    r"\b(?:uurtarief|uurprijs|uurloon|dagtarief|dagprijs|stuksprijs|startprijs|instapprijs|vaste prijs|voorrijkosten|"
    r"hourly rate|hourly fee|day rate|flat (?:fee|rate)|fixed price|call-?out(?: fee| charge)?)"
    r"(?: is| van| of|:)?\s*(?:€|£|\$)?\s*$"
)
_TRAIL = re.compile(
    r"\s*(?:(?:per|voor een|voor|p/|/\s?|a|an|the|each|each one|a piece)\s*"
    r"(?:stuk|uur|uurtje|les|sessie|persoon|pers|maand|jaar|week|dag|nacht|behandeling|m2|meter|beurt|"
    r"kilo|kg|p\.?p\.?|u|h|"
    r"hour|session|person|month|year|week|day|night|piece|lesson|class|cut|visit|box|pax|kamer|room|taart|keer|rit|"
    r"consult|foto|shoot|tafel)\b|each\b|a piece\b|pp\b|p/u\b|(?:per|voor een|an?|for an?) [a-z]{3,})?(?:\s*(?:excl|"
    r"incl)\.?(?:usief)?(?:\s*(?:btw|vat))?)?"
)
_BUDGET = re.compile(
    r"\b(?:budget|missen|spender\w*|bested\w*|uitgeven|spend\w*|vrijmaken|opzij|invester\w*|reclame|marketing|promotie|"
    r"adverteren|afford|spare|put aside|max(?:imum|imaal)?|hooguit|hoogstens|at most|tops)\b"
)
_PRICE = re.compile(
    r"\b(?:kost(?:en)?|prijs|prijzen|prijzig|vanaf|per (?:stuk|uur|les|persoon|m2|sessie|behandeling|"
    r"nacht|beurt|taart|kilo|consult|rit)|"
    r"each|a piece|per (?:hour|session|person|piece|night|class)|an hour|betalen|betaal|betaalt|vraag|"
    r"vragen|charge|tarief|rate|"
    r"price[ds]?|costs?|starting at|verkoop\w*|abonnement|lidgeld|pp|p/u|aan|fee|uurloon)\b"
)
_OTHER = re.compile(
    r"\b(?:omzet|winst|verdien\w*|turnover|revenue|profit|huur|loon|lening|schuld\w*|rent|salary|loan|subsidie|korting|"
    r"discount|boete|waard|worth|verlies|bon|cadeaubon|gift)\b"
)
_PER = (
    (re.compile(r"(?:per|/|p/|elke|iedere|a|each)\s?(?:week|wk|w)\b|wekelijks|weekly|in de week"), 4.0),
    (re.compile(r"(?:per|/|p/|elk|ieder|a|each)\s?(?:kwartaal|quarter|trimester)\b"), 1 / 3),
    (
        re.compile(
            r"(?:per|/|p/|elk|ieder|a|each|op een|op)\s?(?:jaar|year|jaarbasis|j)\b|jaarlijks|yearly|annually|"
            r"(?:voor|for) (?:heel |gans )?(?:het|dit|the|this)(?: hele| ganse| whole)? (?:jaar|year)\b"
        ),
        1 / 12,
    ),
    (re.compile(r"(?:per|/|p/|elke|a|each)\s?(?:dag|day)\b|dagelijks|daily"), 30.0),
)
_MONTH = re.compile(r"(?:per|/|p/|elke|a|each)\s?(?:maand|month|mnd|m)\b|maandelijks|monthly|in de maand")
_NOTHING = re.compile(
    r"\b(?:niks|niets|geen|nul|nada|nothin|nowt|nix|noppes|zero|nothing|none|cent|duit|penny|penny to spend|"
    r"gratis|free|for free|skint|broke|blut)\b"
)
_NO_BUDGET = re.compile(
    r"\b(?:geen|nul|zero|no|zonder|without)(?: \w+)? ?(?:reclame|marketing|advertising)?(?:budget|geld|"
    r"money|cent)\b|\b(?:nothing|niks|niets) (?:to spend|te besteden|om uit te geven|over voor reclame)\b"
)
_SARCASM = re.compile(r"\b(?:tuurlijk|natuurlijk|sure|of course|ja hoor|yeah right)\b")
#: An amount beside the hours a week is what the owner can spend.
_HOURS_A_WEEK = re.compile(
    r"(?:\d\s*(?:u|h)|\b\d*\s*(?:uur|uurtjes?|uren|hrs?|hours?))\s*(?:per|/|a|p/|in de|elke|each|"
    r"every)\s*(?:week|w|dag|day|maand|month)\b(?!\s*open)"
)
_LAUGH = re.compile(r"\b(?:ha(?:ha)+h?|hihi|lol|lmao|hehe|not)\b|😂|🙄|🤣|😅")


@dataclass(frozen=True)
class _Amount:
    number: Number
    span: Span
    clause: Span


def sarcastic(low: str) -> bool:
    """Whether limits told here are a joke."""
    return bool(_SARCASM.search(low) and _LAUGH.search(low)) or "onbeperkt" in low or "unlimited" in low


def find_money(reading: Reading) -> list[Finding]:
    """The price and the monthly budget a message tells."""
    amounts = _amounts(reading)
    found = [f for amount in amounts if (f := _judge(reading, amount))]
    prices = [f for f in found if f.field is ProfileField.PRICE]
    budgets = [f for f in found if f.field is ProfileField.CONSTRAINTS]
    return [*_one_price(reading, prices), *(budgets[:1] or _none_at_all(reading, amounts))]


def asks_money(reading: Reading) -> bool:
    """Whether the open question is about money to spend."""
    return reading.asked(Topic.CONSTRAINTS) and reading.context.question != "hours"


def _amounts(reading: Reading) -> list[_Amount]:
    found = []
    for number in reading.numbers:
        span = _with_currency(reading, number)
        if span is None and _bare_will_do(reading, number):
            span = number.span
        if span is not None:
            found.append(_Amount(number, span, reading.text.clause_at(span.start)))
    return found


def _with_currency(reading: Reading, number: Number) -> Span | None:
    low = reading.text.low
    after = _AFTER.match(low, number.span.end)
    before = _BEFORE.search(low, max(0, number.span.start - 6), number.span.start)
    head = _A_HEAD.match(low, number.span.end)
    if not head and number.value >= _LEAST_PRICE and reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.PRICE):
        head = _A_PIECE.match(low, number.span.end)
    if head and not (after or before):
        return Span(number.span.start, head.end())
    tenner = low[number.span.start : number.span.end].endswith(("tientje", "tientjes", "twintigje", "vijftigje"))
    if not (after or before or tenner):
        return None
    return Span(before.start() if before else number.span.start, after.end() if after else number.span.end)


_UNIT_AFTER = re.compile(
    r"\s*(?:of\s+)?(?:u\b|uur|uren|uurtje|hours?|hrs?\b|minuten|minutes|jaar|years?|%|procent|dagen|days|weken|"
    r"minuten|klanten|adressen|"
    r"x\b)"
)
_BUDGET_IS = re.compile(
    r"\bbudget\s*(?:(?:is|van|of|:|=|max\w*|ongeveer|zo'n|about|naar|to|rond|mag|moet|kan|gaat|wordt|nu|"
    r"now|can be|should be|eigenlijk|omhoog|omlaag|up|down)\s*)*$"
)
_PRICE_IS = re.compile(
    r"\b(?:prijs|prijzen|tarief|price|prices|rate|fee)\s*(?:(?:is|zijn|wordt|werd|van|naar|nu|to|now|eigenlijk|"
    r"geworden|"
    r"intussen|ondertussen|inmiddels|momenteel|gewoon|al|currently|actually|meanwhile|vanaf|from|moet|zou|"
    r"are|about|rond|ongeveer|toch|hangt|ervan|er|van|af|zo|tussen|between|depends|,|=|:)\s*)*$"
)


def _bare_will_do(reading: Reading, number: Number) -> bool:
    after = reading.text.low[number.span.end : number.span.end + 12]
    if _UNIT_AFTER.match(after):
        return False
    before = max(0, number.span.start - 48)
    if "budget" in reading.text.low and _MONTH.match(reading.text.low, number.span.end + 1):
        return True
    if _BUDGET_IS.search(reading.text.low, before, number.span.start):
        return True
    if _PRICE_IS.search(reading.text.low, before, number.span.start) or _from(reading, number):
        return True
    if asks_money(reading):
        return reading.context.question == "money"
    return reading.asked(Topic.PRICE)


#: "vanaf 4,50", "vanaf 45 per taart": a price by its cents or by what it buys.
_FROM = re.compile(r"\b(?:vanaf|from|starting at)\s*$")
_BUYS = re.compile(r"\s*(?:$|[,.;!\n](?!\d)|(?:per|p/|each|a piece|ex|incl|/)\b)")


def _from(reading: Reading, number: Number) -> bool:
    """Whether a bare number behind "from" is what the business asks rather than a year, an age or a count."""
    low, span = reading.text.low, number.span
    if not reading.asked(Topic.BUSINESS, Topic.OFFER) or not _FROM.search(low, max(0, span.start - 14), span.start):
        return False
    year = number.value in _YEARS and number.value.is_integer()
    cents = "," in low[span.start : span.end] or "." in low[span.start : span.end]
    return not year and (cents or (number.value >= _LEAST_PRICE and _BUYS.match(low, span.end) is not None))


_YEARS = range(1900, 2100)


def _judge(reading: Reading, amount: _Amount) -> Finding | None:
    clause = reading.text.low_of(amount.clause)
    if _OTHER.search(clause) and not _BUDGET.search(clause):
        return None
    if _is_budget(reading, clause):
        return _budget(reading, amount, clause)
    if _is_price(reading, amount, clause):
        return _price(reading, amount)
    return None


def _is_budget(reading: Reading, clause: str) -> bool:
    if reading.context.question == "money" and asks_money(reading):
        return not re.search(r"\b(?:kost|prijs|price|costs)\b", clause)
    if reading.correcting and not _BUDGET.search(clause) and not _PRICE.search(clause):
        return latest_money(reading) is ProfileField.CONSTRAINTS
    if asks_money(reading) or (reading.asked(Topic.CONSTRAINTS) and not _PRICE.search(clause)):
        return not re.search(r"\b(?:kost|prijs|price|costs)\b", clause)
    if _HOURS_A_WEEK.search(reading.text.low) and not _PRICE.search(clause):
        return bool(_MONTH.search(clause)) or not reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.PRICE)
    if "budget" in reading.text.low and _MONTH.search(clause) and not _PRICE.search(clause):
        return True
    if _BUDGET.search(clause) and not re.search(r"\b(?:per uur|per stuk|kost|prijs|abonnement)\b", clause):
        return not (reading.asked(Topic.PRICE) and not _MONTH.search(clause))
    return False


def latest_money(reading: Reading) -> ProfileField | None:
    """Which of price and budget was told last."""
    facts = reading.context.profile.facts
    has_budget = reading.context.profile.limits.euros_per_month is not None
    known = [f for f in (ProfileField.PRICE, ProfileField.CONSTRAINTS) if f in facts]
    known = [f for f in known if f is ProfileField.PRICE or has_budget]
    return max(known, key=lambda f: facts[f].evidence, default=None)


def _is_price(reading: Reading, amount: _Amount, clause: str) -> bool:
    if reading.correcting or reading.asked(Topic.PRICE, Topic.CONFIRM):
        return True
    if asks_money(reading):
        return bool(_PRICE.search(clause))
    if _PRICE.search(clause) or _FROM.search(reading.text.low, 0, amount.span.start):
        return True
    return reading.asked(Topic.BUSINESS, Topic.OFFER) and not _MONTH.search(clause)


def _budget(reading: Reading, amount: _Amount, clause: str) -> Finding | None:
    if sarcastic(reading.text.low):
        return None
    factor, clause = 1.0, _HOURS_A_WEEK.sub("", clause)
    for pattern, times in _PER:
        if pattern.search(clause) and not _MONTH.search(clause):
            factor = times
            break
    euros = round(amount.number.value * factor, 2)
    pounds = currency_in(reading.text.low_of(amount.span)) == "pound"
    limits = Limits(euros_per_month=euros, currency="pound" if pounds else "")
    return Finding(ProfileField.CONSTRAINTS, limits, _phrase(reading, amount), uses=(amount.clause,))


#: "1200 for a full wedding day", "15 on the door": what a price is for, to the end of its clause.
_FOR_WHAT = re.compile(
    r"\s*(?:for|on|in|at|depending|afhankelijk|voor|per|bij|naargelang|the|met|with|all|an?)\b(?: [\w'&-]+){1,4}\s*$"
)


def _for_what(low: str, amount: _Amount, end: int) -> re.Match[str] | None:
    return _FOR_WHAT.match(low, end, amount.clause.end) or _FOR_WHAT.match(low, amount.span.end, amount.clause.end)


def _phrase(reading: Reading, amount: _Amount) -> Span:
    low = reading.text.low
    lead = _LEAD.search(low, max(amount.clause.start, amount.span.start - 24), amount.span.start)
    trail = _TRAIL.match(low, amount.span.end)
    end = trail.end() if trail else amount.span.end
    if reading.asked(Topic.PRICE) and (what := _for_what(low, amount, end)):
        end = what.end()
    start = lead.start() if lead else amount.span.start
    label = _LABEL.search(low, amount.clause.start, start)
    return reading.text.trim(Span(label.start() if label else start, end))


def _price(reading: Reading, amount: _Amount) -> Finding | None:
    if not amount.number.value:
        return _budget(reading, amount, reading.text.low_of(amount.clause))
    span = _phrase(reading, amount)
    return Finding(ProfileField.PRICE, reading.text.of(span), span, uses=(span,))


def _one_price(reading: Reading, prices: list[Finding]) -> list[Finding]:
    """One price stands as it is; several are told in the owner's own run of words."""
    if len(prices) < 2 or reading.correcting:
        return prices[-1:] if reading.correcting else prices[:1]
    first, last = prices[0].span, prices[-1].span
    start = reading.text.clause_at(first.start).start
    span = Span(start, last.end)
    if span.end - span.start > 160:
        return prices[:1]
    return [Finding(ProfileField.PRICE, reading.text.of(span), span, uses=(span,))]


def _none_at_all(reading: Reading, amounts: list[_Amount]) -> list[Finding]:
    low = reading.text.low
    match = _NO_BUDGET.search(low)
    if match is None and asks_money(reading) and reading.context.question == "money" and not amounts:
        match = _NOTHING.search(low) if len(reading.text.words) <= 8 and "geen idee" not in low else None
    if match is None or sarcastic(low):
        return []
    span = Span(match.start(), match.end())
    return [
        Finding(ProfileField.CONSTRAINTS, Limits(euros_per_month=0), span, uses=(reading.text.clause_at(span.start),))
    ]
