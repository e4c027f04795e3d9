"""Where a plan answers the worry that the owner told."""

from coaching.planning.desk import Desk
from journey.models import MODELS
from journey.moments import Moment
from journey.plan import Email, StagePlan, Suggestion
from journey.profile import ProfileField

#: Answers named beside the message of the stage: what comes nearest to the worry.
_NAMED = 2


def answers_to_worry(desk: Desk, model: str, stages: tuple[StagePlan, ...]) -> tuple[str, ...]:
    """The plays that come nearest to the told worry in meaning, of the stage in which customers compare (its message
    takes the worry up in so many words); those for now first. Empty where no worry was told."""
    told = desk.profile.text(ProfileField.PERSONA_PAIN)
    compared = [stage for stage, of in zip(stages, MODELS[model].stages, strict=True) if Moment.COMPARING in of.moments]
    items: list[Suggestion | Email] = [suggestion for stage in compared for suggestion in stage.suggestions]
    items += [stage.email for stage in compared if stage.email]
    if not told or not items:
        return ()
    gists = {play.key: play.gist(desk.words.language) for play in desk.library.plays()}
    near = desk.library.closeness(told, [gists[item.play] for item in items])
    nearest = sorted(zip(items, near, strict=True), key=lambda pair: -pair[1])[:_NAMED]
    return tuple(item.play for item, _ in sorted(nearest, key=lambda pair: pair[0].later))
