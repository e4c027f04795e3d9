"""One conversation: the talk, and beside it the profile, the plan or the review."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from fastapi import APIRouter, Response

from coaching.desk.plan_differences import differences
from coaching.desk.plan_lines import lines_of
from coaching.desk.records import Act, Opened
from console.doing import opened_by
from console.errors import GoneError
from console.given import Asked, Id, Number
from console.reading import known, noted, said, version_of
from console.visiting import Coach, Visitor
from journey.profile import ProfileField

router = APIRouter(prefix="/conversations/{conversation}")
Pane = Literal["profile", "plan", "review"]


@dataclass(frozen=True)
class Beside:
    """What is shown beside the talk: a pane, and in that of the plan which version, compared with which."""

    pane: Pane
    version: int | None
    against: int | None

    def asked(self) -> dict[str, Any]:
        """As it is asked for in an address."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@router.get("")
def conversation(
    visit: Coach,
    conversation: Id,
    pane: Pane = "profile",
    version: Number | None = None,
    against: Number | None = None,
) -> Response:
    """The page. It is read from then on, and the audit log knows."""
    shown = _shown(visit, conversation, Beside(pane, version, against))
    visit.parts.audit.add(visit.reader, Act.SAW, conversation)
    return visit.show("conversation.html", **shown)


@router.get("/news")
def news(
    visit: Coach,
    conversation: Id,
    after: Number,
    mark: Asked = "",
    pane: Pane = "profile",
    version: Number | None = None,
    against: Number | None = None,
) -> Response:
    """The page as it is now, where messages came since `after` or something else changed since it had this mark;
    nothing (204) otherwise."""
    now = visit.parts.desk.mark(visit.reader, conversation)
    if now is None:
        raise GoneError
    came = len(visit.parts.desk.lines(visit.reader, conversation, after))
    if not came and now == mark:
        return Response(status_code=204)
    return visit.part("parts/news.html", came=came, **_shown(visit, conversation, Beside(pane, version, against)))


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


def _shown(visit: Visitor, conversation: str, beside: Beside) -> dict[str, Any]:
    """All that its page is made of, which is read by this. The mark is taken first: what changes in between is news."""
    mark = visit.parts.desk.mark(visit.reader, conversation)
    opened = opened_by(visit, conversation)
    visit.parts.desk.read(visit.reader, conversation, opened.head.messages)
    return {
        "opened": opened,
        "said": said(opened.lines, opened),
        "known": known(opened),
        "noted": noted(opened),
        "people": visit.parts.desk.coaches(visit.reader),
        "pane": beside.pane,
        "asked": {"after": opened.head.messages, "mark": mark, **beside.asked()},
        **_plan(opened, beside),
    }


def _plan(opened: Opened, beside: Beside) -> dict[str, Any]:
    entry = version_of(opened, beside.version)
    other = version_of(opened, beside.against) if beside.against is not None else None
    changed = differences(other.plan, entry.plan) if entry and other else ()
    return {"entry": entry, "against": other, "changed": changed, "lines": lines_of(entry.plan) if entry else ()}
