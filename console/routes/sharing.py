"""Transcripts and plans as files, with names in them or without."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from coaching.desk.records import Act
from console.doing import opened_by
from console.errors import GoneError
from console.given import Id, Number
from console.visiting import Coach, Visitor

router = APIRouter(prefix="/conversations/{conversation}")
Kind = Literal["md", "json"]
How = Annotated[Literal["named", "anonymous"], Query(alias="as")]
_MEDIA = {"md": "text/markdown; charset=utf-8", "json": "application/json"}


@router.get("/transcript.{kind}")
def transcript(visit: Coach, conversation: Id, kind: Kind, how: How = "anonymous") -> Response:
    """The transcript; the audit log knows."""
    opened = opened_by(visit, conversation)
    content = visit.parts.sharing.transcript(opened, kind, anonymous=how == "anonymous", coaches=_coaches(visit))
    visit.parts.audit.add(visit.reader, Act.EXPORTED, conversation, f"transcript {kind} {how}")
    return _file(content, f"transcript-{opened.head.number}", kind)


@router.get("/plan.{kind}")
def plan(visit: Coach, conversation: Id, kind: Kind, how: How = "anonymous", version: Number | None = None) -> Response:
    """A version of the plan, the newest where none is named."""
    opened = opened_by(visit, conversation)
    wanted = version if version is not None else max((entry.version for entry in opened.plans), default=0)
    anonymous = how == "anonymous"
    content = visit.parts.sharing.plan(opened, wanted, kind, anonymous=anonymous, coaches=_coaches(visit))
    if content is None:
        raise GoneError
    visit.parts.audit.add(visit.reader, Act.EXPORTED, conversation, f"plan {wanted} {kind} {how}")
    return _file(content, f"plan-{opened.head.number}-v{wanted}", kind)


def _coaches(visit: Visitor) -> dict[str, str]:
    """Everybody of the agency who may be mentioned, also who has left."""
    return {account.reader.code: account.reader.name for account in visit.parts.staff.all(visit.reader)}


def _file(content: str, name: str, kind: Kind) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(content.encode(), media_type=_MEDIA[kind], headers=headers)
