"""Amounts of money: what the business asks and what the owner can spend, never the one for the other."""

import re
from dataclasses import replace

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.money.amounts import FROM, Amount, asks_money, find_amounts
from coaching.understanding.money.currency import currency_said
from coaching.understanding.money.price_changes import amends
from coaching.understanding.money.price_list import listed, named_list
from coaching.understanding.money.prices import depends, is_by_unit, is_per_thing, one_price, price_finding
from coaching.understanding.text.alone import alone
from coaching.understanding.text.normalise import Span, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.wordlists import load
from journey.profile import Limits, ProfileField
from journey.topics import Topic

_WORDS = load("money")
_BUDGET, _OTHER, _NOTHING, _NO_BUDGET = (
    re.compile(rf"\b(?:{_WORDS[name]})\b") for name in ("budget_words", "other", "nothing", "no_budget")
)
_PRICE = re.compile(rf"\b(?:{_WORDS['price_names']}|{_WORDS['price_words']})\b")
_MAY_COST = re.compile(rf"\b{_WORDS['may_cost']}\b")
_OF_THEIRS, _OURS, _BESIDE_COSTS, _RATHER = (
    re.compile(_WORDS[name]) for name in ("of_theirs", "ours", "beside_costs", "rather")
)
#: Questions about customers, in whose answers other things have a price too.
_ABOUT_THEM = (
    *(Topic.PERSONA, Topic.PERSONA_NEED, Topic.PERSONA_PAIN, Topic.PERSONA_FEELING, Topic.PERSONA_INFO),
    *(Topic.USP, Topic.AFTERCARE, Topic.TRADE),
)
_NO_PRICE = re.compile(rf"\b{_WORDS['no_price']}{_WORDS['price_names']}\b")
_NAMES_PRICE = re.compile(rf"\b(?:{_WORDS['price_names']}|kost(?:en)?|costs?)\b")
_PER = (
    (re.compile(r"(?<![a-z])(?:per|/|p/|elke|iedere|a|each)\s?(?:week|wk|w)\b|wekelijks|weekly|in de week"), 4.0),
    (re.compile(r"(?<![a-z])(?:per|/|p/|elk|ieder|a|each)\s?(?:kwartaal|quarter|trimester)\b"), 1 / 3),
    (
        re.compile(
            r"(?<![a-z])(?:per|/|p/|elk|ieder|a|each|op een|op)\s?(?:jaar|year|jaarbasis|j)\b|jaarlijks|"
            r"yearly|annually|"
            r"(?:voor|for) (?:heel |gans )?(?:het|dit|the|this)(?: hele| ganse| whole)? (?:jaar|year)\b"
        ),
        1 / 12,
    ),
    (re.compile(r"(?<![a-z])(?:per|/|p/|elke|a|each)\s?(?:dag|day)\b|dagelijks|daily"), 30.0),
)
_MONTH = re.compile(
    r"(?<![a-z])(?:(?:per|/|p/|elke|a|each)\s?(?:maand|month|mnd|mnth|mth|m)|pm|p/m)\b|maandelijks|monthly|in de maand"
)
_SARCASM = re.compile(r"\b(?:tuurlijk|natuurlijk|sure|of course|ja hoor|yeah right)\b")
_LAUGH = re.compile(r"\b(?:ha(?:ha)+h?|hihi|lol|lmao|hehe|not)\b|😂|🙄|🤣|😅")
#: An amount beside the hours a week is what the owner can spend.
_HOURS_A_WEEK = re.compile(
    r"(?:\d\s*(?:u|h)|\b\d*\s*(?:uur|uurtjes?|uren|hrs?|hours?))\s*(?:per|/|a|p/|in de|elke|each|"
    r"every)\s*(?:week|w|dag|day|maand|month)\b(?!\s*open)"
)
#: What was spent before says nothing of what can be spent.
_ONCE = re.compile(
    r"\b(?:gegeven|uitgegeven|betaald|gestoken|verspild|weggegooid|besteed|gekost|spent|wasted|paid|"
    r"used to|cost me|vroeger)\b"
)
#: "it's £45 now": a price told before has changed.
_BY_NOW = re.compile(r"\b(?:nu|now|intussen|ondertussen|inmiddels|geworden|sinds|since|voortaan|nowadays|these days)\b")
#: "studenten, die hebben geen geld": what customers can spend.
_THEIR_MONEY = re.compile(
    r"\b(?:die|ze|zij|they|klanten|customers|mensen|people|studenten) (?:hebben|have|heeft)(?: \w+)? (?:geen|no) "
)
_BY_THE_WAY = re.compile(r"\b(?:btw|by the way|trouwens|overigens)\b")
#: Words up to which a no answers how much can be spent.
_FEW = 8


