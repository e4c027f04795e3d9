"""Who asks for a page, in which language, and how it is shown to them."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from coaching.desk.staff import Account, Reader
from console.errors import ForbiddenError, SignInError
from console.guarding.forgery import token_of
from console.naming import Names
from console.parts import Parts, Place
from console.rendering import rendered
from console.tongue import language_for
from prompts.words import Words

_TOLD = "told"


@dataclass(frozen=True)
class Stranger:
    """A request of anybody."""

    request: Request
    parts: Parts
    place: Place
    reader: Reader | None = None

    @property
    def words(self) -> Words:
        """The texts in the language of who asks."""
        return Words(language_for(self.request, self.reader, self.place.language))

    @property
    def names(self) -> Names:
        """What things are called in their language."""
        return Names(self.words, self.parts.sectors)

    def show(self, template: str, status: int = 200, **given: Any) -> HTMLResponse:
        """A page."""
        return self._answer(template, status, told=self.request.session.pop(_TOLD, None), **given)

    def part(self, template: str, **given: Any) -> HTMLResponse:
        """A part of a page; a whole page around it where the browser has no page to put it in."""
        if self.request.headers.get("HX-Request"):
            return self._answer(template, 200, told=None, **given)
        return self.show("alone.html", part=template, **given)

    def go(self, path: str, did: str = "", text: str = "", kind: str = "") -> RedirectResponse:
        """On to another page, which begins by telling what was done (a key of the texts), or `text`."""
        if did or text:
            self.request.session[_TOLD] = {"key": did, "text": text, "kind": kind}
        return RedirectResponse(path, status_code=303)

    def address(self, **changes: str) -> str:
        """The address of this page with some parameters changed; empty ones are left out."""
        params = {**dict(self.request.query_params), **changes}
        query = urlencode({name: value for name, value in params.items() if value})
        return f"{self.request.url.path}?{query}" if query else self.request.url.path

    def _answer(self, template: str, status: int, **given: Any) -> HTMLResponse:
        words, csrf = self.words, token_of(self.request)
        content = rendered(template, words, visit=self, names=self.names, csrf=csrf, **given)
        return HTMLResponse(content, status_code=status)

    def sign_in(self, account: Account) -> None:
        """A new session for this account; nothing of the one before is kept."""
        self.request.session.clear()
        self.request.session.update(code=account.reader.code, generation=account.generation)


@dataclass(frozen=True)
class Visitor(Stranger):
    """A request of a coach who is signed in."""

    reader: Reader


def _stranger(request: Request) -> Stranger:
    parts, place = request.app.state.parts, request.app.state.place
    return Stranger(request, parts, place)


def whoever_asks(request: Request) -> Stranger:
    """The coach who is signed in; a stranger where nobody is."""
    stranger = _stranger(request)
    try:
        return _visitor(stranger)
    except SignInError:
        return stranger


def _visitor(stranger: "Anybody") -> Visitor:
    code = stranger.request.session.get("code")
    account = stranger.parts.staff.account(code) if isinstance(code, str) else None
    if account is None or not account.active or account.generation != stranger.request.session.get("generation"):
        raise SignInError
    return Visitor(stranger.request, stranger.parts, stranger.place, account.reader)


def _lead(visit: "Coach") -> Visitor:
    if not visit.reader.leads:
        raise ForbiddenError
    return visit


def _operator(visit: "Coach") -> Visitor:
    if not visit.reader.operates:
        raise ForbiddenError
    return visit


Anybody = Annotated[Stranger, Depends(_stranger)]
Coach = Annotated[Visitor, Depends(_visitor)]
Lead = Annotated[Visitor, Depends(_lead)]
Operator = Annotated[Visitor, Depends(_operator)]
