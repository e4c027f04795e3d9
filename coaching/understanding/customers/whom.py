"""The customers of a business, named where the coach asked for whom it works."""

import re

from coaching.understanding.customers.audience import find_audience
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.text.words_or_noise import gibberish
from journey.profile import ProfileField as F

#: Answers to "for whom?" that name no group in particular.
_ANYONE = re.compile(
    r"(?:ja|euh+|hm+|vooral|meestal|mostly|mainly|voor|for|eigenlijk|gewoon|gewone|just|ordinary|alle|all|allebei|"
    r"both|beide|"
    r"de|the|en|and|ook|also|maar|but|soms|sometimes|een paar|some|few|heel|veel|lots? of|alleen|enkel|only|wel|of|or|"
    r"mensen|people|particulier(?:en)?|consument(?:en)?|consumers?|individuals|bedrijven|bedrijf|businesses|business|"
    r"companies|klanten|customers|iedereen|everyone|everybody|anyone|verenigingen|vereniging|goede doelen|goed doel|"
    r"kmo's|"
    r"kmos|zelfstandigen|ondernemers|b2b|b2c|zakelijk|prive|privepersonen|non-profit|charity|charities|van alles|"
    r"beiden|"
    r"alle ?twee|mix|wat|a|een|ik|werk|werken|wij|we|i|work|zowel|als|ongeveer|half|om|percent|procent|klant|customer|"
    r"private|consumentenmarkt|jong|oud|young|old|he|hoor|denk|think|dus|so|nee|no|niet|not|geen|denk ik|i think|\W|"
    r"\d)+"
)
_LONGEST_GROUP, _SHORTEST_GROUP = 14, 4
_WHOM_LEAD = re.compile(
    r"(?:(?:ja|euh+|voor|for|vooral|meestal|voornamelijk|mostly|mainly|eigenlijk|gewoon|het zijn|dat zijn|they are|"
    r"it's|ik werk "
    r"(?:voor|met)|we werken (?:voor|met)|i work (?:for|with)|we work (?:for|with)|bij mij komen|to)\s+)+"
)
_NOT_WHOM = re.compile(
    r"[?€£]|\b(?:more|meer|minder|less|fewer|vaker|bekender|euro|uur|hours?|weet|know|idee|wacht|wait|sorry|website|"
    r"instagram|facebook|google|zit|vanaf|kost|"
    r"costs?|"
    r"heb|have|heet|called|vraag|wil|want|ben|am|begin|later|skip)\b"
)


def find_whom(reading: Reading) -> list[Finding]:
    """A group that is named where the coach asked for whom: "ruiters en maneges"."""
    if find_audience(reading):
        return []
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if _ANYONE.fullmatch(low) or _NOT_WHOM.search(low) or len(low.split()) > _LONGEST_GROUP or gibberish(low):
            continue
        lead = _WHOM_LEAD.match(low)
        span = reading.text.trim(
            Span(clause.start + (lead.end() if lead else 0), _end_of_group(reading, clause)), ".,;:"
        )
        if span.end - span.start >= _SHORTEST_GROUP:
            return [Finding(F.PERSONA_SITUATION, reading.text.of(span), span)]
    return []


def _end_of_group(reading: Reading, clause: Span) -> int:
    """The end of a list that goes on after its commas."""
    end = clause.end
    for later in reading.text.clauses:
        if later.start > clause.start and reading.text.low[end : later.start].strip() in (",", "/", "&"):
            low = reading.text.low_of(later)
            if _NOT_WHOM.search(low) or len(low.split()) > _SHORTEST_GROUP:
                break
            end = later.end
    return end
