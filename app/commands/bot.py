"""`journey-coach bot`: the bot on Telegram."""

import typer

from app.commands.common import Data, parts_for

cli = typer.Typer(invoke_without_command=True)


@cli.callback(
    help="Run the Telegram bot: by webhook where TELEGRAM_WEBHOOK_URL is set, by long polling otherwise.\n\n"
    "Example: TELEGRAM_BOT_TOKEN=123:abc journey-coach bot"
)
def bot(context: typer.Context, data: Data = None) -> None:
    """The Telegram bot."""
    if context.invoked_subcommand:
        return
    from app.telegram import run

    run(parts_for(data))


@cli.command("setup", help="Set name, texts and menu of the bot on Telegram.\n\nExample: journey-coach bot setup")
def set_up() -> None:
    """What Telegram shows of the bot."""
    from app.settings import load_settings
    from app.telegram import set_up_profile

    typer.echo("\n".join(set_up_profile(load_settings())))
