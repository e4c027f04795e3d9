"""Picking the plays of a plan one by one, so that no two say the same and the plan is not all of one kind."""

from collections.abc import Iterator, Mapping, Sequence

from coaching.planning.choosing import Means, possible, suitability, variety
from coaching.planning.slots import Slots
from journey.channels import CHANNELS
from journey.keys import Form, Language
from journey.models import Stage
from journey.moments import Moment
from journey.plan import Email, Metric, Suggestion
from journey.plays import Play
from journey.sentences import fingerprints
from prompts.words import Words

#: What a play gains when the stage has nothing yet on its side of online and offline.
_BALANCE = 1.5


class Picker:
    """Picks for one plan. Remembers what the plan already has."""

    def __init__(
        self, plays: Sequence[Play], means: Means, slots: Slots, words: Words, nearness: Mapping[str, float]
    ) -> None:
        self._means = means
        self._plays = [play for play in plays if possible(play, means)]
        self._slots = slots
        self._words = words
        self._language: Language = words.language
        self._nearness = nearness
        self._taken: set[str] = set()
        self._said: set[str] = set()
        self._forms: list[Form] = []
        self._channels: list[str] = []
        self._new_channel = ""

    def said(self, text: str) -> bool:
        """Whether `text` repeats a sentence of the plan; if not, it now belongs to the plan."""
        prints = fingerprints(text)
        if any(sentence in self._said for sentence in prints) or len(set(prints)) < len(prints):
            return True
        self._said.update(prints)
        return False

    def suggestions(self, stage: Stage, moments: Sequence[Moment], *, first: bool) -> tuple[Suggestion, ...]:
        """One suggestion for each of `moments`, where the library has one left: for the stage, else for what comes just
        before or after it."""
        picked: list[Suggestion] = []
        for moment in moments:
            suggestion = self._next(moment, stage.moments, picked, first=first)
            if suggestion is None:
                suggestion = self._next(moment, _around(stage), picked, first=first)
            if suggestion:
                picked.append(suggestion)
        return tuple(picked)

    def email(self, moments: Sequence[Moment], *, first: bool) -> Email | None:
        """An e-mail for one of `moments`; None where the owner doesn't want e-mail."""
        if {"email", "newsletter"} & self._means.excluded:
            return None
        for play in self._ranked(moments[0], moments, [], first=first, emails=True):
            written = self._written(play)
            if written:
                return Email(
                    play=play.key,
                    name=written.name,
                    subject=written.subject,
                    body=written.text,
                    hours_once=play.hours_once,
                    source=play.source,
                )
        return None

    def _next(
        self, moment: Moment, others: Sequence[Moment], picked: list[Suggestion], *, first: bool
    ) -> Suggestion | None:
        for play in self._ranked(moment, others, picked, first=first):
            suggestion = self._written(play)
            if suggestion:
                self._forms.append(suggestion.form)
                self._channels.append(suggestion.channel)
                return suggestion
        return None

    def _ranked(
        self,
        moment: Moment,
        others: Sequence[Moment],
        picked: list[Suggestion],
        *,
        first: bool,
        emails: bool = False,
    ) -> Iterator[Play]:
        fitting = [
            play
            for play in self._plays
            if play.key not in self._taken
            and (play.form is Form.EMAIL) is emails
            and set(play.moments) & {moment, *others}
            and not (first and play.sells)
            and self._channel(play)
        ]
        return iter(sorted(fitting, key=lambda play: (-self._points(play, moment, picked), play.key)))

    def _points(self, play: Play, moment: Moment, picked: list[Suggestion]) -> float:
        channel = self._channel(play) or ""
        points = suitability(play, moment, self._means, self._nearness.get(play.key, 0.0))
        points += variety(play, channel, self._forms, self._channels)
        if moment not in play.moments:
            points -= 2.0
        if picked and channel in CHANNELS and all(s.online != CHANNELS[channel].online for s in picked):
            points += _BALANCE
        return points

    def _channel(self, play: Play) -> str | None:
        """Where this owner would do it; a new channel only as long as the plan has no other new one."""
        known = self._means.channel_for(play)
        if known or play.form is Form.EMAIL:
            return known or play.channels[0]
        new = self._means.new_channel_for(play)
        return new if not self._new_channel or new == self._new_channel else None

    def _written(self, play: Play) -> Suggestion | None:
        """The play in this owner's words; None where it would repeat a sentence of the plan."""
        channel = self._channel(play)
        if channel is None:
            return None
        suggestion = self._filled(play, channel)
        texts = (suggestion.name, suggestion.why, *suggestion.steps, suggestion.subject, suggestion.text)
        counted = (suggestion.metric.what, suggestion.metric.how, suggestion.test)
        if self.said("\n".join((*texts, *counted))):
            return None
        self._taken.add(play.key)
        self._slots.spend(texts)
        if play.form is not Form.EMAIL and self._means.channel_for(play) is None:
            self._new_channel = channel
        return suggestion

    def _filled(self, play: Play, channel: str) -> Suggestion:
        text, fill = play.words(self._language), self._slots.fill

        def own(words: str) -> str:
            return self._slots.own(words, self._words)

        why = own(text.why)
        if self._means.channel_for(play) is None and play.form is not Form.EMAIL:
            why = f"{why} {self._words.say('plan.new_channel', channel=self._words.say(f'channel.{channel}'))}"
        return Suggestion(
            play=play.key,
            name=own(text.name),
            channel=channel,
            moments=play.moments,
            form=play.form,
            why=why,
            steps=tuple(own(step) for step in text.steps),
            text=fill(text.text),
            subject=fill(text.subject) if text.subject else "",
            metric=Metric(what=own(text.metric), how=own(text.count)),
            test=own(text.test),
            when=own(text.when),
            never=own(text.never),
            hours_once=play.hours_once,
            hours_weekly=play.hours_weekly,
            euros_once=play.euros_once,
            euros_monthly=play.euros_monthly,
            source=play.source,
            sells=play.sells,
        )


def _around(stage: Stage) -> tuple[Moment, ...]:
    """The moments of a stage with the one before and the one after."""
    order = list(Moment)
    places = [order.index(moment) for moment in stage.moments]
    return tuple(order[max(0, min(places) - 1) : max(places) + 2])
