"""Everything that is kept of an owner, as one file: pages to be read by people, and beside them the same for
programs."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from coaching.documents import as_markdown
from coaching.records import OwnData, PlanVersion
from coaching.rights.page import page
from coaching.rights.telling import told, words_for
from exports.naming import file_name
from journey.trades import Sector


def packed(own: OwnData, sectors: Mapping[str, Sector]) -> bytes:
    """A zip file: a page that tells all of it in plain words, each plan as a page and as Markdown, and all as JSON;
    `sectors` gives the trades their names."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as pack:
        for name, text in _files(own, sectors):
            pack.writestr(name, text)
    return content.getvalue()


def _files(own: OwnData, sectors: Mapping[str, Sector]) -> Iterator[tuple[str, str]]:
    words = words_for(own)
    title = words.say("mydata.title")
    yield f"{words.say('mydata.read_me')}.html", page(title, f"# {title}\n\n{told(own, sectors)}", words.language)
    for number, talk in enumerate(own.talks, 1):
        for made in talk.transcript.plans:
            for name, text in _plan(made):
                yield f"{words.say('mydata.talk')}-{number}/{name}", text
    yield f"{words.say('mydata.name')}.json", own.model_dump_json(indent=2)


def _plan(made: PlanVersion) -> Iterator[tuple[str, str]]:
    plan, written = made.plan, as_markdown(made.plan)
    yield file_name(plan, made.version, "html"), page(plan.title, written, plan.language)
    yield file_name(plan, made.version), written
