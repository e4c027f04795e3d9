"""One turn of the talk, decided."""

from collections.abc import Callable

from journey.dialogue.answers import after_facts, correct, dont_know, inform, no, skip, unclear, yes
from journey.dialogue.changes import about_plan, change, undo
from journey.dialogue.offering import answered, asked_again, let_go, reword, waits
from journey.dialogue.opening import (
    begun,
    choose_business,
    confirmed,
    in_language,
    language,
    medium,
    remarked,
    switched,
    welcomed,
)
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import go_on, other_model
from journey.dialogue.wishes import (
    back,
    choose_field,
    explain,
    export,
    greeting,
    handed_on,
    how_long,
    own_data,
    plan,
    remark,
    resume,
    saying,
    stop,
    summary_asked,
    theory,
    wait_for_yes,
    who_reads,
)
from journey.hearing import Intent
from journey.moves import Ask, ChooseField, Examples, Say
from journey.state import Pending


def decide(scene: Scene) -> Decision:
    """What a message leads to. The last move asks at most one question; there is always a way forward."""
    scene, greeting = welcomed(*in_language(_moved_on(scene)))
    offers = scene.state.pending is Pending.CHANGE
    if scene.state.pending and not offers:
        return prefixed(greeting, confirmed(scene))
    if offers and (settled := answered(scene)):
        return prefixed(greeting, settled)
    if offers and not waits(scene):
        scene, dropped = let_go(scene)
        greeting = (*greeting, *dropped)
    scene, remarks = remarked(scene)
    handler = _HANDLERS.get(scene.heard.intent, inform)
    decision = _forgiven(scene, _awake(prefixed((*greeting, *remarks), handler(scene))))
    return asked_again(decision) if scene.state.pending else decision


def _moved_on(scene: Scene) -> Scene:
    """What was asked in theory is past as soon as the owner speaks of something else, what a human coach asked when
    the owner tells something or moves the talk."""
    state, intent = scene.state, scene.heard.intent
    theory = state.theory if intent is Intent.THEORY else None
    asked_by = state.asked_by if intent in _COACH_WAITS else ""
    return scene.model_copy(update={"state": state.but(theory=theory, asked_by=asked_by)})


def _forgiven(scene: Scene, decision: Decision) -> Decision:
    """A useful answer forgives the useless ones before it."""
    if not scene.changed or scene.heard.intent is Intent.UNCLEAR:
        return decision
    return decision.model_copy(update={"state": decision.state.but(strikes=0)})


def _awake(decision: Decision) -> Decision:
    """A talk in which something is asked no longer rests."""
    if not any(isinstance(move, Ask | Examples | ChooseField) for move in decision.moves):
        return decision
    return decision.model_copy(update={"state": decision.state.but(paused=False)})


#: After these the question of a human coach stands as it did; the answer itself is handed on to that coach.
_COACH_WAITS = frozenset(
    {
        *(Intent.FOR_COACH, Intent.WHO_READS, Intent.ROBOT, Intent.COST, Intent.WHY, Intent.MEANING, Intent.ADVICE),
        *(Intent.THEORY, Intent.IN_PLAN, Intent.HELP, Intent.HOW_LONG, Intent.OWN_DATA),
    }
)

_HANDLERS: dict[Intent, Callable[[Scene], Decision]] = {
    Intent.INFORM: inform,
    Intent.CORRECT: correct,
    Intent.THEORY: theory,
    Intent.MEANING: explain("meaning"),
    Intent.WHY: explain("why"),
    Intent.ADVICE: explain("advice"),
    Intent.WHO_READS: who_reads,
    Intent.ROBOT: saying("robot"),
    Intent.IN_PLAN: saying("in_plan"),
    Intent.COST: saying("cost"),
    Intent.HELP: saying("help"),
    Intent.HOW_LONG: how_long,
    Intent.SKIP: skip,
    Intent.DONT_KNOW: dont_know,
    Intent.BACK: back,
    Intent.STOP: stop,
    Intent.RESUME: resume,
    Intent.RESTART: wait_for_yes(Pending.RESTART),
    Intent.DELETE: wait_for_yes(Pending.DELETE),
    Intent.OWN_DATA: own_data,
    Intent.GREETING: greeting,
    Intent.THANKS: remark("thanks"),
    Intent.YES: yes,
    Intent.NO: no,
    Intent.PLAN: plan,
    Intent.EXPORT: export,
    Intent.SUMMARY: summary_asked,
    Intent.EDIT: choose_field,
    Intent.SWITCH_LANGUAGE: language,
    Intent.SYMBOLS: remark("symbols"),
    Intent.ABUSE: remark("abuse"),
    Intent.COMMANDING: remark("commanding"),
    Intent.UNCLEAR: unclear,
    Intent.OTHER_MODEL: other_model,
    Intent.CHANGE: change,
    Intent.ABOUT_PLAN: about_plan,
    Intent.UNDO: undo,
    Intent.FOR_COACH: handed_on,
    Intent.REWORD: reword,
    Intent.DONE: after_facts,
    Intent.OLD_BUTTON: lambda scene: prefixed((Say(key="old_button"),), go_on(scene)),
    Intent.MEDIA: medium,
    Intent.BUSINESSES: choose_business,
    Intent.BEGIN: begun,
    Intent.SWITCH: switched,
}
