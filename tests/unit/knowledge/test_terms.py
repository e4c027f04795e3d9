import pytest

from knowledge.lexical import stems
from knowledge.terms import Terms

TITLES = ["Touchpoints: Wat een touchpoint is", "Persona's: Drie gesprekken", "Wat een customer journey is: De weg"]
TEXT = "een klant loopt een weg met touchpoints, de mailing en personeel"


@pytest.fixture(scope="module")
def terms() -> Terms:
    return Terms(TITLES, stems(f"{TEXT} {' '.join(TITLES)}", "nl"), "nl")


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("wat is een peroona?", "wat is een persona?"),
        ("Tutchpoint??", "touchpoint??"),
        ("een custumer jurney, leg uit", "een customer journey, leg uit"),
        ("mijn personeel en de mailing", "mijn personeel en de mailing"),
        ("de perzik van mijn zus", "de perzik van mijn zus"),
        ("", ""),
    ],
)
def test_a_term_half_remembered_is_heard_and_other_words_are_left(terms: Terms, asked: str, heard: str) -> None:
    assert terms.heard(asked) == heard
