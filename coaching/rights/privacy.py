"""What is told to an owner about what is kept."""

from coaching.message import Reply
from coaching.ports import Coaches
from coaching.readers import readers, readers_reply
from coaching.rights.consent_replies import revoking
from coaching.rights.ports import Consents
from coaching.rights.standing import Standing
from coaching.thinking import LanguageModel
from prompts.words import Words


class Privacy:
    """Knows this set-up: its coaches, its language model, for how many `days` talks are kept (0: until they are
    erased), and who agreed to that, where anybody is asked."""

    def __init__(
        self,
        coaches: Coaches | None = None,
        model: LanguageModel | None = None,
        days: int = 0,
        consents: Consents | None = None,
    ) -> None:
        self._coaches = coaches
        self._model = model
        self._days = days
        self._consents = consents

    def told(self, owner: str, words: Words) -> Reply:
        """All of it; who agreed can take that back."""
        agreed = self._consents is not None and self._consents.standing(owner) is Standing.AGREED
        reply = readers_reply(self._coach(owner), self._model, words, self._days)
        return reply.model_copy(update={"buttons": revoking(words)}) if agreed else reply

    def readers(self, owner: str, words: Words) -> str:
        """Who reads along."""
        return readers(self._coach(owner), self._model, words)

    def _coach(self, owner: str) -> str:
        code = self._coaches.code_of(owner) if self._coaches else ""
        return (self._coaches.named(code) if self._coaches and code else "") or ""
