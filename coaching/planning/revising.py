"""Changing one thing in a plan that is there: everything else stays word for word."""

from collections.abc import Collection, Sequence

from coaching.planning.budget import euros_of, fitted, hours_of, room_beside
from coaching.planning.desk import Desk
from coaching.planning.draft import following
from coaching.planning.hands import goes_to_a_list
from coaching.planning.meeting import touchpoints
from coaching.planning.nearness import near_to
from coaching.planning.shortening import shortened
from coaching.understanding.channels.forms import Forms
from coaching.understanding.text.normalise import fold
from journey.changes import ChangeKind, PlanChange, Refusal, Wishes
from journey.channels import MAIL
from journey.keys import Asset, Form
from journey.models import MODELS, Stage
from journey.plan import Email, Plan, StagePlan, Suggestion
from journey.plays import Play

#: What a suggestion gains in likeness by the same channel or the same form.
_SAME_CHANNEL, _SAME_FORM = 0.06, 0.04
#: What something easier or cheaper takes at most of what was too much.
_LESS = 0.8
#: Suggestions in a stage at most: more is no longer a choice.
MOST = 6


class NothingElseError(Exception):
    """The library has nothing (else) that could be put there."""


def wishes_after(plan: Plan, change: PlanChange, plays: Sequence[Play]) -> Wishes:
    """What is remembered once `change` is made."""
    named = [play for play in plays if play.key in change.plays]
    match change.kind:
        case ChangeKind.ANOTHER:
            return plan.wishes.without(*named)
        case ChangeKind.NOT_FOR_ME:
            return _refusing(plan, change.refusal or Refusal(), named, plays)
        case ChangeKind.SHORTER if not change.plays:
            return plan.wishes.model_copy(update={"brief": True})
        case _:
            return plan.wishes


def _refusing(plan: Plan, refusal: Refusal, named: Sequence[Play], plays: Sequence[Play]) -> Wishes:
    """The wishes after `refusal`. Its words are quoted as heeded only where something in the plan goes for them."""
    if not named and (refusal.forms or refusal.channels):
        refusal = refusal.model_copy(update={"reason": ""})  # said already by what is out
    wishes = plan.wishes.refusing(named, refusal)
    if refusal.allowed:
        return wishes.allowing(refusal.allowed, _without_mention(wishes.reasons, refusal.allowed))
    standing = [play for play in plays if play.key in plan.items]
    goes = named or any(not _keeps(play, wishes) for play in standing) or _channels_of(plan) & set(wishes.channels)
    return wishes if goes else wishes.model_copy(update={"reasons": plan.wishes.reasons})


def _without_mention(reasons: Sequence[str], forms: Collection[Form]) -> tuple[str, ...]:
    """`reasons` without those that speak of `forms`."""
    return tuple(reason for reason in reasons if not set(forms) & set(Forms().named(fold(reason))))


def _keeps(play: Play, wishes: Wishes) -> bool:
    return wishes.keeps(play) and _has_what_it_needs(play, wishes)


def _has_what_it_needs(play: Play, wishes: Wishes) -> bool:
    """Whether nothing that `play` needs is lacking; a mail to many at once needs a list."""
    no_list = Asset.EMAIL_LIST in wishes.lacking and goes_to_a_list(play)
    return not no_list and not set(play.needs) & set(wishes.lacking)


def _channels_of(plan: Plan) -> set[str]:
    return {s.channel for s in plan.suggestions}


def revised(plan: Plan, change: PlanChange, desk: Desk) -> Plan:
    """`plan` with `change` made at a desk that already keeps to the wishes after it. NothingElseError where the library
    has nothing to put in the place of what goes."""
    revision = _Revision(plan, change, desk)
    match change.kind:
        case ChangeKind.SHORTER:
            return revision.shorter()
        case ChangeKind.MORE:
            return revision.with_more()
        case _:
            return revision.with_others()


