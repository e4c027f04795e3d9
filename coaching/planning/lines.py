"""What the customer does, feels and needs in a stage, what hurts, and the message: the trade's knowledge and the
owner's own words, told and assumed apart."""

from collections.abc import Callable

from coaching.planning.once import bought_once
from coaching.planning.phrases import nothing, promise
from coaching.planning.posting import postable
from coaching.planning.slots import Slots
from journey.models import MODELS, Stage
from journey.moments import Moment
from journey.plan import Basis, Line
from journey.profile import Profile, ProfileField
from journey.trades import MomentLines, Sector
from prompts.words import Words

#: Models that stop at the purchase say what comes after it in their last stage.
_LAST = {model.stages[-1] for model in MODELS.values() if not any(Moment.USING in s.moments for s in model.stages)}
#: Words up to which what an owner told is quoted whole in a stage.
_QUOTED = 30
#: The last stage of each model: whoever reads its message may pass it on.
_ENDS = {model.stages[-1] for model in MODELS.values()}


class StageWriter:
    """Writes the lines of the stages of one plan; `words` speaks to the owner, `slots` to the customer."""

    def __init__(self, profile: Profile, sector: Sector, slots: Slots, words: Words) -> None:
        self._profile = profile
        self._moments = sector.words(words.language).moments
        self._once = bought_once(profile, sector)
        self._slots = slots
        self._words = words

    def does(self, stage: Stage) -> Line:
        """What customers visibly do in this stage, and where the owner says they look around."""
        usual = self._joined(stage, lambda lines: lines.does)
        return self._quoting("looks", ProfileField.PERSONA_INFO, usual, here=Moment.SEARCHING in stage.moments)

    def feels(self, stage: Stage) -> Line:
        """What they feel and why; a told feeling, which is that of who has to choose, stands by itself."""
        told = self._profile.text(ProfileField.PERSONA_FEELING).strip().rstrip(".")
        if told and Moment.COMPARING in stage.moments:
            return Line(text=self._words.say("plan.said.feels", told=told), basis=Basis.TOLD)
        return Line(text=self._own(self._of(stage).feels), basis=Basis.ASSUMED)

    def needs(self, stage: Stage) -> Line:
        """What they need from the owner; after the purchase, what the owner already does for them."""
        usual = self._own(self._of(stage).needs)
        line = self._quoting("needs", ProfileField.PERSONA_NEED, usual, here=Moment.SEARCHING in stage.moments)
        care = self._profile.text(ProfileField.AFTERCARE)
        if not care or not (Moment.USING in stage.moments or stage in _LAST):
            return line
        key = "plan.said.no_after" if nothing(care) else "plan.said.after"
        quoted = self._words.say(key, told=care.strip().rstrip("."))
        return Line(text=f"{quoted} {line.text}", basis=Basis.TOLD)

    def hurts(self, stage: Stage) -> Line:
        """What goes wrong here."""
        usual = self._own(self._of(stage).hurts)
        return self._quoting("hurts", ProfileField.PERSONA_PAIN, usual, here=Moment.COMPARING in stage.moments)

    def message(self, stage: Stage) -> Line:
        """Words the owner can post as they stand."""
        parts = [self._slots.message(self._of(stage).message)]
        basis = Basis.ASSUMED
        if Moment.COMPARING in stage.moments:
            parts = self._with_own_words(parts)
            basis = Basis.TOLD if self._slots.told_pain or self._slots.reasons else basis
        price = self._slots.values()["price"]
        if Moment.BUYING in stage.moments and price:
            parts += [] if price in parts[0] else [self._words.say("plan.price", price=price)]
            basis = Basis.TOLD
        kept = promise(self._profile.text(ProfileField.AFTERCARE))
        if Moment.USING in stage.moments and kept and postable(kept, self._words.language):
            parts.append(self._slots.spoken(kept))
            basis = Basis.TOLD
        if stage in _ENDS and Moment.COMPARING not in stage.moments and (known := self._slots.chosen_for()):
            parts.append(known)
            basis = Basis.TOLD
        self._slots.spend(parts)
        return Line(text=" ".join(parts), basis=basis)

    def _with_own_words(self, parts: list[str]) -> list[str]:
        """The told worry in front and what makes the business different behind; a worry never stands unanswered."""
        before = [pain] if (pain := self._slots.told_pain) and pain not in parts[0] else []
        after = self._slots.expected()
        before += [self._slots.fill(self._words.raw("plan.answer"))] if before and not after else []
        return [*before, *parts, *([after] if after else [])]

    def _of(self, stage: Stage) -> MomentLines:
        return self._moments[lead(stage, once=self._once)]

    def _joined(self, stage: Stage, part: Callable[[MomentLines], str]) -> str:
        ends = dict.fromkeys((stage.moments[0], stage.moments[-1]))
        return " ".join(self._own(part(self._moments[moment])) for moment in ends)

    def _quoting(self, name: str, field: ProfileField, usual: str, *, here: bool) -> Line:
        """The owner's words before those of the trade, in the stage where they count."""
        told = self._profile.text(field)
        if not here or not told.strip():
            return Line(text=usual, basis=Basis.ASSUMED)
        quoted = self._words.say(f"plan.said.{name}", told=_in_short(told.strip()).rstrip("."))
        return Line(text=f"{quoted} {usual}", basis=Basis.TOLD)

    def _own(self, text: str) -> str:
        return self._slots.own(text, self._words)


def _in_short(told: str) -> str:
    """A quotation that a line can hold: a story up to its last mark within so many words; the card of the customer has
    it whole."""
    words = told.split()
    if len(words) <= _QUOTED:
        return told
    short = " ".join(words[:_QUOTED])
    return f"{short[: max(short.rfind(mark) for mark in ',.;!?') + 1].rstrip(' ,.;') or short} …"


def lead(stage: Stage, *, once: bool = False) -> Moment:
    """The moment a stage is most about: the purchase where it holds one, else the middle one. What is bought `once` in
    a life is passed on rather than bought again."""
    if Moment.BUYING in stage.moments:
        return Moment.BUYING
    if once and Moment.RETURNING in stage.moments and Moment.RECOMMENDING in stage.moments:
        return Moment.RECOMMENDING
    return stage.moments[(len(stage.moments) - 1) // 2]
