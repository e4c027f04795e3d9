"""Reading plays and sector packs: YAML records checked against their schema, errors by file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from journey.channels import CHANNELS
from journey.keys import LANGUAGES, Address, Language
from journey.models import labels
from journey.moments import Moment
from journey.plays import Play
from journey.trades import Sector
from knowledge.files import LIBRARY
from prompts.reading import from_yaml
from prompts.slots import sample
from prompts.template import BrokenTextError, render

Record = TypeVar("Record", Play, Sector)


class BrokenRecordError(ValueError):
    """A file of the library does not fit its schema; the message names file, line and what is wrong."""


def load_plays(folder: Path = LIBRARY / "plays") -> tuple[Play, ...]:
    """All plays below `folder`, sorted by key; their texts are not tried: `knowledge.check` does that."""
    plays = [load_play(path, trial=False) for path in sorted(folder.rglob("*.yaml"))]
    return tuple(sorted(_unique(plays), key=lambda play: play.key))


def load_sectors(folder: Path = LIBRARY / "sectors") -> tuple[Sector, ...]:
    """All sector packs below `folder`, sorted by key; their texts are not tried."""
    sectors = [load_sector(path, trial=False) for path in sorted(folder.rglob("*.yaml"))]
    return tuple(sorted(_unique(sectors), key=lambda sector: sector.key))


def load_play(path: Path, *, trial: bool = True) -> Play:
    """The play in one file; with `trial` every text is rendered in every way, which takes a tenth of a second."""
    play = _read(path, Play)
    _known_channels(path, play.channels)
    if play.source != "coach" and play.source not in labels():
        raise BrokenRecordError(f"{path}:1: unknown source {play.source!r}")
    if trial:
        _known_sectors(path, (*play.sectors, *play.not_sectors))
        _renders(path, play)
    return play


def load_sector(path: Path, *, trial: bool = True) -> Sector:
    """The sector pack in one file; with `trial` every text is rendered in every way."""
    sector = _read(path, Sector)
    _known_channels(path, sector.channels)
    for language in LANGUAGES:
        missing = set(Moment) - set(sector.words(language).moments)
        if missing or set(sector.mood) != set(Moment):
            raise BrokenRecordError(f"{path}:1: {language} or mood lacks a moment: {sorted(missing)}")
    if trial:
        _renders(path, sector)
    return sector


def _read(path: Path, kind: type[Record]) -> Record:
    text = path.read_text(encoding="utf-8")
    try:
        record = kind.model_validate(from_yaml(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenRecordError(f"{path}:{line}: {error.problem}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenRecordError(f"{path}:{_line(text, first['loc'])}: {where}: {first['msg']}") from error
    if record.key != path.stem:
        raise BrokenRecordError(f"{path}:1: the key must be the file's name, {path.stem!r}")
    return record


def _line(text: str, loc: tuple[int | str, ...]) -> int:
    """The line on which the deepest part of `loc` that exists stands."""
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    line = 1
    for part in loc:
        node = _child(node, part)
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: yaml.Node = node.value[part]
        return found
    return None


def _unique(records: list[Record]) -> list[Record]:
    seen: set[str] = set()
    for record in records:
        if record.key in seen:
            raise BrokenRecordError(f"{record.key}: two files have this key")
        seen.add(record.key)
    return records


def _known_sectors(path: Path, sectors: tuple[str, ...]) -> None:
    for sector in sectors:
        if not (LIBRARY / "sectors" / f"{sector}.yaml").is_file():
            raise BrokenRecordError(f"{path}:1: there is no sector pack {sector!r}")


def _known_channels(path: Path, channels: tuple[str, ...]) -> None:
    for channel in channels:
        if channel not in CHANNELS:
            raise BrokenRecordError(f"{path}:1: unknown channel {channel!r}")


def _renders(path: Path, record: Play | Sector) -> None:
    for language in LANGUAGES:
        for text in _texts(record.words(language).model_dump()):
            _render_every_way(path, language, text)


def _render_every_way(path: Path, language: Language, text: str) -> None:
    for address in Address:
        for full in (True, False):
            try:
                shown = render(text, address, **sample(language, full=full))
            except BrokenTextError as error:
                raise BrokenRecordError(f"{path}: {language}: {error}") from error
            if "{" in shown or "}" in shown or not shown:
                raise BrokenRecordError(f"{path}: {language}: braces left or nothing left in {text[:80]!r}")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
