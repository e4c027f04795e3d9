"""`journey-coach coaches`: the human coaches."""

import re

import typer

from app.commands.common import Data, parts_for
from journey.errors import CoachError

cli = typer.Typer(
    no_args_is_help=True,
    help="The human coaches. An owner who follows a coach's link, https://t.me/BOT?start=CODE, belongs to that "
    "coach.\n\n"
    "Example: journey-coach coaches list",
)


@cli.command("list", help="List them with their codes.\n\nExample: journey-coach coaches list")
def list_all(data: Data = None) -> None:
    """Every coach."""
    print("\n".join(f"{code}  {name}" for code, name in parts_for(data).coaches.all()))


@cli.command(help='Add one, or rename one.\n\nExample: journey-coach coaches add mieke "Mieke Claes"')
def add(code: str, name: str, data: Data = None) -> None:
    """A coach. CoachError "coaches.code" where a link can't carry the code."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code):
        raise CoachError("coaches.code", code=code)
    parts_for(data).coaches.add(code, name)


@cli.command(help="Remove one.\n\nExample: journey-coach coaches remove mieke")
def remove(code: str, data: Data = None) -> None:
    """One coach less."""
    if not parts_for(data).coaches.remove(code):
        raise CoachError("coaches.unknown", code=code)
