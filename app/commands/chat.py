"""`journey-coach chat`: the talk in a terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from app.commands.common import Data, parts_for

cli = typer.Typer()


@cli.command(help="Talk with the coach in this terminal.\n\nExample: journey-coach chat --as noor")
def chat(
    owner: Annotated[str, typer.Option("--as", help="Who is talking; the talk goes on where it was.")] = "me",
    data: Data = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, see docs/chat-protocol.md.")] = False,
) -> None:
    """The terminal chat, or the same for programs."""
    if as_json:
        _chat_json(owner, data)
        return
    from app.terminal import talk

    talk(lambda: parts_for(data), owner)


def _chat_json(owner: str, data: Path | None) -> None:
    from app.protocol import talk
    from app.terminal import owner_key

    parts = parts_for(data)
    parts.make_ready()
    parts.warm()
    said, sectors = _utf8_lines(), parts.library.sectors
    for line in talk(said, owner_key(owner), parts.coach, parts.conversations, parts.settings, sectors):
        print(line, flush=True)


def _utf8_lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace")
