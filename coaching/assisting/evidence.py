"""Where the evidence a model gives stands in the message; what stands nowhere is no evidence."""

from coaching.understanding.normalise import Span, Text, read


def span_of(evidence: str, text: Text) -> Span | None:
    """The stretch of `text` that says `evidence`, whatever its case and white space; None where there is none."""
    wanted = " ".join(read(evidence).low.split())
    start = text.low.replace("\n", " ").find(wanted) if wanted else -1
    return Span(start, start + len(wanted)) if start >= 0 else None
