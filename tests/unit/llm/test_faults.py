"""What an error of any provider's client means."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from llm.faults import LONGEST_WAIT, Fault, FaultError, fault_in


class ApiError(Exception):
    """As openai and anthropic raise them."""

    def __init__(self, status: int, **headers: str) -> None:
        super().__init__("words of an owner")
        self.status_code = status
        self.response = type("Response", (), {"headers": {k.replace("_", "-"): v for k, v in headers.items()}})()


class HTTPStatusError(Exception):
    """As httpx raises it, for Mistral."""

    def __init__(self, status: int) -> None:
        super().__init__("words of an owner")
        self.response = type("Response", (), {"status_code": status, "headers": {}})()


class RemoteProtocolError(Exception):
    """As httpx raises it where a stream is cut."""


class OpenAIError(Exception):
    """As openai raises it where there is no key."""


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (ApiError(429), Fault.BUSY),
        (ApiError(500), Fault.SERVER),
        (ApiError(529), Fault.SERVER),
        (ApiError(401), Fault.ACCESS),
        (ApiError(403), Fault.ACCESS),
        (ApiError(400), Fault.REQUEST),
        (ApiError(404), Fault.REQUEST),
        (ApiError(408), Fault.TIMEOUT),
        (HTTPStatusError(503), Fault.SERVER),
        (TimeoutError(), Fault.TIMEOUT),
        (ConnectionRefusedError(), Fault.CONNECTION),
        (RemoteProtocolError(), Fault.UNFINISHED),
        (OpenAIError(), Fault.ACCESS),
        (KeyError("choices"), Fault.UNREADABLE),
        (FaultError(Fault.LENGTH), Fault.LENGTH),
    ],
)
def test_it_is_told_by_status_or_kind(error: Exception, fault: Fault) -> None:
    assert fault_in(error).fault is fault


def test_it_is_told_by_what_is_behind_it() -> None:
    outer = ValueError()
    outer.__cause__ = ApiError(429, retry_after="3")
    assert (fault_in(outer).fault, fault_in(outer).wait) == (Fault.BUSY, 3.0)


@pytest.mark.parametrize(
    ("asked", "wait"), [("7", 7.0), ("0.5", 0.5), ("", 0.0), ("soon", 0.0), ("99999", LONGEST_WAIT)]
)
def test_a_server_may_ask_for_time_in_seconds(asked: str, wait: float) -> None:
    assert fault_in(ApiError(429, retry_after=asked)).wait == wait


def test_a_server_may_ask_for_time_by_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(minutes=2), usegmt=True)
    assert 100 < fault_in(ApiError(429, retry_after=date)).wait <= 120


def test_no_fault_repeats_what_an_error_says() -> None:
    told = fault_in(ApiError(500))
    assert "words" not in f"{told!r} {told} {told.problem}"
