"""The real bot with real storage and a coach that takes its time, as a process that a test can kill.

python -m tests.telegram.bot_process DATA TOKEN API_URL SECONDS
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bot.running import Edge, run
from coaching.message import Message, Reply
from tests.telegram.harness import UNLIMITED, ScriptedCoach, echo, stores_in


def main(data: str, token: str, api_url: str, seconds: str) -> None:
    stores = stores_in(Path(data))

    def slowly(owner: str, message: Message, number: int) -> Sequence[Reply]:
        time.sleep(float(seconds))
        return echo(owner, message, number)

    coach = ScriptedCoach(stores.conversations, slowly)
    run(Edge(token, api_url, coach, stores, limits=UNLIMITED, long_poll=2))


if __name__ == "__main__":
    main(*sys.argv[1:])
