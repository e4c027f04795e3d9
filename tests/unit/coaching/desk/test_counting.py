"""The way through the questions as a text that can be counted, and what a plan takes."""

from coaching.desk.effort import effort
from coaching.desk.insights import Bar, FunnelStep
from coaching.desk.path import funnel, path_of, topic_of
from coaching.desk.records import Status
from coaching.desk.status import status_after
from coaching.records import PlanVersion, Turn
from journey.state import State
from tests.fakes.conversations import FakeConversations
from tests.making import plan


def test_a_path_says_what_became_of_each_question():
    state = State(asked=("business", "offer", "goal"), skipped=("goal",), probed=("offer",), open="hours")
    assert path_of(state) == "business offer? goal- hours!"


def test_a_path_leaves_out_what_is_no_question_of_the_interview():
    assert path_of(State(asked=("business",), open="feedback")) == "business"


def test_the_topic_reached_is_the_open_one_or_the_last_that_was_asked():
    assert topic_of(State(asked=("business",), open="hours")) == "constraints"
    assert topic_of(State(asked=("business", "goal"))) == "goal"
    assert topic_of(State()) == ""


def test_a_funnel_counts_paths():
    steps = funnel([("business offer-", 3, 0), ("business? offer!", 2, 1)])
    assert steps == (
        FunnelStep(question="business", asked=5, answered=5, skipped=0, probed=2, left=0),
        FunnelStep(question="offer", asked=5, answered=0, skipped=3, probed=0, left=1),
    )


def test_effort_shows_how_it_spreads_and_the_middle():
    found = effort({9: 1, 12: 2, 15: 1}, {1: 1, 7: 2, 2000: 1})
    assert (found.plans, found.median_turns, found.median_minutes) == (4, 12, 7)
    assert found.minutes == (Bar(key="0", count=1), Bar(key="5", count=2), Bar(key="1440", count=1))
    assert effort({2: 1, 5: 1}, {0: 2}).median_turns == 3.5


def test_effort_of_no_plan_has_no_middle():
    assert (effort({}, {}).plans, effort({}, {}).median_turns) == (0, None)


def test_a_status_follows_the_turn():
    talk = FakeConversations().open("noor")

    def after(**what: object) -> Status | None:
        message = {"kind": "text", "text": "x"}
        turn = {"conversation": talk, "message": message, "state": talk.state, "profile": talk.profile, **what}
        return status_after(Turn.model_validate(turn))

    assert after() is Status.INTERVIEWING
    assert after(state=State(strikes=2)) is Status.NEEDS_COACH
    assert after(plan=plan()) is Status.PLAN_READY
    assert after(ends=True) is Status.CLOSED
    planned = talk.model_copy(update={"plan": PlanVersion(version=1, plan=plan())})
    assert after(conversation=planned) is None
