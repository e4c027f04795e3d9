"""Why something isn't for an owner, heard: channels, forms, things that aren't there, no time, no money."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from coaching.understanding.channels.channels import Channels
from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span, Text
from journey.changes import Refusal
from journey.hearing import Context
from journey.keys import Asset, Form
from journey.profile import ProfileField
from journey.topics import Topic

_Key = TypeVar("_Key", Form, Asset)
#: "omdat ik …" is quoted as "ik …".
_LEAD_IN = re.compile(r"^\W*(?:want|omdat|aangezien|because|cause|cos|coz|cuz|since|as)\b\s*", re.IGNORECASE)
#: "ik heb geen winkel, dus dat kan niet": what follows from the reason is no part of it.
_FOLLOWS = re.compile(r"\W+(?:dus|daarom|so)\b.{0,12}$", re.IGNORECASE)


class Refusals:
    """Reads refusals; built once from the word list."""

    def __init__(self, words: Mapping[str, Any], channels: Channels) -> None:
        self._channels = channels
        self._forms = {Form(name): re.compile(pattern) for name, pattern in words["forms"].items()}
        self._lacking = {Asset(name): re.compile(pattern) for name, pattern in words["lacking"].items()}
        self._no, self._dislike, self._no_time, self._no_money, self._free, self._rather, self._against = (
            re.compile(words[name])
            for name in ("denied", "dislike", "no_time", "no_money", "free", "rather", "against")
        )

    def read(self, text: Text, span: Span) -> Refusal:
        """What the words of `span` say against something."""
        low = text.low_of(span)
        if self.wishes(low):
            return Refusal(rather=_matching(self._forms, low))
        return Refusal(
            reason=_FOLLOWS.sub("", _LEAD_IN.sub("", text.of(span))).strip(" ,.;:!"),
            channels=self.channels_out(text, span),
            forms=_matching(self._forms, low),
            lacking=_matching(self._lacking, low),
            no_time=bool(self._no_time.search(low)),
            no_money=bool(self._no_money.search(low)),
            free=bool(self._free.search(low)),
        )

    def wishes(self, low: str) -> bool:
        """Whether the words say what the owner would rather do, and nothing against anything."""
        return bool(self._rather.search(low)) and not self._against.search(low)

    def of_everything(self, text: Text) -> Refusal | None:
        """ "Geen video's", "ik film niet graag", "ik heb geen winkel", "niks dat geld kost": said of the whole plan.
        A channel that is refused is a fact about the business, so not this."""
        lacking = _matching(self._lacking, text.low)
        free = bool(self._free.search(text.low))
        fact = lacking or self.channels_out(text, text.whole, Topic.PLAN_FEEDBACK)
        forms = () if fact else self._refused_forms(text)
        if not (lacking or free or forms):
            return None
        return Refusal(reason=text.of(text.whole).strip(" .!"), lacking=lacking, free=free, forms=forms)

    def too_much(self, low: str) -> Span | None:
        """Where the words say that something takes too much time or money."""
        found = self._no_time.search(low) or self._no_money.search(low)
        return Span(found.start(), found.end()) if found else None

    def forms_in(self, low: str) -> tuple[Form, ...]:
        """The forms named."""
        return _matching(self._forms, low)

    def channels_out(self, text: Text, span: Span, asking: Topic = Topic.CHANNELS_NOT) -> tuple[str, ...]:
        """The channels that the words of `span` refuse, as an answer to what is asked."""
        out = Reading(text, Context(asking=asking))
        refused = [f for f in self._channels.find(out) if f.field is ProfileField.CHANNELS_EXCLUDED]
        named = {key for f in refused if span.touches(f.span) and isinstance(f.value, tuple) for key in f.value}
        return tuple(sorted(named))

    def _refused_forms(self, text: Text) -> tuple[Form, ...]:
        """Forms named right after a no, or anywhere in a clause that says what the owner doesn't like to do."""
        after_no = [
            form
            for no in self._no.finditer(text.low)
            for form, pattern in self._forms.items()
            if pattern.match(text.low, no.end())
        ]
        disliked = [low for clause in text.clauses if self._dislike.search(low := text.low_of(clause))]
        return tuple(dict.fromkeys((*after_no, *(form for low in disliked for form in self.forms_in(low)))))


def _matching(patterns: Mapping[_Key, re.Pattern[str]], low: str) -> tuple[_Key, ...]:
    return tuple(key for key, pattern in patterns.items() if pattern.search(low))
