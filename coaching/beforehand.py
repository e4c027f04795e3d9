"""Replies that need more than the talk itself: the owner's other businesses, who reads along, a change that is only
offered."""

from collections.abc import Callable, Sequence

from coaching.businesses import businesses_reply
from coaching.message import Reply
from coaching.offering import offer_reply
from coaching.ports import Conversations, Library
from coaching.records import Conversation
from coaching.rights.privacy import Privacy
from journey import moves as m
from journey.plan import Plan
from journey.profile import Profile
from prompts.words import Words


class Beforehand:
    """Makes them for the moves of one decision, before the others are put into words."""

    def __init__(self, conversations: Conversations, library: Library, privacy: Privacy) -> None:
        self._conversations = conversations
        self._library = library
        self._privacy = privacy

    def replies(
        self, moves: Sequence[m.Move], talk: Conversation, told: Profile, shown: Plan | None, words: Words
    ) -> dict[type[m.Move], Reply]:
        """A reply for each kind of move that needs one; `told` and `shown` are the profile and the plan as they would
        be with a change that is offered."""
        makers: dict[type[m.Move], Callable[[m.Move], Reply]] = {
            m.ChooseBusiness: lambda _: self._businesses(talk, words),
            m.SayWhoReads: lambda _: self._privacy.told(talk.owner, words),
            m.OfferChange: lambda move: offer_reply(move, talk, told, shown, words, self._library.sectors()),
        }
        return {type(move): makers[type(move)](move) for move in moves if type(move) in makers}

    def _businesses(self, talk: Conversation, words: Words) -> Reply:
        talks = self._conversations.all_of(talk.owner)
        return businesses_reply(talks, talk.id, words, self._library.sectors())
