"""What a message of an owner says, in which of their talks, and what is known with it."""

from dataclasses import dataclass

from coaching.amending import told_anew
from coaching.assisting.assistance import Assistance
from coaching.businesses import chosen
from coaching.hearing import Hearing
from coaching.message import Message, MessageKind
from coaching.offering import agreed, told_in
from coaching.pointing import listed, pointed
from coaching.ports import Conversations, Library, Understands
from coaching.quoting import sources
from coaching.records import Conversation
from coaching.trade import sector_of
from coaching.yes_and import with_more
from journey.assumptions import assumptions
from journey.changes import PlanChange, Refusal
from journey.dialogue.changes import IN_STEPS
from journey.hearing import Heard, Intent
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Profile, ProfileField, accept
from journey.state import Phase
from prompts.words import Words

_WHICH, *_ = IN_STEPS


@dataclass(frozen=True)
class Taken:
    """A message as it was taken: the `talk` it belongs to, as it stood, what was `heard` there, and the `profile` with
    all that is known since."""

    talk: Conversation
    heard: Heard
    profile: Profile


class Taking:
    """Takes messages, each in the talk it belongs to. Nothing is stored."""

    def __init__(self, conversations: Conversations, library: Library, understanding: Understands) -> None:
        self._conversations = conversations
        self._library = library
        self._hearing = Hearing(library, understanding)

    def taken(self, message: Message, current: Conversation, assistance: Assistance) -> Taken:
        """What `message` says to an owner's `current` talk, or to the one it leads to."""
        if message.edits is not None:
            return self._amended(current, message, message.edits)
        elsewhere = chosen(message.text, current, self._conversations) if message.kind is MessageKind.BUTTON else None
        talk, heard = elsewhere or (current, self._heard(message, current, assistance))
        numbers = range(talk.messages + 1, talk.messages + 1 + len(message.parts))
        source, profile = told_in(talk.state, sources(numbers, message.parts)), talk.profile
        for proposal in heard.facts:
            profile = accept(profile, (proposal,), source(proposal))
        language = heard.asked_language or _of_the_plan(profile) or talk.state.language
        return Taken(talk, heard, self._assumed(profile, language, numbers[-1]))

    def _heard(self, message: Message, talk: Conversation, assistance: Assistance) -> Heard:
        heard = agreed(message, self._in_plan(message, talk), talk.state)
        heard = with_more(message, heard, talk.state, lambda rest: self._in_plan(_saying(message, rest), talk))
        return assistance.edits(heard, talk.plan.plan, talk.profile) if talk.plan and _of_plan(talk) else heard

    def _in_plan(self, message: Message, talk: Conversation) -> Heard:
        return _pointed(self._hearing.hear(message, talk), talk)

    def _amended(self, talk: Conversation, message: Message, number: int) -> Taken:
        told = self._conversations.told(talk.id, number)
        if told is None:
            return Taken(talk, Heard(), talk.profile)
        texts = told.texts_with(message.text, number)
        heard = self._hearing.again(texts, told, talk.state)
        profile = told_anew(talk.profile, told, heard.facts, sources(told.numbers, texts))
        return Taken(talk, heard, self._assumed(profile, talk.state.language, number))

    def _assumed(self, profile: Profile, language: Language, number: int) -> Profile:
        sector = sector_of(profile, self._library)
        return accept(profile, assumptions(profile, sector, language), number)


def _saying(message: Message, words: str) -> Message:
    return message.model_copy(update={"text": words, "before": ()})


def _of_the_plan(profile: Profile) -> Language | None:
    """The language that was told for the plan, whatever the talk is in."""
    return profile.language if profile.told(ProfileField.LANGUAGE) else None


def _of_plan(talk: Conversation) -> bool:
    """Whether the talk is about the plan that lies there, and nothing of a change is being asked for."""
    return talk.state.phase is Phase.PLANNED and talk.state.open not in IN_STEPS


def _of_list(heard: Heard, change: PlanChange, begun: PlanChange, plan: Plan, words: Words) -> Heard:
    """The change heard, of what stands in the list that was shown: all of it, or the one with a number."""
    found = pointed(begun.targets, begun.named, plan, words)
    shown = tuple(plan.places[place] for place in listed(plan, found.plays or found.candidates))
    chosen = shown if change.whole else shown[change.numbered - 1 if change.numbered > 0 else change.numbered :][:1]
    update = {"plays": chosen, "whole": False, "numbered": 0, "targets": begun.targets, "named": begun.named}
    return heard.model_copy(update={"change": change.model_copy(update=update)})


def _allowed(heard: Heard, change: PlanChange, refusal: Refusal, plan: Plan) -> Heard:
    """The change heard, with only those forms allowed after all that were refused; nothing where there are none, and it
    says nothing else."""
    refusal = refusal.model_copy(update={"allowed": tuple(filter(plan.wishes.refuses, refusal.allowed))})
    if not refusal.of_whole_plan:
        return Heard(facts=heard.facts)
    return heard.model_copy(update={"change": change.model_copy(update={"refusal": refusal})})


def _pointed(heard: Heard, talk: Conversation) -> Heard:
    """The change heard, with the suggestions it is about looked up in the plan."""
    change, plan = heard.change, talk.plan
    if change is None or plan is None:
        return heard
    if change.refusal and change.refusal.allowed:
        return _allowed(heard, change, change.refusal, plan.plan)
    words = Words(talk.state.language, talk.state.address)
    if talk.state.open == _WHICH and talk.state.changing and (change.whole or change.numbered):
        return _of_list(heard, change, talk.state.changing, plan.plan, words)
    if not change.targets:
        return heard
    shown = {version for version, _, _ in (target.rpartition(":") for target in change.targets) if version}
    if shown - {str(plan.version)}:
        return Heard(intent=Intent.OLD_BUTTON)
    found = pointed([target.rpartition(":")[2] for target in change.targets], change.named, plan.plan, words)
    return heard.model_copy(
        update={"change": change.model_copy(update={"plays": found.plays}), "candidates": found.candidates}
    )
