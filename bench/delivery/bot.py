"""The real bot as a process to be measured: as it is delivered, but for the limits that Telegram sets and without
waiting for owners who may go on writing.

python -m bench.delivery.bot DATA TOKEN API_URL real|scripted [CPROFILE]
"""

import cProfile
import sys
from pathlib import Path

from bot.ports import Stores
from bot.running import Edge, run
from bot.updates import OWNERS
from tests.telegram.harness import UNLIMITED, ScriptedCoach, stores_in


def main(data: str, token: str, api_url: str, coach: str, profile: str = "") -> None:
    edge = _real(data, token, api_url) if coach == "real" else _scripted(data, token, api_url)
    if not profile:
        run(edge)
        return
    profiler = cProfile.Profile()
    try:
        profiler.runcall(run, edge)
    finally:
        profiler.dump_stats(profile)


def _real(data: str, token: str, api_url: str) -> Edge:
    from app.settings import Settings
    from app.wiring import Parts

    parts = Parts(Settings(_env_file=None, data_dir=Path(data)))  # type: ignore[call-arg]
    parts.make_ready()
    parts.warm()
    stores = Stores(parts.conversations, parts.inbox, parts.outbox, parts.leases(OWNERS))
    return Edge(token, api_url, parts.coach, stores, limits=UNLIMITED, quiet=None)


def _scripted(data: str, token: str, api_url: str) -> Edge:
    stores = stores_in(Path(data))
    return Edge(token, api_url, ScriptedCoach(stores.conversations), stores, limits=UNLIMITED, quiet=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
