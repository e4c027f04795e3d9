"""`journey-coach bot`: the Telegram bot with the parts of this program."""

import logging
from typing import TYPE_CHECKING

from bot.errors import no_token
from bot.ports import Stores
from bot.running import Edge
from bot.running import run as run_bot
from bot.updates import OWNERS
from bot.webhook import Hook, secret_from

if TYPE_CHECKING:
    from app.settings import Settings
    from app.wiring import Parts


def run(parts: "Parts") -> None:
    """Runs the bot until it is stopped. CoachError "bot.no_token" where the setting is missing, "bot.refused" where
    Telegram refuses the token."""
    settings = parts.settings
    if settings.telegram_bot_token is None:
        raise no_token()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    parts.make_ready()
    parts.warm()
    token = settings.telegram_bot_token.get_secret_value()
    edge = Edge(
        token=token,
        api_url=settings.telegram_api_url,
        coach=parts.coach,
        stores=Stores(parts.conversations, parts.inbox, parts.outbox, parts.leases(OWNERS)),
        language=settings.coach_language,
        hook=_hook(settings, token),
        started=lambda name: print(f"@{name} is listening. Ctrl-C stops it.", flush=True),
    )
    run_bot(edge)


def _hook(settings: "Settings", token: str) -> Hook | None:
    if not settings.telegram_webhook_url:
        return None
    secret = settings.telegram_webhook_secret
    return Hook(
        url=settings.telegram_webhook_url,
        secret=secret.get_secret_value() if secret else secret_from(token),
        host=settings.web_host,
        port=settings.web_port,
    )
