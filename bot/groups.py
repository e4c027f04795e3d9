"""Groups: the coach talks in private only, and says so once."""

from telegram import Bot, Update

from bot.patience import patient
from bot.ports import Stores
from bot.updates import group_of, is_command
from coaching.message import Reply
from coaching.records import Arrival
from journey.keys import Language
from prompts.words import Words


class Groups:
    """Answers in groups with one line: the first time anything is heard there, and to each command."""

    def __init__(self, bot: Bot, stores: Stores, language: Language) -> None:
        self._bot = bot
        self._stores = stores
        self._language: Language = language
        self._told: set[int] = set()

    async def answer(self, arrival: Arrival, update: Update) -> None:
        """Says that it works in private, where this update comes from a group that should hear it."""
        group = group_of(update)
        if group is None or (group in self._told and not is_command(update)):
            await patient(self._stores.inbox.done, arrival.id)
            return
        self._told.add(group)
        line = Words(self._speaks(update)).say("bot.group", name=self._bot.username)
        await patient(self._stores.outbox.put, arrival.owner, Reply(text=line), arrival.id)

    def _speaks(self, update: Update) -> Language:
        code = (update.effective_user and update.effective_user.language_code) or ""
        return "nl" if code.startswith("nl") else "en" if code.startswith("en") else self._language
