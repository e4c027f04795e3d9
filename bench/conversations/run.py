"""`python -m bench.conversations.run [NAME …] [--show]`: every owner talks; what goes wrong is listed."""

import argparse
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.settings import Settings
from app.wiring import Parts
from bench.conversations.checks import (
    SPARE,
    asked_again,
    complaints,
    facts_that_differ,
    needed,
    times_put,
    turns_spent,
)
from bench.conversations.owners import Owner, owners
from bench.conversations.player import Talk, play


def main() -> int:
    """Print a line a talk, and how many were without complaint."""
    options = _options()
    chosen = [owner for owner in owners() if not options.names or owner.name in options.names]
    talks = [_report(talk, show=options.show) for talk in _played(chosen)]
    for batch in sorted({talk.owner.batch for talk in talks}):
        print(f"\n{batch} batch: {_totals([talk for talk in talks if talk.owner.batch == batch])}")
    return int(any(complaints(talk) for talk in talks))


def _totals(talks: Sequence[Talk]) -> str:
    good = sum(not complaints(talk) for talk in talks)
    long = sum(turns_spent(talk) > needed(talk) + SPARE for talk in talks)
    differ = sum(len(facts_that_differ(talk)) for talk in talks)
    return (
        f"{len(talks)} talks, {sum(talk.planned for talk in talks)} plans, {good} without complaint, "
        f"{sum(len(asked_again(talk)) for talk in talks)} questions about something told, {long} too long, "
        f"{differ} of {sum(len(talk.owner.knows) for talk in talks)} facts that differ"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these owners")
    parser.add_argument("--show", action="store_true", help="print the talks whole")
    return parser.parse_args()


def _played(chosen: Iterable[Owner]) -> Iterable[Talk]:
    with tempfile.TemporaryDirectory() as scratch:
        parts = Parts(Settings(data_dir=Path(scratch)))
        parts.make_ready()
        for owner in chosen:
            yield play(owner, parts.coach)


def _report(talk: Talk, *, show: bool) -> Talk:
    if show:
        print(talk)
    print(f"{talk.owner.name:28}{times_put(talk):3} questions  {turns_spent(talk):3} turns for {needed(talk):2}")
    for complaint in complaints(talk):
        print(f"    {complaint}")
    return talk


if __name__ == "__main__":
    raise SystemExit(main())
