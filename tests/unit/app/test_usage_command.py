"""`journey-coach usage`: what the language model took, by day and errand, with the month's total."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli
from coaching.thinking import Errand
from coaching.usage import Spent
from storage.engine import open_database
from storage.usage import DatabaseUsage


@pytest.fixture
def data(tmp_path: Path) -> Path:
    database = open_database(tmp_path)
    for day, errand in ((1, Errand.PLAN), (2, Errand.PLAN), (2, Errand.THEORY)):
        usage = DatabaseUsage(database, lambda day=day: datetime(2026, 11, day, 12, tzinfo=UTC))  # type: ignore[misc]
        usage.note("telegram:7", errand, Spent(1, 1000, 200, 0.0125))
    database.engine.dispose()
    return tmp_path


def said(data: Path, *more: str) -> str:
    done = CliRunner().invoke(cli, ["usage", "--data", str(data), *more])
    assert done.exit_code == 0, done.output
    return done.output


def test_each_day_and_errand_has_a_line_and_the_month_its_total(data: Path) -> None:
    assert said(data, "--month", "2026-11").splitlines() == [
        "day         errand  calls  tokens in  tokens out    euro",
        "2026-11-01  plan        1       1000         200  0.0125",
        "2026-11-02  plan        1       1000         200  0.0125",
        "2026-11-02  theory      1       1000         200  0.0125",
        "2026-11     all         3       3000         600  0.0375",
    ]


def test_programs_get_the_same_as_json(data: Path) -> None:
    told = json.loads(said(data, "--month", "2026-11", "--json"))
    assert told["month"] == "2026-11"
    assert [(day["day"], day["errand"]) for day in told["days"]] == [
        ("2026-11-01", "plan"),
        ("2026-11-02", "plan"),
        ("2026-11-02", "theory"),
    ]
    assert told["total"] == {"calls": 3, "tokens_in": 3000, "tokens_out": 600, "cost": 0.0375}


def test_a_month_in_which_nothing_was_asked_has_a_total_of_nothing(data: Path) -> None:
    assert json.loads(said(data, "--month", "2026-10", "--json"))["total"]["calls"] == 0
