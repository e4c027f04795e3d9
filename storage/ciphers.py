"""Encryption at rest (Fernet of `cryptography`), with the keys that the operator gives."""

import hashlib
import hmac
from base64 import b32encode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

#: Bytes by which the index of words knows a word: among a million words, two are confused in one of two cases.
_BLIND = 5


class WrongKeyError(Exception):
    """No key decrypts this."""


class Keys:
    """Encrypts with the first key and decrypts with each. ValueError where one of them is no key."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = MultiFernet([Fernet(key) for key in keys])

    def seal(self, text: str) -> str:
        """`text` encrypted, as text."""
        return self._keys.encrypt(text.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """What was encrypted; WrongKeyError where it wasn't with one of these keys."""
        try:
            return self._keys.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise WrongKeyError from error

    def renewed(self, sealed: str) -> str:
        """The same encrypted with the first key; errors as in `unseal`."""
        try:
            return self._keys.rotate(sealed.encode()).decode()  # as str, what isn't ASCII is no InvalidToken
        except InvalidToken as error:
            raise WrongKeyError from error


def new_key() -> str:
    """A new key."""
    return Fernet.generate_key().decode()


class Blinds:
    """Words as the index of words keeps them where the database is encrypted: equal words are equal, and which word it
    is can't be told without the key."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def __call__(self, word: str) -> str:
        """What stands for a word."""
        return b32encode(hmac.digest(self._key, word.encode(), hashlib.sha256)[:_BLIND]).decode().lower()
