"""Records with everything that identifies people replaced."""

from typing import Any, TypeVar

from pydantic import BaseModel

from coaching.desk.anonymous.document import Document

T = TypeVar("T", bound=BaseModel)

#: Parts of a record that hold keys of the program and no words; of the facts among them only what is quoted is words.
_KEYS = frozenset(
    {
        *("id", "kind", "sender", "media", "phase", "status", "basis", "language", "address", "owner_address"),
        *("play", "plays", "channel", "moments", "form", "stage", "model", "source", "currency", "at", "first"),
        *("sector", "audience", "form_of_address", "channels_current", "channels_excluded", "wishes", "customer_word"),
    }
)
_QUOTED = "quote"


def without_people(record: T, document: Document) -> T:
    """The record in which every text is as `document` gives it."""
    return type(record).model_validate(_replaced(record.model_dump(mode="json"), document))


def words_of(record: BaseModel) -> tuple[str, ...]:
    """All texts of a record that `without_people` replaces."""
    return tuple(_words(record.model_dump(mode="json")))


def _replaced(value: Any, document: Document, *, key: bool = False) -> Any:
    if isinstance(value, str):
        return value if key else document.without(value)
    if isinstance(value, list):
        return [_replaced(each, document, key=key) for each in value]
    if isinstance(value, dict):
        return {name: _replaced(each, document, key=_is_key(name, key)) for name, each in value.items()}
    return value


def _words(value: Any, *, key: bool = False) -> list[str]:
    if isinstance(value, str):
        return [] if key else [value]
    if isinstance(value, list):
        return [text for each in value for text in _words(each, key=key)]
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in _words(each, key=_is_key(name, key))]
    return []


def _is_key(name: str, inside: bool) -> bool:
    return name != _QUOTED and (inside or name in _KEYS)
