from pathlib import Path

import pytest

ARTICLES = {
    "nl/keenr7/awareness.md": (
        "Awareness",
        "Niemand kent de zaak",
        "Opvallen helpt, verkopen nog niet.",
        "bekend worden",
    ),
    "nl/keenr7/experience.md": ("Experience", "Doorvertellen", "Een review vragen mag gerust.", "meer reviews krijgen"),
    "nl/general/persona.md": ("Persona", "Eén klant", "Een persona is één verzonnen klant.", "wat is een persona"),
    "en/keenr7/awareness.md": ("Awareness", "Nobody knows you", "Being noticed helps, selling does not.", "get known"),
    "en/keenr7/experience.md": ("Experience", "Telling others", "Asking for a review is fine.", "get more reviews"),
}


def article(label: str, lang: str, title: str, heading: str, text: str, question: str) -> str:
    head = f"label: {label}\nlang: {lang}\ntitle: {title}\norigin: coach\nsource: coach\nquestions:\n  - {question}\n"
    return f"---\n{head}---\n\n## {heading}\n\n{text}\n"


def write_library(folder: Path) -> Path:
    for path, words in ARTICLES.items():
        lang, model, name = path.split("/")
        file = folder / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article(f"{model}/{name.removesuffix('.md')}", lang, *words), encoding="utf-8")
    for lang, line in (("nl", "gaat het regenen morgen"), ("en", "will it rain tomorrow")):
        file = folder / "elsewhere" / f"{lang}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{line}\n", encoding="utf-8")
    return folder


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")
