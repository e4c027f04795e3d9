"""What each coach has not read, noted as messages come in: a list of it needs no search, however much was read."""

from sqlalchemy import Connection, delete, text

from storage.desk.tables import unread

_NOTE = text(
    "INSERT INTO unread (coach, review, seen) "
    "SELECT c.code, r.number, :seen FROM reviews r JOIN coaches c ON c.agency = r.agency AND c.active "
    "WHERE r.conversation = :of AND r.messages > :seen ON CONFLICT DO NOTHING"
)


def note_unread(connection: Connection, conversation: str, seen: int) -> None:
    """What stands in a conversation behind message `seen` has been read by nobody yet. Coaches who had not read all
    before keep their place."""
    connection.execute(_NOTE, {"of": conversation, "seen": seen})


def unread_anew(connection: Connection, review: int, conversation: str) -> None:
    """A conversation has come to another agency, whose coaches have read nothing of it."""
    connection.execute(delete(unread).where(unread.c.review == review))
    note_unread(connection, conversation, 0)
