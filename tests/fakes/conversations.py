"""The `Conversations` port in memory."""

from collections.abc import Sequence
from itertools import count

from coaching.message import MessageKind
from coaching.ports import StaleConversationError
from coaching.records import Conversation, Outgoing, PlanVersion, Told, Turn
from journey.profile import Profile
from journey.state import State


class FakeConversations:
    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self._talks: dict[str, Conversation] = {}
        self._current: dict[str, str] = {}
        self._plans: dict[str, list[PlanVersion]] = {}
        self._outbox: dict[int, Outgoing] = {}
        self._ids = count(1)

    def open(self, owner: str) -> Conversation:
        current = self._current.get(owner)
        return self._talks[current] if current else self.fresh(owner, State(), Profile())

    def fresh(self, owner: str, state: State, profile: Profile) -> Conversation:
        number = next(self._ids)
        return Conversation(id=f"c{number}", owner=owner, messages=0, revision=0, state=state, profile=profile)

    def all_of(self, owner: str) -> tuple[Conversation, ...]:
        return tuple(talk for talk in self._talks.values() if talk.owner == owner)

    def told(self, conversation: str, number: int) -> Told | None:
        """What is asked for where nothing but words was told: the turn that has this number."""
        turns = [turn for turn in self.turns if turn.conversation.id == conversation and not turn.message.edits]
        turn = next((turn for turn in turns if number in turn.numbers), None)
        if turn is None or turn.message.kind not in (MessageKind.TEXT, MessageKind.MEDIA):
            return None
        texts = dict(zip(turn.numbers, turn.message.parts, strict=True))
        texts |= {t.message.edits: t.message.text for t in self.turns if t.message.edits in texts}
        after = next((t.profile for t in reversed(self.turns) if t.message.edits in texts), turn.profile)
        return Told(
            numbers=turn.numbers,
            texts=tuple(texts.values()),
            question=turn.conversation.state.answering,
            before=turn.conversation.profile,
            after=after,
        )

    def record(self, turn: Turn) -> tuple[Outgoing, ...]:
        talk, owner = turn.conversation, turn.conversation.owner
        now = self._talks.get(talk.id, talk)
        if now.revision != talk.revision or self._current.get(owner, talk.id) != (turn.leaves or talk.id):
            raise StaleConversationError
        self.turns.append(turn)
        plan = self._version(turn)
        outgoing = tuple(
            Outgoing(id=next(self._ids), owner=owner, reply=reply, plan=plan.plan if reply.document and plan else None)
            for reply in turn.replies
        )
        self._outbox.update({out.id: out for out in outgoing})
        self._keep(turn, plan)
        return outgoing

    def unsent(self, owner: str | None = None) -> tuple[Outgoing, ...]:
        return tuple(out for out in self._outbox.values() if owner in (None, out.owner))

    def mark_sent(self, ids: Sequence[int]) -> None:
        for key in ids:
            self._outbox.pop(key, None)

    def plan(self, owner: str, version: int | None = None) -> PlanVersion | None:
        plans = self._plans.get(self._current.get(owner, ""), [])
        return next((p for p in reversed(plans) if version in (None, p.version)), None)

    def _keep(self, turn: Turn, plan: PlanVersion | None) -> None:
        talk, owner = turn.conversation, turn.conversation.owner
        if turn.erases:
            self._erase(owner)
            return
        if turn.ends:
            self._talks.pop(talk.id, None)
            kept = self.fresh(owner, turn.state, turn.profile)
        else:
            counted = {"messages": turn.number + len(turn.replies), "revision": talk.revision + 1}
            kept = talk.model_copy(update={**counted, "state": turn.state, "profile": turn.profile, "plan": plan})
        self._talks[kept.id] = kept
        self._current[owner] = kept.id

    def _erase(self, owner: str) -> None:
        self._talks = {id_: talk for id_, talk in self._talks.items() if talk.owner != owner}
        self._current.pop(owner, None)
        self.turns = [kept for kept in self.turns if kept.conversation.owner != owner]
        for left in self.unsent(owner):
            self._outbox[left.id] = left.model_copy(update={"plan": None})

    def _version(self, turn: Turn) -> PlanVersion | None:
        plans = self._plans.setdefault(turn.conversation.id, [])
        if turn.plan:
            plans.append(PlanVersion(version=len(plans) + 1, plan=turn.plan))
        return plans[-1] if plans else None
