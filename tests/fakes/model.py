"""The `LanguageModel` port with answers made up beforehand; what it was asked is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from pydantic import BaseModel, ValidationError

from coaching.thinking import Errand, Prompt, Shape

#: What a fake says: an answer to every prompt of an errand, or what makes one from the prompt.
Answers = Callable[[Prompt], object]
Says = Answers | dict[str, object] | str | None


class FakeModel:
    """Answers each errand with what is given for it: a dict for a shape, text for prose, None for a fault. An errand
    nothing is given for is switched off."""

    def __init__(self, **says: Says) -> None:
        self._lock = Lock()
        self.turns: list[str] = []
        self.within: str | None = None
        self.now(**says)

    def now(self, **says: Says) -> "FakeModel":
        """From here on it says this, and nothing was asked yet."""
        self._says = {Errand(name): said for name, said in says.items()}
        self.asked: list[Prompt] = []
        return self

    def does(self, errand: Errand) -> bool:
        return errand in self._says

    @contextmanager
    def turn(self, owner: str) -> Iterator[None]:
        self.turns.append(owner)
        self.within = owner
        try:
            yield
        finally:
            self.within = None

    def proposed(self, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        answer = self._answer(prompt)
        if isinstance(answer, BaseModel):
            answer = answer.model_dump()
        try:
            return shape.model_validate(answer) if answer is not None else None
        except ValidationError:
            return None

    def written(self, prompt: Prompt, heard: Callable[[str], None] | None = None) -> str | None:
        answer = self._answer(prompt)
        if not isinstance(answer, str):
            return None
        for end in range(7, len(answer) + 7, 7) if heard else ():
            heard(answer[:end])
        return answer

    def _answer(self, prompt: Prompt) -> object:
        with self._lock:
            self.asked.append(prompt)
        said = self._says[prompt.errand]
        answer: object = said(prompt) if callable(said) else said
        return answer