def sarcastic(low: str) -> bool:
    """Whether limits told here are a joke."""
    return bool(_SARCASM.search(low) and _LAUGH.search(low)) or "onbeperkt" in low or "unlimited" in low


def find_money(reading: Reading) -> list[Finding]:
    """The price and the monthly budget a message tells."""
    amounts, named = find_amounts(reading), named_list(reading)
    found = [f for amount in amounts if not (named and named.holds(amount.span)) if (f := _judge(reading, amount))]
    prices = [f for f in found if f.field is ProfileField.PRICE]
    budgets = [f for f in found if f.field is ProfileField.CONSTRAINTS]
    if named:
        prices = [Finding(ProfileField.PRICE, reading.text.of(named), named, uses=(named,))]
    prices = one_price(reading, prices, [budget.span for budget in budgets]) or depends(reading)
    return [*prices, *(_said_last(reading, budgets) or _none_at_all(reading, amounts))]


def _said_last(reading: Reading, budgets: list[Finding]) -> list[Finding]:
    """The first amount told, or the last where that takes its place: "budget eighty pounds. hm no, sixty"."""
    if len(budgets) < 2 or not _RATHER.search(read(reading.text.original).low, *_between(budgets[0], budgets[-1])):
        return budgets[:1]
    first, last = budgets[0].value, budgets[-1]
    if isinstance(first, Limits) and isinstance(last.value, Limits) and first.currency and not last.value.currency:
        return [replace(last, value=last.value.model_copy(update={"currency": first.currency}))]
    return [last]


def _between(first: Finding, last: Finding) -> tuple[int, int]:
    return first.span.end, last.span.start


def _judge(reading: Reading, amount: Amount) -> Finding | None:
    clause = _MAY_COST.sub(" budget ", _NO_PRICE.sub(" ", reading.text.low_of(amount.clause)))
    if (_OTHER.search(clause) and not _BUDGET.search(clause)) or _ONCE.search(clause):
        return None
    if _BESIDE_COSTS.search(reading.text.low, amount.clause.start, amount.span.start):
        return None
    if _is_budget(reading, amount, clause) and not (amount.number in listed(reading) and not _BUDGET.search(clause)):
        return _budget(reading, amount, clause)
    if not _is_price(reading, amount, clause):
        return None
    return price_finding(reading, amount) if amount.number.value else _budget(reading, amount, clause)


def _is_budget(reading: Reading, amount: Amount, clause: str) -> bool:
    if is_by_unit(reading, amount) and not _BUDGET.search(clause):
        return False
    if _surely_budget(reading, amount, clause):
        return True
    if reading.context.question == "money" and asks_money(reading):
        return not _NAMES_PRICE.search(clause)
    if reading.correcting and not _BUDGET.search(clause) and not _PRICE.search(clause):
        monthly = _MONTH.search(clause) is not None
        latest = latest_money(reading) is ProfileField.CONSTRAINTS
        return (latest and (monthly or alone(clause))) or (monthly and reading.asked(Topic.CONSTRAINTS))
    if asks_money(reading) or (reading.asked(Topic.CONSTRAINTS) and not _PRICE.search(clause)):
        return not _NAMES_PRICE.search(clause)
    if _HOURS_A_WEEK.search(reading.text.low) and not _PRICE.search(clause):
        return bool(_MONTH.search(clause)) or not reading.asked(Topic.BUSINESS, Topic.OFFER, Topic.PRICE)
    known = reading.context.profile.limits.euros_per_month is not None and not reading.asked(
        Topic.BUSINESS, Topic.PRICE
    )
    told = reading.context.profile.text(ProfileField.PRICE)
    known = known or (reading.asked(Topic.CONFIRM) and alone(clause) and not _MONTH.search(told.lower()))
    if known and _MONTH.search(clause) and not _PRICE.search(clause):
        return True
    return _says_budget(reading, clause)


def _says_budget(reading: Reading, clause: str) -> bool:
    """Whether a clause says that the money is to be spent, with no word for a price beside it."""
    if not _BUDGET.search(clause) or re.search(r"\b(?:per uur|per stuk|kost|prijs|abonnement)\b", clause):
        return False
    return "budget" in clause or not (reading.asked(Topic.PRICE) and not _MONTH.search(clause))


