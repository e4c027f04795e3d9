"""A server on loopback in the place of LangSmith's: keeps whatever is reported to it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Watcher:
    """The server. `reports` are the bodies that it was sent."""

    def __init__(self) -> None:
        self.reports: list[bytes] = []
        reports = self.reports

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                reports.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
                self._ok()

            def do_GET(self) -> None:
                self._ok()

            do_PATCH = do_POST  # noqa: N815

            def _ok(self) -> None:
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
