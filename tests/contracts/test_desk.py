"""The desk on real databases: what coaches read, find and do, and that nothing of another agency can be reached."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import inspect, text

from coaching.desk.finding import wanted
from coaching.desk.ports import StaleReviewError, UnknownConversationError
from coaching.desk.records import NOBODY, Act, Asked, Change, ConversationFilter, Opened, Status
from coaching.desk.staff import Reader, Role
from coaching.message import Button, Message, MessageKind, Reply
from coaching.ports import StaleConversationError
from coaching.records import Turn
from journey.profile import Fact, Profile, ProfileField
from journey.state import Phase, State
from storage.ciphers import new_key
from storage.coaches import DatabaseCoaches
from storage.conversations import DatabaseConversations
from storage.desk.auditing import DatabaseAudit
from storage.desk.desk import DatabaseDesk
from storage.desk.erasing import Retention
from storage.desk.insight import DatabaseInsight
from storage.desk.reviews import DatabaseReviews
from storage.desk.searching import Bounds, Found, Search
from storage.desk.staff import DatabaseAgencies, DatabaseStaff
from storage.desk.words import ROOM, catch_up
from storage.engine import Database, open_database
from storage.keeping import Keeping
from storage.sealing import blinds_of
from tests.contracts.databases import DATABASES, opened
from tests.making import plan, profile
from tests.sqlite import new_database

MIEKE = Reader(agency="main", code="mieke", name="Mieke Claes")
JO = Reader(agency="main", code="jo", name="Jo Peeters", role=Role.LEAD)
STRANGER = Reader(agency="noord", code="sven", name="Sven Dekker", role=Role.OPERATOR)
BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass
class Office:
    """A database with a clock that is set by hand."""

    database: Database
    at: datetime = BEGIN
    conversations: DatabaseConversations = field(init=False)

    def __post_init__(self) -> None:
        self.conversations = DatabaseConversations(self.database, self.now)
        self.desk = DatabaseDesk(self.database, self.now)
        self.reviews = DatabaseReviews(self.database, self.now)
        self.insight = DatabaseInsight(self.database, self.now)
        self.audit = DatabaseAudit(self.database, self.now)
        self.staff = DatabaseStaff(self.database, self.now)
        self.coaches = DatabaseCoaches(self.database)

    def now(self) -> datetime:
        return self.at

    def later(self, **passed: float) -> None:
        self.at += timedelta(**passed)

    def says(self, owner: str = "noor", words: str = "hallo", kind: str = "text", **more: Any) -> str:
        """A turn of an owner; the id of the conversation."""
        conversation = self.conversations.open(owner)
        values: dict[str, Any] = {
            "state": conversation.state.but(welcomed=True),
            "profile": conversation.profile,
            "replies": (Reply(text="Dag!"),),
        }
        message = Message(kind=MessageKind(kind), text=words)
        self.conversations.record(Turn(conversation=conversation, message=message, **{**values, **more}))
        self.later(minutes=1)
        return conversation.id

    def listed(self, reader: Reader = MIEKE, **which: Any) -> list[str]:
        return [each.id for each in self.desk.listed(reader, ConversationFilter(**which)).items]

    def opened(self, conversation: str, reader: Reader = MIEKE) -> Opened:
        found = self.desk.opened(reader, conversation)
        assert found is not None
        return found

    def changes(self, conversation: str, act: Act = Act.CORRECTED, reader: Reader = MIEKE, **what: Any) -> int:
        seen = what.pop("seen", None) or self.opened(conversation, reader).revision
        return self.reviews.record(reader, Change(conversation=conversation, seen=seen, act=act, **what))

    def found(self, words: str, reader: Reader = MIEKE) -> list[str]:
        return ["".join(piece.text for piece in hit.snippet) for hit in self.desk.search(reader, words).items]

    def found_in(self, words: str, reader: Reader = MIEKE, **which: Any) -> list[str]:
        return [hit.conversation for hit in self.desk.search(reader, words, ConversationFilter(**which)).items]

    def searched(
        self, words: str, bounds: Bounds, clock: Callable[[], float], before: int | None = None, **which: Any
    ) -> Found:
        catch_up(self.database)
        with self.database.reading() as connection:
            asked = Search(connection, MIEKE, wanted(words), ConversationFilter(**which), self.now(), bounds)
            return asked.before(before, 10, clock)


@pytest.fixture(params=[*DATABASES, "encrypted"])
def office(request, tmp_path) -> Office:
    sealed = request.param == "encrypted"
    office = Office(open_database(new_database(tmp_path), keys=[new_key()]) if sealed else opened(request, tmp_path))
    for reader in (MIEKE, JO, STRANGER):
        office.staff.invite(reader.agency, reader.code, reader.name, reader.role, "", office.at)
    return office


class TestTheList:
    def test_shows_the_most_recently_active_first(self, office):
        noor, ann = office.says("noor"), office.says("ann")
        assert office.listed() == [ann, noor]
        office.says("noor")
        assert office.listed() == [noor, ann]

    def test_says_what_a_coach_needs_to_choose(self, office):
        known = profile(business_name="Bakkerij Molenzicht", sector="bakery")
        state = State(welcomed=True, open="goal", asked=("business", "goal"))
        noor = office.says(profile=known, state=state)
        (head,) = office.desk.listed(MIEKE, ConversationFilter()).items
        assert (head.id, head.business, head.sector, head.language) == (noor, "Bakkerij Molenzicht", "bakery", "nl")
        assert (head.status, head.topic, head.messages) == (Status.INTERVIEWING, "goal", 2)
        assert (head.started, head.last) == (BEGIN, BEGIN)

    def test_never_shows_who_the_owner_is_on_their_medium(self, office):
        office.says("telegram:4711")
        assert "4711" not in office.desk.listed(MIEKE, ConversationFilter()).model_dump_json()
        assert "4711" not in office.opened(office.listed()[0]).model_dump_json()

    def test_comes_in_pages_that_neither_repeat_nor_leave_out(self, office):
        all_ = [office.says(f"owner{number}") for number in range(5)]
        first = office.desk.listed(MIEKE, ConversationFilter(), limit=2)
        second = office.desk.listed(MIEKE, ConversationFilter(), after=first.following, limit=2)
        third = office.desk.listed(MIEKE, ConversationFilter(), after=second.following, limit=2)
        assert [each.id for page in (first, second, third) for each in page.items] == all_[::-1]
        assert third.following == ""

    def test_begins_at_the_beginning_where_the_place_is_nonsense(self, office):
        noor = office.says()
        assert [each.id for each in office.desk.listed(MIEKE, ConversationFilter(), after="' OR 1=1 --").items] == [
            noor
        ]

    def test_counts_as_unread_what_this_coach_has_not_seen(self, office):
        noor = office.says()
        office.desk.read(MIEKE, noor, 2)
        assert office.listed(unread=True) == []
        assert office.listed(JO, unread=True) == [noor]
        office.says()
        (head,) = office.desk.listed(MIEKE, ConversationFilter(unread=True)).items
        assert (head.id, head.unread) == (noor, 2)

    def test_what_comes_in_while_a_coach_reads_stays_unread(self, office):
        noor = office.says()
        office.says()
        office.desk.read(MIEKE, noor, 2)
        (head,) = office.desk.listed(MIEKE, ConversationFilter(unread=True)).items
        assert head.unread == 2
        office.desk.read(MIEKE, noor, 1)
        assert office.desk.listed(MIEKE, ConversationFilter(unread=True)).items[0].unread == 2

    def test_what_a_colleague_writes_is_unread_too(self, office):
        noor = office.says()
        office.desk.read(JO, noor, 2)
        office.changes(noor, Act.WROTE, replies=(Reply(text="Ik bel u"),))
        assert office.listed(JO, unread=True) == [noor]

    def test_a_coach_who_comes_later_has_nothing_to_catch_up_with(self, office):
        noor = office.says()
        els = Reader(agency="main", code="els", name="Els")
        office.staff.invite("main", "els", "Els", Role.COACH, "", office.at)
        assert office.listed(els, unread=True) == []
        office.says()
        (head,) = office.desk.listed(els, ConversationFilter(unread=True)).items
        assert (head.id, head.unread) == (noor, 2)

    def test_to_the_coaches_of_another_agency_all_is_unread_when_an_owner_comes_to_them(self, office):
        noor = office.says()
        office.desk.read(MIEKE, noor, 2)
        office.says(joins="sven")
        assert office.listed(STRANGER, unread=True) == [noor]
        assert office.desk.listed(STRANGER, ConversationFilter()).items[0].unread == 4
        assert office.listed(JO, unread=True) == []

    def test_what_was_read_stays_read(self, office):
        noor = office.says()
        office.desk.read(MIEKE, noor, 2)
        office.desk.read(MIEKE, noor, 1)
        assert office.desk.listed(MIEKE, ConversationFilter()).items[0].unread == 0

    def test_filters_combine(self, office):
        bakery = profile(sector="bakery")
        noor = office.says("noor", profile=bakery)
        office.says("ann", profile=bakery, state=State(language="en", welcomed=True))
        office.says("bo", profile=profile(sector="florist"))
        assert office.listed(sectors=("bakery",), languages=("nl",)) == [noor]
        assert office.listed(sectors=("bakery",), languages=("nl",), statuses=(Status.CLOSED,)) == []

    def test_filters_by_assignee_and_by_nobody(self, office):
        noor, ann = office.says("noor"), office.says("ann")
        office.changes(noor, Act.ASSIGNED, assignee="jo")
        assert office.listed(assignees=("jo",)) == [noor]
        assert office.listed(assignees=(NOBODY,)) == [ann]
        assert office.desk.listed(MIEKE, ConversationFilter(assignees=("jo",))).items[0].assignee_name == "Jo Peeters"

    def test_filters_by_tag(self, office):
        noor, _ = office.says("noor"), office.says("ann")
        office.reviews.tag(MIEKE, noor, 1, "voorbeeld")
        office.reviews.tag(JO, noor, 1, "voorbeeld")
        assert office.listed(tags=("voorbeeld",)) == [noor]
        assert office.desk.choices(MIEKE).tags == ("voorbeeld",)
        office.reviews.untag(MIEKE, noor, 1, "voorbeeld")
        assert office.listed(tags=("voorbeeld",)) == []

    def test_offers_the_choices_of_its_own_agency(self, office):
        office.says("noor", profile=profile(sector="bakery"))
        assert office.desk.choices(MIEKE).sectors == ("bakery",)
        assert office.desk.choices(MIEKE).coaches == (("jo", "Jo Peeters"), ("mieke", "Mieke Claes"))
        assert office.desk.choices(STRANGER).sectors == ()


class TestStatus:
    def test_an_interview_is_stalled_after_three_days_of_silence(self, office):
        noor = office.says()
        office.later(days=4)
        ann = office.says("ann")
        assert office.listed(statuses=(Status.STALLED,)) == [noor]
        assert office.listed(statuses=(Status.INTERVIEWING,)) == [ann]
        assert office.listed(statuses=(Status.INTERVIEWING, Status.STALLED)) == [ann, noor]
        assert office.desk.counts(MIEKE)[Status.STALLED] == 1

    def test_a_plan_makes_it_ready_and_a_new_one_must_be_approved_anew(self, office):
        noor = office.says(plan=plan())
        assert office.listed(statuses=(Status.PLAN_READY,)) == [noor]
        office.changes(noor, Act.APPROVED, status=Status.APPROVED, approves=1)
        office.says()
        assert office.listed(statuses=(Status.APPROVED,)) == [noor]
        office.says(plan=plan(title="twee"))
        assert office.listed(statuses=(Status.PLAN_READY,)) == [noor]
        assert [(each.version, each.approved_by) for each in office.opened(noor).plans] == [(1, "mieke"), (2, "")]

    def test_who_cannot_be_understood_needs_a_coach_until_they_are(self, office):
        noor = office.says(state=State(welcomed=True, open="goal", strikes=2))
        assert office.listed(statuses=(Status.NEEDS_COACH,)) == [noor]
        office.says(state=State(welcomed=True, open="channels"))
        assert office.listed(statuses=(Status.INTERVIEWING,)) == [noor]

    def test_what_was_ended_is_closed(self, office):
        noor = office.says(profile=profile(offer="taart", business_name="Zaak"))
        office.says(ends=True, state=State(welcomed=True), profile=Profile(), forgotten=(ProfileField.OFFER,))
        assert office.listed(statuses=(Status.CLOSED,)) == [noor]
        assert (office.opened(noor).profile.text(ProfileField.OFFER), office.opened(noor).head.business) == (
            "taart",
            "Zaak",
        )
        assert office.desk.counts(MIEKE) == {status: int(status is Status.CLOSED) for status in Status}


class TestSearch:
    def test_finds_words_whatever_their_case_and_accents(self, office):
        office.says(words="Één CRÈME brûlée voor Zoë")
        assert office.found("creme BRULEE") == ["Één CRÈME brûlée voor Zoë"]
        assert office.found("zoe") == office.found("Zoë")

    def test_marks_the_hits_in_what_stands_around_them(self, office):
        office.says(words=f"{'vooraf ' * 40}de bruidstaart van juni {'daarna ' * 40}")
        (hit,) = office.desk.search(MIEKE, "bruidstaart juni").items
        assert [piece.text for piece in hit.snippet if piece.hit] == ["bruidstaart", "juni"]
        text = "".join(piece.text for piece in hit.snippet)
        assert text.startswith("…")
        assert text.endswith("…")
        assert len(text) < 200

    def test_wants_every_word_in_one_message(self, office):
        office.says(words="taart en brood")
        office.says(words="alleen taart")
        assert office.found("taart brood") == ["taart en brood"]

    def test_takes_the_beginning_of_a_word_with_a_star(self, office):
        noor = office.says(words="twee taarten")
        assert office.found("taart") == []
        blind = blinds_of(office.database.engine.dialect)
        assert office.found("taart*") == ([] if blind else ["twee taarten"])
        assert office.found_in("taart*", languages=("nl",)) == ([] if blind else [noor])

    def test_finds_what_bot_and_coach_wrote_too(self, office):
        noor = office.says(replies=(Reply(text="Wat bakt u?"),))
        office.changes(noor, Act.WROTE, replies=(Reply(text="Ik bel u morgen, Mieke"),))
        (bot,) = office.desk.search(MIEKE, "bakt").items
        (coach,) = office.desk.search(MIEKE, "morgen").items
        assert (bot.sender, bot.by, bot.message) == ("coach", "", 2)
        assert (coach.sender, coach.by, coach.message) == ("coach", "mieke", 3)

    def test_finds_no_payloads_of_buttons(self, office):
        office.says(words="answer:goal:repeat", kind="button")
        assert office.found("repeat") == []

    def test_finds_an_edited_message_by_what_it_says_now(self, office):
        office.says(words="taart")
        assert office.found("taart") == ["taart"]
        conversation = office.conversations.open("noor")
        edit = Message(kind=MessageKind.EDIT, text="brood", edits=1)
        turn = Turn(conversation=conversation, message=edit, state=conversation.state, profile=conversation.profile)
        office.conversations.record(turn)
        assert (office.found("taart"), office.found("brood")) == ([], ["brood"])

    def test_comes_in_pages_newest_first(self, office):
        for number in range(5):
            office.says(words=f"taart {number}")
        first = office.desk.search(MIEKE, "taart", limit=3)
        second = office.desk.search(MIEKE, "taart", after=first.following, limit=3)
        assert [hit.message for page in (first, second) for hit in page.items] == [9, 7, 5, 3, 1]
        assert second.following == ""

    def test_looks_only_in_conversations_that_fit_every_filter(self, office):
        asked = State(welcomed=True, open="goal", asked=("business", "goal"))
        noor = office.says("noor", words="taart", profile=profile(sector="bakery"), state=asked)
        office.says("ann", words="taart", profile=profile(sector="florist"), state=State(language="en", welcomed=True))
        office.reviews.tag(MIEKE, noor, 1, "voorbeeld")
        office.changes(noor, Act.ASSIGNED, assignee="jo")
        for which in (
            {"sectors": ("bakery",)},
            {"languages": ("nl",)},
            {"topics": ("goal",)},
            {"tags": ("voorbeeld",)},
            {"assignees": ("jo",)},
            {"sectors": ("bakery",), "languages": ("nl",), "statuses": (Status.INTERVIEWING,), "unread": True},
        ):
            assert office.found_in("taart", **which) == [noor], which
        assert office.found_in("taart", sectors=("bakery",), languages=("en",)) == []
        assert len(office.found_in("taart", statuses=(Status.INTERVIEWING,))) == 2

    def test_among_the_unread_finds_what_this_coach_has_not_read(self, office):
        noor, ann = office.says("noor", words="taart"), office.says("ann", words="taart")
        office.desk.read(MIEKE, noor, 2)
        assert office.found_in("taart", unread=True) == [ann]
        assert office.found_in("taart", JO, unread=True) == [ann, noor]

    @pytest.mark.parametrize("few", [0, 10])
    def test_finds_the_same_whether_few_or_many_conversations_fit(self, office, few):
        for owner, sector in (("noor", "bakery"), ("ann", "florist"), ("bo", "bakery")):
            office.says(owner, words="de taart, een crème", profile=profile(sector=sector))
        office.says("jan", words="taartjes met creme", profile=profile(sector="bakery"))
        bounds = Bounds(few=few, span=1, together=1)
        for words in ("taart", "crème taart", "DE"):
            found = office.searched(words, bounds, lambda: 0.0, sectors=("bakery",))
            assert ([number // ROOM for number in found.documents], found.reached) == ([3, 1], None), words

    @pytest.mark.parametrize("few", [0, 10])
    def test_that_takes_too_long_hands_over_what_it_has_and_goes_on_from_there(self, office, few):
        for owner in ("noor", "ann", "bo"):
            office.says(owner, words="taart")
        bounds = Bounds(few=few, span=1, together=1)
        found = office.searched("taart", bounds, count(0.0, 60.0).__next__, languages=("nl",))
        assert [number // ROOM for number in found.documents] == [3]
        rest = office.searched("taart", bounds, lambda: 0.0, before=found.reached, languages=("nl",))
        assert [number // ROOM for number in rest.documents] == [2, 1]

    @pytest.mark.parametrize(
        "query", ["", "  ", "*", '"', "'; DROP TABLE messages; --", "a AND", "NEAR(", "agency*", ":*&!"]
    )
    def test_takes_anything_for_words(self, office, query):
        office.says(words="hallo")
        assert office.found(query) == []


class TestOneConversation:
    def test_shows_presses_by_their_label(self, office):
        buttons = ((Button(label="Vaker terugkomen", payload="answer:goal:repeat"),),)
        noor = office.says(replies=(Reply(text="Wat?", buttons=buttons),))
        office.says(words="answer:goal:repeat", kind="button")
        assert [line.pressed for line in office.opened(noor).lines] == ["", "", "Vaker terugkomen", ""]
        assert office.desk.lines(MIEKE, noor, 2)[0].pressed == "Vaker terugkomen"

    def test_links_facts_and_messages_both_ways(self, office):
        said = Fact(value="taarten", evidence=1, quote="taarten")
        noor = office.says(words="taarten", facts={ProfileField.OFFER: said}, profile=profile(offer="taarten"))
        whole = office.opened(noor)
        assert whole.lines[0].fields == (ProfileField.OFFER,)
        assert [(entry.field, entry.message, entry.by) for entry in whole.facts] == [("offer", 1, "")]

    def test_keeps_the_history_of_a_corrected_fact(self, office):
        said = Fact(value="taarten", evidence=1)
        noor = office.says(facts={ProfileField.OFFER: said}, profile=profile(offer="taarten"))
        office.changes(noor, facts={ProfileField.OFFER: Fact(value="bruidstaarten")})
        whole = office.opened(noor)
        assert whole.profile.text(ProfileField.OFFER) == "bruidstaarten"
        assert [(entry.fact and entry.fact.value, entry.by) for entry in whole.facts] == [
            ("taarten", ""),
            ("bruidstaarten", "mieke"),
        ]
        assert office.conversations.open("noor").profile.text(ProfileField.OFFER) == "bruidstaarten"

    def test_shows_notes_with_who_wrote_them_and_where(self, office):
        noor = office.says(plan=plan())
        office.reviews.note(MIEKE, noor, "Mooi gezegd", message=1)
        office.reviews.note(JO, noor, "Te duur?", version=1, place="2b")
        assert [(n.text, n.by_name, n.message, n.version, n.place) for n in office.opened(noor).notes] == [
            ("Mooi gezegd", "Mieke Claes", 1, None, ""),
            ("Te duur?", "Jo Peeters", None, 1, "2b"),
        ]

    def test_gives_only_the_new_messages_to_who_saw_the_others(self, office):
        noor = office.says()
        office.says(words="nog iets")
        assert [line.text for line in office.desk.lines(MIEKE, noor, 2)] == ["nog iets", "Dag!"]

    def test_shows_what_was_asked_back(self, office):
        asked = Asked(intent="theory", question="goal", label="general/persona", nearness=0.95)
        noor = office.says(asked=asked)
        assert office.opened(noor).lines[0].asked == asked


class TestChanges:
    def test_a_coach_who_saw_an_older_state_changes_nothing(self, office):
        noor = office.says()
        seen = office.opened(noor).revision
        office.changes(noor, Act.ASSIGNED, reader=JO, assignee="jo", seen=seen)
        with pytest.raises(StaleReviewError):
            office.changes(noor, Act.ASSIGNED, assignee="mieke", seen=seen)
        assert office.opened(noor).head.assignee == "jo"

    def test_a_message_alone_makes_no_change_stale_but_a_new_fact_does(self, office):
        noor = office.says()
        seen = office.opened(noor).revision
        office.says(words="een groet")
        assert office.changes(noor, Act.ASSIGNED, assignee="jo", seen=seen) == seen + 1
        seen = office.opened(noor).revision
        office.says(facts={ProfileField.OFFER: Fact(value="brood")})
        with pytest.raises(StaleReviewError):
            office.changes(noor, facts={ProfileField.OFFER: Fact(value="taart")}, seen=seen)

    def test_a_turn_under_way_begins_anew_after_it(self, office):
        noor = office.says()
        under_way = office.conversations.open("noor")
        office.changes(noor, facts={ProfileField.OFFER: Fact(value="brood")})
        turn = Turn(
            conversation=under_way,
            message=Message(kind=MessageKind.TEXT, text="x"),
            state=under_way.state,
            profile=under_way.profile,
        )
        with pytest.raises(StaleConversationError):
            office.conversations.record(turn)

    def test_what_a_coach_writes_reaches_the_owner_in_order(self, office):
        noor = office.says()
        office.changes(noor, Act.WROTE, replies=(Reply(text="Mieke hier."), Reply(text="Lukt het?")))
        assert [out.reply.text for out in office.conversations.unsent("noor")] == ["Dag!", "Mieke hier.", "Lukt het?"]
        assert [(line.text, line.by) for line in office.opened(noor).lines[2:]] == [
            ("Mieke hier.", "mieke"),
            ("Lukt het?", "mieke"),
        ]
        office.says(words="ja")
        assert [line.number for line in office.opened(noor).lines] == [1, 2, 3, 4, 5, 6]

    def test_the_bot_knows_who_took_over_until_it_is_handed_back(self, office):
        noor = office.says()
        office.changes(noor, Act.TOOK_OVER, taken_by="mieke")
        assert office.conversations.open("noor").taken_by == "mieke"
        assert office.conversations.all_of("noor")[0].taken_by == "mieke"
        office.changes(noor, Act.HANDED_BACK, taken_by="")
        assert office.conversations.open("noor").taken_by == ""

    def test_an_edited_plan_is_a_new_version_of_the_coach(self, office):
        noor = office.says(plan=plan())
        office.changes(noor, Act.EDITED, plan=plan(title="Beter"))
        assert [(each.version, each.by, each.plan.title) for each in office.opened(noor).plans][1:] == [
            (2, "mieke", "Beter")
        ]
        current = office.conversations.open("noor").plan
        assert current is not None
        assert current.version == 2

    def test_what_is_asked_for_stands_with_the_newest_version(self, office):
        noor = office.says(plan=plan())
        office.changes(noor, Act.ASKED_CHANGES, asks="Korter graag", status=Status.NEEDS_COACH)
        assert office.opened(noor).plans[0].asks == "Korter graag"

    def test_a_note_goes_by_its_writer_or_a_lead(self, office):
        noor = office.says()
        mine, other = office.reviews.note(MIEKE, noor, "a"), office.reviews.note(JO, noor, "b")
        assert not office.reviews.remove_note(MIEKE, noor, other)
        assert office.reviews.remove_note(JO, noor, mine)
        assert [note.id for note in office.opened(noor).notes] == [other]

    def test_a_tag_goes_only_on_a_message_that_is_there(self, office):
        noor = office.says()
        office.reviews.tag(MIEKE, noor, 99, "voorbeeld")
        assert office.opened(noor).tags == ()


class TestNews:
    def test_the_mark_differs_whenever_something_but_the_messages_does(self, office):
        noor = office.says()
        marks = [office.desk.mark(JO, noor)]
        for change in (
            lambda: office.reviews.note(MIEKE, noor, "Bellen"),
            lambda: office.reviews.tag(MIEKE, noor, 1, "taart"),
            lambda: office.reviews.untag(MIEKE, noor, 1, "taart"),
            lambda: office.changes(noor, Act.ASSIGNED, assignee="jo"),
        ):
            change()
            marks.append(office.desk.mark(JO, noor))
        assert len(set(marks)) == len(marks)
        office.desk.read(JO, noor, 2)
        assert office.desk.mark(JO, noor) == marks[-1]


class TestAnotherAgency:
    def test_reads_counts_finds_and_guesses_nothing(self, office):
        noor = office.says(words="taart")
        assert office.listed(STRANGER) == []
        assert sum(office.desk.counts(STRANGER).values()) == 0
        assert office.found("taart", STRANGER) == []
        assert office.desk.opened(STRANGER, noor) is None
        assert office.desk.lines(STRANGER, noor, 0) == ()
        assert office.desk.mark(STRANGER, noor) is None

    def test_changes_nothing(self, office):
        noor = office.says()
        office.desk.read(STRANGER, noor, 2)
        change = Change(conversation=noor, seen=1, act=Act.ASSIGNED, assignee="sven")
        attempts = (
            lambda: office.reviews.record(STRANGER, change),
            lambda: office.reviews.note(STRANGER, noor, "x"),
            lambda: office.reviews.remove_note(STRANGER, noor, 1),
            lambda: office.reviews.tag(STRANGER, noor, 1, "x"),
            lambda: office.reviews.untag(STRANGER, noor, 1, "x"),
            lambda: office.reviews.erase(STRANGER, noor),
        )
        for attempt in attempts:
            with pytest.raises(UnknownConversationError):
                attempt()
        assert office.opened(noor).head.assignee == ""
        assert office.audit.entries(STRANGER).items == ()

    def test_has_insight_of_its_own(self, office):
        office.says(asked=Asked(intent="meaning"), state=State(welcomed=True, asked=("goal",)))
        assert office.insight.funnel(STRANGER) == ()
        assert office.insight.asked_back(STRANGER) == ()
        assert office.insight.effort(STRANGER).plans == 0

    def test_gets_the_conversations_of_an_owner_who_follows_its_coach(self, office):
        noor = office.says(words="taart", asked=Asked(intent="meaning"))
        assert office.found("taart") == ["taart"]
        office.says(words="/start sven", kind="command", joins="sven")
        assert (office.listed(), office.listed(STRANGER)) == ([], [noor])
        assert (office.found("taart"), office.found("taart", STRANGER)) == ([], ["taart"])
        assert len(office.insight.asked_back(STRANGER)) == 1

    def test_keeps_them_when_its_coach_leaves(self, office):
        noor = office.says(joins="sven")
        office.coaches.remove("sven")
        office.says()
        assert (office.listed(), office.listed(STRANGER)) == ([], [noor])


class TestInsight:
    def test_the_funnel_says_what_became_of_each_question(self, office):
        done = State(welcomed=True, phase=Phase.PLANNED, asked=("business", "offer", "goal"), skipped=("offer",))
        office.says("noor", state=done, plan=plan())
        office.says("ann", state=State(welcomed=True, asked=("business", "offer"), probed=("business",), open="offer"))
        office.later(days=4)
        steps = {step.question: step for step in office.insight.funnel(MIEKE)}
        assert list(steps) == ["business", "offer", "goal"]
        business, offer = steps["business"], steps["offer"]
        assert (business.asked, business.answered, business.probed, business.left) == (2, 2, 1, 0)
        assert (offer.asked, offer.answered, offer.skipped, offer.left) == (2, 0, 1, 1)

    def test_who_only_just_came_did_not_leave(self, office):
        office.says(state=State(welcomed=True, asked=("business",), open="business"))
        assert office.insight.funnel(MIEKE)[0].left == 0

    def test_who_says_nothing_more_left_without_anything_that_changes(self, office):
        office.says("noor", state=State(welcomed=True, asked=("business",), open="business"))
        office.says("ann", state=State(welcomed=True, asked=("business",), open="business"))
        office.later(days=2)
        office.says("ann", words="nog even")
        assert office.insight.funnel(MIEKE)[0].left == 0
        office.later(days=2)
        assert office.insight.funnel(MIEKE)[0].left == 1
        office.later(days=2)
        assert office.insight.funnel(MIEKE)[0].left == 2
        office.says("noor", words="daar ben ik weer")
        assert office.insight.funnel(MIEKE)[0].left == 1

    def test_it_follows_whatever_changes(self, office):
        asked = State(welcomed=True, asked=("business",), open="business")
        noor = office.says("noor", state=asked, asked=Asked(intent="why"), profile=profile(channels_current=("shop",)))
        assert (_asked(office, "business"), len(office.insight.asked_back(MIEKE))) == (1, 1)
        office.says("noor", state=asked.but(asked=("business", "goal"), open="goal"))
        assert (_asked(office, "business"), _asked(office, "goal")) == (1, 1)
        office.changes(noor, facts={ProfileField.CHANNELS_CURRENT: Fact(value=("van",))})
        assert [bar.key for bar in office.insight.chosen(MIEKE).channels] == ["van"]
        office.reviews.erase(JO, noor)
        assert (office.insight.funnel(MIEKE), office.insight.asked_back(MIEKE)) == ((), ())
        assert office.insight.chosen(MIEKE).channels == ()

    def test_turns_and_minutes_count_to_the_first_plan(self, office):
        office.says()
        office.later(minutes=7)
        office.says(plan=plan())
        office.says(plan=plan())
        effort = office.insight.effort(MIEKE)
        assert (effort.plans, effort.median_turns, effort.median_minutes) == (1, 2, 8)
        assert [(bar.key, bar.count) for bar in effort.minutes] == [("5", 1)]

    def test_questions_back_are_counted_with_what_stood_open(self, office):
        for owner in ("noor", "ann"):
            office.says(owner, asked=Asked(intent="meaning", question="persona"))
        office.says("bo", asked=Asked(intent="why", question="persona"))
        assert [(a.intent, a.question, a.count) for a in office.insight.asked_back(MIEKE)] == [
            ("meaning", "persona", 2),
            ("why", "persona", 1),
        ]

    def test_a_question_was_answered_poorly_where_nothing_fitted_or_it_did_not_help(self, office):
        office.says(words="goed", asked=Asked(intent="theory", label="general/persona", nearness=0.97))
        office.says(words="niets", asked=Asked(intent="theory", label="", nearness=0.84))
        assert [poor.text for poor in office.insight.poor_answers(MIEKE)] == ["niets"]
        office.says(words="nuttig", asked=Asked(intent="theory", label="general/persona", nearness=0.97))
        office.says(words="daar heb ik niks aan", unhelpful=True)
        poor = office.insight.poor_answers(MIEKE)
        assert [(each.text, each.unhelpful) for each in poor] == [("nuttig", True), ("niets", False)]

    def test_channels_and_models_are_counted(self, office):
        office.says("noor", profile=profile(channels_current=("instagram", "shop")), plan=plan())
        office.says("ann", profile=profile(channels_current=("instagram",)))
        chosen = office.insight.chosen(MIEKE)
        assert [(bar.key, bar.count) for bar in chosen.channels] == [("instagram", 2), ("shop", 1)]
        assert [(bar.key, bar.count) for bar in chosen.models] == [("aida", 1)]

    def test_it_leaves_out_what_began_before_a_day(self, office):
        office.says("noor", asked=Asked(intent="why"), plan=plan(), state=State(asked=("goal",)))
        after = (office.at + timedelta(days=1)).date()
        assert office.insight.funnel(MIEKE, after) == ()
        assert office.insight.effort(MIEKE, after).plans == 0
        assert office.insight.asked_back(MIEKE, after) == ()
        assert office.insight.chosen(MIEKE, after).models == ()


def _asked(office: Office, question: str) -> int:
    """How many owners of the agency were asked this question."""
    return sum(step.asked for step in office.insight.funnel(MIEKE) if step.question == question)


class TestErasing:
    def test_leaves_nothing_but_that_it_happened(self, office):
        noor = office.says(words="taart", asked=Asked(intent="why"), plan=plan())
        office.reviews.note(MIEKE, noor, "geheim")
        office.reviews.tag(MIEKE, noor, 1, "voorbeeld")
        office.desk.read(MIEKE, noor, 1)
        assert office.found("taart") == ["taart"]
        office.reviews.erase(JO, noor)
        Keeping(office.database, 0, office.now).tidy()
        assert office.listed() == []
        assert office.desk.opened(MIEKE, noor) is None
        assert office.found("taart") == []
        assert everything_in(office.database) == {"agencies", "coaches", "audit"}
        newest = office.audit.entries(JO).items[0]
        assert (newest.coach, newest.act, newest.conversation) == ("jo", Act.DELETED, noor)

    def test_by_the_owner_does_the_same(self, office):
        noor = office.says(words="taart")
        office.reviews.note(MIEKE, noor, "geheim")
        assert office.found("taart") == ["taart"]
        office.conversations.mark_sent([out.id for out in office.conversations.unsent()])
        office.says(erases=True, replies=())
        Keeping(office.database, 0, office.now).tidy()
        assert everything_in(office.database) == {"agencies", "coaches", "audit"}
        newest = office.audit.entries(MIEKE).items[0]
        assert (newest.coach, newest.act, newest.detail) == ("", Act.DELETED, "owner")

    def test_keeps_the_owner_who_has_another_conversation(self, office):
        first = office.says(words="taart")
        office.says(ends=True, state=State(welcomed=True))
        office.says(words="brood")
        office.reviews.erase(JO, first)
        assert office.found("brood") == ["brood"]
        assert len(office.listed()) == 1

    def test_comes_by_itself_when_the_time_is_over(self, office):
        old = office.says("noor")
        office.later(days=20)
        new = office.says("ann")
        office.later(days=15)
        assert Retention(office.database, 0, office.now).sweep() == 0
        assert Retention(office.database, 30, office.now).sweep() == 1
        assert office.listed() == [new]
        assert office.audit.entries(MIEKE, conversation=old).items[0].detail == "retention"


class TestAudit:
    def test_knows_who_did_what_newest_first(self, office):
        noor = office.says()
        office.audit.add(MIEKE, Act.SAW, noor)
        office.changes(noor, Act.ASSIGNED, reader=JO, assignee="jo", detail="jo")
        entries = office.audit.entries(MIEKE).items
        assert [(e.coach, e.act, e.conversation, e.detail) for e in entries] == [
            ("jo", Act.ASSIGNED, noor, "jo"),
            ("mieke", Act.SAW, noor, ""),
        ]
        assert [e.coach for e in office.audit.entries(MIEKE, act=Act.SAW).items] == ["mieke"]
        assert [e.act for e in office.audit.entries(MIEKE, coach="jo").items] == [Act.ASSIGNED]

    def test_names_a_conversation_as_the_list_does_until_it_is_erased(self, office):
        noor = office.says(profile=profile(business_name="Molenzicht"))
        office.audit.add(MIEKE, Act.SAW, noor)
        (entry,) = office.audit.entries(MIEKE).items
        assert (entry.number, entry.business) == (1, "Molenzicht")
        office.reviews.erase(JO, noor)
        assert {(entry.number, entry.business) for entry in office.audit.entries(MIEKE).items} == {(None, "")}

    def test_counts_looking_again_within_the_hour_once(self, office):
        noor = office.says()
        for _ in range(3):
            office.audit.add(MIEKE, Act.SAW, noor)
        office.audit.add(JO, Act.SAW, noor)
        office.later(hours=2)
        office.audit.add(MIEKE, Act.SAW, noor)
        assert [entry.coach for entry in office.audit.entries(MIEKE).items] == ["mieke", "jo", "mieke"]

    def test_comes_in_pages(self, office):
        for number in range(3):
            office.audit.add(MIEKE, Act.EXPORTED, f"c{number}")
        first = office.audit.entries(MIEKE, limit=2)
        second = office.audit.entries(MIEKE, after=first.following, limit=2)
        assert [e.conversation for page in (first, second) for e in page.items] == ["c2", "c1", "c0"]


class TestStaff:
    def test_an_invitation_is_taken_once_and_in_time(self, office):
        until = office.at + timedelta(days=1)
        assert office.staff.invite("main", "els", "Els", Role.COACH, "token", until)
        assert office.staff.invited("token").reader.code == "els"
        taken = office.staff.accept("token", "hash")
        assert (taken.reader.name, taken.password, taken.generation) == ("Els", "hash", 1)
        assert office.staff.accept("token", "other") is None
        assert office.staff.invited("token") is None

    def test_an_invitation_expires(self, office):
        office.staff.invite("main", "els", "Els", Role.COACH, "token", office.at + timedelta(days=1))
        office.later(days=2)
        assert office.staff.invited("token") is None
        assert office.staff.accept("token", "hash") is None

    def test_no_invitation_is_never_an_invitation(self, office):
        assert office.staff.invited("") is None
        assert office.staff.accept("", "hash") is None

    def test_a_code_of_another_agency_cannot_be_taken(self, office):
        assert not office.staff.invite("main", "sven", "Dief", Role.LEAD, "token", office.at + timedelta(days=1))
        assert office.staff.account("sven").reader.agency == "noord"
        assert not office.staff.set_active(JO, "sven", active=False)
        assert not office.staff.set_role(JO, "sven", Role.COACH)

    def test_every_session_ends_with_another_password_role_or_being_let_out(self, office):
        office.staff.change_password("mieke", "hash")
        office.staff.set_role(JO, "mieke", Role.LEAD)
        office.staff.set_active(JO, "mieke", active=False)
        account = office.staff.account("mieke")
        assert (account.generation, account.reader.role, account.active) == (3, Role.LEAD, False)

    def test_a_lead_sees_the_coaches_of_the_own_agency(self, office):
        assert [account.reader.code for account in office.staff.all(JO)] == ["jo", "mieke"]

    def test_agencies_have_names(self, office):
        agencies = DatabaseAgencies(office.database)
        agencies.add("noord", "Noord")
        agencies.add("noord", "Bureau Noord")
        assert agencies.all() == [("main", ""), ("noord", "Bureau Noord")]


def everything_in(database: Database) -> set[str]:
    """The tables in which there is anything, the schema's own and the key's left out."""
    with database.engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if not name.startswith("message_words_")]
        full = {name for name in names if connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar()}
    return full - {"alembic_version", "seals"}


class TestKeeping:
    def test_words_are_indexed_without_anybody_searching(self, office):
        office.says(words="taart")
        Keeping(office.database, 0, office.now).tidy()
        with office.database.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM message_words")).scalar() == 2

    def test_days_are_counted_without_anybody_looking(self, office):
        office.says(state=State(welcomed=True, asked=("business",), open="business"))
        Keeping(office.database, 0, office.now).tidy()
        with office.database.reading() as connection:
            assert connection.execute(text("SELECT figure, key, count FROM day_counts")).all() == [
                ("step", "business!", 1)
            ]

    def test_what_was_not_yet_stored_when_a_day_was_counted_is_counted_later(self, request, tmp_path):
        office = Office(open_database(tmp_path, request.getfixturevalue("postgres").current()))
        office.says(state=State(welcomed=True, asked=("business",), open="business"))
        with office.database.engine.begin() as turn:
            turn.execute(text("UPDATE reviews SET path = 'business goal!'"))
            assert _asked(office, "goal") == 0
        assert _asked(office, "goal") == 1

    def test_what_is_too_old_goes_at_the_start_and_then_at_night(self, office):
        office.at = BEGIN.replace(hour=12)
        old, keeping = office.says("noor"), Keeping(office.database, 30, office.now)
        office.later(days=29)
        keeping.tidy()
        office.later(days=2)
        keeping.tidy()
        assert office.listed() == [old]
        office.at = office.at.replace(hour=2) + timedelta(days=1)
        keeping.tidy()
        assert office.listed() == []
