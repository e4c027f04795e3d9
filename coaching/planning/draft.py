"""One attempt at a plan, without the plays that proved faulty before."""

from collections.abc import Collection, Mapping

from coaching.planning.budget import within
from coaching.planning.businesses import as_told
from coaching.planning.choosing import means_of
from coaching.planning.framing import assumptions_of, limits_of, persona_of, respected, sources_of, title_of, why
from coaching.planning.goal import worked_back
from coaching.planning.lines import StageWriter, lead
from coaching.planning.once import bought_once
from coaching.planning.picking import Picker
from coaching.planning.slots import Slots
from coaching.planning.week import first_week
from coaching.ports import Library
from journey.channels import CHANNELS, serving
from journey.choice import recommended_model
from journey.keys import Address
from journey.models import MODELS, JourneyModel, Stage
from journey.moments import Moment
from journey.plan import Line, Metric, Plan, StagePlan, Suggestion
from journey.profile import Profile, ProfileField
from prompts.words import Words

_LINES = ("message", "does", "feels", "needs", "hurts")
#: Suggestions in a stage.
EACH = 3


class Draft:
    """Everything one plan is written with."""

    def __init__(
        self,
        library: Library,
        profile: Profile,
        coach_address: Address,
        nearness: Mapping[str, float],
        dropped: Collection[str],
    ) -> None:
        sectors = library.sectors()
        self._profile = profile
        general = sectors["general"]
        self._sector = as_told(sectors.get(profile.text(ProfileField.SECTOR), general), general, profile)
        self._once = bought_once(profile, self._sector)
        self._words = Words(profile.language, coach_address)
        self._slots = Slots(profile, self._sector, profile.language, profile.address)
        self._limits = limits_of(profile)
        self._means = means_of(profile, self._sector, self._limits.euros_per_month or 0)
        plays = [play for play in library.plays() if play.key not in dropped]
        self._picker = Picker(plays, self._means, self._slots, self._words, nearness)
        self._writer = StageWriter(profile, self._sector, self._slots, self._words)

    def plan(self) -> Plan:
        """The plan; not yet checked."""
        model = MODELS[self._profile.text(ProfileField.MODEL) or recommended_model(self._profile, self._sector)]
        lines = self._lines(model)
        drafted = tuple(self._stage(model, stage, lines[stage.key]) for stage in model.stages)
        stages = within(drafted, self._limits)
        persona = persona_of(self._profile, self._sector, self._slots, self._words)
        return Plan(
            language=self._profile.language,
            address=self._profile.address,
            owner_address=self._words.address,
            title=title_of(self._profile, self._sector, self._words),
            model=model.key,
            why_model=why(model.key, self._profile, self._sector, self._words),
            model_limits=self._words.say(f"limits.{model.key}"),
            persona=persona,
            stages=stages,
            first_week=first_week(stages, self._limits, self._words),
            respected=respected(self._profile, self._words),
            assumptions=assumptions_of(self._profile, persona, self._slots, self._words),
            sources=sources_of(model.key, stages),
            goal=self._profile.text(ProfileField.GOAL).strip().rstrip("."),
            sums=worked_back(self._profile, self._sector, model, self._words),
        )

    def _lines(self, model: JourneyModel) -> dict[str, dict[str, Line]]:
        """The lines of every stage, written before the suggestions, which then keep clear of their sentences. The
        stage in which customers compare comes first: there the owner's own words weigh most."""
        by_weight = sorted(model.stages, key=lambda stage: Moment.COMPARING not in stage.moments)
        lines = {stage.key: {name: getattr(self._writer, name)(stage) for name in _LINES} for stage in by_weight}
        for stage in lines.values():
            for line in stage.values():
                self._picker.said(line.text)
        return lines

    def _stage(self, model: JourneyModel, stage: Stage, lines: dict[str, Line]) -> StagePlan:
        first = stage is model.stages[0]
        suggestions = self._picker.suggestions(stage, self._wanted(model, stage), first=first)
        email = self._picker.email(self._by_weight(stage), first=first)
        online, offline = self._touchpoints(stage, suggestions, mailed=email is not None)
        return StagePlan(
            stage=stage.key,
            title=self._words.say(f"stage.{model.key}.{stage.key}"),
            mood=self._sector.mood[lead(stage, once=self._once)],
            suggestions=suggestions,
            touchpoints_online=online,
            touchpoints_offline=offline,
            metric=suggestions[0].metric if suggestions else Metric(what="", how=""),
            email=email,
            **lines,
        )

    def _touchpoints(
        self, stage: Stage, suggestions: tuple[Suggestion, ...], *, mailed: bool
    ) -> tuple[tuple[str, ...], ...]:
        """Where owner and customer meet in this stage, online and offline: what is suggested, then what is there, then
        what any business of this kind has, so that neither side is empty without need."""
        there = [c for c in CHANNELS if c in self._means.has and set(stage.moments) & set(serving(c))]
        keys = dict.fromkeys((*(s.channel for s in suggestions), *there))
        for online in (True, False):
            if not any(CHANNELS[key].online is online for key in keys):
                keys.update(dict.fromkeys(self._also(stage, online=online, mailed=mailed)[:1]))
        named = {key: self._words.say(f"channel.{key}") for key in keys}
        return tuple(
            tuple(name for key, name in named.items() if CHANNELS[key].online is online) for online in (True, False)
        )

    def _also(self, stage: Stage, *, online: bool, mailed: bool) -> list[str]:
        """Channels for a side of a stage that has none: those that serve it first, never a ruled-out one."""
        means = self._means
        mine = [*(["email"] if mailed else []), *sorted(means.natural), *sorted(means.has), *sorted(means.everybody)]
        side = [c for c in dict.fromkeys(mine) if CHANNELS[c].online is online and c not in means.excluded]
        return sorted(side, key=lambda c: not set(stage.moments) & set(serving(c)))

    def _by_weight(self, stage: Stage) -> list[Moment]:
        """The moments of a stage, the one it is most about first."""
        return sorted(stage.moments, key=lambda moment: moment is not lead(stage, once=self._once))

    def _wanted(self, model: JourneyModel, stage: Stage) -> list[Moment]:
        """The moments to find a suggestion for. A model that stops at the purchase gets aftercare as an extra."""
        moments = self._by_weight(stage)
        wanted = [moments[n % len(moments)] for n in range(EACH)]
        ends_early = not any(Moment.USING in s.moments for s in model.stages)
        after = Moment.RECOMMENDING if self._once else Moment.RETURNING
        return [*wanted, Moment.USING, after] if ends_early and stage is model.stages[-1] else wanted
