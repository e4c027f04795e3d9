"""Groups: the coach talks in private only, and says so once."""

import logging

from telegram import Bot, Update

from bot.delivering import Courier, GoneError, RefusedError
from bot.formatting import Parcel
from bot.updates import group_of, is_command
from journey.keys import Language
from prompts.words import Words

_log = logging.getLogger(__name__)


class Groups:
    """Answers in groups with one line: the first time anything is heard there, and to each command."""

    def __init__(self, bot: Bot, courier: Courier, language: Language) -> None:
        self._bot = bot
        self._courier = courier
        self._language: Language = language
        self._told: set[int] = set()

    async def answer(self, update: Update) -> None:
        """Says that it works in private, where this update comes from a group that should hear it."""
        group = group_of(update)
        if group is None or (group in self._told and not is_command(update)):
            return
        self._told.add(group)
        line = Words(self._speaks(update)).say("bot.group", name=self._bot.username)
        try:
            await self._courier.deliver(group, Parcel(line))
        except (GoneError, RefusedError) as error:
            _log.info("no answer to a group: %s", error)

    def _speaks(self, update: Update) -> Language:
        code = (update.effective_user and update.effective_user.language_code) or ""
        return "nl" if code.startswith("nl") else "en" if code.startswith("en") else self._language
