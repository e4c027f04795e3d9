"""The plan that a decision makes, changes or brings back, and how it would be with a change that is only offered."""

import logging
from dataclasses import dataclass

from coaching.ports import Composes, Conversations
from coaching.records import Conversation
from journey import moves as m
from journey.changes import PlanChange, told_before
from journey.dialogue import Decision
from journey.faults import FaultyPlanError
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField, Status
from journey.rewording import reworded
from journey.state import Phase, State

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Replanned:
    """What came of a decision: itself or one that says why not, the profile that goes with it, the plan that was made,
    one that is only shown, and that which was made anew before it was also changed."""

    decision: Decision
    profile: Profile
    made: Plan | None = None
    shown: Plan | None = None
    anew: Plan | None = None


class Replanning:
    """Makes, changes and brings back plans, as the moves of a decision say."""

    def __init__(self, conversations: Conversations, composer: Composes) -> None:
        self._conversations = conversations
        self._composer = composer

    def after(self, decision: Decision, conversation: Conversation, profile: Profile) -> Replanned:
        """The plan that `decision` makes, changes or brings back; where none can be had, a decision that says so."""
        before = conversation.plan.plan if conversation.plan else None
        for move in decision.moves:
            match move:
                case m.MakePlan():
                    profile = _with_model(profile, move.model, conversation.messages + 1)
                    made = self._made(profile, decision.state, before)
                    if made is None:
                        return Replanned(_without_plan(decision.state), profile)
                    return Replanned(decision, profile, self._with_change(made, decision, profile), anew=made)
                case m.ChangePlan() if before:
                    made = self._changed(before, profile, move.change, decision.state)
                    return Replanned(decision if made else _without_change(decision.state), profile, made)
                case m.Reword() if before:
                    return Replanned(decision, profile, reworded(before, move.rewordings))
                case m.OfferChange():
                    shown = self._preview(move, before, profile, decision.state)
                    return Replanned(decision, conversation.profile, shown=shown)
                case m.UndoChange():
                    return self._undone(move, decision, conversation, profile)
        return Replanned(decision, profile)

    def _with_change(self, made: Plan, decision: Decision, profile: Profile) -> Plan:
        """`made` with the change that was asked for along with it, where that can be had."""
        also = next((move.change for move in decision.moves if isinstance(move, m.ChangePlan)), None)
        return (self._changed(made, profile, also, decision.state) if also else None) or made

    def _undone(
        self, move: m.UndoChange, decision: Decision, conversation: Conversation, profile: Profile
    ) -> Replanned:
        found = self._conversations.plan(conversation.owner, move.version)
        model = found.plan.model if found else profile.text(ProfileField.MODEL)
        profile = move.replaced.restored(profile) if move.replaced else profile
        profile = _with_model(profile, model, conversation.messages + 1)
        return Replanned(decision, profile, found.plan if found else None)

    def _made(self, profile: Profile, state: State, before: Plan | None) -> Plan | None:
        wishes = before.wishes if before else told_before(profile)
        try:
            return self._composer.plan(profile, state.address, wishes, before)
        except FaultyPlanError as error:
            _LOG.error("no plan without faults: %s", error)
            return None

    def _preview(self, move: m.OfferChange, before: Plan | None, profile: Profile, state: State) -> Plan | None:
        if before is None or move.offer.rewordings:
            return reworded(before, move.offer.rewordings) if before else None
        try:
            return self._composer.preview(profile, state.address, before.wishes, before)
        except FaultyPlanError:
            return None

    def _changed(self, plan: Plan, profile: Profile, change: PlanChange, state: State) -> Plan | None:
        try:
            return self._composer.changed(plan, profile, change, state.address)
        except FaultyPlanError as error:
            _LOG.error("no change without faults: %s", error)
            return None


def _with_model(profile: Profile, model: str, number: int) -> Profile:
    if profile.text(ProfileField.MODEL) == model:
        return profile
    fact = Fact(value=model, status=Status.ASSUMED, evidence=number)
    return profile.with_fact(ProfileField.MODEL, fact)


def _without_plan(state: State) -> Decision:
    """Says that too much is ruled out for a plan, and lets the owner change it."""
    back = state.but(phase=Phase.SUMMARY, open="confirm")
    return Decision(state=back, moves=(m.Say(key="plan_impossible"), m.ChooseField()))


def _without_change(state: State) -> Decision:
    """Says that there is nothing to put in its place; the plan stays as it is."""
    back = state.but(undoable=state.undoable[:-1])
    return Decision(state=back, moves=(m.Say(key="change.nothing_else"), m.Ask(question="feedback", again=True)))
