"""The language a message is written in: words that give it away first, then the detector for longer ones."""

from functools import cached_property
from typing import TYPE_CHECKING

from coaching.understanding.text.normalise import Text, fold
from coaching.understanding.wordlists import load
from journey.keys import Language

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SURE = 0.9
_ENOUGH = 3


class Languages:
    """Tells Dutch from English; the detector is loaded at first need."""

    def __init__(self) -> None:
        words = load("languages")
        self._dutch, self._english = ({fold(word) for word in words[key].split()} for key in ("nl", "en"))

    def detect(self, text: Text) -> Language | None:
        """The language, or None for a word or two that could be either."""
        words = [text.low_of(span) for span in text.words][:80]
        dutch = sum(word in self._dutch for word in words)
        english = sum(word in self._english for word in words)
        if dutch != english and (max(dutch, english) >= 2 * min(dutch, english)):
            return "nl" if dutch > english else "en"
        letters = [word for word in words if word.isalpha() and len(word) > 2]
        return self._detected(text.clean[:400]) if len(letters) >= _ENOUGH or dutch else None

    def _detected(self, told: str) -> Language | None:
        best = self._detector.compute_language_confidence_values(told)[0]
        if best.value < _SURE:
            return None
        return "nl" if best.language.name == "DUTCH" else "en"

    @cached_property
    def _detector(self) -> "LanguageDetector":
        from lingua import Language as Spoken
        from lingua import LanguageDetectorBuilder

        return LanguageDetectorBuilder.from_languages(Spoken.DUTCH, Spoken.ENGLISH).with_low_accuracy_mode().build()
