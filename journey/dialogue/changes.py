"""Changing a plan that is there: what is asked until a change is told whole, then the change itself; and undo."""

from journey.changes import ChangeKind, PlanChange, Refusal
from journey.dialogue.insisting import insist
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import go_on, planned
from journey.moves import Ask, ChangePlan, ChooseSuggestion, Move, Say, SendPlan, ShowSuggestions, UndoChange
from journey.state import Phase, State

#: The questions that stand open while a change isn't told whole.
IN_STEPS = ("change_which", "change_how", "why_not")


def change(scene: Scene) -> Decision:
    """Another idea, more like this, not for me, shorter: made at once where it is clear, else asked for bit by bit."""
    if not scene.has_plan:
        return prefixed((Say(key="no_plan_yet"),), insist(scene))
    told = scene.heard.change or PlanChange()
    wanted = _joined(scene.state, told)
    if not wanted.plays and not _of_whole_plan(wanted):
        lost: tuple[Move, ...] = (Say(key="change.not_found"),) if told.targets and not scene.heard.candidates else ()
        which = _asked(scene.state, wanted, "change_which", ChooseSuggestion(plays=scene.heard.candidates))
        return prefixed(lost, which)
    if wanted.kind is None:
        return _asked(scene.state, wanted, "change_how", Ask(question="change_how"))
    if wanted.kind is ChangeKind.NOT_FOR_ME and wanted.refusal is None:
        return _asked(scene.state, wanted, "why_not", Ask(question="why_not"))
    return _made(scene, wanted)


def _of_whole_plan(wanted: PlanChange) -> bool:
    if wanted.targets and not wanted.whole:
        return False
    refused = wanted.refusal is not None and wanted.refusal.of_whole_plan and wanted.kind is ChangeKind.NOT_FOR_ME
    return wanted.kind is ChangeKind.SHORTER or refused


def no_reason(scene: Scene) -> Decision:
    """Not for this owner, and no word about why: only this one gives way."""
    wanted = scene.state.changing
    if wanted is None or not wanted.plays:
        return Decision(state=planned(scene.state), moves=(Say(key="done"),))
    return _made(scene, wanted.model_copy(update={"kind": ChangeKind.NOT_FOR_ME, "refusal": Refusal()}))


def about_plan(scene: Scene) -> Decision:
    """A question about suggestions: shown as they stand, then back to what was open."""
    told = scene.heard.change or PlanChange()
    if not scene.has_plan or not told.plays:
        return change(scene)
    return prefixed((ShowSuggestions(plays=told.plays),), go_on(scene))


def left_alone(scene: Scene) -> Decision:
    """The change that was begun is dropped; the plan stays as it is."""
    return Decision(state=planned(scene.state), moves=(Say(key="change.left_alone"), _anything_else()))


def undo(scene: Scene) -> Decision:
    """The plan as it was before the last change."""
    if not scene.has_plan:
        return prefixed((Say(key="no_plan_yet"),), insist(scene))
    if not scene.state.undoable:
        return Decision(state=planned(scene.state), moves=(Say(key="change.nothing_to_undo"), _anything_else()))
    *before, version = scene.state.undoable
    replaced = {each.version: each for each in scene.state.replaced}
    facts = replaced.pop(version, None)
    state = planned(scene.state).but(undoable=tuple(before), replaced=tuple(replaced.values()))
    undone = UndoChange(version=version, replaced=facts)
    return Decision(state=state, moves=(undone, SendPlan(), _anything_else()))


def _joined(state: State, told: PlanChange) -> PlanChange:
    """What was told before, completed by what is told now; a change that names all its own parts begins anew."""
    before = state.changing
    anew = told.kind and (told.targets or told.whole or told.refusal)
    if before is None or state.open not in IN_STEPS or (anew and state.open != "change_how"):
        return told
    known = {name: value for name, value in told if value}
    if told.targets:
        known |= {"plays": told.plays, "named": told.named}
    return before.model_copy(update=known)


def _asked(state: State, wanted: PlanChange, question: str, move: Ask | ChooseSuggestion) -> Decision:
    state = state.but(phase=Phase.PLANNED, open=question, changing=wanted, put=1, strikes=0, paused=False)
    return Decision(state=state, moves=(move,))


def _made(scene: Scene, wanted: PlanChange) -> Decision:
    state = planned(scene.state).but(undoable=(*scene.state.undoable, scene.version))
    rest: tuple[Move, ...] = (Say(key="change.one_at_a_time"),) if wanted.rest else ()
    return Decision(state=state, moves=(ChangePlan(change=wanted), SendPlan(), *rest, _anything_else()))


def _anything_else() -> Ask:
    return Ask(question="feedback", again=True)
