"""The files a reply carries, made when they are sent."""

from collections.abc import Callable, Mapping

from coaching.records import Outgoing
from exports.markdown import markdown
from journey.plan import Plan
from journey.trades import Sector
from prompts.words import Words

#: Gives the trades by key, which have names.
Sectors = Callable[[], Mapping[str, Sector]]


def document_of(outgoing: Outgoing, sectors: Sectors = dict) -> tuple[str, bytes] | None:
    """Name and content of the document a reply carries; None where it carries none."""
    document = outgoing.reply.document
    if document is None:
        return None
    if outgoing.own is not None:
        from coaching.rights.packing import packed  # seldom asked for

        return document.name, packed(outgoing.own, sectors())
    return (document.name, exported(outgoing.plan)) if outgoing.plan else None


def exported(plan: Plan) -> bytes:
    """A plan as a Markdown file."""
    return as_markdown(plan).encode()


def as_markdown(plan: Plan) -> str:
    """A plan in its own language, speaking to its owner."""
    return markdown(plan, Words(plan.language, plan.owner_address))
