"""`journey-coach doctor` and `usage`: for whoever keeps the program running."""

from datetime import datetime
from typing import Annotated

import typer

from app.commands.common import AsJson, Data, parts_for

cli = typer.Typer()


@cli.command(help="Check every part, and say how to mend what is broken.\n\nExample: journey-coach doctor")
def doctor(data: Data = None, as_json: AsJson = False) -> None:
    """Every part checked; exit code 1 where one is broken."""
    from app.doctor import report
    from app.doctor.findings import exit_code

    findings, language = report.consulted(data)
    typer.echo((report.as_json if as_json else report.as_text)(findings, language))
    raise typer.Exit(exit_code(findings))


@cli.command(help="What the language model took this month.\n\nExample: journey-coach usage --month 2026-11")
def usage(
    month: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m"], metavar="YYYY-MM", help="Which month; this one if left out.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Calls, tokens and cost by day and errand, with the month's total."""
    from app.accounting import as_object, as_text, this_month

    first = month.date() if month else this_month()
    days = parts_for(data).usage.days(first)
    typer.echo(as_object(days, first) if as_json else as_text(days, first))
