"""What a log line may say. Owners' words come into a program by a thousand ways, and out of it in the message of any
error; so lines are made of what is known to hold none (docs/decisions/0030-logs-without-words.md)."""

import os
from collections.abc import Iterator
from traceback import extract_tb
from typing import Any

from journey.errors import CoachError

#: The packages whose log messages are ours: written so that they name ids, counts and kinds of error.
OURS = ("journey", "prompts", "exports", "coaching", "knowledge", "storage", "llm", "bot", "console", "app")
#: Loggers of the standard library whose first line says where something is wrong, and no more.
_PLAIN = ("py.warnings",)
#: By which LangChain would send what it is given to a server that watches it.
_TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")

#: By which clients of language models would log all that they send.
_LOUD = ("OPENAI_LOG", "ANTHROPIC_LOG")


def keep_to_ourselves() -> None:
    """No library reports what it is given to another server, or logs it, whatever the environment says. LLM_TRACING is
    the operator's word for the first."""
    for name in _TRACING:
        os.environ[name] = "false"
    for name in _LOUD:
        os.environ.pop(name, None)


def is_ours(logger: str) -> bool:
    """Whether a logger belongs to this program."""
    return logger.partition(".")[0] in OURS


def message(logger: str, said: str, values: Any) -> str:
    """What a line of `logger` may say: our own whole, but for the words of an error in it; of libraries only the first
    line of what stands in their code, without the values they fill in."""
    if is_ours(logger):
        return said % _safe(values) if values else said
    filled = said % values if logger in _PLAIN else said
    return next(iter(filled.splitlines()), "")


def trace(error: BaseException) -> list[dict[str, Any]]:
    """An error and those behind it, the last first: what each is and where it was, not what it says."""
    return [_one(each) for each in _chain(error)]


def told(error: BaseException) -> str:
    """What may be said of an error: its kind, and the message where that is ours or the operating system's."""
    kind = type(error).__name__
    if isinstance(error, CoachError):
        return f"{kind}: {error}"
    if isinstance(error, OSError) and error.errno:
        return f"{kind}: {os.strerror(error.errno)}"
    return kind


def _safe(args: Any) -> Any:
    if isinstance(args, dict):
        return {name: _safe_one(value) for name, value in args.items()}
    return tuple(_safe_one(value) for value in args)


def _safe_one(value: Any) -> Any:
    return told(value) if isinstance(value, BaseException) else value


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _one(error: BaseException) -> dict[str, Any]:
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
    shown: dict[str, Any] = {"error": told(error), "at": frames}
    if isinstance(error, BaseExceptionGroup):
        shown["group"] = [trace(each) for each in error.exceptions]
    return shown
