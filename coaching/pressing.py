"""Buttons and commands: what a tap or a slash command says, in the same terms as words."""

import re
from collections.abc import Callable

from coaching.understanding.money.currency import currency_of
from journey.changes import ChangeKind, PlanChange, Refusal
from journey.currency import Currency
from journey.hearing import Heard, Intent
from journey.keys import Goal
from journey.models import labels
from journey.profile import Change, EmailList, FactValue, GoalFact, Limits, Profile, ProfileField, Proposal
from journey.state import Phase, State
from journey.topics import FIELDS, QUESTIONS, Topic
from journey.trades import Sector
from prompts.words import Words

_COMMANDS: dict[str, Intent] = {
    "/help": Intent.HELP,
    "/plan": Intent.PLAN,
    "/status": Intent.SUMMARY,
    "/edit": Intent.EDIT,
    "/restart": Intent.RESTART,
    "/new": Intent.BUSINESSES,
    "/export": Intent.EXPORT,
    "/undo": Intent.UNDO,
    "/privacy": Intent.WHO_READS,
    "/mydata": Intent.OWN_DATA,
    "/stop": Intent.STOP,
    "/delete": Intent.DELETE,
}


def commanded(text: str, state: State) -> Heard:
    """What a command asks; an unknown one asks for help."""
    command, _, argument = text.strip().partition(" ")
    command, argument = command.partition("@")[0].lower(), argument.strip()
    if command == "/start":
        return Heard(intent=Intent.RESUME, code=argument)
    if command == "/language":
        other = "en" if state.language == "nl" else "nl"
        return Heard(
            intent=Intent.SWITCH_LANGUAGE,
            asked_language="en" if argument == "en" else "nl" if argument == "nl" else other,
        )
    if command == "/ask":
        return Heard(intent=Intent.THEORY, question=argument) if argument else Heard(intent=Intent.HELP)
    return Heard(intent=_COMMANDS.get(command, Intent.HELP))


def pressed(payload: str, state: State, profile: Profile, sector: Sector | None, words: Words) -> Heard:
    """What a tap says. A tap on a question that no longer stands open is past."""
    kind, _, rest = payload.partition(":")
    question, _, value = rest.partition(":")
    if kind in ("yes", "no"):
        return _decided(kind, question, state)
    if kind in _AT_ANY_TIME:
        return _AT_ANY_TIME[kind](rest)
    if kind == "edit":
        return Heard(intent=Intent.CORRECT, about=Topic(question)) if question in set(Topic) else _past()
    at_the_plan = question == "feedback" and state.phase is Phase.PLANNED
    if question not in QUESTIONS or not (question == state.open or at_the_plan):
        return _past()
    match kind:
        case "skip":
            return Heard(intent=Intent.SKIP)
        case "examples":
            return Heard(intent=Intent.DONT_KNOW)
        case "pick":
            return _picked(question, value, sector, words)
        case _:
            return answered(question, value, profile, words) if kind == "answer" else _past()


#: Questions whose buttons are named by what they do: typed, their words do the same.
_NAMED = ("confirm", "feedback", "change_how", "why_not")


def labelled(text: str, state: State, words: Words) -> str | None:
    """The payload of the button whose words somebody typed instead of tapping it; None where they are no button's."""
    said = _WANTS.sub("", _bare(text))
    open_now = (state.open, "feedback") if state.phase is Phase.PLANNED else (state.open,)
    named = [(key, value) for key in open_now if key in _NAMED for value in QUESTIONS[key].options]
    payloads = {_bare(words.say(f"option.{key}.{value}")): f"answer:{key}:{value}" for key, value in reversed(named)}
    return payloads.get(said)


#: "ik wil een idee wijzigen": what is wanted stands behind it.
_WANTS = re.compile(
    r"^(?:(?:ik|'?k|we) (?:wil|wou|zou|willen|moet)(?: graag)?|(?:kan|mag|kunnen) (?:ik|we)|"
    r"(?:i|we) (?:want|need|would like|'?d like) to|(?:can|could|may) (?:i|we)|i'd like to) "
)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower()))


def _of_suggestion(place: str) -> Heard:
    return Heard(intent=Intent.CHANGE, change=PlanChange(targets=(place,))) if place else _past()


def _of_topic(label: str) -> Heard:
    return Heard(intent=Intent.THEORY, question=label) if label in labels() else _past()


