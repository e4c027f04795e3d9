"""Theory questions: answers in the sentences of the knowledge, with marks and sources, and what is asked after them."""

import pytest

from coaching.answering import grounds_of, theory_reply
from journey.asides import Aside, Follow
from journey.moves import AnswerTheory
from journey.passages import OWN, Found
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
    move, library = AnswerTheory(question=question, **more), library or FakeLibrary()
    return theory_reply(move, grounds_of([move], library, words.language), library, words, sector)


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


@pytest.mark.parametrize(
    "question",
    [
        "verschil see/think?",
        "leg het verschil tussen think en see eens uit",
        "how is think different from see?",
        "see vs think",
    ],
)
def test_stages_that_are_named_together_are_those_compared_whatever_else_is_near(question):
    nearest = passage("general/aida-vs-stdc", "nl", "AIDA of See-Think-Do-Care", "AIDA sluit af met de koop.")
    text = answered(question, RankedLibrary(*(Found(passage=p, score=9, nearness=0.9) for p in (nearest, *OF_STAGES))))
    assert "See is de eerste fase" in text.text
    assert "Think is de tweede fase" in text.text
    assert "AIDA" not in text.text


def test_everyday_words_that_are_also_stages_name_none():
    first, second = OF_STAGES[2:]
    near = RankedLibrary(Found(passage=first, score=9, nearness=0.9), Found(passage=second, score=1, nearness=0.5))
    assert "[2]" not in answered("do you see a difference between a persona and a customer?", near).text


class RankedLibrary(FakeLibrary):
    """Finds what it is given, as it is ranked; own articles stand beside it."""

    def __init__(self, *found, beside=()):
        super().__init__([*beside, *(each.passage for each in found if each.passage.origin != OWN)])
        self._found = found

    def search(self, question, language, limit=5):
        return self._found[:limit]

    def answers(self, question, found):
        return True


def own(label, text):
    return passage(label, "nl", "De kaart", text, "Ons bureau").model_copy(update={"origin": OWN})


def test_beside_an_own_article_nothing_is_compared_that_is_farther_off_whatever_its_score():
    mine = own("dazzle5/loyalty", "Een stempelkaart beloont wie vaak komt. Een bon beloont wie een keer komt.")
    far = passage("general/measuring", "nl", "Meten: getallen", "Tel wat telt. Meet elke week hetzelfde.")
    near = _found(mine, 0.92, 0.92)
    text = answered("verschil tussen stempelkaart en bon", RankedLibrary(near, _found(far, 0.5, 0.82))).text
    assert "[1]" in text
    assert "[2]" not in text
    text = answered("verschil tussen stempelkaart en bon", RankedLibrary(near, _found(far, -3, 0.91))).text
    assert "[2]" in text


def test_of_two_stages_compared_an_own_article_keeps_its_place():
    mine, think = own("stdc/see", "Bij ons heet See kijken. Dan koopt nog niemand."), OF_STAGES[1]
    library = RankedLibrary(_found(mine, 0.92, 0.92), _found(think, 1, 0.91), _found(OF_STAGES[0], 1, 0.8))
    text = answered("verschil tussen see en think", library).text
    assert "Bij ons heet See kijken" in text
    assert text.index("Bij ons heet See kijken") < text.index("Think is de tweede fase")


def _found(passage, score, nearness):
    return Found(passage=passage, score=score, nearness=nearness)


def test_a_share_that_no_passage_gives_is_not_made_up():
    assert answered("hoeveel procent heeft een persona").text.startswith(NL.say("theory.no_share"))


def test_off_the_subject_the_two_nearest_subjects_can_be_tapped():
    reply = answered("quantumfysica zwaartekracht?")
    (row,) = reply.buttons
    assert reply.text.startswith("Daar weet ik te weinig van")
    assert len(row) == 2
    assert all(button.payload.startswith("topic:") and f"“{button.label}”" in reply.text for button in row)


@pytest.mark.parametrize(
    ("question", "near", "of_the_plan"),
    [
        ("hoe kiest ge een touchpoint voor mijn plan", 0.01, True),
        ("hoe kiest ge een touchpoint voor mijn plan", -0.1, False),
        ("wat is een touchpoint", 0.01, False),
    ],
)
def test_what_is_asked_of_the_plan_and_near_the_talk_gets_no_passage(question, near, of_the_plan):
    class Near(FakeLibrary):
        def asides(self, text, language):
            return (Aside(kind="why", over_answers=0.0, over_questions=near),)

    assert (answered(question, Near()).text == NL.say("theory.of_the_plan")) is of_the_plan


def test_a_subject_that_was_tapped_is_answered():
    assert "Een persona is één verzonnen klant" in answered("general/persona").text


def test_a_list_is_given_to_its_end():
    steps = "Er zijn vier stappen. Eerst: kijken. Dan: kiezen. Daarna: kopen. Slot: blijven. Meer is het niet."
    text = answered("vier stappen", FakeLibrary((passage("aida/model", "nl", "AIDA: stappen", steps),))).text
    assert "Slot: blijven. [1]" in text


def test_short_sentences_make_an_answer_longer_and_long_ones_do_not():
    def passage_of(sentence):
        return FakeLibrary((passage("general/duration", "nl", "Duur: hoe lang", " ".join([sentence] * 5)),))

    assert answered("hoe lang duurt het", passage_of("Het duurt soms lang.")).text.count("lang.") == 5
    long = f"Het duurt {'heel ' * 20}lang."
    assert answered("hoe lang duurt het", passage_of(long)).text.count("lang.") == 3


def test_of_stages_of_two_models_each_passage_says_what_the_stage_is():
    loyalty = passage("wux5/loyalty", "nl", "Loyaliteit: fase", "Loyaliteit is terugkomen.", "wux")
    aside = passage("wux5/loyalty", "nl", "Loyaliteit: kanttekening", "Wux is er voorzichtig mee.", "wux")
    library = RankedLibrary(_found(OF_STAGES[3], 1, 0.9), _found(aside, 1, 0.9), beside=[loyalty])
    text = answered("is care hetzelfde als loyaliteit", library).text
    assert text.index("Care is de vierde fase") < text.index("Loyaliteit is terugkomen")


def test_an_empty_library_says_so():
    assert answered("wat is een persona?", FakeLibrary(passages=())).text == NL.say("theory.empty")


@pytest.mark.parametrize(
    ("question", "labels"), [("wat is een touchpoint?", ["general/touchpoints"]), ("quantumfysica", [])]
)
def test_the_passages_of_an_answer_are_its_grounds(question, labels):
    grounds = grounds_of([AnswerTheory(question=question)], FakeLibrary(), "nl")
    assert [each.label for each in grounds.passages] == labels


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
