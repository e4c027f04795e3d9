"""One turn worked out: a message taken, decided on, and the decision put into words. Nothing is stored."""

from coaching.answering import Grounds, grounds_of
from coaching.assisting.assistance import Assistance
from coaching.beforehand import Beforehand
from coaching.desk.asking import asked_back, unhelpful
from coaching.message import Message, Reply
from coaching.offering import kept
from coaching.ports import Coaches, Composes, Conversations, Libraries, Library, Understands
from coaching.records import Conversation, PlanVersion, Turn
from coaching.replanning import Replanning
from coaching.rights.privacy import Privacy
from coaching.silence import without_questions
from coaching.speaking import Speaker
from coaching.taking import Taken, Taking
from coaching.trade import sector_of
from journey import moves as m
from journey.dialogue import Decision, Scene, amended, decide
from journey.hearing import Heard, Intent
from journey.plan import Plan
from journey.profile import Fact, Profile, ProfileField, Proposal, Status, accept
from journey.state import State
from prompts.words import Words


class Turning:
    """Works out turns. `libraries` gives the library that an owner's questions are answered from, everybody's where
    there are none; `coaches` are those whom owners can be joined to."""

    def __init__(
        self,
        conversations: Conversations,
        library: Library,
        understanding: Understands,
        composer: Composes,
        privacy: Privacy,
        coaches: Coaches | None = None,
        libraries: Libraries | None = None,
    ) -> None:
        self._library = library
        self._libraries = libraries
        self._coaches = coaches
        self._taking = Taking(conversations, library, understanding)
        self._replanning = Replanning(conversations, composer)
        self._beforehand = Beforehand(conversations, library, privacy)

    def turn(self, current: Conversation, message: Message, arrivals: tuple[int, ...], assistance: Assistance) -> Turn:
        """What `message` comes to in the owner's `current` talk, or in the one it leads to."""
        taken = self._taking.taken(message, current, assistance)
        talk, heard = taken.talk, taken.heard
        coach = self._joined(current.owner, heard.code)
        number = talk.messages + len(message.parts)
        decision = self._decided(taken, message, coach, number)
        profile = _in_language(taken.profile, talk.state, decision.state, heard, number)
        grounds = grounds_of(decision.moves, self._of(current.owner), decision.state.language)
        turn = self._worded(talk, message, decision, profile, assistance, grounds)
        return turn.model_copy(
            update={
                "replies": _of_tap(turn.replies, heard),
                "arrivals": arrivals,
                "leaves": current.id if current.id != talk.id else "",
                "joins": heard.code if coach else "",
                "asked": asked_back(heard, talk.state, grounds),
                "unhelpful": unhelpful("\n".join(message.parts), talk.state),
            }
        )

    def _decided(self, taken: Taken, message: Message, coach: str, number: int) -> Decision:
        talk = taken.talk
        decision = (decide if message.edits is None else amended)(
            Scene(
                state=talk.state,
                heard=taken.heard,
                before=talk.profile,
                profile=taken.profile,
                sector=sector_of(taken.profile, self._library),
                version=talk.plan.version if talk.plan else 0,
                coach=coach,
            )
        )
        return kept(without_questions(decision) if talk.taken_by else decision, number)

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
        grounds: Grounds,
    ) -> Turn:
        number = conversation.messages + 1
        starts_over = any(isinstance(move, m.StartOver) for move in decision.moves)
        erases = any(isinstance(move, m.Erase) for move in decision.moves)
        profile = Profile() if starts_over or erases else profile
        told, replanned = profile, self._replanning.after(decision, conversation, profile)
        decision, profile, made = replanned.decision, replanned.profile, replanned.made
        state, plan = decision.state, PlanVersion.after(conversation.plan, made) if made else conversation.plan
        words = Words(state.language, state.address, number // 2)
        sector = sector_of(profile, self._library)
        ready = self._beforehand.replies(decision.moves, conversation, told, replanned.shown, words)
        library = self._of(conversation.owner)
        before = _made_anew(conversation.plan, replanned.anew)
        speaker = Speaker(words, state, profile, sector, library, plan, before, ready, assistance, grounds)
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


def _made_anew(before: PlanVersion | None, anew: Plan | None) -> PlanVersion | None:
    """The version that lay there, with the plan as it was made anew before anything in it was changed."""
    return before.model_copy(update={"plan": anew}) if before and anew else before


def _of_tap(replies: tuple[Reply, ...], heard: Heard) -> tuple[Reply, ...]:
    """`replies` with word of what becomes of the buttons, where they answer a tap."""
    tapped = "past" if heard.intent is Intent.OLD_BUTTON else "ticked" if heard.ticked and len(replies) == 1 else ""
    return (replies[0].model_copy(update={"tapped": tapped}), *replies[1:]) if tapped else replies


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


def _changed_facts(before: Profile, after: Profile) -> dict[ProfileField, Fact]:
    return {field: fact for field, fact in after.facts.items() if before.facts.get(field) != fact}
