"""`journey-coach bot`: the Telegram bot with the parts of this program."""

import logging
from typing import TYPE_CHECKING

from bot.errors import no_token
from bot.running import Edge
from bot.running import run as run_bot

if TYPE_CHECKING:
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
    edge = Edge(
        token=settings.telegram_bot_token.get_secret_value(),
        api_url=settings.telegram_api_url,
        coach=parts.coach,
        conversations=parts.conversations,
        inbox=parts.inbox,
        language=settings.coach_language,
        started=lambda name: print(f"@{name} is listening. Ctrl-C stops it.", flush=True),
    )
    run_bot(edge)
