"""What is remembered of the changes an owner asked for, and what the talk does with one."""

import pytest

from journey.changes import NO_WISHES, ChangeKind, PlanChange, Refusal
from journey.dialogue import decide
from journey.hearing import Intent
from journey.keys import Asset, Form
from journey.moves import (
    Ask,
    ChangePlan,
    ChooseField,
    ChooseSuggestion,
    MakePlan,
    OfferChange,
    Say,
    SendPlan,
    ShowSuggestions,
    UndoChange,
)
from journey.state import Phase
from knowledge.records import load_plays
from tests.making import PLANNED, bakery, heard, scene, talking

ANOTHER, MORE, NOT_FOR_ME, SHORTER = ChangeKind


@pytest.fixture(scope="module")
def a_play():
    return load_plays()[0]


def play(a_play, **values):
    cheap = {"hours_once": 1, "hours_weekly": 0, "euros_once": 0, "euros_monthly": 0, "needs": (), "form": Form.SIGN}
    return a_play.model_copy(update={"key": "this", **cheap, **values})


def changing(change, state=PLANNED, version=3, **more):
    return decide(scene(heard(Intent.CHANGE, change=change, **more), state, bakery(), version=version))


class TestWishes:
    def test_a_play_set_aside_is_not_allowed_again(self, a_play):
        wishes = NO_WISHES.without(play(a_play))
        assert not wishes.allows(play(a_play))
        assert wishes.allows(play(a_play, key="another"))

    def test_several_plays_are_set_aside_at_once_each_remembered_once(self, a_play):
        wishes = NO_WISHES.without(play(a_play), play(a_play, key="b")).without(play(a_play))
        assert wishes.set_aside == ("this", "b")

    def test_a_refused_form_or_a_thing_that_is_not_there_is_out_for_every_play(self, a_play):
        wishes = NO_WISHES.refusing((), Refusal(forms=(Form.VIDEO,), lacking=(Asset.STOREFRONT,)))
        assert not wishes.allows(play(a_play, form=Form.VIDEO))
        assert not wishes.allows(play(a_play, needs=(Asset.STOREFRONT,)))
        assert wishes.allows(play(a_play))

    def test_too_much_work_keeps_out_what_takes_as_long(self, a_play):
        wishes = NO_WISHES.refusing([play(a_play, hours_once=3)], Refusal(no_time=True))
        assert not wishes.allows(play(a_play, key="b", hours_once=3))
        assert wishes.allows(play(a_play, key="b", hours_once=2))

    @pytest.mark.parametrize("hours", [3, 4])
    def test_what_stands_in_the_plan_may_stay_whatever_else_was_too_much(self, a_play, hours):
        wishes = NO_WISHES.refusing([play(a_play, hours_once=3)], Refusal(no_time=True))
        assert wishes.keeps(play(a_play, key="b", hours_once=hours))
        assert not wishes.allows(play(a_play, key="b", hours_once=hours))

    @pytest.mark.parametrize("first", [0, 40])
    def test_too_expensive_said_of_something_free_still_leaves_room_for_free_ideas(self, a_play, first):
        wishes = NO_WISHES.refusing([play(a_play, euros_once=first)], Refusal(no_money=True))
        wishes = wishes.refusing([play(a_play, key="b")], Refusal(no_money=True))
        assert wishes.allows(play(a_play, key="c"))
        assert not wishes.allows(play(a_play, key="c", euros_monthly=50))

    def test_a_small_job_that_was_too_much_leaves_half_an_hour(self, a_play):
        wishes = NO_WISHES.refusing([play(a_play, hours_once=0.2)], Refusal(no_time=True))
        assert wishes.allows(play(a_play, key="b", hours_once=0.5))

    def test_limits_only_get_tighter(self, a_play):
        wishes = NO_WISHES.refusing([play(a_play, hours_once=2)], Refusal(no_time=True))
        assert wishes.refusing([play(a_play, hours_once=6)], Refusal(no_time=True)).hours_under == 2

    def test_nothing_that_costs_money_leaves_what_is_free(self, a_play):
        wishes = NO_WISHES.refusing((), Refusal(free=True))
        assert wishes.keeps(play(a_play))
        assert not wishes.keeps(play(a_play, euros_once=1))

    def test_no_time_said_of_nothing_in_particular_rules_nothing_out(self, a_play):
        assert NO_WISHES.refusing((), Refusal(no_time=True, no_money=True)).allows(play(a_play, hours_once=9))


