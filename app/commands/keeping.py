"""`journey-coach new-key`, `rekey` and `sweep`: what is kept, how, and how long."""

import typer

from app.commands.common import Data, parts_for
from journey.errors import CoachError

cli = typer.Typer()


@cli.command("new-key", help="Make a key for STORAGE_KEY.\n\nExample: journey-coach new-key")
def new_key() -> None:
    """A new key on standard output."""
    from storage import ciphers

    typer.echo(ciphers.new_key())


@cli.command(
    help="Encrypt all that is kept with the first key of STORAGE_KEY. For another key, put the new one before the old "
    "one, with a comma between, and restart; run this; then leave the old one out. For the first time, stop all "
    "programs before.\n\nExample: STORAGE_KEY=NEW,OLD journey-coach rekey"
)
def rekey(data: Data = None) -> None:
    """Everything encrypted anew. CoachError "storage.no_key" where there is no key."""
    from app.settings import load_settings
    from storage import rekeying

    settings = load_settings(data)
    if not settings.storage_keys:
        raise CoachError("storage.no_key")
    rekeying.rekey(
        settings.data_dir,
        settings.database_url,
        settings.storage_keys,
        lambda table, rows: typer.echo(f"{table}: {rows}"),
    )


@cli.command(help="Erase now what RETENTION_DAYS lets go.\n\nExample: RETENTION_DAYS=365 journey-coach sweep")
def sweep(data: Data = None) -> None:
    """Old conversations erased, and their number."""
    typer.echo(parts_for(data).keeping.sweep())
