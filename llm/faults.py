"""What can go wrong between a question and a usable answer, and what an error says of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any

#: Seconds that a server may ask us to wait at most; beyond them it is tried again anyway.
LONGEST_WAIT = 3600.0


class Fault(StrEnum):
    """Why there is no answer."""

    # the server or the line: there is nobody to ask
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    BUSY = "busy"  # 429
    SERVER = "server"  # 5xx
    ACCESS = "access"  # the key is wrong or missing
    REQUEST = "request"  # any other 4xx, or a way to another server: no such model, nothing it can do
    UNREADABLE = "unreadable"  # not the language of its API: a page, no choices
    UNFINISHED = "unfinished"  # a stream that was cut
    # the model answered, but not with an answer
    REFUSED = "refused"
    FILTERED = "filtered"
    LENGTH = "length"
    EMPTY = "empty"
    MISSHAPEN = "misshapen"
    # it was not asked
    PAUSED = "paused"
    LATE = "late"
    SPENT_TODAY = "spent_today"
    SPENT_THIS_MONTH = "spent_this_month"


#: Faults after which the next question would hardly fare better.
DEAD = frozenset(
    {
        Fault.TIMEOUT,
        Fault.CONNECTION,
        Fault.BUSY,
        Fault.SERVER,
        Fault.ACCESS,
        Fault.REQUEST,
        Fault.UNREADABLE,
        Fault.UNFINISHED,
    }
)
#: Faults with which a server takes nothing in, and so charges nothing.
FREE = frozenset({Fault.CONNECTION, Fault.BUSY, Fault.SERVER, Fault.ACCESS, Fault.REQUEST})


class FaultError(Exception):
    """An answer that is none. `problem` says to the model what was wrong with it; it may quote words of owners, so it
    is never logged."""

    def __init__(self, fault: Fault, problem: str = "", wait: float = 0.0) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.problem = problem
        self.wait = wait


def fault_in(error: BaseException) -> FaultError:
    """What `error` means, whichever provider's client raised it: by its status, then by its kind."""
    if isinstance(error, FaultError):
        return error
    if isinstance(error, RecursionError):
        return FaultError(Fault.MISSHAPEN, "it was nested too deeply")
    for each in _chain(error):
        if (status := _status(each)) is not None:
            return FaultError(_of_status(status), wait=_asked_wait(each))
    return FaultError(next((fault for each in _chain(error) if (fault := _of_kind(each))), Fault.UNREADABLE))


def _chain(error: BaseException) -> Iterator[BaseException]:
    following: BaseException | None = error
    while following is not None:
        yield following
        following = following.__cause__


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None) or getattr(_response(error), "status_code", None)
    return status if isinstance(status, int) and status >= 300 else None


def _of_status(status: int) -> Fault:
    if status == 429:
        return Fault.BUSY
    if status in (401, 403):
        return Fault.ACCESS
    return Fault.TIMEOUT if status in (408, 504) else Fault.SERVER if status >= 500 else Fault.REQUEST


def _of_kind(error: BaseException) -> Fault | None:
    kind = type(error).__name__
    if isinstance(error, TimeoutError) or "Timeout" in kind:
        return Fault.TIMEOUT
    if "RemoteProtocol" in kind or "IncompleteRead" in kind:
        return Fault.UNFINISHED
    if isinstance(error, ConnectionError) or "Connect" in kind or kind in ("ReadError", "WriteError", "CloseError"):
        return Fault.CONNECTION
    return Fault.ACCESS if kind == "OpenAIError" else None  # raised by itself where there is no key


def _response(error: BaseException) -> Any:
    return getattr(error, "response", None)


def _asked_wait(error: BaseException) -> float:
    """Seconds that the server asks to wait, as a number or a date; 0 where it says nothing."""
    asked = str((getattr(_response(error), "headers", None) or {}).get("retry-after") or "")
    try:
        seconds = float(asked) if asked.replace(".", "", 1).isdigit() else _until(asked)
    except ValueError:
        return 0.0
    return min(max(0.0, seconds), LONGEST_WAIT)


def _until(date: str) -> float:
    at = parsedate_to_datetime(date) if date else datetime.now(UTC)
    return (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
