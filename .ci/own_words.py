"""Fails where a text of the project shares a run of eight words with one of the source articles."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 8
ENDINGS = {".md", ".yaml", ".py", ".toml", ".txt", ".html"}


def words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of RUN words."""
    told = words(text)
    return zip(*(told[start:] for start in range(RUN)), strict=False)


def main(folder: Path) -> int:
    """Compare every tracked text with every source."""
    sources = sorted(folder.glob("*.txt"))
    if not sources:
        print(f"no sources in {folder}: nothing to compare with", file=sys.stderr)
        return 1
    borrowed = {run: source.name for source in sources for run in runs(source.read_text(encoding="utf-8"))}
    tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout.split("\0")
    texts = [Path(name) for name in tracked if Path(name).suffix in ENDINGS and Path(name).is_file()]
    found = [
        f"{path}: shares with {borrowed[run]}: {' '.join(run)}"
        for path in texts
        for run in runs(path.read_text(encoding="utf-8"))
        if run in borrowed
    ]
    print("\n".join(found) or f"{len(texts)} texts share no run of {RUN} words with {len(sources)} sources")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
