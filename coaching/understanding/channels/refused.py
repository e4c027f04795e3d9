"""Whether a channel that is named is refused: how far a "not" reaches."""

import re
from collections.abc import Sequence
from itertools import pairwise

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import patterns

_USE = patterns("channel_use")
_FURTHEST = 6
_SPARED = re.compile(r"\b(?:behalve|except|buiten|apart from)\s+(?:op |on )?$")
_AWAY = re.compile(
    r"\s+(?:(?:ligt|valt|mag|moet|kan) )?(?:er ?)?(?:maar |gewoon )*(?:uit|weg|eraf|eruit|schrappen|"
    r"weglaten)\b|,?\s+toch (?:maar )?(?:niet|ni|nie)\b"
)
_NOT_ON = re.compile(r"\b(?:niet op|not on)\s+\w*\s*$")
_BUT = re.compile(r"\b(?:enkel|alleen|only|just|ja|yes|ik zit|we zitten|nu)\b")


def scope(text: Text, span: Span) -> Span:
    """The part of the sentence within which a "not" counts for the channel at `span`."""
    start, end = 0, len(text.low)
    for cut in _USE["splits"].finditer(text.low):
        if cut.end() <= span.start:
            keep = cut.group() in ("behalve", "except") or _lists_on(text, cut.start(), cut.end())
            start = start if keep and cut.group() == "," else (cut.start() if keep else cut.end())
        elif cut.start() >= span.end:
            end = cut.start()
            break
    return Span(start, end)


def is_refused(text: Text, span: Span, scope: Span) -> bool:
    """Whether the channel at `span` is refused within its scope."""
    after, before = text.low[span.end : scope.end], text.low[scope.start : span.start]
    if _USE["yes_after"].match(after):
        return False
    if _AWAY.match(text.low, span.end) or _turned_down(text, span):
        return True
    if spared := _SPARED.search(before):
        return not _USE["no_before"].search(text.low[: scope.start + spared.start()])
    if _USE["taken_up"].search(text.low, span.end):
        return False
    if _USE["given_up"].match(text.low[span.end :]) or _USE["no_at_end"].search(after):
        return True
    if _USE["no_after"].match(after) or _NOT_ON.search(before):
        return True
    nos = list(_USE["no_before"].finditer(before))
    between = before[nos[-1].end() :] if nos else ""
    return bool(nos) and not _BUT.search(between) and len(between.split()) <= _FURTHEST


def refused_together(text: Text, spans: Sequence[Span]) -> frozenset[Span]:
    """Those of the channels at `spans`, in order, that are refused with the one beside them: "reels on Instagram now or
    TikTok dancing around", "Facebookadvertenties en TikTok, nee merci"."""
    found = {span for span in spans if is_refused(text, span, scope(text, span))}
    refused = set(found)
    for one, other in pairwise(spans):
        if one in refused and _stands_between(text, one, other, "or_else"):
            refused.add(other)
    listed = {span for span in refused if _turned_down(text, span)}
    for one, other in reversed(list(pairwise(spans))):
        also = _stands_between(text, one, other, "and_also") or _goes_on(text, one, other, spans)
        if other in listed and also:
            listed.add(one)
    return frozenset((refused | listed) - found)


def _goes_on(text: Text, one: Span, other: Span, spans: Sequence[Span]) -> bool:
    """Whether a list of what is refused goes on at a comma: in a sentence of its own, behind one with channels."""
    begins = max(text.low.rfind(mark, 0, one.start) for mark in ".!?\n")
    return text.low[one.end : other.start].strip() == "," and any(span.end <= begins for span in spans)


def _stands_between(text: Text, one: Span, other: Span, words: str) -> bool:
    return _USE[words].fullmatch(text.low, one.end, other.start) is not None


def _turned_down(text: Text, span: Span) -> bool:
    behind = text.low[span.end :]
    return _USE["turned_down"].match(behind) is not None or _USE["declined"].match(behind) is not None


def has_not(text: Text, span: Span, scope: Span) -> bool:
    """Whether the owner says not to have the channel at `span`: "instagram heb ik niet"."""
    return _USE["has_not"].match(text.low[span.end : scope.end]) is not None


def is_closed(text: Text, span: Span) -> bool:
    """Whether the owner had the channel at `span` and has it no more: "etsy i had before but i closed"."""
    return _USE["closed"].match(text.low[span.end :]) is not None


def is_neither(text: Text, span: Span, scope: Span) -> bool:
    """Whether something is said of the channel that makes it neither used nor refused."""
    return _USE["neither"].match(text.low[span.end : scope.end]) is not None or is_compared(text, span)


def is_compared(text: Text, span: Span) -> bool:
    """Whether the channel at `span` is only what the owner is set off against: "garantie, dat heeft x niet"."""
    return (
        _USE["lacks_it"].search(text.low, 0, span.start) is not None
        or _USE["does_without"].match(text.low, span.end) is not None
    )


def _lists_on(text: Text, comma: int, after: int) -> bool:
    """A comma inside "geen tiktok, snapchat en x" does not end what the "no" covers."""
    before = text.low[max(0, comma - 30) : comma]
    follows = text.low[after : after + 30].strip()
    words_before = re.findall(r"\b(?:geen|no|niet op|zonder)\s+\S+$", before)
    return bool(words_before) and bool(re.match(r"^\S+(?:\s+(?:en|of|and|or)\s+\S+)?\s*$", follows))
