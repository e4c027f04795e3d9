"""Going on about the last answer: what comes after it, an example, what it means in this owner's trade, more."""

import re
from collections.abc import Callable

from coaching.ports import Library
from journey.asides import Follow
from journey.models import MODELS, JourneyModel
from journey.moments import Moment
from journey.moves import AnswerTheory
from journey.passages import Passage
from journey.trades import Sector, SectorWords
from prompts.words import Words

#: Words that say that a question is about stages.
_STAGE = ("fase", "stap", "stage", "step", "phase")


def gone_on(
    move: AnswerTheory, passage: Passage, library: Library, words: Words, sector: Sector | None
) -> tuple[str, tuple[Passage, ...]]:
    """What is said, and the passages it draws on, by their marks; `passage` answered the question before."""
    if not _walks(move.question, passage.label, words):
        move = move.model_copy(update={"steps": 0})
    label, beyond = _further(passage.label, move.steps)
    if beyond and move.follow is Follow.NEXT:
        return words.say("theory.last_stage"), ()
    if move.follow is Follow.NEXT and label != passage.label:
        return _stage(label, library, words)
    if move.follow in (Follow.EXAMPLE, Follow.FOR_ME) and sector and (told := _in_trade(label, words, sector)):
        return told, ()
    return _more(passage, library.about(label, words.language), words)


def _walks(question: str, label: str, words: Words) -> bool:
    """Whether a question was about the stages of a model, so that what comes next is the next stage."""
    model, _, stage = label.partition("/")
    if model not in MODELS:
        return False
    names = [words.say(f"model.{model}"), *(words.say(f"stage.{model}.{s.key}") for s in MODELS[model].stages)]
    named = (*names, model, stage, *_STAGE)
    return any(re.search(rf"\b{re.escape(name)}", question, re.IGNORECASE) for name in named)


def _further(label: str, steps: int) -> tuple[str, bool]:
    """The label so many stages on, and whether that would be past the last; a subject without stages stays as it is."""
    model, _, stage = label.partition("/")
    if model not in MODELS or not steps:
        return label, False
    stages = [s.key for s in MODELS[model].stages]
    at = steps - 1 if stage == "model" else stages.index(stage) + steps
    return f"{model}/{stages[min(at, len(stages) - 1)]}", at >= len(stages)


def _stage(label: str, library: Library, words: Words) -> tuple[str, tuple[Passage, ...]]:
    first = library.about(label, words.language)[:1]
    text = " ".join(words.fill(passage.text) for passage in first)
    name = words.say(f"stage.{label.replace('/', '.')}")
    said = "" if text.startswith(name) else f"{words.say('theory.next', stage=name)} "
    return f"{said}{text} [1]" if first else said.rstrip(), first


def _more(before: Passage, passages: tuple[Passage, ...], words: Words) -> tuple[str, tuple[Passage, ...]]:
    """The passage after the one that was given; where there is none, that is said."""
    ids = [passage.id for passage in passages]
    after = passages[ids.index(before.id) + 1 :] if before.id in ids else passages
    others = after or tuple(passage for passage in passages if passage.id != before.id)
    if not others:
        return words.say("theory.no_more"), ()
    return f"{words.fill(others[0].text)} [1]", others[:1]


def _in_trade(label: str, words: Words, sector: Sector) -> str:
    """What a label comes to in a trade, from its sector pack; empty where the pack has nothing about it."""
    pack = sector.words(words.language)
    model, _, stage = label.partition("/")
    if listed := _LISTED[stage](pack) if stage in _LISTED else ():
        return words.say("theory.here_listed", trade=pack.name, told=f"{words.fill('; '.join(listed))}.")
    said = _of_stage(MODELS[model], stage, pack) if model in MODELS else _TOLD[stage](pack) if stage in _TOLD else ""
    if not said:
        return ""
    key = "theory.here_general" if sector.key == "general" else "theory.here"
    return words.say(key, trade=pack.name, told=words.fill(said))


def _of_stage(model: JourneyModel, stage: str, pack: SectorWords) -> str:
    stages = {s.key: s for s in model.stages}
    if stage not in stages:
        return ""
    lines = pack.moments[stages[stage].moments[0]]
    return f"{lines.does} {lines.hurts} {lines.needs}"


#: Things of a trade that stand for a general topic.
_LISTED: dict[str, Callable[[SectorWords], tuple[str, ...]]] = {
    "persona": lambda pack: pack.examples.persona[:2],
    "touchpoints": lambda pack: (pack.online[0], pack.offline[0], pack.offline[-1]),
    "measuring": lambda pack: pack.tallies[:2],
    "content": lambda pack: pack.setting.picture[:3],
    "email-relationship": lambda pack: pack.setting.occasion[:3],
}
#: Sentences of a trade about a general topic.
_TOLD: dict[str, Callable[[SectorWords], str]] = {
    "pain-points": lambda pack: " ".join(pack.fears[:2]),
    "outside-view": lambda pack: f"{pack.accidents[0].seen} {pack.accidents[0].fix}",
    "journey-definition": lambda pack: " ".join(pack.moments[moment].does for moment in tuple(Moment)[:3]),
    "right-message": lambda pack: " ".join(pack.moments[moment].needs for moment in tuple(Moment)[:2]),
}
