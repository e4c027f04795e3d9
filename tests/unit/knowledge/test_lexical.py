"""Texts found by the words they share with a question."""

import numpy as np
import pytest

from knowledge.lexical import WordIndex

TEXTS = ["de klantenkaart van de bakker", "een etalage vol schoenen", "de offerte bleef liggen"]


@pytest.mark.parametrize(("asked", "text"), [("schoen", 1), ("ETALAGES?", 1), ("offertes", 2)])
def test_a_word_is_found_whatever_its_ending(asked: str, text: int) -> None:
    assert np.argmax(WordIndex.of_stems(TEXTS, "nl").scores(asked)) == text


@pytest.mark.parametrize(("asked", "text"), [("kaart voor klanten", 0), ("etallage", 1), ("offerttes sturen", 2)])
def test_pieces_find_half_a_compound_and_a_word_with_a_slip(asked: str, text: int) -> None:
    assert np.argmax(WordIndex.of_pieces(TEXTS).scores(asked)) == text


def test_nothing_shared_is_nothing() -> None:
    assert not WordIndex.of_pieces(TEXTS).scores("xylofoon").any()
    assert not WordIndex.of_stems(TEXTS, "nl").scores("").any()
