"""A server on loopback that speaks OpenAI's chat API and misbehaves as it is told, for the real clients to talk to.

with ScriptedModel(text("hallo")) as server:
    ...               # a client at server.url
    server.asked      # what it was sent, in order
    server.does(hangs())   # from now on

A step answers one request; the last step of the script answers all that follow.
"""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, Self

from aiohttp import web

Body = dict[str, Any]
Step = Callable[[web.Request, Body], Awaitable[web.StreamResponse]]

USED = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


class ScriptedModel:
    """The server. `asked` are the bodies of the requests, `keys` the keys they came with."""

    def __init__(self, *steps: Step) -> None:
        self._steps = list(steps)
        self.asked: list[Body] = []
        self.keys: list[str] = []
        self.url = ""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="scripted-model", daemon=True)
        self._thread.start()
        self._runner = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def does(self, *steps: Step) -> None:
        """From now on it does this."""
        self._steps = list(steps)

    def words(self) -> str:
        """All that it was ever told."""
        return json.dumps(self.asked, ensure_ascii=False)

    async def _start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        return runner

    async def _close(self) -> None:
        await self._runner.cleanup()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers.get("Authorization", ""))
        step = self._steps.pop(0) if len(self._steps) > 1 else self._steps[0]
        return await step(request, body)


# --- answers


def text(said: str, *, ends: str | None = "stop", counts: Body = USED, **message: Any) -> Step:
    """Prose, in pieces of a word where the request streams; `counts` is what it says it took."""

    async def step(request: web.Request, body: Body) -> web.StreamResponse:
        if body.get("stream"):
            return await _streams(request, [*_words(said), _end(ends)])
        return web.json_response({**_completion({"content": said, **message}, ends), "usage": counts})

    return step


def form(arguments: Any, *, ends: str = "stop", name: str = "") -> Step:
    """The tool that the request offers, called with these arguments; a string goes as it is."""

    async def step(_: web.Request, body: Body) -> web.StreamResponse:
        given = arguments if isinstance(arguments, str) else json.dumps(arguments)
        offered = body["tools"][0]["function"]["name"] if "tools" in body else "unasked"
        function = {"name": name or offered, "arguments": given}
        call = {"id": "call_1", "type": "function", "function": function}
        return web.json_response(_completion({"content": None, "tool_calls": [call]}, ends))

    return step


def refusal() -> Step:
    """What OpenAI answers where the model won't."""
    return text("", refusal="I can't help with that.")


def replies(status: int, content: str = "", kind: str = "application/json", **headers: str) -> Step:
    """An answer of any kind, with these headers."""

    async def step(_: web.Request, __: Body) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text=content, content_type=kind, headers=named)

    return step


def page() -> Step:
    """A web page with 200, as a proxy gives."""
    return replies(200, "<html><body>Welcome to nginx!</body></html>", "text/html")


def no_choices() -> Step:
    """A completion with nothing in it."""
    return replies(200, json.dumps({**_completion({}, "stop"), "choices": []}))


# --- silence


def hangs() -> Step:
    """Takes the request and says nothing."""

    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        await _silence(request)
        return web.Response()

    return step


def trickles() -> Step:
    """A byte now and then for ever: no time-out between bytes ever strikes."""

    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(b" ")
                await asyncio.sleep(0.05)
        return response

    return step


def drops() -> Step:
    """Cuts the connection before a word."""

    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        await _cut(request)
        return web.Response()

    return step


def cuts(said: str) -> Step:
    """Streams these words, then cuts the connection."""
    return _breaks_off(said, _cut)


def stalls(said: str) -> Step:
    """Streams these words and then nothing any more."""
    return _breaks_off(said, _silence)


def ends_early(said: str) -> Step:
    """Streams these words and ends in good order, without a word of why."""

    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        return await _streams(request, _words(said))

    return step


def streams(pieces: Callable[[Body], Sequence[str]], between: Callable[[], object]) -> Step:
    """Streams what `pieces` makes of the request, calling `between` (which may block) after each but the last; asked
    for a form, it fills in nothing."""

    async def step(request: web.Request, body: Body) -> web.StreamResponse:
        if not body.get("stream"):
            return await form({})(request, body)
        response = await _begun(request)
        texts = pieces(body)
        for number, piece in enumerate(texts, 1):
            await response.write(_event(_piece({"content": piece})))
            if number < len(texts):
                await asyncio.to_thread(between)
        return await _over(response, [_end("stop")])

    return step


def byte_by_byte(said: str) -> Step:
    """Streams these words, each byte by itself."""

    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        response = await _begun(request)
        piece = json.dumps(_piece({"content": said}), ensure_ascii=False)
        for byte in f"data: {piece}\n\n".encode():
            await response.write(bytes([byte]))
            await asyncio.sleep(0)
        return await _over(response, [_end("stop")])

    return step


# --- how they are written


def _breaks_off(said: str, then: Callable[[web.Request], Awaitable[None]]) -> Step:
    async def step(request: web.Request, _: Body) -> web.StreamResponse:
        response = await _begun(request)
        for piece in _words(said):
            await response.write(_event(piece))
        await then(request)
        return response

    return step


async def _cut(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()


async def _silence(_: web.Request) -> None:
    await asyncio.Event().wait()


def _completion(message: Body, ends: str | None) -> Body:
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": ends}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": USED}


def _words(said: str) -> list[Body]:
    return [_piece({"content": word}) for word in said.replace(" ", " \0").split("\0")]


def _piece(delta: Body, ends: str | None = None) -> Body:
    choice = {"index": 0, "delta": delta, "finish_reason": ends}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _end(ends: str | None) -> Body:
    return _piece({}, ends)


async def _streams(request: web.Request, pieces: list[Body]) -> web.StreamResponse:
    return await _over(await _begun(request), pieces)


async def _begun(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    return response


async def _over(response: web.StreamResponse, pieces: list[Body]) -> web.StreamResponse:
    for piece in pieces:
        await response.write(_event(piece))
    await response.write(b"data: [DONE]\n\n")
    await response.write_eof()
    return response


def _event(piece: Body) -> bytes:
    return f"data: {json.dumps(piece)}\n\n".encode()
