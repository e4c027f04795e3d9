"""What answers nothing and fits no field isn't lost: it is kept as a remark, unless it is said to the coach."""

import pytest

from coaching.remarks import remarked
from journey.hearing import Heard, Intent
from journey.profile import ProfileField, Proposal
from journey.state import Phase, State

UNCLEAR = Heard(intent=Intent.UNCLEAR)


def kept(text: str, heard: Heard = UNCLEAR, state: State | None = None) -> tuple[object, ...]:
    return tuple(fact.value for fact in remarked(heard, text, state or State(open="channels")).facts)


@pytest.mark.parametrize(
    "text",
    [
        "tis vooral dat ik te veel offertes moet maken",
        "my landlord is doing up the front of the shop in the spring",
        "onze kok gaat volgend jaar met pensioen",
        "er is een nieuwe concurrent in de straat gekomen",
        "sinds de verbouwing is het stiller geworden",
        "the orders always come in at the last moment",
    ],
)
def test_a_sentence_about_the_business_is_kept_in_its_own_words(text):
    assert kept(text) == ((text,),)


@pytest.mark.parametrize(
    "text",
    [
        "zo ja",  # says nothing
        "wat een gedoe is dit toch allemaal",  # of no business
        "ik snap niet wat je van me wilt weten",  # said to the coach
        "hoe doen mijn klanten dat dan eigenlijk",  # asks
        "ik asdfgh qwerty zxcvbn hjklmn",  # no words
        "mijn winkel " + "is hier al lang " * 20,  # too long to read back
        "ik moet nu even naar de tandarts",  # of the day, no more
        "ik heb hier geen zin meer in vandaag",
        "we did not ask for this at all",
        "we do all of this in order to live",
        "mijn zoon zit in de gevangenis sinds mei",  # of a life
        "mijn vrouw staat op zaterdag in de winkel",
        "my wife runs the shop on most days",
        "onze kok is al een maand ziek",
    ],
)
def test_what_tells_nothing_of_the_business_is_not(text):
    assert not kept(text)


def test_where_something_was_taken_nothing_is_kept_besides():
    told = Heard(facts=(Proposal(field=ProfileField.OFFER, value="brood"),))
    assert remarked(told, "ik bak brood en nog veel meer", State()) == told


def test_what_names_a_third_person_is_not_kept():
    assert not kept("mijn klant Marie Peeters was er niet blij mee", UNCLEAR.model_copy(update={"private": True}))


def test_words_about_a_plan_are_no_remark():
    assert not kept("ik had er meer van verwacht eerlijk gezegd", state=State(phase=Phase.PLANNED, open="feedback"))
