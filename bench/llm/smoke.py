"""A talk from the first word to the plan and a change of it, with the language model of the settings.

LLM=openai:gpt-5-mini LLM_API_KEY=… python -m bench.llm.smoke
LLM=llama3.2 LLM_BASE_URL=http://localhost:11434/v1 python -m bench.llm.smoke

Prints every reply, what was asked of the model with what came of it, and the sums. Ends with 1 where no model is set,
or it gave nothing that could be used.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from app.protocol import talk
from app.settings import load_settings
from app.watching.privacy import keep_to_ourselves
from app.wiring import Parts
from llm.gate import Call
from tests.conversations.player import Send, play, script

BAKER = Path(__file__).parents[2] / "tests" / "conversations" / "bakery_flemish.yaml"
BEFORE = ("wat is een persona?", "waarom zijn touchpoints belangrijk?")
CHANGE = "maak het wat losser van toon"


def main() -> int:
    keep_to_ourselves()
    with TemporaryDirectory() as folder:
        parts = Parts(load_settings(Path(folder)))
        if parts.model is None:
            print("Set LLM (and LLM_API_KEY), or LLM_BASE_URL: docs/operations.md says how.")
            return 1
        calls: list[Call] = []
        parts.counting.append(calls.append)
        parts.make_ready()
        parts.model.load()
        owner = script(BAKER)
        owner["messages"] = [*owner["messages"], *BEFORE]
        played = play({**owner, "changes": [{"say": CHANGE}]}, _sends(parts, calls))
        parts.model.close()
    _sum_up(calls)
    useful = any(call.outcome == "ok" for call in calls)
    return 0 if played.last["plan"] and useful else 1


def _sends(parts: Parts, calls: list[Call]) -> Send:
    def send(message: dict[str, Any]) -> dict[str, Any]:
        asked, began = len(calls), perf_counter()
        (line,) = talk([json.dumps(message)], "terminal:smoke", parts.coach, parts.conversations, parts.settings)
        answer: dict[str, Any] = json.loads(line)
        print(f"\n> {' '.join(message.values())}   ({perf_counter() - began:.1f} s)")
        print("\n".join(f"  {reply['text']}" for reply in answer["messages"]))
        for call in calls[asked:]:
            print(
                f"  -- {call.errand}: {call.outcome}, {call.seconds:.1f} s, {call.tokens_in}+{call.tokens_out} tokens"
            )
        return answer

    return send


def _sum_up(calls: list[Call]) -> None:
    print()
    for (errand, outcome), count in sorted(Counter((call.errand, call.outcome) for call in calls).items()):
        print(f"{errand:14} {outcome:12} {count:4}")
    print(f"tokens in {sum(call.tokens_in for call in calls)}, out {sum(call.tokens_out for call in calls)}")


if __name__ == "__main__":
    sys.exit(main())
