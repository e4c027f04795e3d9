"""Lists for the command line."""

from collections.abc import Sequence

from coaching.records import DeadLetter, TranscriptHead
from journey.keys import Language
from journey.models import MODELS
from journey.sources import SOURCES
from prompts.words import Words


def model_lines(language: Language) -> list[str]:
    """Each model with its stages and its source."""
    words = Words(language)
    lines = []
    for key, model in MODELS.items():
        stages = " > ".join(words.say(f"stage.{key}.{stage.key}") for stage in model.stages)
        lines += [f"{key}: {words.say(f'model.{key}')}", f"  {stages}", f"  {SOURCES[model.source].citation()}"]
    return lines


def head_lines(heads: Sequence[TranscriptHead]) -> list[str]:
    """One line a talk: id, owner, language, where it stands, messages, plans, last message."""
    return [
        f"{h.id[:8]}  {h.owner:<20} {h.language}  {h.phase:<9}  {h.messages:>4} messages  {h.plans} plans  "
        f"{h.last:%Y-%m-%d %H:%M}"
        for h in heads
    ] or ["no talks yet"]


def letter_lines(letters: Sequence[DeadLetter]) -> list[str]:
    """One line a dead letter: number, owner, when it was written, what was wrong, how it begins."""
    return [
        f"{letter.id:>6}  {letter.owner:<20} {letter.made:%Y-%m-%d %H:%M}  {letter.problem}  {letter.text[:60]!r}"
        for letter in letters
    ] or ["no dead letters"]
