"""A goal with numbers worked back: how many people each stage must bring for it, in whole numbers that add up."""

import re
from itertools import pairwise

from coaching.frozen import Frozen
from coaching.planning.once import bought_once
from journey.keys import Language
from journey.models import JourneyModel, Stage
from journey.moments import Moment
from journey.plan import GoalStep, GoalSums
from journey.profile import GoalFact, Profile
from journey.trades import Sector
from prompts.words import Words

#: The coach's guesses, shown as such: one in so many goes on from noticing to searching, comparing, asking and yes.
NOTICE, SEARCH, COMPARE, ASK = 3, 2, 2, 2
#: One in so many of the extra sales comes from who was there before, or by word of mouth.
BACK, PASSED_ON, PASSED_ON_ONCE = 4, 4, 2
_WEEKS = {"month": 4, "maand": 4, "year": 50, "jaar": 50, "quarter": 13, "kwartaal": 13}
_PERIODS = {"week": "week", "maand": "month", "jaar": "year", "dag": "day", "avond": "night", "kwartaal": "quarter"}
#: A deadline told with its preposition, and days and months in it that are written with a capital in English.
_PREPOSITION = re.compile(
    r"(?:tegen|voor|binnen|in|op|over|tot|by|before|within|at|on|until|this|next)\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|"
    r"halloween|whitsun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
#: Where people are counted and not sales, nobody among the extra ones was there before.
_PEOPLE = re.compile(
    r"klant|leden|\blid\b|abonne|vrijwilliger|contract|deelnemer|customer|client|member|volunteer|subscri|patient",
    re.IGNORECASE,
)


class Chain(Frozen):
    """The extra sales (or visits, or volunteers) and what they take: `extra` is `new` + `back` + `passed`."""

    extra: int
    new: int
    back: int
    passed: int

    def people(self, moment: Moment) -> int:
        """How many people a moment before the purchase must see, for `new` of them to buy."""
        ratios = {Moment.ENGAGING: ASK, Moment.COMPARING: COMPARE, Moment.SEARCHING: SEARCH, Moment.UNAWARE: NOTICE}
        count = self.new
        for step, ratio in ratios.items():
            count *= ratio
            if step is moment:
                break
        return count


def chain(extra: int, *, returns: bool, once: bool) -> Chain:
    """The chain behind `extra`; who buys once in a life doesn't come back but passes it on more."""
    back = extra // BACK if returns and not once else 0
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
    sums = chain(int(extra), returns=not _PEOPLE.search(goal.unit), once=bought_once(profile, sector))
    told = _Told(goal, sums, sector, words)
    return GoalSums(intro=told.intro(), steps=told.steps(model), check=words.say("goal.check"))


class _Told:
    """Says the numbers of one goal in words."""

    def __init__(self, goal: GoalFact, sums: Chain, sector: Sector, words: Words) -> None:
        self._sums = sums
        self._words = words
        self._weeks = _WEEKS.get(goal.per, 0)
        per = _period(goal.per, words.language)
        pack = sector.words(words.language)
        self._slots: dict[str, object] = {
            "current": int(goal.current or 0),
            "target": int(goal.target or 0),
            "extra": sums.extra,
            "unit": goal.unit or pack.unit.many,
            "per": f" {words.say('goal.per', per=per)}" if per else "",
            "half": int(goal.current or 0) + sums.extra // 2,
            "by": _by(goal.deadline, words),
        }

    def intro(self) -> str:
        """The goal as a sum, with the half-way mark."""
        return self._words.say("goal.intro" if self._sums.extra > 1 else "goal.intro_one", **self._slots)

    def steps(self, model: JourneyModel) -> tuple[GoalStep, ...]:
        """What each stage must bring: before the purchase people, each number a part of the one before it."""
        early = {stage.key: moment for stage in model.stages if (moment := _early(stage))}
        counts = [self._sums.people(moment) for moment in early.values()]
        shares = [more // fewer for more, fewer in pairwise((*counts, self._sums.new))]
        before = dict(zip(early, zip(counts, shares, strict=True), strict=True))
        found = []
        for stage in model.stages:
            texts = [self._people(early[stage.key], *before[stage.key])] if stage.key in early else self._late(stage)
            if texts:
                title = self._words.say(f"stage.{model.key}.{stage.key}")
                count = before[stage.key][0] if stage.key in before else self._sums.extra
                found.append(GoalStep(stage=title, count=count, text="; ".join(texts)))
        return tuple(found)

    def _people(self, moment: Moment, count: int, share: int) -> str:
        return self._words.say(f"goal.{moment}", n=count, share=share, weekly=self._weekly(count), **self._slots)

    def _late(self, stage: Stage) -> list[str]:
        """The purchase and what comes after it."""
        sums, texts = self._sums, []
        if Moment.BUYING in stage.moments:
            texts.append(self._sale())
        elif Moment.USING in stage.moments:
            texts.append(self._words.say("goal.using", **self._slots))
        if Moment.BUYING not in stage.moments:
            after = ((Moment.RETURNING, sums.back), (Moment.RECOMMENDING, sums.passed))
            texts += [
                self._words.say(f"goal.{moment}", n=count, **self._slots)
                for moment, count in after
                if count and moment in stage.moments
            ]
        return texts

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


def _by(deadline: str, words: Words) -> str:
    """The day told, as it goes on behind a number; empty where none was told."""
    told = " ".join(deadline.split())
    if not told:
        return ""
    if words.language == "en":
        told = _NAMED.sub(lambda name: name[0].capitalize(), told)
    return f" {told if _PREPOSITION.match(told) else words.say('goal.by', deadline=told)}"


def _period(told: str, language: Language) -> str:
    """A period in the language of the plan, whichever it was told in."""
    named = _PERIODS if language == "en" else {english: dutch for dutch, english in _PERIODS.items()}
    return named.get(told, told)


def _early(stage: Stage) -> Moment | None:
    """The moment before the purchase that a stage is counted by: noticing where it has that, else its last one."""
    if Moment.BUYING in stage.moments:
        return None
    before = [m for m in stage.moments if m in (Moment.UNAWARE, Moment.SEARCHING, Moment.COMPARING, Moment.ENGAGING)]
    return (Moment.UNAWARE if Moment.UNAWARE in before else before[-1]) if before else None
