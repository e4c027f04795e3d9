"""A plan in one chat message: what it is, a line per stage, the first week."""

from coaching.records import PlanVersion
from journey.plan import Plan, StagePlan
from prompts.words import Words


def plan_overview(made: PlanVersion, words: Words) -> str:
    """The plan in short."""
    plan = made.plan
    return words.say(
        "plan.ready",
        title=plan.title,
        version=made.version,
        why=f"{plan.why_model[:1].upper()}{plan.why_model[1:]}",
        stages=_stages(plan),
        week=_week(plan, words),
    )


def _stages(plan: Plan) -> str:
    return "\n".join(f"{n}. {stage.title}: {_begun_with(stage)}" for n, stage in enumerate(plan.stages, 1))


def _begun_with(stage: StagePlan) -> str:
    """What is done first in a stage: not what waits."""
    return min(stage.suggestions, key=lambda suggestion: suggestion.later).name


def _week(plan: Plan, words: Words) -> str:
    tasks = [
        f"• {task.day} ({words.say('plan.minutes', minutes=task.minutes)}): {task.name}. {task.step}"
        for task in plan.first_week
    ]
    return "\n".join(tasks) or words.say("plan.no_week")
