"""While a human coach has a talk, the bot keeps what the owner says and is silent."""

from coaching.message import Message, MessageKind
from coaching.records import Conversation, Turn

#: What is an owner's right at any time, whoever is writing.
_ANSWERED = frozenset({"/help", "/stop", "/privacy", "/mydata", "/delete", "/language"})


def is_for_the_coach(conversation: Conversation, message: Message) -> bool:
    """Whether this message is the human coach's to answer."""
    if not conversation.taken_by or conversation.state.pending:
        return False
    command = message.text.split(maxsplit=1)[0] if message.kind is MessageKind.COMMAND and message.text else ""
    return command not in _ANSWERED


def unanswered(conversation: Conversation, message: Message, arrivals: tuple[int, ...]) -> Turn:
    """A turn in which the message is kept, and nothing said or taken from it."""
    return Turn(
        conversation=conversation,
        message=message,
        state=conversation.state,
        profile=conversation.profile,
        arrivals=arrivals,
    )
