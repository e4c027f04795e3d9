"""Writing together on SQLite: one commit for all who wait, and no one's failure is another's."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import IntegrityError

from storage.engine import Database, open_database
from storage.tables import owners


@pytest.fixture
def database(tmp_path) -> Database:
    return open_database(tmp_path)


def put(key: str):
    row = {"key": key, "created": None if key == "bad" else func.now()}
    return lambda connection: connection.execute(insert(owners).values(row)).rowcount


def kept(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.execute(select(owners.c.key)).scalars())


def together(database: Database, keys: list[str]) -> list[object]:
    """All of `keys` written by threads that have to wait for another one, so that they share a commit."""
    free, began = Event(), Event()

    def slowly(connection):
        began.set()
        free.wait(5)

    def one(key: str) -> object:
        try:
            return database.write(put(key))
        except IntegrityError as error:
            return type(error)

    with ThreadPoolExecutor(len(keys) + 1) as threads:
        slow = threads.submit(database.write, slowly)
        began.wait(5)
        results = [threads.submit(one, key) for key in keys]
        while len(database._commits._waiting) < len(keys):
            pass
        free.set()
        slow.result()
        return [result.result() for result in results]


def test_those_who_wait_share_a_commit(database):
    commits = []
    event.listen(database.engine, "commit", lambda connection: commits.append(connection))
    assert together(database, ["a", "b", "c", "d"]) == [1, 1, 1, 1]
    assert kept(database) == {"a", "b", "c", "d"}
    assert len(commits) == 2


def test_the_failure_of_one_is_not_that_of_another(database):
    assert together(database, ["a", "bad", "c"]) == [1, IntegrityError, 1]
    assert kept(database) == {"a", "c"}


def test_what_fails_leaves_nothing(database):
    def half(connection):
        put("a")(connection)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        database.write(half)
    assert kept(database) == set()
