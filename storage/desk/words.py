"""The index of words: which messages hold a word. SQLite keeps it in FTS5, PostgreSQL as tsvector.

It is filled behind the turns, not in them: `catch_up` indexes what came since. A document is a message; its number is
that of its conversation's review times `ROOM`, and its own number. Its first word stands for the agency, so that the
index itself finds nothing of another one."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, Dialect, bindparam, select, text, update

from coaching.desk.finding import Wanted, words_in
from storage.desk.tables import reviews
from storage.engine import Database
from storage.sealing import blinds_of
from storage.tables import messages

#: Messages that a conversation can have.
ROOM = 1 << 20
#: Conversations that are indexed in one transaction.
_TOGETHER = 40

_IN_WORDS = ("text", "media")

_BEHIND = (
    select(reviews.c.number, reviews.c.agency, reviews.c.indexed)
    .where(text("indexed < messages"))
    .order_by(reviews.c.number)
    .limit(_TOGETHER)
    .with_for_update(skip_locked=True)
)
_NEW = (
    select(reviews.c.number, messages.c.number.label("message"), messages.c.kind, messages.c.text)
    .join_from(reviews, messages, messages.c.conversation == reviews.c.conversation)
    .where(reviews.c.number.in_(bindparam("behind", expanding=True)), messages.c.number > reviews.c.indexed)
    .order_by(reviews.c.number, messages.c.number)
)
_REACHED = update(reviews).where(reviews.c.number == bindparam("of")).values(indexed=bindparam("up_to"))
_FORGET = {
    "sqlite": text("DELETE FROM message_words WHERE rowid > :first AND rowid < :end"),
    "postgresql": text("DELETE FROM message_words WHERE id > :first AND id < :end"),
}
_ADD = {
    "sqlite": text("INSERT INTO message_words (rowid, words) VALUES (:id, :words)"),
    "postgresql": text(
        "INSERT INTO message_words (id, review, words) "
        "VALUES (:id, :review, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}


def document(review: int, message: int) -> int:
    """The number of a document."""
    return review * ROOM + message


def as_indexed(dialect: Dialect, looked_for: Sequence[Wanted]) -> list[Wanted]:
    """What is looked for as the index has it. The beginning of a word is a word where words are blinded."""
    blinds = blinds_of(dialect)
    return [Wanted(word=blinds(each.word)) for each in looked_for] if blinds else list(looked_for)


def query_for(dialect: Dialect, agency: str, looked_for: Sequence[Wanted]) -> str:
    """What is looked for, as the database says it."""
    words = (Wanted(word=_mark(agency)), *as_indexed(dialect, looked_for))
    if dialect.name == "sqlite":
        return " AND ".join(f'"{each.word}"{"*" if each.begins else ""}' for each in words)
    return " & ".join(f"'{each.word}'{':*' if each.begins else ''}" for each in words)


def catch_up(database: Database, most: int = 1 << 30) -> int:
    """Indexes what isn't yet, at most so many conversations (in steps of some dozens); how many it indexed."""
    done = 0
    while done < most and (step := database.write(_step)):
        done += step
    return done


def empty(connection: Connection) -> None:
    """Forgets every word; all is indexed anew when the index catches up."""
    connection.execute(text("DELETE FROM message_words"))
    if connection.dialect.name == "sqlite":  # what is deleted stands in FTS5 until it is merged
        connection.execute(text("INSERT INTO message_words (message_words) VALUES ('rebuild')"))
    connection.execute(update(reviews).values(indexed=0))


def _step(connection: Connection) -> int:
    dialect = connection.dialect
    behind = {row["number"]: row for row in connection.execute(_BEHIND).mappings()}
    if not behind:
        return 0
    said = connection.execute(_NEW, {"behind": list(behind)}).all()
    forget = [_room(row["number"], row["indexed"]) for row in behind.values()]
    connection.execute(_FORGET[dialect.name], forget)
    if documents := [
        {"id": document(review, message), "review": review, "words": _words(dialect, behind[review]["agency"], text)}
        for review, message, kind, text in said
        if kind in _IN_WORDS and text
    ]:
        connection.execute(_ADD[dialect.name], documents)
    reached = {review: row["indexed"] for review, row in behind.items()} | {row[0]: row[1] for row in said}
    connection.execute(_REACHED, [{"of": review, "up_to": message} for review, message in reached.items()])
    return len(behind)


def _room(review: int, indexed: int) -> dict[str, int]:
    return {"first": document(review, indexed), "end": document(review + 1, 0)}


def _words(dialect: Dialect, agency: str, said: str) -> str:
    words = words_in(said)
    return " ".join((_mark(agency), *map(blinds_of(dialect) or str, words)))


def _mark(agency: str) -> str:
    """A word that nobody can write or look for: what it begins with is no letter, yet part of words to FTS5."""
    return f"\ue000{hashlib.sha256(agency.encode()).hexdigest()[:12]}"
