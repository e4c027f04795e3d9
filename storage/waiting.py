"""Which owners have something waiting that can be done now."""

from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, Select, select, union

from storage.tables import inbox, outbox, owners

#: Owners that are named at a time.
MANY = 500


def owners_due(prefix: str, now: datetime) -> CompoundSelect[Any]:
    """Owners whose key begins with `prefix`, with arrivals to work or replies to send, but for those who must wait."""
    to_work = select(inbox.c.owner).where(inbox.c.done.is_(False), inbox.c.owner.not_in(_held(now)))
    to_send = select(outbox.c.owner).where(
        outbox.c.dead.is_(None),
        outbox.c.owner.not_in(_held(now)),
        outbox.c.owner.not_in(select(owners.c.key).where(owners.c.unreachable.is_not(None))),
    )
    ours = (query.where(query.selected_columns[0].startswith(prefix, autoescape=True)) for query in (to_work, to_send))
    return union(*ours).limit(MANY)


def _held(now: datetime) -> Select[Any]:
    """Owners whose next reply must wait. A clock that stands before the last attempt was put back: that is no reason
    to wait."""
    return select(outbox.c.owner).where(outbox.c.dead.is_(None), outbox.c.not_before > now, outbox.c.tried <= now)
