"""A question put in the tone of the talk by a language model; wherever that isn't surely the same question, ours."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coaching.asking import question_slots
from coaching.assisting.asking import LANGUAGE_NAMES, asked, spoken_to
from coaching.assisting.inventions import inventions, numbers_in
from coaching.assisting.leaking import leaks
from coaching.assisting.links import links_in
from coaching.assisting.manners import unmannerly
from coaching.assisting.negating import negates
from coaching.assisting.screening import without_others
from coaching.assisting.wording import address_forms, in_language, shouted_words
from coaching.ports import Library
from coaching.thinking import Errand, LanguageModel
from coaching.understanding.text.language import Languages
from coaching.understanding.text.normalise import read
from journey.profile import Profile
from journey.sentences import sentences
from journey.topics import QUESTIONS
from prompts.words import Words

LONGEST = 300


class Rephrasing:
    """Rephrases questions."""

    def __init__(self, model: LanguageModel, library: Library) -> None:
        self._model = model
        self._library = library
        self._languages = _languages()

    def put(self, question: str, said: str, words: Words) -> str:
        """`question` after what the owner `said`; as it is where the model's isn't surely the same."""
        prompt = asked(
            Errand.REPHRASING,
            {"question": question, "said": without_others(said)},
            language=LANGUAGE_NAMES[words.language],
            longest=LONGEST,
            address=f", {spoken_to(words.language, words.address)}" if words.language == "nl" else "",
        )
        put = (self._model.written(prompt) or "").strip()
        return question if not put or leaks(put, prompt.system) or any(self._faults(put, question, words)) else put

    def _faults(self, put: str, question: str, words: Words) -> Iterator[bool]:
        yield len(put) > LONGEST or put.count("?") != 1 or not put.endswith("?")
        yield bool(re.search(r"[<>{}\[\]*#|\n]", put) or links_in(put) or inventions(put, question))
        yield len(sentences(put)) > len(sentences(question)) or bool(shouted_words(put) - shouted_words(question))
        yield numbers_in(put) != numbers_in(question) or negates(put) != negates(question) or unmannerly(put, question)
        yield not address_forms(put, words.language) <= (address_forms(question, words.language) or {words.address})
        yield self._languages.detect(read(put)) not in (None, words.language) or not in_language(put, words.language)
        yield not self._nearest(put, question, _others(question, words))

    def _nearest(self, put: str, question: str, others: Sequence[str]) -> bool:
        """Whether the new words are nearer in meaning to the question than any other question is."""
        near, *rest = self._library.closeness(question, (put, *others))
        return near > max(rest, default=0.0)


@cache
def _languages() -> Languages:
    return Languages()


def _others(question: str, words: Words) -> list[str]:
    slots = question_slots(words, Profile(), None)
    keys = [f"ask.{key}" for key, asking in QUESTIONS.items() if asking.counts and key != "trade"]
    asks = [words.fill(words.raw(key), **slots) for key in keys]
    return [ask for ask in asks if ask and ask not in question]
