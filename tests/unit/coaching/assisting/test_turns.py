"""A model in a turn of the coach: one turn of the owner, drafts as they are checked, and buttons that stay."""

import pytest

from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from tests.fakes.conversations import FakeConversations
from tests.fakes.model import FakeModel

ANSWER = "Een persona is één verzonnen klant met een naam, een leven en een zorg [1]."


def taken(library, understanding, model, *texts, drafts=None):
    coach = Coach(FakeConversations(), library, understanding, Composer(library), model=model)
    return [coach.take("noor", Message(kind=MessageKind.TEXT, text=text), drafts=drafts) for text in texts][-1]


def text_of(answer):
    return "\n".join(out.reply.text for out in answer.outgoing)


def test_everything_is_asked_within_one_turn_of_the_owner(library, understanding):
    within = []
    model = FakeModel(theory=lambda _: within.append(model.within))
    taken(library, understanding, model, "wat is een persona?")
    assert (model.turns, within, model.within) == (["noor"], ["noor"], None)


def test_an_answer_of_the_model_comes_in_drafts_and_with_its_sources(library, understanding):
    drafts = []
    answer = taken(library, understanding, FakeModel(theory=ANSWER), "wat is een persona?", drafts=drafts.append)
    assert drafts == [ANSWER]
    assert f"{ANSWER}\n\n[1] Dazzle" in text_of(answer)


@pytest.mark.parametrize("prose", [None, "Dat weet iedereen toch."])
def test_where_nothing_of_it_stands_the_owner_gets_the_passage_itself(library, understanding, prose):
    alone = taken(library, understanding, None, "wat is een persona?")
    assert text_of(taken(library, understanding, FakeModel(theory=prose), "wat is een persona?")) == text_of(alone)


def test_a_question_in_other_words_keeps_its_buttons(library, understanding):
    alone = taken(library, understanding, None, "hoi").outgoing[-1].reply
    model = FakeModel(rephrasing=lambda prompt: f"En {question_in(prompt)[:1].lower()}{question_in(prompt)[1:]}")
    put = taken(library, understanding, model, "hoi").outgoing[-1].reply
    assert "En wat voor zaak heb je" in put.text
    assert "En wat voor zaak" not in alone.text
    assert put.buttons == alone.buttons


def test_what_is_tapped_is_answered_in_our_own_words(library, understanding):
    model = FakeModel(rephrasing="En wat voor zaak heb je, hoe heet die en waar?")
    coach = Coach(FakeConversations(), library, understanding, Composer(library), model=model)
    coach.take("noor", Message(kind=MessageKind.COMMAND, text="/start"))
    assert model.asked == []


def question_in(prompt):
    return prompt.data.partition("<question-")[2].partition(">\n")[2].partition("\n</question-")[0]
