"""Opening the database: the schema brought up to date, and one clear error for each thing that can be wrong."""

import os
import sqlite3
import stat

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError, InterfaceError

from coaching.message import Message, MessageKind, Reply
from coaching.records import Turn
from prompts.words import Words
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from storage.errors import StorageError, telling
from storage.schema import HEAD
from storage.tables import metadata


def record_a_turn(database, owner="noor"):
    store = DatabaseConversations(database)
    conversation = store.open(owner)
    message = Message(kind=MessageKind.TEXT, text="hallo")
    turn = Turn(
        conversation=conversation,
        message=message,
        state=conversation.state,
        profile=conversation.profile,
        replies=(Reply(text="dag"),),
    )
    return store.record(turn)


def sentence(error: StorageError) -> str:
    """What the person at the keyboard reads."""
    return Words("en").say(f"error.{error.key}", **error.values)


def test_an_empty_folder_gets_a_database_that_works(tmp_path):
    record_a_turn(open_database(tmp_path / "new" / "folder"))
    assert (tmp_path / "new" / "folder" / "coach.db").exists()


def test_the_migrations_make_exactly_the_tables_the_code_uses(tmp_path):
    engine = open_database(tmp_path).engine
    compared = {"compare_type": True, "include_name": lambda name, *_: not str(name).startswith("message_words")}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=compared)
        assert compare_metadata(context, metadata) == []
    assert set(metadata.tables) <= set(inspect(engine).get_table_names())


def test_a_database_opened_again_keeps_everything(tmp_path):
    record_a_turn(open_database(tmp_path))
    again = DatabaseConversations(open_database(tmp_path))
    assert again.open("noor").revision == 1


def test_the_schema_says_its_version(tmp_path):
    with open_database(tmp_path).engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD


def test_every_write_is_on_disk_before_it_is_confirmed(tmp_path):
    with open_database(tmp_path).engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_schema_newer_than_the_program_is_refused_and_left_alone(tmp_path):
    engine = open_database(tmp_path).engine
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError) as error:
        open_database(tmp_path)
    assert error.value.key == "storage.newer_schema"
    assert "9999" in sentence(error.value)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"


@pytest.mark.parametrize("content", [b"this is no database at all, " * 50, os.urandom(8192)])
def test_a_file_that_is_no_database_is_called_damaged(tmp_path, content):
    (tmp_path / "coach.db").write_bytes(content)
    with pytest.raises(StorageError) as error:
        open_database(tmp_path)
    assert error.value.key == "storage.corrupt"
    assert str(tmp_path) in sentence(error.value)
    assert (tmp_path / "coach.db").read_bytes() == content


def test_a_database_damaged_in_the_middle_is_called_damaged(tmp_path):
    database = open_database(tmp_path)
    for number in range(30):
        record_a_turn(database, f"owner {number}")
    database.engine.dispose()
    file = tmp_path / "coach.db"
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(bytes(content))
    with pytest.raises(StorageError) as error:
        record_a_turn(open_database(tmp_path))
    assert error.value.key == "storage.corrupt"


def test_a_database_that_stays_locked_says_so_and_loses_nothing(tmp_path):
    record_a_turn(open_database(tmp_path))
    other = sqlite3.connect(tmp_path / "coach.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = open_database(tmp_path, patience=0.05)
    with pytest.raises(StorageError) as error:
        record_a_turn(database)
    assert error.value.key == "storage.locked"
    assert "nothing was lost" in sentence(error.value)
    other.execute("ROLLBACK")
    record_a_turn(database)
    assert DatabaseConversations(database).open("noor").revision == 2


def test_reading_goes_on_while_another_program_writes(tmp_path):
    database = open_database(tmp_path, patience=0.05)
    record_a_turn(database)
    other = sqlite3.connect(tmp_path / "coach.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert DatabaseConversations(database).open("noor").revision == 1


def test_a_data_folder_that_is_a_file_is_called_unwritable(tmp_path):
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageError) as error:
        open_database(tmp_path / "data")
    assert error.value.key == "storage.unwritable"
    assert "DATA_DIR" in sentence(error.value)


def test_a_folder_below_a_file_is_called_unwritable(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="unwritable"):
        open_database(tmp_path / "file" / "data")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_called_unwritable(tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(StorageError, match="unwritable"):
            open_database(tmp_path)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_database_file_that_is_a_folder_is_called_unwritable(tmp_path):
    (tmp_path / "coach.db").mkdir()
    with pytest.raises(StorageError) as error:
        open_database(tmp_path)
    assert error.value.key == "storage.unwritable"


def test_a_full_disk_is_said_and_leaves_no_half_turn(tmp_path):
    database = open_database(tmp_path)
    record_a_turn(database)
    with database.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
    database = open_database(tmp_path)
    from sqlalchemy import event

    event.listen(database.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages}"))
    database.engine.dispose()
    store, long = DatabaseConversations(database), Message(kind=MessageKind.TEXT, text="x" * 200_000)
    conversation = store.open("noor")
    turn = Turn(conversation=conversation, message=long, state=conversation.state, profile=conversation.profile)
    with pytest.raises(StorageError) as error:
        store.record(turn)
    assert error.value.key == "storage.full"
    assert store.open("noor").revision == 1


def test_a_server_that_is_not_there_is_called_unreachable():
    def refused():
        from sqlalchemy.exc import OperationalError

        raise OperationalError("SELECT 1", {}, Exception("connection refused"))

    with pytest.raises(StorageError) as error, telling("postgresql://db/coach"):
        refused()
    assert error.value.key == "storage.unreachable"
    assert "DATABASE_URL" in sentence(error.value)


def test_a_line_that_is_cut_counts_as_unreachable_whatever_the_driver_calls_it():
    with pytest.raises(StorageError) as error, telling("postgresql://db/coach"):
        raise InterfaceError("SELECT 1", {}, Exception("the connection is closed"), connection_invalidated=True)
    assert error.value.key == "storage.unreachable"


def test_a_fault_of_our_own_is_not_dressed_up_as_a_damaged_file():
    with pytest.raises(DatabaseError), telling("here"):
        raise DatabaseError("SELECT", {}, Exception("syntax error"))


def test_a_password_in_the_address_is_never_shown(tmp_path):
    engine = open_database(tmp_path).engine
    assert "***" in engine.url.set(username="u", password="secret", host="h").render_as_string(hide_password=True)
