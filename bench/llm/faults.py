"""How long an owner waits when the language model fails: the real client at a scripted server, the whole coach.

python -m bench.llm.faults

Each fault has a talk of its own from the first word to the plan; the longest turn must stay within LLM_DEADLINE.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from app.protocol import talk
from app.settings import Settings
from app.wiring import Parts
from llm.gate import Call
from tests.conversations.player import play, script
from tests.llm.server import ScriptedModel, Step
from tests.llm.test_with_the_coach import FAULTS

BAKER = Path(__file__).parents[2] / "tests" / "conversations" / "bakery_flemish.yaml"
QUESTION = {"text": "wat is een persona?"}


def main() -> int:
    deadline = float(sys.argv[1]) if len(sys.argv) > 1 else 8.0
    print(f"{'fault':30} {'turns':>5} {'asked':>5} {'longest turn':>12} {'the next':>8}  outcomes")
    late = [name for name, step in FAULTS.items() if not _within(deadline, name, step)]
    print(f"\nlater than {deadline:g} s: {', '.join(late) or 'none'}")
    return bool(late)


def _within(deadline: float, name: str, step: Step) -> bool:
    calls: list[Call] = []
    with ScriptedModel(step) as server, TemporaryDirectory() as folder:
        seconds = _talk(_parts(Path(folder), server.url, deadline, calls))
        asked = len(server.asked)
    longest, following = sorted(seconds, reverse=True)[:2]
    outcomes = ", ".join(dict.fromkeys(call.outcome for call in calls))
    print(f"{name:30} {len(seconds):5} {asked:5} {longest:10.2f} s {following:6.2f} s  {outcomes}", flush=True)
    return longest <= deadline


def _parts(folder: Path, url: str, deadline: float, calls: list[Call]) -> Parts:
    chosen = {"llm": "gpt-test", "llm_base_url": url, "llm_deadline": deadline}
    parts = Parts(Settings(_env_file=None, data_dir=folder, **chosen))  # type: ignore[arg-type]
    parts.counting.append(calls.append)
    parts.make_ready()
    parts.warm()
    if parts.model:
        parts.model.load()
    return parts


def _talk(parts: Parts) -> list[float]:
    seconds: list[float] = []

    def send(message: dict[str, Any]) -> dict[str, Any]:
        began = perf_counter()
        (line,) = talk([json.dumps(message)], "terminal:bench", parts.coach, parts.conversations, parts.settings)
        seconds.append(perf_counter() - began)
        answer: dict[str, Any] = json.loads(line)
        return answer

    play(script(BAKER), send)
    send(QUESTION)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
