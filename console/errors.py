"""Why a page isn't shown."""


class SignInError(Exception):
    """Nobody is signed in (any more)."""


class ForbiddenError(Exception):
    """The role of this coach doesn't reach so far."""


class GoneError(Exception):
    """There is no such thing, or it is another agency's, or it was deleted."""
