"""`python -m knowledge.check [FILE OR FOLDER …]`: read articles, plays, sector packs, asides and
questions about moments; say what is wrong with each."""

import sys
from pathlib import Path

from knowledge.articles import load_article
from knowledge.asides import load_asides
from knowledge.errors import BrokenArticleError
from knowledge.files import LIBRARY
from knowledge.kinds import EXAMPLES
from knowledge.moments import load_moments
from knowledge.records import BrokenRecordError, load_play, load_sector
from knowledge.wordings import load_wordings

_KINDS = (".md", ".yaml")


def main(arguments: list[str]) -> int:
    """Check every file named or below a folder named; the whole library where nothing is named."""
    files = [file for place in arguments or [str(LIBRARY)] for file in _files(Path(place))]
    complaints = [complaint for file in files if (complaint := _complaint(file))]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(files)} files, {len(complaints)} broken")
    return 1 if complaints else 0


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(file for file in place.rglob("*") if file.suffix in _KINDS)


def _complaint(file: Path) -> str:
    try:
        _load(file)
    except BrokenRecordError as error:
        return str(error)
    except BrokenArticleError as error:
        return "{place}: {problem}".format(**error.values)
    return ""


def _load(file: Path) -> None:
    if file.suffix == ".md":
        load_article(file.resolve())
    elif "asides" in file.resolve().parts:
        load_asides(file)
    elif file.resolve().parent.name in EXAMPLES:
        load_wordings(file, EXAMPLES[file.resolve().parent.name])
    elif "moments" in file.resolve().parts:
        load_moments(file)
    elif "sectors" in file.resolve().parts:
        load_sector(file)
    else:
        load_play(file)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
