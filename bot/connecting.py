"""The connection to Telegram: the client, its first call, and logs that keep the token to themselves."""

import asyncio
import logging
import re

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.delivering import pause
from bot.errors import no_token, refused, webhook_refused
from bot.patience import delays
from bot.requesting import AiohttpRequest
from bot.updates import WANTED
from bot.webhook import Hook

_log = logging.getLogger(__name__)
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)

#: Calls to Telegram at a time: enough for 30 messages a second that take most of a second each, and few to come twice
#: when the program is killed.
CONNECTIONS = 24
#: Calls from Telegram at a time, the most it makes.
CALLS = 100


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
        request=AiohttpRequest(CONNECTIONS),
        get_updates_request=AiohttpRequest(1),
    )


async def connect(bot: Bot, hook: Hook | None = None) -> None:
    """Asks Telegram who the bot is, until it answers, and to send updates to `hook`, or to nobody (they are fetched).
    CoachError "bot.refused" where Telegram refuses the token, "bot.webhook_refused" where it refuses the address."""
    for delay in delays():
        try:
            await bot.initialize()
            await _point(bot, hook)
        except InvalidToken:
            raise refused() from None  # the error of the library quotes the token
        except BadRequest as error:
            raise webhook_refused(hook.url if hook else "", error.message) from error
        except TelegramError as error:
            wait = pause(error, delay)
            _log.warning("no connection to Telegram (%s); again in %.1f s", type(error).__name__, wait)
            await asyncio.sleep(wait)
        else:
            return


async def _point(bot: Bot, hook: Hook | None) -> None:
    if hook is None:
        await bot.delete_webhook(drop_pending_updates=False)
    else:
        await bot.set_webhook(hook.url, secret_token=hook.secret, allowed_updates=WANTED, max_connections=CALLS)


def _hush() -> None:
    """Quiets loggers that tell secrets: the address of each call holds the token, and an update that can't be read is
    logged with the owner's words."""
    for name in ("aiohttp", "telegram", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram.Bot").setLevel(logging.CRITICAL + 1)
