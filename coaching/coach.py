"""The coach: one message in, the replies of one turn out, everything kept in one transaction."""

import logging
import re
from dataclasses import dataclass

from coaching.message import Message, MessageKind
from coaching.pointing import pointed
from coaching.ports import Composes, Conversations, Library, StaleConversationError, Understands
from coaching.pressing import answered, commanded, pressed
from coaching.records import Conversation, Outgoing, PlanVersion, Turn
from coaching.speaking import Speaker
from journey import moves as m
from journey.assumptions import assumptions
from journey.changes import NO_WISHES, PlanChange, Wishes
from journey.dialogue import Decision, Scene, decide
from journey.faults import FaultyPlanError
from journey.hearing import Context, Heard, Intent
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField, Proposal, Status, accept
from journey.state import Phase, State
from journey.topics import Topic
from journey.trades import Sector
from prompts.words import Words

_LOG = logging.getLogger(__name__)
#: Times a turn is worked again when another worker took one of the same talk in between.
ATTEMPTS = 3


@dataclass(frozen=True)
class Answer:
    """What an owner gets for a message, and how the talk stands after it; `made` is the plan that this turn made or
    changed."""

    outgoing: tuple[Outgoing, ...]
    state: State
    profile: Profile
    plan: PlanVersion | None
    made: Plan | None = None


