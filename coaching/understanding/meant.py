"""The question that a message answers, told by its meaning where no rule found anything in it."""

from coaching.understanding.asked_about import topic_asked
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.meanings import Meanings
from coaching.understanding.questions import asks_barely
from coaching.understanding.words_or_noise import is_empty
from journey.profile import FREE_TEXT
from journey.topics import FIELDS, Topic

#: Questions whose answer is looked for by other means.
_NOT_THEN = (Topic.BUSINESS, Topic.OFFER, Topic.MODEL, Topic.PLAN_FEEDBACK, Topic.TRADE, Topic.LANGUAGE, None)
_FEWEST, _MOST = 3, 40
#: Words of a text that may stand in the profile as it is, where it wasn't asked for.
_SHORT = 14


class Meant:
    """Tells which question a message answers."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings

    def question(self, reading: Reading) -> str:
        """The question that the message answers instead of the open one; empty for none."""
        words = len(reading.text.words)
        if reading.context.asking in _NOT_THEN or not _FEWEST <= words <= _MOST or "?" in reading.text.low:
            return ""
        if asks_barely(reading.text) or is_empty(reading.text.low):
            return ""
        question = self._meanings.told_of(reading.text.original)
        return "" if question and topic_asked(question) is reading.context.asking else question


def fitting(reading: Reading, question: str, found: list[Finding]) -> list[Finding]:
    """Those of `found` that answer `question`; a text only where it is short enough to stand as it is."""
    fields = FIELDS[topic_asked(question)]
    short = len(reading.text.words) <= _SHORT and len(reading.text.clauses) == 1
    return [finding for finding in found if finding.field in fields and (short or finding.field not in FREE_TEXT)]
