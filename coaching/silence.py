"""While a human coach has a talk, the bot keeps what the owner says and is silent."""

from coaching.message import Message, MessageKind
from coaching.records import Conversation, Turn
from journey.dialogue import Decision
from journey.moves import Ask, Examples
from journey.state import Pending

#: What is an owner's right at any time, whoever is writing.
_ANSWERED = frozenset({"/help", "/stop", "/privacy", "/mydata", "/delete", "/language", "wish:delete"})
_NAMED = (MessageKind.COMMAND, MessageKind.BUTTON)


def is_for_the_coach(conversation: Conversation, message: Message) -> bool:
    """Whether this message is the human coach's to answer."""
    if not conversation.taken_by or conversation.state.pending is Pending.DELETE:
        return False
    named = message.text.split(maxsplit=1)[0] if message.kind in _NAMED and message.text else ""
    return named not in _ANSWERED


def without_questions(decision: Decision) -> Decision:
    """What the bot still says while a coach has the talk: it asks nothing."""
    said = tuple(move for move in decision.moves if not isinstance(move, Ask | Examples))
    return decision.model_copy(update={"moves": said})


def unanswered(conversation: Conversation, message: Message, arrivals: tuple[int, ...]) -> Turn:
    """A turn in which the message is kept, and nothing said or taken from it."""
    return Turn(
        conversation=conversation,
        message=message,
        state=conversation.state,
        profile=conversation.profile,
        arrivals=arrivals,
    )
