"""Speech to text by an endpoint of the operator's choice that works like OpenAI's `/audio/transcriptions`
(docs/decisions/0041-voice-notes.md)."""

import logging
from dataclasses import dataclass
from typing import Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData

_log = logging.getLogger(__name__)

#: Seconds for an answer.
PATIENCE = 30.0
#: Characters of an answer that are read at most: five minutes have some 5,000.
_MOST = 20_000


class UnheardError(Exception):
    """Nothing could be made of a recording."""


class Transcribes(Protocol):
    """Writes out what is said in a recording."""

    async def words_in(self, name: str, recording: bytes) -> str:
        """The words in `recording`, a file called `name`. UnheardError where there are none to be had."""
        ...


@dataclass(frozen=True)
class SpeechEndpoint:
    """The endpoint at `url`, to which `/audio/transcriptions` is added; `key` may be empty. A failure is logged without
    the words, the key or the address."""

    url: str
    key: str
    model: str
    patience: float = PATIENCE

    async def words_in(self, name: str, recording: bytes) -> str:
        """See Transcribes."""
        try:
            words = await self._asked(name, recording)
        except (ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            _log.warning("speech: %s", type(error).__name__)
            raise UnheardError(type(error).__name__) from None
        if not words:
            raise UnheardError("no words")
        return words[:_MOST]

    async def _asked(self, name: str, recording: bytes) -> str:
        form = FormData({"model": self.model, "response_format": "json"})
        form.add_field("file", recording, filename=name)
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        timeout = ClientTimeout(total=self.patience)
        address = f"{self.url.rstrip('/')}/audio/transcriptions"
        async with (
            ClientSession(timeout=timeout, headers=headers, trust_env=True, raise_for_status=True) as session,
            session.post(address, data=form) as response,
        ):
            text = (await response.json())["text"]
        if not isinstance(text, str):
            raise TypeError("text")
        return text.strip()
