"""What is said to a language model goes to no third: not to a log, not to a server that watches LangChain."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coaching.thinking import Errand, Prompt
from tests.llm.conftest import Opens
from tests.llm.server import ScriptedModel, form, page, replies, text
from tests.llm.test_asking import Trade
from tests.llm.watcher import Watcher

SECRET = "Zilvervos"
PROMPT = Prompt(Errand.THEORY, "You are brief.", f"mijn zaak heet {SECRET}")


@pytest.mark.parametrize(("tracing", "reported"), [(None, False), ("off", False), ("on", True)])
def test_libraries_report_only_where_the_operator_says_so_in_words(
    server: ScriptedModel, tmp_path: Path, tracing: str | None, reported: bool
) -> None:
    with Watcher() as watcher:
        asked_to_trace = {
            "LANGSMITH_TRACING": "true",
            "LANGCHAIN_TRACING_V2": "true",
            "LANGSMITH_ENDPOINT": watcher.url,
            "LANGSMITH_API_KEY": "key",
            "OPENAI_LOG": "debug",
        }
        chosen = {"LLM": "gpt-test", "LLM_BASE_URL": server.url, "LLM_DEADLINE": "60"}
        chosen |= {"LLM_TRACING": tracing} if tracing else {}
        command = [sys.executable, "-m", "tests.llm.asking_once", SECRET]
        done = subprocess.run(
            command, env=os.environ | asked_to_trace | chosen, capture_output=True, text=True, timeout=120, check=True
        )
        assert done.stdout == "ja"
        assert SECRET not in done.stderr
        assert bool(watcher.reports) is reported


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
