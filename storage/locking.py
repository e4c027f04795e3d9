"""Whether a database is encrypted, and opening it with its key. The table `seals` holds a proof of the key, and the key
of the index of words, both encrypted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, Select, Table, delete, exists, insert, select

from storage.desk.tables import seals
from storage.errors import StorageError
from storage.sealing import give_blinds, give_cipher
from storage.tables import inbox, outbox, owners

if TYPE_CHECKING:
    from storage.ciphers import Keys

PROOF, WORDS, UNFINISHED = "proof", "words", "unfinished"
_PROVES = "journey-coach"


def unlock(engine: Engine, keys: Sequence[str], place: str) -> None:
    """Makes the database readable with `keys`, the newest first; an empty one is encrypted from now on. Errors as in
    `check`."""
    with engine.connect() as connection:
        sealed = check(connection, keys, place)
    if not keys:
        return
    known = keys_of(keys, place)
    if not sealed:
        with engine.execution_options(writes=True).begin() as connection:
            sealed = _sealed_from_now_on(connection, known)
    use(engine, known, sealed, place)


def check(connection: Connection, keys: Sequence[str], place: str) -> dict[str, str]:
    """The seals of a database that `keys` fit; none where it isn't encrypted. StorageError where a key is missing or
    wrong, or where what is there isn't encrypted (yet)."""
    sealed = seals_in(connection)
    if UNFINISHED in sealed:
        raise StorageError("storage.rekey_unfinished", place=place)
    if sealed and not keys:
        raise StorageError("storage.key_missing", place=place)
    if sealed:
        prove(keys_of(keys, place), sealed, place)
    elif keys and any(connection.execute(_anything_in(table)).scalar() for table in (owners, inbox, outbox)):
        raise StorageError("storage.not_encrypted", place=place)
    return sealed


def keys_of(keys: Sequence[str], place: str) -> "Keys":
    """The keys as they encrypt; StorageError where one of them is no key, or the library that encrypts is missing."""
    from storage.ciphers import Keys  # slow to import, and needed only where there is a key

    try:
        return Keys(keys)
    except ValueError as error:
        raise StorageError("storage.no_key", place=place) from error


def use(engine: Engine, keys: "Keys", sealed: dict[str, str], place: str) -> None:
    """Reads and writes with `keys` from now on. StorageError where they don't fit."""
    from storage.ciphers import Blinds

    prove(keys, sealed, place)
    give_blinds(engine.dialect, Blinds(keys.unseal(sealed[WORDS])))
    give_cipher(engine.dialect, keys)


def prove(keys: "Keys", sealed: dict[str, str], place: str) -> None:
    """StorageError where none of `keys` is the one that the seals were made with."""
    from storage.ciphers import WrongKeyError

    try:
        keys.unseal(sealed[PROOF])
    except WrongKeyError as error:
        raise StorageError("storage.wrong_key", place=place) from error


def seals_in(connection: Connection) -> dict[str, str]:
    """What the table of seals holds."""
    return {row.name: row.value for row in connection.execute(select(seals))}


def put_seals(connection: Connection, **values: str) -> None:
    """Writes seals in place of those of the same name."""
    connection.execute(delete(seals).where(seals.c.name.in_(values)))
    connection.execute(insert(seals), [{"name": name, "value": value} for name, value in values.items()])


def new_seals(keys: "Keys") -> dict[str, str]:
    """A proof of the first key, and a new key for the index of words."""
    from storage.ciphers import new_key

    return {PROOF: keys.seal(_PROVES), WORDS: keys.seal(new_key())}


def _sealed_from_now_on(connection: Connection, keys: "Keys") -> dict[str, str]:
    """The seals that another program put a moment ago, or new ones."""
    sealed = seals_in(connection)
    if not sealed:
        sealed = new_seals(keys)
        put_seals(connection, **sealed)
    return sealed


def _anything_in(table: Table) -> Select[bool]:
    return select(exists().select_from(table))
