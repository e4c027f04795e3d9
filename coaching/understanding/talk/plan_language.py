"""The language an owner wants the plan in, apart from that of the talk."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span, read
from journey.profile import ProfileField

_ASKED = re.compile(
    r"\bplan\b(?: \w+){0,4}? in (?:het |'t )?(?:(?P<nl>nederlands|vlaams|dutch|flemish)|(?P<en>engels|english))\b|"
    r"\b(?:in (?:het |'t )?(?:(?P<nl2>nederlands|vlaams|nederlandstalig|dutch|flemish)|(?P<en2>engels|english))|"
    r"(?:(?P<nl3>nederlandstalig|dutch)|(?P<en3>engelstalig|english))) (?:\w+ ){0,2}?plan\b"
)


def find_plan_language(reading: Reading) -> list[Finding]:
    """The language asked for, as the key of one that plans are made in; asked as a question it is told all the same."""
    if "plan" not in reading.text.original.lower():
        return []
    match = _ASKED.search(read(reading.text.original).low)
    if match is None:
        return []
    dutch = any(value for name, value in match.groupdict().items() if name.startswith("nl"))
    span = Span(match.start(), match.end())
    return [Finding(ProfileField.LANGUAGE, "nl" if dutch else "en", span, uses=(reading.text.clause_at(span.start),))]
