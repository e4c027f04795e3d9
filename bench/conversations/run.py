"""`python -m bench.conversations.run [NAME …] [--show]`: every owner talks; what goes wrong is listed."""

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

from app.settings import Settings
from app.wiring import Parts
from bench.conversations.checks import asked_again, complaints, needed, questions_put, turns_spent
from bench.conversations.owners import Owner, owners
from bench.conversations.player import Talk, play


def main() -> int:
    """Print a line a talk, and how many were without complaint."""
    options = _options()
    chosen = [owner for owner in owners() if not options.names or owner.name in options.names]
    talks = [_report(talk, show=options.show) for talk in _played(chosen)]
    good = sum(not complaints(talk) for talk in talks)
    again = sum(len(asked_again(talk)) for talk in talks)
    planned = sum(talk.planned for talk in talks)
    print(f"\n{good}/{len(talks)} without complaint, {planned} plans, {again} questions about something told")
    return 0 if good == len(talks) else 1


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
    print(
        f"{talk.owner.name:28}{len(questions_put(talk)):3} questions  {turns_spent(talk):3} turns for {needed(talk):2}"
    )
    for complaint in complaints(talk):
        print(f"    {complaint}")
    return talk


if __name__ == "__main__":
    raise SystemExit(main())
