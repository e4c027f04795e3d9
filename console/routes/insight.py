"""What the conversations of an agency show together."""

from datetime import UTC, datetime, timedelta

from fastapi import APIRouter, Response

from coaching.desk.records import Act
from console.errors import GoneError
from console.figures import FIGURES, Figures
from console.given import Id, Number
from console.rendering import saying
from console.spreadsheets import csv_file
from console.visiting import Coach, Visitor

router = APIRouter(prefix="/insight")
#: Days back that can be chosen; 0 is all there is.
PERIODS = (30, 90, 365, 0)


@router.get("")
def insight(visit: Coach, days: Number = 90) -> Response:
    """All figures."""
    figures = _figures(visit, days)
    shown = {key: figure(figures) for key, figure in FIGURES.items()}
    return visit.show("insight.html", figures=shown, effort=figures.effort, days=days, periods=PERIODS)


@router.get("/{key}.csv")
def table(visit: Coach, key: Id, days: Number = 90) -> Response:
    """One figure as a table for a spreadsheet."""
    if key not in FIGURES:
        raise GoneError
    figure = FIGURES[key](_figures(visit, days))
    visit.parts.audit.add(visit.reader, Act.EXPORTED, detail=key)
    say = saying(visit.words)
    return csv_file(key, [say(f"column.{column}") for column in figure.columns], figure.rows)


def _figures(visit: Visitor, days: int) -> Figures:
    since = datetime.now(UTC).date() - timedelta(days=days) if days in PERIODS and days else None
    return Figures(visit.parts.insight, visit.reader, since, visit.names)
