"""Theory questions: answers in the sentences of the knowledge, with marks and sources, and what is asked after them."""

import pytest

from coaching.answering import grounds, theory_reply
from journey.asides import Follow
from journey.moves import AnswerTheory
from prompts.words import Words
from tests.fakes.library import PASSAGES, FakeLibrary, passage

NL, EN = Words("nl"), Words("en")
OF_STAGES = (
    passage("stdc/see", "nl", "See: de klant", "See is de eerste fase. De klant zoekt.", "inteleo"),
    passage("stdc/think", "nl", "Think: de klant", "Think is de tweede fase. De klant weegt af.", "inteleo"),
    passage("stdc/do", "nl", "Do: de klant", "Do is de derde fase. De klant koopt.", "inteleo"),
    passage("stdc/care", "nl", "Care: de klant", "Care is de vierde fase. De klant blijft.", "inteleo"),
)


def answered(question, library=None, words=NL, sector=None, **more):
    return theory_reply(AnswerTheory(question=question, **more), library or FakeLibrary(), words, sector)


def test_an_answer_is_marked_and_its_source_stands_below():
    text = answered("wat is een touchpoint?").text
    answer, below = text.split("\n\n")
    assert "elk contact tussen klant en zaak" in answer
    assert answer.endswith("[1]")
    assert below == "[1] Dazzle, “De customer journey uitgelegd” (Touchpoints)"


def test_an_english_question_is_answered_in_english():
    assert "A persona is one invented customer" in answered("what is a persona?", words=EN).text


def test_two_stages_compared_are_answered_from_both_in_the_order_of_the_model():
    text = answered("eerste tegenover tweede fase: think en see", FakeLibrary(OF_STAGES)).text
    assert text.index("See is de eerste fase") < text.index("[1]") < text.index("Think is de tweede fase")
    assert "[2] Inteleo" in text


def test_a_share_that_no_passage_gives_is_not_made_up():
    assert answered("hoeveel procent heeft een persona").text.startswith(NL.say("theory.no_share"))


def test_off_the_subject_the_two_nearest_subjects_can_be_tapped():
    reply = answered("quantumfysica zwaartekracht?")
    (row,) = reply.buttons
    assert reply.text.startswith("Daar weet ik te weinig van")
    assert len(row) == 2
    assert all(button.payload.startswith("topic:") and f"“{button.label}”" in reply.text for button in row)


def test_a_subject_that_was_tapped_is_answered():
    assert "Een persona is één verzonnen klant" in answered("general/persona").text


def test_a_list_is_given_to_its_end():
    steps = "Er zijn vier stappen. Eerst: kijken. Dan: kiezen. Daarna: kopen. Slot: blijven. Meer is het niet."
    text = answered("vier stappen", FakeLibrary((passage("aida/model", "nl", "AIDA: stappen", steps),))).text
    assert "Slot: blijven. [1]" in text


def test_an_empty_library_says_so():
    assert answered("wat is een persona?", FakeLibrary(passages=())).text == NL.say("theory.empty")


@pytest.mark.parametrize(
    ("question", "labels"), [("wat is een touchpoint?", ["general/touchpoints"]), ("quantumfysica", [])]
)
def test_the_passages_of_an_answer_are_its_grounds(question, labels):
    assert [each.label for each in grounds(AnswerTheory(question=question), FakeLibrary(), "nl")] == labels


class TestGoingOn:
    def test_what_comes_next_is_the_next_stage_of_the_model(self):
        text = answered("see fase", FakeLibrary(OF_STAGES), follow=Follow.NEXT, steps=1).text
        assert text.startswith("Think is de tweede fase. De klant weegt af. [1]")

    def test_after_the_last_stage_nothing_comes(self):
        text = answered("see fase", FakeLibrary(OF_STAGES), follow=Follow.NEXT, steps=4).text
        assert text == NL.say("theory.last_stage")

    @pytest.mark.parametrize("follow", [Follow.EXAMPLE, Follow.FOR_ME])
    def test_an_example_comes_from_the_trade_of_the_owner(self, follow, sectors):
        bakery = sectors["bakery"]
        text = answered("see fase", FakeLibrary(OF_STAGES), sector=bakery, follow=follow).text
        assert "bakkerij" in text
        assert bakery.nl.moments["unaware"].does in text

    def test_where_the_trade_is_not_known_an_example_is_more_of_the_same_subject(self):
        first, more = PASSAGES[2], passage("general/persona", "nl", "Persona: drie", "Spreek met drie klanten.")
        text = answered("wat is een persona", FakeLibrary((first, more)), follow=Follow.EXAMPLE).text
        assert "Spreek met drie klanten. [1]" in text

    def test_who_wants_more_than_there_is_hears_so(self):
        assert answered("wat is een persona", follow=Follow.MORE).text == NL.say("theory.no_more")
