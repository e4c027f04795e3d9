"""A plan as CommonMark, readable on a phone: short lists instead of wide tables, everything of an owner escaped."""

import re
from collections.abc import Iterator

from exports.mermaid import journey_diagram
from exports.speaking import Speaks
from journey.plan import Basis, Email, Line, Plan, StagePlan, Suggestion
from journey.sources import SOURCES

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_BULLET = re.compile(r"^(\s*)([-+])(\s)", re.MULTILINE)
_RULE = re.compile(r"^(\s*)([-=])(?=[-=\s]*$)", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)", re.MULTILINE)


def markdown(plan: Plan, words: Speaks) -> str:
    """The whole plan. `words` speaks the plan's language, to the owner."""
    parts = [
        *_head(plan, words),
        *_first_week(plan, words),
        *_persona(plan, words),
        *_sums(plan, words),
        *_journey(plan, words),
        *(line for number, stage in enumerate(plan.stages, 1) for line in _stage(number, stage, plan, words)),
        *_measuring(plan, words),
        *_later(plan, words),
        *_assumptions(plan, words),
        *_sources(plan, words),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text of an owner or the library as it stands in Markdown: shown as it is, never interpreted."""
    plain = _RULE.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text.strip()))
    return _NUMBERED.sub(r"\1\\\2\3", _BULLET.sub(r"\1\\\2\3", plain))


def _head(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"# {escaped(plan.title)}"
    if plan.goal:
        yield f"**{words.say('export.goal')}:** {escaped(plan.goal)} ({_basis(Basis.TOLD, words)})"
    yield f"**{words.say('export.model')}:** {words.say(f'model.{plan.model}')}. {escaped(_capital(plan.why_model))}"
    yield f"*{escaped(plan.model_limits)}*"
    if plan.respected:
        yield f"**{words.say('export.respected')}**"
        yield _bullets(plan.respected)
    yield f"*{words.say('export.legend')}*"


def _first_week(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.first_week')}"
    if not plan.first_week:
        yield words.say("plan.no_week")
    for task in plan.first_week:
        yield f"### {_capital(task.day)} ({task.minutes} min): {escaped(task.name)}"
        yield f"{escaped(task.step)} *({escaped(task.stage)})*"
        yield _quote(task.text)


def _persona(plan: Plan, words: Speaks) -> Iterator[str]:
    persona = plan.persona
    yield f"## {words.say('export.persona', name=escaped(persona.name))}"
    yield f"*{words.say('export.persona_note')}*"
    rows = (("who", persona.who), ("need", persona.need), ("pain", persona.pain), ("feeling", persona.feeling))
    yield _labelled([(words.say(f"export.{name}"), line) for name, line in (*rows, ("looks", persona.looks))], words)


def _sums(plan: Plan, words: Speaks) -> Iterator[str]:
    if plan.sums is None:
        return
    yield f"## {words.say('export.sums')}"
    yield escaped(plan.sums.intro)
    yield "\n".join(f"- **{escaped(step.stage)}:** {escaped(step.text)}" for step in plan.sums.steps)
    yield escaped(plan.sums.check)


def _journey(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.journey')}"
    yield journey_diagram(plan)


def _stage(number: int, stage: StagePlan, plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {number}. {escaped(stage.title)}"
    lines = (("does", stage.does), ("feels", stage.feels), ("needs", stage.needs), ("hurts", stage.hurts))
    yield _labelled([(words.say(f"export.{name}"), line) for name, line in lines], words)
    yield f"**{words.say('export.message')}** ({_basis(stage.message.basis, words)})"
    yield _quote(stage.message.text)
    yield f"**{words.say('export.online')}:** {_listed(stage.touchpoints_online, words)}"
    yield f"**{words.say('export.offline')}:** {_listed(stage.touchpoints_offline, words)}"
    yield f"**{words.say('export.count')}:** {escaped(stage.metric.what)}. {escaped(stage.metric.how)}"
    for suggestion in stage.suggestions:
        if not suggestion.later:
            yield from _suggestion(suggestion, stage, plan, words)
    if waiting := [suggestion.name for suggestion in stage.suggestions if suggestion.later]:
        yield f"**{words.say('export.waits')}:** {escaped('; '.join(waiting))}"
    if stage.email:
        yield from _email(stage.email, words)


def _suggestion(suggestion: Suggestion, stage: StagePlan, plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"### {escaped(suggestion.name)}"
    yield escaped(suggestion.why)
    task = next((task for task in plan.first_week if task.play == suggestion.play), None)
    steps = [f"{n}. {escaped(step)}" for n, step in enumerate(suggestion.steps, 1)]
    yield "\n".join([words.say("export.text_above", day=task.day), *steps[1:]] if task else steps)
    if not task:
        yield _quote(suggestion.text)
    yield "\n".join(f"- **{label}:** {escaped(text)}" for label, text in _details(suggestion, stage, words))


def _details(suggestion: Suggestion, stage: StagePlan, words: Speaks) -> Iterator[tuple[str, str]]:
    yield words.say("export.where"), _where(suggestion, words)
    if suggestion.metric != stage.metric:
        yield words.say("export.count"), f"{suggestion.metric.what}. {suggestion.metric.how}"
    yield words.say("export.test"), suggestion.test
    yield words.say("export.when"), suggestion.when
    yield words.say("export.never"), suggestion.never
    yield words.say("export.source"), source_of(suggestion.source, words)


def _email(email: Email, words: Speaks) -> Iterator[str]:
    later = f" ({words.say('export.later_mark')})" if email.later else ""
    yield f"### {words.say('export.email')}: {escaped(email.name)}{later}"
    yield f"**{words.say('export.subject')}:** {escaped(email.subject)}"
    yield _quote(email.body)
    yield f"- **{words.say('export.source')}:** {escaped(source_of(email.source, words))}"


def _measuring(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.measuring')}"
    yield words.say("export.measuring_how")
    yield "\n".join(f"- [ ] **{escaped(stage.title)}:** {escaped(stage.metric.what)}: …" for stage in plan.stages)


def _later(plan: Plan, words: Speaks) -> Iterator[str]:
    """What waits, ready to use but in short: how to count and test it matters only once it is begun."""
    waiting = [(stage, s) for stage in plan.stages for s in stage.suggestions if s.later]
    mails = [stage.email.name for stage in plan.stages if stage.email and stage.email.later]
    if not waiting and not mails:
        return
    yield f"## {words.say('export.later')}"
    yield words.say("export.later_why")
    for stage, suggestion in waiting:
        yield f"### {escaped(suggestion.name)}"
        yield f"*{escaped(stage.title)} · {escaped(_where(suggestion, words))}*"
        yield "\n".join(f"{n}. {escaped(step)}" for n, step in enumerate(suggestion.steps, 1))
        yield _quote(suggestion.text)
        yield f"*{escaped(source_of(suggestion.source, words))}*"
    if mails:
        yield f"**{words.say('export.mails')}**"
        yield _bullets(mails)


def _assumptions(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.assumptions')}"
    yield words.say("export.assumptions_why")
    yield "\n".join(f"- {escaped(a.text)}\n  {escaped(a.question)}" for a in plan.assumptions)


def _sources(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.sources')}"
    yield _bullets([SOURCES[key].citation() if key in SOURCES else words.say("export.coach") for key in plan.sources])


def effort(suggestion: Suggestion, words: Speaks) -> str:
    """Time and money of a suggestion in words."""
    parts = [words.say("export.once", time=_time(suggestion.hours_once, words))]
    if suggestion.hours_weekly:
        parts.append(words.say("export.weekly", time=_time(suggestion.hours_weekly, words)))
    if suggestion.euros_once:
        parts.append(words.say("export.euros_once", euros=round(suggestion.euros_once)))
    if suggestion.euros_monthly:
        parts.append(words.say("export.euros_monthly", euros=round(suggestion.euros_monthly)))
    if not suggestion.euros_once and not suggestion.euros_monthly:
        parts.append(words.say("export.free"))
    return ", ".join(parts)


def source_of(label: str, words: Speaks) -> str:
    """Where a suggestion comes from, in words."""
    if label == "coach":
        return words.say("export.coach")
    model, _, stage = label.partition("/")
    if words.has(f"stage.{model}.{stage}"):
        return words.say(
            "export.from_stage", model=words.say(f"model.{model}"), stage=words.say(f"stage.{model}.{stage}")
        )
    return words.say("export.from_library")


def _where(suggestion: Suggestion, words: Speaks) -> str:
    return f"{words.say(f'channel.{suggestion.channel}')}, {effort(suggestion, words)}"


def _time(hours: float, words: Speaks) -> str:
    minutes = round(hours * 60)
    return words.say("export.minutes", n=minutes) if minutes < 90 else words.say("export.hours", n=f"{hours:g}")


def _labelled(rows: list[tuple[str, Line]], words: Speaks) -> str:
    return "\n".join(f"- **{label}:** {escaped(line.text)} ({_basis(line.basis, words)})" for label, line in rows)


def _basis(basis: Basis, words: Speaks) -> str:
    return words.say(f"export.basis.{basis}")


def _listed(items: tuple[str, ...], words: Speaks) -> str:
    return escaped(", ".join(items)) if items else words.say("export.none")


def _bullets(items: tuple[str, ...] | list[str]) -> str:
    return "\n".join(f"- {escaped(item)}" for item in items)


def _quote(text: str) -> str:
    return "\n".join(f"> {escaped(line)}  " if line.strip() else ">" for line in text.strip().splitlines())


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
