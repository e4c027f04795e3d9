"""A database of an older version is brought up to date with all that is in it."""

import json

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, event, text

from coaching.desk.records import ConversationFilter, Status
from coaching.desk.staff import Reader
from storage.conversations import DatabaseConversations
from storage.desk import partial_indexes  # noqa: F401  known to the metadata once it is imported
from storage.desk.desk import DatabaseDesk
from storage.desk.insight import DatabaseInsight
from storage.engine import Database, open_database
from storage.outbox import DatabaseOutbox
from storage.tables import metadata
from tests.contracts.databases import DATABASES

NOOR = "telegram:7"
STATE = json.dumps({"asked": ["business", "offer", "goal"], "skipped": ["offer"], "open": ""})
PROFILE = json.dumps({"facts": {"sector": {"value": "bakery"}, "business_name": {"value": "Molenzicht"}}})
ROWS = (
    f"INSERT INTO owners (key, created) VALUES ('{NOOR}', '2026-01-01 10:00:00')",
    "INSERT INTO conversations (id, owner, current, language, phase, messages, revision, state, profile, started,"
    " last) "
    f"VALUES ('c1', '{NOOR}', true, 'nl', 'asking', 2, 1, '{{}}', '{{}}', '2026-01-01 10:00:00', "
    "'2026-01-01 11:00:00')",
    "INSERT INTO conversations (id, owner, current, language, phase, messages, revision, state, profile, started,"
    " last) "
    f"VALUES ('c2', '{NOOR}', false, 'nl', 'planned', 2, 1, '{STATE}', '{PROFILE}', '2026-01-01 09:00:00', "
    "'2026-01-01 10:00:00')",
    "INSERT INTO messages (conversation, number, at, sender, kind, text, media)"
    " VALUES ('c2', 1, '2026-01-01 09:00:00', 'owner', 'text', 'Taart!', '')",
    "INSERT INTO plans (conversation, version, made, plan) VALUES ('c2', 1, '2026-01-01 10:00:00', '{}')",
    "INSERT INTO outbox (owner, conversation, number, reply)"
    f" VALUES ('{NOOR}', 'c1', 2, '{json.dumps({'text': 'Dag!'})}')",
)


@pytest.fixture(params=DATABASES)
def url(request, tmp_path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'coach.db'}"
    return request.getfixturevalue("postgres").database()


@pytest.fixture
def upgraded(url, tmp_path) -> Database:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
    config = Config()
    config.set_main_option("script_location", "storage/migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()
    return open_database(tmp_path, url)


def test_the_tables_are_exactly_those_the_code_uses(upgraded: Database) -> None:
    with upgraded.engine.connect() as connection:
        options = {"compare_type": True, "include_name": lambda name, *_: not is_index_of_words(name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def is_index_of_words(name: str | None) -> bool:
    """Whether a table is part of the index of words, which each database makes in its own way."""
    return bool(name and name.startswith("message_words"))


def test_replies_that_waited_still_wait(upgraded: Database) -> None:
    (waiting,) = DatabaseConversations(upgraded).unsent(NOOR)
    assert (waiting.reply.text, waiting.attempts, waiting.wait) == ("Dag!", 0, 0.0)
    DatabaseOutbox(upgraded).sweep()
    assert DatabaseOutbox(upgraded).dead_letters() == ()


def test_every_conversation_that_was_there_is_on_the_desk(upgraded: Database) -> None:
    reader = Reader(agency="main", code="mieke", name="Mieke Claes")
    desk = DatabaseDesk(upgraded)
    open_, ended = sorted(desk.listed(reader, ConversationFilter()).items, key=lambda head: head.id)
    assert (open_.status, open_.business, open_.sector, open_.messages) == (Status.STALLED, "", "", 2)
    assert (ended.status, ended.business, ended.sector, ended.topic) == (Status.CLOSED, "Molenzicht", "bakery", "goal")
    assert [hit.conversation for hit in desk.search(reader, "taart").items] == ["c2"]
    steps = {step.question: step for step in DatabaseInsight(upgraded).funnel(reader)}
    assert (steps["business"].answered, steps["offer"].skipped, steps["goal"].asked) == (1, 1, 1)
    effort = DatabaseInsight(upgraded).effort(reader)
    assert (effort.plans, effort.median_turns, effort.median_minutes) == (1, 1, 60)


def test_a_talk_goes_on(upgraded: Database) -> None:
    assert DatabaseConversations(upgraded).open(NOOR).messages == 2
