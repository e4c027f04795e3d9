"""The list of conversations, and the search in what was said in them."""

from fastapi import APIRouter, Response

from coaching.desk.records import Act
from console.filtering import filter_in
from console.given import Asked
from console.visiting import Coach

router = APIRouter()


@router.get("/conversations")
def conversations(visit: Coach, q: Asked = "", after: Asked = "") -> Response:
    """Conversations that fit the filters, or the messages in them in which the words searched for occur."""
    words, which, desk = q.strip(), filter_in(visit.request.query_params), visit.parts.desk
    page = desk.search(visit.reader, words, which, after) if words else desk.listed(visit.reader, which, after)
    if words and page.items:  # what was found is shown in the words of owners
        visit.parts.audit.add(visit.reader, Act.SEARCHED)
    counts, choices = desk.counts(visit.reader), desk.choices(visit.reader)
    return visit.show("conversations.html", page=page, counts=counts, choices=choices, which=which, q=words)
