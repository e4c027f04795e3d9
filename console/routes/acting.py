"""What a coach does that reaches the owner."""

from fastapi import APIRouter, Response

from coaching.desk.plan_lines import lines_of
from coaching.desk.records import Opened
from console.doing import Change, Doing, Shown
from console.given import Place, Words
from console.rendering import saying
from journey.profile import ProfileField

router = APIRouter(prefix="/conversations/{conversation}")
_REVIEW, _PLAN, _WRITE = "?pane=review#beside", "?pane=plan#beside", "#write"


@router.post("/facts/{field}")
def correct(doing: Change, field: ProfileField, text: Words = "") -> Response:
    """Corrects a fact, as the coach's; without words it is unknown again."""

    def now(opened: Opened) -> str:
        fact = opened.profile.facts.get(field)
        return doing.visit.names.fact(field, fact) if fact else ""

    then = f"?pane=profile#fact-{field}"
    act = doing.visit.parts.acting.correct
    return doing.do(act, field, text.strip(), did="did.corrected", then=then, now=now, text=text)


@router.post("/plan/line")
def edit_line(doing: Change, path: Place, text: Words = "") -> Response:
    """Edits one line of the newest plan, which makes a new version."""

    def now(opened: Opened) -> str:
        lines = lines_of(opened.plans[-1].plan) if opened.plans else ()
        return next((line.text for line in lines if line.path == path), "")

    then = f"?pane=plan#p-{path.replace('.', '-')}"
    act = doing.visit.parts.acting.edit_line
    return doing.do(act, path, text.strip(), did="did.edited", then=then, now=now, path=path, text=text)


@router.post("/plan/anew")
def plan_anew(doing: Change) -> Response:
    """Makes the plan anew from what is known now."""
    return doing.do(doing.visit.parts.acting.plan_anew, did="did.plan_anew", then=_PLAN, now=_newest(doing))


@router.post("/approve")
def approve(doing: Change) -> Response:
    """Approves the newest plan."""
    return doing.do(doing.visit.parts.acting.approve, did="did.approved", then=_REVIEW, now=_newest(doing))


@router.post("/ask-changes")
def ask_changes(doing: Change, text: Words = "") -> Response:
    """Asks for changes of the plan."""
    act = doing.visit.parts.acting.ask_changes
    return doing.do(act, text.strip(), did="did.asked_changes", then=_REVIEW, now=_newest(doing), text=text)


@router.post("/ask")
def ask(doing: Change, text: Words = "") -> Response:
    """Asks the owner a question."""
    return doing.do(doing.visit.parts.acting.ask, text.strip(), did="did.asked", then=_WRITE, text=text)


@router.post("/take-over")
def take_over(doing: Change) -> Response:
    """The bot is silent from here on."""
    return doing.do(doing.visit.parts.acting.take_over, did="did.taken_over", then=_WRITE)


@router.post("/write")
def write(doing: Change, text: Words = "") -> Response:
    """Writes to the owner."""
    return doing.do(doing.visit.parts.acting.write, text.strip(), did="did.written", then=_WRITE, text=text)


@router.post("/hand-back")
def hand_back(doing: Change) -> Response:
    """The bot goes on."""
    return doing.do(doing.visit.parts.acting.hand_back, did="did.handed_back", then=_WRITE)


@router.post("/close")
def close(doing: Change) -> Response:
    """Closes the conversation."""
    return doing.do(doing.visit.parts.acting.close, did="did.closed", then=_REVIEW)


@router.post("/reopen")
def reopen(doing: Change) -> Response:
    """Opens it again."""
    return doing.do(doing.visit.parts.acting.reopen, did="did.reopened", then=_REVIEW)


def _newest(doing: Doing) -> Shown:
    """Which version of the plan is the newest now, as what was approved was an earlier one."""
    say = saying(doing.visit.words)
    return lambda opened: say("review.newest", version=opened.plans[-1].version) if opened.plans else ""
