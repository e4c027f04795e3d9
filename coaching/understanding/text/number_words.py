"""Numbers spelled out in Dutch or English: "vijfentwintig", "five hundred and forty", "drie tientjes"."""

import re
from functools import lru_cache

from text_to_num import text2num

from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load

_WORDS = load("numbers")
_SPECIAL = {word: None if value is None else float(value) for word, value in _WORDS["special"].items()}
_NOTES: dict[str, int] = _WORDS["notes"]
_HUNDREDS = frozenset(_WORDS["hundreds"])
_FOLLOW = _HUNDREDS | _NOTES.keys()
_DIALECT = tuple((re.compile(sign), part) for sign, part in _WORDS["dialect"].items())
_SPOKEN = re.compile("|".join(_WORDS["dialect"]))
#: The "e" or "n" that joins units and tens in dialect.
_JOINED = re.compile(r"(?<=een|ier|ijf|zes|ven|cht|gen|wee|rie)e?n?(?=(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)")
_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PARTS = re.compile(_WORDS["parts"])
_ONLY_PARTS = re.compile(rf"(?:{_WORDS['parts'].replace('$', '')}|tach|en)+")
_NOT_NUMBERS = frozenset(["een", "a", "an", "ene"])
_AND = (" and ", " en ", " of ")
#: "zeg maar een": one, where nothing follows that it could be the article of.
_JUST_ONE = re.compile(
    r"(?:\b(?:maar|eerder|liever|slechts|hooguit) |(?:^|;)\s*(?=eentje))(?P<one>een|ene|eentje)(?=\s*(?:[.!,;]|$))"
)
_NO_ONE = re.compile(
    rf"\b(?:{_WORDS['pronoun_before']}) (?P<a>one)\b(?! (?:hours?|hrs?|euros?|pounds?|quid)\b)|"
    rf"\b(?P<b>one)(?={_WORDS['pronoun_behind']})"
)
_SLANG = re.compile(rf"\ba (?P<note>{'|'.join(_WORDS['slang'])})(?= (?:a|per|each|every) (?:month|week|year)\b)")
#: "een tientje of drie": three of them.
_OF_THEM = re.compile(rf"\s*(?:of|or)\s+(?={_PARTS.pattern}|[2-9]\b)")


def worded(text: Text) -> list[tuple[float, Span]]:
    """Every number of a message that is spelled out, with where it stands."""
    found = [(1.0, _at(m, "one")) for m in _JUST_ONE.finditer(text.low)]
    found += [(float(_WORDS["slang"][m["note"]]), _at(m, "note")) for m in _SLANG.finditer(text.low)]
    words = [_at(m) for m in _LETTERS.finditer(text.low)]
    run: list[Span] = []
    for at, span in enumerate(words):
        if run and (text.low[run[-1].end : span.start].strip() or not _goes_on(text, run, words[at : at + 3])):
            found += _close(text, run)
            run = []
        if run or _value(text.low_of(span)) is not None:
            run.append(span)
    return _without_pronouns(text, found + _close(text, run))


def is_number(word: str) -> bool:
    """Whether a folded word is a number spelled out."""
    return _value(word) is not None


def of_them(text: Text, note: Span) -> int | None:
    """Where the words begin that tell how many of these notes there are; None where none do."""
    last = text.low_of(note).split()[-1]
    match = _OF_THEM.match(text.low, note.end) if last in _NOTES or last in ("tenner", "fiver") else None
    return match.end() if match else None


def _goes_on(text: Text, run: list[Span], ahead: list[Span]) -> bool:
    """Whether the run of number words goes on with the first word `ahead`."""
    word = text.low_of(ahead[0])
    if word in ("and", "en", "of") and len(ahead) > 1 and not text.low[ahead[0].end : ahead[1].start].strip(" "):
        return _links(text, run, ahead)
    if _value(word) is None and word not in _NOTES:
        return False
    return word in _FOLLOW or _value(text.low[run[0].start : ahead[0].end]) is not None


def _links(text: Text, run: list[Span], ahead: list[Span]) -> bool:
    """Whether "and" or "of" stands within a number: "five hundred and forty", "a couple of tenners"."""
    before, following = text.low_of(run[-1]), text.low_of(ahead[1])
    if text.low_of(ahead[0]) == "of":
        return before == "couple" and (following in _FOLLOW)
    multiplied = len(ahead) > 2 and text.low_of(ahead[2]) in _HUNDREDS
    ends = before.endswith(tuple(_HUNDREDS)) and following not in _HUNDREDS and not multiplied
    return ends and _value(text.low[run[0].start : ahead[1].end]) is not None


def _close(text: Text, run: list[Span]) -> list[tuple[float, Span]]:
    if not run:
        return []
    span = Span(run[0].start, run[-1].end)
    value = _value(text.low_of(span))
    return [(value, span)] if value is not None else []


#: "geen enkele" is none, not a few.
_NONE = re.compile(r"\b(?:geen|gene|gin) enkele$")


def _without_pronouns(text: Text, found: list[tuple[float, Span]]) -> list[tuple[float, Span]]:
    pronouns = {m.start("a") if m["a"] else m.start("b") for m in _NO_ONE.finditer(text.low)}
    counted = [(value, span) for value, span in found if span.start not in pronouns or text.low_of(span) != "one"]
    return [(value, span) for value, span in counted if not _NONE.search(text.low, 0, span.end)]


@lru_cache(maxsize=4096)
def _value(words: str) -> float | None:
    for link in _AND:
        words = words.replace(link, " ")
    if words in _NOT_NUMBERS:
        return None
    if words in _SPECIAL:
        return _SPECIAL[words]
    if _SPOKEN.search(words):
        words = " ".join(map(_in_the_dictionary, words.split()))
    many, _, note = words.rpartition(" ")
    if many and note in _NOTES:
        times = _value(many)
        return None if times is None else times * _NOTES[note]
    return _read(words) if _PARTS.search(words) else None


def _in_the_dictionary(word: str) -> str:
    """A number in dialect as it is spelled: "vuftig" -> "vijftig"; other words that it is part of stay."""
    spelled = word
    for sign, part in _DIALECT:
        spelled = sign.sub(part, spelled)
    spelled = _JOINED.sub("en", spelled)
    return spelled if _ONLY_PARTS.fullmatch(spelled) else word


def _read(words: str) -> float | None:
    words = words.replace("tweeen", "twee\u00ebn")  # folded away; without it the library reads no number
    for language in ("nl", "en"):
        try:
            return float(text2num(words, language))
        except (ValueError, AttributeError, KeyError, IndexError):
            continue
    return None


def _at(match: re.Match[str], group: str | int = 0) -> Span:
    return Span(match.start(group), match.end(group))
