"""Changes of a plan (another idea, more like this, not for me, shorter), and what is remembered of them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from journey.keys import Asset, Form
from journey.plays import Play
from journey.profile import Profile, ProfileField

_T = TypeVar("_T")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class ChangeKind(StrEnum):
    """The ways in which an owner changes a plan."""

    ANOTHER = "another"
    MORE = "more"
    NOT_FOR_ME = "not_for_me"
    SHORTER = "shorter"


class Refusal(_Part):
    """Why something isn't for this owner, as far as it was understood: channels and forms that are out altogether,
    things the owner doesn't have, no time, no money; `free` where nothing at all may cost money; `rather` are forms
    that the owner would sooner see in its place, `allowed` forms that were refused and may be used after all.
    `reason` is in the owner's words."""

    reason: str = ""
    channels: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    lacking: tuple[Asset, ...] = ()
    no_time: bool = False
    no_money: bool = False
    free: bool = False
    rather: tuple[Form, ...] = ()
    allowed: tuple[Form, ...] = ()

    @property
    def of_whole_plan(self) -> bool:
        """Whether something is out altogether, or allowed after all, whichever suggestion this was said of."""
        return bool(self.channels or self.forms or self.lacking or self.free or self.allowed)

    @property
    def understood(self) -> bool:
        """Whether it says anything beside its own words."""
        return self.model_copy(update={"reason": ""}) != Refusal()


class PlanChange(_Part):
    """One change asked for; `kind` is None where the owner hasn't said yet what should happen. `targets` are what it is
    about as the owner named it ("2b", "het stoepbord"), `named` the channels and forms in those words, `plays` the keys
    of the suggestions and e-mails that were found for them; `whole` where the owner said it of the whole plan, or of
    all that was listed, `numbered` the one of that list that is meant, from 1, or back from -1; `wanted` what the owner
    would have in its place; `rest` where the same message asked for more, which has to be asked for again."""

    kind: ChangeKind | None = None
    targets: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    plays: tuple[str, ...] = ()
    whole: bool = False
    numbered: int = 0
    wanted: str = ""
    rest: bool = False
    refusal: Refusal | None = None


class Wishes(_Part):
    """What the owner asked of a plan so far, remembered for all of it and for every version after: plays that gave way,
    channels and forms that are out, hours and euros that a play must stay under, and the reasons in the owner's words.
    `brief` plans hold one suggestion a stage."""

    set_aside: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    lacking: tuple[Asset, ...] = ()
    hours_under: float | None = None
    euros_under: float | None = None
    reasons: tuple[str, ...] = ()
    brief: bool = False

    def allows(self, play: Play) -> bool:
        """Whether nothing the owner asked rules `play` out. Channels are for whoever knows which one it would use."""
        return (
            self.keeps(play)
            and (self.hours_under is None or _hours(play) < self.hours_under)
            and (self.euros_under is None or _euros(play) < self.euros_under)
        )

    def keeps(self, play: Play) -> bool:
        """Whether a play that stands in the plan may stay: one that is as big as what was too much may, as that was not
        said of it; unless nothing at all may cost money."""
        return (
            play.key not in self.set_aside
            and play.form not in self.forms
            and not set(play.needs) & set(self.lacking)
            and (self.euros_under != _FREE or _euros(play) <= _FREE)
        )

    def of_what_stands(self) -> "Wishes":
        """These wishes for what stands in a plan already: it may be as big as what was too much, as `keeps` says."""
        euros = _FREE if self.euros_under == _FREE else None
        return self.model_copy(update={"hours_under": None, "euros_under": euros})

    def without(self, *plays: Play) -> "Wishes":
        """These wishes with `plays` set aside."""
        return self.model_copy(update={"set_aside": _grown(self.set_aside, tuple(play.key for play in plays))})

    def refuses(self, form: Form) -> bool:
        """Whether `form` is out, or what it takes isn't there."""
        return form in self.forms or bool(set(_TAKES.get(form, ())) & set(self.lacking))

    def allowing(self, forms: Sequence[Form], reasons: Sequence[str]) -> "Wishes":
        """These wishes with `forms` fine again, and of the reasons only `reasons`."""
        lacking = {asset for form in forms for asset in _TAKES.get(form, ())}
        return self.model_copy(
            update={
                "forms": tuple(form for form in self.forms if form not in forms),
                "lacking": tuple(asset for asset in self.lacking if asset not in lacking),
                "reasons": tuple(reasons),
            }
        )

    def refusing(self, plays: Sequence[Play], refusal: Refusal) -> "Wishes":
        """These wishes after a refusal, of `plays` or of no one play: what the reason says holds for the whole plan."""
        update: dict[str, object] = {
            "channels": _grown(self.channels, refusal.channels),
            "forms": _grown(self.forms, refusal.forms),
            "lacking": _grown(self.lacking, refusal.lacking),
            "reasons": _grown(self.reasons, (refusal.reason,) if refusal.reason else ()),
        }
        if plays and refusal.no_time:
            update["hours_under"] = _less(self.hours_under, min(map(_hours, plays)), _LEAST_HOURS)
        if plays and refusal.no_money:
            update["euros_under"] = _less(self.euros_under, min(map(_euros, plays)), _LEAST_EUROS)
        if refusal.free:
            update["euros_under"] = _FREE
        return self.without(*plays).model_copy(update=update)


#: Nothing asked yet.
NO_WISHES = Wishes()
#: What a form takes: "geen foto's" says that there are none, as much as that there should be none.
_TAKES: dict[Form, tuple[Asset, ...]] = {
    Form.PHOTO: (Asset.PHOTOS, Asset.BEFORE_AFTER_PHOTOS),
    Form.REVIEW: (Asset.REVIEWS,),
    Form.EMAIL: (Asset.EMAIL_LIST,),
}


def told_before(profile: Profile) -> Wishes:
    """What the owner asked of a plan before there was one: forms that are out."""
    return Wishes(forms=tuple(Form(form) for form in profile.many(ProfileField.FORMS_EXCLUDED)))


#: The least that stays possible where something was too much: half an hour, a few euros.
_LEAST_HOURS, _LEAST_EUROS = 0.55, 5.0
#: Under this nothing costs money.
_FREE = 0.01


def _hours(play: Play) -> float:
    return play.hours_once + play.hours_weekly


def _euros(play: Play) -> float:
    return play.euros_once + play.euros_monthly


def _less(before: float | None, refused: float, least: float) -> float:
    """The limit after something of this size was too much."""
    limit = max(refused, least)
    return limit if before is None else min(before, limit)


def _grown(before: tuple[_T, ...], more: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*before, *more)))
