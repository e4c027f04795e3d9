"""`journey-coach demo-data`: something to look at."""

import sys

import typer

from app.commands.common import Data

cli = typer.Typer()


@cli.command(
    "demo-data",
    help="Let forty invented owners talk with the bot, and coaches work with some of the talks. Who has talked already "
    "is left as they are.\n\nExample: journey-coach demo-data --data ./demo",
)
def demo_data(data: Data = None) -> None:
    """The demo, with a progress bar."""
    from rich.console import Console
    from rich.progress import track

    from app.demo.filling import filled
    from app.demo.owners import owners
    from app.settings import load_settings

    cast, shown = owners(), Console(file=sys.stderr)
    talks = track(filled(load_settings(data), cast), "Talking", total=len(cast), console=shown, transient=True)
    typer.echo(f"{sum(1 for _ in talks)} conversations")
