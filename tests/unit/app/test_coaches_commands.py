"""`journey-coach coaches`: the list that links of coaches are looked up in."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import cli
from journey.errors import CoachError


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def run(*words: str) -> str:
        result = CliRunner().invoke(cli, ["coaches", *words, "--data", str(tmp_path)], catch_exceptions=False)
        return result.output

    return run


def test_a_coach_is_added_renamed_listed_and_removed(run: Any) -> None:
    run("add", "mieke", "Mieke")
    run("add", "mieke", "Mieke Claes")
    assert run("list") == "mieke  Mieke Claes\n"
    run("remove", "mieke")
    assert run("list").strip() == ""


@pytest.mark.parametrize("code", ["met spatie", "é", "x" * 65, ""])
def test_a_code_that_no_link_can_carry_is_refused(run: Any, code: str) -> None:
    with pytest.raises(CoachError, match="code"):
        run("add", code, "Mieke")


def test_a_coach_who_is_not_there_can_not_be_removed(run: Any) -> None:
    with pytest.raises(CoachError, match="unknown"):
        run("remove", "nobody")
