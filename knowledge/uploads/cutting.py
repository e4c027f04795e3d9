"""Sections cut into passages that can be quoted."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from coaching.desk.articles import Article, Section
from journey.passages import OWN, Passage
from journey.sentences import sentences

#: Characters of a passage; shorter paragraphs are put together, longer ones cut at their sentences.
_LONGEST, _LONGEST_SENTENCE = 900, 1200
_PLAIN = str.maketrans({"{": "(", "}": ")"})


def passages_of(article: Article, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The passages of an article, in reading order. Braces become brackets: the texts of the library are templates, an
    upload is nothing but text."""
    return tuple(
        _passage(article, number, heading, text)
        for number, (heading, text) in enumerate(
            ((section.heading, text) for section in sections for text in _pieces(section.text)), 1
        )
    )


def _passage(article: Article, number: int, heading: str, text: str) -> Passage:
    title = f"{article.title}: {heading}" if heading else article.title
    return Passage(
        id=hashlib.sha256(f"{article.id}\0{number}\0{text}".encode()).hexdigest()[:20],
        label=article.label,
        lang=article.language,
        title=title.translate(_PLAIN),
        source=cited(article),
        origin=OWN,
        text=text,
    )


def cited(article: Article) -> str:
    """How an article is named below an answer."""
    quoted = f"“{article.title}”"
    return (f"{article.source}, {quoted}" if article.source else quoted).translate(_PLAIN)


def _pieces(text: str) -> Iterator[str]:
    kept = ""
    for part in _parts(text.translate(_PLAIN)):
        if kept and len(kept) + len(part) > _LONGEST:
            yield kept
            kept = ""
        kept = f"{kept} {part}".strip()
    if re.search(r"\w", kept):
        yield kept


def _parts(text: str) -> Iterator[str]:
    """Paragraphs, those too long as sentences."""
    for paragraph in re.split(r"\n\s*\n", text):
        told = " ".join(paragraph.split())
        for part in [told] if len(told) <= _LONGEST else sentences(told):
            yield from (part[at : at + _LONGEST_SENTENCE] for at in range(0, len(part), _LONGEST_SENTENCE))
