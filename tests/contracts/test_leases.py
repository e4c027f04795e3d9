"""Several workers on one database: an owner is worked by one of them, and by another soon after that one dies."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from coaching.records import Arrival
from storage.engine import Database, open_database
from storage.inbox import DatabaseInbox
from storage.leases import SILENCE, SharedLeases
from tests.postgres import Postgres

NOOR, ANN = "telegram:7", "telegram:8"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def database(postgres: Postgres, tmp_path) -> Iterator[Database]:
    database = open_database(tmp_path, postgres.current())
    yield database
    database.engine.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workers(database: Database, clock: Clock) -> tuple[SharedLeases, SharedLeases]:
    one, two = (SharedLeases(database, "telegram:", clock=clock) for _ in range(2))
    one.beat(), two.beat(), one.beat()
    return one, two


def arrived(database: Database, *owners: str) -> None:
    DatabaseInbox(database).store([Arrival(id=n, owner=owner, body="{}") for n, owner in enumerate(owners, 1)])


def later(clock: Clock, *living: SharedLeases, seconds: float = SILENCE + 1) -> None:
    for _ in range(round(seconds * 2)):
        clock.at += 0.5
        for worker in living:
            worker.beat()


def test_an_owner_is_leased_to_one_worker_until_it_is_released(workers):
    one, two = workers
    assert one.claim([NOOR, ANN]) == (NOOR, ANN)
    assert two.claim([NOOR]) == ()
    assert one.claim([NOOR]) == (NOOR,)
    one.release([NOOR])
    assert two.claim([NOOR, ANN]) == (NOOR,)


def test_who_has_something_waiting_is_taken_by_one_worker(workers, database):
    one, two = workers
    arrived(database, NOOR, ANN)
    two.claim([ANN])
    assert one.due() == (NOOR,)
    assert two.due() == (ANN,)
    assert one.due() == (NOOR,)


def test_the_busier_worker_has_the_greater_share_of_what_may_be_sent(workers):
    one, two = workers
    assert (one.share, two.share) == (0.5, 0.5)
    two.beat(demand=29)
    one.beat(demand=9)
    assert one.share == 0.375
    two.leave()
    one.beat(demand=9)
    assert one.share == 1


def test_owners_of_a_silent_worker_are_free_in_time(workers, database, clock):
    one, two = workers
    arrived(database, NOOR)
    one.claim([NOOR])
    later(clock, two, seconds=SILENCE - 0.5)
    assert two.due() == ()
    later(clock, two, seconds=1.5)
    assert two.due() == (NOOR,)
    assert two.share == 1


def test_a_worker_that_was_given_up_hears_of_it(workers, database, clock):
    one, two = workers
    arrived(database, NOOR)
    one.claim([NOOR])
    later(clock, two)
    assert two.due() == (NOOR,)
    assert one.beat() is False
    assert one.claim([NOOR]) == ()
    assert one.beat() is True


def test_a_worker_that_lives_is_never_given_up(workers, clock):
    one, two = workers
    one.claim([NOOR])
    later(clock, one, two, seconds=60)
    assert two.claim([NOOR]) == ()


def test_who_could_not_look_for_a_while_gives_nobody_up_for_that(workers, clock):
    """After the database was away all counts have stood still, and nobody is to blame."""
    one, two = workers
    one.claim([NOOR])
    clock.at += 60
    two.beat()
    assert two.claim([NOOR]) == ()
    assert one.beat() is True


def test_who_leaves_leaves_its_owners(workers):
    one, two = workers
    one.claim([NOOR])
    one.leave()
    assert two.claim([NOOR]) == (NOOR,)


def test_workers_that_grasp_at_once_share_without_overlap(database):
    owners = [f"telegram:{number}" for number in range(60)]
    arrived(database, *owners)
    workers = [SharedLeases(database, "telegram:") for _ in range(6)]
    for worker in workers:
        worker.beat()
    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(lambda worker: worker.due(), workers))
    assert sorted(owner for some in taken for owner in some) == sorted(owners)


def test_workers_that_start_at_once_make_the_tables_once(postgres: Postgres, tmp_path):
    url = postgres.database()
    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(lambda _: open_database(tmp_path, url), range(4)))
    assert all(SharedLeases(database, "telegram:").claim([NOOR]) in ((NOOR,), ()) for database in opened)
