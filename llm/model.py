"""The language-model port fulfilled: None wherever there is no usable answer within deadline and budget."""

import asyncio
from collections.abc import Callable, Coroutine, Set
from contextlib import AbstractContextManager
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from coaching.thinking import Errand, Prompt, Shape
from llm.background import Background
from llm.faults import FaultError, fault_in
from llm.gate import Gate, Question
from llm.turns import beginning, current, turn_of

if TYPE_CHECKING:
    from llm.asking import Asker

T = TypeVar("T")
Say = Callable[[str], None]
Ask = Callable[["Asker", Question, Say], Coroutine[Any, Any, T]]


class AskedModel:
    """A chat model behind the port `coaching.thinking.LanguageModel`. `make` gives what asks it, `errands` are those
    switched on, `deadline` the seconds within which a turn must be answered whatever the model does."""

    def __init__(self, make: "Callable[[], Asker]", gate: Gate, errands: Set[Errand], deadline: float) -> None:
        self._make = make
        self._gate = gate
        self._errands = errands
        self._deadline = deadline
        self._background = Background()
        self._asker: Asker | None = None
        self._lock = Lock()

    def does(self, errand: Errand) -> bool:
        """Whether this errand is switched on."""
        return errand in self._errands

    def turn(self, owner: str) -> AbstractContextManager[None]:
        """All that is asked inside is one turn of this owner."""
        return turn_of(owner, self._deadline)

    def proposed(self, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        """What the model fills in for `shape`."""

        async def ask(asker: "Asker", question: Question, _: Say) -> Shape:
            return await asker.form(prompt, shape, question.meter, question.turn.until)

        return self._answer(prompt.errand, ask)

    def written(self, prompt: Prompt, heard: Say | None = None) -> str | None:
        """What the model writes; `heard` is called in this thread."""

        async def ask(asker: "Asker", question: Question, say: Say) -> str:
            return await asker.text(prompt, question.meter, say if heard else None)

        return self._answer(prompt.errand, ask, heard)

    def load(self) -> "Asker":
        """Makes what asks, once: slow the first time, and best done before anybody waits for it."""
        with self._lock:
            if self._asker is None:
                self._asker = self._make()
            return self._asker

    def close(self) -> None:
        """Breaks off what is under way."""
        self._background.close()

    def _answer(self, errand: Errand, ask: Ask[T], heard: Say | None = None) -> T | None:
        question = Question(errand, current() or beginning("", self._deadline))
        if not self.does(errand) or not self._let_in(question):
            return None

        async def loaded(say: Say) -> T:
            return await ask(await asyncio.to_thread(self.load), question, say)

        try:
            answer = self._background.run(loaded, question.turn.until, heard)
        except Exception as error:  # whatever the model, its client or its server does
            self._gate.leave(question, fault_in(error))
            return None
        self._gate.leave(question)
        return answer

    def _let_in(self, question: Question) -> bool:
        try:
            self._gate.enter(question)
        except FaultError as fault:
            self._gate.tell(question, fault)
            return False
        return True
