"""The desk measured at 100,000 conversations and 3 million messages.

python -m bench.console.run                        fills a folder of its own, measures, and throws it away (minutes)
python -m bench.console.run --keep FOLDER          the same, and keeps the database for another run
python -m bench.console.run --conversations 1000   smaller
python -m bench.console.run --url URL              in an empty PostgreSQL database, or one that was filled so
python -m bench.console.run --encrypted            with a key, kept in the folder

Each query is asked, and each page got through the whole application, as often as `--times` says; printed are the median
and the 95th percentile in milliseconds, by the clock and of processor time of this program and the database's server.
"""

import os
import statistics
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from bench.console.filling import fill
from bench.console.pages import pages
from bench.console.questions import READER, questions
from bench.console.work import processor_of
from coaching.desk.records import ConversationFilter
from storage.ciphers import new_key
from storage.desk.desk import DatabaseDesk
from storage.engine import DATABASE, Database, open_database
from tests.unit.console.office import Office

LENGTH = 30


def main() -> None:
    given = _arguments()
    with nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keys = [_key(folder)] if given.encrypted else []
        database = open_database(folder, given.url, keys=keys)
        _fill(database, given.conversations)
        if database.alone:
            print(f"database: {(folder / DATABASE).stat().st_size / 1e9:.2f} GB")
        print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        settings: dict[str, Any] = {"database_url": given.url, "storage_key": ",".join(keys)}
        working = processor_of(database)
        for asked, ask in {**questions(database), **pages(Office(folder, given=settings))}.items():
            if given.only in asked:
                _report(asked, ask, given.times, working)


def _arguments() -> Namespace:
    arguments = ArgumentParser()
    arguments.add_argument("--conversations", type=int, default=100_000)
    arguments.add_argument("--times", type=int, default=40)
    arguments.add_argument("--only", default="", help="those whose name holds this")
    arguments.add_argument("--keep", default="")
    arguments.add_argument("--url", default="")
    arguments.add_argument("--encrypted", action="store_true")
    return arguments.parse_args()


def _key(folder: Path) -> str:
    kept = folder / "key"
    if not kept.exists():
        kept.write_text(new_key())
    return kept.read_text()


def _fill(database: Database, many: int) -> None:
    if DatabaseDesk(database).listed(READER, ConversationFilter(), limit=1).items:
        return
    began = time.perf_counter()
    fill(database, many, LENGTH)
    print(f"{many} conversations, {many * LENGTH} messages: {time.perf_counter() - began:.0f} s to fill and index")


def _report(name: str, ask: Callable[[], object], times: int, working: Callable[[], float]) -> None:
    ask()
    taken = [_seconds(ask, working) for _ in range(times)]
    clock, work = (sorted(1e3 * both[kind] for both in taken) for kind in (0, 1))
    print(f"{name:<44} {_figures(clock)} ms; processor {_figures(work)} ms", flush=True)


def _figures(taken: list[float]) -> str:
    return f"{statistics.median(taken):6.1f} {taken[int(0.95 * len(taken))]:6.1f}"


def _seconds(ask: Callable[[], object], working: Callable[[], float]) -> tuple[float, float]:
    """By the clock, and of work: where other programs are busy the first is longer."""
    worked, began = working(), time.perf_counter()
    ask()
    ended = time.perf_counter()
    return ended - began, working() - worked


if __name__ == "__main__":
    main()
