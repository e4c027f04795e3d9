"""What tells whether a question is about what the library knows."""

import pytest

from knowledge.ours import Signs, is_ours
from knowledge.vocabulary import Vocabulary

NEAR = Signs(nearest=0.1, many=0.1, leaning=3.0, known=1.0)
HERE = [*(f"vraag {word}" for word in ("review", "persona", "etalage")), *["vraag over klanten"] * 40]
ELSEWHERE = [*(f"vraag {word}" for word in ("btw", "vergunning", "lening")), *["vraag over papieren"] * 40]


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary(HERE, ELSEWHERE, "nl")


def test_what_is_near_and_in_the_words_of_the_library_is_ours() -> None:
    assert is_ours(NEAR)


@pytest.mark.parametrize("sign", Signs._fields)
def test_a_sign_that_speaks_strongly_enough_against_it_decides(sign: str) -> None:
    assert not is_ours(NEAR._replace(**{sign: -20.0}))


def test_rare_words_lean_to_the_side_that_uses_them(words: Vocabulary) -> None:
    assert words.leaning("hoe krijg ik een review") > 0 > words.leaning("wat met de vergunning")


def test_words_that_both_sides_use_or_nobody_lean_to_neither(words: Vocabulary) -> None:
    assert words.leaning("vraag over") == 0
    assert words.leaning("xylofoon") == pytest.approx(0)
    assert words.leaning("") == 0


def test_the_share_of_known_words_goes_by_how_rare_they_are(words: Vocabulary) -> None:
    assert words.known("etalage") == 1
    assert words.known("vergunning") == 0
    assert 0 < words.known("xylofoon etalage") < 0.5
    assert words.known("") == 0
