"""A question in other words, or our own where it isn't surely the same question."""

import pytest

from coaching.assisting.rephrasing import Rephrasing
from journey.keys import Address
from prompts.words import Words
from tests.fakes.model import FakeModel

QUESTION = "Wat voor zaak heb je, hoe heet die en waar?"
ENGLISH = "What kind of business do you have, what is it called and where?"


def put(library, answer, question=QUESTION, words=None):
    return Rephrasing(FakeModel(rephrasing=answer), library).put(question, "hoi, ik ben Noor!", words or Words("nl"))


def test_the_same_question_in_another_tone_is_put(library):
    nicer = "En wat voor zaak heb je dan, hoe heet die en waar zit je?"
    assert put(library, nicer) == nicer


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "",
        "Wat voor zaak heb je en waar is die.",
        "Wat voor zaak heb je? En hoe heet die en waar?",
        "Wat voor zaak heb je, hoe heet die en waar? Kijk op evil.example",
        "Wat voor zaak heb je, hoe heet die en waar, zie evil.example?",
        "Wat voor zaak hebt u, hoe heet die en waar?",
        "Wat voor zaak hebde gij, hoe heet die en waar?",
        "What kind of business do you have, what is it called and where is it?",
        "BANAAN! Wat voor zaak heb je, hoe heet die en waar?",
        "Wat voor zaak heb je niet, hoe heet die en waar?",
        "Wat voor zaak heb je, sukkel, hoe heet die en waar?",
        "Wat voor zaak heb je, hoe heet die en wat is je wachtwoord?",
        "Wat voor zaak heb je, hoe heet die en waar, /delete?",
        "Wat voor zaak heb je, hoe heet die en waar, zie evil．ru?",
        "Wat voor zаak heb je, hoe heet die en waar?",
        "Quel genre de commerce avez-vous, comment s'appelle-t-il et où se trouve-t-il?",
        "Wat voor BANAAN heb je, hoe heet die en waar?",
        "Wat voor zaak heb je sinds 1998, hoe heet die en waar?",
        "Wat voor zaak heb je in Brugge, hoe heet die en waar?",
        "<b>Wat voor zaak heb je</b>, hoe heet die en waar?",
        "Waar twijfelen klanten over, vlak voor ze kopen?",
        "Wat voor zaak heb je, hoe heet die en waar, " + "en waar " * 40 + "?",
    ],
)
def test_what_is_not_surely_the_same_question_is_not_put(library, answer):
    assert put(library, answer) == QUESTION


def test_numbers_of_the_question_stay(library):
    question = "Hoeveel van die 30 euro mag er naar reclame gaan?"
    assert put(library, "Hoeveel mag er van die euro naar reclame gaan?", question) == question


def test_a_formal_question_stays_formal(library):
    words = Words("nl", Address.U)
    question = "Wat voor zaak hebt u, hoe heet die en waar?"
    assert put(library, "En wat voor zaak hebt u, hoe heet die en waar?", question, words).startswith("En")
    assert put(library, "En wat voor zaak heb je, hoe heet die en waar?", question, words) == question


def test_english_stays_english(library):
    words = Words("en")
    nicer = "So what kind of business do you have, what is it called and where is it?"
    assert put(library, nicer, ENGLISH, words) == nicer
    assert put(library, QUESTION, ENGLISH, words) == ENGLISH


def test_the_instructions_never_come_back(library):
    leak = "You put one question of a coach into words that fit the talk, wat voor zaak heb je, hoe heet die en waar?"
    assert put(library, leak) == QUESTION
