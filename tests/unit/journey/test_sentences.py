"""Texts are cut into sentences to see whether one stands in a plan twice."""

from journey.sentences import fingerprints, sentences


def test_a_text_is_cut_at_full_stops_questions_and_lines():
    assert sentences("Een. Twee? Drie!\nVier:  vijf") == ["Een.", "Twee?", "Drie!", "Vier:  vijf"]


def test_case_punctuation_and_spaces_make_no_difference():
    assert fingerprints("Kom je langs, deze week nog?") == fingerprints("kom je langs – deze week NOG!")


def test_short_greetings_leave_no_fingerprint():
    assert fingerprints("Tot snel! Groet, Noor.") == []


def test_nothing_has_no_sentences():
    assert sentences(" \n ") == []


def test_the_same_signature_may_stand_under_every_letter():
    one, two = (
        "Kom eens langs bij ons.\n\nfitness- en yogastudio in het centrum van Leeds",
        "Tot gauw.\n\nfitness- en yogastudio in het centrum van Leeds\nErgens",
    )
    assert set(fingerprints(one)) & set(fingerprints(two)) == set()
    assert fingerprints(one) == ["kom eens langs bij ons"]
