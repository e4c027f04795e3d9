"""The webhook: a small ASGI application for Telegram's calls. An update is stored, then answered with 200; anything
else makes Telegram send it again."""

import asyncio
import hmac
import json
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.errors import port_taken
from bot.receiving import Reception

_log = logging.getLogger(__name__)
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
#: Bytes that an update never has.
_LARGEST = 1 << 20


@dataclass(frozen=True)
class Hook:
    """Where Telegram sends updates (`url`), what it proves itself with (`secret`), and where this program listens, with
    the pages that are served `beside` it."""

    url: str
    secret: str
    host: str = "127.0.0.1"
    port: int = 8080
    beside: tuple[Route, ...] = ()


def secret_from(token: str) -> str:
    """A secret that needs no setting of its own, the same for all workers of a bot."""
    return hmac.new(token.encode(), b"journey-coach webhook", sha256).hexdigest()


def application(hook: Hook, reception: Reception) -> Starlette:
    """The application: the path of the webhook's address, and what is beside it."""

    async def take(request: Request) -> Response:
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), hook.secret.encode()):
            return Response(status_code=403)
        content = await _content(request)
        if content is None:
            return Response(status_code=413)
        return Response(status_code=await _stored(content, reception))

    return Starlette(routes=[Route(urlsplit(hook.url).path or "/", take, methods=["POST"]), *hook.beside])


async def listen(hook: Hook, reception: Reception) -> None:
    """Serves the webhook until it is cancelled; calls under way are answered then. CoachError "bot.port_taken"."""
    try:
        place = socket.create_server((hook.host, hook.port))
    except OSError as error:
        raise port_taken(hook.host, hook.port, error.strerror or str(error)) from error
    config = uvicorn.Config(
        application(hook, reception), lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=2
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([place]))
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving
        place.close()


async def _content(request: Request) -> bytes | None:
    """The body; None where it is larger than any update."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > _LARGEST:
            return None
    return content


async def _stored(content: bytes, reception: Reception) -> int:
    """The status for a call. What is no update is taken and passed over, or Telegram would send it all day."""
    try:
        update: Any = json.loads(content)
    except ValueError:
        update = None
    try:
        await reception.receive([update])
    except Exception as error:
        _log.error("an update is not stored, Telegram keeps it: %s: %s", type(error).__name__, error)
        return 503
    return 200


class _Server(uvicorn.Server):
    """Leaves signals to the program, which also has turns to end."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
