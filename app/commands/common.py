"""What commands share: their options, and the parts of the program."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.wiring import Parts

Data = Annotated[Path | None, typer.Option("--data", help="Folder for everything that is kept (DATA_DIR).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def parts_for(data: Path | None = None) -> "Parts":
    """The parts for the settings, with `data` in place of DATA_DIR where it is given."""
    from app.settings import load_settings
    from app.wiring import Parts

    return Parts(load_settings(data))
