"""The coach: one message in, the replies of one turn out, everything kept in one transaction."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from coaching.amending import told_anew
from coaching.assisting.assistance import Assistance
from coaching.beforehand import Beforehand
from coaching.businesses import chosen
from coaching.desk.asking import asked_back, unhelpful
from coaching.hearing import Hearing
from coaching.message import Message, MessageKind, Reply
from coaching.offering import agreed, kept, told_in
from coaching.pointing import pointed
from coaching.ports import Coaches, Composes, Conversations, Libraries, Library, StaleConversationError, Understands
from coaching.quoting import sources
from coaching.records import Conversation, Outgoing, PlanVersion, Turn
from coaching.replanning import Replanning
from coaching.rights.privacy import Privacy
from coaching.silence import is_for_the_coach, unanswered, without_questions
from coaching.speaking import Speaker
from coaching.thinking import LanguageModel
from journey import moves as m
from journey.assumptions import assumptions
from journey.dialogue import Decision, Scene, amended, decide
from journey.dialogue.changes import IN_STEPS
from journey.hearing import Heard, Intent
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField, Proposal, Status, accept
from journey.state import Phase, State
from prompts.words import Words

_LOG = logging.getLogger(__name__)
#: Times a turn is worked again when another worker took one of the same talk in between.
ATTEMPTS = 3
#: Hears all that is written of a reply so far.
Drafts = Callable[[str], None]


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
    """Works the messages of owners, one at a time per owner. `forgets` removes the files that were written for an owner
    who has everything erased."""

    def __init__(
        self,
        conversations: Conversations,
        library: Library,
        understanding: Understands,
        composer: Composes,
        language: Language = "nl",
        coaches: Coaches | None = None,
        model: LanguageModel | None = None,
        libraries: Libraries | None = None,
        privacy: Privacy | None = None,
        forgets: Callable[[str], None] | None = None,
    ) -> None:
        self._conversations = conversations
        self._libraries = libraries
        self._library = library
        self._hearing = Hearing(library, understanding)
        self._replanning = Replanning(conversations, composer)
        self._beforehand = Beforehand(conversations, library, privacy or Privacy(coaches, model))
        self._language: Language = language
        self._coaches = coaches
        self._model = model
        self._forgets = forgets

    def take(self, owner: str, message: Message, *arrivals: int, drafts: Drafts | None = None) -> Answer:
        """One turn: understood, decided, put into words, stored; `arrivals` are done with it. `drafts` hears all that
        is written of a reply so far, where it takes a while. StaleConversationError after `ATTEMPTS`."""
        with self._one_turn(owner):
            return self._answered(owner, message, arrivals, drafts)

    def _one_turn(self, owner: str) -> AbstractContextManager[None]:
        return self._model.turn(owner) if self._model else nullcontext()

    def _answered(self, owner: str, message: Message, arrivals: tuple[int, ...], drafts: Drafts | None) -> Answer:
        said = "\n".join(message.parts) if message.kind is MessageKind.TEXT or message.spoken else ""
        assistance = Assistance(self._model, self._library, said, drafts)
        for attempt in range(1, ATTEMPTS + 1):
            conversation = self._opened(owner)
            silent = is_for_the_coach(conversation, message)
            turn = (
                unanswered(conversation, message, arrivals)
                if silent
                else self._turn(conversation, message, arrivals, assistance)
            )
            if turn.erases and self._forgets:
                self._forgets(owner)
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

    def _turn(self, current: Conversation, message: Message, arrivals: tuple[int, ...], assistance: Assistance) -> Turn:
        conversation, heard, profile = self._taken(current, message, assistance)
        coach = self._joined(current.owner, heard.code)
        decision = (decide if message.edits is None else amended)(
            Scene(
                state=conversation.state,
                heard=heard,
                before=conversation.profile,
                profile=profile,
                sector=self._hearing.sector(profile),
                version=conversation.plan.version if conversation.plan else 0,
                coach=coach,
            )
        )
        number = conversation.messages + len(message.parts)
        decision = kept(without_questions(decision) if conversation.taken_by else decision, number)
        profile = _in_language(profile, conversation.state, decision.state, heard, number)
        turn = self._worded(conversation, message, decision, profile, assistance)
        return turn.model_copy(
            update={
                "replies": _of_tap(turn.replies, heard),
                "arrivals": arrivals,
                "leaves": current.id if current.id != conversation.id else "",
                "joins": heard.code if coach else "",
                "asked": asked_back(heard, conversation.state, self._of(current.owner), turn.state.language),
                "unhelpful": unhelpful(message.text, conversation.state),
            }
        )

    def _taken(
        self, current: Conversation, message: Message, assistance: Assistance
    ) -> tuple[Conversation, Heard, Profile]:
        """The talk that a message belongs to, what it says there, and all that is known with it."""
        if message.edits is not None:
            return self._amended(current, message, message.edits)
        elsewhere = chosen(message.text, current, self._conversations) if message.kind is MessageKind.BUTTON else None
        talk, heard = elsewhere or (current, self._heard(message, current, assistance))
        numbers = range(talk.messages + 1, talk.messages + 1 + len(message.parts))
        source, profile = told_in(talk.state, sources(numbers, message.parts)), talk.profile
        for proposal in heard.facts:
            profile = accept(profile, (proposal,), source(proposal))
        language = heard.asked_language or _of_the_plan(profile) or talk.state.language
        return talk, heard, self._assumed(profile, language, numbers[-1])

    def _heard(self, message: Message, talk: Conversation, assistance: Assistance) -> Heard:
        heard = agreed(message, _pointed(self._hearing.hear(message, talk), talk), talk.state)
        return assistance.edits(heard, talk.plan.plan, talk.profile) if talk.plan and _of_plan(talk) else heard

    def _amended(self, talk: Conversation, message: Message, number: int) -> tuple[Conversation, Heard, Profile]:
        told = self._conversations.told(talk.id, number)
        if told is None:
            return talk, Heard(), talk.profile
        texts = told.texts_with(message.text, number)
        heard = self._hearing.again(texts, told, talk.state)
        profile = told_anew(talk.profile, told, heard.facts, sources(told.numbers, texts))
        return talk, heard, self._assumed(profile, talk.state.language, number)

    def _assumed(self, profile: Profile, language: Language, number: int) -> Profile:
        return accept(profile, assumptions(profile, self._hearing.sector(profile), language), number)

    def _joined(self, owner: str, code: str) -> str:
        """The name of the coach whom a link joins the owner to; empty where there is none, or nothing changes."""
        if not code or self._coaches is None or self._coaches.code_of(owner) == code:
            return ""
        return self._coaches.named(code) or ""

    def _of(self, owner: str) -> Library:
        """The library that this owner's questions are answered from."""
        return self._libraries.of(owner) if self._libraries else self._library

    def _worded(
        self,
        conversation: Conversation,
        message: Message,
        decision: Decision,
        profile: Profile,
        assistance: Assistance,
    ) -> Turn:
        number = conversation.messages + 1
        starts_over = any(isinstance(move, m.StartOver) for move in decision.moves)
        erases = any(isinstance(move, m.Erase) for move in decision.moves)
        profile = Profile() if starts_over or erases else profile
        told, replanned = profile, self._replanning.after(decision, conversation, profile)
        decision, profile, made = replanned.decision, replanned.profile, replanned.made
        state, plan = decision.state, _version_of(made, conversation.plan)
        words = Words(state.language, state.address, number // 2)
        sector = self._hearing.sector(profile)
        ready = self._beforehand.replies(decision.moves, conversation, told, replanned.shown, words)
        library = self._of(conversation.owner)
        speaker = Speaker(words, state, profile, sector, library, plan, conversation.plan, ready, assistance)
        return Turn(
            conversation=conversation,
            message=message,
            state=state,
            profile=profile,
            facts=_changed_facts(conversation.profile, profile),
            forgotten=tuple(field for field in conversation.profile.facts if field not in profile),
            replies=speaker.replies(decision.moves),
            plan=made,
            ends=starts_over,
            erases=erases,
        )


def _of_tap(replies: tuple[Reply, ...], heard: Heard) -> tuple[Reply, ...]:
    """`replies` with word of what becomes of the buttons, where they answer a tap."""
    tapped = "past" if heard.intent is Intent.OLD_BUTTON else "ticked" if heard.ticked and len(replies) == 1 else ""
    return (replies[0].model_copy(update={"tapped": tapped}), *replies[1:]) if tapped else replies


def _of_the_plan(profile: Profile) -> Language | None:
    """The language that was told for the plan, whatever the talk is in."""
    return profile.language if profile.told(ProfileField.LANGUAGE) else None


def _in_language(profile: Profile, before: State, state: State, heard: Heard, number: int) -> Profile:
    """`profile` in the language of the talk, unless the plan was asked for in another one; that holds until the talk
    itself goes over into another."""
    told = heard.asked_language is not None
    if not told and any(fact.field is ProfileField.LANGUAGE for fact in heard.facts):
        return profile
    if profile.text(ProfileField.LANGUAGE) == state.language and not told:
        return profile
    if state.language != before.language:
        profile = profile.without(ProfileField.LANGUAGE)
    status = Status.TOLD if told else Status.ASSUMED
    return accept(profile, (Proposal(field=ProfileField.LANGUAGE, value=state.language, status=status),), number)


def _of_plan(talk: Conversation) -> bool:
    """Whether the talk is about the plan that lies there, and nothing of a change is being asked for."""
    return talk.state.phase is Phase.PLANNED and talk.state.open not in IN_STEPS


def _changed_facts(before: Profile, after: Profile) -> dict[ProfileField, Fact]:
    return {field: fact for field, fact in after.facts.items() if before.facts.get(field) != fact}


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
    return PlanVersion.after(before, made) if made else before


def _plan_after(turn: Turn) -> PlanVersion | None:
    return None if turn.ends or turn.erases else _version_of(turn.plan, turn.conversation.plan)
