"""How large a request may be."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class TooLargeError(Exception):
    """More came in than may."""


class Sizes:
    """Refuses a body of more than `most` bytes: at once where it says so itself, else as soon as it has sent more."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._told(scope) > self._most:
            await _refusal(scope, receive, send)
            return
        came = 0

        async def receiving() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise TooLargeError
            return message

        try:
            await self._app(scope, receiving, send)
        except TooLargeError:
            await _refusal(scope, receive, send)

    def _told(self, scope: Scope) -> int:
        told = dict(scope["headers"]).get(b"content-length", b"0")
        return int(told) if told.isdigit() else self._most + 1


_refusal = PlainTextResponse("413", status_code=413)
