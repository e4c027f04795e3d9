"""The language of an opening of a word or two: that of the word for the trade, else that of the country of the town."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from coaching.understanding.countries import country_of
from coaching.understanding.text.normalise import Text, fold
from journey.keys import Language
from journey.trades import Sector

_SPOKEN: Mapping[str, Language] = {"belgium": "nl", "netherlands": "nl", "britain": "en", "ireland": "en"}


class OpeningLanguage:
    """Knows the words of the trades in each language; they are gathered at first need."""

    def __init__(self, sectors: Mapping[str, Sector]) -> None:
        self._sectors = sectors

    def of(self, text: Text) -> Language | None:
        """The language of `text`, or None where neither trade nor town tells."""
        words = {text.low_of(span) for span in text.words}
        dutch, english = (len(words & self._words[language]) for language in ("nl", "en"))
        if dutch != english:
            return "nl" if dutch > english else "en"
        country = country_of(text.clean)
        return _SPOKEN[country] if country else None

    @cached_property
    def _words(self) -> dict[Language, frozenset[str]]:
        """Words that trades go by in one language and no trade in the other."""
        dutch, english = self._said("nl"), self._said("en")
        return {"nl": frozenset(dutch - english), "en": frozenset(english - dutch)}

    def _said(self, language: Language) -> set[str]:
        packs = (sector.words(language) for sector in self._sectors.values())
        phrases = chain.from_iterable((*pack.synonyms, *pack.trade_words, *pack.examples.offer) for pack in packs)
        return {fold(word).strip(".,;:!?()'\"") for phrase in phrases for word in phrase.split() if len(word) > 3}
