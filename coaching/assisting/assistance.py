"""What a language model adds to the words of one turn."""

from collections.abc import Callable, Sequence

from coaching.ports import Library
from coaching.thinking import Errand, LanguageModel
from journey.hearing import Heard, Intent
from journey.passages import Passage
from journey.plan import Plan
from journey.profile import Profile
from prompts.words import Words

#: What may be a wish about the words of a plan.
_OPEN = frozenset({Intent.REWORD, Intent.UNCLEAR, Intent.INFORM, Intent.ABOUT_PLAN})


class Assistance:
    """Helps with the replies of one turn; without a model, or with an errand switched off, all stays as it is. `said`
    is what the owner just wrote, `drafts` hears what is written so far."""

    def __init__(
        self,
        model: LanguageModel | None,
        library: Library,
        said: str = "",
        drafts: Callable[[str], None] | None = None,
    ) -> None:
        self._model = model
        self._library = library
        self._said = said
        self._drafts = drafts

    def does(self, errand: Errand) -> bool:
        """Whether a model may help with this, with words of the owner to go by."""
        return self._model is not None and bool(self._said.strip()) and self._model.does(errand)

    def question(self, question: str, words: Words) -> str:
        """`question` in the tone of the talk."""
        if self._model is None or not self.does(Errand.REPHRASING):
            return question
        from coaching.assisting.rephrasing import Rephrasing  # understanding is slow to import, and seldom needed here

        return Rephrasing(self._model, self._library).put(question, self._said, words)

    def theory(self, question: str, passages: Sequence[Passage], words: Words) -> str:
        """An answer with the marks of `passages`; empty where the deterministic one stands."""
        if self._model is None or not passages or not self.does(Errand.THEORY):
            return ""
        from coaching.assisting.theory import cited_answer  # as above

        return cited_answer(self._model, question, passages, words, self._drafts)

    def edits(self, heard: Heard, plan: Plan, profile: Profile) -> Heard:
        """`heard` as a change of texts of `plan`, where nothing else could be made of it and something may stand."""
        if self._model is None or not _may_edit(heard) or not self.does(Errand.EDITING):
            return heard
        from coaching.assisting.editing import Editing  # as above

        found = Editing(self._model, plan, profile).proposed(self._said)
        reworded = {"intent": Intent.REWORD, "rewordings": found, "change": None, "candidates": ()}
        return heard.model_copy(update=reworded) if found else heard


def _may_edit(heard: Heard) -> bool:
    """Whether the rules know of no change in these words, or not of which one."""
    if heard.intent is Intent.CHANGE:
        return heard.change is not None and heard.change.kind is None
    return heard.intent in _OPEN and not heard.facts
