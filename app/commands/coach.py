"""`journey-coach coach`: the human coaches."""

from typing import Annotated

import typer

from app.commands.common import Data, parts_for
from journey.errors import CoachError

cli = typer.Typer(
    no_args_is_help=True,
    help="The human coaches. An owner who follows a coach's link, https://t.me/BOT?start=CODE, belongs to that "
    "coach.\n\n"
    "Example: journey-coach coach list",
)


@cli.command("list", help="List them with their codes.\n\nExample: journey-coach coach list")
def list_all(data: Data = None) -> None:
    """Every coach."""
    print("\n".join(f"{code}  {name}" for code, name in parts_for(data).coaches.all()))


@cli.command(
    help="Add one, or give one who is there a new link. Prints a link that works once, to choose a password for the "
    'console.\n\nExample: journey-coach coach add "Mieke Claes"'
)
def add(
    name: str,
    code: Annotated[str, typer.Option(help="What the coach signs in with; made from the name if left out.")] = "",
    role: Annotated[
        str, typer.Option(help="coach, lead or operator; the first is operator, the others coach if left out.")
    ] = "",
    agency: Annotated[str, typer.Option(help="The agency they work for, which is added if it is new.")] = "main",
    data: Data = None,
) -> None:
    """A coach. CoachError "coaches.code" where a link can't carry the code."""
    from app.inviting import code_from, invitation_for
    from coaching.desk.staff import CODE

    code = code or code_from(name)
    if not CODE.fullmatch(code):
        raise CoachError("coaches.code", code=code)
    typer.echo(invitation_for(parts_for(data), name, code, role, agency))


@cli.command(help="Remove one.\n\nExample: journey-coach coach remove mieke-claes")
def remove(code: str, data: Data = None) -> None:
    """One coach less."""
    from app.inviting import removed

    if not removed(parts_for(data), code):
        raise CoachError("coaches.unknown", code=code)
