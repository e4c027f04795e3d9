"""Where a plan answers the worry that the owner told."""

from coaching.planning.desk import Desk
from journey.plan import Answered, StagePlan, Suggestion

#: Plays named at most.
_MOST = 2


def answers_to_worry(desk: Desk, stages: tuple[StagePlan, ...]) -> Answered | None:
    """The stage whose message takes the told worry up, and the plays whose texts do, or which say what makes the
    business different. None where the worry wasn't told, or can't be put as a customer's question."""
    worry, told = desk.slots.told_pain, desk.slots.reasons
    stage = next((stage for stage in stages if worry and worry in stage.message.text), None)
    if stage is None:
        return None
    items = [item for s in stages for item in (*s.suggestions, s.email) if item and not item.later]
    texts = {item.play: item.text if isinstance(item, Suggestion) else item.body for item in items}
    plays = [play for play, text in texts.items() if any(said in text for said in (worry, *told))]
    return Answered(stage=stage.title, plays=tuple(plays[:_MOST]))
