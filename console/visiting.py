"""Who asks for a page, in which language, and how it is shown to them."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from coaching.desk.staff import Account, Reader
from console.errors import ForbiddenError, SignInError
from console.guarding.forgery import token_of
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

    def show(self, template: str, status: int = 200, **given: Any) -> HTMLResponse:
        """A page, or a part of one where only that was asked for."""
        told = None if template.startswith("parts/") else self.request.session.pop(_TOLD, None)
        content = rendered(template, self.words, visit=self, csrf=token_of(self.request), told=told, **given)
        return HTMLResponse(content, status_code=status)

    def go(self, path: str, told: str = "", kind: str = "", **slots: str) -> RedirectResponse:
        """On to another page, which tells the text `told` first."""
        if told:
            self.request.session[_TOLD] = {"key": told, "kind": kind, "slots": slots}
        return RedirectResponse(path, status_code=303)

    def address(self, **changes: str) -> str:
        """The address of this page with some parameters changed; empty ones are left out."""
        params = {**dict(self.request.query_params), **changes}
        query = urlencode({name: value for name, value in params.items() if value})
        return f"{self.request.url.path}?{query}" if query else self.request.url.path

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
