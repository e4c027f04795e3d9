"""What is said to a language model goes to no third: not to a log, not to a server that watches LangChain."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.thinking import Errand, Prompt
from tests.llm.conftest import Opens
from tests.llm.server import ScriptedModel, form, page, replies, text
from tests.llm.test_asking import Trade
from tests.llm.watcher import Watcher

SECRET = "Zilvervos"
PROMPT = Prompt(Errand.THEORY, "You are brief.", f"mijn zaak heet {SECRET}")


@pytest.fixture
def watcher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """A server to which LangChain reports, named by the environment as LangSmith's documentation says."""
    with Watcher() as watching:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", watching.url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "key")
        yield watching


def test_nothing_is_reported_even_where_the_environment_asks_for_it(
    server: ScriptedModel, opens: Opens, watcher: Watcher
) -> None:
    server.does(form({"name": SECRET, "years": 1}), text(SECRET))
    model = opens()
    assert model.proposed(PROMPT, Trade)
    assert model.written(PROMPT, lambda _: None)
    watcher.flush()
    assert watcher.reports == []


def test_it_is_reported_where_the_operator_says_so(server: ScriptedModel, opens: Opens, watcher: Watcher) -> None:
    server.does(text("ja"))
    assert opens(tracing=True).written(PROMPT)
    watcher.flush()
    assert any(SECRET.encode() in report for report in watcher.reports)


@pytest.mark.parametrize("step", [text(SECRET), form({"name": SECRET}), page(), replies(400, json.dumps(SECRET))])
def test_nothing_that_was_said_is_logged(
    server: ScriptedModel, opens: Opens, caplog: pytest.LogCaptureFixture, step: object
) -> None:
    server.does(step)  # type: ignore[arg-type]
    model = opens()
    with caplog.at_level(logging.INFO):
        model.proposed(PROMPT, Trade)
        model.written(PROMPT)
    assert [record for record in caplog.records if record.name.startswith("llm")]
    assert SECRET not in caplog.text