def _surely_budget(reading: Reading, amount: Amount, clause: str) -> bool:
    """Whether the message names the budget beside money a month, or there is nothing else that the money can be for."""
    named = "budget" in reading.text.low and _MONTH.search(clause) and not _PRICE.search(clause)
    return bool(named) or _takes_back_budget(reading, amount) or _spare(reading, clause)


def _takes_back_budget(reading: Reading, amount: Amount) -> bool:
    """ "60 pounds I said, not 80": the number that is taken back is the budget that was told."""
    known = reading.context.profile.limits.euros_per_month
    if not reading.correcting or known is None or known == amount.number.value:
        return False
    told = {number.value for number in find_numbers(read(reading.text.original))}
    return known in told - {number.value for number in reading.numbers}


def _spare(reading: Reading, clause: str) -> bool:
    """ "no. fifty quid btw": money by itself, where no question of the business is open, is there to be spent."""
    by_itself = alone(_BY_THE_WAY.sub(" ", clause))
    if reading.asked(Topic.MODEL):
        return by_itself and latest_money(reading) is not ProfileField.PRICE
    unknown = reading.context.profile.limits.euros_per_month is None
    asked = reading.context.asking is None or reading.asked(
        Topic.BUSINESS, Topic.OFFER, Topic.PRICE, Topic.GOAL, Topic.CONFIRM, Topic.PLAN_FEEDBACK
    )
    return unknown and not asked and not reading.knows(ProfileField.PRICE) and by_itself


def latest_money(reading: Reading) -> ProfileField | None:
    """Which of price and budget was told last."""
    facts = reading.context.profile.facts
    has_budget = reading.context.profile.limits.euros_per_month is not None
    known = [f for f in (ProfileField.PRICE, ProfileField.CONSTRAINTS) if f in facts]
    known = [f for f in known if f is ProfileField.PRICE or has_budget]
    return max(known, key=lambda f: facts[f].evidence, default=None)


def _is_price(reading: Reading, amount: Amount, clause: str) -> bool:
    if _is_theirs(reading, amount):
        return False
    if reading.correcting or reading.asked(Topic.PRICE, Topic.CONFIRM):
        return True
    if amount.number in listed(reading) or amends(reading, amount.number):
        return True
    if asks_money(reading):
        return bool(_PRICE.search(clause))
    if reading.knows(ProfileField.PRICE) and _BY_NOW.search(clause):
        return True
    if not reading.knows(ProfileField.PRICE) and is_per_thing(reading, amount):
        return True
    if _PRICE.search(clause) or FROM.search(reading.text.low, 0, amount.span.start):
        return True
    return reading.asked(Topic.BUSINESS, Topic.OFFER) and not _MONTH.search(clause)


def _is_theirs(reading: Reading, amount: Amount) -> bool:
    """Whether the price is that of what customers or others have; in an answer about customers a price told before
    needs the owner's own words to change."""
    before = reading.text.low[amount.clause.start : amount.span.start]
    if _OURS.search(before) or _BY_NOW.search(reading.text.low_of(amount.clause)):
        return False
    passing = reading.asked(*_ABOUT_THEM) and reading.knows(ProfileField.PRICE) and not reading.correcting
    return passing or _OF_THEIRS.search(before) is not None


def _budget(reading: Reading, amount: Amount, clause: str) -> Finding | None:
    if sarcastic(reading.text.low):
        return None
    factor, clause = 1.0, _HOURS_A_WEEK.sub("", clause)
    for pattern, times in _PER:
        if pattern.search(clause) and not _MONTH.search(clause):
            factor = times
            break
    told = currency_said(reading.text.low_of(amount.span), reading.context.profile)
    currency = told if told == "pound" else ""
    limits = Limits(euros_per_month=round(amount.number.value * factor, 2), currency=currency)
    return Finding(ProfileField.CONSTRAINTS, limits, amount.span, uses=(amount.clause,))


def _none_at_all(reading: Reading, amounts: list[Amount]) -> list[Finding]:
    low = reading.text.low
    match = None if _THEIR_MONEY.search(low) else _NO_BUDGET.search(low)
    if match is None and asks_money(reading) and reading.context.question == "money" and not amounts:
        match = _NOTHING.search(low) if len(reading.text.words) <= _FEW and "geen idee" not in low else None
    if match is None or sarcastic(low):
        return []
    span = Span(match.start(), match.end())
    return [
        Finding(ProfileField.CONSTRAINTS, Limits(euros_per_month=0), span, uses=(reading.text.clause_at(span.start),))
    ]
