"""The desk measured at 100,000 conversations and 3 million messages.

python -m bench.console.run                        fills a folder of its own, measures, and throws it away (minutes)
python -m bench.console.run --keep FOLDER          the same, and keeps the database for another run
python -m bench.console.run --conversations 1000   smaller
python -m bench.console.run --url URL              in an empty PostgreSQL database
python -m bench.console.run --encrypted            with a key, thrown away with the folder; without the pages

Each query is asked, and each page got, as often as `--times` says; printed are the median and the 95th percentile in
milliseconds, by the clock and of processor time. Pages are those of the SQLite database, through the whole application.
"""

import os
import random
import statistics
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

from bench.console.filling import NOW, fill
from bench.console.pages import pages
from coaching.desk.records import NOBODY, ConversationFilter, Status
from coaching.desk.staff import Reader, Role
from storage.ciphers import new_key
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.insight import DatabaseInsight
from storage.engine import DATABASE, Database, open_database

LENGTH = 30
_READER = Reader(agency="main", code="coach0", name="Coach", role=Role.LEAD)
_STRANGER = Reader(agency="noord", code="coach1", name="Coach", role=Role.LEAD)


def main() -> None:
    given = _arguments()
    with nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory() as folder:
        keys = [new_key()] if given.encrypted else []
        database = open_database(Path(folder), given.url, keys=keys)
        _fill(database, given.conversations)
        if database.alone:
            print(f"database: {(Path(folder) / DATABASE).stat().st_size / 1e9:.2f} GB")
        print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        for name, ask in {
            **_questions(database),
            **(pages(Path(folder)) if database.alone and not keys else {}),
        }.items():
            _report(name, ask, given.times)


def _arguments() -> Namespace:
    arguments = ArgumentParser()
    arguments.add_argument("--conversations", type=int, default=100_000)
    arguments.add_argument("--times", type=int, default=40)
    arguments.add_argument("--keep", default="")
    arguments.add_argument("--url", default="")
    arguments.add_argument("--encrypted", action="store_true")
    return arguments.parse_args()


def _fill(database: Database, many: int) -> None:
    if DatabaseDesk(database, lambda: NOW).listed(_READER, ConversationFilter(), limit=1).items:
        return
    began = time.perf_counter()
    fill(database, many, LENGTH)
    print(f"{many} conversations, {many * LENGTH} messages: {time.perf_counter() - began:.0f} s to fill and index")


def _questions(database: Database) -> dict[str, Callable[[], object]]:
    desk = DatabaseDesk(database, lambda: NOW)
    insight, audit = DatabaseInsight(database, lambda: NOW), DatabaseAudit(database, lambda: NOW)
    some = [each.id for each in desk.listed(_READER, ConversationFilter(), limit=500).items]
    half = desk.listed(_READER, ConversationFilter(statuses=(Status.APPROVED,)), limit=5_000).following

    def listed(after: str = "", **which: object) -> Callable[[], object]:
        return lambda: desk.listed(_READER, ConversationFilter.model_validate(which), after)

    def found(*choices: str, reader: Reader = _READER) -> Callable[[], object]:
        return lambda: desk.search(reader, random.choice(choices))

    since = (NOW - timedelta(days=30)).date()
    return {
        "list": listed(),
        "list, far down": listed(after=half),
        "list, one status": listed(statuses=(random.choice(list(Status)),)),
        "list, needs a coach": listed(statuses=(Status.NEEDS_COACH,)),
        "list, stalled": listed(statuses=(Status.STALLED,)),
        "list, sector and language": listed(sectors=("florist",), languages=("en",)),
        "list, topic and nobody": listed(topics=("goal",), assignees=(NOBODY,)),
        "list, a rare tag": listed(tags=("zeldzaam",)),
        "list, a common tag and a status": listed(tags=("voorbeeld",), statuses=(Status.APPROVED,)),
        "list, unread": listed(unread=True),
        "list, nothing fits": listed(sectors=("nowhere",), unread=True),
        "counts": lambda: desk.counts(_READER),
        "choices": lambda: desk.choices(_READER),
        "search, a rare word": lambda: desk.search(_READER, f"w{random.randrange(100_000)}"),
        "search, a common word": found("klant", "customer", "website", "de"),
        "search, two common words": found("klant website", "customer the", "de het"),
        "search, a common and a rare word": lambda: desk.search(_READER, f"de w{random.randrange(100_000)}"),
        "search, the beginning of a word": found("klant*", "web*"),
        "search, nothing": found("nergensvindbaar"),
        "search, two words never together": found("w1 w2", "w77 w5000"),
        "search, the small agency": found("klant", "website", reader=_STRANGER),
        "conversation": lambda: desk.opened(_READER, random.choice(some)),
        "new messages": lambda: desk.lines(_READER, random.choice(some), LENGTH),
        "funnel": lambda: insight.funnel(_READER),
        "funnel, 30 days": lambda: insight.funnel(_READER, since),
        "effort": lambda: insight.effort(_READER),
        "asked back": lambda: insight.asked_back(_READER),
        "poor answers": lambda: insight.poor_answers(_READER),
        "channels and models": lambda: insight.chosen(_READER),
        "audit": lambda: audit.entries(_READER),
        "audit, one coach": lambda: audit.entries(_READER, coach="coach7"),
    }


def _report(name: str, ask: Callable[[], object], times: int) -> None:
    ask()
    taken = [_seconds(ask) for _ in range(times)]
    clock, work = (sorted(1e3 * both[kind] for both in taken) for kind in (0, 1))
    print(f"{name:<36} {_figures(clock)} ms; processor {_figures(work)} ms", flush=True)


def _figures(taken: list[float]) -> str:
    return f"{statistics.median(taken):6.1f} {taken[int(0.95 * len(taken))]:6.1f}"


def _seconds(ask: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of work: where other programs are busy the first is longer."""
    began, worked = time.perf_counter(), time.process_time()
    ask()
    return time.perf_counter() - began, time.process_time() - worked


if __name__ == "__main__":
    main()
