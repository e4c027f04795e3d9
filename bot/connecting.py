"""The connection to Telegram: the client, its first call, and logs that keep the token to themselves."""

import asyncio
import logging
import re

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.delivering import pause
from bot.errors import no_token, refused
from bot.patience import delays

_log = logging.getLogger(__name__)
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)

#: Calls to Telegram at a time; a chat has seldom more than one.
CONNECTIONS = 64


def client(token: str, api_url: str) -> Bot:
    """A client for the Bot API at `api_url`. CoachError "bot.no_token" or "bot.refused" where it is none."""
    token = token.strip()
    if not token:
        raise no_token()
    if not _TOKEN.fullmatch(token):
        raise refused()
    _hush()
    url = api_url.rstrip("/")
    return Bot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=HTTPXRequest(CONNECTIONS, pool_timeout=60, read_timeout=15, write_timeout=15, connect_timeout=10),
        get_updates_request=HTTPXRequest(2, pool_timeout=60, read_timeout=10, connect_timeout=10),
    )


async def connect(bot: Bot) -> None:
    """Asks Telegram who the bot is, until it answers, and takes updates over from a webhook that may be set. CoachError
    "bot.refused" where Telegram refuses the token."""
    for delay in delays():
        try:
            await bot.initialize()
            await bot.delete_webhook(drop_pending_updates=False)
        except InvalidToken:
            raise refused() from None  # the error of the library quotes the token
        except TelegramError as error:
            wait = pause(error, delay)
            _log.warning("no connection to Telegram (%s); again in %.1f s", type(error).__name__, wait)
            await asyncio.sleep(wait)
        else:
            return


def _hush() -> None:
    """Quiets loggers that tell secrets: the address of each call holds the token, and an update that can't be read is
    logged with the owner's words."""
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram.Bot").setLevel(logging.CRITICAL + 1)
