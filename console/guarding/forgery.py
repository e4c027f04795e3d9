"""Tokens against forged forms: each change must carry the token of the session that it belongs to."""

import hmac
import secrets

from fastapi import Request

FIELD = "csrf"
HEADER = "X-CSRF-Token"
_SAFE = frozenset({"GET", "HEAD"})


class ForgedError(Exception):
    """A change without the token of its session."""


def token_of(request: Request) -> str:
    """The token of this session, made when it is first asked for."""
    if FIELD not in request.session:
        request.session[FIELD] = secrets.token_urlsafe(32)
    return str(request.session[FIELD])


async def unforged(request: Request) -> None:
    """Lets a request through that changes nothing or carries its token; ForgedError otherwise."""
    if request.method in _SAFE:
        return
    given = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    known = request.session.get(FIELD, "")
    if not known or not isinstance(given, str) or not hmac.compare_digest(given.encode(), known.encode()):
        raise ForgedError
