"""The kind of business told anew: "ik ben een webshop, geen café", "soort zaak: garage", "not a vet: a dog walker"."""

import re
from collections.abc import Sequence

from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.trades.trade_hits import ANY_SHOP, NO_LIST, SHOP, TRADE, WIDE_TRADE, Hit
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("correcting")["trade"]
#: "soort zaak is": what the summary calls it, with what it should be behind it.
_LABEL = re.compile(rf"\b(?:{_WORDS['label']})\b(?:{_WORDS['becomes']})")
_NOT_AN = re.compile(rf"\b(?:{_WORDS['not_an']})\s+(?:{_WORDS['plain']})?$")
_WE_ARE_NOT = re.compile(rf"\b(?:{_WORDS['we_are_not']})\s+(?:{_WORDS['plain']})?$")
_WRONG = re.compile(rf"['\"]?\s+(?:{_WORDS['wrong']})\b")
#: "Bakery?? No!", but "een bakkerij? nee, die is duurder".
_QUESTIONED, _OPENS = re.compile(_WORDS["questioned"]), re.compile(r"(?:^|[.!?,;\n])\W*$")
#: "ik ben geen kapper van dertien in een dozijn" denies no trade.
_ENDS = re.compile(rf"(?:\s+(?:{_WORDS['stress']}))*(?:\s*(?:[,.;:!?\n]|$)|\s+(?:{_WORDS['goes_on']})\b)")
_A_SHOP = re.compile(rf"\b(?:{_WORDS['a_shop']})\b")


def told_anew(reading: Reading, told: Text, hits: Sequence[Hit], sold: Sequence[Hit]) -> list[Hit]:
    """The trade in the place of the one told before; the one without a list where the words name none. `hits` are the
    trades in `told`, the message whole; `sold` those that the offer told before is of."""
    known = reading.context.profile.text(ProfileField.SECTOR)
    label = _LABEL.search(told.low) if reading.context.profile.facts else None
    denied = [hit for hit in hits if _is_denied(told, hit, label is not None or _put_right(reading))]
    others = [hit for hit in hits if hit.key != known and hit not in denied]
    if label:
        named = [hit for hit in others if hit.span.start >= label.start() and not _any_shop(told, hit)]
        return named or _shop(told, sold, label.start()) or _no_list(known, Span(label.start(), label.end()))
    if known and any(hit.key == known for hit in denied):
        named = [hit for hit in others if not _any_shop(told, hit)]
        return named or _shop(told, sold, 0) or _no_list(known, denied[0].span)
    sure = [hit for hit in others if hit.weight >= WIDE_TRADE]
    beside_the_known = any(hit.key == known and hit.weight >= WIDE_TRADE for hit in hits)
    return sure if beside_the_known and _put_right(reading) else []


def _put_right(reading: Reading) -> bool:
    return reading.correcting or reading.asked(Topic.CONFIRM)


def _is_denied(told: Text, hit: Hit, anew: bool) -> bool:
    """Whether the owner says to be no such business: at any time of themselves, in fewer words where something is put
    right."""
    before = told.low[: hit.span.start]
    if _OPENS.search(before) and _QUESTIONED.match(told.low, hit.span.end):
        return True
    if _WE_ARE_NOT.search(before):
        return _ENDS.match(told.low, hit.span.end) is not None
    if not anew:
        return False
    denied = _NOT_AN.search(before) is not None and _ENDS.match(told.low, hit.span.end) is not None
    return denied or _WRONG.match(told.low, hit.span.end) is not None


def _any_shop(told: Text, hit: Hit) -> bool:
    """Whether a word tells that there is a shop but not of what: "webwinkel"."""
    return hit.weight == ANY_SHOP or (hit.key == SHOP and _A_SHOP.fullmatch(told.low_of(hit.span)) is not None)


def _shop(told: Text, sold: Sequence[Hit], start: int) -> list[Hit]:
    """A shop of any kind, or of what is known to be sold there."""
    found = _A_SHOP.search(told.low, start)
    if found is None:
        return []
    span = Span(found.start(), found.end())
    return [Hit(hit.key, span, ANY_SHOP) for hit in sold[:1]] or [Hit(SHOP, span, ANY_SHOP)]


def _no_list(known: str, span: Span) -> list[Hit]:
    return [Hit(NO_LIST, span, TRADE)] if known not in ("", NO_LIST) else []
