"""Where a plan answers the worry that the owner told."""

from coaching.planning.desk import Desk
from journey.plan import StagePlan, Suggestion
from journey.profile import ProfileField

#: Answers named at most.
_MOST = 3


def answers_to_worry(desk: Desk, stages: tuple[StagePlan, ...]) -> tuple[str, ...]:
    """The plays whose texts take up the told worry, those for now first; where none says it in so many words, the one
    that comes nearest to it in meaning. Empty where no worry was told."""
    told = desk.profile.text(ProfileField.PERSONA_PAIN)
    if not told:
        return ()
    suggestions = [suggestion for stage in stages for suggestion in stage.suggestions]
    mails = [stage.email for stage in stages if stage.email]
    worry = desk.slots.told_pain
    said = [s for s in (*suggestions, *mails) if worry and worry in (s.text if isinstance(s, Suggestion) else s.body)]
    if not said and suggestions:
        near = desk.library.closeness(told, [f"{s.name}. {s.why}" for s in suggestions])
        said = [max(zip(suggestions, near, strict=True), key=lambda pair: pair[1])[0]]
    return tuple(item.play for item in sorted(said, key=lambda item: item.later)[:_MOST])
