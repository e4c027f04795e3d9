"""The `Conversations` port in memory."""

from collections.abc import Sequence
from itertools import count

from coaching.ports import StaleConversationError
from coaching.records import Conversation, Outgoing, PlanVersion, Turn
from journey.profile import Profile
from journey.state import State


class FakeConversations:
    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self._open: dict[str, Conversation] = {}
        self._plans: dict[str, list[PlanVersion]] = {}
        self._outbox: dict[int, Outgoing] = {}
        self._ids = count(1)

    def open(self, owner: str) -> Conversation:
        return self._open.get(owner) or self._fresh(owner, State(), Profile())

    def record(self, turn: Turn) -> tuple[Outgoing, ...]:
        owner = turn.conversation.owner
        if self.open(owner).revision != turn.conversation.revision:
            raise StaleConversationError
        self.turns.append(turn)
        plan = self._version(owner, turn)
        outgoing = tuple(
            Outgoing(id=next(self._ids), owner=owner, reply=reply, plan=plan.plan if reply.document and plan else None)
            for reply in turn.replies
        )
        self._outbox.update({out.id: out for out in outgoing})
        if turn.erases:
            self._open.pop(owner, None)
            self._plans.pop(owner, None)
            self.turns = [kept for kept in self.turns if kept.conversation.owner != owner]
            for left in self.unsent(owner):
                self._outbox[left.id] = left.model_copy(update={"plan": None})
        elif turn.ends:
            self._plans.pop(owner, None)
            self._open[owner] = self._fresh(owner, turn.state, turn.profile)
        else:
            self._open[owner] = turn.conversation.model_copy(
                update={
                    "messages": turn.number + len(turn.replies),
                    "revision": turn.conversation.revision + 1,
                    "state": turn.state,
                    "profile": turn.profile,
                    "plan": plan,
                }
            )
        return outgoing

    def unsent(self, owner: str | None = None) -> tuple[Outgoing, ...]:
        return tuple(out for out in self._outbox.values() if owner in (None, out.owner))

    def mark_sent(self, ids: Sequence[int]) -> None:
        for key in ids:
            self._outbox.pop(key, None)

    def plan(self, owner: str, version: int | None = None) -> PlanVersion | None:
        plans = self._plans.get(owner, [])
        return next((p for p in reversed(plans) if version in (None, p.version)), None)

    def _version(self, owner: str, turn: Turn) -> PlanVersion | None:
        plans = self._plans.setdefault(owner, [])
        if turn.plan:
            plans.append(PlanVersion(version=len(plans) + 1, plan=turn.plan))
        return plans[-1] if plans else None

    def _fresh(self, owner: str, state: State, profile: Profile) -> Conversation:
        number = next(self._ids)
        return Conversation(id=f"c{number}", owner=owner, messages=0, revision=0, state=state, profile=profile)
