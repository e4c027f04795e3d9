"""`journey-coach console`: the console put together from the settings."""

import socket
import stat
from pathlib import Path

import pytest

from app.console import run, shown
from app.inviting import address_of
from app.settings import Settings
from app.wiring import Parts
from console.serving import serve
from journey.errors import CoachError


def test_a_secret_is_made_once_and_for_the_operator_alone(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(data_dir=tmp_path, console_port=taken.getsockname()[1])
        secrets = []
        for _ in range(2):
            with pytest.raises(CoachError, match="port_taken"):
                run(Parts(settings))
            secrets.append((tmp_path / "console.secret").read_text())
    assert secrets[0] == secrets[1]
    assert len(secrets[0]) > 48
    assert stat.S_IMODE((tmp_path / "console.secret").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("console.secret*")] == ["console.secret"]


def test_settings_are_shown_without_secrets(tmp_path: Path) -> None:
    given = {
        "console_secret": "geheim" * 8,
        "telegram_bot_token": "123:geheim",
        "database_url": "postgresql+psycopg://coach:geheim@host/name",
    }
    settings = Settings(data_dir=tmp_path, **given)  # type: ignore[arg-type]
    told = {setting.name: setting for setting in shown(settings)}
    assert "geheim" not in str(told)
    assert told["CONSOLE_SECRET"].secret
    assert told["CONSOLE_SECRET"].value
    assert told["DATABASE_URL"].value == "postgresql+psycopg://…@host/name"
    assert told["CONSOLE_PORT"].value == "8090"
    assert told["LLM_ERRANDS"].value == "editing, plan, rephrasing, theory, understanding"


def test_coaches_reach_it_at_the_address_that_is_set_or_where_it_listens(tmp_path: Path) -> None:
    assert address_of(Settings(data_dir=tmp_path, console_port=9000)) == "http://127.0.0.1:9000"
    assert address_of(Settings(data_dir=tmp_path, console_url="https://coaches.example")) == "https://coaches.example"


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CoachError, match="port_taken"):
        serve(lambda *_: None, "127.0.0.1", taken.getsockname()[1], lambda: None)  # type: ignore[arg-type]
