"""What every `Conversations`, `Transcripts` and `Inbox` must do: the fakes and the real database alike, on SQLite and
on PostgreSQL."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from coaching.message import Button, Document, Message, MessageKind, Reply
from coaching.ports import ArrivalDoneError, Conversations, Inbox, StaleConversationError, Transcripts
from coaching.records import Arrival, Turn
from journey.profile import EmailList, Fact, GoalFact, Limits, ProfileField
from journey.state import COACH_ASKED, Phase, State
from storage.coaches import DatabaseCoaches
from storage.conversations import DatabaseConversations
from storage.engine import Database
from storage.inbox import DatabaseInbox
from storage.transcripts import DatabaseTranscripts
from tests.contracts.databases import DATABASES, opened
from tests.fakes.conversations import FakeConversations
from tests.fakes.inbox import FakeInbox
from tests.fakes.transcripts import FakeTranscripts
from tests.making import plan, profile


@dataclass
class Store:
    conversations: Conversations
    transcripts: Transcripts
    inbox: Inbox
    database: Database | None = None


def in_memory() -> Store:
    conversations = FakeConversations()
    return Store(conversations, FakeTranscripts(conversations), FakeInbox())


def in_database(request: Any, tmp_path: Any) -> Store:
    database = opened(request, tmp_path)
    return Store(DatabaseConversations(database), DatabaseTranscripts(database), DatabaseInbox(database), database)


@pytest.fixture(params=["fake", *DATABASES])
def store(request, tmp_path) -> Store:
    return in_memory() if request.param == "fake" else in_database(request, tmp_path)


def said(words: str, kind: MessageKind = MessageKind.TEXT) -> Message:
    return Message(kind=kind, text=words)


def turn(store: Store, owner: str = "noor", words: str = "hallo", **more: Any) -> Turn:
    conversation = store.conversations.open(owner)
    values: dict[str, Any] = {
        "state": conversation.state.but(welcomed=True),
        "profile": conversation.profile,
        "replies": (Reply(text="Dag!"),),
    }
    return Turn(**{"conversation": conversation, "message": said(words), **values, **more})


class TestConversations:
    def test_an_owner_nobody_knows_has_an_empty_conversation_of_which_nothing_is_stored(self, store):
        fresh = store.conversations.open("noor")
        assert (fresh.owner, fresh.messages, fresh.revision, fresh.plan) == ("noor", 0, 0, None)
        assert fresh.state == State()
        assert store.transcripts.heads() == ()

    def test_a_turn_changes_the_conversation(self, store):
        known = profile(offer="taarten", constraints=Limits(hours_per_week=2, closed_days=("maandag",)))
        state = State(welcomed=True, phase=Phase.SUMMARY, open="confirm", asked=("business",))
        store.conversations.record(turn(store, state=state, profile=known))
        after = store.conversations.open("noor")
        assert (after.state, after.profile) == (state, known)
        assert (after.messages, after.revision) == (2, 1)

    def test_every_kind_of_value_comes_back_as_it_was(self, store):
        known = profile(
            goal=GoalFact(text="meer", kind="new_customers", target=10, unit="klanten", per="month"),
            email_list=EmailList(has=True, size=3),
            channels_current=("van", "shop"),
        )
        store.conversations.record(turn(store, profile=known))
        assert store.conversations.open("noor").profile == known

    def test_messages_are_numbered_in_both_directions(self, store):
        store.conversations.record(turn(store, replies=(Reply(text="a"), Reply(text="b"))))
        store.conversations.record(turn(store, words="taarten"))
        assert store.conversations.open("noor").messages == 5

    def test_replies_wait_in_order_until_they_are_marked_sent(self, store):
        first = store.conversations.record(turn(store, replies=(Reply(text="a"), Reply(text="b"))))
        second = store.conversations.record(turn(store, replies=(Reply(text="c"),)))
        assert [out.reply.text for out in store.conversations.unsent("noor")] == ["a", "b", "c"]
        store.conversations.mark_sent([out.id for out in first])
        assert store.conversations.unsent("noor") == second
        store.conversations.mark_sent([])
        store.conversations.mark_sent([first[0].id])
        assert store.conversations.unsent() == second

    def test_unsent_replies_are_those_of_one_owner_or_of_all(self, store):
        store.conversations.record(turn(store, "noor"))
        store.conversations.record(turn(store, "ann"))
        assert [out.owner for out in store.conversations.unsent()] == ["noor", "ann"]
        assert [out.owner for out in store.conversations.unsent("ann")] == ["ann"]

    def test_buttons_and_odd_characters_survive(self, store):
        odd = "‮ zalgo̶̷ <b>&amp;</b> {{ x }} '; DROP TABLE owners; -- 🥐"
        reply = Reply(text=odd, buttons=((Button(label="✓ já", payload="answer:goal:repeat"),),))
        store.conversations.record(turn(store, words=odd, replies=(reply,)))
        assert store.conversations.unsent("noor")[0].reply == reply

    def test_two_turns_at_once_are_seen_and_the_second_writes_nothing(self, store):
        store.conversations.record(turn(store))
        one, other = turn(store, words="een"), turn(store, words="twee")
        store.conversations.record(one)
        with pytest.raises(StaleConversationError):
            store.conversations.record(other)
        assert len(store.conversations.unsent()) == 2
        assert store.conversations.open("noor").messages == 4

    def test_two_first_turns_at_once_are_seen_too(self, store):
        one, other = turn(store, words="een"), turn(store, words="twee")
        store.conversations.record(one)
        with pytest.raises(StaleConversationError):
            store.conversations.record(other)
        assert len(store.transcripts.heads()) == 1

    def test_owners_do_not_get_in_each_others_way(self, store):
        noor, ann = turn(store, "noor"), turn(store, "ann")
        store.conversations.record(noor)
        store.conversations.record(ann)
        assert store.conversations.open("ann").id != store.conversations.open("noor").id

    def test_plans_are_kept_in_versions(self, store):
        store.conversations.record(turn(store, plan=plan(title="een")))
        store.conversations.record(turn(store))
        store.conversations.record(turn(store, plan=plan(title="twee")))
        newest = store.conversations.plan("noor")
        assert (newest.version, newest.plan.title) == (2, "twee")
        assert store.conversations.plan("noor", 1).plan == plan(title="een")
        assert store.conversations.plan("noor", 3) is None
        assert store.conversations.plan("ann") is None
        assert store.conversations.open("noor").plan == newest

    def test_a_reply_with_a_document_carries_the_plan_it_is_made_from(self, store):
        reply = Reply(text="hier", document=Document(name="plan.md", plan_version=1))
        given = store.conversations.record(turn(store, plan=plan(), replies=(Reply(text="klaar"), reply)))
        assert [out.plan for out in given] == [None, plan()]
        assert store.conversations.unsent("noor") == given

    def test_an_older_plan_goes_with_a_document_that_is_sent_again(self, store):
        store.conversations.record(turn(store, plan=plan()))
        reply = Reply(text="nog eens", document=Document(name="plan.md", plan_version=1))
        assert store.conversations.record(turn(store, replies=(reply,)))[0].plan == plan()

    def test_a_turn_that_ends_a_talk_begins_the_next_one(self, store):
        store.conversations.record(turn(store, profile=profile(offer="taarten"), plan=plan()))
        old = store.conversations.open("noor")
        begun = State(welcomed=True, open="business")
        store.conversations.record(turn(store, ends=True, state=begun, profile=profile(language="nl")))
        new = store.conversations.open("noor")
        assert new.id != old.id
        assert (new.state, new.messages, new.plan) == (begun, 0, None)
        assert store.conversations.plan("noor") is None
        store.conversations.record(turn(store, words="taarten"))
        assert store.conversations.open("noor").messages == 2

    def test_a_turn_that_erases_leaves_only_the_last_replies_to_be_sent(self, store):
        store.conversations.record(turn(store, profile=profile(offer="taarten"), plan=plan()))
        store.conversations.mark_sent([out.id for out in store.conversations.unsent("noor")])
        store.conversations.record(turn(store, erases=True, replies=(Reply(text="Alles is gewist."),)))
        assert [out.reply.text for out in store.conversations.unsent("noor")] == ["Alles is gewist."]
        store.conversations.mark_sent([out.id for out in store.conversations.unsent("noor")])
        assert store.conversations.unsent() == ()
        assert store.transcripts.heads() == ()
        assert store.conversations.plan("noor") is None
        assert store.conversations.open("noor").messages == 0

    def test_who_was_erased_may_begin_again(self, store):
        store.conversations.record(turn(store))
        store.conversations.record(turn(store, erases=True))
        store.conversations.record(turn(store, words="daar ben ik weer"))
        assert store.conversations.open("noor").revision == 1


class TestBusinesses:
    def test_a_turn_in_another_talk_makes_that_one_current_and_keeps_the_first(self, store):
        store.conversations.record(turn(store, profile=profile(offer="taarten"), plan=plan()))
        first = store.conversations.open("noor")
        other = store.conversations.fresh("noor", State(welcomed=True), profile(offer="fietsen"))
        store.conversations.record(turn(store, profile=other.profile, conversation=other, leaves=first.id))
        assert store.conversations.open("noor").id == other.id
        assert store.conversations.plan("noor") is None
        assert [talk.id for talk in store.conversations.all_of("noor")] == [first.id, other.id]
        now = store.conversations.open("noor")
        store.conversations.record(turn(store, profile=first.profile, conversation=first, leaves=now.id))
        assert store.conversations.open("noor").profile == first.profile
        assert store.conversations.plan("noor").version == 1

    def test_two_switches_at_once_are_seen_and_the_second_writes_nothing(self, store):
        store.conversations.record(turn(store))
        first = store.conversations.open("noor")
        one, other = (store.conversations.fresh("noor", State(), profile()) for _ in range(2))
        store.conversations.record(turn(store, conversation=one, leaves=first.id))
        with pytest.raises(StaleConversationError):
            store.conversations.record(turn(store, conversation=other, leaves=first.id))
        assert store.conversations.open("noor").id == one.id

    def test_a_talk_that_was_ended_is_not_among_them(self, store):
        store.conversations.record(turn(store))
        store.conversations.record(turn(store, ends=True))
        assert [talk.id for talk in store.conversations.all_of("noor")] == [store.conversations.open("noor").id]
        assert store.conversations.all_of("ann") == ()


def burst(*texts: str) -> Message:
    return Message(kind=MessageKind.TEXT, text=texts[-1], before=texts[:-1])


def edit(number: int, text: str) -> Message:
    return Message(kind=MessageKind.EDIT, text=text, edits=number)


class TestWhatWasTold:
    def test_messages_answered_together_are_numbered_one_by_one(self, store):
        store.conversations.record(turn(store, message=burst("een bakkerij", "in Gent")))
        assert store.conversations.open("noor").messages == 3

    def test_what_was_told_is_found_with_what_was_told_together_with_it(self, store):
        asked = State(welcomed=True, open="offer")
        store.conversations.record(turn(store, state=asked))
        known = profile(location="Gent", price="30 euro")
        facts = {field: Fact(value=fact.value, evidence=4) for field, fact in known.facts.items()}
        said = turn(store, message=burst("in Gent", "vanaf 30 euro"), profile=known, facts=facts)
        store.conversations.record(said)
        found = store.conversations.told(said.conversation.id, 4)
        assert (found.numbers, found.texts, found.question) == ((3, 4), ("in Gent", "vanaf 30 euro"), "offer")
        assert (found.before.facts, set(found.after.facts)) == ({}, set(known.facts))
        assert found == store.conversations.told(said.conversation.id, 3)

    def test_what_a_human_coach_was_told_is_known_by_the_key_of_no_question_of_ours(self, store):
        store.conversations.record(turn(store, state=State(welcomed=True, open="usp", asked_by="Mieke")))
        store.conversations.record(turn(store, words="Bello heet hij"))
        found = store.conversations.told(store.conversations.open("noor").id, 3)
        assert found is not None
        assert found.question == COACH_ASKED

    def test_replies_taps_and_what_is_not_there_were_not_told(self, store):
        first = turn(store)
        store.conversations.record(first)
        tapped = turn(store, message=said("answer:goal:repeat", MessageKind.BUTTON))
        store.conversations.record(tapped)
        assert [store.conversations.told(first.conversation.id, number) for number in (2, 3, 9)] == [None] * 3
        assert store.conversations.told("nobody", 1) is None

    def test_an_edit_takes_no_number_and_stands_in_place_of_the_words(self, store):
        known = profile(price="30 euro")
        store.conversations.record(turn(store, words="30 euro", profile=known, facts=known.facts))
        first = store.conversations.open("noor")
        cheaper = profile(price="20 euro")
        facts = {ProfileField.PRICE: Fact(value="20 euro", evidence=1)}
        store.conversations.record(turn(store, message=edit(1, "20 euro"), profile=cheaper, facts=facts, replies=()))
        after = store.conversations.open("noor")
        assert (after.messages, after.revision) == (2, first.revision + 1)
        found = store.conversations.told(first.id, 1)
        assert (found.texts, found.after.text(ProfileField.PRICE)) == (("20 euro",), "20 euro")


class TestTranscripts:
    def test_a_list_shows_the_most_recently_active_first(self, store):
        for owner in ("noor", "ann", "noor"):
            store.conversations.record(turn(store, owner))
        heads = store.transcripts.heads()
        assert [head.owner for head in heads] == ["noor", "ann"]
        assert [head.messages for head in heads] == [4, 2]
        assert heads[0].started <= heads[0].last
        assert heads[0].last.tzinfo

    def test_a_transcript_shows_every_message_beside_its_facts(self, store):
        known = profile(offer="taarten")
        given = Turn.model_validate(
            turn(store, words="ik maak taarten", profile=known).model_copy(update={"facts": known.facts}).model_dump()
        )
        store.conversations.record(given)
        (head,) = store.transcripts.heads()
        shown = store.transcripts.transcript(head.id)
        assert [(line.number, line.sender, line.text) for line in shown.lines] == [
            (1, "owner", "ik maak taarten"),
            (2, "coach", "Dag!"),
        ]
        assert shown.lines[0].facts == {ProfileField.OFFER: known.facts[ProfileField.OFFER]}
        assert shown.profile == known

    def test_facts_stay_beside_the_message_that_gave_them_when_they_are_corrected(self, store):
        for value in ("45 euro", "35 euro"):
            known = profile(price=value)
            store.conversations.record(turn(store, words=value, profile=known, facts=known.facts))
        (head,) = store.transcripts.heads()
        lines = [line for line in store.transcripts.transcript(head.id).lines if line.sender == "owner"]
        assert [line.facts[ProfileField.PRICE].value for line in lines] == ["45 euro", "35 euro"]

    def test_a_fact_that_was_forgotten_is_no_longer_in_the_profile(self, store):
        known = profile(price="45 euro")
        store.conversations.record(turn(store, profile=known, facts=known.facts))
        store.conversations.record(turn(store, profile=profile(), forgotten=(ProfileField.PRICE,)))
        (head,) = store.transcripts.heads()
        shown = store.transcripts.transcript(head.id)
        assert ProfileField.PRICE not in shown.profile
        assert shown.lines[0].facts

    def test_media_buttons_and_documents_are_shown(self, store):
        voice = Message(kind=MessageKind.MEDIA, media="voice", text="")
        reply = Reply(
            text="plan",
            buttons=((Button(label="Ja", payload="x"), Button(label="Nee", payload="y")),),
            document=Document(name="plan.md", plan_version=1),
        )
        store.conversations.record(turn(store, plan=plan(), replies=(reply,)).model_copy(update={"message": voice}))
        (head,) = store.transcripts.heads()
        shown = store.transcripts.transcript(head.id)
        assert (shown.lines[0].kind, shown.lines[0].media) == (MessageKind.MEDIA, "voice")
        assert (shown.lines[1].buttons, shown.lines[1].document) == ((("Ja", "Nee"),), "plan.md")
        assert [version.version for version in shown.plans] == [1]
        assert head.plans == 1

    def test_the_first_characters_of_an_id_are_enough_where_they_name_one(self, store):
        store.conversations.record(turn(store, "noor"))
        (head,) = store.transcripts.heads()
        assert store.transcripts.transcript(head.id[:6]).head == head
        assert store.transcripts.transcript("") is None
        assert store.transcripts.transcript("nobody") is None
        assert store.transcripts.transcript("%") is None

    def test_an_ended_talk_stays_readable(self, store):
        store.conversations.record(turn(store, words="eerste"))
        first = store.conversations.open("noor").id
        store.conversations.record(turn(store, ends=True))
        assert store.transcripts.transcript(first).lines[0].text == "eerste"


def arrival(number: int, owner: str = "noor", reference: str = "") -> Arrival:
    return Arrival(id=number, owner=owner, body=f'{{"update_id": {number}}}', reference=reference)


def ids(store: Store, owner: str = "noor") -> list[int]:
    return [arrival.id for arrival in store.inbox.unworked(owner)]


class TestInbox:
    def test_an_empty_inbox_waits_for_nobody(self, store):
        assert store.inbox.waiting() == ()
        assert store.inbox.unworked("noor") == ()
        assert store.inbox.newest() is None
        store.inbox.store([])

    def test_arrivals_are_worked_in_order_one_owner_at_a_time(self, store):
        store.inbox.store([arrival(3), arrival(1, "ann"), arrival(2)])
        assert store.inbox.waiting() == ("ann", "noor")
        assert ids(store) == [2, 3]
        assert [kept.body for kept in store.inbox.unworked("ann")] == [arrival(1).body]
        store.inbox.done(2)
        assert ids(store) == [3]
        store.inbox.done(3)
        assert store.inbox.waiting() == ("ann",)

    def test_what_came_twice_is_kept_once_even_after_it_was_done(self, store):
        store.inbox.store([arrival(1)])
        store.inbox.done(1)
        store.inbox.store([arrival(1), arrival(2)])
        assert ids(store) == [2]

    def test_the_newest_is_known_when_all_is_done(self, store):
        store.inbox.store([arrival(7), arrival(5)])
        store.inbox.done(5)
        store.inbox.done(7)
        assert store.inbox.newest() == 7
        assert store.inbox.waiting() == ()

    def test_arrivals_that_wait_are_read_as_a_group_with_the_time_they_came(self, store):
        before = datetime.now(UTC) - timedelta(seconds=1)
        store.inbox.store([arrival(1), arrival(2)])
        store.inbox.store([arrival(3)])
        times = [kept.at for kept in store.inbox.unworked("noor")]
        assert times == sorted(times)
        assert before < times[0] <= times[2] < before + timedelta(minutes=1)

    def test_large_ids_fit(self, store):
        store.inbox.store([arrival(2**53)])
        assert store.inbox.newest() == 2**53


class TestTogether:
    """On a database a turn and the arrival it came from are one transaction; the fakes know nothing of each other."""

    @pytest.fixture(params=DATABASES)
    def store(self, request, tmp_path) -> Store:
        return in_database(request, tmp_path)

    def test_a_turn_settles_its_arrival(self, store):
        store.inbox.store([arrival(1), arrival(2)])
        store.conversations.record(turn(store, arrivals=(1,)))
        assert ids(store) == [2]

    def test_the_arrivals_of_a_burst_are_settled_together(self, store):
        store.inbox.store([arrival(1), arrival(2), arrival(3)])
        store.conversations.record(turn(store, message=burst("een bakkerij", "in Gent"), arrivals=(1, 2)))
        assert ids(store) == [3]

    def test_a_burst_of_which_one_was_worked_before_writes_nothing(self, store):
        store.inbox.store([arrival(1), arrival(2)])
        store.inbox.done(2)
        with pytest.raises(ArrivalDoneError):
            store.conversations.record(turn(store, message=burst("een bakkerij", "in Gent"), arrivals=(1, 2)))
        assert ids(store) == [1]
        assert store.conversations.open("noor").messages == 0

    def test_a_message_is_found_by_what_its_medium_calls_it(self, store):
        store.inbox.store([arrival(n, reference=f"m{n}") for n in (1, 2, 3)] + [arrival(4, "ann", reference="m1")])
        store.conversations.record(turn(store, message=burst("een bakkerij", "in Gent"), arrivals=(1, 2)))
        assert [store.inbox.number_of("noor", f"m{n}") for n in (1, 2, 3)] == [1, 2, None]
        assert store.inbox.number_of("ann", "m1") is None
        store.conversations.record(turn(store, ends=True))
        assert store.inbox.number_of("noor", "m1") is None

    def test_an_owner_belongs_to_the_coach_of_the_last_link(self, store):
        coaches = DatabaseCoaches(store.database)
        for code, name in (("mieke", "Mieke"), ("jan", "Jan"), ("mieke", "Mieke Claes")):
            coaches.add(code, name)
        assert coaches.all() == (("jan", "Jan"), ("mieke", "Mieke Claes"))
        assert (coaches.named("mieke"), coaches.named("x"), coaches.code_of("noor")) == ("Mieke Claes", None, "")
        store.conversations.record(turn(store, joins="mieke"))
        store.conversations.record(turn(store))
        assert coaches.code_of("noor") == "mieke"
        assert (coaches.remove("mieke"), coaches.remove("mieke"), coaches.code_of("noor")) == (True, False, "")

    def test_an_arrival_is_worked_once_whoever_comes_second(self, store):
        store.inbox.store([arrival(1), arrival(2)])
        first, second = turn(store, arrivals=(1,)), turn(store, words="nog eens", arrivals=(1,))
        store.conversations.record(first)
        with pytest.raises(ArrivalDoneError):
            store.conversations.record(second)
        with pytest.raises(ArrivalDoneError):
            store.conversations.record(turn(store, arrivals=(1,)))
        assert store.conversations.open("noor").messages == 2
        assert len(store.conversations.unsent("noor")) == 1

    def test_a_stale_turn_leaves_its_arrival_waiting(self, store):
        store.inbox.store([arrival(1), arrival(2)])
        one, other = turn(store, arrivals=(1,)), turn(store, arrivals=(2,))
        store.conversations.record(one)
        with pytest.raises(StaleConversationError):
            store.conversations.record(other)
        assert ids(store) == [2]

    def test_erasing_leaves_nothing_of_the_owner_in_the_inbox(self, store):
        store.inbox.store([arrival(1), arrival(2)])
        store.conversations.record(turn(store, arrivals=(1,), erases=True))
        assert store.inbox.unworked("noor") == ()
        assert store.inbox.newest() == 2

    def test_numbers_of_worked_arrivals_are_forgotten_after_two_days(self, store):
        DatabaseInbox(store.database, now=lambda: datetime.now(UTC) - timedelta(days=3)).store([arrival(1), arrival(2)])
        store.inbox.store([arrival(3)])
        for number in (1, 3):
            store.inbox.done(number)
        store.inbox.sweep()
        store.inbox.store([arrival(1), arrival(3)])
        assert ids(store) == [1, 2]

    def test_facts_are_stored_with_their_evidence(self, store):
        known = profile(offer="taarten")
        fact = Fact(value="taarten", evidence=1, quote="taarten op maat")
        store.conversations.record(turn(store, profile=known, facts={ProfileField.OFFER: fact}))
        (head,) = store.transcripts.heads()
        assert store.transcripts.transcript(head.id).lines[0].facts[ProfileField.OFFER] == fact
