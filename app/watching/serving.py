"""A small web server of its own for the pages of health, which answers also where the bot hangs."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from journey.errors import CoachError


@contextmanager
def serving(routes: Sequence[BaseRoute], host: str, port: int) -> Iterator[None]:
    """Serves `routes` in a thread while this block runs. CoachError "watching.port_taken" where it can't listen."""
    try:
        place = socket.create_server((host, port))
    except OSError as error:
        problem = error.strerror or str(error)
        raise CoachError("watching.port_taken", host=host, port=str(port), problem=problem) from error
    application = Starlette(routes=routes)
    config = uvicorn.Config(
        application, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1, ws="none"
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([place],), name="health", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(2)
        place.close()
