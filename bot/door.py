"""Before the coach hears anything: whether its owner agreed to what is kept (docs/decisions/0085-consent.md)."""

from dataclasses import dataclass

from telegram import Message as TelegramMessage
from telegram import Update

from bot.bursts import Burst, said_in
from bot.patience import patient
from bot.ports import Stores
from bot.updates import edit_of, message_of
from coaching.message import Message, MessageKind, Reply
from coaching.records import Conversation
from coaching.rights import consent_replies as replies
from coaching.rights.consenting import TOLD, VERSION, Case, Step, is_about_it, step
from coaching.rights.ports import Consents
from coaching.rights.privacy import Privacy
from coaching.rights.standing import Standing
from coaching.understanding.text.language import Languages
from coaching.understanding.text.normalise import read
from journey.keys import Language
from journey.state import Pending
from prompts.words import Words


@dataclass(frozen=True)
class Asking:
    """How consent is come by: kept in `consents`, with the words of `privacy`; `first` asked for, or else only told."""

    consents: Consents
    privacy: Privacy
    first: bool = True


class Door:
    """Lets a burst in, keeps it back, or answers it here. Without an `asking` everything is let in."""

    def __init__(self, stores: Stores, language: Language, asking: Asking | None) -> None:
        self._stores = stores
        self._language: Language = language
        self._asking = asking
        self._languages = Languages()
        self._freed: set[str] = set()

    async def lets_in(self, burst: Burst) -> bool:
        """Whether the coach may hear this now. Where not, all that there is to do is done."""
        update = burst[-1].update
        if self._asking is None or update is None or not _is_of_owner(update):
            return True
        return await patient(self._worked, burst, update, self._asking)

    def freed(self, owner: str) -> bool:
        """Whether something of this owner that was kept back is to be worked now; said once."""
        if owner not in self._freed:
            return False
        self._freed.discard(owner)
        return True

    def _worked(self, burst: Burst, update: Update, asking: Asking) -> bool:
        owner, message = burst[-1].arrival.owner, said_in(burst)
        standing = asking.consents.standing(owner)
        talk = self._talk(owner) if standing is not Standing.AGREED or is_about_it(message) else None
        knows, deleting = talk is not None and talk.messages > 0, _deletes(talk)
        next_step = step(Case(standing, message, asks=asking.first, knows=knows, deleting=deleting))
        if next_step is Step.TELL:
            return self._told(owner, standing, self._words(talk, message, update), asking)
        if next_step is not Step.PASS:
            self._does(next_step, burst, self._words(talk, message, update), asking, knows=knows)
        return next_step is Step.PASS

    def _talk(self, owner: str) -> Conversation | None:
        """The owner's talk; None where it is damaged, which the coach will find too."""
        try:
            return self._stores.conversations.open(owner)
        except ValueError:
            return None

    def _told(self, owner: str, standing: Standing, words: Words, asking: Asking) -> bool:
        """Who is new hears it in the welcome, and is let in; for others the notice goes first."""
        notice = replies.notice(words) if standing is Standing.EARLIER else None
        asking.consents.tell(owner, TOLD, notice)
        if notice:
            self._freed.add(owner)
        return notice is None

    def _does(self, step: Step, burst: Burst, words: Words, asking: Asking, *, knows: bool) -> None:
        owner, arrival, consents = burst[-1].arrival.owner, burst[-1].arrival.id, asking.consents
        match step:
            case Step.GIVE:
                consents.give(owner, VERSION, arrival, replies.thanks(words))
                self._freed.add(owner)
            case Step.REFUSE:
                consents.refuse(owner, arrival, replies.refused(words, knows=knows))
            case Step.REVOKE:
                consents.revoke(owner, arrival, replies.revoked(words))
            case _:
                self._stays_out(step, burst, words, asking)

    def _stays_out(self, step: Step, burst: Burst, words: Words, asking: Asking) -> None:
        """Nothing of this burst is kept before its owner agrees."""
        owner, arrival = burst[-1].arrival.owner, burst[-1].arrival.id
        answer = self._answer(step, owner, words, asking)
        if step in (Step.ASK, Step.REMIND, Step.KEEP):
            asking.consents.keep_back(owner, [came.arrival.id for came in burst], answer)
        elif answer:
            self._stores.outbox.put(owner, answer, arrival)
        else:
            self._stores.inbox.done(arrival)

    def _answer(self, step: Step, owner: str, words: Words, asking: Asking) -> Reply | None:
        match step:
            case Step.ASK | Step.REMIND:
                return replies.question(words, asking.privacy.readers(owner, words), again=step is Step.REMIND)
            case Step.EXPLAIN:
                return asking.privacy.told(owner, words)
            case Step.REST:
                return replies.resting(words)
        return None

    def _words(self, talk: Conversation | None, message: Message | None, update: Update) -> Words:
        if talk is not None and talk.messages:
            return Words(talk.state.language, talk.state.address)
        return Words(self._languages.detect(read(_read_by(message, update))) or self._language)


def _deletes(talk: Conversation | None) -> bool:
    return talk is not None and talk.state.pending is Pending.DELETE


def _is_of_owner(update: Update) -> bool:
    return message_of(update) is not None or edit_of(update) is not None


def _read_by(message: Message | None, update: Update) -> str:
    """Words in the language of this owner: their own, or those under which they tapped."""
    if message is not None and message.kind is MessageKind.TEXT:
        return "\n".join(message.parts)
    asked = update.callback_query.message if update.callback_query else None
    return (asked.text or "") if isinstance(asked, TelegramMessage) else ""
