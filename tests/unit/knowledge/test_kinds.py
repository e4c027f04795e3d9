"""Of which kind words are is learned from examples; what was learned is kept, and belongs to its examples."""

import numpy as np
import pytest

from knowledge.files import LIBRARY
from knowledge.kinds import EXAMPLES, LEARNED, KindReader
from knowledge.models import DEFAULT, embedding_model
from knowledge.records import BrokenRecordError
from knowledge.vectors import CachedVectors
from knowledge.wordings import load_wordings
from tests.unit.knowledge.words import WordEmbedder

GOODS = {"what": ["fresh bread", "warm bread"], "whom": ["young mothers", "old mothers"], "other": ["rain again"]}


@pytest.fixture
def shelf(tmp_path):
    """A library with a few examples."""
    folder = tmp_path / "library" / "stretches"
    folder.mkdir(parents=True)
    lines = [f"{kind}: {texts}" for kind, texts in GOODS.items()]
    (folder / "en.yaml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "library"


def likeliest(reader: KindReader, text: str) -> str:
    return next(iter(reader.kinds(text)))


def test_words_are_of_the_kind_of_the_examples_they_resemble(shelf, tmp_path):
    reader = KindReader(WordEmbedder(), tmp_path, "stretches", shelf)
    assert likeliest(reader, "bread") == "what"
    assert likeliest(reader, "mothers") == "whom"


def test_what_is_of_no_kind_or_not_surely_of_one_has_none(shelf, tmp_path):
    reader = KindReader(WordEmbedder(), tmp_path, "stretches", shelf)
    assert likeliest(reader, "rain again") == "other"
    told = reader.kinds("bread for mothers")
    assert abs(told["what"] - told["whom"]) < 0.1


def test_it_is_learned_once(shelf, tmp_path):
    embedder = WordEmbedder()
    KindReader(embedder, tmp_path, "stretches", shelf).keep()
    learned = len(embedder.embedded)
    again = KindReader(embedder, tmp_path, "stretches", shelf)
    again.keep()
    again.kinds("bread")
    assert embedder.embedded[learned:] == ["bread"]


def test_other_examples_are_learned_anew(shelf, tmp_path):
    KindReader(WordEmbedder(), tmp_path, "stretches", shelf).keep()
    (shelf / "stretches" / "en.yaml").write_text("whom: [bread]\nother: [rain]\n", encoding="utf-8")
    assert likeliest(KindReader(WordEmbedder(), tmp_path, "stretches", shelf), "bread") == "whom"


def test_without_examples_nothing_is_told(tmp_path):
    reader = KindReader(WordEmbedder(), tmp_path, "told", tmp_path)
    reader.keep()
    assert likeliest(reader, "bread") == "none"


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_learned_with_the_bundled_embedder_lies_beside_its_examples(name, tmp_path):
    class Named(WordEmbedder):
        identity = embedding_model(DEFAULT).identity

        def embed_documents(self, texts):
            raise AssertionError(f"{name} is learned anew: run python -m knowledge.freeze")

    KindReader(Named(), tmp_path, name).keep()
    with np.load(LIBRARY / name / LEARNED) as kept:
        assert kept["weights"].shape[1] == len(EXAMPLES[name])


@pytest.mark.parametrize("lines", ["what: []", "what:", "what: bread"])
def test_a_kind_without_a_list_of_examples_is_refused(tmp_path, lines):
    file = tmp_path / "en.yaml"
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(BrokenRecordError, match="what has no list"):
        load_wordings(file, EXAMPLES["stretches"])


def test_a_language_without_examples_of_a_kind_shifts_no_other(shelf, tmp_path):
    (shelf / "stretches" / "en.yaml").write_text("whom: [mothers]\nwhat: [bread]\n", encoding="utf-8")
    reader = KindReader(WordEmbedder(), tmp_path, "stretches", shelf)
    assert reader.scores(["mothers"]).shape == (1, 3)
    assert likeliest(reader, "mothers") == "whom"


def test_however_long_a_message_is_only_its_beginning_is_embedded(shelf, tmp_path):
    embedder = WordEmbedder()
    vectors = CachedVectors(embedder, tmp_path, shelf)
    KindReader(embedder, tmp_path, "stretches", shelf, vectors.each).scores(["x" * 4000])
    assert max(map(len, embedder.embedded)) == 1000
