"""Theory questions answered by a language model, from the passages it is given and sentence by sentence checked."""

from collections.abc import Callable, Sequence

from coaching.assisting.asking import LANGUAGE_NAMES, asked, spoken_to
from coaching.assisting.citing import borne_out
from coaching.assisting.screening import without_others
from coaching.orders import without_orders
from coaching.thinking import Errand, LanguageModel
from journey.passages import Passage
from prompts.words import Words

Hear = Callable[[str], None]


def cited_answer(
    model: LanguageModel, question: str, passages: Sequence[Passage], words: Words, drafts: Hear | None = None
) -> str:
    """An answer in which every sentence cites one of `passages` by its number from 1; empty where there is none.
    `drafts` hears what is checked of it so far."""
    texts = tuple(words.fill(without_orders(passage.text)) for passage in passages)
    if not any(texts):
        return ""
    data = {"question": without_others(question)}
    data |= {f"passage-{number}": text for number, text in enumerate(texts, 1)}
    prompt = asked(
        Errand.THEORY, data, language=LANGUAGE_NAMES[words.language], address=spoken_to(words.language, words.address)
    )
    hearing = _Checked(texts, prompt.system, drafts) if drafts else None
    prose = model.written(prompt, hearing)
    return " ".join(borne_out(prose, texts, prompt.system)) if prose else ""


class _Checked:
    """Passes on what is borne out of a text that is still coming in, whenever that is more than before."""

    def __init__(self, passages: Sequence[str], system: str, drafts: Hear) -> None:
        self._passages, self._system, self._drafts = passages, system, drafts
        self._told = ""

    def __call__(self, so_far: str) -> None:
        told = " ".join(borne_out(so_far, self._passages, self._system))
        if len(told) > len(self._told):
            self._told = told
            self._drafts(told)
