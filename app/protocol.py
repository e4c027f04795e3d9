"""`journey-coach chat --json`: one JSON object a line in, one out per turn. See docs/chat-protocol.md."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from app.documents import written
from app.settings import Settings
from coaching.coach import Answer, Coach
from coaching.documents import Sectors
from coaching.message import Media, Message, MessageKind, storable
from coaching.ports import Conversations
from coaching.records import Outgoing
from journey.profile import as_json


class _Text(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    text: str


class _Button(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    button: str


class _Command(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    command: str


class _Media(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    media: Media
    caption: str = ""


class MalformedLineError(ValueError):
    """A line that is no message: says what is wrong with it."""


def talk(
    lines: Iterable[str],
    owner: str,
    coach: Coach,
    conversations: Conversations,
    settings: Settings,
    sectors: Sectors = dict,
) -> Iterator[str]:
    """One line of output for each line of input that is not blank."""
    for line in lines:
        if not line.strip():
            continue
        try:
            message = parsed(line)
        except MalformedLineError as error:
            yield json.dumps({"error": str(error)}, ensure_ascii=False)
            continue
        answer = coach.take(owner, message)
        yield json.dumps(_shown(answer, settings, sectors), ensure_ascii=False)
        conversations.mark_sent([outgoing.id for outgoing in answer.outgoing])


def parsed(line: str) -> Message:
    """The message a line stands for. MalformedLineError where it is none."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedLineError(f"not a line of JSON: {error}") from error
    if not isinstance(told, dict):
        raise MalformedLineError("a line must be a JSON object")
    for key, kind in _KINDS.items():
        if key in told:
            return _message(key, kind, told)
    raise MalformedLineError('a line must have one of "text", "button", "command" or "media"')


_KINDS: dict[str, type[BaseModel]] = {"text": _Text, "button": _Button, "command": _Command, "media": _Media}


def _message(key: str, kind: type[BaseModel], told: dict[str, Any]) -> Message:
    try:
        valid = kind.model_validate({name: storable(value) for name, value in told.items()})
    except ValidationError as error:
        first = error.errors()[0]
        raise MalformedLineError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    if isinstance(valid, _Media):
        media: Media = valid.media
        return Message(kind=MessageKind.MEDIA, media=media, text=valid.caption)
    return Message(kind=MessageKind(key), text=getattr(valid, key))


def _shown(answer: Answer, settings: Settings, sectors: Sectors) -> dict[str, Any]:
    plan = answer.plan
    return {
        "messages": [_reply(outgoing, settings, sectors) for outgoing in answer.outgoing],
        "asking": answer.state.asking,
        "profile": as_json(answer.profile),
        "plan": {"version": plan.version, "model": plan.plan.model} if plan else None,
    }


def _reply(outgoing: Outgoing, settings: Settings, sectors: Sectors) -> dict[str, Any]:
    reply = outgoing.reply
    shown: dict[str, Any] = {
        "text": reply.text,
        "buttons": [[button.model_dump() for button in row] for row in reply.buttons],
    }
    if path := written(outgoing, settings.data_dir, sectors):
        shown["document"] = {"name": path.name, "path": str(path)}
    return shown
