"""Logs by structlog: one line an event on standard error, as JSON or for a person who looks on."""

import logging
import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Literal, TextIO

import structlog
from structlog.types import EventDict, Processor

from app.watching.privacy import OURS, message, trace
from journey.errors import CoachError

Form = Literal["json", "console"]
#: What a line may have beside its event, by `extra`: figures and keys of ours.
FIELDS = ("outcome", "language", "seconds", "replies")

_log = logging.getLogger(__name__)


@contextmanager
def logging_to(
    stream: TextIO,
    level: str,
    form: Form | None = None,
    secrets: Collection[str] = (),
    also: Collection[logging.Handler] = (),
) -> Iterator[None]:
    """Sends what is logged in this block to `stream`: our own events from `level` up, warnings of libraries. Without
    `form`, a terminal gets the console form and everything else JSON. None of `secrets` is shown. `also` gets all
    records too. An error that nobody foresaw is logged and ends the program with 1."""
    handlers = (_handler(stream, form, secrets), *also)
    root, before = logging.getLogger(), _levels()
    for handler in handlers:
        root.addHandler(handler)
    _set({"": logging.WARNING, **dict.fromkeys(OURS, level)})
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # what can't be logged would be shown in full
    try:
        with _catching():
            yield
    finally:
        for handler in handlers:
            root.removeHandler(handler)
        _set(before)
        logging.captureWarnings(False)
        logging.raiseExceptions = True


@contextmanager
def _catching() -> Iterator[None]:
    """Logs errors of which Python would show everything."""
    before, threading.excepthook = threading.excepthook, _thread_stopped
    try:
        yield
    except CoachError:
        raise
    except Exception:
        _log.critical("stopped by an error", exc_info=True)
        sys.exit(1)
    finally:
        threading.excepthook = before


def _thread_stopped(given: threading.ExceptHookArgs) -> None:
    _log.error("a thread was stopped by an error", exc_info=given.exc_value)


def _levels() -> dict[str, int]:
    return {name: logging.getLogger(name).level for name in ("", *OURS)}


def _set(levels: dict[str, Any]) -> None:
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _handler(stream: TextIO, form: Form | None, secrets: Collection[str]) -> logging.Handler:
    steps = [*_STEPS, _rendered(form, secrets, stream)]
    formatter = structlog.stdlib.ProcessorFormatter(processors=steps, pass_foreign_args=True, use_get_message=False)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    return handler


def _rendered(form: Form | None, secrets: Collection[str], stream: TextIO) -> Processor:
    terminal = stream.isatty()
    if (form or ("console" if terminal else "json")) == "console":
        return partial(_masked, structlog.dev.ConsoleRenderer(colors=terminal), secrets)
    return partial(_masked, structlog.processors.JSONRenderer(ensure_ascii=False), secrets)


def _masked(render: Processor, secrets: Collection[str], logger: Any, method: str, event: EventDict) -> str:
    line = str(render(logger, method, event))
    for secret in secrets:
        line = line.replace(secret, "…")
    return line


def _said(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """The event with what it may say, and without what structlog needed to make it."""
    del event["_record"], event["_from_structlog"]
    said = message(event["logger"], event.pop("event"), event.pop("positional_args", ()))
    error = (event.pop("exc_info", None) or (None, None, None))[1]
    return {"event": said, **event, **({"trace": trace(error)} if error else {})}


_STEPS: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(allow=FIELDS),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _said,
)
