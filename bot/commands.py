"""The menu of commands that Telegram shows, in each language."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from journey.keys import LANGUAGES, Language
from prompts.words import Words

_log = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "help",
    "plan",
    "status",
    "edit",
    "ask",
    "export",
    "undo",
    "new",
    "language",
    "stop",
    "restart",
    "privacy",
    "mydata",
    "delete",
)


async def set_commands(bot: Bot, language: Language) -> None:
    """Sets the menu: by the language of each person's Telegram, and `language` for all others. The bot works without
    it, so trouble is only logged."""
    try:
        await bot.set_my_commands(menu(language))
        for known in LANGUAGES:
            await bot.set_my_commands(menu(known), language_code=known)
    except TelegramError as error:
        _log.warning("the menu of commands is not set: %s", type(error).__name__)


def menu(language: Language) -> list[BotCommand]:
    """The commands with what each does."""
    words = Words(language)
    return [BotCommand(name, words.say(f"bot.command.{name}")) for name in COMMANDS]
