"""How a conversation stands after a turn."""

from coaching.desk.records import Status
from coaching.records import Turn

#: Useless answers in a row after which a person should have a look.
STRIKES = 2


def status_after(turn: Turn) -> Status | None:
    """The status after `turn`; None where it stays what it is."""
    if turn.ends:
        return Status.CLOSED
    if turn.plan:
        return Status.PLAN_READY
    if turn.state.strikes >= STRIKES:
        return Status.NEEDS_COACH
    return None if turn.conversation.plan else Status.INTERVIEWING
