"""A goal with numbers worked back: how many people each stage must bring for it, in whole numbers that add up."""

from pydantic import BaseModel, ConfigDict

from journey.keys import PurchaseKind
from journey.models import JourneyModel, Stage
from journey.moments import Moment
from journey.plan import GoalStep, GoalSums
from journey.profile import GoalFact, Profile
from journey.trades import Rhythm, Sector
from prompts.words import Words

#: The coach's guesses, shown as such: one in so many of those who notice, compare or ask goes on to the next step.
NOTICE, COMPARE, ASK = 5, 2, 2
#: One in so many of the extra sales comes from who was there before, or by word of mouth.
BACK, PASSED_ON, PASSED_ON_ONCE = 4, 4, 2
_WEEKS = {"month": 4, "maand": 4, "year": 50, "jaar": 50, "quarter": 13, "kwartaal": 13}
_PERIODS = {"week": "week", "maand": "month", "jaar": "year", "dag": "day", "avond": "night", "kwartaal": "quarter"}
_BEFORE = (Moment.UNAWARE, Moment.SEARCHING, Moment.COMPARING, Moment.ENGAGING)


class Chain(BaseModel):
    """The extra sales (or visits, or volunteers) and what they take: `extra` is `new` + `back` + `passed`."""

    model_config = ConfigDict(frozen=True)

    extra: int
    new: int
    back: int
    passed: int

    @property
    def asking(self) -> int:
        """People who ask or try something."""
        return self.new * ASK

    @property
    def comparing(self) -> int:
        """People who find out whether it is for them."""
        return self.asking * COMPARE

    @property
    def noticing(self) -> int:
        """People who notice the business."""
        return self.comparing * NOTICE


def chain(extra: int, *, once: bool) -> Chain:
    """The chain behind `extra`; who buys once in a life doesn't come back but passes it on more."""
    back = 0 if once else extra // BACK
    passed = extra // (PASSED_ON_ONCE if once else PASSED_ON)
    return Chain(extra=extra, new=extra - back - passed, back=back, passed=passed)


def worked_back(profile: Profile, sector: Sector, model: JourneyModel, words: Words) -> GoalSums | None:
    """The goal of `profile` worked back through the stages of `model`; None where it has no two whole numbers that
    grow."""
    goal = profile.goal
    if goal is None or goal.current is None or goal.target is None:
        return None
    extra = goal.target - goal.current
    if extra < 1 or extra != int(extra) or goal.current != int(goal.current):
        return None
    sums = chain(int(extra), once=sector.rhythm is Rhythm.ONCE)
    told = _Told(goal, sums, sector, words)
    steps = tuple(step for stage in model.stages for step in told.steps(model, stage))
    return GoalSums(intro=told.intro(), steps=steps, check=words.say("goal.check"))


class _Told:
    """Says the numbers of one goal in words."""

    def __init__(self, goal: GoalFact, sums: Chain, sector: Sector, words: Words) -> None:
        self._sums = sums
        self._words = words
        self._weeks = _WEEKS.get(goal.per, 0)
        per = goal.per if words.language == "nl" else _PERIODS.get(goal.per, goal.per)
        pack = sector.words(words.language)
        self._slots: dict[str, object] = {
            "current": int(goal.current or 0),
            "target": int(goal.target or 0),
            "extra": sums.extra,
            "unit": goal.unit or pack.unit.many,
            "per": words.say("goal.per", per=per) if per else "",
            "half": int(goal.current or 0) + sums.extra // 2,
            "asks": "quote" if sector.purchase[0] in (PurchaseKind.QUOTE, PurchaseKind.PROJECT) else "",
        }

    def intro(self) -> str:
        key = "goal.intro" if self._sums.extra > 1 else "goal.intro_one"
        return self._words.say(key, **self._slots)

    def steps(self, model: JourneyModel, stage: Stage) -> list[GoalStep]:
        """What this stage must bring: the sale where it holds one, else its last step before it; after it each."""
        title = self._words.say(f"stage.{model.key}.{stage.key}")
        return [
            GoalStep(stage=title, count=count, text=text) for moment in _told(stage) for count, text in self._of(moment)
        ]

    def _of(self, moment: Moment) -> list[tuple[int, str]]:
        sums = self._sums
        if moment is Moment.BUYING:
            return [(sums.extra, self._sale())]
        counts = {
            Moment.UNAWARE: (sums.noticing, "noticing", NOTICE),
            Moment.SEARCHING: (sums.comparing, "searching", COMPARE),
            Moment.COMPARING: (sums.comparing, "comparing", COMPARE),
            Moment.ENGAGING: (sums.asking, "asking", ASK),
            Moment.USING: (int(str(self._slots["target"])), "using", 0),
            Moment.RETURNING: (sums.back, "back", BACK),
            Moment.RECOMMENDING: (sums.passed, "passed", 0),
        }
        count, key, share = counts[moment]
        if not count:
            return []
        return [(count, self._words.say(f"goal.{key}", n=count, share=share, weekly=self._weekly(count), **self._slots))]

    def _weekly(self, count: int) -> str:
        if not self._weeks or count < self._weeks:
            return ""
        return self._words.say("goal.weekly", n=round(count / self._weeks))

    def _sale(self) -> str:
        sums = self._sums
        named = (("new", sums.new), ("back", sums.back), ("passed", sums.passed))
        parts = [self._words.say(f"goal.of_{name}", n=number) for name, number in named if number]
        key = "goal.sale" if len(parts) > 1 else "goal.sale_only"
        return self._words.say(key, parts=self._words.listed(parts), **self._slots)


def _told(stage: Stage) -> list[Moment]:
    if Moment.BUYING in stage.moments:
        return [Moment.BUYING]
    before = [moment for moment in stage.moments if moment in _BEFORE]
    if before:
        # The widest count where a stage spans all of it, so that the first stage is where people notice.
        return [Moment.UNAWARE] if Moment.UNAWARE in before else [before[-1]]
    return list(stage.moments)
