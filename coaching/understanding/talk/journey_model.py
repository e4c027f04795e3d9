"""The journey model an owner chooses."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from journey.profile import ProfileField
from journey.topics import Topic

_MODELS = (
    ("stdc", re.compile(r"\b(?:see[ -,]+think[ -,]+do(?:[ -,]+care)?|stdc|see think)\b")),
    (
        "aida",
        re.compile(
            r"\b(?:aida|(?:het |de )?(?:kortste|korste|eenvoudigste|simpelste)|the (?:shortest|simplest|easiest))\b"
        ),
    ),
    (
        "keenr7",
        re.compile(
            r"\b(?:keenr\d?|vanselfie|(?:7|zeven|seven)[ -](?:stappen|fasen|fases|steps|stages|step|stage))\b|"
            r"\b(?:met|with) (?:de |the )?(?:7|zeven|seven)\b"
        ),
    ),
    ("dazzle5", re.compile(r"\bdazzle\d?\b")),
    ("wux5", re.compile(r"\bwux\d?\b")),
    (
        "email4",
        re.compile(
            r"\b(?:email4|e-?mail[- ]?(?:marketing)?(?:[- ]?model|[- ]reis|[- ]journey)|(?:4|vier|four)[- "
            r"](?:stappen|fasen|steps|stages))\b"
        ),
    ),
)
_CUE = re.compile(
    r"\b(?:doe|kies|neem|liever|graag|use|go for|pick|choose|prefer|met|wil|want|let's|gebruik|toch|"
    r"i'd like|model)\b"
)


def find_model(reading: Reading) -> list[Finding]:
    """The model chosen; a model merely named in a question is not a choice."""
    low = reading.text.low
    if "?" in low or re.match(r"\W*(?:wat|what|waarom|why|hoe|how|leg)\b", low):
        return []
    if not reading.asked(Topic.MODEL) and not _CUE.search(low):
        return []
    for key, pattern in _MODELS:
        match = pattern.search(low)
        if match and not re.search(r"\b(?:geen|niet|not|no)\s+$", low[: match.start()]):
            return [Finding(ProfileField.MODEL, key, Span(match.start(), match.end()))]
    return []
