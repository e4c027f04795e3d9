"""An edited message corrects the facts it gave, and no others."""

import pytest

from coaching.amending import told_anew
from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from coaching.quoting import sources
from coaching.records import Told
from journey.profile import Change, Limits, Profile, ProfileField
from journey.state import Phase
from storage.conversations import DatabaseConversations
from storage.engine import open_database
from storage.transcripts import DatabaseTranscripts
from tests.making import profile, proposal
from tests.sqlite import new_database
from tests.unit.coaching.test_coach import Talk


def told(before: Profile, after: Profile) -> Told:
    return Told(numbers=(5,), texts=("…",), question="", before=before, after=after)


def anew(now: Profile, earlier: Told, *proposals) -> Profile:
    return told_anew(now, earlier, proposals, lambda _: 5)


class TestWhatChanges:
    def test_a_fact_is_replaced_by_the_one_that_is_told_instead(self):
        after = anew(profile(price="35 euro"), told(Profile(), profile(price="35 euro")), proposal("price", "45 euro"))
        assert after.text(ProfileField.PRICE) == "45 euro"
        assert after.facts[ProfileField.PRICE].evidence == 5

    def test_a_fact_that_is_no_longer_told_is_unknown_again(self):
        after = anew(profile(price="35 euro", offer="taarten"), told(Profile(), profile(price="35 euro")))
        assert ProfileField.PRICE not in after
        assert after.text(ProfileField.OFFER) == "taarten"

    def test_what_was_known_before_the_message_is_known_again(self):
        earlier = told(profile(price="30 euro"), profile(price="35 euro"))
        assert anew(profile(price="35 euro"), earlier).text(ProfileField.PRICE) == "30 euro"

    def test_what_was_told_later_stands(self):
        earlier = told(Profile(), profile(price="35 euro"))
        after = anew(profile(price="50 euro"), earlier, proposal("price", "45 euro"))
        assert after.text(ProfileField.PRICE) == "50 euro"

    def test_a_list_loses_and_gains_what_the_message_does_and_keeps_what_came_later(self):
        earlier = told(Profile(), profile(channels_current=("instagram", "window")))
        now = profile(channels_current=("instagram", "window", "website"))
        more = proposal("channels_current", ("facebook", "window"), change=Change.ADD)
        assert anew(now, earlier, more).many(ProfileField.CHANNELS_CURRENT) == ("window", "website", "facebook")

    def test_limits_change_one_by_one(self):
        earlier = told(Profile(), profile(constraints=Limits(hours_per_week=2, quiet_days=("dinsdag",))))
        now = profile(constraints=Limits(hours_per_week=2, euros_per_month=50, quiet_days=("dinsdag",)))
        after = anew(now, earlier, proposal("constraints", Limits(hours_per_week=3)))
        assert after.limits == Limits(hours_per_week=3, euros_per_month=50)

    def test_nothing_changes_where_the_message_says_the_same(self):
        now = profile(price="35 euro")
        assert anew(now, told(Profile(), now), proposal("price", "35 euro")) == now


def test_a_fact_comes_from_the_message_that_it_quotes():
    source = sources((8, 9, 10), ("ik heb een bakkerij", "in Gent", "dat was het"))
    assert source(proposal("location", "Gent", quote="in Gent")) == 9
    assert source(proposal("sector", "bakery", quote="Bakkerij")) == 8
    assert source(proposal("offer", "taarten")) == 10


@pytest.fixture
def store(tmp_path):
    return DatabaseConversations(open_database(new_database(tmp_path)))


@pytest.fixture
def talk(store, library, understanding):
    return Talk(Coach(store, library, understanding, Composer(library)))


def edits(talk, number, text):
    return talk.coach.take("noor", Message(kind=MessageKind.EDIT, text=text, edits=number))


def shown(answer):
    return [out.reply.text for out in answer.outgoing]


class TestInTheTalk:
    def test_the_owner_gets_one_short_note_and_the_question_stays_open(self, talk):
        asked = talk.says("ik heb een bakkerij in Gent").state.open
        answer = edits(talk, 1, "ik heb een bakkerij in Brugge")
        assert shown(answer) == ["Aangepast. Plaats: Brugge."]
        assert (answer.state.open, answer.profile.text(ProfileField.LOCATION)) == (asked, "Brugge")

    def test_an_answer_is_heard_with_the_question_it_answered(self, talk):
        talk.says("ik heb een bakkerij in Gent en verkoop taarten")
        talk.taps("answer:goal:repeat")
        open_ = talk.taps("answer:channels:done").state.open
        for payload in ("answer:hours:2", "answer:money:0", "answer:email:no"):
            open_ = talk.taps(payload).state.open
        assert open_ == "persona"
        number = talk.coach._conversations.open("noor").messages + 1
        talk.says("jonge ouders die geen tijd hebben om te bakken")
        answer = edits(talk, number, "gepensioneerden die op zondag hun kinderen ontvangen")
        assert "gepensioneerden" in answer.profile.text(ProfileField.PERSONA_SITUATION)

    def test_an_edit_that_changes_no_fact_is_passed_over_in_silence(self, talk, store):
        talk.says("hallo daar")
        before = store.open("noor")
        assert shown(edits(talk, 1, "hallo jij daar")) == []
        assert store.open("noor").messages == before.messages

    @pytest.mark.parametrize("number", [2, 3, 99])
    def test_what_was_no_message_in_words_cannot_be_edited(self, talk, store, number):
        talk.says("ik heb een bakkerij in Gent")
        talk.commands("/help")
        before = store.open("noor")
        assert shown(edits(talk, number, "ik heb een slagerij in Brugge")) == []
        assert store.open("noor").profile == before.profile

    def test_an_edit_may_answer_the_question_that_stands_open(self, talk):
        asked = talk.says("bbbakkrrij").state.open
        assert asked == "business"
        answer = edits(talk, 1, "ik heb een bakkerij in Gent")
        assert answer.state.open != "business"
        assert len(answer.outgoing) == 1

    def test_a_plan_is_made_anew_with_what_is_true_now(self, talk):
        talk.says("ik heb een bakkerij in Gent en verkoop taarten")
        talk.commands("/plan")
        talk.taps("answer:confirm:yes")
        answer = talk.taps("answer:model:aida")
        assert answer.state.phase is Phase.PLANNED
        after = edits(talk, 1, "ik heb een bakkerij in Brugge en verkoop taarten")
        assert after.plan.version == answer.plan.version + 1
        assert after.profile.text(ProfileField.LOCATION) == "Brugge"

    def test_one_of_several_messages_that_were_answered_together_may_be_edited(self, talk):
        burst = Message(kind=MessageKind.TEXT, before=("ik heb een bakkerij", "in Gent"), text="die heet Molenzicht")
        talk.coach.take("noor", burst)
        answer = edits(talk, 2, "in Brugge")
        assert answer.profile.text(ProfileField.LOCATION) == "Brugge"
        assert answer.profile.text(ProfileField.BUSINESS_NAME) == "Molenzicht"
        assert edits(talk, 2, "in Aalst").profile.text(ProfileField.LOCATION) == "Aalst"

    def test_a_coach_reads_the_words_as_they_are_now_beside_their_facts(self, talk, store):
        talk.says("ik heb een bakkerij in Gent, taarten kosten 30 euro")
        edits(talk, 1, "ik heb een bakkerij in Brugge")
        (line, *_) = DatabaseTranscripts(store._database).transcript(store.open("noor").id).lines
        assert line.text == "ik heb een bakkerij in Brugge"
        assert line.facts[ProfileField.LOCATION].value == "Brugge"
        assert ProfileField.PRICE not in line.facts