class _Revision:
    def __init__(self, plan: Plan, change: PlanChange, desk: Desk) -> None:
        self._plan = plan
        self._change = change
        self._desk = desk
        self._model = MODELS[plan.model]

    def shorter(self) -> Plan:
        """One text shorter, or the whole plan with only what comes first in every stage."""
        short = self._with_short_text if self._change.plays else _only_first
        stages = tuple(map(short, self._plan.stages))
        if stages == self._plan.stages:
            raise NothingElseError
        return self._with(stages)

    def with_more(self) -> Plan:
        """One suggestion more in the stage of the one that pleased, as much like it as can be found."""
        number = next(n for n, stage in enumerate(self._plan.stages) if self._change.plays[0] in _plays_of(stage))
        stage = self._plan.stages[number]
        self._desk.picker.keep(self._plan.stages)
        self._desk.picker.room = room_beside(self._plan.stages, self._desk.limits)
        model_stage = self._model.stages[number]
        found = self._desk.picker.like(self._likeness(), model_stage, first=number == 0)
        if found is None or len(stage.suggestions) >= MOST:
            raise NothingElseError
        richer = self._met(stage.model_copy(update={"suggestions": (*stage.suggestions, found)}), model_stage)
        stages = tuple(richer if n == number else s for n, s in enumerate(self._plan.stages))
        return self._with(fitted(stages, self._desk.limits, {found.play}), {found.play})

    def with_others(self) -> Plan:
        """Something else in the place of what goes: the play named, and whatever the same reason rules out."""
        kept = tuple(self._without_refused(stage) for stage in self._plan.stages)
        self._desk.picker.keep(kept)
        self._desk.picker.room = self._room_beside(kept)
        self._desk.picker.rather = self._change.refusal.rather if self._change.refusal else ()
        self._desk.picker.unlike = self._refused_forms()
        if self._change.wanted:
            self._desk.picker.wanted = near_to(self._change.wanted, self._desk.library, self._plan.language)
        stages = tuple(
            self._refilled(old, new, stage)
            for old, new, stage in zip(self._plan.stages, kept, self._model.stages, strict=True)
        )
        before = {play for stage in kept for play in _plays_of(stage)}
        newcomers = {play for stage in stages for play in _plays_of(stage)} - before
        rather = {s.play for stage in kept for s in stage.suggestions if s.later and s.form in self._desk.picker.rather}
        plan = self._with(fitted(stages, self._desk.limits, newcomers | rather), newcomers | rather)
        allows = self._change.refusal is not None and self._change.refusal.allowed
        if not allows and (plan.stages, plan.respected) == (self._plan.stages, self._plan.respected):
            raise NothingElseError
        return plan

    def _refused_forms(self) -> frozenset[Form]:
        """The forms of the suggestions that aren't for this owner: a film gives way to something else than a film."""
        if self._change.kind is not ChangeKind.NOT_FOR_ME:
            return frozenset()
        gone = (self._plan.items[play] for play in self._change.plays)
        return frozenset(item.form for item in gone if isinstance(item, Suggestion)) - {*self._desk.picker.rather}

    def _room_beside(self, kept: tuple[StagePlan, ...]) -> tuple[float, float]:
        """What is left beside what stays; less than what goes takes, where that was too much work or money."""
        hours, euros = room_beside(kept, self._desk.limits)
        refusal, gone = self._change.refusal, [self._plan.items[play] for play in self._change.plays]
        if refusal and refusal.no_time:
            hours = min([hours, *(hours_of(item) * _LESS for item in gone)])
        if refusal and refusal.no_money:
            euros = min([euros, *(euros_of(item) * _LESS for item in gone)])
        return hours, euros

    def _with(self, stages: tuple[StagePlan, ...], newcomers: Collection[str] = ()) -> Plan:
        fills = not self._change.plays and self._change.kind is ChangeKind.NOT_FOR_ME
        return self._plan.model_copy(update=following(self._desk, self._plan.model, stages, newcomers, fills=fills))

    def _with_short_text(self, stage: StagePlan) -> StagePlan:
        def short(suggestion: Suggestion) -> Suggestion:
            if suggestion.play not in self._change.plays:
                return suggestion
            return suggestion.model_copy(update={"text": shortened(suggestion.text)})

        email = stage.email
        if email and email.play in self._change.plays:
            email = email.model_copy(update={"body": shortened(email.body)})
        return stage.model_copy(update={"suggestions": tuple(map(short, stage.suggestions)), "email": email})

    def _without_refused(self, stage: StagePlan) -> StagePlan:
        kept = tuple(s for s in stage.suggestions if self._allowed(s))
        email = stage.email if stage.email and self._allowed(stage.email) else None
        return stage.model_copy(update={"suggestions": kept, "email": email})

    def _allowed(self, item: Suggestion | Email) -> bool:
        """Whether what stands in the plan may stay: not refused, and not naming a channel that is refused now."""
        wishes = self._desk.wishes
        if self._change.refusal and self._change.refusal.channels and item.play in self._desk.dropped:
            return False
        play = next((play for play in self._desk.library.plays() if play.key == item.play), None)
        if isinstance(item, Email):
            mail_is_out = bool(MAIL & self._desk.means.excluded) or Form.EMAIL in wishes.forms
            keeps = item.play not in wishes.set_aside and (play is None or _has_what_it_needs(play, wishes))
            return keeps and not mail_is_out
        return item.channel not in self._desk.means.excluded and (play is None or wishes.keeps(play))

    def _refilled(self, old: StagePlan, kept: StagePlan, stage: Stage) -> StagePlan:
        """The stage with as many suggestions as before; a new one stands where the old one stood."""
        first = stage is self._model.stages[0]
        suggestions = list(kept.suggestions)
        for place, gone in enumerate(old.suggestions):
            if gone in kept.suggestions:
                continue
            wanted = [m for m in gone.moments if m in stage.moments] or list(stage.moments)
            suggestions[place:place] = self._desk.picker.suggestions(stage, wanted[:1], first=first)
        if not suggestions:
            raise NothingElseError
        email = kept.email or (self._desk.picker.email(stage, stage.moments, first=first) if old.email else None)
        renewed = kept.model_copy(update={"suggestions": tuple(suggestions), "email": email})
        another = self._change.kind is ChangeKind.ANOTHER and _plays_of(old) & set(self._change.plays)
        if another and _plays_of(renewed) <= _plays_of(kept):
            raise NothingElseError
        return self._met(renewed, stage) if renewed != old else old

    def _met(self, stage: StagePlan, model_stage: Stage) -> StagePlan:
        """The stage with what follows from its suggestions: where people meet, and what to count."""
        online, offline = touchpoints(self._desk, model_stage, stage.suggestions, mailed=stage.email is not None)
        metric = stage.metric if stage.metric in {s.metric for s in stage.suggestions} else stage.suggestions[0].metric
        return stage.model_copy(update={"touchpoints_online": online, "touchpoints_offline": offline, "metric": metric})

    def _likeness(self) -> dict[str, float]:
        """Play key -> how much it is like the one that pleased: in meaning, channel and form."""
        plays = self._desk.library.plays()
        liked = next(play for play in plays if play.key == self._change.plays[0])
        language = self._plan.language
        near = self._desk.library.closeness(liked.gist(language), [play.gist(language) for play in plays])
        return {play.key: value + _alike(play, liked) for play, value in zip(plays, near, strict=True)}


def _alike(play: Play, liked: Play) -> float:
    channel = _SAME_CHANNEL if set(play.channels) & set(liked.channels) else 0.0
    return channel + (_SAME_FORM if play.form is liked.form else 0.0)


def _plays_of(stage: StagePlan) -> set[str]:
    return {s.play for s in stage.suggestions} | ({stage.email.play} if stage.email else set())


def _only_first(stage: StagePlan) -> StagePlan:
    """Only what is done now, and of that the first; where all waits, the first that waits."""
    now = [s for s in stage.suggestions if not s.later] or list(stage.suggestions)
    email = stage.email if stage.email and not stage.email.later else None
    return stage.model_copy(update={"suggestions": tuple(now[:1]), "email": email, "metric": now[0].metric})
