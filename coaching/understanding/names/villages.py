"""Villages around a town, told one after the other: "Raalte en omgeving, dus Heino, Wijhe en Olst"."""

import re

from coaching.understanding.text.normalise import Span, Text

_ONE = r"[A-ZÀ-Ý][\w'-]+(?:[ -](?:(?:aan|op|den|de|der|ter|upon|on|under|the|le) )?[A-ZÀ-Ý][\w'-]+){0,2}"
_AROUND = (
    r"(?:omgeving|omstreken|streek|buurt|daar ?omheen|er ?omheen|errond|daar ?rond|er ?rond|rond|regio|around|"
    r"round about|"
    r"surroundings|surrounding villages|area|region|dorpen|villages|gemeenten)"
)
_SUCH_AS = (
    r"(?:dus|zoals|zo|so|like|such as|o\.a\.|onder (?:andere|meer)|bijvoorbeeld|bv\.?|met|i\.e\.|namely|vooral|mostly)"
)
_LISTED = re.compile(
    rf"\b(?i:{_AROUND})\b(?:\s+{_ONE})?[,:]?\s+(?P<row>(?i:{_SUCH_AS})\s+{_ONE}"
    rf"(?:\s*,\s*(?:(?:en|and|&)\s+)?{_ONE})*"
    rf"(?:\s+(?:en|and|&)\s+{_ONE})?)"
)


def villages(text: Text) -> list[Span]:
    """The stretches that list them, known towns or not."""
    return [Span(match.start("row"), match.end("row")) for match in _LISTED.finditer(text.clean)]
