"""What is found in a message, each thing once: no two facts in the same words, none that runs into another."""

from dataclasses import replace

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.offers.goods import labelled
from coaching.understanding.phrases.noun_phrase import phrase
from coaching.understanding.text.normalise import BLANK, Span, Text
from journey.profile import FREE_TEXT, GoalFact, ProfileField


def cut(reading: Reading, finding: Finding, found: list[Finding]) -> Finding:
    """An offer ends where the place or the price of the business begins: "wimpers in hoogstraten 65 euro"; a price
    begins with the thing it buys, an offer behind the name of the business."""
    if finding.field is ProfileField.PRICE:
        return labelled(reading, finding, found)
    if finding.field is not ProfileField.OFFER:
        return finding
    others = [f.span.start for f in found if f.field in (ProfileField.LOCATION, ProfileField.PRICE)]
    inside = [start for start in others if finding.span.start < start < finding.span.end]
    named = [f.span.end for f in found if f.field is ProfileField.BUSINESS_NAME and finding.span.holds(f.span)]
    start, end = max(named, default=finding.span.start), min(inside, default=finding.span.end)
    span = phrase(reading, Span(start, end)) if (inside or named) and start < end else None
    if span is None or not isinstance(finding.value, str):
        return finding
    told = finding.value.replace(reading.text.of(finding.span), reading.text.of(span))
    return replace(finding, value=told, span=span)


def without_places(found: list[Finding]) -> list[Finding]:
    """The findings without an offer that is a place: "winkeltje in Tiel"."""
    places = [span for f in found if f.field is ProfileField.LOCATION for span in (f.span, *f.uses)]
    return [f for f in found if f.field is not ProfileField.OFFER or not any(place.holds(f.span) for place in places)]


def distinct(text: Text, found: list[Finding]) -> list[Finding]:
    """No two free-text fields with the same words; one value per field, but limits and lists may come in parts."""
    kept: list[Finding] = []
    for finding in found:
        clash = finding.field in FREE_TEXT and any(_same_words(k, finding) for k in kept)
        again = isinstance(finding.value, str) and any(k.field is finding.field for k in kept)
        sold = finding.field is ProfileField.CHANNELS_CURRENT and any(
            k.field is ProfileField.OFFER and k.span.holds(finding.span) for k in found
        )
        torn = (finding.field in FREE_TEXT and BLANK in text.of(finding.span)) or BLANK in str(finding.value)
        theirs = finding.field is ProfileField.SECTOR and any(
            k.field is ProfileField.PERSONA_SITUATION and k.span.holds(finding.span) for k in found
        )
        other = _tells_other(finding, found)
        if not (clash or again or sold or torn or theirs or other):
            kept.append(finding)
    return kept


def _same_words(kept: Finding, finding: Finding) -> bool:
    """Whether two texts share words, other than those within an offer that tell whom it is for."""
    served = kept.field is ProfileField.OFFER and finding.field is ProfileField.PERSONA_SITUATION
    if served and kept.span.holds(finding.span):
        return kept.span == finding.span
    return kept.field in FREE_TEXT and kept.span.touches(finding.span)


def _tells_other(finding: Finding, found: list[Finding]) -> bool:
    """Whether a goal in words that say no kind of goal is really what a name was found in."""
    if not isinstance(finding.value, GoalFact) or not finding.value.in_words_alone:
        return False
    names = (ProfileField.OWNER_NAME, ProfileField.BUSINESS_NAME)
    return any(use.touches(finding.span) for f in found if f.field in names for use in f.uses)
