"""`journey-coach export`: plans as files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.commands.common import Data, parts_for
from journey.errors import CoachError

cli = typer.Typer()


@cli.command(help="Write an owner's plan to a file.\n\nExample: journey-coach export --as noor --to plan.md")
def export(
    owner: Annotated[str, typer.Option("--as", help="Whose plan: a name, or telegram:ID.")] = "me",
    to: Annotated[Path | None, typer.Option(help="The file; standard output if left out.")] = None,
    version: Annotated[int | None, typer.Option(help="Which version; the newest if left out.")] = None,
    data: Data = None,
) -> None:
    """An owner's plan as Markdown; the audit log knows."""
    from app.terminal import owner_key
    from coaching.desk.records import Act
    from coaching.documents import exported

    key, parts = owner if owner.startswith("telegram:") else owner_key(owner), parts_for(data)
    made = parts.conversations.plan(key, version)
    if made is None:
        raise CoachError("export.no_plan", owner=owner)
    content = exported(made.plan)
    parts.audit.by_operator(Act.EXPORTED, parts.conversations.open(key).id, f"plan {made.version} md named")
    if to is None:
        sys.stdout.write(content.decode())
        return
    try:
        to.write_bytes(content)
    except OSError as error:
        raise CoachError("export.unwritable", place=str(to), problem=error.strerror or str(error)) from error
    typer.echo(str(to))
