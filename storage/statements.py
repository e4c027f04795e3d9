"""The statements of every turn, made once: putting one together costs more than SQLite takes to run it."""

from sqlalchemy import bindparam, delete, insert, select, tuple_, update

from storage.desk.tables import reviews
from storage.tables import conversations, inbox, messages, outbox, owners, plans

#: With the coach who has taken a conversation over.
CONVERSATIONS = select(conversations, reviews.c.taken_by).join_from(
    conversations, reviews, reviews.c.conversation == conversations.c.id, isouter=True
)
CURRENT = CONVERSATIONS.where(conversations.c.owner == bindparam("owner"), conversations.c.current)
NEWEST_PLAN = (
    select(plans).where(plans.c.conversation == bindparam("conversation")).order_by(plans.c.version.desc()).limit(1)
)
UNSENT = select(outbox).where(outbox.c.dead.is_(None)).order_by(outbox.c.id)
UNSENT_OF = UNSENT.where(outbox.c.owner == bindparam("owner"))
UNWORKED = (
    select(inbox)
    .where(inbox.c.owner == bindparam("owner"), inbox.c.done.is_(False))
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
)

#: Who writes can be reached.
REACHED = (
    update(owners)
    .where(owners.c.key.in_(bindparam("who", expanding=True)), owners.c.unreachable.is_not(None))
    .values(unreachable=None)
)
#: An arrival is done; its text is not kept.
DONE = update(inbox).where(inbox.c.id == bindparam("arrival"), inbox.c.done.is_(False)).values(done=True, body="")
SETTLE = DONE.values(conversation=bindparam("of"), number=bindparam("as"))
#: Owners to whom nothing is sent until they write again.
UNREACHABLE = select(owners.c.key).where(owners.c.unreachable.is_not(None))
#: Moves a conversation on where nobody else did; the columns to change are those of the parameters.
MOVE_ON = update(conversations).where(
    conversations.c.id == bindparam("of"), conversations.c.revision == bindparam("after")
)
LEAVE = update(conversations).where(conversations.c.id == bindparam("left"), conversations.c.current)
ADD_MESSAGES = insert(messages)
EDIT = update(messages).where(
    messages.c.conversation == bindparam("of"),
    messages.c.number == bindparam("edited"),
    messages.c.kind.in_(("text", "media")),
)
ADD_REPLIES = insert(outbox).returning(outbox.c.id, sort_by_parameter_order=True)

_SENT = select(outbox.c.conversation, outbox.c.number).where(outbox.c.id.in_(bindparam("ids", expanding=True)))
NOTE_SENT = (
    update(messages).where(tuple_(messages.c.conversation, messages.c.number).in_(_SENT)).values(sent=bindparam("now"))
)
TAKE_OUT = delete(outbox).where(outbox.c.id.in_(bindparam("ids", expanding=True)))