class Coach:
    """Works the messages of owners, one at a time per owner."""

    def __init__(
        self,
        conversations: Conversations,
        library: Library,
        understanding: Understands,
        composer: Composes,
        language: Language = "nl",
    ) -> None:
        self._conversations = conversations
        self._library = library
        self._understanding = understanding
        self._composer = composer
        self._language: Language = language

    def take(self, owner: str, message: Message, arrival: int | None = None) -> Answer:
        """One turn: understood, decided, put into words, stored. StaleConversationError after `ATTEMPTS`."""
        for attempt in range(1, ATTEMPTS + 1):
            turn = self._turn(self._opened(owner), message, arrival)
            try:
                outgoing = self._conversations.record(turn)
            except StaleConversationError:
                if attempt == ATTEMPTS:
                    raise
                continue
            return Answer(outgoing, turn.state, turn.profile, _plan_after(turn), turn.plan)
        raise AssertionError("unreachable")

    def _opened(self, owner: str) -> Conversation:
        conversation = self._conversations.open(owner)
        if conversation.state.welcomed:
            return conversation
        return conversation.model_copy(update={"state": conversation.state.but(language=self._language)})

    def _turn(self, conversation: Conversation, message: Message, arrival: int | None) -> Turn:
        heard = _pointed(self._hear(conversation, message), conversation)
        number = conversation.messages + 1
        profile = self._accepted(conversation, heard, number)
        decision = decide(
            Scene(
                state=conversation.state,
                heard=heard,
                before=conversation.profile,
                profile=profile,
                sector=self._sector(profile),
                version=conversation.plan.version if conversation.plan else 0,
            )
        )
        profile = _in_language(profile, decision.state, number, told=heard.asked_language is not None)
        return self._worded(conversation, message, decision, profile, arrival)

    def _worded(
        self, conversation: Conversation, message: Message, decision: Decision, profile: Profile, arrival: int | None
    ) -> Turn:
        state, number = decision.state, conversation.messages + 1
        starts_over = any(isinstance(move, m.StartOver) for move in decision.moves)
        erases = any(isinstance(move, m.Erase) for move in decision.moves)
        profile = Profile() if starts_over or erases else profile
        decision, profile, made = self._planned(conversation, decision, profile)
        state, plan = decision.state, _version_of(made, conversation.plan)
        words = Words(state.language, state.address, number // 2)
        speaker = Speaker(words, state, profile, self._sector(profile), self._library, plan, conversation.plan)
        return Turn(
            conversation=conversation,
            message=message,
            state=state,
            profile=profile,
            facts=_changed_facts(conversation.profile, profile),
            forgotten=tuple(field for field in conversation.profile.facts if field not in profile),
            replies=speaker.replies(decision.moves),
            plan=made,
            arrival=arrival,
            ends=starts_over,
            erases=erases,
        )

    def _planned(
        self, conversation: Conversation, decision: Decision, profile: Profile
    ) -> tuple[Decision, Profile, Plan | None]:
        """The plan that `decision` makes, changes or brings back; where none can be had, a decision that says so."""
        before = conversation.plan.plan if conversation.plan else None
        for move in decision.moves:
            match move:
                case m.MakePlan():
                    profile = _with_model(profile, move.model, conversation.messages + 1)
                    made = self._made(profile, decision.state, before.wishes if before else NO_WISHES)
                    return (decision if made else _without_plan(decision.state)), profile, made
                case m.ChangePlan() if before:
                    made = self._changed(before, profile, move.change, decision.state)
                    return (decision if made else _without_change(decision.state)), profile, made
                case m.UndoChange():
                    found = self._conversations.plan(conversation.owner, move.version)
                    model = found.plan.model if found else profile.text(ProfileField.MODEL)
                    profile = _with_model(profile, model, conversation.messages + 1)
                    return decision, profile, found.plan if found else None
        return decision, profile, None

    def _made(self, profile: Profile, state: State, wishes: Wishes) -> Plan | None:
        try:
            return self._composer.plan(profile, state.address, wishes)
        except FaultyPlanError as error:
            _LOG.error("no plan without faults: %s", error)
            return None

    def _changed(self, plan: Plan, profile: Profile, change: PlanChange, state: State) -> Plan | None:
        try:
            return self._composer.changed(plan, profile, change, state.address)
        except FaultyPlanError as error:
            _LOG.error("no change without faults: %s", error)
            return None

    def _hear(self, conversation: Conversation, message: Message) -> Heard:
        match message.kind:
            case MessageKind.BUTTON:
                return self._press(conversation, message.text)
            case MessageKind.COMMAND:
                return commanded(message.text, conversation.state)
            case MessageKind.MEDIA:
                return self._hear_media(conversation, message)
            case MessageKind.TEXT:
                return self._hear_text(conversation, message.text)

    def _press(self, conversation: Conversation, payload: str) -> Heard:
        state, profile = conversation.state, conversation.profile
        return pressed(payload, state, profile, self._sector(profile), Words(state.language, state.address))

    def _hear_media(self, conversation: Conversation, message: Message) -> Heard:
        media = message.media or "document"
        if not message.text.strip():
            return Heard(intent=Intent.MEDIA, media=media)
        if _SHOWS.match(message.text):
            return Heard(intent=Intent.MEDIA, media=f"{media}_captioned")
        return self._hear_text(conversation, message.text).model_copy(update={"media": f"{media}_captioned"})

    def _hear_text(self, conversation: Conversation, text: str) -> Heard:
        state = conversation.state
        if picked := _PICKED.fullmatch(text) if state.strikes and state.question and state.question.open else None:
            return self._press(conversation, f"pick:{state.open}:{picked.group('number')}")
        context = _context(state, conversation.profile)
        heard = self._understanding.hear(text, context)
        chosen = _BY_YES_OR_NO.get((state.open, heard.intent))
        if chosen is None or heard.facts:
            return heard
        words = Words(state.language, state.address)
        return answered(state.open, chosen, conversation.profile, words).model_copy(update={"language": heard.language})

    def _accepted(self, conversation: Conversation, heard: Heard, number: int) -> Profile:
        profile = accept(conversation.profile, heard.facts, number)
        language = heard.asked_language or conversation.state.language
        return accept(profile, assumptions(profile, self._sector(profile), language), number)

    def _sector(self, profile: Profile) -> Sector | None:
        if not profile.told(ProfileField.SECTOR) and not profile.told(ProfileField.OFFER):
            return None
        sectors = self._library.sectors()
        return sectors.get(profile.text(ProfileField.SECTOR), sectors["general"])


def _context(state: State, profile: Profile) -> Context:
    """What a message is heard in. Who writes before anything was asked tells of the business; who comes back answers
    what stood open."""
    asking, question = state.asking, state.open
    if not state.welcomed and asking is None:
        asking, question = Topic.BUSINESS, "business"
    elif state.paused and state.question:
        asking = state.question.topic
    return Context(language=state.language, asking=asking, question=question, profile=profile)


#: A caption that tells what is on the picture answers nothing.
_SHOWS = re.compile(
    r"\W*(?:dit is|dit zijn|hier is|hier zie|kijk|zie|this is|these are|here is|here's|look)\b", re.IGNORECASE
)
#: One of the numbered examples, typed instead of tapped.
_PICKED = re.compile(
    r"\W*(?:(?:nummer|nr\.?|optie|number|option|de|the)\s*)?(?P<number>[1-3])(?:e|de|ste)?\W*", re.IGNORECASE
)

#: Questions with buttons that a plain yes or no answers.
_BY_YES_OR_NO = {
    ("email", Intent.YES): "yes",
    ("email", Intent.NO): "no",
    ("money", Intent.NO): "0",
    ("channels", Intent.NO): "done",
    ("channels_more", Intent.NO): "done",
}


def _in_language(profile: Profile, state: State, number: int, *, told: bool) -> Profile:
    if profile.text(ProfileField.LANGUAGE) == state.language and not told:
        return profile
    status = Status.TOLD if told else Status.ASSUMED
    return accept(profile, (Proposal(field=ProfileField.LANGUAGE, value=state.language, status=status),), number)


def _with_model(profile: Profile, model: str, number: int) -> Profile:
    if profile.text(ProfileField.MODEL) == model:
        return profile
    fact = Fact(value=model, status=Status.ASSUMED, evidence=number)
    return profile.with_fact(ProfileField.MODEL, fact)


def _changed_facts(before: Profile, after: Profile) -> dict[ProfileField, Fact]:
    return {field: fact for field, fact in after.facts.items() if before.facts.get(field) != fact}


def _without_plan(state: State) -> Decision:
    """Says that too much is ruled out for a plan, and lets the owner change it."""
    back = state.but(phase=Phase.SUMMARY, open="confirm")
    return Decision(state=back, moves=(m.Say(key="plan_impossible"), m.ChooseField()))


def _without_change(state: State) -> Decision:
    """Says that there is nothing to put in its place; the plan stays as it is."""
    back = state.but(undoable=state.undoable[:-1])
    return Decision(state=back, moves=(m.Say(key="change.nothing_else"), m.Ask(question="feedback", again=True)))


def _pointed(heard: Heard, conversation: Conversation) -> Heard:
    """The change heard, with the suggestions it is about looked up in the plan."""
    change, plan = heard.change, conversation.plan
    if change is None or plan is None or not change.targets:
        return heard
    words = Words(conversation.state.language, conversation.state.address)
    shown = {version for version, _, _ in (target.rpartition(":") for target in change.targets) if version}
    if shown - {str(plan.version)}:
        return Heard(intent=Intent.OLD_BUTTON)
    found = pointed([target.rpartition(":")[2] for target in change.targets], change.named, plan.plan, words)
    return heard.model_copy(
        update={"change": change.model_copy(update={"plays": found.plays}), "candidates": found.candidates}
    )


def _version_of(made: Plan | None, before: PlanVersion | None) -> PlanVersion | None:
    return PlanVersion(version=before.version + 1 if before else 1, plan=made) if made else before


def _plan_after(turn: Turn) -> PlanVersion | None:
    return None if turn.ends or turn.erases else _version_of(turn.plan, turn.conversation.plan)
