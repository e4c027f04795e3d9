"""The language of a page: the coach's own, else what the browser asks for."""

from fastapi import Request

from coaching.desk.staff import Reader
from journey.keys import LANGUAGES, Language


def language_for(request: Request, reader: Reader | None, otherwise: Language) -> Language:
    """The language of whoever asks."""
    if reader is not None:
        return reader.language
    return next(iter(_wanted(request.headers.get("accept-language", ""))), otherwise)


def _wanted(header: str) -> list[Language]:
    """The languages of ours in an Accept-Language header, as it ranks them."""
    ranked = []
    for part in header.lower().split(","):
        name, _, quality = part.strip().partition(";q=")
        ranked += [(_share(quality), language) for language in LANGUAGES if name.split("-")[0] == language]
    return [language for share, language in sorted(ranked, key=lambda one: -one[0]) if share]


def _share(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0
