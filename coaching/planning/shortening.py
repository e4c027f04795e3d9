"""A text made shorter without new words: the middle goes, what opens and what asks stays."""

import re

#: Paragraphs (or, in a text of one paragraph, sentences) that stay in any case.
_LEAST = 2
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_GREETING = re.compile(r"^\s*(?:dag|hallo|hoi|beste|geachte|hi|hello|dear|good)\b[^.!?\n]{0,40},?$", re.IGNORECASE)
_CLOSING = re.compile(r"groet|^tot \w+|regards|wishes|^thanks|^see you|^bedankt|^yours|cheers", re.IGNORECASE)


def shortened(text: str) -> str:
    """`text` with about half of what it says; the same text where nothing can be left out. Greeting, signature, the
    opening and the last thing said before the signature stay; a paragraph that ends in a colon goes with the next."""
    head, body, tail = _parts([part for part in text.strip().split("\n\n") if part.strip()])
    if len(body) > _LEAST:
        return "\n\n".join((*head, *_thinned(body), *tail))
    sentences = [_SENTENCE.split(part) for part in body]
    short = [" ".join(_thinned(part)) if len(part) > _LEAST else " ".join(part) for part in sentences]
    return "\n\n".join((*head, *short, *tail))


def _parts(paragraphs: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Greeting, body and signature."""
    start = 1 if paragraphs and _GREETING.match(paragraphs[0]) else 0
    end = len(paragraphs)
    while end > start + 1 and (_CLOSING.search(paragraphs[end - 1].splitlines()[0]) or _is_name(paragraphs[end - 1])):
        end -= 1
    return paragraphs[:start], paragraphs[start:end], paragraphs[end:]


def _is_name(paragraph: str) -> bool:
    return "\n" not in paragraph and len(paragraph.split()) <= 5 and not paragraph.endswith((".", "?", "!", ":"))


def _thinned(parts: list[str]) -> list[str]:
    """The first, the last, and of the middle as much as makes up half."""
    keep = max(_LEAST, (len(parts) + 1) // 2)
    kept = [*parts[: keep - 1], parts[-1]]
    while len(kept) > _LEAST and kept[-2].rstrip().endswith(":"):
        del kept[-2]
    return kept if not kept[0].rstrip().endswith(":") else parts
