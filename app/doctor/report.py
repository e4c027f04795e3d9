"""What was found, for a person and for a program."""

import json
from pathlib import Path

from app.doctor.findings import Finding, Part, State, broken, exit_code
from app.settings import language_alone, load_settings
from journey.errors import CoachError
from journey.keys import Language
from prompts.words import Words


def consulted(data: Path | None) -> tuple[tuple[Finding, ...], Language]:
    """All findings, in the order of `Part`, and the language to tell them in."""
    try:
        settings = load_settings(data)
    except CoachError as error:
        return (broken(Part.SETTINGS, error),), language_alone()
    from app.doctor.checks import examine  # slow to import, and useless without settings
    from app.wiring import Parts

    order = list(Part)
    findings = examine(Parts(settings))
    return tuple(sorted(findings, key=lambda finding: order.index(finding.part))), settings.coach_language


def as_text(findings: tuple[Finding, ...], language: Language) -> str:
    """A line for each part, and one that sums up."""
    words = Words(language)
    rows = [
        (words.say(f"doctor.state.{each.state}"), words.say(f"doctor.part.{each.part}"), _said(each, words))
        for each in findings
    ]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{state:{wide[0]}}  {part:{wide[1]}}  {said}" for state, part, said in rows]
    return "\n".join([*lines, "", _summary(findings, words)])


def as_json(findings: tuple[Finding, ...], language: Language) -> str:
    """The same for programs."""
    words = Words(language)
    checks = [{"part": each.part, "state": each.state, "says": _said(each, words)} for each in findings]
    return json.dumps({"well": not exit_code(findings), "checks": checks}, ensure_ascii=False)


def _said(finding: Finding, words: Words) -> str:
    return words.say(finding.key, **finding.values)


def _summary(findings: tuple[Finding, ...], words: Words) -> str:
    count = sum(finding.state is State.BROKEN for finding in findings)
    how = "well" if not count else "one" if count == 1 else "several"
    return words.say(f"doctor.summary.{how}", count=count)
