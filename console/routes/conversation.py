"""One conversation: the talk, and beside it the profile, the plan or the review."""

from typing import Any, Literal

from fastapi import APIRouter, Response

from coaching.desk.plan_differences import differences
from coaching.desk.plan_lines import lines_of
from coaching.desk.records import Act, Opened
from console.doing import opened_by
from console.errors import GoneError
from console.given import Asked, Id, Number
from console.reading import known, said, version_of
from console.visiting import Coach
from journey.profile import ProfileField

router = APIRouter(prefix="/conversations/{conversation}")
Pane = Literal["profile", "plan", "review"]


@router.get("")
def conversation(
    visit: Coach,
    conversation: Id,
    pane: Pane = "profile",
    version: Number | None = None,
    against: Number | None = None,
) -> Response:
    """The page. It is read from then on, and the audit log knows."""
    opened = opened_by(visit, conversation)
    visit.parts.desk.read(visit.reader, conversation, opened.head.messages)
    visit.parts.audit.add(visit.reader, Act.SAW, conversation)
    return visit.show(
        "conversation.html",
        opened=opened,
        said=said(opened.lines, opened),
        pane=pane,
        known=known(opened),
        people=visit.parts.desk.choices(visit.reader).coaches,
        **_plan(opened, version, against),
    )


@router.get("/news")
def news(visit: Coach, conversation: Id, after: Number, revision: Number = 0) -> Response:
    """What came since message `after`; nothing (204) where there is nothing new."""
    now = visit.parts.desk.revision(visit.reader, conversation)
    if now is None:
        raise GoneError
    lines = visit.parts.desk.lines(visit.reader, conversation, after)
    if not lines and now == revision:
        return Response(status_code=204)
    opened = opened_by(visit, conversation)
    if lines:
        visit.parts.desk.read(visit.reader, conversation, lines[-1].number)
    people = visit.parts.desk.choices(visit.reader).coaches
    given = {"said": said(lines, opened), "known": known(opened), "changed": now != revision, "people": people}
    return visit.part("parts/news.html", opened=opened, **given)


@router.get("/messages/{number}")
def message(visit: Coach, conversation: Id, number: Number) -> Response:
    """The forms to note and tag one message."""
    opened = opened_by(visit, conversation)
    if not any(line.number == number for line in opened.lines):
        raise GoneError
    return visit.part("parts/message_forms.html", opened=opened, number=number)


@router.get("/facts/{field}")
def fact(visit: Coach, conversation: Id, field: ProfileField) -> Response:
    """The form to correct one fact."""
    opened = opened_by(visit, conversation)
    return visit.part("parts/fact_form.html", opened=opened, field=field, fact=opened.profile.facts.get(field))


@router.get("/plan/{version}/line")
def plan_line(visit: Coach, conversation: Id, version: Number, path: Asked) -> Response:
    """The forms to edit and note one line of the plan."""
    opened = opened_by(visit, conversation)
    entry = version_of(opened, version)
    line = next((line for line in lines_of(entry.plan) if line.path == path), None) if entry else None
    if line is None:
        raise GoneError
    newest = entry == opened.plans[-1]
    return visit.part("parts/line_forms.html", opened=opened, entry=entry, line=line, newest=newest)


def _plan(opened: Opened, version: Number | None, against: int | None) -> dict[str, Any]:
    entry = version_of(opened, version)
    other = version_of(opened, against) if against is not None else None
    changed = differences(other.plan, entry.plan) if entry and other else ()
    return {"entry": entry, "against": other, "changed": changed, "lines": lines_of(entry.plan) if entry else ()}
