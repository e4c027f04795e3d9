"""Questions as replies: the wording that fits, and the buttons under it."""

from collections.abc import Collection

from coaching.message import Button, Reply, on_button
from coaching.pointing import listed
from coaching.pressing import examples_for
from coaching.records import PlanVersion
from coaching.showing import shown_channels
from coaching.trade import customer_names
from coaching.understanding.money.currency import currency_of
from journey.moves import Ask
from journey.profile import Profile, ProfileField
from journey.state import Pending
from journey.topics import FIELDS, QUESTIONS, Question, Topic
from journey.trades import Sector
from prompts.words import Words

Rows = tuple[tuple[Button, ...], ...]


def question_reply(
    move: Ask, words: Words, profile: Profile, sector: Sector | None, model: str, past: Collection[str] = ()
) -> Reply:
    """A question with its buttons; `model` is the journey model that is recommended, `past` are options that make no
    sense now."""
    question = QUESTIONS[move.question]
    text = words.say(f"{_how(move, question, profile)}.{question.key}", **question_slots(words, profile, sector))
    question = question.model_copy(update={"options": tuple(o for o in question.options if o not in past)})
    return Reply(text=text, buttons=_rows(question, words, profile, sector, model))


def question_slots(words: Words, profile: Profile, sector: Sector | None) -> dict[str, str]:
    """What questions are filled in with: what is known, and the words of this trade."""
    plain = words.say("anyone.one"), words.say("anyone.many")
    one, many = customer_names(profile, sector, words) if sector else plain
    return {
        "channels": shown_channels(profile.many(ProfileField.CHANNELS_CURRENT), words),
        "asked": words.fill(sector.words(words.language).question.ask) if sector else "",
        "customer": one,
        "customers": many,
        "currency": words.say(f"currency.{currency_of(profile)}"),
    }


def _how(move: Ask, question: Question, profile: Profile) -> str:
    """In which words a question is put, by how it stands."""
    if move.again and question.several and profile.many(ProfileField.CHANNELS_CURRENT):
        return "ticked"
    return "probe" if move.probe else "brief" if move.brief else "again" if move.again else "ask"


def examples_reply(question: str, words: Words, sector: Sector | None) -> Reply:
    """Three answers from this trade, each with a button; where there are none, what the coach would answer."""
    examples = examples_for(question, sector, words)
    if not examples or sector is None:
        return Reply(text=words.say(f"explain.{question}.advice"), buttons=(_skip_row(question, words),))
    intro = "examples.intro_general" if sector.key == "general" else "examples.intro"
    listed = "\n".join(f"{number}. {example}" for number, example in enumerate(examples, 1))
    text = f"{words.say(intro, trade=sector.words(words.language).name)}\n{listed}\n\n{words.say('examples.outro')}"
    numbers = tuple(Button(label=str(n), payload=f"pick:{question}:{n}") for n in range(1, len(examples) + 1))
    return Reply(text=text, buttons=(numbers, _skip_row(question, words)))


def suggestions_reply(made: PlanVersion, plays: Collection[str], words: Words) -> Reply:
    """Which suggestion is meant: a button for each of `plays`, or for what is done now where none is named."""
    items, at = made.plan.items, made.plan.places
    rows = tuple(
        (Button(label=on_button(f"{place} · {items[at[place]].name}"), payload=_pointing(made, place)),)
        for place in listed(made.plan, plays)
    )
    return Reply(text=words.say("ask.change_which"), buttons=(*rows, (_skip_row("change_which", words))))


def _pointing(made: PlanVersion, place: str) -> str:
    return f"suggestion:{made.version}:{place}"


def pending_rows(pending: Pending, words: Words) -> Rows:
    """Yes and no for something that waits for an answer."""
    if pending is Pending.CHANGE:
        return offer_rows(words)
    return (
        (Button(label=words.say(f"button.{pending}"), payload=f"yes:{pending}"),),
        (Button(label=words.say("button.cancel"), payload=f"no:{pending}"),),
    )


def offer_rows(words: Words) -> Rows:
    """Yes and no for a change that is shown before it is made."""
    yes = Button(label=words.say(f"button.{Pending.CHANGE}"), payload=f"yes:{Pending.CHANGE}")
    return ((yes, Button(label=words.say("button.leave"), payload=f"no:{Pending.CHANGE}")),)


def field_rows(profile: Profile, words: Words) -> Rows:
    """One button per topic that the owner can change by tapping."""
    topics = [topic for topic in _EDITABLE if any(field in profile for field in FIELDS[topic])]
    buttons = [Button(label=_label(topic, words), payload=f"edit:{topic}") for topic in topics]
    return _two_by_two(buttons)


_EDITABLE = tuple(t for t in Topic if t in FIELDS and t not in (Topic.MODEL, Topic.LANGUAGE, Topic.OWNER_NAME))


def _label(topic: Topic, words: Words) -> str:
    return words.say(f"field.{FIELDS[topic][0]}").capitalize()


def _rows(question: Question, words: Words, profile: Profile, sector: Sector | None, model: str) -> Rows:
    if question.key == "model":
        return _model_rows(question, words, model)
    rows = _two_by_two([_option(question, value, words, profile) for value in question.options])
    if question.several:
        rows = (*rows, (Button(label=words.say("button.done"), payload=f"answer:{question.key}:done"),))
    if question.key in ("confirm", "feedback", "change_how"):
        return rows
    return (*rows, _help_row(question, words, sector))


def _model_rows(question: Question, words: Words, model: str) -> Rows:
    take = Button(label=words.say("button.take", model=words.say(f"model.{model}")), payload=f"answer:model:{model}")
    others = [
        Button(label=words.say(f"model.{key}"), payload=f"answer:model:{key}")
        for key in question.options
        if key != model
    ]
    return ((take,), *_two_by_two(others))


def _option(question: Question, value: str, words: Words, profile: Profile) -> Button:
    key = f"channel.{value}" if question.topic is Topic.CHANNELS else f"option.{question.key}.{value}"
    ticked = question.several and value in profile.many(ProfileField.CHANNELS_CURRENT)
    label = words.say(key, currency=words.say(f"currency.{currency_of(profile)}"))
    return Button(label=f"✓ {label}" if ticked else label, payload=f"answer:{question.key}:{value}")


def _help_row(question: Question, words: Words, sector: Sector | None) -> tuple[Button, ...]:
    skip = _skip_row(question.key, words)
    if not question.open or not examples_for(question.key, sector, words):
        return skip
    return (Button(label=words.say("button.examples"), payload=f"examples:{question.key}"), *skip)


def _skip_row(question: str, words: Words) -> tuple[Button, ...]:
    return (Button(label=words.say("button.skip"), payload=f"skip:{question}"),)


def _two_by_two(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
