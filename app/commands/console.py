"""`journey-coach console`: the coaches' web pages."""

import typer

from app.commands.common import Data, parts_for

cli = typer.Typer()


@cli.command(help="Run the coaches' console, web pages at CONSOLE_URL.\n\nExample: journey-coach console")
def console(data: Data = None) -> None:
    """The console, until it is stopped."""
    from app.console import run

    run(parts_for(data))
