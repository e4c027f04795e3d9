"""`journey-coach transcripts` and `export`: what the operator reads and takes away here stands in the audit log."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.settings import Settings
from app.wiring import Parts
from coaching.desk.staff import COMMAND_LINE, MAIN_AGENCY, Reader
from coaching.message import Message, MessageKind
from coaching.records import Turn
from tests.making import plan
from tests.sqlite import new_database

OWNER = "telegram:7"
ANYBODY = Reader(agency=MAIN_AGENCY, code="x", name="")


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Parts:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    parts = Parts(Settings(data_dir=new_database(tmp_path)))
    talk = parts.conversations.open(OWNER)
    message, state = Message(kind=MessageKind.TEXT, text="hallo"), talk.state.but(welcomed=True)
    turn = Turn(conversation=talk, message=message, state=state, profile=talk.profile, plan=plan())
    parts.conversations.record(turn)
    return parts


def test_what_was_seen_and_exported_is_entered_with_the_operator(parts: Parts, tmp_path: Path) -> None:
    talk = parts.conversations.open(OWNER).id
    for words in (
        ("transcripts", "list"),
        ("transcripts", "show", talk[:8]),
        ("transcripts", "export", talk, "--format", "json"),
        ("export", "--as", OWNER),
    ):
        CliRunner().invoke(cli, [*words, "--data", str(tmp_path)], catch_exceptions=False)
    entries = parts.audit.entries(ANYBODY).items
    assert {(entry.coach, entry.conversation) for entry in entries} == {(COMMAND_LINE, talk)}
    assert [(entry.act.value, entry.detail) for entry in entries] == [
        ("exported", "plan 1 md named"),
        ("exported", "transcript json named"),
        ("saw", ""),
    ]
