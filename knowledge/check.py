"""`python -m knowledge.check [FILE OR FOLDER …]`: read plays and sector packs and say what is wrong with each."""

import sys
from pathlib import Path

from knowledge.records import LIBRARY, BrokenRecordError, load_play, load_sector


def main(arguments: list[str]) -> int:
    """Check every YAML file named or below a folder named; the whole library where nothing is named."""
    files = [file for place in arguments or [str(LIBRARY)] for file in _files(Path(place))]
    complaints = [complaint for file in files if (complaint := _complaint(file))]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(files)} files, {len(complaints)} broken")
    return 1 if complaints else 0


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.yaml"))


def _complaint(file: Path) -> str:
    try:
        load_sector(file) if "sectors" in file.resolve().parts else load_play(file)
    except BrokenRecordError as error:
        return str(error)
    return ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
