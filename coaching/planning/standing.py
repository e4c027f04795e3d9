"""What stands in the plan of an owner already, so that a plan that is made anew keeps it wherever it still suits."""

from collections.abc import Mapping, Sequence

from pydantic import Field

from coaching.frozen import Frozen
from coaching.showing import goal_said
from journey.models import Stage
from journey.plan import Plan, Suggestion
from journey.plays import Play
from journey.profile import Profile, ProfileField

#: What a play gains in the stage where it stands: more than chance and nearness to a few other words come to, less than
#: what a play loses that no longer suits.
_STANDS = 4.0
#: What it gains where the plan is made for another goal: only what serves that as well as anything else stays.
_STANDS_FOR_LESS = 1.5


class Standing(Frozen):
    """The plays of a plan and its `emails` by stage, each where it stands; `weight` is what standing counts for."""

    plays: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    emails: Mapping[str, str] = Field(default_factory=dict)
    weight: float = _STANDS

    def gain(self, play: Play, stage: Stage) -> float:
        """What `play` gains in the `stage` where it stands, and loses in any other: it is kept for its own."""
        if self.stands_in(play, stage):
            return self.weight
        return -self.weight if self.holds(play) else 0.0

    def stands_in(self, play: Play, stage: Stage) -> bool:
        """Whether `play` stands in `stage`."""
        return play.key in self.plays.get(stage.key, ()) or self.emails.get(stage.key) == play.key

    def holds(self, play: Play) -> bool:
        """Whether `play` stands in the plan."""
        return any(play.key in plays for plays in self.plays.values()) or play.key in self.emails.values()

    def many(self, stage: Stage) -> int:
        """How many suggestions a stage has; 0 where nothing stands."""
        return len(self.plays.get(stage.key, ()))

    def in_place(self, stage: Stage, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
        """`suggestions` with each that stood in `stage` where it stood, and the others in the places that came free."""
        before = self.plays.get(stage.key, ())
        stood = {s.play: s for s in suggestions if s.play in before}
        others = iter([s for s in suggestions if s.play not in stood])
        placed = [stood.get(play) or next(others, None) for play in before]
        return (*(s for s in placed if s), *others)


#: Nothing stands yet.
NOTHING = Standing()


def standing_in(plan: Plan | None, profile: Profile) -> Standing:
    """What stands in `plan`, for one made anew for `profile`; nothing where that is for another model, or in another
    language."""
    if plan is None or (plan.model, plan.language) != (profile.text(ProfileField.MODEL), profile.language):
        return NOTHING
    goal = goal_said(profile.text(ProfileField.GOAL)).strip().rstrip(".")
    return Standing(
        plays={stage.stage: tuple(s.play for s in stage.suggestions) for stage in plan.stages},
        emails={stage.stage: stage.email.play for stage in plan.stages if stage.email},
        weight=_STANDS if plan.goal == goal else _STANDS_FOR_LESS,
    )
