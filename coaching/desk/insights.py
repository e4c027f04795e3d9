"""What many conversations show together."""

from datetime import datetime

from coaching.frozen import Frozen


class FunnelStep(Frozen):
    """What became of one question of the interview: how many owners were asked it, answered, skipped, were asked once
    more because the answer was thin, and left the talk there."""

    question: str
    asked: int
    answered: int
    skipped: int
    probed: int
    left: int


class Bar(Frozen):
    """How often something came up."""

    key: str
    count: int


class Effort(Frozen):
    """What a plan takes of owners: `turns` and `minutes` to the first plan as bars (the key of a bar is where it
    begins), with the medians; None where there is no plan yet."""

    plans: int
    turns: tuple[Bar, ...] = ()
    minutes: tuple[Bar, ...] = ()
    median_turns: float | None = None
    median_minutes: float | None = None


class AskedBack(Frozen):
    """How often owners asked `intent` back while `question` stood open ("" where none did)."""

    intent: str
    question: str
    count: int


class PoorAnswer(Frozen):
    """A question that the library answered poorly, in the words of its message; `label` is "" where nothing fitted."""

    conversation: str
    message: int
    text: str
    label: str
    nearness: float | None
    unhelpful: bool
    at: datetime


class Chosen(Frozen):
    """What owners use and choose."""

    channels: tuple[Bar, ...]
    models: tuple[Bar, ...]
