"""The web application put together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import resources
from typing import NoReturn
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from coaching.desk.ports import UnknownConversationError
from console.errors import ForbiddenError, GoneError, SignInError
from console.guarding.attempts import Attempts
from console.guarding.forgery import ForgedError, unforged
from console.guarding.headers import Headers
from console.guarding.sizes import Sizes
from console.parts import Parts, Place, Tidies
from console.routes import ROUTERS
from console.visiting import Stranger, whoever_asks
from journey.errors import CoachError

_log = logging.getLogger(__name__)

#: Seconds between two rounds of tidying.
_TIDY = 60.0
#: Seconds that a session lasts: a working day.
_SESSION = 12 * 60 * 60
#: Bytes of a request at most: an article of 5 MB with its form.
_LARGEST = 5_500_000


def application(parts: Parts, place: Place, attempts: Attempts | None = None) -> FastAPI:
    """The console over these parts, reached at this place. Every change is checked for forgery, here and nowhere
    else."""
    made = FastAPI(
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(unforged)],
        middleware=_around(place),
        lifespan=_beside(parts),
    )
    made.state.parts, made.state.place, made.state.attempts = parts, place, attempts or Attempts()
    made.mount("/static", StaticFiles(directory=str(resources.files("console") / "static")))
    for router in ROUTERS:
        made.include_router(router)
    made.add_exception_handler(SignInError, _to_sign_in)
    for error, status in _PAGES.items():
        made.add_exception_handler(error, _page(status))
    return made


def _beside(parts: Parts) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What runs for as long as the console does: articles that coaches add are indexed, and the database is kept, as
    the bot that also does so may run elsewhere or not at all."""

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        parts.articles.start()
        keeping = asyncio.create_task(_keeping(parts.keeping))
        yield
        keeping.cancel()
        parts.articles.stop()

    return running


async def _keeping(keeping: Tidies) -> NoReturn:
    while True:
        try:
            await asyncio.to_thread(keeping.tidy)
        except Exception as error:  # a database that is busy or away only costs this time
            _log.error("tidying: %s: %s", type(error).__name__, error)
        await asyncio.sleep(_TIDY)


def _around(place: Place) -> list[Middleware]:
    cookie = "__Host-console" if place.secure else "console"
    return [
        Middleware(Headers, secure=place.secure),
        Middleware(TrustedHostMiddleware, allowed_hosts=place.hosts, www_redirect=False),
        Middleware(Sizes, most=_LARGEST),
        Middleware(
            SessionMiddleware,
            secret_key=place.secret,
            session_cookie=cookie,
            max_age=_SESSION,
            same_site="lax",
            https_only=place.secure,
        ),
    ]


async def _to_sign_in(request: Request, _: Exception) -> Response:
    """Back to where they wanted to be once they are signed in; a part of a page makes the whole page go there."""
    if request.headers.get("HX-Request"):
        return Response(headers={"HX-Redirect": "/sign-in"})
    request.session.clear()
    if request.method == "GET":
        request.session["wanted"] = _own(request)
    return _stranger(request).go("/sign-in")


def _stranger(request: Request) -> Stranger:
    return Stranger(request, request.app.state.parts, request.app.state.place)


def _own(request: Request) -> str:
    """The address asked for, as a path that no browser takes for another site's."""
    path, query = quote(request.url.path.lstrip("/\\")), request.url.query
    return f"/{path}?{query}" if query else f"/{path}"


def _page(status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def shown(request: Request, error: Exception) -> Response:
        code = error.status_code if isinstance(error, HTTPException) else status
        key = str(code) if code in _PAGES.values() else "404"
        template = "parts/problem.html" if request.headers.get("HX-Request") else "problem.html"
        who = _stranger(request) if isinstance(error, CoachError) else whoever_asks(request)
        return who.show(template, code, code=key)

    return shown


_PAGES: dict[type[Exception], int] = {
    GoneError: 404,
    UnknownConversationError: 404,
    ForbiddenError: 403,
    ForgedError: 400,
    RequestValidationError: 422,
    HTTPException: 404,
    CoachError: 503,
}
