"""`journey-coach doctor` on parts that are really broken: it finds each, and says in one sentence how to mend it."""

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest

from app.doctor.checks import examine
from app.doctor.findings import Finding, Part, State, exit_code
from app.doctor.report import as_json, as_text, consulted
from app.settings import Settings
from app.wiring import Parts
from coaching.message import Reply
from prompts.words import Words
from storage.engine import open_database
from storage.outbox import DatabaseOutbox
from storage.schema import HEAD
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault
from tests.telegram.harness import free_port

TOKEN_PARTS = (Part.TOKEN, Part.WEBHOOK, Part.CLOCK)


@dataclass
class Consulting:
    """A doctor that is asked about these settings."""

    folder: Path

    def about(self, **settings: object) -> dict[Part, Finding]:
        given = {"data_dir": self.folder / "data", "telegram_bot_token": None} | settings
        findings = examine(Parts(Settings(_env_file=None, **given)))  # type: ignore[arg-type]
        assert {finding.part for finding in findings} == set(Part)
        return {finding.part: finding for finding in findings}

    def of(self, part: Part, **settings: object) -> tuple[State, str]:
        finding = self.about(**settings)[part]
        return finding.state, Words("en").say(finding.key, **finding.values)


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Consulting:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return Consulting(tmp_path)


@pytest.fixture
def data(doctor: Consulting) -> Path:
    """A data folder with a database that is as it should be."""
    open_database(doctor.folder / "data").engine.dispose()
    return doctor.folder / "data"


def changed(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(data / "coach.db")) as database, database:
        database.execute(statement)


