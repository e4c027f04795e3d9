"""Theory questions answered from the knowledge: two or three of its own sentences, with their source."""

import re

from coaching.ports import Library
from journey.passages import Found
from journey.sources import SOURCES
from prompts.words import Words

#: Sentences of an answer at most.
SENTENCES = 3
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý“\"'])")


def theory_answer(question: str, library: Library, words: Words) -> str:
    """An answer from the best passage, or an honest sentence with the two nearest topics where nothing fits."""
    found = library.search(question, words.language, limit=3)
    if not found:
        return words.say("theory.empty")
    if not library.answers(question, found[0]):
        return words.say("theory.none", first=_topic(found[0]), second=_topic(found[-1]))
    return f"{words.fill(_extract(question, found[0], library))}\n{_source(found[0], words)}"


def _topic(found: Found) -> str:
    return found.passage.title.lower()


def _extract(question: str, found: Found, library: Library) -> str:
    """The sentences of the passage nearest to the question, in the order of the text; questions left out."""
    sentences = [s for s in _SENTENCE.split(" ".join(found.passage.text.split())) if not s.endswith("?")]
    near = library.closeness(question, sentences)
    best = sorted(range(len(sentences)), key=lambda i: -near[i])[:SENTENCES]
    return " ".join(sentences[i] for i in sorted(best))


def _source(found: Found, words: Words) -> str:
    source = SOURCES.get(found.passage.source)
    return words.say("theory.source", source=source.citation() if source else words.say("theory.coach"))
