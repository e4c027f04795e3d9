"""A Library without embedder or index: finds passages by the words they share with a question."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from coaching.understanding.meanings import NoMeanings
from journey.asides import Aside
from journey.keys import Language
from journey.passages import Found, Passage
from journey.plays import Play
from journey.stretches import Stretch
from journey.trades import Sector
from knowledge.asides import asides_of
from knowledge.records import load_plays, load_sectors


def passage(label: str, lang: Language, title: str, text: str, source: str = "coach") -> Passage:
    origin = "coach" if source == "coach" else "source"
    return Passage(id=f"{label}-{lang}", label=label, lang=lang, title=title, source=source, origin=origin, text=text)


PASSAGES = (
    passage(
        "keenr7/awareness",
        "nl",
        "Bewustwording: nog niemand kent de zaak",
        "De mensen om wie het gaat kennen de zaak nog niet. Verkopen heeft geen zin. Opvallen en bekend worden wel.",
        "vanselfie",
    ),
    passage(
        "keenr7/experience",
        "nl",
        "Ervaring: klanten die doorvertellen",
        "Tevreden klanten vertellen door wat ze meemaakten. Vraag om een review zolang de ervaring vers is.",
        "vanselfie",
    ),
    passage(
        "general/persona",
        "nl",
        "Persona: één klant met een gezicht",
        "Een persona is één verzonnen klant die op veel echte klanten lijkt, met een naam, een leven en een zorg.",
        "dazzle",
    ),
    passage(
        "general/touchpoints",
        "nl",
        "Touchpoints: waar klant en zaak elkaar treffen",
        "Een touchpoint is elk contact tussen klant en zaak, online of offline, gepland of niet.",
        "dazzle",
    ),
    passage(
        "keenr7/awareness",
        "en",
        "Awareness: nobody knows the business yet",
        "The people you want do not know the business yet. Selling makes no sense then. Being noticed and known does.",
        "vanselfie",
    ),
    passage(
        "keenr7/experience",
        "en",
        "Experience: customers who tell others",
        "Happy customers tell others what they lived through. Ask for a review while the experience is fresh.",
        "vanselfie",
    ),
    passage(
        "general/persona",
        "en",
        "Persona: one customer with a face",
        "A persona is one invented customer who resembles many real ones, with a name, a life and a worry.",
        "dazzle",
    ),
    passage(
        "general/touchpoints",
        "en",
        "Touchpoints: where customer and business meet",
        "A touchpoint is any contact between customer and business, online or offline, planned or not.",
        "dazzle",
    ),
)

REAL_PLAYS, REAL_SECTORS, REAL_ASIDES = cache(load_plays), cache(load_sectors), cache(asides_of)


class FakeLibrary:
    """The `Library` port over a few passages. Plays and sector packs are the real ones unless other loaders are given;
    they are read at the first call, once for all."""

    def __init__(
        self,
        passages: Sequence[Passage] = PASSAGES,
        plays: Callable[[], tuple[Play, ...]] = REAL_PLAYS,
        sectors: Callable[[], tuple[Sector, ...]] = REAL_SECTORS,
    ) -> None:
        self._passages = tuple(passages)
        self._read_plays, self._read_sectors = plays, sectors
        self._plays: tuple[Play, ...] | None = None
        self._sectors: dict[str, Sector] | None = None

    def search(self, question: str, language: Language, limit: int = 5) -> tuple[Found, ...]:
        if not question.strip() or limit < 1:
            return ()
        found = [_found(question, each) for each in self._passages if each.lang == language]
        best = {each.passage.label: each for each in sorted(found, key=lambda each: each.score)}
        return tuple(sorted(best.values(), key=lambda each: (-each.score, each.passage.label))[:limit])

    def answers(self, question: str, found: Found) -> bool:
        return bool(_content(question) & _words(f"{found.passage.title} {found.passage.text}"))

    def about(self, label: str, language: Language) -> tuple[Passage, ...]:
        return tuple(each for each in self._passages if (each.label, each.lang) == (label, language))

    def asides(self, text: str, language: Language) -> tuple[Aside, ...]:
        said = " ".join(re.findall(r"[^\W_]+", text.lower()))
        kinds = (kind for kind, ways in REAL_ASIDES(language).items() if said in ways)
        return tuple(Aside(kind=kind, over_answers=0.1, over_questions=0.1) for kind in kinds)

    def stretches(self, texts: Sequence[str]) -> Sequence[Stretch]:
        return NoMeanings().stretches(texts)

    def answering(self, text: str, /) -> Mapping[str, float]:
        return NoMeanings().answering(text)

    def closeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        return tuple(_overlap(_words(text), _words(other)) for other in others)

    def plays(self) -> tuple[Play, ...]:
        if self._plays is None:
            self._plays = self._read_plays()
        return self._plays

    def sectors(self) -> dict[str, Sector]:
        if self._sectors is None:
            self._sectors = {sector.key: sector for sector in self._read_sectors()}
        return self._sectors


def _found(question: str, of: Passage) -> Found:
    score = len(_words(question) & _words(f"{of.title} {of.text}")) / (len(_words(question)) or 1)
    return Found(passage=of, score=score, nearness=score)


def _content(text: str) -> set[str]:
    return {word for word in _words(text) if len(word) > 4}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def _overlap(one: set[str], other: set[str]) -> float:
    if one == other:
        return 1.0
    return len(one & other) / (len(one | other) or 1)
