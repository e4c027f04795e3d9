"""Everything that is kept of an owner in plain words, as Markdown."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from coaching.records import OwnData, OwnTalk, TranscriptLine
from coaching.showing import shown
from exports.markdown import escaped
from journey.keys import Address
from journey.profile import Fact, ProfileField
from journey.trades import Sector
from prompts.words import Words


def words_for(own: OwnData) -> Words:
    """The language and the form of address of the newest talk."""
    if not own.talks:
        return Words("nl")
    newest = own.talks[-1].transcript
    return Words(newest.head.language, newest.plans[-1].plan.owner_address if newest.plans else Address.JE)


def told(own: OwnData, sectors: Mapping[str, Sector]) -> str:
    """What is kept and what can be done about it, and then all of it: facts, notes and messages of each talk;
    `sectors` gives the trades their names."""
    words = words_for(own)
    parts = [words.say("mydata.intro"), *_consent(own, words)]
    for number, talk in enumerate(own.talks, 1):
        parts += [f"## {words.say('mydata.talk_of', number=number, day=_moment(talk.transcript.head.started))}"]
        parts += [
            *_facts(talk, words, sectors),
            *_plans(talk, number, words),
            *_notes(talk, words),
            *_messages(talk, words),
        ]
    return "\n\n".join(parts) + "\n"


def _consent(own: OwnData, words: Words) -> Iterator[str]:
    if own.consent is None:
        return
    yield words.say("mydata.agreed", at=_moment(own.consent.given), version=own.consent.version)
    if own.consent.revoked:
        yield words.say("mydata.withdrawn", at=_moment(own.consent.revoked))


def _facts(talk: OwnTalk, words: Words, sectors: Mapping[str, Sector]) -> Iterator[str]:
    facts = talk.transcript.profile.facts
    yield f"### {words.say('mydata.facts')}"
    if not facts:
        yield words.say("mydata.nothing")
    values = {field: _value(field, fact, words, sectors.get(str(fact.value))) for field, fact in facts.items()}
    yield "\n".join(f"- {words.say(f'field.{field}')}: {value}" for field, value in values.items())


def _value(field: ProfileField, fact: Fact, words: Words, sector: Sector | None) -> str:
    """A trade in the owner's own words, by its name where a coach told it; what wasn't told is said to be a guess."""
    value = fact.quote if field is ProfileField.SECTOR and fact.quote else shown(field, fact, words, sector)
    return escaped(value) + (f" ({words.say('mydata.guessed')})" if fact.status == "assumed" else "")


def _plans(talk: OwnTalk, number: int, words: Words) -> Iterator[str]:
    if talk.transcript.plans:
        yield f"### {words.say('mydata.plans')}"
        yield words.say("mydata.plans_in", folder=f"{words.say('mydata.talk')}-{number}")


def _notes(talk: OwnTalk, words: Words) -> Iterator[str]:
    if talk.notes or talk.tags:
        yield f"### {words.say('mydata.notes')}"
    for note in talk.notes:
        yield f"- {_moment(note.at)}, {escaped(note.by_name)}: {escaped(note.text)}"
    for tag in talk.tags:
        yield f"- {words.say('mydata.tag', name=escaped(tag.name), number=tag.message)}"


def _messages(talk: OwnTalk, words: Words) -> Iterator[str]:
    yield f"### {words.say('mydata.messages')}"
    for line in talk.transcript.lines:
        yield f"**{line.number}. {_sender(line, words)}**, {_moment(line.at)}"
        yield "\n".join(f"> {escaped(part)}" for part in _said(line, words).splitlines())


def _sender(line: TranscriptLine, words: Words) -> str:
    who = "owner" if line.sender == "owner" else "person" if line.by else "bot"
    return words.say(f"mydata.sender.{who}")


def _said(line: TranscriptLine, words: Words) -> str:
    medium = words.say(f"console.media.{line.media}") if line.media else ""
    return "\n".join(filter(None, (medium, line.text, line.document))) or "-"


def _moment(at: datetime) -> str:
    """On the clock of the machine that keeps it."""
    return f"{at.astimezone():%d-%m-%Y %H:%M}"
