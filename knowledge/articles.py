"""Reading the articles of the library: front matter checked, body cut into passages at its `##` headings. Lines that
begin with "? " right under a heading are questions which that very passage answers."""

import hashlib
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import frontmatter
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from journey.keys import LANGUAGES, Language
from journey.models import labels
from journey.passages import Passage
from journey.sources import SOURCES
from knowledge.errors import BrokenArticleError, LibraryMissingError
from knowledge.files import LIBRARY, article_files
from prompts.template import BrokenTextError, render

_Line = Annotated[str, Field(min_length=2, max_length=300)]
_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_ASKED = re.compile(r"\A\s*(?:\? .*\n)+")
_TITLE = re.compile(r"^#[ \t]+.+$", re.MULTILINE)


class Head(BaseModel):
    """The front matter of an article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    lang: Language
    title: _Line
    origin: Literal["source", "coach"]
    source: str
    questions: tuple[_Line, ...] = ()

    @field_validator("label")
    @classmethod
    def _known_label(cls, label: str) -> str:
        if label not in labels():
            raise ValueError(f"{label!r} is no label of the library")
        return label

    @field_validator("source")
    @classmethod
    def _known_source(cls, source: str) -> str:
        if source != "coach" and source not in SOURCES:
            raise ValueError(f"{source!r} is neither 'coach' nor one of {', '.join(SOURCES)}")
        return source


class Article(BaseModel):
    """One file: what it is about, its passages in reading order, and the questions that they answer: those of the
    front matter all together, those that are `asked` under a heading each with its passage."""

    model_config = ConfigDict(frozen=True)

    head: Head
    passages: tuple[Passage, ...]
    asked: tuple[tuple[str, Passage], ...] = ()


def load_articles(library: Path = LIBRARY) -> tuple[Article, ...]:
    """All articles of a library, in the order of their paths. LibraryMissingError where there are none."""
    return tuple(load_article(path) for path in article_files(library))


def load_article(path: Path) -> Article:
    """The article in one file; BrokenArticleError names the file and the line."""
    text = _text(path)
    head, body = _parts(path, text)
    _fits_its_place(path, head)
    told = [(_passage(head, title, words), questions) for title, questions, words in _sections(head.title, body)]
    if not told:
        raise BrokenArticleError(f"{path}:1", "there is no text under the front matter")
    passages = tuple(passage for passage, _ in told)
    _renders(path, text, passages)
    asked = tuple((question, passage) for passage, questions in told for question in questions)
    return Article(head=head, passages=passages, asked=asked)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LibraryMissingError(str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenArticleError(f"{path}:1", str(error)) from error


def _parts(path: Path, text: str) -> tuple[Head, str]:
    try:
        values, body = frontmatter.parse(text)
        return Head.model_validate(values), body
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise BrokenArticleError(f"{path}:{line}", error.problem or "the front matter is not YAML") from error
    except ValidationError as error:
        raise BrokenArticleError(*_complaint(path, text, error)) from error


def _complaint(path: Path, text: str, error: ValidationError) -> tuple[str, str]:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{path}:{_line_of(text, first['loc'])}", f"{where}: {first['msg']}"


def _line_of(text: str, loc: tuple[Any, ...]) -> int:
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if loc and line.startswith(f"{loc[0]}:")), 1)


def _fits_its_place(path: Path, head: Head) -> None:
    language, model, stage = path.parts[-3], path.parts[-2], path.name.split(".")[0]
    if language in LANGUAGES and (head.lang, head.label) != (language, f"{model}/{stage}"):
        raise BrokenArticleError(f"{path}:1", f"says {head.lang} {head.label}, but lies in {language} {model}/{stage}")


def _sections(title: str, body: str) -> list[tuple[str, list[str], str]]:
    """The title, the questions and the text of each passage."""
    start, *rest = _HEADING.split(_TITLE.sub("", body) if body.lstrip().startswith("# ") else body)
    named = zip(rest[::2], rest[1::2], strict=True)
    found = [(title, start), *((f"{title}: {heading}", words) for heading, words in named)]
    return [(name, *_parted(words)) for name, words in found if words.strip()]


def _parted(words: str) -> tuple[list[str], str]:
    asked = _ASKED.match(words)
    lines = asked[0].splitlines() if asked else []
    return [line.removeprefix("? ").strip() for line in lines if line.strip()], _ASKED.sub("", words).strip()


def _passage(head: Head, title: str, text: str) -> Passage:
    seed = "\0".join((head.label, head.lang, head.source, head.origin, title, text))
    return Passage(
        id=hashlib.sha256(seed.encode()).hexdigest()[:20],
        label=head.label,
        lang=head.lang,
        title=title,
        source=head.source,
        origin=head.origin,
        text=text,
    )


def _renders(path: Path, text: str, passages: tuple[Passage, ...]) -> None:
    for passage in passages:
        try:
            render(passage.text)
        except BrokenTextError as error:
            line = text[: text.find(passage.text)].count("\n") + 1
            raise BrokenArticleError(f"{path}:{line}", str(error)) from error
