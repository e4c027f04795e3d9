"""A plan as CommonMark, readable on a phone: short lists instead of wide tables, everything of an owner escaped."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exports.mermaid import journey_diagram
from exports.speaking import Speaks
from journey.currency import Currency
from journey.plan import Basis, Email, Line, Plan, StagePlan, Suggestion, Week, WeekTask
from journey.sources import SOURCES

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_BULLET = re.compile(r"^(\s*)([-+])(\s)", re.MULTILINE)
_RULE = re.compile(r"^(\s*)([-=])(?=[-=\s]*$)", re.MULTILINE)
#: Minutes to which the work of a week is rounded.
_QUARTER = 15
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(\s)", re.MULTILINE)


def markdown(plan: Plan, words: Speaks) -> str:
    """The whole plan. `words` speaks the plan's language, to the owner."""
    parts = [
        *_head(plan, words),
        *_hinge(plan, words),
        *_first_week(plan, words),
        *_calendar(plan, words),
        *_persona(plan, words),
        *_sums(plan, words),
        *_journey(plan, words),
        *(line for number, stage in enumerate(plan.stages, 1) for line in _stage(number, stage, plan, words)),
        *_measuring(plan, words),
        *_accidents(plan, words),
        *_assumptions(plan, words),
        *_later(plan, words),
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


def _hinge(plan: Plan, words: Speaks) -> Iterator[str]:
    if plan.hinge is None:
        return
    yield f"**{words.say('export.hinge')}:** {escaped(plan.hinge.question)}"
    if plan.hinge.told:
        yield f"> {escaped(plan.hinge.told)} ({_basis(Basis.TOLD, words)})"
    else:
        yield f"*{words.say('export.hinge_open')}*"
    yield escaped(plan.hinge.why)


def _first_week(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.first_week')}"
    if not plan.first_week:
        yield words.say("plan.no_week")
    for task in plan.first_week:
        yield f"### {_capital(task.day)} ({task.minutes} min): {escaped(task.name)}"
        yield f"{escaped(task.step)} *({escaped(task.stage)})*"
        yield _quote(task.text)


def _calendar(plan: Plan, words: Speaks) -> Iterator[str]:
    if not any(week.tasks for week in plan.weeks):
        return
    yield f"## {words.say('export.weeks')}"
    yield escaped(plan.season)
    yield "\n".join(line for week in plan.weeks for line in _week(week, plan, words))


def _week(week: Week, plan: Plan, words: Speaks) -> Iterator[str]:
    first, last = week.first, week.first + timedelta(days=6)
    days = words.say("export.days", first=_date(first, words), last=_date(last, words))
    minutes = _QUARTER * max(1, round(week.minutes / _QUARTER))
    time = f" · {_time(minutes / 60, words)}" if week.minutes else ""
    tasks = [_task(task, plan, words) for task in week.tasks if not task.weekly]
    if running := [plan.place_of(task.play) for task in week.tasks if task.weekly]:
        tasks.append(words.say("export.running", places=", ".join(running)))
    yield f"- **{words.say('export.week', n=week.number)}** ({days}){time}{': ' if tasks else ''}{'; '.join(tasks)}"
    for note in week.notes:
        yield f"  *{escaped(note)}*"


def _task(task: WeekTask, plan: Plan, words: Speaks) -> str:
    time = words.say("export.minutes", n=task.minutes)
    part = time if task.ends else words.say("export.begun", time=time)
    return f"{plan.place_of(task.play)} {escaped(task.name)} ({part})"


def _date(day: date, words: Speaks) -> str:
    return words.say("export.date", day=day.day, month=words.say(f"month.{day.month}"))


def _persona(plan: Plan, words: Speaks) -> Iterator[str]:
    persona = plan.persona
    yield f"## {words.say('export.persona', name=escaped(persona.name))}"
    note = "export.persona_told" if persona.name_told else "export.persona_note"
    yield f"*{words.say(note, name=escaped(persona.name))}*"
    rows = (("who", persona.who), ("need", persona.need), ("pain", persona.pain), ("feeling", persona.feeling))
    yield _labelled([(words.say(f"export.{name}"), line) for name, line in (*rows, ("looks", persona.looks))], words)
    if answered := plan.worry_answered:
        where = [words.say("export.answered_in", stage=answered.stage)]
        where += [f"{plan.place_of(play)} {plan.items[play].name}" for play in answered.plays if play in plan.items]
        yield f"**{words.say('export.answered')}:** {escaped('; '.join(where))}"


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
    labels = {name: words.say(f"export.{name}") for name, _ in lines}
    labels["feels"] += f" ({_mood(number, plan, words)})"
    yield _labelled([(labels[name], line) for name, line in lines], words)
    yield f"**{words.say('export.message')}** ({_basis(stage.message.basis, words)})"
    yield _quote(stage.message.text)
    yield f"**{words.say('export.online')}:** {_listed(stage.touchpoints_online, words)}"
    yield f"**{words.say('export.offline')}:** {_listed(stage.touchpoints_offline, words)}"
    yield f"**{words.say('export.count')}:** {escaped(stage.metric.what)}. {escaped(stage.metric.how)}"
    now = [suggestion for suggestion in stage.suggestions if not suggestion.later]
    for suggestion in now:
        yield from _suggestion(suggestion, stage, plan, words)
    if now:
        yield f"**{words.say('export.test')}:** {escaped(now[0].test)}"
    if waiting := [f"{plan.place_of(s.play)} {s.name}" for s in stage.suggestions if s.later]:
        yield f"**{words.say('export.waits')}:** {escaped('; '.join(waiting))}"
    if stage.email:
        yield from _email(stage.email, plan.place_of(stage.email.play), words)
    if stage.ideas:
        yield f"**{words.say('export.ideas')}**"
        yield "\n".join(f"- {escaped(idea.text)} ({escaped(source_of(idea.source, words))})" for idea in stage.ideas)


def _mood(number: int, plan: Plan, words: Speaks) -> str:
    """The mood of a stage out of five, and whether it rises or falls; the line it stands at says why."""
    moods = [stage.mood for stage in plan.stages]
    now, before = moods[number - 1], moods[max(0, number - 2)]
    way = "up" if now > before else "down" if now < before else "level"
    return words.say(f"export.mood.{way}" if number > 1 else "export.mood.first", mood=now)


def _suggestion(suggestion: Suggestion, stage: StagePlan, plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"### {plan.place_of(suggestion.play)}. {escaped(suggestion.name)}"
    yield escaped(suggestion.why)
    task = next((task for task in plan.first_week if task.play == suggestion.play), None)
    steps = [f"{n}. {escaped(step)}" for n, step in enumerate(suggestion.steps, 1)]
    yield "\n".join([words.say("export.text_above", day=task.day), *steps[1:]] if task else steps)
    if not task:
        yield _quote(suggestion.text)
    yield "\n".join(f"- **{label}:** {escaped(text)}" for label, text in _details(suggestion, stage, plan, words))


def _details(suggestion: Suggestion, stage: StagePlan, plan: Plan, words: Speaks) -> Iterator[tuple[str, str]]:
    yield words.say("export.where"), _where(suggestion, plan, words)
    if suggestion.metric != stage.metric:
        yield words.say("export.count"), f"{suggestion.metric.what}. {suggestion.metric.how}"
    yield words.say("export.when"), suggestion.when
    yield words.say("export.never"), suggestion.never
    yield words.say("export.source"), source_of(suggestion.source, words)


def _email(email: Email, place: str, words: Speaks) -> Iterator[str]:
    later = f" ({words.say('export.later_mark')})" if email.later else ""
    yield f"### {place}. {words.say('export.email')}: {escaped(email.name)}{later}"
    yield f"**{words.say('export.subject')}:** {escaped(email.subject)}"
    yield _quote(email.body)
    yield f"- **{words.say('export.source')}:** {escaped(source_of(email.source, words))}"


def _measuring(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.measuring')}"
    yield words.say("export.measuring_how", day=plan.first_week[-1].day if plan.first_week else words.say("day.5"))
    counted = [f"**{escaped(stage.title)}:** {escaped(stage.metric.what)}" for stage in plan.stages]
    counted += [f"**{words.say('export.of_trade')}:** {escaped(tally)}" for tally in plan.tallies]
    yield "\n".join(f"- [ ] {what}: …" for what in counted)


def _accidents(plan: Plan, words: Speaks) -> Iterator[str]:
    if plan.accidents:
        yield f"## {words.say('export.accidents')}"
        yield "\n".join(
            f"- {escaped(a.seen)}\n  **{words.say('export.fix')}:** {escaped(a.fix)}" for a in plan.accidents
        )


def _later(plan: Plan, words: Speaks) -> Iterator[str]:
    """What waits, with its text but in short: how to make, count and test it matters only once it is begun."""
    waiting = [(stage, s) for stage in plan.stages for s in stage.suggestions if s.later]
    mails = [stage.email.name for stage in plan.stages if stage.email and stage.email.later]
    if not waiting and not mails:
        return
    yield f"## {words.say('export.later')}"
    yield words.say("export.later_why")
    for stage, suggestion in waiting:
        yield f"### {plan.place_of(suggestion.play)}. {escaped(suggestion.name)}"
        source = source_of(suggestion.source, words)
        yield f"*{escaped(stage.title)} · {escaped(_where(suggestion, plan, words))} · {escaped(source)}*"
        yield _quote(suggestion.text)
    if mails:
        yield f"**{words.say('export.mails')}**"
        yield _bullets(mails)


def _assumptions(plan: Plan, words: Speaks) -> Iterator[str]:
    asked = [a for a in plan.assumptions if a.to_customers]
    yield f"## {words.say('export.questions')}"
    yield "\n".join(f"{n}. {escaped(a.question)}\n   *{escaped(a.text)}*" for n, a in enumerate(asked, 1))
    if own := [a for a in plan.assumptions if not a.to_customers]:
        yield f"**{words.say('export.assumptions')}**"
        yield "\n".join(f"- {escaped(a.text)} {escaped(a.question)}" for a in own)


def _sources(plan: Plan, words: Speaks) -> Iterator[str]:
    yield f"## {words.say('export.sources')}"
    yield _bullets([SOURCES[key].citation() if key in SOURCES else words.say("export.coach") for key in plan.sources])


def effort(suggestion: Suggestion, words: Speaks, currency: Currency) -> str:
    """Time and money of a suggestion in words."""
    money = words.say(f"currency.{currency}")
    parts = [words.say("export.once", time=_time(suggestion.hours_once, words))]
    if suggestion.hours_weekly:
        parts.append(words.say("export.weekly", time=_time(suggestion.hours_weekly, words)))
    if suggestion.euros_once:
        parts.append(words.say("export.euros_once", euros=round(suggestion.euros_once), currency=money))
    if suggestion.euros_monthly:
        parts.append(words.say("export.euros_monthly", euros=round(suggestion.euros_monthly), currency=money))
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


def _where(suggestion: Suggestion, plan: Plan, words: Speaks) -> str:
    return f"{words.say(f'channel.{suggestion.channel}')}, {effort(suggestion, words, plan.currency)}"


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
