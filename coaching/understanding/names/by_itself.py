"""A name that stands by itself behind the trade: "een trimsalon in Hasselt, Wafwijs", "garage. verstraete."."""

import re
from collections.abc import Callable

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.names.surnames import SURNAMES
from coaching.understanding.names.uncapitalised import titled
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("names")
_ONE_WORD = re.compile(r"[A-ZÀ-Ý][\w'-]*[a-zà-ÿ][\w'-]*")
#: "Villa Rosa": with such a word before it, a first name is part of the name of a house.
_HOUSE = re.compile(rf"(?i:{'|'.join(_WORDS['houses'].split())})\s+[A-ZÀ-Ý][\w'-]+(?:\s+[A-ZÀ-Ý][\w'-]+)?")
#: What stands alone and is no name of a business: "Turks".
ALONE_NO_NAME = frozenset(_WORDS["alone_no_name"].split())


def by_itself(reading: Reading, places: list[Finding], is_common: Callable[[str], bool]) -> list[Finding]:
    """The name in a clause that says no more, in an opening that tells the place too: without that it is the place.
    `is_common` as for the others."""
    if not reading.asked(Topic.BUSINESS) or reading.text.clean.isupper():
        return []
    elsewhere = [c for c in reading.text.clauses[1:] if any(not place.span.touches(c) for place in places)]
    for clause in elsewhere:
        told = reading.text.of(clause)
        house = _HOUSE.fullmatch(told) and told[0].isupper()
        alone = _ONE_WORD.fullmatch(told) and reading.text.low_of(clause) not in ALONE_NO_NAME and not is_common(told)
        behind_comma = reading.text.clean[: clause.start].rstrip().endswith(",")
        if house or (alone and behind_comma) or reading.text.low_of(clause) in SURNAMES:
            return [Finding(ProfileField.BUSINESS_NAME, titled(told), clause, uses=(clause,))]
    return []
