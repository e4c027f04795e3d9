"""The files a reply carries, made when they are sent."""

from coaching.records import Outgoing
from exports.markdown import markdown
from journey.plan import Plan
from prompts.words import Words


def document_of(outgoing: Outgoing) -> tuple[str, bytes] | None:
    """Name and content of the document a reply carries; None where it carries none."""
    document = outgoing.reply.document
    if document is None or outgoing.plan is None:
        return None
    return document.name, exported(outgoing.plan)


def exported(plan: Plan) -> bytes:
    """A plan as a Markdown file."""
    return markdown(plan, Words(plan.language, plan.owner_address)).encode()
