"""What a language model took, kept by day, owner and errand, on SQLite and on PostgreSQL."""

from datetime import UTC, date, datetime
from threading import Thread

import pytest

from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from coaching.thinking import Errand
from coaching.usage import Spent
from storage.conversations import DatabaseConversations
from storage.usage import DatabaseUsage, DayUsage
from tests.contracts.databases import DATABASES, opened

NOOR, SAM = "telegram:7", "telegram:8"
NOON = datetime(2026, 12, 31, 12, tzinfo=UTC)
QUESTION = Spent(calls=1, tokens_in=100, tokens_out=20, cost=0.25)


@pytest.fixture(params=DATABASES)
def database(request, tmp_path):
    return opened(request, tmp_path)


def test_nothing_was_used_at_first(database):
    usage = DatabaseUsage(database)
    assert (usage.today(NOOR), usage.this_month(), usage.days(date(2026, 12, 1))) == (Spent(), Spent(), ())


def test_a_day_is_counted_for_each_owner_and_a_month_for_all(database):
    usage = DatabaseUsage(database, lambda: NOON)
    for owner in (NOOR, NOOR, SAM):
        usage.note(owner, Errand.THEORY, QUESTION)
    usage.note(NOOR, Errand.PLAN, QUESTION)
    assert usage.today(NOOR) == Spent(3, 300, 60, 0.75)
    assert usage.today(SAM) == QUESTION
    assert usage.this_month() == Spent(4, 400, 80, 1.0)
    assert usage.days(NOON.date()) == (
        DayUsage(NOON.date(), "plan", QUESTION),
        DayUsage(NOON.date(), "theory", Spent(3, 300, 60, 0.75)),
    )


def test_a_new_day_and_a_new_month_begin_at_nothing(database):
    DatabaseUsage(database, lambda: NOON).note(NOOR, Errand.PLAN, QUESTION)
    day_before, day_after = NOON.replace(day=30), datetime(2027, 1, 1, tzinfo=UTC)
    for at, of_month in ((day_before, QUESTION), (day_after, Spent())):
        usage = DatabaseUsage(database, lambda at=at: at)
        assert usage.today(NOOR) == Spent()
        assert usage.this_month() == of_month


def test_nothing_is_lost_where_many_count_at_once(database):
    usage = DatabaseUsage(database, lambda: NOON)
    threads = [Thread(target=usage.note, args=(NOOR, Errand.PLAN, QUESTION)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert usage.today(NOOR).calls == 12


def test_an_owner_who_is_deleted_leaves_sums_without_a_name(database, library, understanding):
    usage = DatabaseUsage(database, lambda: NOON)
    usage.note(NOOR, Errand.PLAN, QUESTION)
    usage.note(SAM, Errand.PLAN, QUESTION)
    coach = Coach(DatabaseConversations(database), library, understanding, Composer(library))
    coach.take(NOOR, Message(kind=MessageKind.TEXT, text="hoi"))
    coach.take(NOOR, Message(kind=MessageKind.COMMAND, text="/delete"))
    coach.take(NOOR, Message(kind=MessageKind.BUTTON, text="yes:delete"))
    assert usage.today(NOOR) == Spent()
    assert usage.today(SAM) == QUESTION
    assert usage.this_month() == QUESTION + QUESTION
