"""Why customers choose a business, as its owner told it, in sentences that customers can read."""

import re

from coaching.planning.phrases import sentence
from coaching.planning.told import stands_alone
from journey.keys import Language

#: Where an answer falls apart into reasons of their own: sentences, and the parts of a long one.
_SENTENCES = re.compile(r"(?<=[.;!?])\s+")
_PARTS = re.compile(r"[;,]\s+(?:(?:en|maar|and|but)\s+)?")
#: A part that only leads to another, or hangs on the one before it.
_HANGS = re.compile(
    r"^(?:(?:ge)?lijk|zoals|als|want|zodat|terwijl|wat|die|dat|bijvoorbeeld|like|as|if|so|when|which|who|"
    r"for example)\b",
    re.IGNORECASE,
)
#: Words that a part must have to be a reason by itself, and how many reasons a plan takes from a story.
_WORDS, _MOST = 5, 2


def reasons(told: str, language: Language) -> tuple[str, ...]:
    """What makes the business different: one sentence where the answer is one, the parts of a longer story that stand
    by themselves; empty where nothing can be said so."""
    found = (reason for said in _SENTENCES.split(told) for reason in _of_sentence(said, language))
    return tuple(dict.fromkeys(found))[:_MOST]


def _of_sentence(said: str, language: Language) -> list[str]:
    if stands_alone(said, language) and (whole := sentence(said)):
        return [whole]
    parts = [part.strip() for part in _PARTS.split(said)]
    fit = [p for p in parts if len(p.split()) >= _WORDS and not _HANGS.match(p) and stands_alone(p, language)]
    return list(filter(None, map(sentence, fit)))
