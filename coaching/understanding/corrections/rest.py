"""What is left of a message in which something is put right: the sentences that have nothing to do with that."""

import re
from collections.abc import Sequence
from dataclasses import replace

from coaching.understanding.corrections.correction import goes_back
from coaching.understanding.findings import Finding
from coaching.understanding.text.normalise import BLANK, Span, Text
from coaching.understanding.text.words_or_noise import is_empty

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d))+[.!?\n]*")
#: Fewer words are no answer of their own.
_FEW = 2


def rest_of(text: Text, found: Sequence[Finding], *, by_clause: bool = False) -> Text | None:
    """The message without the sentences, or clauses, that tell any of `found` or what was taken back; None where that
    leaves nothing that may be an answer."""
    told = [span for finding in found for span in (finding.span, *finding.uses)]
    sentences = [Span(match.start(), match.end()) for match in _SENTENCE.finditer(text.low)]
    parts = list(text.clauses) if by_clause else sentences
    gone = [part for part in parts if BLANK in text.of(part) or any(span.touches(part) for span in told)]
    rest = text.without(gone)
    said = rest.low.strip(" .,!?;")
    if len(gone) == len(parts) or len(rest.words) < _FEW or is_empty(said) or goes_back(rest):
        return None
    return rest


def joined(found: Sequence[Finding], anew: Sequence[Finding]) -> list[Finding]:
    """What was `found` with what the rest told `anew`, all of a list as one."""
    kept = [finding for finding in found if not any(finding.field is new.field for new in anew)]
    return [*kept, *(_with(new, [finding for finding in found if finding.field is new.field]) for new in anew)]


def _with(new: Finding, found: Sequence[Finding]) -> Finding:
    if not isinstance(new.value, tuple):
        return new
    told = [value for finding in (*found, new) if isinstance(finding.value, tuple) for value in finding.value]
    return replace(new, value=tuple(dict.fromkeys(told)))
