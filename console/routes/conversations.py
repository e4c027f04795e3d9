"""The list of conversations, and the search in what was said."""

from fastapi import APIRouter, Response

from console.filtering import filter_in
from console.given import Asked
from console.visiting import Coach

router = APIRouter()


@router.get("/conversations")
def conversations(visit: Coach, q: Asked = "", after: Asked = "") -> Response:
    """Conversations that fit the filters, or messages in which the words searched for occur."""
    words = q.strip()
    if words:
        hits = visit.parts.desk.search(visit.reader, words, after)
        return visit.show("search.html", hits=hits, q=words)
    which = filter_in(visit.request.query_params)
    return visit.show(
        "conversations.html",
        page=visit.parts.desk.listed(visit.reader, which, after),
        counts=visit.parts.desk.counts(visit.reader),
        choices=visit.parts.desk.choices(visit.reader),
        which=which,
        q="",
    )
