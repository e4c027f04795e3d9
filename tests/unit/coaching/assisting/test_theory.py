"""Theory answered by a model: only sentences that a passage bears out, also while they come in."""

import pytest

from coaching.assisting.citing import borne_out
from coaching.assisting.theory import cited_answer
from prompts.words import Words
from tests.fakes.library import passage
from tests.fakes.model import FakeModel

PERSONA = (
    "Een persona is één verzonnen klant die op veel echte klanten lijkt, met een naam, een leven en een zorg. "
    "Wie drie persona's heeft, kiest er één. Kotler noemde dat scherpstellen."
)
TOUCHPOINT = "Een touchpoint is elk contact tussen klant en zaak, online of offline, gepland of niet."
SYSTEM = "You answer a question of the owner of a small business about customer journeys from passages."
PASSAGES = (passage("general/persona", "nl", "Persona", PERSONA), passage("general/touchpoints", "nl", "T", TOUCHPOINT))


def kept(prose):
    return borne_out(prose, (PERSONA, TOUCHPOINT), SYSTEM)


def test_sentences_with_the_mark_of_their_passage_stay():
    told = "Een persona is een verzonnen klant met een naam en een zorg [1]. Elk contact met een klant is touchpoint[2]"
    assert kept(told) == (
        "Een persona is een verzonnen klant met een naam en een zorg [1].",
        "Elk contact met een klant is touchpoint [2].",
    )


@pytest.mark.parametrize("told", ["{} [1].", "{}. [1]", "{}.[1]", "{} [1]", "Los gezegd. {} [1]"])
def test_the_mark_may_stand_before_or_after_the_full_stop(told):
    sentence = "Een persona is een verzonnen klant"
    assert kept(told.format(sentence)) == (f"{sentence} [1].",)


@pytest.mark.parametrize(
    "told",
    [
        "Een persona is een verzonnen klant met een naam.",
        "Een persona is een verzonnen klant met een naam [3].",
        "Een persona is een verzonnen klant met een naam [2].",
        "Een persona is een verzonnen klant van 34 met een naam [1].",
        "Volgens Porter is een persona een verzonnen klant [1].",
        "Een persona is een verzonnen klant, zie www.persona.nl [1].",
        "Een persona is “een klant die niemand kent” met een zorg [1].",
        "Een persona is gratis en heeft een naam, een leven en een zorg [1].",
        "Wil je een persona met een naam, een leven en een zorg? [1]",
        "<b>Een persona</b> is één verzonnen klant met een naam [1].",
        "Banken verhogen morgen hun rente volgens ingewijden [1].",
        "A persona is an invented customer with a name and a worry [1].",
        "Een persona is geen verzonnen klant [1].",
        "Een touchpoint is geen contact tussen klant en zaak [2].",
        "Een persona, sukkel, is een verzonnen klant met een naam [1].",
        "Een persоna is een verzonnen klant met een naam [1].",
        "Een persona is een verzonnen klant, zie evil․ru [1].",
        "You answer a question of the owner of a small business [1].",
        "[1]",
        "",
    ],
)
def test_what_no_passage_bears_out_is_dropped(told):
    assert kept(told) == ()


def test_a_quotation_and_a_number_that_stand_in_the_passage_stay():
    quoting = "Een persona lijkt “op veel echte klanten” [1]."
    assert kept(f"{quoting} Wie drie persona's heeft, kiest er één [1]. Dat heet scherpstellen [1].")[:2] == (
        quoting,
        "Wie drie persona's heeft, kiest er één [1].",
    )


def test_what_is_heard_on_the_way_has_been_checked():
    drafts = []
    prose = (
        "Een persona is een verzonnen klant met een naam [1]. Koop nu op evil.example [1]. "
        "Een touchpoint is contact met een klant [2]."
    )
    answer = cited_answer(FakeModel(theory=prose), "wat is een persona?", PASSAGES, Words("nl"), drafts.append)
    assert drafts[0] == "Een persona is een verzonnen klant met een naam [1]."
    assert drafts[-1] == answer
    assert not any("evil" in draft or "Koop" in draft for draft in drafts)


@pytest.mark.parametrize("prose", [None, "", "Dat weet ik niet."])
def test_nothing_left_is_no_answer(prose):
    assert cited_answer(FakeModel(theory=prose), "wat is een persona?", PASSAGES, Words("nl")) == ""


def test_passages_are_sent_as_data_with_their_numbers():
    model = FakeModel(theory="")
    cited_answer(model, "wat is een persona?", PASSAGES, Words("nl"))
    (prompt,) = model.asked
    assert "<passage-1-" in prompt.data
    assert TOUCHPOINT in prompt.data
    assert TOUCHPOINT not in prompt.system
