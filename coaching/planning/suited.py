"""Whether the scenes in a text suit who was told: no colleagues for who works alone, no youth for older customers."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

from coaching.frozen import Frozen
from coaching.planning.hands import works_alone
from coaching.planning.kinds import scenes_of_others
from coaching.understanding.wordlists import load
from journey.keys import LANGUAGES, Language
from journey.plays import Play
from journey.profile import Profile, ProfileField
from journey.trades import Accident, MomentLines, Sector, SectorExamples, SectorWords

_SCENES = load("scenes")
_TEAM: dict[str, re.Pattern[str]] = {of: re.compile(_SCENES[of]["team"], re.IGNORECASE) for of in LANGUAGES}
_YOUTH: dict[str, re.Pattern[str]] = {of: re.compile(_SCENES[of]["youth"], re.IGNORECASE) for of in LANGUAGES}
_OLDER = re.compile(_SCENES["older"]["words"], re.IGNORECASE)
_FROM: int = _SCENES["older"]["from"]
_AGE = re.compile(r"\b([1-9]\d)\b")
#: Lists of a pack that texts use in turn, and how many of each must be left.
_LISTS = {"fears": 4, "regrets": 2, "trust": 3, "tallies": 3, "online": 2, "offline": 2}
_SETTING = {"picture": 4, "occasion": 3, "result": 2, "instead": 2} | dict.fromkeys(
    ("tally_on", "at_meeting", "at_handover", "at_work"), 1
)
_FEWEST_ACCIDENTS = 2


class Suits(Frozen):
    """What the scenes in a text must suit: an owner who works `alone`, customers who are `older`, and no kind of
    business within the trade that has `scenes` of its own."""

    alone: bool = False
    older: bool = False
    scenes: tuple[str, ...] = ()

    def text(self, text: str, language: Language) -> bool:
        """Whether nothing in `text` is out of place."""
        team = self.alone and _TEAM[language].search(text)
        others = any(re.search(scene, text, re.IGNORECASE) for scene in self.scenes)
        return not (team or others) and not (self.older and _YOUTH[language].search(text))


def suits(profile: Profile) -> Suits:
    """What a plan for this owner must suit."""
    return Suits(alone=works_alone(profile), older=_older(profile), scenes=scenes_of_others(profile))


def _older(profile: Profile) -> bool:
    """Whether the customers told are past the age of youth: every age told is, or words for it were used."""
    ages = [int(age) for age in _AGE.findall(profile.text(ProfileField.PERSONA_AGE))]
    if ages:
        return min(ages) >= _FROM
    return bool(_OLDER.search(profile.text(ProfileField.PERSONA_SITUATION)))


def play_suits(play: Play, who: Suits, language: Language) -> bool:
    """Whether the words of `play` suit `who`."""
    return who == Suits() or who.text(_said(play, language), language)


@lru_cache(maxsize=2048)
def _said(play: Play, language: Language) -> str:
    words = play.words(language)
    rest = (words.subject, words.text, words.count, words.test, words.when, words.never)
    return " ".join((words.name, words.why, *words.steps, *rest))


def suited(sector: Sector, general: Sector, who: Suits) -> Sector:
    """The pack without scenes that don't suit `who`: a line gives way to what holds for anybody, a phrase is left out,
    and made up for where too few are left."""
    if who == Suits():
        return sector
    turned: dict[str, SectorWords] = {
        language: _words(sector.words(language), general.words(language), who, language) for language in LANGUAGES
    }
    return sector.model_copy(update=turned)


def _words(own: SectorWords, general: SectorWords, who: Suits, language: Language) -> SectorWords:
    def fits(text: str) -> bool:
        return who.text(text, language)

    lists = {name: _left(getattr(own, name), getattr(general, name), fits, fewest) for name, fewest in _LISTS.items()}
    setting = {
        name: _left(getattr(own.setting, name), getattr(general.setting, name), fits, fewest)
        for name, fewest in _SETTING.items()
    }
    return own.model_copy(
        update={
            **lists,
            **{name: _sentences(getattr(own, name), fits) for name in ("seasons", "quiet")},
            "examples": _examples(own.examples, fits),
            "question": own.question if fits(f"{own.question.ask} {own.question.why}") else general.question,
            "setting": own.setting.model_copy(update=setting),
            "accidents": _accidents((*own.accidents, *general.accidents), own.accidents, fits),
            "moments": {moment: _lines(lines, general.moments[moment], fits) for moment, lines in own.moments.items()},
        }
    )


def _left(own: tuple[str, ...], general: tuple[str, ...], fits: Callable[[str], bool], fewest: int) -> tuple[str, ...]:
    """What fits of `own`, with what holds for anybody where too little of it is left."""
    kept = tuple(filter(fits, own))
    usual = (phrase for phrase in general if fits(phrase) and phrase not in kept)
    return (*kept, *islice(usual, max(0, fewest - len(kept)))) or own


def _sentences(own: str, fits: Callable[[str], bool]) -> str:
    return " ".join(filter(fits, re.split(r"(?<=[.!?])\s+", own))) or own


def _examples(own: SectorExamples, fits: Callable[[str], bool]) -> SectorExamples:
    """The examples with those that fit in front: of some a plan names the first."""
    return own.model_copy(update={name: tuple(sorted(three, key=lambda one: not fits(one))) for name, three in own})


def _accidents(
    every: Iterable[Accident], own: tuple[Accident, ...], fits: Callable[[str], bool]
) -> tuple[Accident, ...]:
    kept = tuple(accident for accident in own if fits(f"{accident.seen} {accident.fix}"))
    if len(kept) >= _FEWEST_ACCIDENTS:
        return kept
    return tuple(accident for accident in every if fits(f"{accident.seen} {accident.fix}")) or own


def _lines(own: MomentLines, general: MomentLines, fits: Callable[[str], bool]) -> MomentLines:
    return own.model_copy(
        update={name: getattr(general, name) for name, line in own if not fits(line) and fits(getattr(general, name))}
    )
