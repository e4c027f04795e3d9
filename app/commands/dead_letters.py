"""`journey-coach dead-letters`: replies that were given up."""

from typing import Annotated

import typer

from app.commands.common import Data, parts_for

cli = typer.Typer(
    no_args_is_help=True,
    help="Replies that could not be sent for a day.\n\nExample: journey-coach dead-letters list",
)


@cli.command("list", help="List them with what was wrong.\n\nExample: journey-coach dead-letters list")
def list_all(data: Data = None) -> None:
    """Dead letters, in the order they were written."""
    from app.listing import letter_lines

    print("\n".join(letter_lines(parts_for(data).outbox.dead_letters())))


@cli.command(help="Send them after all.\n\nExample: journey-coach dead-letters retry 12 15")
def retry(
    letters: Annotated[list[int] | None, typer.Argument(metavar="[NUMBER]...", help="Which; all if left out.")] = None,
    data: Data = None,
) -> None:
    """Dead letters back into the outbox, before what was written after them."""
    print(f"{parts_for(data).outbox.retry(letters)} to be sent")


@cli.command(help="Throw them away.\n\nExample: journey-coach dead-letters drop 12")
def drop(letters: Annotated[list[int], typer.Argument(metavar="NUMBER...")], data: Data = None) -> None:
    """Dead letters that nobody needs any more."""
    print(f"{parts_for(data).outbox.drop(letters)} thrown away")
