"""What a decision of the talk looks at, and what it decides."""

from pydantic import BaseModel, ConfigDict

from journey.hearing import Heard
from journey.moves import Forget, Move, Note
from journey.profile import FREE_TEXT, LIST_FIELDS, Fact, Limits, Profile, ProfileField, Status
from journey.state import Phase, State
from journey.topics import FIELDS
from journey.trades import Sector


class Scene(BaseModel):
    """One turn before it is decided: the state, what was heard, and the profile before and after its facts."""

    model_config = ConfigDict(frozen=True)

    state: State
    heard: Heard
    before: Profile
    profile: Profile
    sector: Sector | None = None
    version: int = 0  # of the plan that is there; 0 for none
    coach: str = ""  # the name of the coach whom this message joins the owner to

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan to speak of."""
        return self.version > 0

    @property
    def changed(self) -> tuple[ProfileField, ...]:
        """The fields this message filled or changed."""
        return tuple(
            field
            for field, fact in self.profile.facts.items()
            if fact.status is Status.TOLD and self._is_new(field, fact)
        )

    @property
    def forgotten(self) -> tuple[ProfileField, ...]:
        """The fields that were told and aren't any more."""
        return tuple(f for f in self.before.facts if self.before.told(f) and not self.profile.told(f))

    @property
    def different(self) -> bool:
        """Whether this message told anything, or took anything away that was told."""
        return bool(self.changed) or any(field not in LIST_FIELDS for field in self.forgotten)

    def _is_new(self, field: ProfileField, fact: Fact) -> bool:
        return not self.before.told(field) or self.before.facts[field].value != fact.value


class Decision(BaseModel):
    """The state after a turn and what the coach does, in order."""

    model_config = ConfigDict(frozen=True)

    state: State
    moves: tuple[Move, ...] = ()


def prefixed(moves: tuple[Move, ...], decision: Decision) -> Decision:
    """`decision` with `moves` before its own."""
    return decision.model_copy(update={"moves": (*moves, *decision.moves)})


def noted(scene: Scene) -> tuple[Move, ...]:
    """What was taken from this message, and what was taken away, shown to the owner."""
    gone = tuple(field for field in scene.forgotten if field not in LIST_FIELDS)
    away: tuple[Move, ...] = (Forget(fields=gone),) if gone else ()
    if not scene.changed:
        return away
    corrected = all(_replaces(scene, field) for field in scene.changed)
    fields = tuple(field for field in scene.changed if not _only_shrank(scene, field))
    return (Note(fields=fields, corrected=corrected, named=_named(scene), limits=_new_limits(scene)), *away)


def _named(scene: Scene) -> tuple[ProfileField, ...]:
    """What is shown under its name: all that is put right or added where it is read over, and before that the owner's
    words for something that wasn't asked."""
    if scene.state.phase is not Phase.INTERVIEW:
        return scene.changed
    asked = FIELDS.get(scene.state.asking, ()) if scene.state.asking else ()
    return tuple(field for field in scene.changed if field in FREE_TEXT and field not in asked and field not in _SHOWN)


def _replaces(scene: Scene, field: ProfileField) -> bool:
    """Whether what was told of `field` took the place of something, rather than coming to it."""
    if field is ProfileField.CONSTRAINTS:
        before, new = scene.before.limits, _new_limits(scene)
        return new is not None and all(getattr(before, name) not in (None, "", ()) for name in new.model_fields_set)
    return scene.before.told(field) and field not in _GROWING


def _only_shrank(scene: Scene, field: ProfileField) -> bool:
    """A list from which something was taken away because the owner now refuses it; the refusal is shown instead."""
    if field is not ProfileField.CHANNELS_CURRENT or ProfileField.CHANNELS_EXCLUDED not in scene.changed:
        return False
    return set(scene.profile.many(field)) <= set(scene.before.many(field))


def _new_limits(scene: Scene) -> Limits | None:
    """The limits that this message told; those that stood already are not read back."""
    if ProfileField.CONSTRAINTS not in scene.changed:
        return None
    before, now = scene.before.limits, scene.profile.limits
    told = {name: value for name, value in now if value != getattr(before, name)}
    still = (*now.closed_days, *now.quiet_days, *now.busy_days)
    if opened := tuple(day for day in before.closed_days if day not in still):
        told["opened"] = opened
    in_currency = {"currency": now.currency} if "euros_per_month" in told and now.currency else {}
    return Limits.model_validate(told | in_currency)


#: Words that are shown as they are: no owner takes the name of an offer for something else.
_SHOWN = (ProfileField.OFFER, ProfileField.TRADE_ANSWER)
_GROWING = LIST_FIELDS
