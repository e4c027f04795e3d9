"""What is sold and to whom, told without a verb that says so: "Sheep shearing, Builth Wells. Smallholders with a few
ewes". Each stretch of such an opening that nothing else was taken from is told by its meaning."""

import re
from collections.abc import Mapping

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.intents.questions import ASKS
from coaching.understanding.meanings import Meanings
from coaching.understanding.phrases.chatter import is_of_the_moment, only_leads_in
from coaching.understanding.phrases.trimming import trimmed
from coaching.understanding.text.normalise import BLANK, Span
from coaching.understanding.text.words_or_noise import is_empty
from journey.profile import ProfileField as F
from journey.stretches import Stretch
from journey.topics import Topic

#: Facts that leave nothing to tell of the words they were taken from.
_SURE = frozenset(
    {
        F.OWNER_NAME,
        F.BUSINESS_NAME,
        F.LOCATION,
        F.PRICE,
        F.CHANNELS_CURRENT,
        F.CHANNELS_EXCLUDED,
        F.CONSTRAINTS,
        F.EMAIL_LIST,
        F.GOAL,
        F.USP,
        F.PERSONA_PAIN,
        F.NOTES,
        F.CUSTOMER_WORD,
        F.FORM_OF_ADDRESS,
    }
)
_TOLD_BY_MEANING = (F.OFFER, F.PERSONA_SITUATION)
#: Stretches looked at, and words of one: each costs an embedding.
_MOST, _LONGEST = 6, 16
#: By how much telling one thing must outweigh all else; and telling of another offer, to take its place.
_WHAT, _WHOM, _FAR_MORE = 0.2, 0.2, 0.25
_JOINT = re.compile(
    r"\s+(?:in|te|uit|near|around|from|at|vanuit|bij|rond|regio|voor|aan|for|vanaf|van|op|based in)\s*$"
)
_LEAD = re.compile(
    r"^(?:(?:en|and|maar|but|dus|so|ja|voor|for|aan|to|vooral|meestal|voornamelijk|mostly|mainly|allemaal|all|"
    r"(?:de |mijn |onze |my |our )?(?:klant\w*|gasten|publiek|customers?|clients?|guests) (?:zijn|is|are)|"
    r"it's|its|it is|het zijn|dat zijn|da zijn|'t zijn|they're|they are|ik werk voor|we werken voor|i work for)\s+)+"
)
#: Says as much of things as of people.
_MOSTLY = re.compile(r"^(?:(?:en|and|maar|but|dus|so|vooral|meestal|voornamelijk|mostly|mainly)\s+)+")
#: Between a thing and whom it is for.
_FOR = re.compile(r"\s+(?:voor|for)\s+")
#: "we've a", "wij zijn een": what leads in a thing; and any other sentence about oneself, which the verbs tell.
_OWN = re.compile(
    r"^(?:(?:ik|wij|we|i|'k)(?:'ve|'re|'m| zijn| ben| heb| hebben| have| run| are| am| got| own)+|kheb|kben|it's|"
    r"its|het is|'t is)"
    r"\s+(?:een|a|an|the|de|het|'n|n)?\s*(?=[a-z])"
)
_SENTENCE = re.compile(r"\b(?:ik|wij|we|i|'k|kheb|kben|kzijn|kga|kgo|kwil|ze|zij|they|je|ge|you|u)\b")
#: What is said of customers without naming them.
_NO_GROUP = re.compile(
    rf"{_SENTENCE.pattern}|^(?:people|mensen|klanten|customers)$|"
    r"^(?:our|my|onze|mijn) (?!klant|customer|client|gast|guest|lezer|leden|member)|"
    r"^(?:ma|maar|but|en|and) (?:die|they)\b|\b(?:because|omdat|want)\b"
)
#: "carnavalskostuums verhuren wij".
_INVERTED = re.compile(r"\s+[a-z]{3,}(?:en|t)? (?:ik|wij|we)$")
_TRAIL = re.compile(
    r"\s+(?:(?:die |who |that )?(?:kopen|koopt|bellen|komen|boeken|vragen|betalen|buy|book|call|ring|come|pay|paying|"
    r"hire|order|bestellen|huren)\b(?: (?:het|ze|hier|mij|me|it|them|ons|us|bij mij|bij ons|in|over|dit|dat|langs))*"
    r"|vooral|mostly|mainly|meestal|voornamelijk|for the most part|i'd say|denk ik|natuurlijk|obviously|enzo|en zo)$"
)


