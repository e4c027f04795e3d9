"""Why customers choose a business, as its owner told it, in sentences that customers can read."""

import re

from coaching.planning.phrases import sentence
from coaching.planning.posting import joined, postable, short_names, with_subject
from coaching.planning.told import stands_alone
from journey.keys import Language

#: Where an answer falls apart into reasons of their own: sentences, and the parts of a long one.
_SENTENCES = re.compile(r"(?<=[.;!?])\s+")
_PARTS = re.compile(
    r"[;,]\s+(?!(?:ook|zelfs|also|even)\b)(?:(?:en|maar|and|but)\s+)?(?:(?:dus|so)\s+(?=(?:ik|we|wij|I)\b))?"
)
_SPLICED = re.compile(r",\s+(?=(?:ik|we|wij|I) )")
#: A part that only leads to another, or hangs on the one before it.
_HANGS = re.compile(
    r"^(?:(?:ge)?lijk|zoals|als|want|zodat|terwijl|wat|die|dat|bijvoorbeeld|like|as|if|so|when|which|who|"
    r"for example)\b",
    re.IGNORECASE,
)
#: Words that a part must have to be a reason by itself, and how many reasons a plan takes from a story.
_WORDS, _MOST = 5, 3


def reasons(told: str, language: Language) -> tuple[str, ...]:
    """What makes the business different: one sentence where the answer is one, the parts of a longer story that stand
    by themselves; empty where nothing can be said so."""
    pieces = (piece for said in _SENTENCES.split(joined(told)) for piece in _apart(said))
    told_apart = [with_subject(piece, language) for piece in pieces]
    named = short_names(told_apart, language)
    found = (reason for said in named for reason in _of_sentence(said, language))
    return tuple(dict.fromkeys(found))[:_MOST]


def _apart(said: str) -> list[str]:
    """Sentences that only a comma keeps apart: "er is koffie, ik klets met iedereen"."""
    pieces = _SPLICED.split(said)
    return pieces if all(len(piece.split()) >= _WORDS - 1 for piece in pieces) else [said]


def _of_sentence(said: str, language: Language) -> list[str]:
    if _fit(said, language) and (whole := sentence(said)):
        return [whole]
    parts = [part.strip() for part in _PARTS.split(said)]
    fit = [p for p in parts if len(p.split()) >= _WORDS and not _HANGS.match(p) and _fit(p, language)]
    return list(filter(None, map(sentence, fit)))


def _fit(said: str, language: Language) -> bool:
    return stands_alone(said, language) and postable(said, language)