class TestATurn:
    def test_a_change_told_whole_is_made_at_once_and_can_be_undone(self):
        change = PlanChange(kind=ANOTHER, targets=("2b",), plays=("x",))
        decision = changing(change)
        assert decision.moves == (ChangePlan(change=change), SendPlan(), Ask(question="feedback", again=True))
        assert decision.state.undoable == (3,)
        assert decision.state.open == "feedback"

    def test_the_rest_of_a_message_that_asked_two_things_is_asked_for_again(self):
        decision = changing(PlanChange(kind=SHORTER, targets=("2b",), plays=("x",), rest=True))
        assert decision.moves[2:] == (Say(key="change.one_at_a_time"), Ask(question="feedback", again=True))

    def test_without_a_plan_there_is_nothing_to_change(self):
        decision = changing(PlanChange(kind=SHORTER), talking(open="goal"), version=0)
        assert decision.moves[0] == Say(key="no_plan_yet")
        assert decision.moves[-1] == Ask(question="goal", again=True)

    def test_which_idea_is_asked_where_none_was_named(self):
        decision = changing(PlanChange(kind=ANOTHER))
        assert decision.moves == (ChooseSuggestion(),)
        assert decision.state.open == "change_which"
        assert decision.state.changing == PlanChange(kind=ANOTHER)

    def test_where_several_fit_the_words_only_those_are_offered(self):
        decision = changing(PlanChange(kind=ANOTHER, targets=("klanten",)), candidates=("a", "b"))
        assert decision.moves == (ChooseSuggestion(plays=("a", "b")),)

    def test_what_is_not_in_the_plan_is_said_before_the_question(self):
        assert changing(PlanChange(kind=ANOTHER, targets=("dat bord",))).moves[0] == Say(key="change.not_found")

    def test_what_to_do_is_asked_where_only_an_idea_was_named(self):
        assert changing(PlanChange(targets=("2b",), plays=("x",))).moves == (Ask(question="change_how"),)

    def test_the_reason_is_asked_for_something_that_is_not_for_this_owner(self):
        assert changing(PlanChange(kind=NOT_FOR_ME, plays=("x",))).moves == (Ask(question="why_not"),)

    def test_no_reason_is_reason_enough(self):
        state = changing(PlanChange(kind=NOT_FOR_ME, plays=("x",))).state
        decision = decide(scene(heard(Intent.SKIP), state, bakery(), version=3))
        assert decision.moves[0] == ChangePlan(change=PlanChange(kind=NOT_FOR_ME, plays=("x",), refusal=Refusal()))

    def test_a_change_told_bit_by_bit_is_put_together(self):
        state = changing(PlanChange(kind=NOT_FOR_ME)).state
        state = changing(PlanChange(targets=("2b",), plays=("x",)), state).state
        made = changing(PlanChange(refusal=Refusal(reason="te druk", no_time=True)), state).moves[0]
        assert isinstance(made, ChangePlan)
        assert (made.change.kind, made.change.plays) == (NOT_FOR_ME, ("x",))
        assert made.change.refusal == Refusal(reason="te druk", no_time=True)

    def test_another_kind_may_be_chosen_while_the_reason_is_asked(self):
        state = changing(PlanChange(kind=NOT_FOR_ME, targets=("2b",), plays=("x",))).state
        made = changing(PlanChange(kind=ANOTHER), state).moves[0]
        assert made == ChangePlan(change=PlanChange(kind=ANOTHER, targets=("2b",), plays=("x",)))

    def test_a_new_change_told_whole_takes_the_place_of_the_one_that_was_begun(self):
        state = changing(PlanChange(kind=NOT_FOR_ME, targets=("2b",), plays=("x",))).state
        made = changing(PlanChange(kind=SHORTER, whole=True), state).moves[0]
        assert made == ChangePlan(change=PlanChange(kind=SHORTER, whole=True))

    @pytest.mark.parametrize(
        "refusal",
        [
            Refusal(forms=(Form.VIDEO,)),
            Refusal(lacking=(Asset.VEHICLE,)),
            Refusal(channels=("van",)),
            Refusal(free=True),
        ],
    )
    def test_what_is_out_altogether_needs_no_idea_named(self, refusal):
        assert isinstance(changing(PlanChange(kind=NOT_FOR_ME, refusal=refusal)).moves[0], ChangePlan)

    def test_too_much_work_said_of_nothing_in_particular_is_asked_about(self):
        assert changing(PlanChange(kind=NOT_FOR_ME, refusal=Refusal(no_time=True))).moves == (ChooseSuggestion(),)

    def test_undo_brings_back_the_version_before_and_then_the_one_before_that(self):
        state = PLANNED.but(undoable=(1, 2))
        decision = decide(scene(heard(Intent.UNDO), state, bakery(), version=3))
        assert decision.moves == (UndoChange(version=2), SendPlan(), Ask(question="feedback", again=True))
        assert decide(scene(heard(Intent.UNDO), decision.state, bakery(), version=4)).moves[0] == UndoChange(version=1)

    def test_without_a_change_there_is_nothing_to_undo(self):
        assert decide(scene(heard(Intent.UNDO), PLANNED, bakery(), version=1)).moves[0] == Say(
            key="change.nothing_to_undo"
        )

    def test_back_undoes_the_last_change_once_there_is_a_plan(self):
        decision = decide(scene(heard(Intent.BACK), PLANNED.but(undoable=(1,)), bakery(), version=2))
        assert decision.moves[0] == UndoChange(version=1)

    @pytest.mark.parametrize("intent", [Intent.BACK, Intent.STOP])
    @pytest.mark.parametrize("question", ["change_which", "change_how", "why_not"])
    def test_back_and_stop_drop_a_change_that_was_begun_and_leave_the_plan(self, intent, question):
        state = PLANNED.but(open=question, changing=PlanChange(kind=NOT_FOR_ME), undoable=(1,))
        decision = decide(scene(heard(intent), state, bakery(), version=2))
        assert decision.moves == (Say(key="change.left_alone"), Ask(question="feedback", again=True))
        assert (decision.state.changing, decision.state.undoable, decision.state.paused) == (None, (1,), False)

    def test_a_no_drops_a_change_that_was_begun(self):
        state = PLANNED.but(open="why_not", changing=PlanChange(kind=NOT_FOR_ME, plays=("x",)))
        decision = decide(scene(heard(Intent.NO), state, bakery(), version=2))
        assert decision.moves[0] == Say(key="change.left_alone")

    def test_a_fact_that_was_known_makes_no_new_plan(self):
        known = bakery(price="40 euro")
        decision = decide(scene(heard(price="40 euro"), PLANNED, known, version=2))
        assert decision.moves == (Say(key="known_already"), Ask(question="feedback", again=True))

    def test_a_yes_answers_none_of_the_questions_about_a_change(self):
        state = PLANNED.but(open="change_how", changing=PlanChange(plays=("x",)))
        decision = decide(scene(heard(Intent.YES), state, bakery(), version=2))
        assert decision.moves == (Ask(question="change_how", again=True),)
        assert decide(scene(heard(Intent.YES), PLANNED, bakery(), version=2)).moves == (ChooseField(),)

    def test_a_question_about_an_idea_shows_it_and_comes_back_to_what_stood_open(self):
        state = PLANNED.but(open="why_not", changing=PlanChange(kind=NOT_FOR_ME, plays=("x",)))
        said = heard(Intent.ABOUT_PLAN, change=PlanChange(targets=("1a",), plays=("y",)))
        decision = decide(scene(said, state, bakery(), version=2))
        assert decision.moves == (ShowSuggestions(plays=("y",)), Ask(question="why_not", again=True))
        assert decision.state.changing == state.changing

    def test_a_new_fact_is_shown_first_and_a_yes_makes_the_plan_anew(self):
        state = PLANNED.but(undoable=(1, 2), open="change_which", changing=PlanChange(kind=MORE))
        shown = decide(scene(heard(price="40 euro"), state, bakery(), version=3))
        assert [type(move) for move in shown.moves] == [OfferChange]
        made = decide(scene(heard(Intent.YES, price="40 euro"), shown.state, bakery(), version=3))
        assert any(isinstance(move, MakePlan) for move in made.moves)
        assert (made.state.undoable, made.state.changing, made.state.phase) == ((1, 2, 3), None, Phase.PLANNED)
