"""Which owners have something waiting that can be done now."""

from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, Connection, DateTime, String, bindparam, select, union

from storage.statements import UNREACHABLE
from storage.tables import inbox, leases, outbox

#: Owners that are named at a time.
MANY = 500

_NOW = bindparam("now", type_=DateTime(timezone=True))
_PREFIX = bindparam("prefix", type_=String())


def _owners_due() -> CompoundSelect[Any]:
    """A clock that stands before the last attempt was put back: that is no reason to wait."""
    held = select(outbox.c.owner).where(outbox.c.dead.is_(None), outbox.c.not_before > _NOW, outbox.c.tried <= _NOW)
    to_work = select(inbox.c.owner).where(inbox.c.done.is_(False), inbox.c.owner.not_in(held))
    to_send = select(outbox.c.owner).where(
        outbox.c.dead.is_(None), outbox.c.owner.not_in(held), outbox.c.owner.not_in(UNREACHABLE)
    )
    return union(
        to_work.where(inbox.c.owner.startswith(_PREFIX)), to_send.where(outbox.c.owner.startswith(_PREFIX))
    ).limit(MANY)


_DUE = _owners_due()
_NAMED = _DUE.subquery()
_LEASED = select(_NAMED.c.owner, leases.c.worker).outerjoin_from(_NAMED, leases, leases.c.owner == _NAMED.c.owner)


def owners_due(connection: Connection, prefix: str, now: datetime) -> list[str]:
    """Owners whose key begins with `prefix`, with arrivals to work or replies to send, but for those who must wait."""
    return list(connection.execute(_DUE, {"prefix": prefix, "now": now}).scalars())


def leased_owners_due(connection: Connection, prefix: str, now: datetime) -> list[tuple[str, str | None]]:
    """The same, each with the worker that has it."""
    return [(row.owner, row.worker) for row in connection.execute(_LEASED, {"prefix": prefix, "now": now})]
