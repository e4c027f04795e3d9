"""Several businesses of one owner: a talk and a plan each."""

import pytest

from coaching.businesses import business_name
from coaching.coach import Coach
from coaching.planning.composer import Composer
from journey.keys import LANGUAGES
from journey.profile import ProfileField
from journey.state import Phase
from prompts.words import Words
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from tests.fakes.conversations import FakeConversations
from tests.making import profile
from tests.sqlite import new_database
from tests.unit.coaching.test_coach import Talk


@pytest.fixture(params=["fake", "sqlite"])
def store(request, tmp_path):
    return (
        FakeConversations() if request.param == "fake" else DatabaseConversations(open_database(new_database(tmp_path)))
    )


@pytest.fixture
def talk(store, library, understanding):
    return Talk(Coach(store, library, understanding, Composer(library)))


def offered(answer):
    return {button.label: button.payload for row in answer.outgoing[-1].reply.buttons for button in row}


def test_another_business_leaves_the_first_as_it_was(talk, store):
    talk.says("ik heb een bakkerij in Gent, die heet Molenzicht")
    first = store.open("noor")
    answer = talk.taps(offered(talk.commands("/new"))["Een nieuwe zaak"])
    assert answer.state.open == "business"
    assert ProfileField.BUSINESS_NAME not in answer.profile
    talk.says("een fietsenwinkel in Leuven")
    assert store.open("noor").id != first.id
    kept = next(t for t in store.all_of("noor") if t.id == first.id)
    assert kept.profile.text(ProfileField.BUSINESS_NAME) == "Molenzicht"


def test_businesses_are_offered_by_name_and_gone_back_to_where_they_stood(talk):
    open_ = talk.says("ik heb een bakkerij in Gent, die heet Molenzicht").state.open
    talk.commands("/new")
    talk.taps("business:new")
    talk.says("een fietsenwinkel in Leuven")
    choices = offered(talk.commands("/new"))
    assert list(choices) == ["Een nieuwe zaak", "Molenzicht", "fietsenzaak in Leuven (nu)"]
    answer = talk.taps(choices["Molenzicht"])
    assert "Molenzicht" in answer.outgoing[0].reply.text
    assert answer.state.open == open_
    assert list(offered(talk.commands("/new")))[1] == "Molenzicht (nu)"


def test_each_business_has_a_plan_of_its_own(talk, store):
    talk.says("ik heb een bakkerij in Gent, die heet Molenzicht, en verkoop taarten")
    _planned(talk)
    assert store.plan("noor")
    answer = talk.taps("business:new")
    assert (answer.plan, store.plan("noor")) == (None, None)
    back = talk.taps(next(p for label, p in offered(talk.commands("/new")).items() if label == "Molenzicht"))
    assert back.plan
    assert back.plan == store.plan("noor")
    assert back.state.phase is Phase.PLANNED


def test_a_new_business_is_begun_once_however_often_the_button_is_tapped(talk, store):
    talk.says("ik heb een bakkerij in Gent")
    first = talk.taps("business:new")
    again = talk.taps("business:new")
    assert (first.state.open, again.state.open) == ("business", "business")
    assert len(store.all_of("noor")) == 2


def test_a_talk_that_was_started_over_is_no_longer_offered(talk):
    talk.says("ik heb een bakkerij in Gent, die heet Molenzicht")
    talk.commands("/restart")
    talk.taps("yes:restart")
    talk.says("ik heb een fietsenwinkel in Leuven")
    assert list(offered(talk.commands("/new"))) == ["Een nieuwe zaak", "fietsenzaak in Leuven (nu)"]


@pytest.mark.parametrize("payload", ["business:", "business:nope", "business:c999"])
def test_a_button_for_a_business_that_is_not_there_is_past(talk, payload):
    talk.says("ik heb een bakkerij in Gent")
    answer = talk.taps(payload)
    assert "eerder" in answer.outgoing[0].reply.text
    assert answer.outgoing[0].reply.tapped == "past"


def test_who_they_are_and_the_language_they_speak_goes_with_the_owner(talk):
    talk.says("hi, I'm Noor and I run a bakery in Ghent")
    answer = talk.taps("business:new")
    assert (answer.state.language, answer.profile.text(ProfileField.OWNER_NAME)) == ("en", "Noor")


def test_everything_of_every_business_is_erased_together(talk, store):
    talk.says("ik heb een bakkerij in Gent")
    talk.taps("business:new")
    talk.says("een fietsenwinkel in Leuven")
    talk.commands("/delete")
    talk.taps("yes:delete")
    assert store.all_of("noor") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_business_is_called_by_what_is_known_of_it(language, sectors):
    words = Words(language)
    names = [
        business_name(known, words, sectors)
        for known in (
            profile(business_name="Knip", sector="bakery"),
            profile(offer="zeep"),
            profile(),
            profile(sector="general"),
        )
    ]
    assert names == ["Knip", "zeep", "", ""]


def _planned(talk):
    talk.commands("/plan")
    talk.taps("answer:confirm:yes")
    assert talk.taps("answer:model:aida").plan
