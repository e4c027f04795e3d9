"""Many owners who write at once, and what they see of a bot that is killed again and again.

Each owner of a crowd sends "1", "2", "3" …; the bot answers "step: text n", where the step is counted by the stored
conversation. So every fault shows: an answer that is missing, at the wrong step, doubled, or out of order.
"""

import itertools
import os
import random
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prompts.words import Words
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import free_port

ROOT = Path(__file__).parents[2]

#: What an owner reads where the database can't be used for long; the answer itself comes after.
STILL_WAITS = Words("nl").say("error.waits", reference="").split("(")[0].strip()


@dataclass(frozen=True)
class Figures:
    """What came of a run."""

    messages: int
    lost: int
    wrong: int
    out_of_order: int
    doubled: int
    apologies: int
    seconds: float
    recoveries: tuple[float, ...] = ()

    def __str__(self) -> str:
        share = 100 * self.doubled / self.messages
        worst = max(self.recoveries, default=0.0)
        return (
            f"{self.messages} messages in {self.seconds:.0f} s, {len(self.recoveries)} kills: {self.lost} lost, "
            f"{self.wrong} at a wrong step, {self.out_of_order} out of order, {self.doubled} doubled ({share:.2f} %), "
            f"{self.apologies} told to wait; "
            f"first reply after a kill: median {statistics.median(self.recoveries or [0]):.1f} s, worst {worst:.1f} s"
        )


@dataclass
class Crowd:
    """Owners who write `each` messages, at `rate` messages a second in all."""

    api: FakeTelegram
    owners: int
    each: int
    rate: float
    _began: float = 0.0

    def write(self) -> None:
        """Everybody writes, in an order nobody knows; returns when all is written."""
        self._began = time.monotonic()
        left = dict.fromkeys(range(1, self.owners + 1), 1)
        while left:
            chat = random.choice(list(left))
            self.api.say(chat, str(left[chat]))
            left[chat] += 1
            if left[chat] > self.each:
                del left[chat]
            time.sleep(random.expovariate(self.rate))

    def answered(self) -> bool:
        """Whether everybody has got an answer to the last message."""
        last = f"text {self.each}"
        return all(self._last(chat).endswith(f" {last}") for chat in range(1, self.owners + 1))

    def figures(self, recoveries: list[float]) -> Figures:
        """What everybody saw."""
        lost = wrong = out_of_order = doubled = apologies = 0
        for chat in range(1, self.owners + 1):
            texts = [text for text in self.api.texts(chat) if STILL_WAITS not in text]
            apologies += len(self.api.texts(chat)) - len(texts)
            expected = [f"{number}: text {number}" for number in range(1, self.each + 1)]
            steps = [expected.index(text) for text in texts if text in expected]
            wrong += sum(text not in expected for text in texts)
            lost += sum(text not in texts for text in expected)
            doubled += len(texts) - len(set(texts))
            out_of_order += sum(after < before for before, after in itertools.pairwise(steps))
        seconds = time.monotonic() - self._began
        return Figures(
            self.owners * self.each, lost, wrong, out_of_order, doubled, apologies, seconds, tuple(recoveries)
        )

    def _last(self, chat: int) -> str:
        texts = self.api.texts(chat)
        return texts[-1] if texts else ""


class Bots:
    """Processes of one bot: one that polls, or several behind webhooks."""

    def __init__(
        self,
        api: FakeTelegram,
        folder: Path,
        database: str = "",
        hooks: int = 0,
        paced: bool = True,
        bursts: float = 0.0,
    ) -> None:
        self.api = api
        self._command = [sys.executable, "-m", "tests.telegram.bot_process", str(folder), api.token, api.url, "--quiet"]
        self._command += ["--database", database] * bool(database) + ["--paced"] * paced
        self._command += ["--bursts", str(bursts)]
        self._ports = [free_port() for _ in range(hooks)]
        api.balance[:] = [f"http://127.0.0.1:{port}" for port in self._ports]
        self.processes = [self._start(number) for number in range(max(1, hooks))]

    def kill(self, number: int, done: Callable[[], bool], away: float = 0.0) -> float:
        """Kills one without warning and starts it again after `away` seconds. The seconds until anything is sent
        after the kill, by whichever process, or until it is `done`: then there is nothing to send any more."""
        self.processes[number].kill()
        self.processes[number].wait()
        killed = time.monotonic()
        sent = len(self.api.called("sendMessage"))
        time.sleep(away)
        self.processes[number] = self._start(number)
        self.api.wait(lambda: len(self.api.called("sendMessage")) > sent or done(), 60)
        return time.monotonic() - killed

    def _start(self, number: int) -> "subprocess.Popen[bytes]":
        hook: list[str] = []
        if self._ports:
            port = str(self._ports[number])
            hook = ["--hook", f"http://127.0.0.1:{port}/telegram", "--port", port]
        return subprocess.Popen(self._command + hook, cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"})


@contextmanager
def bots(
    api: FakeTelegram, folder: Path, database: str = "", hooks: int = 0, paced: bool = True, bursts: float = 0.0
) -> Iterator[Bots]:
    """Processes that are gone when the block ends. `bursts` are the seconds of silence after which they answer what an
    owner wrote in a row; 0 answers each message alone."""
    running = Bots(api, folder, database, hooks, paced, bursts)
    try:
        api.wait(lambda: len(api.called("getMe")) >= len(running.processes), 60)
        yield running
    finally:
        for process in running.processes:
            process.send_signal(signal.SIGTERM)
        for process in running.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def writing(crowd: Crowd) -> Iterator[threading.Thread]:
    """The crowd writes while the block goes on."""
    thread = threading.Thread(target=crowd.write)
    thread.start()
    yield thread
    thread.join(300)
