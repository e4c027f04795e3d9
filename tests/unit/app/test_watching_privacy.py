"""What a log line may say, whoever writes it."""

import io
import json
import logging
import os
import threading
import tomllib
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from langsmith import utils as langsmith

from app.watching.logs import logging_to
from app.watching.privacy import is_ours, keep_to_ourselves, told, trace
from bot.errors import unreachable
from journey.errors import CoachError

WORDS = "mijn moeder is ziek"
OURS, LIBRARY = logging.getLogger("bot.working"), logging.getLogger("some.library")


def test_the_lines_of_every_package_of_ours_count_as_ours() -> None:
    packages = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "root_packages"
    ]
    assert all(is_ours(f"{package}.module") for package in packages)


def logged(act: Callable[[], object], level: str = "DEBUG", **options: Any) -> list[dict[str, Any]]:
    """The lines that come of `act`."""
    stream = io.StringIO()
    with logging_to(stream, level, **options):
        act()
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail() -> None:
    """An error as libraries make them, which quotes what it was given, and one that comes of it."""
    try:
        int(WORDS)
    except ValueError as error:
        raise KeyError(WORDS) from error


def test_our_lines_are_whole_but_for_the_words_of_an_error_in_them() -> None:
    lines = logged(lambda: OURS.warning("%s: %s; again in %.1f s", "store", ValueError(WORDS), 0.5))
    assert [line["event"] for line in lines] == ["store: ValueError; again in 0.5 s"]


def test_of_a_library_only_the_first_line_of_what_stands_in_its_code_is_logged() -> None:
    lines = logged(lambda: LIBRARY.error("no JSON: %r\nin %s", WORDS, WORDS))
    assert [line["event"] for line in lines] == ["no JSON: %r"]


def test_libraries_log_warnings_and_worse_only_whatever_our_level() -> None:
    def act() -> None:
        LIBRARY.info(WORDS)
        logging.getLogger("httpx").info("GET https://api.telegram.org/bot1:a/getMe")
        OURS.debug("we do")

    assert [line["event"] for line in logged(act)] == ["we do"]
    assert logged(act, "WARNING") == []


def test_the_trace_of_an_error_says_what_and_where_and_of_what_it_came() -> None:
    def act() -> None:
        try:
            fail()
        except KeyError:
            OURS.exception("turn %s failed", "a1")

    (line,) = logged(act)
    assert WORDS not in json.dumps(line)
    assert [each["error"] for each in line["trace"]] == ["KeyError", "ValueError"]
    assert line["trace"][0]["at"][-1].endswith(" fail")


def test_the_trace_of_a_group_has_those_of_its_errors() -> None:
    (group,) = trace(ExceptionGroup(WORDS, [ValueError(WORDS), OSError(28, WORDS)]))
    assert [each[0]["error"] for each in group["group"]] == ["ValueError", "OSError: No space left on device"]


def test_an_error_of_ours_and_one_of_the_system_say_what_is_wrong() -> None:
    assert (
        told(unreachable("https://x", "HTTP 502"))
        == "CoachError: bot.unreachable {'url': 'https://x', 'problem': 'HTTP 502'}"
    )
    assert told(PermissionError(13, WORDS)) == "PermissionError: Permission denied"
    assert told(OSError(WORDS)) == "OSError"


def test_a_secret_is_never_shown_wherever_it_stands() -> None:
    lines = logged(lambda: OURS.error("no answer from http://x/bot4242:abc/getMe"), secrets=["4242:abc"])
    assert lines[0]["event"] == "no answer from http://x/bot…/getMe"


def test_a_warning_of_python_is_a_line_like_any_other() -> None:
    (line,) = logged(lambda: warnings.warn(f"this is odd\n{WORDS}", stacklevel=1))
    assert line["event"].endswith("UserWarning: this is odd")


def test_what_stops_a_thread_is_logged() -> None:
    def act() -> None:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    (line,) = logged(act)
    assert line["event"] == "a thread was stopped by an error"
    assert line["trace"][0]["error"] == "KeyError"


def test_what_stops_the_program_is_logged_and_ends_it() -> None:
    stream = io.StringIO()
    with pytest.raises(SystemExit) as stopped, logging_to(stream, "WARNING"):
        fail()
    assert stopped.value.code == 1
    assert WORDS not in stream.getvalue()
    assert json.loads(stream.getvalue())["event"] == "stopped by an error"


def test_what_a_person_can_mend_is_told_elsewhere() -> None:
    stream = io.StringIO()
    with pytest.raises(CoachError), logging_to(stream, "WARNING"):
        raise CoachError("bot.refused")
    assert stream.getvalue() == ""


def test_a_person_who_looks_on_may_have_it_without_json() -> None:
    stream = io.StringIO()
    with logging_to(stream, "INFO", "console"):
        OURS.info("turn", extra={"seconds": 0.01})
    assert "turn" in stream.getvalue()
    assert "seconds=0.01" in stream.getvalue()


def test_all_is_as_it_was_when_logging_ends() -> None:
    before = logging.getLogger().handlers[:], OURS.parent and OURS.parent.level, threading.excepthook
    logged(lambda: None)
    assert (logging.getLogger().handlers[:], OURS.parent and OURS.parent.level, threading.excepthook) == before


def test_no_library_reports_to_a_server_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("LANGSMITH", "LANGCHAIN"))]:
        monkeypatch.delenv(name)
    for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    langsmith.get_env_var.cache_clear()
    assert langsmith.tracing_is_enabled()
    keep_to_ourselves()
    langsmith.get_env_var.cache_clear()
    assert not langsmith.tracing_is_enabled()
