"""Changes of a plan that are shown before they are made: texts in other words, and facts with which it is made anew."""

from journey.choice import recommended_model
from journey.dialogue.changes import change, left_alone
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import go_on, make, planned
from journey.hearing import Intent
from journey.moves import Ask, ChangePlan, MakePlan, Move, OfferChange, Reword, Say, SendPlan
from journey.offer import Offer, Replaced
from journey.profile import ProfileField
from journey.state import Pending, Phase, State

#: Facts by which no plan changes but by choosing another model or language, which is said in so many words.
_CHOSEN = frozenset({ProfileField.MODEL, ProfileField.LANGUAGE})
#: What calls an offer off.
_NO = frozenset({Intent.NO, Intent.SKIP, Intent.STOP, Intent.BACK})
#: What is said or asked in passing, after which an offer stands as it did; so it does where nothing was understood.
_IN_PASSING = frozenset(
    {
        *(Intent.THEORY, Intent.MEANING, Intent.WHY, Intent.ADVICE, Intent.WHO_READS, Intent.ROBOT, Intent.COST),
        *(Intent.HELP, Intent.HOW_LONG, Intent.OWN_DATA, Intent.SUMMARY, Intent.ABOUT_PLAN, Intent.IN_PLAN),
        *(Intent.GREETING, Intent.THANKS, Intent.RESUME, Intent.SYMBOLS, Intent.ABUSE, Intent.COMMANDING),
        *(Intent.INFORM, Intent.UNCLEAR, Intent.DONT_KNOW, Intent.PLAN, Intent.EXPORT),
    }
)


def offered_first(scene: Scene) -> bool:
    """Whether what was told would change the plan that lies there: the owner sees how before it does. What is ticked in
    a list is chosen already."""
    told = set(scene.changed) - _CHOSEN
    return bool(told) and scene.state.phase is Phase.PLANNED and scene.has_plan and not scene.heard.ticked


def offered(scene: Scene, offer: Offer) -> Decision:
    """`offer` shown, to wait for a yes."""
    state = planned(scene.state).but(pending=Pending.CHANGE, offered=offer)
    return Decision(state=state, moves=(OfferChange(offer=offer),))


def reword(scene: Scene) -> Decision:
    """Texts of the plan in other words, where anything was proposed; else what can be changed instead."""
    if not scene.has_plan:
        return prefixed((Say(key="no_plan_yet"),), go_on(scene))
    if not scene.heard.rewordings:
        return Decision(state=planned(scene.state), moves=(Say(key="planned.no_rewording"),))
    return offered(scene, Offer(rewordings=scene.heard.rewordings))


def answered(scene: Scene) -> Decision | None:
    """A yes or a no to what was offered; None for anything else."""
    offer, settled = scene.state.offered, scene.model_copy(update={"state": _settled(scene)})
    if scene.heard.intent in _NO and not scene.changed:
        return left_alone(settled)
    if scene.heard.intent is not Intent.YES or offer is None:
        return None
    undoable = (*scene.state.undoable, scene.version)
    if offer.rewordings:
        state = planned(settled.state).but(undoable=undoable)
        made = (Reword(rewordings=offer.rewordings), SendPlan(), Ask(question="feedback", again=True))
        return Decision(state=state, moves=made)
    decision = make(settled, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))
    before = Replaced.between(scene.version, scene.before, scene.profile)
    state = decision.state.but(undoable=undoable, replaced=(*scene.state.replaced, before))
    decision = decision.model_copy(update={"state": state})
    return _and_changed(settled, decision) if scene.heard.change else decision


def _and_changed(scene: Scene, made: Decision) -> Decision:
    """`made`, and the change of the plan that was asked for with the same yes: together one version, undone at once."""
    asked = change(scene.model_copy(update={"state": made.state}))
    state = asked.state.but(undoable=made.state.undoable)
    if any(isinstance(move, ChangePlan) for move in asked.moves):
        anew = tuple(move for move in made.moves if isinstance(move, MakePlan))
        return Decision(state=state, moves=(*anew, *asked.moves))
    return Decision(state=state, moves=(*(move for move in made.moves if not isinstance(move, Ask)), *asked.moves))


def waits(scene: Scene) -> bool:
    """Whether an offer stands after what was said: that was about something else, and told nothing."""
    return scene.heard.intent in _IN_PASSING and not scene.heard.facts


def asked_again(decision: Decision) -> Decision:
    """`decision` about something said in passing, and after it the offer once more."""
    said = tuple(move for move in decision.moves if not isinstance(move, Ask))
    return decision.model_copy(update={"moves": (*said, Say(key="confirm.change"))})


def let_go(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    """The talk goes on about something else; what was offered is not made, unless that is told anew with what comes to
    it."""
    offer = scene.state.offered
    kept = offer is not None and offer.facts and set(offer.facts) <= set(scene.heard.facts)
    said: tuple[Move, ...] = () if kept else (Say(key="change.let_go"),)
    return scene.model_copy(update={"state": _settled(scene)}), said


def _settled(scene: Scene) -> State:
    return scene.state.but(pending=None, offered=None)
