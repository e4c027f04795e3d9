"""Transcripts as files: every message with its time and sender, the facts beside the message they came from."""

from collections.abc import Mapping

from coaching.records import Transcript, TranscriptLine
from coaching.showing import shown
from exports.markdown import escaped
from journey.trades import Sector
from prompts.words import Words


def transcript_json(transcript: Transcript) -> str:
    """A transcript as JSON, plans included."""
    return transcript.model_dump_json(indent=2)


def transcript_markdown(transcript: Transcript, sectors: Mapping[str, Sector]) -> str:
    """A transcript as Markdown; `sectors` gives the trades their names."""
    head = transcript.head
    words = Words(head.language)
    about = (head.id, head.phase, f"{head.started:%Y-%m-%d %H:%M} UTC", str(head.messages), f"plans: {head.plans}")
    lines = [
        f"# {escaped(head.owner)}",
        " · ".join(filter(None, about)),
        *(_message(line, words, sectors) for line in transcript.lines),
    ]
    return "\n\n".join(lines)


def _message(line: TranscriptLine, words: Words, sectors: Mapping[str, Sector]) -> str:
    head = f"**{line.number}. {_sender(line, words)}** {line.at:%Y-%m-%d %H:%M:%S}{_how(line)}  "
    parts = [head, _quoted(line.text)]
    if line.buttons:
        parts.append(" ".join(f"[{escaped(label)}]" for row in line.buttons for label in row))
    if line.document:
        parts.append(f"📎 {escaped(line.document)}")
    for field, fact in line.facts.items():
        value = shown(field, fact, words, sectors.get(str(fact.value)))
        parts.append(f"- {words.say(f'field.{field}')}: {escaped(value)} ({words.say(f'export.basis.{fact.status}')})")
    return "\n".join(part for part in parts if part)


def _sender(line: TranscriptLine, words: Words) -> str:
    if line.by:
        return f"{words.say('sharing.sender.coach')} {escaped(line.by)}"
    return words.say(f"sharing.sender.{'owner' if line.sender == 'owner' else 'bot'}")


def _how(line: TranscriptLine) -> str:
    if line.media:
        return f" ({line.media})"
    return "" if line.kind == "text" else f" ({line.kind})"


def _quoted(text: str) -> str:
    return "\n".join(f"> {escaped(part)}" for part in text.splitlines()) + "\n"
