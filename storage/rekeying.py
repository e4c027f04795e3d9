"""Encrypting a whole database anew: with another key, or for the first time.

It may be stopped and begun again at any moment. For another key, programs that have both keys go on meanwhile; for the
first time they must not run: until it is done, the database can't be opened."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, bindparam, delete, or_, select, update

from storage.ciphers import Keys, WrongKeyError
from storage.desk.tables import seals
from storage.desk.words import empty
from storage.engine import Database, connected, upgraded
from storage.locking import PROOF, UNFINISHED, WORDS, keys_of, new_seals, prove, put_seals, seals_in
from storage.rows import Row
from storage.sealing import SealedJson, SealedText
from storage.tables import metadata

#: Rows in one transaction.
_TOGETHER = 500
#: Hears how many rows of a table are done.
Tells = Callable[[str, int], object]


def rekey(data: Path, url: str, keys: Sequence[str], tells: Tells = lambda _table, _rows: None) -> None:
    """Encrypts all that is kept with the first of `keys`; it must be readable with one of them, or not encrypted yet.
    StorageError where it is encrypted with another key."""
    database = upgraded(connected(data, url))
    known = keys_of(keys, database.place)
    with database.reading() as connection:
        sealed = seals_in(connection)
    if sealed:
        prove(known, sealed, database.place)
    else:
        database.write(lambda connection: _begin(connection, known))
    first = not sealed or UNFINISHED in sealed
    for table in metadata.sorted_tables:
        if columns := [column for column in table.columns if isinstance(column.type, SealedText | SealedJson)]:
            tells(table.name, _renew(database, table, columns, _Renewal(known, plain_too=first)))
    database.write(lambda connection: _end(connection, known))
    if first:
        _forget_plain_pages(database)


class _Renewal:
    """A value encrypted anew. `plain_too`: one that no key decrypts was never encrypted; otherwise that is an error."""

    def __init__(self, keys: Keys, *, plain_too: bool) -> None:
        self._keys = keys
        self._plain_too = plain_too

    def of(self, column: Column[Any], value: Any) -> Any:
        """The value of a column, as the column holds it."""
        if value is None or value == "":
            return value
        if isinstance(column.type, SealedJson) and not isinstance(value, str):
            return self._keys.seal(json.dumps(value))
        try:
            return self._keys.renewed(value)
        except WrongKeyError:
            if not self._plain_too:
                raise
            return self._keys.seal(value)


def _begin(connection: Connection, keys: Keys) -> None:
    """Nobody opens the database from now on; what stands in the index of words goes, it is made anew afterwards."""
    put_seals(connection, **new_seals(keys), **{UNFINISHED: "yes"})
    empty(connection)


def _renew(database: Database, table: Table, columns: Sequence[Column[Any]], renewal: _Renewal) -> int:
    """Every row of a table, some at a time; how many there were."""
    done, last = 0, None
    while step := database.write(lambda connection, last=last: _step(connection, table, columns, renewal, last)):  # type: ignore[misc]
        last = step[-1]
        done += len(step)
    return done


def _step(
    connection: Connection, table: Table, columns: Sequence[Column[Any]], renewal: _Renewal, last: Any
) -> list[tuple[Any, ...]]:
    """The next rows after the one with the key `last`; their keys."""
    key = list(table.primary_key.columns)
    query = select(*key, *columns).order_by(*key).limit(_TOGETHER).with_for_update()
    if last is not None:
        query = query.where(_beyond(key, last))
    rows = connection.execute(query).mappings().all()
    if rows:
        change = update(table).where(*(column == bindparam(f"key_{column.name}") for column in key))
        change = change.values({column: bindparam(f"new_{column.name}", type_=column.type) for column in columns})
        connection.execute(change, [_renewed(row, key, columns, renewal) for row in rows])
    return [tuple(row[column] for column in key) for row in rows]


def _renewed(row: Row, key: Sequence[Column[Any]], columns: Sequence[Column[Any]], renewal: _Renewal) -> dict[str, Any]:
    new = {f"new_{column.name}": renewal.of(column, row[column]) for column in columns}
    return {**{f"key_{column.name}": row[column] for column in key}, **new}


def _beyond(key: Sequence[Column[Any]], last: Sequence[Any]) -> Any:
    """Rows behind `last` in the order of the key."""
    return or_(
        *(
            and_(*(before == value for before, value in zip(key[:place], last, strict=False)), column > last[place])
            for place, column in enumerate(key)
        )
    )


def _end(connection: Connection, keys: Keys) -> None:
    sealed = seals_in(connection)
    put_seals(connection, **{name: keys.renewed(sealed[name]) for name in (PROOF, WORDS)})
    connection.execute(delete(seals).where(seals.c.name == UNFINISHED))


def _forget_plain_pages(database: Database) -> None:
    """What SQLite has freed still holds what stood there: the file is written anew."""
    if database.alone:
        with database.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
