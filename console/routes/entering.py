"""Signing in and out, taking an invitation, and one's own password and language."""

from fastapi import APIRouter, BackgroundTasks, Request, Response

from coaching.desk.records import Act
from coaching.desk.staff import Account
from console.errors import GoneError
from console.given import Id, Secret, Short
from console.guarding.passwords import LONGEST, SHORTEST, hashed, long_enough, matches
from console.invitations import kept
from console.visiting import Anybody, Coach, Stranger
from journey.keys import LANGUAGES

router = APIRouter()
_HOME = "/conversations"


@router.get("/")
def home(visit: Coach) -> Response:
    """Where a coach begins."""
    return visit.go(_HOME)


@router.get("/sign-in")
def ask_to_sign_in(visit: Anybody) -> Response:
    """The form to sign in."""
    return visit.show("sign_in.html", problem="")


@router.post("/sign-in")
def sign_in(visit: Anybody, tasks: BackgroundTasks, code: Short = "", password: Secret = "") -> Response:
    """Signs in; the answer is the same whatever was wrong. What goes into the audit log is written after the answer, so
    that nobody can tell from the time it takes whether there is such a coach."""
    code = code.strip()
    if not visit.request.app.state.attempts.allowed(code, _address(visit.request)):
        return visit.show("sign_in.html", 429, problem="sign_in.too_often")
    account = visit.parts.staff.account(code)
    right = matches(password, account.password if account else "")
    if account is not None:
        entered = right and account.active
        tasks.add_task(visit.parts.audit.add, account.reader, Act.LOGGED_IN if entered else Act.REFUSED)
        if entered:
            return _entered(visit, account)
    return visit.show("sign_in.html", 401, problem="sign_in.wrong")


@router.post("/sign-out")
def sign_out(visit: Anybody) -> Response:
    """Ends the session."""
    visit.request.session.clear()
    return visit.go("/sign-in", "sign_in.out")


@router.get("/welcome/{token}")
def welcome(visit: Anybody, token: Id) -> Response:
    """The form to choose a password."""
    return _welcome(visit, _invited(visit, token), token)


@router.post("/welcome/{token}")
def accept(visit: Anybody, token: Id, password: Secret = "", again: Secret = "") -> Response:
    """Takes the invitation and signs in."""
    account = _invited(visit, token)
    if problem := _wrong_with(password, again):
        return _welcome(visit, account, token, problem, 422)
    taken = visit.parts.staff.accept(kept(token), hashed(password))
    if taken is None:
        raise GoneError
    visit.parts.audit.add(taken.reader, Act.LOGGED_IN, detail="invited")
    return _entered(visit, taken)


@router.get("/me")
def me(visit: Coach) -> Response:
    """One's own page."""
    return visit.show("me.html", problem="", shortest=SHORTEST)


@router.post("/me/password")
def change_password(visit: Coach, old: Secret = "", password: Secret = "", again: Secret = "") -> Response:
    """Another password, for who knows the old one; other sessions end."""
    code = visit.reader.code
    if not visit.request.app.state.attempts.allowed(code, _address(visit.request)):
        return visit.show("me.html", 429, problem="sign_in.too_often", shortest=SHORTEST)
    account = visit.parts.staff.account(code)
    right = account is not None and matches(old, account.password)
    if problem := _wrong_with(password, again) if right else "me.wrong":
        return visit.show("me.html", 422, problem=problem, shortest=SHORTEST)
    visit.parts.staff.change_password(code, hashed(password))
    visit.parts.audit.add(visit.reader, Act.COACH_CHANGED, detail=f"{code} password")
    if (renewed := visit.parts.staff.account(code)) is not None:
        visit.sign_in(renewed)
    return visit.go("/me", "me.changed")


@router.post("/me/language")
def change_language(visit: Coach, language: Short = "") -> Response:
    """Another language for the console."""
    if language in LANGUAGES:
        visit.parts.staff.set_language(visit.reader.code, language)
    return visit.go("/me")


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _entered(visit: Stranger, account: Account) -> Response:
    wanted = visit.request.session.get("wanted") or _HOME
    visit.sign_in(account)
    return visit.go(wanted)


def _invited(visit: Stranger, token: Id) -> Account:
    account = visit.parts.staff.invited(kept(token))
    if account is None:
        raise GoneError
    return account


def _welcome(visit: Stranger, account: Account, token: Id, problem: str = "", status: int = 200) -> Response:
    return visit.show(
        "welcome.html", status, name=account.reader.name, code=account.reader.code, invitation=token, problem=problem,
        shortest=SHORTEST,
    )  # fmt: skip


def _wrong_with(password: str, again: str) -> str:
    if not long_enough(password):
        return "password.length" if len(password) <= LONGEST else "password.too_long"
    return "" if password == again else "password.different"
