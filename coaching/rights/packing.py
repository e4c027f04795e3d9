"""Everything that is kept of an owner, as one file: to be read by people, and by programs."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from coaching.reading import transcript_markdown
from coaching.records import OwnData, OwnTalk
from exports.markdown import escaped, markdown
from exports.naming import file_name
from journey.keys import Language
from prompts.words import Words


def packed(own: OwnData) -> bytes:
    """A zip file: all of it as JSON and, for people, each talk and each plan as Markdown."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as pack:
        for name, text in _files(own):
            pack.writestr(name, text)
    return content.getvalue()


def _files(own: OwnData) -> Iterator[tuple[str, str]]:
    words = Words(_language(own))
    yield f"{words.say('mydata.name')}.json", own.model_dump_json(indent=2)
    yield f"{words.say('mydata.name')}.md", _readable(own, words)
    for number, talk in enumerate(own.talks, 1):
        folder = f"{words.say('mydata.talk')}-{number}"
        for made in talk.transcript.plans:
            plan = made.plan
            yield (
                f"{folder}/{file_name(plan, made.version)}",
                markdown(plan, Words(plan.language, plan.owner_address)),
            )


def _language(own: OwnData) -> Language:
    return "en" if own.talks and own.talks[-1].transcript.head.language == "en" else "nl"


def _readable(own: OwnData, words: Words) -> str:
    parts = [f"# {words.say('mydata.title')}", *_consent(own, words)]
    for talk in own.talks:
        parts += [transcript_markdown(talk.transcript, {}), *_notes(talk, words)]
    return "\n\n".join(parts) + "\n"


def _consent(own: OwnData, words: Words) -> Iterator[str]:
    if own.consent is None:
        return
    at = f"{own.consent.given:%Y-%m-%d %H:%M}"
    yield words.say("mydata.agreed", version=own.consent.version, at=at)
    if own.consent.revoked:
        yield words.say("mydata.withdrawn", at=f"{own.consent.revoked:%Y-%m-%d %H:%M}")


def _notes(talk: OwnTalk, words: Words) -> Iterator[str]:
    if talk.notes:
        yield f"## {words.say('mydata.notes')}"
    for note in talk.notes:
        yield f"- {note.at:%Y-%m-%d %H:%M}, {escaped(note.by_name)}: {escaped(note.text)}"
