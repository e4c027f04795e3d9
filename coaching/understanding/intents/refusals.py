"""Why something isn't for an owner, heard: channels, forms, things that aren't there, no time, no money."""

import re
from collections.abc import Mapping
from typing import Any

from coaching.understanding.channels.channels import Channels
from coaching.understanding.channels.forms import Forms
from coaching.understanding.findings import Reading
from coaching.understanding.text.normalise import Span, Text
from journey.changes import Refusal
from journey.hearing import Context
from journey.keys import Asset, Form
from journey.profile import ProfileField
from journey.topics import Topic

#: "omdat ik …" is quoted as "ik …".
_LEAD_IN = re.compile(r"^\W*(?:want|omdat|aangezien|because|cause|cos|coz|cuz|since|as)\b\s*", re.IGNORECASE)
#: "ik heb geen winkel, dus dat kan niet": what follows from the reason is no part of it.
_FOLLOWS = re.compile(r"\W+(?:dus|daarom|so)\b.{0,12}$", re.IGNORECASE)

#: What tells that something isn't there, rather than that it is refused.
_HAS = re.compile(r"\b(?:heb|hebben|hebt|em|hem|have|haven't|has|got|'ve)\b")
#: In so few words a channel that is named is refused; in more of them only where they say so.
_FEW = 10


class Refusals:
    """Reads refusals; built once from the word list."""

    def __init__(self, words: Mapping[str, Any], channels: Channels) -> None:
        self._channels, self._forms = channels, Forms()
        self._lacking = {Asset(name): re.compile(pattern) for name, pattern in words["lacking"].items()}
        self._no_time, self._no_money, self._free, self._rather, self._against = (
            re.compile(words[name]) for name in ("no_time", "no_money", "free", "rather", "against")
        )

    def read(self, text: Text, span: Span) -> Refusal:
        """What the words of `span` say against something."""
        low = text.low_of(span)
        few = len(low.split()) <= _FEW
        if self.wishes(low):
            return Refusal(rather=self._forms.named(low))
        return Refusal(
            reason=_FOLLOWS.sub("", _LEAD_IN.sub("", text.of(span))).strip(" ,.;:!"),
            channels=self.channels_out(text, span, Topic.CHANNELS_NOT if few else Topic.PLAN_FEEDBACK),
            forms=self._forms.in_reason(text, span),
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
        has_none = lacking and _HAS.search(text.low)
        fact = has_none or self.channels_out(text, text.whole, Topic.PLAN_FEEDBACK)
        forms = () if fact else self._forms.refused(text)
        allowed = tuple(form for form in self._forms.allowed(text) if form not in forms)
        if not (lacking or free or forms or allowed):
            return None
        reason = text.of(text.whole).strip(" .!") if lacking or free or forms else ""
        return Refusal(reason=reason, lacking=lacking, free=free, forms=forms, allowed=allowed)

    def too_much(self, low: str) -> Span | None:
        """Where the words say that something takes too much time or money."""
        found = self._no_time.search(low) or self._no_money.search(low)
        return Span(found.start(), found.end()) if found else None

    def forms_in(self, low: str) -> tuple[Form, ...]:
        """The forms named."""
        return self._forms.named(low)

    def all_of(self, low: str) -> tuple[Form, ...]:
        """The forms of which every one is meant."""
        return self._forms.all_of(low)

    def forms_out(self, text: Text) -> tuple[Form, ...]:
        """The forms that are refused in so many words."""
        return self._forms.refused(text)

    def channels_out(self, text: Text, span: Span, asking: Topic = Topic.CHANNELS_NOT) -> tuple[str, ...]:
        """The channels that the words of `span` and its clauses refuse, as an answer to what is asked."""
        clauses = [clause for clause in text.clauses if clause.touches(span)] or [span]
        told = Span(clauses[0].start, clauses[-1].end)
        out = Reading(text.without([Span(0, told.start), Span(told.end, len(text.low))]), Context(asking=asking))
        refused = [f for f in self._channels.find(out) if f.field is ProfileField.CHANNELS_EXCLUDED]
        named = {key for f in refused if span.touches(f.span) and isinstance(f.value, tuple) for key in f.value}
        return tuple(sorted(named))


def _matching(patterns: Mapping[Asset, re.Pattern[str]], low: str) -> tuple[Asset, ...]:
    return tuple(key for key, pattern in patterns.items() if pattern.search(low))
