"""Where the evidence a model gives stands in the message; what stands nowhere is no evidence."""

import re

from coaching.understanding.text.normalise import Span, Text, read


def span_of(evidence: str, text: Text) -> Span | None:
    """The stretch of `text` that says `evidence` in whole words, whatever its case and white space; None where there is
    none."""
    wanted = " ".join(read(evidence).low.split())
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text.low.replace("\n", " ")) if wanted else None
    return Span(*found.span()) if found else None
