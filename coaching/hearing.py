"""What is heard in a message, whatever its kind, by where the talk stands."""

import re
from collections.abc import Sequence

from coaching.aside import aside_in, asks_about_question, may_be_aside, not_of_question
from coaching.handing_on import for_coach
from coaching.message import Message, MessageKind
from coaching.ports import Library, Understands
from coaching.pressing import answered, commanded, labelled, pressed
from coaching.records import Conversation, Told
from coaching.remarks import remarked
from coaching.trade import sector_of
from journey.hearing import Context, Heard, Intent
from journey.profile import Profile, Proposal
from journey.state import COACH_ASKED, Phase, State
from journey.topics import QUESTIONS, Topic
from prompts.words import Words

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


class Hearing:
    """Hears messages, each in the talk it belongs to."""

    def __init__(self, library: Library, understanding: Understands) -> None:
        self._library = library
        self._understanding = understanding

    def hear(self, message: Message, conversation: Conversation) -> Heard:
        """What a message says; several that are answered together are heard as one text."""
        match message.kind:
            case MessageKind.BUTTON:
                return self._press(conversation, message.text)
            case MessageKind.COMMAND:
                return commanded(message.text, conversation.state)
            case MessageKind.MEDIA:
                return self._media(conversation, message)
            case _:
                return self._text(conversation, "\n".join(message.parts))

    def words(self, text: str, context: Context, state: State) -> Heard:
        """What words say in their `context`: by the rules, and by meaning where the rules may have missed what is said
        about the talk itself."""
        heard = self._understanding.hear(text, context)
        if asks_about_question(heard, state):
            return heard.model_copy(update={"about": state.asking})
        heard = not_of_question(heard, text, state)
        if may_be_aside(heard, text, state):
            heard = aside_in(heard, text, state, self._library)
        return remarked(heard, text, state)

    def again(self, texts: Sequence[str], told: Told, state: State) -> Heard:
        """The facts of earlier messages that were answered together, as their `texts` are now."""
        text = "\n".join(texts)
        if told.question == COACH_ASKED:
            return Heard(facts=self._told_to_coach(text, told, state))
        question = QUESTIONS.get(told.question)
        context = Context(
            language=state.language,
            asking=question.topic if question else Topic.BUSINESS,
            question=told.question or "business",
            profile=told.before,
        )
        return Heard(facts=remarked(self._understanding.hear(text, context), text, state).facts)

    def _press(self, conversation: Conversation, payload: str) -> Heard:
        state, profile = conversation.state, conversation.profile
        sector = sector_of(profile, self._library)
        return pressed(payload, state, profile, sector, Words(state.language, state.address))

    def _media(self, conversation: Conversation, message: Message) -> Heard:
        media, text = message.media or "document", "\n".join(filter(str.strip, message.parts))
        if not text:
            return Heard(intent=Intent.MEDIA, media=media)
        if message.spoken:
            return self._text(conversation, text).model_copy(update={"spoken": text})
        if _SHOWS.match(text):
            return Heard(intent=Intent.MEDIA, media=f"{media}_captioned")
        return self._text(conversation, text).model_copy(update={"media": f"{media}_captioned"})

    def _text(self, conversation: Conversation, text: str) -> Heard:
        state = conversation.state
        if state.asked_by and (heard := self._for_coach(text, conversation)):
            return heard
        picked = _PICKED.fullmatch(text)
        if picked and state.open in state.helped:
            return self._press(conversation, f"pick:{state.open}:{picked.group('number')}")
        if state.pending is None and (payload := labelled(text, state, Words(state.language, state.address))):
            return self._press(conversation, payload)
        heard = self.words(text, _context(state, conversation.profile), state)
        chosen = _BY_YES_OR_NO.get((state.open, heard.intent))
        if chosen is None or heard.facts:
            return heard
        words = Words(state.language, state.address)
        return answered(state.open, chosen, conversation.profile, words).model_copy(update={"language": heard.language})

    def _for_coach(self, text: str, conversation: Conversation) -> Heard | None:
        """An answer to what a human coach asked, and to nothing of ours; None where it is a wish for the bot."""
        state, known = conversation.state, conversation.profile
        heard = self._unasked(text, known, state)
        return for_coach(heard, text, known, state, planned=conversation.plan is not None)

    def _told_to_coach(self, text: str, told: Told, state: State) -> tuple[Proposal, ...]:
        """The facts of an answer to a human coach as it reads now; none of one that gave none, once there is a plan."""
        planned = state.phase is Phase.PLANNED and told.before == told.after
        heard = self._unasked(text, told.before, state)
        return (for_coach(heard, text, told.before, state, planned=planned) or heard).facts

    def _unasked(self, text: str, known: Profile, state: State) -> Heard:
        return self._understanding.hear(text, Context(language=state.language, profile=known))


def _context(state: State, profile: Profile) -> Context:
    """What a message is heard in. Who writes before anything was asked tells of the business; who comes back answers
    what stood open."""
    asking, question = state.asking, state.open
    if not state.welcomed and asking is None:
        asking, question = Topic.BUSINESS, "business"
    elif state.paused and state.question:
        asking = state.question.topic
    return Context(language=state.language, asking=asking, question=question, profile=profile)
