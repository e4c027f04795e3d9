"""`journey-coach bot setup`: what Telegram shows of the bot before anybody talks with it."""

from pathlib import Path
from typing import Any

import pytest

from app.settings import Settings
from app.telegram import set_up_profile
from journey.errors import CoachError
from journey.keys import LANGUAGES
from prompts.words import Words
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_records import Fault


def set_up(api: FakeTelegram, folder: Path, **more: Any) -> list[str]:
    given = {"telegram_bot_token": api.token, "telegram_api_url": api.url, **more}
    return set_up_profile(Settings(_env_file=None, data_dir=folder, **given))


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_texts_and_menu_are_set_in_both_languages(api: FakeTelegram, tmp_path: Path, language: str) -> None:
    set_up(api, tmp_path, coach_language=language)
    for code, speaks in (("", language), ("nl", "nl"), ("en", "en")):
        words = Words(speaks)  # type: ignore[arg-type]
        for name, part in (("short_description", "about"), ("description", "description")):
            shown = api.profile.get((name, code), api.profile[name, ""])
            assert shown == words.say(f"bot.profile.{part}").strip()
        assert {"command": "new", "description": words.say("bot.command.new")} in api.commands[code]


def test_it_says_what_it_did_and_does_nothing_twice(api: FakeTelegram, tmp_path: Path) -> None:
    first = set_up(api, tmp_path)
    assert "ingesteld: korte tekst (Engels)" in first
    before = len([call for call in api.calls if call.method.startswith("set")])
    second = set_up(api, tmp_path)
    assert all(line.startswith("stond al goed: ") for line in second)
    assert len(first) == len(second) == 12
    assert len([call for call in api.calls if call.method.startswith("set")]) == before


def test_what_somebody_changed_is_set_again(api: FakeTelegram, tmp_path: Path) -> None:
    set_up(api, tmp_path)
    api.profile["description", "en"] = "something else"
    assert [line for line in set_up(api, tmp_path) if "ingesteld" in line] == ["ingesteld: beschrijving (Engels)"]


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (Fault(401, method="getMe", description="Unauthorized"), "bot.refused"),
        (Fault(0, method="getMyName"), "bot.unreachable"),
        (Fault(429, method="setMyDescription"), "bot.unreachable"),
    ],
)
def test_trouble_is_a_sentence_that_does_not_hold_the_token(
    api: FakeTelegram, tmp_path: Path, fault: Fault, key: str
) -> None:
    api.fail(fault)
    with pytest.raises(CoachError) as caught:
        set_up(api, tmp_path)
    assert caught.value.key == key
    assert api.token not in str(caught.value.values)
    assert caught.value.__suppress_context__


def test_without_a_token_it_says_how_to_get_one(api: FakeTelegram, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    with pytest.raises(CoachError) as caught:
        set_up(api, tmp_path, telegram_bot_token=None)
    assert caught.value.key == "bot.no_token"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("part", "most"), [("name", 64), ("about", 120), ("description", 512)])
def test_every_text_fits(language: Any, part: str, most: int) -> None:
    assert len(Words(language).say(f"bot.profile.{part}").strip()) <= most
