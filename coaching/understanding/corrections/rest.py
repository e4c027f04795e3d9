"""What is left of a message in which something is put right: the sentences that have nothing to do with that."""

import re
from collections.abc import Sequence

from coaching.understanding.corrections.correction import goes_back
from coaching.understanding.findings import Finding
from coaching.understanding.text.normalise import BLANK, Span, Text
from coaching.understanding.text.words_or_noise import is_empty

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d))+[.!?\n]*")
#: Fewer words are no answer of their own.
_FEW = 2


def rest_of(text: Text, found: Sequence[Finding]) -> Text | None:
    """The message without the sentences that tell any of `found` or what was taken back; None where that leaves nothing
    that may be an answer."""
    told = [span for finding in found for span in (finding.span, *finding.uses)]
    sentences = [Span(match.start(), match.end()) for match in _SENTENCE.finditer(text.low)]
    gone = [s for s in sentences if BLANK in text.of(s) or any(span.touches(s) for span in told)]
    rest = text.without(gone)
    said = rest.low.strip(" .,!?;")
    if len(gone) == len(sentences) or len(rest.words) < _FEW or is_empty(said) or goes_back(rest):
        return None
    return rest
