"""Changes of a plan, heard: what kind, about what, and why something isn't for this owner."""

import re
from collections.abc import Mapping
from typing import TypeVar

from coaching.understanding.channels import Channels
from coaching.understanding.findings import Reading
from coaching.understanding.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.changes import ChangeKind, PlanChange, Refusal
from journey.hearing import Context, Heard, Intent
from journey.keys import Asset, Form
from journey.profile import ProfileField
from journey.topics import Topic

_Key = TypeVar("_Key", Form, Asset)
#: A message longer than this tells something; it doesn't ask for another idea.
_LONGEST = 400
#: Questions whose answer is what the change is about, or why.
WHICH, WHY_NOT = "change_which", "why_not"


class Changes:
    """Hears changes of a plan; built once from the word list."""

    def __init__(self, channels: Channels) -> None:
        words = load("changes")
        self._channels = channels
        self._kinds = {kind: re.compile("|".join(ways)) for kind, ways in words["kinds"].items()}
        self._reason, self._place, self._filler, self._refused = (
            re.compile(words[name]) for name in ("reason", "place", "filler", "refused")
        )
        refusals = words["refusals"]
        self._forms = {Form(name): re.compile(pattern) for name, pattern in refusals["forms"].items()}
        self._lacking = {Asset(name): re.compile(pattern) for name, pattern in refusals["lacking"].items()}
        self._no_time, self._no_money = re.compile(refusals["no_time"]), re.compile(refusals["no_money"])

    def hear(self, text: Text, context: Context) -> Heard | None:
        """The change `text` asks for; None where it asks for none or there is no plan on the table."""
        if context.asking is not Topic.PLAN_FEEDBACK or len(text.low) > _LONGEST:
            return None
        kind, asked = self._kind(text.low)
        if kind == "undo":
            return Heard(intent=Intent.UNDO)
        if kind:
            return Heard(intent=Intent.CHANGE, change=self._change(ChangeKind(kind), asked, text))
        if refusal := self._of_a_form(text):
            return Heard(intent=Intent.CHANGE, change=PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=refusal))
        if place := self._place.search(text.low):
            return Heard(intent=Intent.CHANGE, change=PlanChange(target=_label(place)))
        return None

    def answer(self, text: Text, context: Context) -> Heard | None:
        """An answer to "which one?" or "why not?"."""
        if context.question == WHICH:
            return Heard(intent=Intent.CHANGE, change=PlanChange(target=self._target(text.low)))
        if context.question == WHY_NOT:
            return Heard(intent=Intent.CHANGE, change=PlanChange(refusal=self._refusal(text, text.whole)))
        return None

    def _kind(self, low: str) -> tuple[str, Span]:
        for kind, pattern in self._kinds.items():
            if found := pattern.search(low):
                return kind, Span(found.start(), found.end())
        return "", Span(0, 0)

    def _of_a_form(self, text: Text) -> Refusal | None:
        """ "Geen video's": something refused that is no channel, and of the whole plan."""
        refused = next(
            (found for word in self._refused.finditer(text.low) if (found := self._form_after(text, word.end()))), ()
        )
        return Refusal(reason=text.of(text.whole).strip(" .!"), forms=refused) if refused else None

    def _form_after(self, text: Text, start: int) -> tuple[Form, ...]:
        """Forms named right after a no, unless what is named is a channel: that is a fact about the business."""
        found = [(form, m) for form, pattern in self._forms.items() if (m := pattern.match(text.low, start))]
        if not found or self._channels.mentioned(text):
            return ()
        return tuple(form for form, _ in found)

    def _change(self, kind: ChangeKind, asked: Span, text: Text) -> PlanChange:
        reason = self._reason_in(text, asked) if kind is ChangeKind.NOT_FOR_ME else None
        end = reason.start if reason else len(text.low)
        target = self._target(f"{text.low[: asked.start]} {text.low[asked.end : max(asked.end, end)]}")
        if place := self._place.search(text.low):
            target = _label(place)
        return PlanChange(kind=kind, target=target, refusal=self._refusal(text, reason) if reason else None)

    def _reason_in(self, text: Text, asked: Span) -> Span | None:
        found = self._reason.search(text.low, asked.end) or self._reason.search(text.low[: asked.start])
        if found is None:
            return None
        end = len(text.low) if found.start() >= asked.end else asked.start
        reason = text.trim(Span(found.start(), end), extra=".,;:()-")
        return reason if reason.end - reason.start > 3 else None

    def _refusal(self, text: Text, span: Span) -> Refusal:
        low = text.low_of(span)
        out = Reading(text, Context(asking=Topic.CHANNELS_NOT))
        refused = [f for f in self._channels.find(out) if f.field is ProfileField.CHANNELS_EXCLUDED]
        named = {key for f in refused if span.touches(f.span) and isinstance(f.value, tuple) for key in f.value}
        return Refusal(
            reason=_LEAD_IN.sub("", text.of(span)).strip(" ,.;:"),
            channels=tuple(sorted(named)),
            forms=_matching(self._forms, low),
            lacking=_matching(self._lacking, low),
            no_time=bool(self._no_time.search(low)),
            no_money=bool(self._no_money.search(low)),
        )

    def _target(self, low: str) -> str:
        """What is left of the words when all that names nothing is gone."""
        if place := self._place.search(low):
            return _label(place)
        return " ".join(re.findall(r"[\w'-]+", self._filler.sub(" ", low)))


#: "omdat ik …" is quoted as "ik …".
_LEAD_IN = re.compile(r"^\W*(?:want|omdat|aangezien|because|cause|since|as)\b\s*", re.IGNORECASE)


def _label(place: re.Match[str]) -> str:
    """ "2b", "2m" for the e-mail of a stage, "2" for a stage as a whole."""
    if place["mail"]:
        return f"{place['mail']}m"
    if place["whole"]:
        return f"{place['whole']}{place['part'] or ''}"
    return f"{place['stage']}{place['letter']}"


def _matching(patterns: Mapping[_Key, re.Pattern[str]], low: str) -> tuple[_Key, ...]:
    return tuple(key for key, pattern in patterns.items() if pattern.search(low))
