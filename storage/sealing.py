"""Columns that are encrypted where the database has a key. Repositories don't know: they read and write plain values.

The cipher hangs on the dialect, one for each open database. What is empty stays empty."""

import json
from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy import JSON, Dialect, Text
from sqlalchemy.types import TypeDecorator


class Cipher(Protocol):
    """Encrypts and decrypts."""

    def seal(self, text: str) -> str:
        """`text` encrypted, as text."""
        ...

    def unseal(self, sealed: str) -> str:
        """What was encrypted."""
        ...


#: What stands for a word in an index that must not show it.
Blinds = Callable[[str], str]


def give_cipher(dialect: Dialect, cipher: Cipher) -> None:
    """From now on, sealed columns of this database are encrypted; before any of them is used."""
    dialect.cipher = cipher  # type: ignore[attr-defined]


def give_blinds(dialect: Dialect, blinds: Blinds) -> None:
    """From now on, the index of words of this database holds words as `blinds` gives them."""
    dialect.blinds = blinds  # type: ignore[attr-defined]


def blinds_of(dialect: Dialect) -> Blinds | None:
    """What words are put through before they come into the index; None where they stand there as they are."""
    return getattr(dialect, "blinds", None)


class SealedText(TypeDecorator[str]):
    """Text that is encrypted where there is a key."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """Nothing to do where there is no key, so that nothing is lost by it."""
        cipher = _cipher(dialect)
        if cipher is None:
            return self.impl_instance.dialect_impl(dialect).bind_processor(dialect)
        return lambda text: cipher.seal(text) if text else text

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """The same on the way back."""
        cipher = _cipher(dialect)
        if cipher is None:
            return self.impl_instance.dialect_impl(dialect).result_processor(dialect, coltype)
        return lambda text: cipher.unseal(text) if text else text


class SealedJson(TypeDecorator[Any]):
    """JSON that is encrypted where there is a key: then it is one JSON string."""

    impl = JSON
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """See SealedText; None is NULL."""
        plain: Any = self.impl_instance.dialect_impl(dialect).bind_processor(dialect)
        cipher = _cipher(dialect)
        if cipher is None:
            return plain
        return lambda value: plain(None if value is None else cipher.seal(json.dumps(value)))

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """The same on the way back."""
        plain, cipher = self.impl_instance.dialect_impl(dialect).result_processor(dialect, coltype), _cipher(dialect)
        if cipher is None:
            return plain

        def unsealed(value: Any) -> Any:
            sealed = plain(value) if plain else value
            return None if sealed is None else json.loads(cipher.unseal(sealed))

        return unsealed


def _cipher(dialect: Dialect) -> Cipher | None:
    return getattr(dialect, "cipher", None)
