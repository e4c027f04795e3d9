"""Python imports this by itself where its folder is on PYTHONPATH: from then on every attempt of the process to reach
anything but a socket of this machine's file system fails, and is written down in the file that SOCKET_GUARD names."""

import os
import sys
from pathlib import Path
from typing import Any

_REACHES = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def _guard(event: str, given: tuple[Any, ...]) -> None:
    if event not in _REACHES or (event == "socket.connect" and isinstance(given[1], str | bytes)):
        return
    with Path(os.environ["SOCKET_GUARD"]).open("a") as file:
        file.write(f"{event} {given[1:] if event.startswith('socket.connect') else given!r}\n")
    raise ConnectionRefusedError(f"the guard lets nothing out: {event}")


sys.addaudithook(_guard)
