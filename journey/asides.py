"""What owners say about the talk itself, or about the answer they just got, rather than about their business."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Follow(StrEnum):
    """How an owner goes on about the last answer to a theory question."""

    NEXT = "next"  # the stage after it ("en daarna?")
    EXAMPLE = "example"
    FOR_ME = "for_me"  # what it means in this owner's trade
    MORE = "more"


#: A yes and a no in other words, and "you choose": they say something only where the coach proposed something.
AGREEING: tuple[str, ...] = ("agree", "leave", "disagree")
#: What owners answer: kept beside the asides, so that no answer is taken for one.
ANSWER = "answer"
#: Every kind of aside there is: questions about the talk and wishes, by the intent of that name, ways to go on, ways to
#: agree; and answers.
ASIDES: tuple[str, ...] = (
    *("meaning", "why", "advice", "who_reads", "robot", "cost", "how_long", "help"),
    *("skip", "dont_know", "back", "stop", "resume", "restart", "summary", "plan", "export", "delete"),
    *("thanks", "abuse"),
    *(follow.value for follow in Follow),
    *AGREEING,
    ANSWER,
)


class Aside(BaseModel):
    """A kind of aside that a message may be: how much nearer, in cosine, it is to such asides than to answers, and than
    to questions that are no asides."""

    model_config = ConfigDict(frozen=True)

    kind: str
    over_answers: float
    over_questions: float


class Theory(BaseModel):
    """The theory question that was answered last; `steps` is how many stages the talk has gone on since."""

    model_config = ConfigDict(frozen=True)

    question: str
    steps: int = 0