class Stretches:
    """Reads openings by the meaning of their stretches."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings

    def settled(self, reading: Reading, found: list[Finding]) -> list[Finding]:
        """`found` with the offer and the customers that it lacks; an offer whose words hardly tell one gives way to
        one whose words do."""
        lacks = {field for field in _TOLD_BY_MEANING if not reading.knows(field)}
        if not reading.asked(Topic.BUSINESS) or reading.correcting or not lacks:
            return found
        spans = [part for span in _untold(reading, found) for part in _parts(reading, span)]
        said = [_MOSTLY.sub("", reading.text.low_of(span)) for span in spans]
        told = dict(zip(spans, self._meanings.stretches(said), strict=True))
        offered = _offer(reading, told)
        trade = [use for finding in found if finding.field is F.SECTOR for use in finding.uses]
        apart = {span: weight for span, weight in told.items() if not any(use.touches(span) for use in trade)}
        kept = [f for f in found if not (offered and f.field is F.OFFER and _outdone(f, apart))]
        lacks -= {finding.field for finding in kept}
        return [*kept, *(f for f in (*offered, *_customers(reading, told)) if f.field in lacks)]


Told = Mapping[Span, Stretch]


def _outdone(offer: Finding, told: Told) -> bool:
    """Whether other words, apart from those for the trade, tell far more surely than those of `offer` what is sold."""
    own = max((told[span].what for span in told if span.touches(offer.span)), default=1.0)
    return any(_tells_what(weight) and weight.what - own >= _FAR_MORE for weight in told.values())


def _tells_what(weight: Stretch) -> bool:
    return weight.what - max(weight.whom, weight.other) >= _WHAT


def _tells_whom(weight: Stretch) -> bool:
    return weight.whom - max(weight.what, weight.other) >= _WHOM


def _parts(reading: Reading, span: Span) -> list[Span]:
    """ "plaatsbeschrijvingen voor verhuurders" tells two things."""
    cut = _FOR.search(reading.text.low, span.start, span.end)
    return [Span(span.start, cut.start()), Span(cut.end(), span.end)] if cut else [span]


def _untold(reading: Reading, taken: list[Finding]) -> list[Span]:
    """The stretches that nothing sure was taken from, in order."""
    sure = [finding.span for finding in taken if finding.field in _SURE]
    trade = [use for finding in taken if finding.field is F.SECTOR for use in finding.uses]
    spans = []
    for clause in reading.text.clauses:
        span = _rest(reading, clause, sure)
        if span and _may_tell(reading, span) and not any(each.holds(span) for each in trade):
            spans.append(span)
    return spans[:_MOST]


def _rest(reading: Reading, clause: Span, sure: list[Span]) -> Span | None:
    """What is left of a clause before the first, or else behind the last thing taken from it."""
    inside = sorted((span for span in sure if span.touches(clause)), key=lambda span: span.start)
    if not inside:
        return clause
    before = Span(clause.start, max(clause.start, inside[0].start))
    joint = _JOINT.search(reading.text.low, before.start, before.end)
    before = reading.text.trim(Span(before.start, joint.start() if joint else before.end), ".,:-")
    behind = reading.text.trim(Span(min(inside[-1].end, clause.end), clause.end), ".,:-")
    return max((before, behind), key=lambda span: span.end - span.start)


def _may_tell(reading: Reading, span: Span) -> bool:
    low = reading.text.low_of(span)
    asks = ASKS.match(low) or reading.text.low[span.end : span.end + 1] == "?"
    words = len(low.split())
    if asks or BLANK in reading.text.of(span) or not re.search(r"[a-z]{3}", low) or words > _LONGEST:
        return False
    return not (is_empty(low) or is_of_the_moment(low) or only_leads_in(low))


def _offer(reading: Reading, told: Told) -> list[Finding]:
    """The first thing that is told, with the list it begins ("new sails, repairs, storage") or whom it is for."""
    what = [span for span, weight in told.items() if _tells_what(weight)]
    whom = [span for span, weight in told.items() if _tells_whom(weight)]
    for number, span in enumerate(what):
        end = span.end
        for later in what[number + 1 :]:
            if reading.text.low[end : later.start].strip() not in (",", "&", "/"):
                break
            end = later.end
        said = _thing(reading, Span(span.start, end))
        served = next((who for who in whom if said and _FOR.fullmatch(reading.text.low, said.end, who.start)), None)
        if said and served:
            said = Span(said.start, served.end)
        if said:
            return [Finding(F.OFFER, reading.text.of(said), said)]
    return []


def _thing(reading: Reading, span: Span) -> Span | None:
    """The thing that `span` names, without who does what with it."""
    low = reading.text.low_of(span)
    own, turned = _OWN.match(low), _INVERTED.search(low)
    bare = Span(span.start + (own.end() if own else 0), span.start + turned.start() if turned else span.end)
    return None if _SENTENCE.search(reading.text.low_of(bare)) else trimmed(reading, bare, Topic.BUSINESS)


def _customers(reading: Reading, told: Told) -> list[Finding]:
    for span in (span for span, weight in told.items() if _tells_whom(weight)):
        low = reading.text.low_of(span)
        lead, trail = _LEAD.match(low), _TRAIL.search(low)
        start = span.start + (lead.end() if lead else 0)
        said = reading.text.trim(Span(start, span.start + trail.start() if trail else span.end), ".,;:/-")
        if said.end - said.start > 2 and not _NO_GROUP.search(reading.text.low_of(said)):
            return [Finding(F.PERSONA_SITUATION, reading.text.of(said), said)]
    return []
