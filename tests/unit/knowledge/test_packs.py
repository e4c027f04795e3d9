"""What holds for every sector pack of the library, so that no trade borrows the words of another."""

from collections import Counter
from collections.abc import Iterator

import pytest

from journey.keys import LANGUAGES, Language
from journey.moments import Moment
from journey.plays import Play
from journey.trades import Sector, SectorWords
from knowledge.records import load_plays, load_sectors

#: Fewer plays than this for a trade, and two owners in it get much the same plan.
FEW = 5

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def packs() -> tuple[Sector, ...]:
    return tuple(pack for pack in load_sectors() if pack.key != "general")


@pytest.fixture(scope="module")
def plays() -> tuple[Play, ...]:
    return load_plays()


def lines_of(words: SectorWords) -> Iterator[str]:
    """Everything a pack says about its customers, line by line."""
    yield from (*words.fears, *words.regrets, *words.trust, *words.never, *words.tallies, words.seasons, words.quiet)
    yield from (words.question.ask, words.question.why)
    for accident in words.accidents:
        yield from (accident.seen, accident.fix)
    for moment in words.moments.values():
        yield from (moment.does, moment.feels, moment.needs, moment.hurts, moment.message)


def more_than_once(texts: Iterator[str]) -> list[str]:
    return [text for text, times in Counter(text.lower() for text in texts).items() if times > 1]


@each_language
def test_no_two_trades_claim_the_same_word(packs: tuple[Sector, ...], language: Language) -> None:
    claimed = (word for pack in packs for word in {w.lower() for w in pack.words(language).synonyms})
    assert more_than_once(claimed) == []


@each_language
def test_no_line_stands_in_two_packs_or_twice_in_one(packs: tuple[Sector, ...], language: Language) -> None:
    assert more_than_once(line for pack in packs for line in lines_of(pack.words(language))) == []


@each_language
def test_what_is_said_to_people_who_look_for_nothing_sells_nothing(
    packs: tuple[Sector, ...], language: Language
) -> None:
    said = {pack.key: pack.words(language).moments[Moment.UNAWARE].message for pack in packs}
    assert [key for key, message in said.items() if "{{ offer" in message or "{{ price" in message] == []


def test_every_trade_has_plays_that_name_it(packs: tuple[Sector, ...], plays: tuple[Play, ...]) -> None:
    named = Counter(key for play in plays for key in play.sectors)
    assert [pack.key for pack in packs if named[pack.key] < FEW] == []
