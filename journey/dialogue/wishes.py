"""What else an owner may want: to go back, stop, know something, see or erase something."""

from collections.abc import Callable

from journey.asides import Follow, Theory
from journey.choice import recommended_model
from journey.dialogue.answers import after_facts, dont_know, inform, yes
from journey.dialogue.changes import IN_STEPS, left_alone, undo
from journey.dialogue.insisting import insist, leave
from journey.dialogue.scene import Decision, Scene, noted, prefixed
from journey.dialogue.steps import asked, go_on, make, planned, question_about, summary
from journey.interview import has_room, is_known, questions_left
from journey.moves import (
    AnswerTheory,
    Ask,
    ChooseField,
    CountDown,
    ExplainQuestion,
    HandOn,
    Move,
    Say,
    SayWhoReads,
    SendOwnData,
    SendPlan,
    ShowPlan,
    Summarise,
)
from journey.profile import ProfileField
from journey.state import Pending, Phase, State
from journey.topics import Topic


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
    state = state.reopened(before[-1]).but(open=before[-1], put=1, strikes=0, phase=Phase.INTERVIEW)
    return Decision(state=state, moves=(Ask(question=before[-1], again=True),))


def stop(scene: Scene) -> Decision:
    """The talk rests; while a change of the plan is being told, only that is dropped."""
    if scene.state.open in IN_STEPS:
        return left_alone(scene)
    return Decision(state=scene.state.but(paused=True), moves=(Say(key="paused"),))


def resume(scene: Scene) -> Decision:
    """The talk goes on, which is a yes to the summary. To put the open question again to who comes back counts for
    nothing."""
    if scene.state.open == "confirm" and not scene.state.paused:
        return yes(scene)
    decision = prefixed((Say(key="resumed"),) if scene.state.asked else (), go_on(scene))
    if decision.state.open != scene.state.open:
        return decision
    return decision.model_copy(update={"state": decision.state.but(put=scene.state.put)})


def greeting(scene: Scene) -> Decision:
    """A greeting, perhaps with facts."""
    if scene.changed:
        return inform(scene)
    return remark("greeting")(scene) if scene.state.asked else go_on(scene)


def plan(scene: Scene) -> Decision:
    """The plan now: shown where it is there, else made with what is known."""
    if scene.has_plan and not scene.changed:
        return Decision(state=planned(scene.state), moves=(ShowPlan(), SendPlan(), Ask(question="feedback")))
    may_ask = has_room(scene.state) and not scene.state.put_twice("business")
    if not is_known("business", scene.profile) and may_ask:
        return asked(scene.state.but(phase=Phase.INTERVIEW), "business", before=(Say(key="plan_needs_business"),))
    if scene.state.phase is Phase.INTERVIEW:
        return summary(scene)
    return make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def export(scene: Scene) -> Decision:
    """The plan as a file."""
    if not scene.has_plan:
        return prefixed((Say(key="no_plan_yet"),), insist(scene))
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
        key = _meant(about, scene.state)
        if how == "meaning" and scene.heard.about is None and scene.heard.question:
            return theory(scene)
        move = ExplainQuestion(question=key or scene.state.open, how=how)
        return aside(scene, move)

    return decided


def _meant(about: Topic | None, state: State) -> str:
    """The question that an explanation is about: all of them where the owner asks about everything."""
    if about is Topic.CONFIRM:
        return about.value
    return question_about(about.value) if about and about is not state.asking else state.open


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


def remark(key: str) -> Callable[[Scene], Decision]:
    """Says a fixed text to what asks nothing and tells nothing, and asks the open question once more."""

    def decided(scene: Scene) -> Decision:
        said = (Say(key=key),)
        if scene.state.paused or scene.state.phase is Phase.PLANNED:
            return aside(scene, said[0])
        if scene.changed:
            return prefixed((*noted(scene), *said), after_facts(scene))
        return prefixed(said, insist(scene))

    return decided


def handed_on(scene: Scene) -> Decision:
    """An answer to a human coach: what it tells that is new is kept, and the talk returns to where it was."""
    state = scene.state.but(asked_by="")
    taken = (*(noted(scene) if scene.changed else ()), HandOn(coach=scene.state.asked_by))
    if state.paused:
        return Decision(state=state, moves=taken)
    return prefixed(taken, go_on(scene.model_copy(update={"state": state})))


def aside(scene: Scene, move: Move) -> Decision:
    """Does something in passing, keeps the facts that came with it, and returns to the open question, but for that of a
    human coach, which stands. Where the same comes once more at the same question, it was no help, or was no question:
    examples, or on without an answer."""
    taken = (*(noted(scene) if scene.changed else ()), move)
    state = scene.state
    if state.paused or state.asked_by:
        return Decision(state=state, moves=taken)
    told = f"{_subject(move)}:{state.open}"
    if told == state.aside and state.phase is not Phase.PLANNED:
        onward = dont_know if isinstance(move, ExplainQuestion) and move.question == state.open else leave
        return prefixed(taken, onward(scene))
    return prefixed(taken, go_on(scene.model_copy(update={"state": state.but(aside=told)})))


def _subject(move: Move) -> str:
    match move:
        case ExplainQuestion():
            return f"{move.how}:{move.question}"
        case AnswerTheory():
            return f"theory:{move.question}:{move.steps}"
        case Say():
            return move.key
        case _:
            return type(move).__name__


def summary_asked(scene: Scene) -> Decision:
    """What is known so far."""
    if scene.state.phase in (Phase.SUMMARY, Phase.MODEL):
        return summary(scene)
    return aside(scene, Summarise())


def choose_field(scene: Scene) -> Decision:
    """Lets the owner choose what to change."""
    return Decision(state=scene.state, moves=(ChooseField(),))
