"""What the customer does, feels and needs in a stage, what hurts, and the message: the trade's knowledge and the
owner's own words, told and assumed apart."""

from collections.abc import Callable

from coaching.planning.slots import Slots
from journey.models import Stage
from journey.moments import Moment
from journey.plan import Basis, Line
from journey.profile import Profile, ProfileField
from journey.trades import MomentLines, Sector
from prompts.words import Words


class StageWriter:
    """Writes the lines of the stages of one plan; `words` speaks to the owner, `slots` to the customer."""

    def __init__(self, profile: Profile, sector: Sector, slots: Slots, words: Words) -> None:
        self._profile = profile
        self._moments = sector.words(words.language).moments
        self._slots = slots
        self._words = words

    def does(self, stage: Stage) -> Line:
        """What customers visibly do in this stage."""
        return Line(text=self._joined(stage, lambda lines: lines.does), basis=Basis.ASSUMED)

    def feels(self, stage: Stage) -> Line:
        """What they feel and why."""
        return self._with_told(stage, Moment.SEARCHING, ProfileField.PERSONA_FEELING, self._of(stage).feels)

    def needs(self, stage: Stage) -> Line:
        """What they need from the owner."""
        return self._with_told(stage, Moment.SEARCHING, ProfileField.PERSONA_NEED, self._of(stage).needs)

    def hurts(self, stage: Stage) -> Line:
        """What goes wrong here."""
        return self._with_told(stage, Moment.COMPARING, ProfileField.PERSONA_PAIN, self._of(stage).hurts)

    def message(self, stage: Stage) -> Line:
        """Words the owner can post as they stand."""
        parts = [self._slots.fill(self._of(stage).message)]
        basis = Basis.ASSUMED
        if Moment.COMPARING in stage.moments:
            parts = self._with_own_words(parts)
            basis = Basis.TOLD if self._slots.told_pain or self._slots.usp else basis
        price = self._slots.values()["price"]
        if Moment.BUYING in stage.moments and price and price not in parts[0]:
            parts.append(self._words.say("plan.price", price=price))
            basis = Basis.TOLD
        self._slots.spend(parts)
        return Line(text=" ".join(parts), basis=basis)

    def _with_own_words(self, parts: list[str]) -> list[str]:
        """The told worry in front and what makes the business different behind, unless they are in it already."""
        before = [pain] if (pain := self._slots.told_pain) and pain not in parts[0] else []
        after = [usp] if (usp := self._slots.usp) and usp not in parts[0] else []
        return [*before, *parts, *after]

    def _of(self, stage: Stage) -> MomentLines:
        return self._moments[lead(stage)]

    def _joined(self, stage: Stage, part: Callable[[MomentLines], str]) -> str:
        ends = dict.fromkeys((stage.moments[0], stage.moments[-1]))
        return " ".join(self._own(part(self._moments[moment])) for moment in ends)

    def _with_told(self, stage: Stage, moment: Moment, field: ProfileField, text: str) -> Line:
        told = self._profile.text(field)
        if moment not in stage.moments or not told:
            return Line(text=self._own(text), basis=Basis.ASSUMED)
        quoted = self._words.say("plan.told", told=told.strip().rstrip("."))
        return Line(text=f"{quoted} {self._own(text)}", basis=Basis.TOLD)

    def _own(self, text: str) -> str:
        return self._words.fill(text, **self._slots.values())


def lead(stage: Stage) -> Moment:
    """The moment a stage is most about: the purchase where it holds one, else the middle one."""
    if Moment.BUYING in stage.moments:
        return Moment.BUYING
    return stage.moments[(len(stage.moments) - 1) // 2]
