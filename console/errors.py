"""Why a page isn't shown."""

from journey.errors import CoachError
from prompts.words import Words


class SignInError(Exception):
    """Nobody is signed in (any more)."""


class ForbiddenError(Exception):
    """The role of this coach doesn't reach so far."""


class GoneError(Exception):
    """There is no such thing, or it is another agency's, or it was deleted."""


def told(error: Exception, words: Words) -> str:
    """What a person reads of an error that can be mended; in English where the language has no text for it."""
    if not isinstance(error, CoachError):
        return ""
    key = f"error.{error.key}"
    return (words if words.has(key) else Words("en")).say(key, **error.values)
