from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.ports import Stores
from tests.sqlite import new_database
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Running, Says, ScriptedCoach, echo, running, stores_in

#: Starts a bot with a scripted coach.
Start = Callable[..., AbstractContextManager[Running]]


@pytest.fixture
def api() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    return stores_in(new_database(tmp_path))


@pytest.fixture
def start(api: FakeTelegram, stores: Stores) -> Start:
    def start(says: Says = echo) -> AbstractContextManager[Running]:
        coach = ScriptedCoach(stores.conversations, says)
        return running(api, coach, stores)

    return start
