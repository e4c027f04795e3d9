"""Picking the plays of a plan one by one, so that no two say the same and the plan is not all of one kind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coaching.planning.budget import euros_of, hours_of
from coaching.planning.choosing import Means, possible, suitability, variety
from coaching.planning.slots import Slots
from coaching.planning.standing import NOTHING, Standing
from coaching.planning.suited import play_suits
from journey.channels import CHANNELS, MAIL
from journey.keys import Form, Language
from journey.models import Stage
from journey.moments import Moment
from journey.plan import Email, Metric, StagePlan, Suggestion
from journey.plays import Play
from journey.sentences import fingerprints
from prompts.words import Words

#: What a play loses where it doesn't fit in the room that is left.
_TOO_BIG = 3.0
#: What a play loses for each suggestion of the same form in its stage, and for one in the stage before.
_SAME_FORM = 1.4
#: What a play gains when the stage has nothing yet on its side of online and offline.
_BALANCE = 1.5
#: What a play gains for each standard deviation by which it is nearer to what the owner would have there.
_WISHED = 2.5
#: What a play gains in a form that the owner asked for, and loses in one that was just refused.
_RATHER = 5.0
#: Moments at which an owner who told of no mail has somebody to write to all the same.
_IN_TOUCH = frozenset({Moment.ENGAGING, Moment.BUYING, Moment.USING})


class Picker:
    """Picks for one plan. Remembers what the plan already has; `room` is the hours a week and euros a month that a play
    had better fit in, where that is known, `rather` the forms that the owner would sooner see, `unlike` those of what
    was refused just now, `standing` what stands in the plan that is made anew, `wanted` how near each play is to what
    the owner would have."""

    def __init__(
        self,
        plays: Sequence[Play],
        means: Means,
        slots: Slots,
        words: Words,
        nearness: Mapping[str, float],
        standing: Standing = NOTHING,
    ) -> None:
        self._means, self.standing = means, standing
        stays = means.model_copy(update={"wishes": means.wishes.of_what_stands()})
        self._plays = [play for play in plays if possible(play, stays if standing.holds(play) else means)]
        self._slots = slots
        self._words = words
        self._language: Language = words.language
        self._nearness = nearness
        self._taken: set[str] = set()
        self._said: set[str] = set()
        self._forms: list[Form] = []
        self._forms_before: frozenset[Form] = frozenset()
        self._channels: list[str] = []
        self._new_channel = ""
        self.room: tuple[float, float] | None = None
        self.rather: tuple[Form, ...] = ()
        self.unlike: frozenset[Form] = frozenset()
        self.wanted: Mapping[str, float] = {}

    def said(self, text: str) -> bool:
        """Whether `text` repeats a sentence of the plan; if not, it now belongs to the plan."""
        prints = fingerprints(text)
        if any(sentence in self._said for sentence in prints) or len(set(prints)) < len(prints):
            return True
        self._said.update(prints)
        return False

    def keep(self, stages: Iterable[StagePlan]) -> None:
        """Takes over what stands in these stages: it is said and used, so that what is picked after it differs."""
        for stage in stages:
            for line in (stage.does, stage.feels, stage.needs, stage.hurts, stage.message):
                self._said.update(fingerprints(line.text))
            for suggestion in stage.suggestions:
                self._said.update(fingerprints("\n".join(_sayings(suggestion))))
                self._used(suggestion, self._new(suggestion.channel))
            if stage.email:
                self._said.update(fingerprints(f"{stage.email.subject}\n{stage.email.body}"))
                self._taken.add(stage.email.play)
                self._slots.spend((stage.email.subject, stage.email.body))

    def suggestions(self, stage: Stage, moments: Sequence[Moment], *, first: bool) -> tuple[Suggestion, ...]:
        """One suggestion for each of `moments`, where the library has one left: for the stage, else for what comes just
        before or after it."""
        picked: list[Suggestion] = []
        for moment in moments:
            if suggestion := self._first_of(self._by_fit(stage, moment, picked, first=first)):
                picked.append(suggestion)
        if not picked and (anything := self._on_another_channel(stage, first=first)):
            picked.append(anything)
        self._forms_before = frozenset(s.form for s in picked)
        return tuple(picked)

    def _by_fit(self, stage: Stage, moment: Moment, picked: list[Suggestion], *, first: bool) -> Iterator[Play]:
        """Plays for the stage, then for what comes just before or after it; last of all those whose scenes are not this
        owner's."""
        misfits: list[Play] = []
        for others in (_around(stage),) if self.wanted else (stage.moments, _around(stage)):
            for play in self._ranked(stage, moment, others, picked, first=first):
                if self._misfits(play):
                    misfits.append(play)
                else:
                    yield play
        yield from misfits

    def _misfits(self, play: Play) -> bool:
        """Whether the scenes of `play` are not this owner's."""
        return not play_suits(play, self._means.who, self._language)

    def _on_another_channel(self, stage: Stage, *, first: bool) -> Suggestion | None:
        """A suggestion for a stage that would have none, on one more channel that is new to the owner."""
        self._new_channel = ""
        return self._first_of(self._ranked(stage, stage.moments[0], _around(stage), [], first=first))

    def like(self, likeness: Mapping[str, float], stage: Stage, *, first: bool) -> Suggestion | None:
        """The suggestion for `stage` that is most like another; None where nothing is left."""
        ranked = self._ranked(stage, stage.moments[0], stage.moments, [], first=first)
        return self._first_of(sorted(ranked, key=lambda play: (self._misfits(play), -likeness.get(play.key, 0.0))))

    def email(self, stage: Stage, moments: Sequence[Moment], *, first: bool) -> Email | None:
        """An e-mail for one of `moments`; None where the owner doesn't want e-mail, or told of none and nobody is in
        touch yet."""
        if MAIL & self._means.excluded or (self._means.mail_untold and not _IN_TOUCH & set(stage.moments)):
            return None
        written = self._first_of(self._ranked(stage, moments[0], moments, [], first=first, emails=True))
        if written is None:
            return None
        return Email(
            play=written.play,
            name=written.name,
            subject=written.subject,
            body=written.text,
            hours_once=written.hours_once,
            source=written.source,
        )

    def _first_of(self, plays: Iterable[Play]) -> Suggestion | None:
        """The first of `plays` that repeats no sentence of the plan, written and used."""
        return next(filter(None, map(self._written, plays)), None)

    def _ranked(
        self,
        stage: Stage,
        moment: Moment,
        others: Sequence[Moment],
        picked: list[Suggestion],
        *,
        first: bool,
        emails: bool = False,
    ) -> list[Play]:
        fitting = [
            play
            for play in self._plays
            if play.key not in self._taken
            and (play.form is Form.EMAIL) is emails
            and (set(play.moments) & {moment, *others} or self.standing.stands_in(play, stage))
            and not (first and play.sells)
            and self._channel(play)
        ]

        def points(play: Play) -> float:
            return self._points(play, moment, picked) + self.standing.gain(play, stage)

        return sorted(fitting, key=lambda play: (-points(play), play.key))

    def _points(self, play: Play, moment: Moment, picked: list[Suggestion]) -> float:
        channel = self._channel(play) or ""
        points = suitability(play, moment, self._means, self._nearness.get(play.key, 0.0))
        points += variety(play, channel, self._forms, self._channels)
        points -= _SAME_FORM * (sum(s.form is play.form for s in picked) + (play.form in self._forms_before))
        points += _WISHED * self.wanted.get(play.key, 0.0)
        points += _RATHER * ((play.form in self.rather) - (play.form in self.unlike))
        if moment not in play.moments:
            points -= 2.0
        if self.room and (hours_of(play) > self.room[0] or euros_of(play) > self.room[1]):
            points -= _TOO_BIG
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
        if self.said("\n".join(_sayings(suggestion))):
            return None
        self._used(suggestion, play.form is not Form.EMAIL and self._means.channel_for(play) is None)
        return suggestion

    def _used(self, suggestion: Suggestion, new: bool) -> None:
        self._taken.add(suggestion.play)
        self._slots.spend(_sayings(suggestion))
        if suggestion.form is not Form.EMAIL:
            self._forms.append(suggestion.form)
            self._channels.append(suggestion.channel)
        if new:
            self._new_channel = suggestion.channel

    def _new(self, channel: str) -> bool:
        """Whether the owner would have to begin with this channel."""
        return channel not in self._means.has | self._means.everybody | self._means.natural

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
            months=play.months,
            lead_days=play.lead_days,
            sells=play.sells,
        )


def _sayings(suggestion: Suggestion) -> tuple[str, ...]:
    """The texts of a suggestion in which no sentence may come twice in a plan."""
    texts = (suggestion.name, suggestion.why, *suggestion.steps, suggestion.subject, suggestion.text)
    return (*texts, suggestion.metric.what, suggestion.metric.how, suggestion.test)


def _around(stage: Stage) -> tuple[Moment, ...]:
    """The moments of a stage with the one before and the one after."""
    order = list(Moment)
    places = [order.index(moment) for moment in stage.moments]
    return tuple(order[max(0, min(places) - 1) : max(places) + 2])