def _of_wish(wish: str) -> Heard:
    return Heard(intent=Intent.DELETE) if wish == "delete" else _past()


#: Taps that mean the same wherever the talk stands.
_AT_ANY_TIME: dict[str, Callable[[str], Heard]] = {
    "suggestion": _of_suggestion,
    "topic": _of_topic,
    "wish": _of_wish,
}


def _decided(kind: str, pending: str, state: State) -> Heard:
    if state.pending is None or state.pending.value != pending:
        return _past()
    return Heard(intent=Intent.YES if kind == "yes" else Intent.NO)


def answered(question: str, value: str, profile: Profile, words: Words) -> Heard:
    """What choosing `value` in answer to `question` says."""
    if value not in QUESTIONS[question].options and not (QUESTIONS[question].several and value == "done"):
        return _past()
    intent = _CHOICES.get((question, value))
    if intent is not None:
        return Heard(intent=intent)
    if question in _OF_CHANGE:
        return Heard(intent=Intent.CHANGE, change=_OF_CHANGE[question](value, words))
    if QUESTIONS[question].topic is Topic.CHANNELS:
        return _ticked(value, profile)
    return Heard(facts=(_chosen(question, value, profile, words),))


def _past() -> Heard:
    return Heard(intent=Intent.OLD_BUTTON)


_CHOICES: dict[tuple[str, str], Intent] = {
    ("confirm", "yes"): Intent.YES,
    ("confirm", "edit"): Intent.EDIT,
    ("confirm", "all"): Intent.SUMMARY,
    ("feedback", "change"): Intent.CHANGE,
    ("feedback", "undo"): Intent.UNDO,
    ("feedback", "export"): Intent.EXPORT,
    ("feedback", "model"): Intent.OTHER_MODEL,
    ("feedback", "edit"): Intent.EDIT,
}


def _reason(value: str, words: Words) -> PlanChange:
    reason = words.say(f"option.why_not.{value}").lower()
    return PlanChange(refusal=Refusal(reason=reason, no_time=value == "no_time", no_money=value == "no_money"))


#: Questions about a change of the plan, and what a tap on one of their options says.
_OF_CHANGE: dict[str, Callable[[str, Words], PlanChange]] = {
    "change_how": lambda value, _: PlanChange(kind=ChangeKind(value)),
    "why_not": _reason,
}


def _ticked(value: str, profile: Profile) -> Heard:
    field = ProfileField.CHANNELS_CURRENT
    if value == "done":
        none = () if profile.told(field) else (Proposal(field=field, value=()),)
        return Heard(intent=Intent.INFORM if none else Intent.DONE, facts=none)
    change = Change.REMOVE if value in profile.many(field) else Change.ADD
    return Heard(facts=(Proposal(field=field, value=(value,), change=change),), ticked=True)


def _chosen(question: str, value: str, profile: Profile, words: Words) -> Proposal:
    currency = currency_of(profile)
    key = f"option.{question}.{value}" if question != "model" else f"model.{value}"
    label = words.say(key, currency=words.say(f"currency.{currency}"))
    field = FIELDS[QUESTIONS[question].topic][0]
    return Proposal(field=field, value=_value(question, value, label, currency), quote=label)


def _value(question: str, value: str, label: str, currency: Currency) -> FactValue:
    match question:
        case "hours":
            return Limits(hours_per_week=float(value))
        case "money":
            return Limits(euros_per_month=float(value), currency="pound" if currency == "pound" else "")
        case "email":
            return EmailList(has=value == "yes")
        case "goal":
            return GoalFact(text=label.lower(), kind=Goal(value))
        case _:
            return value


def _picked(question: str, number: str, sector: Sector | None, words: Words) -> Heard:
    examples = dict(zip("123", examples_for(question, sector, words), strict=False))
    if number not in examples:
        return _past()
    example = examples[number]
    field = FIELDS[QUESTIONS[question].topic][0]
    field = ProfileField.OFFER if field is ProfileField.SECTOR else field
    return Heard(facts=(Proposal(field=field, value=example, quote=example),))


def examples_for(question: str, sector: Sector | None, words: Words) -> tuple[str, ...]:
    """Three answers an owner of this trade could give; none where the pack has none for this question."""
    if sector is None:
        return ()
    pack = sector.words(words.language)
    found: tuple[str, ...] = pack.question.examples if question == "trade" else getattr(pack.examples, question, ())
    return tuple(words.fill(example) for example in found)
