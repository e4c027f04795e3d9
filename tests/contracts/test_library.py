"""What every Library does, fake or real."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.ports import Library
from knowledge.library import FileLibrary
from tests.fakes.library import FakeLibrary
from tests.unit.knowledge.conftest import write_library


@pytest.fixture(scope="module", params=["fake", "real"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    if request.param == "fake":
        yield FakeLibrary()
        return
    folder = tmp_path_factory.mktemp("library")
    real = FileLibrary(folder / "data", folder=_small(folder / "library"))
    real.build()
    yield real


def _small(folder: Path) -> Path:
    """A few articles of its own beside the real plays and sector packs."""
    from knowledge.files import LIBRARY

    write_library(folder)
    for name in ("plays", "sectors", "vectors.npz"):
        (folder / name).symlink_to(LIBRARY / name)
    return folder


def test_the_best_passage_comes_first_in_the_language_asked(library: Library) -> None:
    dutch = library.search("hoe vraag ik om een review", "nl")
    english = library.search("asking for a review", "en")
    assert (dutch[0].passage.label, dutch[0].passage.lang) == ("keenr7/experience", "nl")
    assert (english[0].passage.label, english[0].passage.lang) == ("keenr7/experience", "en")


def test_each_label_comes_once_best_first_up_to_the_limit(library: Library) -> None:
    found = library.search("een persona is één klant", "nl", limit=2)
    assert len(found) == len({each.passage.label for each in found}) == 2
    assert found[0].score >= found[1].score


def test_the_same_question_gets_the_same_answer(library: Library) -> None:
    assert library.search("wie kent de zaak", "nl") == library.search("wie kent de zaak", "nl")


@pytest.mark.parametrize("question", ["", "  \n", "\0"])
def test_nothing_asked_raises_nothing(library: Library, question: str) -> None:
    assert len(library.search(question, "nl")) <= 5


def test_a_limit_of_nothing_finds_nothing(library: Library) -> None:
    assert library.search("persona", "nl", limit=0) == ()


@pytest.mark.parametrize("question", ["x" * 100_000, "\ud800 persona", "{{ persona }} %s ' OR 1=1", "🙂"])
def test_any_text_may_be_asked(library: Library, question: str) -> None:
    assert library.search(question, "nl") is not None


def test_the_weather_is_not_answered_and_a_persona_is(library: Library) -> None:
    def answered(question: str) -> bool:
        return library.answers(question, library.search(question, "nl")[0])

    assert answered("wat is een persona")
    assert not answered("regent het morgen")


def test_a_text_is_nearest_to_itself(library: Library) -> None:
    near = library.closeness("om een review vragen", ["de motor is stuk", "om een review vragen", "een review vragen"])
    assert near[1] == max(near)
    assert near[2] > near[0]
    assert library.closeness("niets", []) == ()


def test_plays_and_sector_packs_are_there(library: Library) -> None:
    assert library.plays()
    assert all(key == sector.key for key, sector in library.sectors().items())
