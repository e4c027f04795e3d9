"""What a change of the plan is about, as its words name it: a place ("2b"), a name, a channel or a form."""

import re
from collections.abc import Mapping
from typing import Any

from coaching.understanding.channels.channels import Channels
from coaching.understanding.intents.refusals import Refusals
from coaching.understanding.text.normalise import Span, Text

#: An answer to "which one?" of more words than this is no name, and a wish about words is no longer either.
LONGEST_NAME = 12


class Targets:
    """Reads what words are about; built once from the word list."""

    def __init__(self, words: Mapping[str, Any], channels: Channels, refusals: Refusals) -> None:
        self._channels, self._refusals = channels, refusals
        self._place, self._filler, self._pointer = (re.compile(words[name]) for name in ("place", "filler", "pointer"))

    def points(self, text: Text) -> bool:
        """Whether the words point to a suggestion of the plan."""
        return bool(self.places(text.low) or self._pointer.search(text.low))

    def pointed_at(self, text: Text, asked: Span) -> Text:
        """Of a long message only the clauses that point to a suggestion; where none does, that in which something is
        asked."""
        if len(text.words) <= LONGEST_NAME:
            return text
        pointing = [clause for clause in text.clauses if self._pointer.search(text.low_of(clause))]
        kept = pointing or [clause for clause in text.clauses if asked.touches(clause)]
        return only(text, *kept) if kept else text

    def told(self, text: Text, places: tuple[str, ...]) -> tuple[str, ...]:
        """What is left of the words when all that names nothing is gone, one for each thing named."""
        if places or (places := self.places(text.low)):
            return places
        parts = re.split(r"\b(?:en|and)\b|[,&+;]", text.low)
        said = (" ".join(re.findall(r"[\w'-]+", self._filler.sub(" ", part))) for part in parts)
        return tuple(dict.fromkeys(target for target in said if target))

    def named(self, text: Text) -> tuple[str, ...]:
        """The channels and forms that the words name."""
        return (*self._channels.mentioned(text), *(form.value for form in self._refusals.forms_in(text.low)))

    def after_places(self, low: str) -> Span:
        """Where a reason may begin in words that name a place."""
        end = max(found.end() for found in self._place.finditer(low))
        return Span(end, end)

    def places(self, low: str) -> tuple[str, ...]:
        """The places of suggestions in folded words, each as it stands in the plan."""
        return tuple(dict.fromkeys(_label(found) for found in self._place.finditer(low)))


def only(text: Text, *spans: Span) -> Text:
    """The text with nothing left but `spans`."""
    ends = [0, *(at for span in sorted(spans, key=lambda s: s.start) for at in (span.start, span.end)), len(text.low)]
    return text.without([Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start < end])


def _label(place: re.Match[str]) -> str:
    """ "2b", "2m" for the e-mail of a stage, "2" for a stage as a whole."""
    if place["mail"]:
        return f"{place['mail']}m"
    if place["whole"]:
        return f"{place['whole']}{place['part'] or ''}"
    found = place["place"] or place["spaced"] or place["alone"]
    return re.sub(r"[^1-9a-m]", "", found)
