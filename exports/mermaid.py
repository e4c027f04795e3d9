"""The journey as a Mermaid `journey` block: one section per stage, the score is the customer's mood from 1 to 5."""

import re

from journey.plan import Plan

#: What Mermaid's grammar takes for itself.
_RESERVED = re.compile(r"[:;#,\n\r\"`<>{}\[\]]+")


def journey_diagram(plan: Plan) -> str:
    """A fenced block that draws the emotion curve."""
    name = _label(plan.persona.name)
    lines = ["```mermaid", "journey", f"  title {_label(plan.title)}"]
    for stage in plan.stages:
        lines.append(f"  section {_label(stage.title)}")
        lines.append(f"    {_label(_short(stage.does.text))}: {stage.mood}: {name}")
    return "\n".join((*lines, "```"))


def _short(text: str) -> str:
    first = re.split(r"(?<=[.!?])\s", text.strip())[0].rstrip(".!?")
    words = first.split()
    return first if len(words) <= 9 else " ".join(words[:9]) + " …"


def _label(text: str) -> str:
    return " ".join(_RESERVED.sub(" ", text).split())
