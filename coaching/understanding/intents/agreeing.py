"""A plain yes or no, and leaving a choice to the coach."""

import re

from coaching.understanding.wordlists import load
from journey.hearing import Intent

YES_EMOJI = re.compile(r"^[\s👍✅👌🙌🆗💯✔\ufe0f\U0001F3FB-\U0001F3FF]+$")
NO_EMOJI = re.compile(r"^[\s👎❌🚫\ufe0f\U0001F3FB-\U0001F3FF]+$")
_WORDS = load("agreeing")
_NODS = "|".join(_WORDS["nods"])
_EMOJI = re.compile(r"[👍👎✅👌😊🙂😀😃😄🎉😅😉]")
_MARKS = re.compile(r"[\s,!.;:]+")
_DELEGATES = re.compile(rf"\b(?:{'|'.join(_WORDS['delegates'])})\b")
_NAMES_MODEL = re.compile(
    r"\b(?:aida|stdc|see|dazzle|keenr|wux|e-?mail\w*|email4|\d|drie|vier|vijf|zeven|four|five|seven)\b"
)


def _row_of(*kinds: str) -> re.Pattern[str]:
    words = "|".join(word for kind in kinds for word in _WORDS[kind])
    return re.compile(rf"(?:(?:{_NODS}) )*(?:{words})(?: (?:{words}|{_NODS}))*")


_ROWS = ((Intent.YES, _row_of("agrees")), (Intent.NO, _row_of("refuses")))
_GOES_AHEAD = _row_of("agrees", "goes_ahead")
_BEGINS_WITH_NO = re.compile(
    rf"(?:(?:{_NODS}|ah|bah|bwa|oei|maar|wacht|wait) )*(?:nee+n?(?: ?nee+n?)*|no(?: no)*|nope|nah)\b"
)
_CALLS_OFF = re.compile(rf"\b(?:{'|'.join(_WORDS['calls_off'])})")
_STAYS = re.compile(rf"\b(?:{'|'.join(_WORDS['stays'])})\b")


def yes_or_no(plain: str) -> Intent | None:
    """Whether `plain`, a message without its politeness, is a yes or a no and no more."""
    plain = _unmarked(plain)
    return next((intent for intent, row in _ROWS if row.fullmatch(plain)), None)


def goes_ahead(plain: str) -> bool:
    """Whether `plain`, a message without its politeness, tells the coach to do what it proposed, and no more."""
    return "?" not in plain and not keeps(plain) and _GOES_AHEAD.fullmatch(_unmarked(plain)) is not None


def calls_off(plain: str) -> bool:
    """Whether `plain` turns down what the coach proposed, whatever else it says: "neen, laat dat zo"."""
    plain = _unmarked(plain)
    return _BEGINS_WITH_NO.match(plain) is not None or _CALLS_OFF.search(plain) is not None


def keeps(plain: str) -> bool:
    """Whether `plain` agrees, where it does, to how things stand: "laat maar zo"."""
    return _STAYS.search(plain) is not None


def _unmarked(plain: str) -> str:
    return _EMOJI.sub("", _MARKS.sub(" ", plain)).strip()


def leaves_it_to_coach(low: str) -> bool:
    """Whether the owner lets the coach choose."""
    return "?" not in low and bool(_DELEGATES.search(low)) and not _NAMES_MODEL.search(low)
