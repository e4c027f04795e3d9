import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from bot.requesting import AiohttpRequest


@contextmanager
def proxy(asked: list[str]) -> Iterator[str]:
    """A proxy that answers by itself and notes what it is asked for."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"ok": true, "result": []}')

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def fetched(url: str) -> bytes:
    async def fetch() -> bytes:
        async with AiohttpRequest(1) as request:
            return (await request.do_request(url, "GET"))[1]

    return asyncio.run(fetch())


def test_calls_go_by_way_of_the_proxy_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    with proxy(asked) as address:
        monkeypatch.setenv("http_proxy", address)
        monkeypatch.delenv("no_proxy", raising=False)
        fetched("http://telegram.test/bot1:a/getMe")
    assert asked == ["http://telegram.test/bot1:a/getMe"]


def test_a_server_that_the_environment_leaves_out_is_called_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    direct: list[str] = []
    with proxy(asked) as address, proxy(direct) as server:
        monkeypatch.setenv("http_proxy", address)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        fetched(f"{server}/getMe")
    assert (asked, direct) == ([], ["/getMe"])
