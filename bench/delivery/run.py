"""Delivery measured end to end: python-telegram-bot against the fake Bot API on loopback, in processes of their own.

python -m bench.delivery.run            all figures
python -m bench.delivery.run --quick    the same with fewer messages

light    one owner at a time; from the moment an update can be fetched until its first reply has arrived
full     everybody has written everything before the bot starts to fetch; turns a second until the last reply
restart  kill -9; from the start of a new process until the first reply to what was written meanwhile
memory   resident, after all this
The talk stops before the plan. `scripted` has a coach that only repeats, so that the engine is seen alone.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.telegram.fake_api import FakeTelegram

ROOT = Path(__file__).parents[2]
TALK = (
    "hoi ik ben Noor, ik heb een fietsenwinkel in Mechelen, we doen vooral herstellingen, vanaf 35 euro",
    "meer herstellingen op de stille dinsdagen",
    "vooral gezinnen met kinderen uit de buurt",
    "insta en een stoepbord, geen tiktok",
    "wat is een persona?",
    "ze twijfelen over de prijs",
    "2 uur per week en 50 euro per maand",
    "nee",
)
#: Seconds of silence after which a turn has no more replies to come.
SILENCE = 0.05


def main() -> None:
    arguments = ArgumentParser()
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--coach", choices=["real", "scripted"])
    given = arguments.parse_args()
    light, full = (5, 40) if given.quick else (25, 200)
    print(f"load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for coach in (given.coach,) if given.coach else ("real", "scripted"):
        print(f"{coach:<9} {_figures(coach, light, full)}")


def _figures(coach: str, light: int, full: int) -> str:
    with tempfile.TemporaryDirectory() as folder, FakeTelegram() as api:
        with _bot(api, folder, coach) as process:
            _warm(api)
            before = _cpu(process)
            latencies = [seconds for owner in range(1, light + 1) for seconds in _talk(api, owner)]
            light_cpu = (_cpu(process) - before) / len(latencies)
            process.kill()
        restarted = _restarted(api, folder, coach)
        rate, full_cpu, resident = _full(api, folder, coach, full)
    median, worst = statistics.median(latencies), sorted(latencies)[int(len(latencies) * 0.95)]
    return (
        f"light {1e3 * median:.1f} ms median, {1e3 * worst:.1f} ms p95, {1e3 * light_cpu:.1f} ms CPU a turn; "
        f"full {rate:.0f} turns/s, {1e3 * full_cpu:.1f} ms CPU a turn; "
        f"restart {restarted:.1f} s; memory {resident} MB"
    )


def _warm(api: FakeTelegram) -> None:
    _talk(api, 9_999)


def _talk(api: FakeTelegram, owner: int) -> list[float]:
    """The seconds until the first reply to each message."""
    taken = []
    for text in TALK:
        seen = len(api.replies(owner))
        began = time.perf_counter()
        api.say(owner, text)
        api.wait_for(owner, seen + 1, timeout=120)
        taken.append(time.perf_counter() - began)
        _until_silent(api, owner)
    return taken


def _until_silent(api: FakeTelegram, owner: int) -> None:
    seen = -1
    while len(api.replies(owner)) != seen:
        seen = len(api.replies(owner))
        time.sleep(SILENCE)


def _restarted(api: FakeTelegram, folder: str, coach: str) -> float:
    seen = len(api.replies(1))
    api.say(1, "/status")
    began = time.perf_counter()
    with _bot(api, folder, coach):
        api.wait_for(1, seen + 1, timeout=60)
        return time.perf_counter() - began


def _full(api: FakeTelegram, folder: str, coach: str, owners: int) -> tuple[float, float, int]:
    """Turns a second, seconds of CPU a turn, resident megabytes. Everything is let go once the bot has warmed up."""
    owned = range(20_000, 20_000 + owners)
    turns = owners * len(TALK)
    with _bot(api, folder, coach) as process:
        _warm(api)
        before, began = _cpu(process), time.perf_counter()
        for text in TALK:
            for owner in owned:
                api.say(owner, text)
        api.wait(lambda: not api.pending(), 300)
        _until_all_is_sent(api)
        seconds = max(api.replies(owner)[-1].at for owner in owned) - (time.time() - (time.perf_counter() - began))
        return turns / seconds, (_cpu(process) - before) / turns, _resident(process)


def _until_all_is_sent(api: FakeTelegram) -> None:
    """Nothing was sent for a second."""
    seen = -1
    while len(api.calls) != seen:
        seen = len(api.calls)
        time.sleep(1)


@contextmanager
def _bot(api: FakeTelegram, folder: str, coach: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "bench.delivery.bot", folder, api.token, api.url, coach]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def _cpu(process: "subprocess.Popen[bytes]") -> float:
    """Seconds of CPU it has used."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(process: "subprocess.Popen[bytes]") -> int:
    status = Path(f"/proc/{process.pid}/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
