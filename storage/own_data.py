"""Everything that is kept of an owner, read at once."""

from sqlalchemy import Connection, select

from coaching.records import Consent, OwnData, OwnTalk
from storage.desk.opening import facts_of, notes_of, tags_in
from storage.desk.tables import consents
from storage.rows import in_utc
from storage.tables import conversations
from storage.transcripts import transcript_of


def own_data(connection: Connection, owner: str) -> OwnData:
    """All talks of an owner, with what coaches wrote beside them, and the consent."""
    mine = select(conversations.c.id).where(conversations.c.owner == owner).order_by(conversations.c.started)
    talks = connection.execute(mine).scalars().all()
    return OwnData(
        owner=owner, consent=_consent(connection, owner), talks=tuple(_talk(connection, talk) for talk in talks)
    )


def _talk(connection: Connection, conversation: str) -> OwnTalk:
    return OwnTalk(
        transcript=transcript_of(connection, conversation),
        facts=facts_of(connection, conversation),
        notes=notes_of(connection, conversation),
        tags=tags_in(connection, conversation),
    )


def _consent(connection: Connection, owner: str) -> Consent | None:
    row = connection.execute(select(consents).where(consents.c.owner == owner)).mappings().first()
    if row is None:
        return None
    revoked = in_utc(row["revoked"]) if row["revoked"] else None
    return Consent(version=row["version"], given=in_utc(row["given"]), revoked=revoked)
