"""What stands around a piece of evidence and makes it say something else than it does by itself. Pure."""

import re

from coaching.assisting.negating import negates
from coaching.understanding.text.normalise import Span, Text

#: Said of somebody else, or of a time that is over.
_NOT_HERE = re.compile(
    r"\b(?:concurren\w*|competitors?|concullega\w*|de buren|buurman|buurvrouw|vroeger|voorheen|destijds|toen nog|"
    r"vorige (?:zaak|job|baan|werk)|used to|formerly|previous (?:job|business)|back then)\b"
)
#: What makes hours those of the shop, and euros a price or a cost.
_OTHER_LIMITS = {
    "hours_per_week": re.compile(r"\b(?:werk\w*|sta|staan|open|winkel\w*|atelier|dienst\w*|shop|work\w*|klant\w*)\b"),
    "euros_per_month": re.compile(
        r"\b(?:omzet\w*|huur\w*|loon|verdien\w*|prijs|prijzen|kost\w*|vraag|vragen|stuk|revenue|rent\w*|turnover|"
        r"earn\w*|price[sd]?|costs?|charge[sd]?|each)\b"
    ),
}


def says_otherwise(text: Text, evidence: Span, field: str) -> bool:
    """Whether the clause that `evidence` for `field` was cut from takes it back, gives it to somebody else, or counts
    something else."""
    clause = text.clause_at(evidence.start)
    around = f"{text.low[clause.start : evidence.start]} … {text.low[evidence.end : max(clause.end, evidence.end)]}"
    if field != "channels_excluded" and negates(around):
        return True
    if _NOT_HERE.search(around):
        return True
    other = _OTHER_LIMITS.get(field)
    return other is not None and other.search(text.low_of(clause)) is not None