@pytest.fixture
def nobody() -> Iterator[None]:
    """Whoever runs the tests may not do everything: root could write in any folder."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only() -> Iterator[Path]:
    folder = Path(mkdtemp())
    folder.chmod(0o555)
    yield folder
    shutil.rmtree(folder)


# --- all is well


def test_on_a_fresh_machine_nothing_is_broken_and_nothing_is_made(doctor: Consulting) -> None:
    findings = doctor.about()
    assert not exit_code(tuple(findings.values()))
    assert findings[Part.DATABASE].key == "doctor.database.none"
    assert not (doctor.folder / "data").exists()


def test_with_a_database_and_a_telegram_all_is_well(doctor: Consulting, data: Path) -> None:
    with FakeTelegram() as api:
        findings = doctor.about(telegram_bot_token=api.token, telegram_api_url=api.url)
    states = {part: finding.state for part, finding in findings.items()}
    assert {states.pop(part) for part in (Part.CHROMA, Part.MODEL, Part.BUDGET)} == {State.SKIPPED}
    assert set(states.values()) == {State.OK}


# --- folder and database


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")
def test_a_folder_that_is_read_only(doctor: Consulting, read_only: Path, nobody: None) -> None:
    state, says = doctor.of(Part.FOLDER, data_dir=read_only / "data")
    assert state is State.BROKEN
    assert str(read_only) in says
    assert "DATA_DIR" in says


def test_a_data_folder_that_is_a_file(doctor: Consulting) -> None:
    (doctor.folder / "data").write_text("")
    assert doctor.of(Part.FOLDER)[0] is State.BROKEN


def test_a_schema_that_is_older_will_be_brought_up_to_date(doctor: Consulting, data: Path) -> None:
    changed(data, "UPDATE alembic_version SET version_num = '0001'")
    state, says = doctor.of(Part.SCHEMA)
    assert state is State.ATTENTION
    assert "back-up" in says
    with closing(sqlite3.connect(data / "coach.db")) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_schema_that_is_newer(doctor: Consulting, data: Path) -> None:
    changed(data, "UPDATE alembic_version SET version_num = '9999'")
    state, says = doctor.of(Part.SCHEMA)
    assert state is State.BROKEN
    assert "9999" in says
    assert HEAD in says
    assert doctor.about()[Part.LETTERS].state is State.SKIPPED


def test_a_file_that_is_no_database(doctor: Consulting, data: Path) -> None:
    (data / "coach.db").write_text("not a database at all, but long enough to look like one" * 100)
    state, says = doctor.of(Part.DATABASE)
    assert state is State.BROKEN
    assert "damaged" in says


def test_a_server_that_is_not_there(doctor: Consulting) -> None:
    url = f"postgresql+psycopg://coach:hush@127.0.0.1:{free_port()}/coach"
    state, says = doctor.of(Part.DATABASE, database_url=url)
    assert state is State.BROKEN
    assert "DATABASE_URL" in says
    assert "hush" not in says


def test_replies_that_were_given_up(doctor: Consulting, data: Path) -> None:
    database = open_database(data)
    outbox = DatabaseOutbox(database)
    outbox.put("telegram:7", Reply(text="dag"))
    outbox.bury(1, "refused")
    database.engine.dispose()
    state, says = doctor.of(Part.LETTERS)
    assert state is State.ATTENTION
    assert "given up: 1" in says
    assert "dead-letters list" in says


# --- knowledge


def test_no_index(doctor: Consulting) -> None:
    state, says = doctor.of(Part.INDEX, index_dir=doctor.folder / "nothing")
    assert state is State.BROKEN
    assert "journey-coach index" in says


def test_an_index_of_another_embedder(doctor: Consulting) -> None:
    copy_index(doctor.folder)
    for file in (doctor.folder / "index").glob("vectors-*.npz"):
        file.rename(file.with_name("vectors-00000000000000000000.npz"))
    state, says = doctor.of(Part.INDEX, index_dir=doctor.folder)
    assert state is State.BROKEN
    assert "another embedder" in says


def test_an_index_that_is_damaged_is_left_as_it_is(doctor: Consulting) -> None:
    copy_index(doctor.folder)
    (file,) = (doctor.folder / "index").glob("vectors-*.npz")
    file.write_bytes(file.read_bytes()[:1000])
    state, says = doctor.of(Part.INDEX, index_dir=doctor.folder)
    assert state is State.BROKEN
    assert "--anew" in says
    assert file.stat().st_size == 1000


def copy_index(to: Path) -> None:
    here = Settings.model_fields["index_dir"].get_default(call_default_factory=True)
    shutil.copytree(here / "index", to / "index")


def test_an_embedder_that_is_not_there(doctor: Consulting) -> None:
    findings = doctor.about(embeddings="sentence-transformers:no/such-model")
    assert findings[Part.EMBEDDER].state is State.BROKEN
    assert findings[Part.INDEX].state is State.BROKEN
    assert findings[Part.DATABASE].state is State.OK


def test_a_chroma_server_that_is_not_there(doctor: Consulting) -> None:
    address = f"127.0.0.1:{free_port()}"
    state, says = doctor.of(Part.CHROMA, chroma=address)
    assert state is State.BROKEN
    assert address in says


# --- Telegram


@pytest.fixture
def api() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


def telegram(api: FakeTelegram, **more: object) -> dict[str, object]:
    return {"telegram_bot_token": api.token, "telegram_api_url": api.url, **more}


def test_without_a_token_it_says_that_telegram_is_not_checked(doctor: Consulting) -> None:
    findings = doctor.about()
    assert {findings[part].state for part in TOKEN_PARTS} == {State.SKIPPED}
    assert doctor.of(Part.TOKEN)[1].startswith("No token set: Telegram not checked")


def test_a_token_that_telegram_refuses(doctor: Consulting, api: FakeTelegram) -> None:
    token = "4242:another-one"
    state, says = doctor.of(Part.TOKEN, telegram_bot_token=token, telegram_api_url=api.url)
    assert state is State.BROKEN
    assert "@BotFather" in says


@pytest.mark.parametrize("code", [0, 502])
def test_a_telegram_that_does_not_answer_is_no_wrong_token(doctor: Consulting, api: FakeTelegram, code: int) -> None:
    api.fail(Fault(code, method="getMe", times=5))
    findings = doctor.about(**telegram(api))
    assert findings[Part.TOKEN].key == "error.bot.unreachable"
    assert api.token not in json.dumps(findings[Part.TOKEN].values)
    assert findings[Part.CLOCK].state is State.SKIPPED


@pytest.mark.parametrize(("ahead", "word"), [(90, "behind"), (-90, "ahead")])
def test_a_clock_that_is_wrong(doctor: Consulting, api: FakeTelegram, ahead: float, word: str) -> None:
    api.ahead = ahead
    state, says = doctor.of(Part.CLOCK, **telegram(api))
    assert state is State.BROKEN
    assert word in says
    assert "timedatectl" in says


def test_a_webhook_that_telegram_can_not_deliver_at(doctor: Consulting, api: FakeTelegram) -> None:
    address = f"http://127.0.0.1:{free_port()}/telegram"
    set_webhook(api, address)
    api.say(7, "hallo")
    api.wait(lambda: api.webhook and api.webhook.error)
    state, says = doctor.of(Part.WEBHOOK, **telegram(api, telegram_webhook_url=address))
    assert state is State.BROKEN
    assert "Connection refused" in says
    assert "waiting: 1" in says


def test_a_webhook_that_nobody_asked_for_and_one_that_is_not_set(doctor: Consulting, api: FakeTelegram) -> None:
    address = "http://127.0.0.1:1/telegram"
    assert doctor.of(Part.WEBHOOK, **telegram(api, telegram_webhook_url=address))[0] is State.BROKEN
    set_webhook(api, address)
    assert doctor.of(Part.WEBHOOK, **telegram(api))[0] is State.ATTENTION
    assert doctor.of(Part.WEBHOOK, **telegram(api, telegram_webhook_url=address + "/x"))[0] is State.BROKEN


def set_webhook(api: FakeTelegram, url: str) -> None:
    import urllib.request

    urllib.request.urlopen(f"{api.url}/bot{api.token}/setWebhook?url={url}", timeout=5).close()


def test_nothing_is_changed_at_telegram(doctor: Consulting, api: FakeTelegram) -> None:
    doctor.about(**telegram(api))
    assert {call.method for call in api.calls} == {"getMe", "getWebhookInfo"}


# --- what is told


def test_settings_that_are_wrong_are_told_in_the_language_that_was_set(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEB_PORT", "many")
    for language, word in (("en", "setting"), ("nl", "instelling"), ("fr", "instelling")):
        monkeypatch.setenv("COACH_LANGUAGE", language)
        findings, spoken = consulted(None)
        assert [finding.part for finding in findings] == [Part.SETTINGS]
        assert exit_code(findings) == 1
        assert word in as_text(findings, spoken)


def test_parts_are_told_in_order_with_the_number_that_is_broken(doctor: Consulting, monkeypatch) -> None:
    monkeypatch.setenv("INDEX_DIR", str(doctor.folder / "nothing"))
    monkeypatch.setenv("COACH_LANGUAGE", "en")
    monkeypatch.chdir(doctor.folder)
    findings, language = consulted(doctor.folder / "data")
    assert [finding.part for finding in findings] == list(Part)
    text = as_text(findings, language)
    assert len(text.splitlines()) == len(Part) + 2
    assert text.endswith("One part is broken.")
    told = json.loads(as_json(findings, language))
    assert told["well"] is False
    assert [check["part"] for check in told["checks"] if check["state"] == "broken"] == ["index"]
    assert all(check["says"] for check in told["checks"])


def test_the_command_ends_with_one_where_something_is_broken(doctor: Consulting, monkeypatch) -> None:
    from typer.testing import CliRunner

    from app.cli import cli

    monkeypatch.chdir(doctor.folder)
    data = ["doctor", "--json", "--data", str(doctor.folder / "data")]
    assert CliRunner().invoke(cli, data).exit_code == 0
    broken = CliRunner(env={"INDEX_DIR": str(doctor.folder / "nothing")}).invoke(cli, data)
    assert broken.exit_code == 1
    assert json.loads(broken.output)["well"] is False
