"""For leads and operators: the audit log, the coaches, and the settings."""

from fastapi import APIRouter, Response

from coaching.desk.records import Act
from coaching.desk.staff import CODE, COMMAND_LINE, Role
from console.errors import ForbiddenError, GoneError
from console.given import Asked, Id, Short
from console.invitations import invited
from console.rendering import saying
from console.visiting import Coach, Lead, Operator, Visitor

router = APIRouter()


@router.get("/audit")
def audit(visit: Lead, coach: Asked = "", act: Asked = "", conversation: Asked = "", after: Asked = "") -> Response:
    """Who saw, changed, exported and deleted what."""
    which = Act(act) if act in set(Act) else None
    page = visit.parts.audit.entries(visit.reader, coach, which, conversation, after)
    people = [(a.reader.code, a.reader.name) for a in visit.parts.staff.all(visit.reader)]
    people += [(COMMAND_LINE, saying(visit.words)("audit.by_operator"))]
    articles = [(article.id, article.title) for article in visit.parts.articles.all(visit.reader)]
    return visit.show("audit.html", page=page, people=people, articles=articles, acts=visit.names.acts(),
                      coach=coach, act=act)  # fmt: skip


@router.get("/coaches")
def coaches(visit: Lead) -> Response:
    """The coaches of the agency."""
    return _coaches(visit)


@router.post("/coaches")
def invite(visit: Lead, code: Short = "", name: Short = "", role: Short = "coach") -> Response:
    """Invites a coach, or one who is there already anew, in the role that they have; the link is shown once."""
    code, name = code.strip(), name.strip()
    if role not in set(Role) or not name or not CODE.fullmatch(code):
        return _coaches(visit, "coaches.wrong", status=422)
    given = _role_of(visit, code) or Role(role)
    _may_give(visit, given)
    link = invited(visit.parts.staff, visit.reader.agency, code, name, given, visit.place.url)
    if not link:
        return _coaches(visit, "coaches.taken", status=422)
    visit.parts.audit.add(visit.reader, Act.COACH_CHANGED, detail=f"{code} invited")
    return _coaches(visit, link=link, invited=name)


@router.post("/coaches/{code}/role")
def change_role(visit: Lead, code: Id, role: Short = "") -> Response:
    """Gives a coach another role."""
    if role not in set(Role):
        raise GoneError
    _may_give(visit, Role(role), _colleague(visit, code))
    visit.parts.staff.set_role(visit.reader, code, Role(role))
    visit.parts.audit.add(visit.reader, Act.COACH_CHANGED, detail=f"{code} {role}")
    return visit.go("/coaches", "coaches.role_changed")


@router.post("/coaches/{code}/active")
def change_active(visit: Lead, code: Id, active: Short = "") -> Response:
    """Lets a coach out at once, or in again."""
    _may_give(visit, Role.COACH, _colleague(visit, code))
    visit.parts.staff.set_active(visit.reader, code, active == "1")
    visit.parts.audit.add(visit.reader, Act.COACH_CHANGED, detail=f"{code} {'in' if active == '1' else 'out'}")
    return visit.go("/coaches", "coaches.let_in" if active == "1" else "coaches.let_out")


@router.get("/settings")
def settings(visit: Operator) -> Response:
    """What is set."""
    return visit.show("settings.html", settings=visit.parts.settings)


@router.get("/help")
def show_help(visit: Coach) -> Response:
    """How the console works."""
    return visit.show("help.html")


def _coaches(visit: Visitor, problem: str = "", link: str = "", invited: str = "", status: int = 200) -> Response:
    accounts, roles = visit.parts.staff.all(visit.reader), _roles_of(visit)
    return visit.show("coaches.html", status, accounts=accounts, roles=roles, problem=problem, link=link, name=invited)


def _colleague(visit: Visitor, code: str) -> Role:
    """The role of a coach of this agency."""
    role = _role_of(visit, code)
    if role is None:
        raise GoneError
    return role


def _role_of(visit: Visitor, code: str) -> Role | None:
    """The role of a coach of this agency other than who asks: nobody changes themselves. None where there is none."""
    if code == visit.reader.code:
        raise ForbiddenError
    return next((a.reader.role for a in visit.parts.staff.all(visit.reader) if a.reader.code == code), None)


def _roles_of(visit: Visitor) -> tuple[Role, ...]:
    return tuple(role for role in Role if visit.reader.operates or role is not Role.OPERATOR)


def _may_give(visit: Visitor, *roles: Role) -> None:
    """Nobody makes or changes somebody who may do more than they do themselves."""
    if any(role not in _roles_of(visit) for role in roles):
        raise ForbiddenError
