"""What Telegram shows of the bot before anybody talks with it: name, texts and menu, in each language."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.commands import menu
from bot.errors import refused, unreachable
from journey.keys import LANGUAGES, Language
from prompts.words import Words

Part = Literal["name", "about", "description", "commands"]


@dataclass(frozen=True)
class Done:
    """A part that was looked at, for a language ("" for all others), and whether it had to be changed."""

    part: Part
    language: str
    changed: bool


async def set_up(bot: Bot, language: Language) -> list[Done]:
    """Sets what isn't right yet: in each language, and in `language` for whoever speaks another. Telegram lets a name
    be changed only seldom, so what is right is left alone. CoachError "bot.refused" where Telegram does not know the
    token, "bot.unreachable" where it doesn't answer or takes something amiss."""
    try:
        async with bot:
            return [
                await _right(part, bot, speaks, code)
                for speaks, code in ((language, ""), *((known, known) for known in LANGUAGES))
                for part in _PARTS
            ]
    except (InvalidToken, Forbidden):
        raise refused() from None  # the error quotes the token
    except TelegramError as error:
        problem = error.message if isinstance(error, BadRequest) else type(error).__name__
        raise unreachable(bot.base_url.removesuffix(f"/bot{bot.token}"), problem) from None


async def _right(part: Part, bot: Bot, speaks: Language, code: str) -> Done:
    """Makes one part right, for people whose language is `code`."""
    get, put = _PARTS[part]
    wanted = _wanted(part, speaks)
    changed = await get(bot, code) != wanted
    if changed:
        await put(bot, wanted, code)
    return Done(part, code, changed)


def _wanted(part: Part, language: Language) -> Any:
    return tuple(menu(language)) if part == "commands" else Words(language).say(f"bot.profile.{part}").strip()


async def _name(bot: Bot, code: str) -> str:
    return (await bot.get_my_name(language_code=code)).name


async def _about(bot: Bot, code: str) -> str:
    return (await bot.get_my_short_description(language_code=code)).short_description


async def _description(bot: Bot, code: str) -> str:
    return (await bot.get_my_description(language_code=code)).description


_PARTS: dict[Part, tuple[Callable[[Bot, str], Awaitable[Any]], Callable[[Bot, Any, str], Awaitable[bool]]]] = {
    "name": (_name, lambda bot, text, code: bot.set_my_name(text, language_code=code)),
    "about": (_about, lambda bot, text, code: bot.set_my_short_description(text, language_code=code)),
    "description": (_description, lambda bot, text, code: bot.set_my_description(text, language_code=code)),
    "commands": (
        lambda bot, code: bot.get_my_commands(language_code=code),
        lambda bot, commands, code: bot.set_my_commands(commands, language_code=code),
    ),
}
