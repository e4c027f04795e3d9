"""`journey-coach transcripts`: the talks."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.commands.common import Data, parts_for
from journey.errors import CoachError

cli = typer.Typer(
    no_args_is_help=True,
    help="Read the talks: every message with the facts taken from it.\n\nExample: journey-coach transcripts list",
)


@cli.command("list", help="List all talks.\n\nExample: journey-coach transcripts list")
def list_all(data: Data = None) -> None:
    """All talks, the most recently active first."""
    from app.listing import head_lines

    print("\n".join(head_lines(parts_for(data).transcripts.heads())))


@cli.command(help="Show one talk.\n\nExample: journey-coach transcripts show 3f2a")
def show(conversation: Annotated[str, typer.Argument(metavar="ID")], data: Data = None) -> None:
    """One talk in the terminal."""
    print(_transcript(conversation, "md", data, "saw"))


@cli.command(help="Export one talk.\n\nExample: journey-coach transcripts export 3f2a --format json")
def export(
    conversation: Annotated[str, typer.Argument(metavar="ID")],
    form: Annotated[Literal["md", "json"], typer.Option("--format", help="md or json.")] = "md",
    data: Data = None,
) -> None:
    """One talk as Markdown or JSON."""
    print(_transcript(conversation, form, data, "exported", f"transcript {form} named"))


def _transcript(conversation: str, form: str, data: Path | None, act: str, detail: str = "") -> str:
    """The text of a talk; the audit log knows what was done with it."""
    from coaching.desk.records import Act
    from coaching.reading import transcript_json, transcript_markdown

    parts = parts_for(data)
    found = parts.transcripts.transcript(conversation)
    if found is None:
        raise CoachError("transcripts.unknown", id=conversation)
    parts.audit.by_operator(Act(act), found.head.id, detail)
    return transcript_json(found) if form == "json" else transcript_markdown(found, parts.library.sectors())
