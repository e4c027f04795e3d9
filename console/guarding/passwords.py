"""Passwords, kept as argon2 hashes."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: Characters that a password has at least, and at most.
SHORTEST, LONGEST = 12, 200
_hasher = PasswordHasher()


def long_enough(password: str) -> bool:
    """Whether a password may be chosen."""
    return SHORTEST <= len(password) <= LONGEST


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def matches(password: str, kept: str) -> bool:
    """Whether this is the password of which `kept` was kept. It takes as long where nothing was kept ("")."""
    try:
        return _hasher.verify(kept or _nobodys(), password[:LONGEST]) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody signs in with this")
