"""A coach acts in a real talk, kept in a real SQLite file: what the owner gets, and what is refused."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coaching.coach import Coach
from coaching.desk.acting import Acting
from coaching.desk.plan_lines import lines_of
from coaching.desk.ports import StaleReviewError, UnknownConversationError
from coaching.desk.records import Opened, Status
from coaching.desk.staff import Reader, Role
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from coaching.understanding import Understanding
from journey.errors import CoachError
from journey.profile import Limits, ProfileField
from storage.conversations import DatabaseConversations
from storage.desk.desk import DatabaseDesk
from storage.desk.reviews import DatabaseReviews
from storage.engine import open_database
from tests.fakes.library import FakeLibrary
from tests.sqlite import new_database

MIEKE = Reader(agency="main", code="mieke", name="Mieke")
JO = Reader(agency="main", code="jo", name="Jo", role=Role.LEAD)
STRANGER = Reader(agency="noord", code="sven", name="Sven", role=Role.OPERATOR)
BAKER = "Dag, ik heb een bakkerij in Gent, desembrood vanaf 4 euro. Ik zit op Instagram. 2 uur per week, geen geld."


@dataclass
class Room:
    """A talk of one owner, and the desk beside it."""

    conversations: DatabaseConversations
    desk: DatabaseDesk
    coach: Coach
    acting: Acting

    def says(self, text: str, kind: MessageKind = MessageKind.TEXT) -> list[str]:
        """What the owner says; what comes back."""
        return self.sends(Message(kind=kind, text=text))

    def edits(self, text: str) -> list[str]:
        """The last thing the owner said, said otherwise; what comes back."""
        last = max(line.number for line in self.opened.lines if line.sender == "owner")
        return self.sends(Message(kind=MessageKind.EDIT, text=text, edits=last))

    def sends(self, message: Message) -> list[str]:
        """What comes back on any message."""
        answer = self.coach.take("telegram:7", message)
        self.conversations.mark_sent([reply.id for reply in answer.outgoing])
        return [reply.reply.text for reply in answer.outgoing]

    def gets(self) -> list[str]:
        """What waits for the owner."""
        waiting = self.conversations.unsent("telegram:7")
        self.conversations.mark_sent([reply.id for reply in waiting])
        return [reply.reply.text for reply in waiting]

    @property
    def opened(self) -> Opened:
        found = self.desk.opened(MIEKE, self.conversations.open("telegram:7").id)
        assert found is not None
        return found

    def does(self, act: str, *given: object, reader: Reader = MIEKE) -> int:
        """An act of a coach who sees the talk as it is."""
        opened = self.opened
        revision: int = getattr(self.acting, act)(reader, opened.head.id, opened.revision, *given)
        return revision


@pytest.fixture
def room(tmp_path: Path, library: FakeLibrary, understanding: Understanding) -> Room:
    database, composer = open_database(new_database(tmp_path)), Composer(library)
    conversations, desk = DatabaseConversations(database), DatabaseDesk(database)
    coach = Coach(conversations, library, understanding, composer)
    room = Room(conversations, desk, coach, Acting(desk, DatabaseReviews(database), library, understanding, composer))
    room.says(BAKER)
    return room


@pytest.fixture
def planned(room: Room) -> Room:
    """The same, when the owner has a plan."""
    while not room.opened.plans:
        room.says("/plan", MessageKind.COMMAND) if room.opened.state.phase == "interview" else room.says("ja")
    return room


class TestTakingOver:
    def test_the_owner_hears_of_it_and_the_bot_is_silent_until_it_is_handed_back(self, room: Room) -> None:
        room.does("take_over")
        assert "schrijft Mieke zelf" in room.gets()[0]
        assert room.says("ik wil meer klanten voor taarten") == []
        assert room.opened.lines[-1].text == "ik wil meer klanten voor taarten"

    def test_the_bot_goes_on_at_its_open_question(self, room: Room) -> None:
        room.does("take_over")
        room.gets()
        open_before = room.opened.state.open
        room.does("hand_back")
        (back,) = room.gets()
        assert back.startswith("Mieke geeft het woord")
        assert back.count("?") == 1
        assert room.opened.state.open == open_before
        assert room.says("vooral gezinnen uit de buurt") != []

    def test_the_bot_asks_again_with_all_that_can_be_tapped(self, planned: Room) -> None:
        planned.says("te veel werk")
        assert planned.opened.state.open == "change_which"
        planned.does("take_over")
        planned.does("hand_back")
        *_, back = planned.conversations.unsent("telegram:7")
        ideas = planned.opened.plans[-1].plan.suggestions
        assert len(back.reply.buttons) >= len(ideas) > 0

    def test_nothing_is_taken_from_what_is_meant_for_the_coach(self, room: Room) -> None:
        before = room.opened.profile
        room.does("take_over")
        room.says("mijn budget is 300 euro per maand")
        assert room.opened.profile == before

    def test_an_owner_keeps_their_rights(self, room: Room) -> None:
        room.does("take_over")
        room.gets()
        assert room.says("/privacy", MessageKind.COMMAND) != []

    def test_the_coach_writes_as_a_person(self, room: Room) -> None:
        room.does("take_over")
        room.does("write", "Bel me gerust even.")
        assert room.gets()[-1] == "Bel me gerust even."
        assert room.opened.lines[-1].by == "mieke"

    def test_only_who_took_over_writes(self, room: Room) -> None:
        with pytest.raises(CoachError, match="not_yours"):
            room.does("write", "Dag!")
        room.does("take_over")
        with pytest.raises(CoachError, match="not_yours"):
            room.does("write", "Dag!", reader=JO)

    def test_who_leads_can_hand_back_for_another(self, room: Room) -> None:
        room.does("take_over")
        room.does("hand_back", reader=JO)
        assert room.opened.head.taken_by == ""


class TestAsking:
    @pytest.fixture
    def asked(self, room: Room) -> Room:
        room.does("ask", "Bak je ook glutenvrij?")
        assert room.gets() == ["Mieke leest mee en vraagt:\n\nBak je ook glutenvrij?"]
        return room

    @pytest.mark.parametrize("answer", ["ja, op bestelling", "nee", "geen idee", "wat bedoel je?", "1", "qsdf"])
    def test_what_is_said_next_is_for_the_coach_and_the_bot_goes_on_where_it_was(
        self, asked: Room, answer: str
    ) -> None:
        before = asked.opened
        (said,) = asked.says(answer)
        assert said.startswith("Dank je, Mieke leest je antwoord.")
        assert said.endswith("?")
        assert asked.opened.state.open == before.state.open
        assert asked.opened.profile == before.profile

    def test_what_it_tells_is_kept(self, asked: Room) -> None:
        (said,) = asked.says("we zitten ook op Facebook")
        assert "Facebook" in said
        assert "Mieke leest je antwoord" in said

    def test_only_the_next_words_are_the_answer(self, asked: Room) -> None:
        asked.says("ja, op bestelling")
        assert "Mieke" not in "".join(asked.says("meer taarten verkopen"))
        assert asked.opened.profile.told(ProfileField.GOAL)

    @pytest.mark.parametrize("wish", ["/plan", "stop", "verwijder al mijn gegevens", "answer:goal:repeat"])
    def test_a_wish_for_the_bot_is_heard_as_ever(self, asked: Room, wish: str) -> None:
        kind = {"/": MessageKind.COMMAND, "a": MessageKind.BUTTON}.get(wish[0], MessageKind.TEXT)
        assert "Mieke" not in "".join(asked.says(wish, kind))
        assert asked.opened.state.asked_by == ""

    @pytest.mark.parametrize("wish", ["leest er iemand mee?", "ben je een robot?", "wat is een persona?"])
    def test_it_stands_while_something_is_asked_in_passing(self, asked: Room, wish: str) -> None:
        answered = "".join(asked.says(wish))
        assert "leest je antwoord" not in answered
        assert "?" not in answered
        assert asked.says("ja, op bestelling")[0].startswith("Dank je, Mieke leest je antwoord.")

    @pytest.mark.parametrize(
        "answer", ["ja, glutenvrij brood op bestelling", "we hebben 5 uur per week", "we zitten ook op Facebook"]
    )
    def test_in_a_plan_it_changes_nothing(self, planned: Room, answer: str) -> None:
        before = planned.opened.profile
        planned.does("ask", "Bak je ook glutenvrij?")
        assert planned.says(answer)[0].startswith("Dank je, Mieke leest je antwoord.")
        planned.edits(f"{answer}, en 30 euro per maand")
        assert planned.opened.profile == before
        assert len(planned.opened.plans) == 1

    @pytest.mark.parametrize(
        "answer", ["de oven staat in Aalst", "nee wacht, 5 uur per week", "wij zitten niet op Instagram"]
    )
    def test_nothing_that_was_told_is_overwritten_by_it(self, asked: Room, answer: str) -> None:
        before = asked.opened.profile
        asked.says(answer)
        after = asked.opened.profile
        assert {field: after.facts.get(field) for field in before.facts} == before.facts

    def test_what_tells_of_the_business_and_answers_nothing_of_ours_is_kept_as_a_remark(self, asked: Room) -> None:
        asked.says("onze kok gaat volgend jaar met pensioen")
        assert asked.opened.profile.many(ProfileField.NOTES) == ("onze kok gaat volgend jaar met pensioen",)

    def test_when_edited_it_still_answers_the_coach(self, asked: Room) -> None:
        before = asked.opened.profile
        asked.says("dat is de trouwe viervoeter van hiernaast")
        assert asked.edits("dat is de trouwe viervoeter van de overkant") == []
        assert asked.opened.profile == before

    def test_what_it_tells_is_put_right_by_an_edit_also_when_there_is_a_plan(self, asked: Room) -> None:
        asked.says("we zitten ook op Facebook")
        number = len(asked.opened.lines) - 1
        while not asked.opened.plans:
            asked.says("/plan", MessageKind.COMMAND) if asked.opened.state.phase == "interview" else asked.says("ja")
        asked.sends(Message(kind=MessageKind.EDIT, text="we zitten ook op TikTok", edits=number))
        assert asked.opened.profile.many(ProfileField.CHANNELS_CURRENT) == ("instagram", "tiktok")

    @pytest.mark.parametrize("wish", ["verwijder al mijn gegevens", "/restart"])
    def test_a_yes_to_the_coach_erases_nothing(self, room: Room, wish: str) -> None:
        before = room.opened
        room.says(wish, MessageKind.COMMAND if wish.startswith("/") else MessageKind.TEXT)
        assert room.opened.state.pending
        room.does("ask", "Bak je ook glutenvrij?")
        room.gets()
        assert room.says("ja")[0].startswith("Dank je, Mieke leest je antwoord.")
        assert room.opened.head.id == before.head.id
        assert room.opened.profile == before.profile
        room.says("meer taarten verkopen")
        assert room.opened.profile.told(ProfileField.GOAL)

    def test_who_takes_over_no_longer_waits_for_an_answer(self, asked: Room) -> None:
        asked.does("take_over")
        asked.does("hand_back")
        assert "Mieke leest" not in "".join(asked.says("meer taarten verkopen"))


class TestAPlan:
    def test_is_approved_in_plain_words(self, planned: Room) -> None:
        planned.does("approve")
        assert "vindt het goed" in planned.gets()[-1]
        assert planned.opened.head.status is Status.APPROVED

    def test_changes_are_asked_for_in_the_words_of_the_coach(self, planned: Room) -> None:
        planned.does("ask_changes", "  Minder Instagram, meer stoepbord.\n")
        assert "Minder Instagram, meer stoepbord." in planned.gets()[-1]
        assert planned.opened.plans[-1].asks == "Minder Instagram, meer stoepbord."

    def test_a_line_that_a_coach_edits_makes_a_version_and_is_told(self, planned: Room) -> None:
        path = next(line.path for line in lines_of(planned.opened.plans[-1].plan) if line.path.endswith(".message"))
        planned.does("edit_line", path, "  Vers desembrood, ook op zondag.\n")
        newest = planned.opened.plans[-1]
        assert (newest.version, newest.by) == (2, "mieke")
        assert "Vers desembrood, ook op zondag." in {line.text for line in lines_of(newest.plan)}
        told = planned.gets()[-1]
        assert "Vers desembrood, ook op zondag." in told
        assert "  Vers" not in told

    def test_a_line_that_is_not_there_can_not_be_edited(self, planned: Room) -> None:
        with pytest.raises(CoachError, match="no_such_line"):
            planned.does("edit_line", "stages.99.message", "Vers desembrood.")
        assert len(planned.opened.plans) == 1

    def test_an_edit_that_brings_a_fault_in_is_refused(self, planned: Room) -> None:
        lines = lines_of(planned.opened.plans[-1].plan)
        first, other = [line for line in lines if line.path.endswith(".message")][:2]
        with pytest.raises(CoachError, match="faulty"):
            planned.does("edit_line", other.path, first.text)
        assert len(planned.opened.plans) == 1

    def test_is_made_anew_from_a_corrected_fact(self, planned: Room) -> None:
        planned.does("correct", ProfileField.LOCATION, "Aalst")
        planned.does("plan_anew")
        assert planned.opened.plans[-1].version == 2
        assert "Aalst" in planned.opened.plans[-1].plan.model_dump_json()

    def test_is_not_there_to_approve_before_it_is_made(self, room: Room) -> None:
        with pytest.raises(CoachError, match="no_plan_yet"):
            room.does("approve")


class TestAFact:
    def test_is_recorded_as_the_coachs(self, room: Room) -> None:
        room.does("correct", ProfileField.LOCATION, "Aalst")
        assert room.opened.profile.text(ProfileField.LOCATION) == "Aalst"
        assert room.opened.facts[-1].by == "mieke"

    def test_with_a_form_is_read_as_the_owners_words_would_be(self, room: Room) -> None:
        room.does("correct", ProfileField.CONSTRAINTS, "3 uur per week en 50 euro per maand")
        assert room.opened.profile.limits == Limits(hours_per_week=3, euros_per_month=50)
        room.does("correct", ProfileField.CHANNELS_CURRENT, "website en facebook")
        assert room.opened.profile.many(ProfileField.CHANNELS_CURRENT) == ("website", "facebook")

    def test_without_words_is_unknown_again(self, room: Room) -> None:
        room.does("correct", ProfileField.LOCATION, "")
        assert ProfileField.LOCATION not in room.opened.profile

    def test_that_cannot_be_read_is_refused_and_nothing_changes(self, room: Room) -> None:
        before = room.opened.profile
        with pytest.raises(CoachError, match="unread"):
            room.does("correct", ProfileField.CONSTRAINTS, "blauw")
        assert room.opened.profile == before


class TestWhoMayWhat:
    def test_a_conversation_of_another_agency_does_not_exist(self, room: Room) -> None:
        with pytest.raises(UnknownConversationError):
            room.does("take_over", reader=STRANGER)

    def test_what_was_changed_since_it_was_seen_is_not_overwritten(self, room: Room) -> None:
        seen, conversation = room.opened.revision, room.opened.head.id
        room.acting.correct(JO, conversation, seen, ProfileField.LOCATION, "Aalst")
        with pytest.raises(StaleReviewError):
            room.acting.correct(MIEKE, conversation, seen, ProfileField.LOCATION, "Ninove")
        assert room.opened.profile.text(ProfileField.LOCATION) == "Aalst"

    def test_only_who_leads_assigns_to_others(self, room: Room) -> None:
        room.does("assign", "mieke")
        with pytest.raises(CoachError, match="leads_only"):
            room.does("assign", "jo")
        with pytest.raises(CoachError, match="no_such_coach"):
            room.does("assign", "nobody", reader=JO)

    def test_a_question_reaches_the_owner_with_the_name_of_the_coach(self, room: Room) -> None:
        room.does("ask", "Heb je foto's van je winkel?")
        (asked,) = room.gets()
        assert asked.startswith("Mieke leest mee")
        assert "Heb je foto's van je winkel?" in asked

    def test_closing_and_opening_again(self, planned: Room) -> None:
        planned.does("close")
        assert planned.opened.head.status is Status.CLOSED
        planned.does("reopen")
        assert planned.opened.head.status is Status.PLAN_READY
