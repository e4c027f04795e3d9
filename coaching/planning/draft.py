"""One attempt at a plan."""

from collections.abc import Collection
from typing import Any

from coaching.planning.aim import serves
from coaching.planning.answers import answers_to_worry
from coaching.planning.budget import within
from coaching.planning.desk import Desk
from coaching.planning.framing import assumptions_of, persona_of, respected, sources_of, title_of, why
from coaching.planning.goal import worked_back
from coaching.planning.lines import StageWriter, lead
from coaching.planning.meeting import touchpoints
from coaching.planning.moods import mood_of
from coaching.planning.settling import settled
from coaching.planning.trade import accidents, hinge, season, tallies
from coaching.showing import goal_said
from coaching.understanding.money.currency import currency_of
from journey.choice import recommended_model
from journey.models import MODELS, JourneyModel, Stage
from journey.moments import Moment
from journey.plan import Line, Metric, Plan, StagePlan, Suggestion
from journey.profile import ProfileField

_LINES = ("message", "does", "feels", "needs", "hurts")
#: Suggestions in a stage, and in one of a plan that the owner wanted short.
EACH, FEW = 3, 1


def drafted(desk: Desk) -> Plan:
    """The plan as it comes from this desk; not yet checked."""
    model = MODELS[desk.profile.text(ProfileField.MODEL) or recommended_model(desk.profile, desk.sector)]
    lines = _lines(desk, model)
    stages = within(
        tuple(_stage(desk, model, stage, lines[stage.key]) for stage in model.stages), desk.limits, desk.first
    )
    persona = persona_of(desk.profile, desk.sector, desk.slots, desk.words)
    return Plan(
        language=desk.profile.language,
        address=desk.profile.address,
        owner_address=desk.words.address,
        title=title_of(desk.profile, desk.sector, desk.words),
        model=model.key,
        why_model=why(model.key, desk.profile, desk.sector, desk.words),
        model_limits=desk.words.say(f"limits.{model.key}"),
        persona=persona,
        assumptions=assumptions_of(desk.profile, persona, desk.slots, desk.words),
        goal=goal_said(desk.profile.text(ProfileField.GOAL)).strip().rstrip("."),
        sums=worked_back(desk.profile, desk.sector, model, desk.words),
        currency=currency_of(desk.profile),
        hinge=hinge(desk),
        season=season(desk),
        accidents=accidents(desk),
        tallies=tallies(desk),
        **following(desk, model.key, stages),
    )


def following(
    desk: Desk, model: str, stages: tuple[StagePlan, ...], newcomers: Collection[str] = (), *, fills: bool = True
) -> dict[str, Any]:
    """The stages, and everything in a plan that follows from them and from what the owner asked of it. What can't be
    finished in the weeks of the plan waits, `newcomers` first; where it `fills`, what waited comes in empty weeks."""
    timed = settled(desk, stages, newcomers, fills=fills)
    return {
        "stages": timed.stages,
        "wishes": desk.wishes,
        "first_week": timed.first_week,
        "weeks": timed.weeks,
        "worry_answered": answers_to_worry(desk, timed.stages),
        "respected": respected(desk.profile, desk.wishes, desk.words),
        "sources": sources_of(model, timed.stages),
    }


def _lines(desk: Desk, model: JourneyModel) -> dict[str, dict[str, Line]]:
    """The lines of every stage, written before the suggestions, which then keep clear of their sentences. The stage in
    which customers compare comes first: there the owner's own words weigh most."""
    writer = StageWriter(desk.profile, desk.sector, desk.slots, desk.words)
    by_weight = sorted(model.stages, key=lambda stage: Moment.COMPARING not in stage.moments)
    lines = {stage.key: {name: getattr(writer, name)(stage) for name in _LINES} for stage in by_weight}
    for stage in lines.values():
        for line in stage.values():
            desk.picker.said(line.text)
    return lines


def _stage(desk: Desk, model: JourneyModel, stage: Stage, lines: dict[str, Line]) -> StagePlan:
    first = stage is model.stages[0]
    suggestions = _aimed_first(desk, desk.picker.suggestions(stage, _wanted(desk, model, stage), first=first))
    suggestions = desk.picker.standing.in_place(stage, suggestions)
    email = desk.picker.email(stage, _by_weight(desk, stage), first=first)
    online, offline = touchpoints(desk, stage, suggestions, mailed=email is not None)
    return StagePlan(
        stage=stage.key,
        title=desk.words.say(f"stage.{model.key}.{stage.key}"),
        mood=mood_of(desk, stage),
        suggestions=suggestions,
        touchpoints_online=online,
        touchpoints_offline=offline,
        metric=suggestions[0].metric if suggestions else Metric(what="", how=""),
        email=email,
        **lines,
    )


def _aimed_first(desk: Desk, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """What names the time or the part that the goal aims at comes before the rest of its stage."""
    return tuple(sorted(suggestions, key=lambda s: not serves(s, desk.aim)))


def _by_weight(desk: Desk, stage: Stage) -> list[Moment]:
    """The moments of a stage, the one it is most about first."""
    return sorted(stage.moments, key=lambda moment: moment is not lead(stage, once=desk.once))


def _wanted(desk: Desk, model: JourneyModel, stage: Stage) -> list[Moment]:
    """The moments to find a suggestion for, no fewer than stand there already. A model that stops at the purchase gets
    aftercare as an extra."""
    moments = _by_weight(desk, stage)
    wanted = [moments[n % len(moments)] for n in range(FEW if desk.wishes.brief else EACH)]
    ends_early = not any(Moment.USING in s.moments for s in model.stages)
    after = Moment.RECOMMENDING if desk.once else Moment.RETURNING
    wanted += [Moment.USING, after] if ends_early and stage is model.stages[-1] else []
    more = desk.picker.standing.many(stage) - len(wanted)
    return [*wanted, *(moments[n % len(moments)] for n in range(more))]
