"""`docs/play-coverage.md` says which plays cover which touchpoint and technique; these tests hold it to the library."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from journey.channels import CHANNELS
from journey.plays import Play
from knowledge.records import load_plays

TABLES = Path(__file__).parents[3] / "docs" / "play-coverage.md"


class Row(NamedTuple):
    """One line of a table: what is covered, on which channels (none for a technique), by which plays."""

    name: str
    channels: tuple[str, ...]
    plays: tuple[str, ...]


def rows_of(text: str) -> list[Row]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:2] == "| "]
    return [Row(name, keys(channels), keys(plays)) for name, channels, plays in cells if plays != "plays"]


def keys(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


ROWS = rows_of(TABLES.read_text(encoding="utf-8"))
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@pytest.fixture(scope="module")
def plays() -> dict[str, Play]:
    return {play.key: play for play in load_plays()}


@each_row
def test_every_play_named_is_in_the_library(row: Row, plays: dict[str, Play]) -> None:
    assert row.plays
    assert [key for key in row.plays if key not in plays] == []


@each_row
def test_every_play_can_be_done_on_a_channel_of_its_row(row: Row, plays: dict[str, Play]) -> None:
    assert set(row.channels) <= set(CHANNELS)
    elsewhere = [key for key in row.plays if row.channels and not set(row.channels) & set(plays[key].channels)]
    assert elsewhere == []


def test_nothing_stands_in_the_tables_twice() -> None:
    names = [row.name for row in ROWS]
    assert sorted(set(names)) == sorted(names)


def test_a_table_is_read_with_and_without_channels() -> None:
    table = "| technique | channels | plays |\n|---|---|---|\n| Van | `van` | `a`, `b` |\n| Contest | | `c` |\n"
    assert rows_of(table) == [Row("Van", ("van",), ("a", "b")), Row("Contest", (), ("c",))]


def test_touchpoints_that_owners_use_daily_have_a_row() -> None:
    daily = {"shop", "window", "van", "phone", "whatsapp", "google_business", "website", "instagram", "email", "market"}
    assert daily - {channel for row in ROWS for channel in row.channels} == set()
