"""What owners say about the talk itself, or about the answer they just got, rather than about their business."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Follow(StrEnum):
    """How an owner goes on about the last answer to a theory question."""

    NEXT = "next"  # the stage after it ("en daarna?")
    EXAMPLE = "example"
    FOR_ME = "for_me"  # what it means in this owner's trade
    MORE = "more"


#: A yes in other words, and "you choose": they say something only where the coach proposed something.
AGREEING: tuple[str, ...] = ("agree", "leave")
#: Every kind of aside there is: questions about the talk, by the intent of that name, ways to go on, ways to agree.
ASIDES: tuple[str, ...] = (
    *("meaning", "why", "advice", "who_reads", "robot", "cost", "how_long", "help"),
    *(follow.value for follow in Follow),
    *AGREEING,
)


class Theory(BaseModel):
    """The theory question that was answered last; `steps` is how many stages the talk has gone on since."""

    model_config = ConfigDict(frozen=True)

    question: str
    steps: int = 0
