"""The bot is killed without warning, again and again, while many owners write: nothing is lost, wrong or out of order.

The full runs print their figures: `pytest -m soak -s tests/reliability/test_killed.py`
"""

import random
import time
from pathlib import Path

import pytest

from tests.postgres import Postgres
from tests.reliability.crowd import Crowd, Figures, bots, writing
from tests.telegram.fake_api import FakeTelegram

#: Answers that may come twice, of a hundred.
DOUBLED = 2.0
#: The same in a short run, where all that is on its way at one kill is a large share.
SHORT = 15.0


def by_polling(
    api: FakeTelegram, folder: Path, crowd: Crowd, kills: int, paced: bool = True, bursts: float = 0.0
) -> Figures:
    recoveries = []
    with bots(api, folder, paced=paced, bursts=bursts) as processes, writing(crowd) as writer:
        for _ in range(kills):
            time.sleep(random.uniform(0.1, 3.0))
            recoveries.append(processes.kill(0, crowd.answered))
        writer.join(300)
        api.wait(crowd.answered, 120)
    return crowd.figures(recoveries)


def by_webhook(
    api: FakeTelegram, folder: Path, crowd: Crowd, kills: int, server: Postgres, bursts: float = 0.0
) -> Figures:
    recoveries = []
    with bots(api, folder, server.database(), hooks=3, bursts=bursts) as processes, writing(crowd) as writer:
        for number in range(kills):
            time.sleep(random.uniform(0.1, 3.0))
            if number == kills // 2:
                server.restart()
            recoveries.append(processes.kill(number % 3, crowd.answered, away=random.uniform(0, 3)))
        writer.join(300)
        api.wait(crowd.answered, 120)
    return crowd.figures(recoveries)


def holds(figures: Figures, doubled: float = DOUBLED) -> None:
    print(figures)  # noqa: T201 (the full runs are for reading)
    assert (figures.lost, figures.wrong, figures.out_of_order) == (0, 0, 0)
    assert figures.doubled <= figures.messages * doubled / 100


def test_polling_on_sqlite_survives_kills(api: FakeTelegram, tmp_path: Path) -> None:
    holds(by_polling(api, tmp_path, Crowd(api, owners=20, each=8, rate=25), kills=3), doubled=SHORT)


def test_bursts_survive_kills_as_single_messages_do(api: FakeTelegram, tmp_path: Path) -> None:
    holds(by_polling(api, tmp_path, Crowd(api, owners=20, each=8, rate=40), kills=3, bursts=0.3), doubled=SHORT)


def test_webhooks_on_postgresql_survive_kills_and_a_restart_of_the_database(
    api: FakeTelegram, tmp_path: Path, postgres: Postgres
) -> None:
    holds(by_webhook(api, tmp_path, Crowd(api, owners=20, each=8, rate=20), kills=2, server=postgres), doubled=SHORT)


@pytest.mark.soak
def test_polling_on_sqlite_survives_twenty_kills(api: FakeTelegram, tmp_path: Path) -> None:
    holds(by_polling(api, tmp_path, Crowd(api, owners=200, each=10, rate=25), kills=20))


@pytest.mark.soak
def test_polling_at_full_rate_survives_twenty_kills(api: FakeTelegram, tmp_path: Path) -> None:
    """Faster than Telegram lets any bot send: so much is on its way at each kill that more comes twice."""
    holds(by_polling(api, tmp_path, Crowd(api, owners=200, each=40, rate=200), kills=20, paced=False), doubled=15)


@pytest.mark.soak
def test_webhooks_on_postgresql_survive_twenty_kills_and_a_restart_of_the_database(
    api: FakeTelegram, tmp_path: Path, postgres: Postgres
) -> None:
    holds(by_webhook(api, tmp_path, Crowd(api, owners=200, each=10, rate=20), kills=20, server=postgres))


@pytest.mark.soak
def test_bursts_by_webhook_survive_twenty_kills_and_a_restart_of_the_database(
    api: FakeTelegram, tmp_path: Path, postgres: Postgres
) -> None:
    crowd = Crowd(api, owners=200, each=10, rate=20)
    holds(by_webhook(api, tmp_path, crowd, kills=20, server=postgres, bursts=0.5))
