from pathlib import Path

import numpy as np
import pytest

from journey.moments import Moment
from journey.passages import Found
from knowledge.index import Index
from knowledge.moments import load_moments, moments_of
from knowledge.records import BrokenRecordError
from knowledge.search import Search
from tests.unit.knowledge.conftest import article
from tests.unit.knowledge.words import WordEmbedder

TITLES = {
    "keenr7/purchase": "Purchase",
    "wux5/purchase": "Aankoop",
    "keenr7/search": "Search",
    "general/persona": "Persona",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for label, title in TITLES.items():
        file = tmp_path / "articles/nl" / f"{label}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        under = "? wie stuurt een rekening\n\nBij de rekening." if label == "keenr7/purchase" else "Meer hierover."
        text = article(label, "nl", title, "Eerst", f"Dit gaat over {title}.", f"vraag over {title}")
        file.write_text(f"{text}\n## Daarna\n\n{under}\n", encoding="utf-8")
    moments = tmp_path / "moments/nl.yaml"
    moments.parent.mkdir()
    moments.write_text("buying:\n  - het winkelmandje staat te wachten\n", encoding="utf-8")
    return tmp_path


def found(library: Path, tmp_path: Path, question: str) -> list[Found]:
    embedder = WordEmbedder()
    search = Search(Index(tmp_path / "index", embedder, library).build())
    heard = search.heard(question, "nl")
    return list(search.find(heard, np.asarray(embedder.embed_query(heard), dtype="float32"), "nl", 4))


def test_a_question_about_a_moment_counts_for_every_stage_that_covers_it(library: Path, tmp_path: Path) -> None:
    first = found(library, tmp_path, "mijn winkelmandje staat te wachten")[:2]
    assert {each.passage.label for each in first} == {"keenr7/purchase", "wux5/purchase"}


def test_a_question_under_a_heading_brings_that_passage(library: Path, tmp_path: Path) -> None:
    best = found(library, tmp_path, "wie stuurt een rekening")[0].passage
    assert (best.label, best.title) == ("keenr7/purchase", "Purchase: Daarna")


def test_what_is_half_remembered_is_found(library: Path, tmp_path: Path) -> None:
    assert found(library, tmp_path, "vraag over peroona")[0].passage.label == "general/persona"


def test_every_moment_of_ours_has_questions_in_both_languages() -> None:
    assert set(moments_of("nl")) == set(moments_of("en")) == set(Moment)


def test_an_unknown_moment_is_named(tmp_path: Path) -> None:
    file = tmp_path / "nl.yaml"
    file.write_text("dreaming:\n  - wat nu\n", encoding="utf-8")
    with pytest.raises(BrokenRecordError, match=r"nl\.yaml"):
        load_moments(file)


def test_what_is_said_of_the_talk_is_measured_beside_answers_and_questions(library: Path, tmp_path: Path) -> None:
    (library / "asides").mkdir()
    wordings = "cost: [wat kost dit gesprek]\nskip: [sla deze over]\nanswer: [wat kost dat brood]\n"
    (library / "asides/nl.yaml").write_text(wordings, encoding="utf-8")
    embedder = WordEmbedder()
    search = Search(Index(tmp_path / "index", embedder, library).build())
    vector = np.asarray(embedder.embed_query("wat kost dit gesprek"), dtype="float32")
    nearest, other = search.asides(vector, "nl")
    assert (nearest.kind, other.kind) == ("cost", "skip")
    assert 0 < nearest.over_answers < nearest.over_questions
    assert search.asides(vector, "en") == ()
