"""The console's web server."""

import gc
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from journey.errors import CoachError


def serve(application: ASGIApp, host: str, port: int, started: Callable[[], object]) -> None:
    """Serves until the process is told to stop; `started` once it listens. CoachError "console.port_taken" where it
    can't. A proxy on this machine may say whom it speaks for."""
    try:
        place = socket.create_server((host, port))
    except OSError as error:
        problem = error.strerror or str(error)
        raise CoachError("console.port_taken", host=host, port=str(port), problem=problem) from error
    config = uvicorn.Config(
        application, log_config=None, access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=2
    )
    settle()
    with place:
        started()
        uvicorn.Server(config).run([place])


def settle() -> None:
    """What is loaded by now stays: the collector needn't look through it again, which held up one page in twenty by
    some thirty milliseconds."""
    gc.collect()
    gc.freeze()
