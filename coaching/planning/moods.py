"""How a customer feels in each stage, from 1 to 5: the trade's usual curve, moved by what the owner told."""

from coaching.planning.desk import Desk
from coaching.planning.lines import lead
from coaching.planning.phrases import nothing
from journey.models import Stage
from journey.moments import Moment
from journey.profile import ProfileField

#: The mood of somebody with a worry that the owner knows by name.
_WORRIED = 2


def mood_of(desk: Desk, stage: Stage) -> int:
    """The mood of a stage. A told worry keeps it low where customers compare, and nothing told to happen after the
    purchase takes one off there; both stand in the stage's lines, told."""
    mood = desk.sector.mood[lead(stage, once=desk.once)]
    if Moment.COMPARING in stage.moments and desk.profile.told(ProfileField.PERSONA_PAIN):
        mood = min(mood, _WORRIED)
    care = desk.profile.text(ProfileField.AFTERCARE)
    if Moment.USING in stage.moments and care and nothing(care):
        mood -= 1
    return max(1, mood)
