"""What else an owner may want: to go back, stop, know something, see or erase something."""

from collections.abc import Callable

from journey.asides import Follow, Theory
from journey.choice import recommended_model
from journey.dialogue.answers import inform
from journey.dialogue.changes import IN_STEPS, left_alone, undo
from journey.dialogue.scene import Decision, Scene, noted, prefixed
from journey.dialogue.steps import asked, go_on, make, planned, question_about, summary
from journey.interview import is_known, questions_left
from journey.moves import (
    AnswerTheory,
    Ask,
    ChooseField,
    CountDown,
    ExplainQuestion,
    Move,
    Say,
    SayWhoReads,
    SendOwnData,
    SendPlan,
    ShowPlan,
    Summarise,
)
from journey.profile import ProfileField
from journey.state import Pending, Phase


def back(scene: Scene) -> Decision:
    """To the question before."""
    state = scene.state
    if state.phase is Phase.MODEL:
        return summary(scene)
    if state.phase is Phase.PLANNED:
        return left_alone(scene) if state.open in IN_STEPS else undo(scene)
    before = state.asked[: state.asked.index(state.open)] if state.open in state.asked else state.asked
    if not before:
        return prefixed((Say(key="no_way_back"),), go_on(scene))
    back = state.but(open=before[-1], strikes=0, phase=Phase.INTERVIEW, skipped=_without(state.skipped, before[-1]))
    return Decision(state=back, moves=(Ask(question=before[-1], again=True),))


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(k for k in keys if k != key)


def stop(scene: Scene) -> Decision:
    """The talk rests; while a change of the plan is being told, only that is dropped."""
    if scene.state.open in IN_STEPS:
        return left_alone(scene)
    return Decision(state=scene.state.but(paused=True), moves=(Say(key="paused"),))


def resume(scene: Scene) -> Decision:
    """The talk goes on."""
    return prefixed((Say(key="resumed"),) if scene.state.asked else (), go_on(scene))


def greeting(scene: Scene) -> Decision:
    """A greeting, perhaps with facts."""
    if scene.changed:
        return inform(scene)
    greeted: tuple[Move, ...] = (Say(key="greeting"),) if scene.state.asked else ()
    return prefixed(greeted, go_on(scene))


def plan(scene: Scene) -> Decision:
    """The plan now: shown where it is there, else made with what is known."""
    if scene.has_plan and not scene.changed:
        return Decision(state=planned(scene.state), moves=(ShowPlan(), SendPlan(), Ask(question="feedback")))
    if not is_known("business", scene.profile):
        return asked(scene.state.but(phase=Phase.INTERVIEW), "business", before=(Say(key="plan_needs_business"),))
    if scene.state.phase is Phase.INTERVIEW:
        return summary(scene)
    return make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def export(scene: Scene) -> Decision:
    """The plan as a file."""
    if not scene.has_plan:
        return prefixed((Say(key="no_plan_yet"),), go_on(scene))
    return Decision(state=planned(scene.state), moves=(SendPlan(), Ask(question="feedback", again=True)))


def wait_for_yes(pending: Pending) -> Callable[[Scene], Decision]:
    """Asks before something that can't be undone."""

    def wait(scene: Scene) -> Decision:
        return Decision(state=scene.state.but(pending=pending), moves=(Say(key=f"confirm.{pending.value}"),))

    return wait


def explain(how: str) -> Callable[[Scene], Decision]:
    """Explains the open question, or the one the owner means."""

    def decided(scene: Scene) -> Decision:
        about = scene.heard.about
        key = question_about(about.value) if about and about is not scene.state.asking else scene.state.open
        if how == "meaning" and scene.heard.about is None and scene.heard.question:
            return theory(scene)
        move = ExplainQuestion(question=key or scene.state.open, how=how, words=scene.heard.question)
        return aside(scene, move)

    return decided


def theory(scene: Scene) -> Decision:
    """Answers from the knowledge, or goes on about the answer before."""
    follow, before = scene.heard.follow, scene.state.theory
    asked_now = Theory(question=scene.heard.question)
    if follow and before:
        asked_now = before.model_copy(update={"steps": before.steps + (follow is Follow.NEXT)})
    scene = scene.model_copy(update={"state": scene.state.but(theory=asked_now)})
    return aside(scene, AnswerTheory(question=asked_now.question, follow=follow, steps=asked_now.steps))


def how_long(scene: Scene) -> Decision:
    """How many questions are left; once the plan is there, none."""
    if scene.state.phase is Phase.PLANNED:
        return aside(scene, Say(key="countdown.planned"))
    interview = scene.state.phase is Phase.INTERVIEW
    left = questions_left(scene.state, scene.profile, scene.sector) if interview else 0
    return aside(scene, CountDown(left=left))


def who_reads(scene: Scene) -> Decision:
    """Says who can read the talk."""
    return aside(scene, SayWhoReads())


def own_data(scene: Scene) -> Decision:
    """Everything that is kept of the owner."""
    return aside(scene, SendOwnData())


def saying(key: str) -> Callable[[Scene], Decision]:
    """Says a fixed text in passing."""
    return lambda scene: aside(scene, Say(key=key))


def aside(scene: Scene, move: Move) -> Decision:
    """Does something in passing, keeps the facts that came with it, and returns to the open question."""
    taken = noted(scene) if scene.changed else ()
    if scene.state.paused:
        return Decision(state=scene.state, moves=(*taken, move))
    return prefixed((*taken, move), go_on(scene))


def summary_asked(scene: Scene) -> Decision:
    """What is known so far."""
    if scene.state.phase in (Phase.SUMMARY, Phase.MODEL):
        return summary(scene)
    return aside(scene, Summarise())


def choose_field(scene: Scene) -> Decision:
    """Lets the owner choose what to change."""
    return Decision(state=scene.state, moves=(ChooseField(),))
