"""Names told where the coach asked what is sold: "Wolters Schilderwerken. gerrit"."""

import re
from collections.abc import Callable

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.names.owner_names import NOT_NAMES
from coaching.understanding.names.surnames import LIKE_SURNAME, OF_FIRMS, SURNAMES
from coaching.understanding.names.uncapitalised import titled
from coaching.understanding.text.normalise import Span, Text, fold
from journey.profile import ProfileField
from journey.topics import Topic

_LINK = r"(?:van|de|den|der|het|'t|ter|en|and|of|the|on|&)"
_CAPITAL = r"[A-ZÀ-Ý&][\w'&-]*"
_PROPER = re.compile(rf"(?:(?:De|Het|The|'t)\s+)?{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{1,4}}")


def told_for_offer(reading: Reading, is_trade: Callable[[str], bool]) -> list[Finding]:
    """The names of the business and its owner, told where the offer was asked and the business has no name yet:
    capitals beside a first name that stands alone, or a surname with what such a firm does."""
    text = reading.text
    if not reading.asked(Topic.OFFER) or reading.knows(ProfileField.BUSINESS_NAME) or text.clean.isupper():
        return []
    if by_whom := by_first_name(reading):
        return by_whom
    owner = next((c for c in text.clauses if _is_first_name(text.low_of(c)) and not _in_a_list(text, c)), None)
    person = [_person(text, owner)] if owner and not reading.knows(ProfileField.OWNER_NAME) else []
    proper = [clause for clause in text.clauses if _PROPER.fullmatch(text.of(clause))]
    firm = next(
        (c for c in proper if owner or _of_such_a_family(text, c, is_trade) or _presents(text, c, is_trade)), None
    )
    if firm is None:
        return person if len(text.clauses) > 1 else []
    return [Finding(ProfileField.BUSINESS_NAME, text.of(firm), firm, uses=(firm,)), *person]


def _person(text: Text, clause: Span) -> Finding:
    return Finding(ProfileField.OWNER_NAME, titled(text.low_of(clause)), clause, uses=(clause,))


def by_first_name(reading: Reading) -> list[Finding]:
    """ "Nagels bij Karin", "Yoga with Sue": a clause that is a thing and somebody's first name, with theirs."""
    for clause in reading.text.clauses:
        match = _WITH_WHOM.fullmatch(reading.text.of(clause))
        if match and _is_first_name(fold(match["who"])):
            who = Span(clause.start + match.start("who"), clause.end)
            names = [Finding(ProfileField.BUSINESS_NAME, match.group(), clause, uses=(clause,))]
            known = reading.knows(ProfileField.OWNER_NAME)
            return names if known else [*names, Finding(ProfileField.OWNER_NAME, match["who"], who, uses=(clause,))]
    return []


_WITH_WHOM = re.compile(r"[A-ZÀ-Ý][\w'-]+ (?:bij|met|door|van|by|with) (?P<who>[A-ZÀ-Ý][\w'-]+)")


def _is_first_name(low: str) -> bool:
    return low in common_first_names() and low not in NOT_NAMES


def _in_a_list(text: Text, clause: Span) -> bool:
    """Whether a comma stands at either side: "rozen, iris"."""
    return text.low[: clause.start].rstrip().endswith(",") or text.low[clause.end :].lstrip().startswith(",")


def _of_such_a_family(text: Text, clause: Span, is_trade: Callable[[str], bool]) -> bool:
    """Whether a name begins with a surname and tells what the firm does: "Wolters Schilderwerken"."""
    low = text.low_of(clause)
    family = any(low.startswith(f"{name} ") for name in SURNAMES) or LIKE_SURNAME.match(low) is not None
    does = (is_trade(word) or is_trade(word.removesuffix("s")) or OF_FIRMS.search(word) for word in low.split())
    return family and any(does)


def _presents(text: Text, clause: Span, is_trade: Callable[[str], bool]) -> bool:
    """Whether a name opens a message that goes on with trade and town: "Bloemenhuis Roos, bloemist in Meppel"."""
    behind = text.of(Span(clause.end, len(text.low)))
    where = _WHERE.match(behind) if clause == text.clauses[0] else None
    return where is not None and any(is_trade(word) for word in fold(where["trade"]).split())


_WHERE = re.compile(r"[,.]\s+(?P<trade>(?:[\w'-]+ ){1,3})(?:in|te|near|uit) [A-ZÀ-Ý]")
