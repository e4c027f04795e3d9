"""`journey-coach bot` with a token that is missing or wrong."""

from pathlib import Path
from typing import Any

import pytest

from app.settings import Settings
from app.telegram import run
from journey.errors import CoachError
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import ScriptedCoach, stores_in


class Parts:
    def make_ready(self) -> None:
        """The knowledge needs no building here."""

    def warm(self) -> None:
        """Nothing is slow to load here."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        stores = stores_in(folder)
        self.settings = Settings(_env_file=None, data_dir=folder, **settings)
        self.conversations, self.inbox, self.outbox = stores.conversations, stores.inbox, stores.outbox
        self.leases = lambda _: stores.leases
        self.coach = ScriptedCoach(stores.conversations)
        self.counting: list[Any] = []
        self.keeping = self.consents = self.privacy = None
        self.library = FakeLibrary()


def refusal(folder: Path, **settings: Any) -> str:
    with pytest.raises(CoachError) as caught:
        run(Parts(folder, **settings))  # type: ignore[arg-type]
    assert caught.value.__cause__ is None
    return caught.value.key


@pytest.fixture(autouse=True)
def no_settings_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)


def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "bot.no_token"


@pytest.mark.parametrize("token", ["4242:another-token", "0:x", "not a token", "4242", "4242:é", "1:a\n/b"])
def test_a_token_that_telegram_does_not_know_is_refused(api: FakeTelegram, tmp_path: Path, token: str) -> None:
    assert refusal(tmp_path, telegram_bot_token=token, telegram_api_url=api.url) == "bot.refused"


def test_a_token_that_is_revoked_while_the_bot_runs_ends_it(api: FakeTelegram, tmp_path: Path) -> None:
    from tests.telegram.fake_records import Fault

    api.fail(Fault(401, method="getUpdates", description="Unauthorized"))
    assert refusal(tmp_path, telegram_bot_token=api.token, telegram_api_url=api.url) == "bot.refused"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", ["no_token", "refused"])
def test_each_is_a_sentence_that_names_the_setting(language: Any, key: str) -> None:
    assert "TELEGRAM_BOT_TOKEN" in Words(language).say(f"error.bot.{key}")
