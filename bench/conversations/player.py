"""Plays an owner: listens to what is asked and answers that from the card."""

from dataclasses import dataclass, field

from bench.conversations.owners import Owner
from coaching.coach import Answer, Coach
from coaching.message import Message, MessageKind
from journey.profile import Profile
from journey.state import State

#: Messages after which a talk without a plan is given up.
PATIENCE = 45
_SKIP = {"nl": "sla over", "en": "skip"}
#: What is agreed to rather than told.
_STEPS = ("confirm", "model")


@dataclass(frozen=True)
class Turn:
    """What the owner said, why (`opening`, `aside`, or the question it answers), and what came of it."""

    said: str
    why: str
    replies: tuple[str, ...]
    state: State
    asked: str  # the question newly put by this turn; empty where none was

    def __str__(self) -> str:
        return "\n".join((f"> {self.said}", "", *self.replies, ""))


@dataclass
class Talk:
    """A talk as it went."""

    owner: Owner
    turns: list[Turn] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)
    planned: bool = False

    def __str__(self) -> str:
        return "\n".join(map(str, self.turns))


def play(owner: Owner, coach: Coach) -> Talk:
    """The whole talk, to the plan or until patience ends."""
    return _Player(owner, coach).play()


class _Player:
    def __init__(self, owner: Owner, coach: Coach) -> None:
        self._coach = coach
        self._talk = Talk(owner)
        self._state = State()
        self._asides = {key: list(saying.first) for key, saying in owner.answers.items()}
        self._answered: set[str] = set()
        self._put: list[str] = []
        self._put_off: list[str] = []

    def play(self) -> Talk:
        for saying in self._talk.owner.opening:
            self._say(saying.say, "opening")
        while not self._talk.planned and len(self._talk.turns) < PATIENCE:
            self._next()
        return self._talk

    def _next(self) -> None:
        key = self._state.open
        if self._asides.get(key):
            return self._say(self._asides[key].pop(0), "aside")
        if self._talk.owner.late and key not in _STEPS:
            return self._say_late(key)
        return self._answer(key)

    def _say_late(self, key: str) -> None:
        """The answer to a question that was put before; where there is none, something else, once a question."""
        waiting = [put for put in self._put if put not in (*self._answered, *_STEPS, key)]
        if waiting or key in self._put_off:
            return self._answer((*waiting, key)[0])
        self._put_off.append(key)
        says = self._talk.owner.late
        return self._say(says[len(self._put_off) % len(says)], "aside")

    def _answer(self, key: str) -> None:
        saying = self._talk.owner.answers.get(key)
        if saying is None or (key in self._answered and key not in _STEPS):
            return self._say(_SKIP[self._talk.owner.language], key)
        self._answered.add(key)
        return self._say(saying.say, key)

    def _say(self, text: str, why: str) -> None:
        before = self._state
        answer = self._coach.take(f"bench:{self._talk.owner.name}", Message(kind=MessageKind.TEXT, text=text))
        self._state = answer.state
        self._talk.turns.append(Turn(text, why, _texts(answer), answer.state, _newly_asked(before, answer.state)))
        self._put += [self._state.open] if self._talk.turns[-1].asked else []
        self._talk.profile, self._talk.planned = answer.profile, answer.plan is not None


def _texts(answer: Answer) -> tuple[str, ...]:
    return tuple(outgoing.reply.text for outgoing in answer.outgoing)


def _newly_asked(before: State, after: State) -> str:
    return after.open if after.open != before.open else ""
