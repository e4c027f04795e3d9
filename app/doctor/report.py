"""What was found, for a person and for a program."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.doctor.findings import Finding, Part, State, broken, exit_code
from app.settings import Settings, Tongue, load_settings
from app.wiring import Parts
from journey.errors import CoachError
from journey.keys import Language
from prompts.words import Words

_MARKS = {State.OK: "✓", State.ATTENTION: "!", State.BROKEN: "✗", State.SKIPPED: "–"}


def consulted(data: Path | None) -> tuple[tuple[Finding, ...], Language]:
    """All findings, in the order of `Part`, and the language to tell them in."""
    try:
        settings = load_settings(data)
    except CoachError as error:
        return (broken(Part.SETTINGS, error),), _tongue()
    from app.doctor.checks import examine  # with all that it looks at

    order = list(Part)
    findings = examine(Parts(settings))
    return tuple(sorted(findings, key=lambda finding: order.index(finding.part))), settings.coach_language


def as_text(findings: tuple[Finding, ...], language: Language) -> str:
    """A line for each part, and one that sums up."""
    words = Words(language)
    names = {finding: words.say(f"doctor.part.{finding.part}") for finding in findings}
    ...
