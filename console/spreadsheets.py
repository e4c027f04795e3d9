"""Tables as CSV files that a spreadsheet opens and runs nothing from."""

import csv
import io
from collections.abc import Iterable, Sequence

from fastapi import Response

#: A cell that begins so is a formula to a spreadsheet, also with the wide signs of Asian keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_file(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A file with this name, head and rows; with a byte order mark, so that every spreadsheet reads its letters."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(head)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(written.getvalue().encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else int(cell) if isinstance(cell, bool) else cell
