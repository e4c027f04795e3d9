"""The coach: one message in, the replies of one turn out, everything kept in one transaction."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from coaching.assisting.assistance import Assistance
from coaching.message import Message, MessageKind
from coaching.ports import Coaches, Composes, Conversations, Libraries, Library, StaleConversationError, Understands
from coaching.records import Conversation, Outgoing, PlanVersion
from coaching.rights.privacy import Privacy
from coaching.silence import is_for_the_coach, unanswered
from coaching.thinking import LanguageModel
from coaching.turning import Turning
from journey.keys import Language
from journey.plan import Plan
from journey.profile import Profile
from journey.state import State

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
    """Works the messages of owners, one at a time per owner."""

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
    ) -> None:
        self._conversations = conversations
        self._library = library
        self._turning = Turning(
            conversations, library, understanding, composer, privacy or Privacy(coaches, model), coaches, libraries
        )
        self._language: Language = language
        self._model = model

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
                else self._turning.turn(conversation, message, arrivals, assistance)
            )
            try:
                outgoing = self._conversations.record(turn)
            except StaleConversationError:
                if attempt == ATTEMPTS:
                    raise
                continue
            return Answer(outgoing, turn.state, turn.profile, turn.plan_after, turn.plan)
        raise AssertionError("unreachable")

    def _opened(self, owner: str) -> Conversation:
        conversation = self._conversations.open(owner)
        if conversation.state.welcomed:
            return conversation
        return conversation.model_copy(update={"state": conversation.state.but(language=self._language)})
