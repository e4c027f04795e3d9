"""The coaches' own articles beside the library."""

from typing import Annotated

from fastapi import APIRouter, File, Response, UploadFile

from coaching.desk.articles import Upload
from coaching.desk.records import Act
from console.errors import GoneError, told
from console.given import Asked, Id, Short
from console.visiting import Coach
from journey.errors import CoachError
from journey.keys import LANGUAGES, Language

router = APIRouter(prefix="/library")


@router.get("")
def library(visit: Coach, q: Asked = "", language: Asked = "") -> Response:
    """The articles, a form to add one, and a search that says why something was found."""
    asked, tongue = q.strip(), _language(language, visit.words.language)
    hits = visit.parts.articles.try_out(visit.reader, asked, tongue) if asked else ()
    labels = visit.parts.articles.labels()
    return visit.show("library.html", articles=visit.parts.articles.all(visit.reader), hits=hits, q=asked,
                      tongue=tongue, labels=labels)  # fmt: skip


@router.get("/articles")
def articles(visit: Coach) -> Response:
    """The list alone, for its progress."""
    return visit.part("parts/articles.html", articles=visit.parts.articles.all(visit.reader))


@router.post("")
def add(
    visit: Coach,
    file: Annotated[UploadFile, File()],
    title: Short = "",
    source: Short = "",
    language: Short = "",
    label: Short = "",
) -> Response:
    """Takes an article in; it is read and indexed in the background."""
    upload = Upload(
        name=file.filename or "", content=file.file.read(), title=title.strip(), source=source.strip(),
        language=_language(language, visit.words.language), label=label,
    )  # fmt: skip
    try:
        article = visit.parts.articles.add(visit.reader, upload)
    except CoachError as error:
        return visit.go("/library", text=told(error, visit.words), kind="bad")
    visit.parts.audit.add(visit.reader, Act.ARTICLE_CHANGED, detail=f"{article} added")
    return visit.go("/library", "library.added")


@router.post("/{article}/switch")
def switch(visit: Coach, article: Id, on: Short = "") -> Response:
    """Switches an article on or off."""
    if not visit.parts.articles.switch(visit.reader, article, on == "1"):
        raise GoneError
    visit.parts.audit.add(visit.reader, Act.ARTICLE_CHANGED, detail=f"{article} {'on' if on == '1' else 'off'}")
    return visit.go("/library", "library.on" if on == "1" else "library.off")


@router.post("/{article}/again")
def again(visit: Coach, article: Id) -> Response:
    """Tries again to index an article."""
    if not visit.parts.articles.again(visit.reader, article):
        raise GoneError
    return visit.go("/library")


@router.post("/{article}/remove")
def remove(visit: Coach, article: Id) -> Response:
    """Removes an article."""
    if not visit.parts.articles.remove(visit.reader, article):
        raise GoneError
    visit.parts.audit.add(visit.reader, Act.ARTICLE_CHANGED, detail=f"{article} removed")
    return visit.go("/library", "library.removed")


def _language(given: str, otherwise: Language) -> Language:
    return next((language for language in LANGUAGES if language == given), otherwise)
