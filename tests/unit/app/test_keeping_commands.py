"""`journey-coach new-key`, `rekey` and `sweep`, and what the doctor says of a key."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.doctor.checks import examine
from app.doctor.findings import Part, State
from app.settings import Settings
from app.wiring import Parts
from coaching.message import Message, MessageKind
from coaching.records import Turn
from journey.errors import CoachError


def ran(*command: str, **environment: str) -> str:
    done = CliRunner().invoke(cli, command, env=environment)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output.strip()


def parts(folder: Path, key: str = "") -> Parts:
    return Parts(Settings(_env_file=None, data_dir=folder, storage_key=key or None))  # type: ignore[call-arg,arg-type]


def talk(of: Parts) -> None:
    conversation = of.conversations.open("noor")
    message = Message(kind=MessageKind.TEXT, text="hallo")
    state, profile = conversation.state, conversation.profile
    of.conversations.record(Turn(conversation=conversation, message=message, state=state, profile=profile))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    talk(parts(tmp_path))
    return tmp_path


def test_a_database_is_encrypted_and_gets_another_key(folder):
    old, new = ran("new-key"), ran("new-key")
    said = ran("rekey", "--data", str(folder), STORAGE_KEY=old)
    assert "messages: 1" in said.splitlines()
    assert parts(folder, old).conversations.open("noor").messages == 1
    ran("rekey", "--data", str(folder), STORAGE_KEY=f"{new}, {old}")
    assert parts(folder, new).conversations.open("noor").messages == 1


def test_without_a_key_there_is_nothing_to_encrypt_with(folder):
    with pytest.raises(CoachError, match=r"storage\.no_key"):
        ran("rekey", "--data", str(folder), STORAGE_KEY="")


def test_a_sweep_says_how_many_conversations_it_erased(folder):
    assert ran("sweep", "--data", str(folder), RETENTION_DAYS="30") == "0"


def test_the_doctor_sees_that_the_key_does_not_fit(folder):
    key = ran("new-key")
    findings = {finding.part: finding for finding in examine(parts(folder, key))}
    assert (findings[Part.DATABASE].state, findings[Part.DATABASE].key) == (State.BROKEN, "error.storage.not_encrypted")
    ran("rekey", "--data", str(folder), STORAGE_KEY=key)
    assert {finding.part: finding for finding in examine(parts(folder, key))}[Part.DATABASE].state is State.OK
