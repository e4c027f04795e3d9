"""The `Inbox` port over a database: what came in is kept until it is worked."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine, func, select, update

from coaching.records import Arrival
from storage.engine import writing
from storage.errors import telling
from storage.inserting import insert_new
from storage.tables import inbox


class DatabaseInbox:
    """The inbox in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._place = engine.url.render_as_string(hide_password=True)

    def store(self, arrivals: Sequence[Arrival]) -> None:
        """Keeps what came in, in one transaction; an id that was seen before is ignored."""
        at = datetime.now(UTC)
        rows = [{**arrival.model_dump(), "arrived": at, "done": False} for arrival in arrivals]
        with telling(self._place), self._writing.begin() as connection:
            insert_new(connection, inbox, rows)

    def waiting(self) -> tuple[str, ...]:
        """Owners with something to work, longest waiting first."""
        query = (
            select(inbox.c.owner).where(inbox.c.done.is_(False)).group_by(inbox.c.owner).order_by(func.min(inbox.c.id))
        )
        with telling(self._place), self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def first(self, owner: str) -> Arrival | None:
        """The owner's oldest arrival that is not done."""
        query = select(inbox).where(inbox.c.owner == owner, inbox.c.done.is_(False)).order_by(inbox.c.id).limit(1)
        with telling(self._place), self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
            return Arrival(id=row["id"], owner=row["owner"], body=row["body"]) if row else None

    def done(self, arrival: int) -> None:
        """This arrival needs no turn (any more); its text is not kept."""
        with telling(self._place), self._writing.begin() as connection:
            connection.execute(update(inbox).where(inbox.c.id == arrival).values(done=True, body=""))

    def newest(self) -> int | None:
        """The highest id ever stored; None in an empty inbox."""
        with telling(self._place), self._engine.connect() as connection:
            newest: int | None = connection.execute(select(func.max(inbox.c.id))).scalar()
            return newest
