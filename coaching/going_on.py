"""Going on about the last answer: what comes after it, an example, what it means in this owner's trade, more."""

from collections.abc import Callable

from coaching.ports import Library
from journey.asides import Follow
from journey.models import MODELS, JourneyModel
from journey.moves import AnswerTheory
from journey.passages import Passage
from journey.trades import MomentLines, Sector, SectorWords
from prompts.words import Words


def gone_on(
    move: AnswerTheory, passage: Passage, library: Library, words: Words, sector: Sector | None
) -> tuple[str, tuple[Passage, ...]]:
    """What is said, and the passages it draws on, by their marks; `passage` answered the question before."""
    label = _further(passage.label, move.steps)
    if label is None:
        return words.say("theory.last_stage"), ()
    if move.follow is Follow.NEXT and label != passage.label:
        return _stage(label, library, words)
    if move.follow in (Follow.EXAMPLE, Follow.FOR_ME) and sector and (told := _in_trade(label, words, sector)):
        return told, ()
    return _more(passage, library.about(label, words.language), words)


def _further(label: str, steps: int) -> str | None:
    """The label so many stages on; the same for a subject that has no stages; None past the last."""
    model, _, stage = label.partition("/")
    if model not in MODELS or not steps:
        return label
    stages = [s.key for s in MODELS[model].stages]
    at = steps - 1 if stage == "model" else stages.index(stage) + steps
    return f"{model}/{stages[at]}" if at < len(stages) else None


def _stage(label: str, library: Library, words: Words) -> tuple[str, tuple[Passage, ...]]:
    first = library.about(label, words.language)[:1]
    text = " ".join(words.fill(passage.text) for passage in first)
    name = words.say(f"stage.{label.replace('/', '.')}")
    said = words.say("theory.next", stage=name)
    return (f"{said} {text} [1]" if first else said), first


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
    said = _of_stage(MODELS[model], stage, pack) if model in MODELS else _of_topic(stage, pack)
    if not said:
        return ""
    key = "theory.here_general" if sector.key == "general" else "theory.here"
    return words.say(key, trade=pack.name, told=words.fill(said))


def _of_stage(model: JourneyModel, stage: str, pack: SectorWords) -> str:
    stages = {s.key: s for s in model.stages}
    if stage not in stages:
        return ""
    lines: MomentLines = pack.moments[stages[stage].moments[0]]
    return f"{lines.does} {lines.hurts} {lines.needs}"


def _of_topic(topic: str, pack: SectorWords) -> str:
    return _TOPICS[topic](pack) if topic in _TOPICS else ""


def _listed(*items: str) -> str:
    return "; ".join(items) + "."


_TOPICS: dict[str, Callable[[SectorWords], str]] = {
    "persona": lambda pack: _listed(*pack.examples.persona[:2]),
    "touchpoints": lambda pack: _listed(pack.online[0], pack.offline[0], pack.offline[-1]),
    "pain-points": lambda pack: " ".join(pack.fears[:2]),
    "measuring": lambda pack: _listed(*pack.tallies[:2]),
    "content": lambda pack: _listed(*pack.setting.picture[:3]),
    "outside-view": lambda pack: f"{pack.accidents[0].seen} {pack.accidents[0].fix}",
    "email-relationship": lambda pack: _listed(*pack.setting.occasion[:3]),
    "journey-definition": lambda pack: " ".join(pack.moments[m].does for m in (*pack.moments,)[:3]),
    "right-message": lambda pack: " ".join(pack.moments[m].needs for m in (*pack.moments,)[:2]),
}
