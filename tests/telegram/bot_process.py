"""The real bot with real storage and a coach that takes its time, as a process that a test can kill.

python -m tests.telegram.bot_process DATA TOKEN API_URL [--seconds N] [--database URL] [--hook URL --port N] [--paced]
    [--bursts N]
"""

import logging
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from bot.bursts import Quiet
from bot.pace import Limits
from bot.running import Edge, run
from bot.webhook import Hook, secret_from
from coaching.message import Message, Reply
from tests.telegram.harness import UNLIMITED, ScriptedCoach, echo, stores_in


def main() -> None:
    given = _arguments().parse_args()
    logging.basicConfig(level="CRITICAL" if given.quiet else "WARNING")
    stores = stores_in(given.data, given.database)

    def slowly(owner: str, message: Message, number: int) -> Sequence[Reply]:
        time.sleep(given.seconds)
        return echo(owner, message, number)

    hook = Hook(given.hook, secret_from(given.token), port=given.port) if given.hook else None
    quiet = Quiet(ended=given.bursts, open=given.bursts, cut=given.bursts) if given.bursts else None
    limits = Limits() if given.paced else UNLIMITED
    coach = ScriptedCoach(stores.conversations, slowly)
    run(Edge(given.token, given.api_url, coach, stores, hook=hook, limits=limits, long_poll=2, quiet=quiet))


def _arguments() -> ArgumentParser:
    arguments = ArgumentParser()
    arguments.add_argument("data", type=Path)
    arguments.add_argument("token")
    arguments.add_argument("api_url")
    arguments.add_argument("--seconds", type=float, default=0.0)
    arguments.add_argument("--database", default="")
    arguments.add_argument("--hook", default="")
    arguments.add_argument("--port", type=int, default=0)
    arguments.add_argument("--paced", action="store_true")
    arguments.add_argument("--bursts", type=float, default=0.0)
    arguments.add_argument("--quiet", action="store_true")
    return arguments


if __name__ == "__main__":
    main()
