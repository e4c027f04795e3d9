"""Which question comes next: only what is not known, in a fixed order, within the budget."""

import pytest

from journey.interview import BUDGET, OPEN_BUDGET, is_known, may_insist, may_probe, next_question, questions_left
from journey.profile import EmailList, GoalFact, Limits, Profile, Status
from journey.topics import QUESTIONS
from tests.making import profile, talking

ANSWERS = {
    "business": {"sector": "bakery"},
    "offer": {"offer": "taarten"},
    "audience": {"audience": "b2c"},
    "goal": {"goal": GoalFact(text="meer")},
    "channels": {"channels_current": ("van",)},
    "hours": {"constraints": Limits(hours_per_week=2)},
    "money": {"constraints": Limits(euros_per_month=0)},
    "email": {"email_list": EmailList(has=False)},
    "persona": {"persona_situation": "jonge ouders"},
    "persona_pain": {"persona_pain": "te duur"},
    "usp": {"usp": "alles met de hand"},
}


def interviewed(known=None, sector=None):
    """The questions put to an owner who answers nothing but moves on."""
    state, put = talking(open="", asked=()), []
    while question := next_question(state, known or Profile(), sector):
        put.append(question)
        state = state.but(asked=(*state.asked, question.key), skipped=(*state.skipped, question.key))
    return put


def test_an_owner_who_tells_nothing_gets_ten_questions_at_most():
    assert len(interviewed()) <= BUDGET == 10


def test_at_most_six_questions_are_open():
    assert sum(question.open for question in interviewed()) <= OPEN_BUDGET == 6


def test_facts_are_asked_before_the_why():
    keys = [question.key for question in interviewed()]
    assert keys[0] == "business"
    assert keys.index("email") < keys.index("persona") < keys.index("persona_pain")


@pytest.mark.parametrize("question", ANSWERS)
def test_what_was_told_is_not_asked(question):
    known = profile(**ANSWERS[question])
    assert is_known(question, known)
    assert question not in [put.key for put in interviewed(known)]


@pytest.mark.parametrize("question", sorted(set(ANSWERS) - {"hours", "money"}))
def test_what_is_only_assumed_may_still_be_asked(question):
    assert not is_known(question, profile(Status.ASSUMED, **ANSWERS[question]))


def test_nothing_is_left_to_ask_where_all_was_told():
    known = profile(
        sector="bakery",
        offer="taarten",
        goal=GoalFact(text="meer"),
        channels_current=("van", "shop", "market"),
        constraints=Limits(hours_per_week=2, euros_per_month=0),
        email_list=EmailList(has=False),
        persona_situation="jonge ouders",
        persona_pain="te duur",
        usp="met de hand",
        audience="b2c",
    )
    assert next_question(talking(), known, None) is None
    assert questions_left(talking(), known, None) == 0


def test_a_skipped_question_does_not_come_back():
    assert next_question(talking(skipped=("business",)), Profile(), None).key != "business"


def test_the_open_question_comes_again_as_long_as_it_is_unknown_and_not_skipped():
    assert next_question(talking(), Profile(), None).key == "business"


def test_a_question_that_is_put_a_second_time_needs_room_in_the_budget_like_any_other():
    known = profile(sector="bakery", offer="x")
    assert next_question(talking(asked=tuple(list(ANSWERS)[:9]), open="goal"), known, None).key == "goal"
    assert next_question(talking(asked=tuple(list(ANSWERS)[:10]), open="goal"), known, None) is None


@pytest.mark.parametrize("question", ["hours", "money", "email", "channels"])
def test_an_answer_that_was_not_understood_costs_no_other_question(question):
    known = profile(sector="bakery", offer="x")
    state = talking(asked=("goal", question), open=question)
    crowded = talking(asked=("business", "goal", "offer", "audience", "location", question), open=question)
    assert may_insist(state, known, None)
    assert not may_insist(crowded, known, None)


@pytest.mark.parametrize("question", ["business", "offer", "goal"])
def test_what_no_plan_can_do_without_is_asked_again_all_the_same(question):
    put = ("audience", "location", "trade", "channels_more", "business", "offer", "goal")
    state = talking(asked=put, open=question)
    assert may_insist(state, Profile(), None)


def test_a_question_that_was_put_twice_is_not_put_again():
    put = talking(asked=("business", "goal"), repeated=("business",))
    assert next_question(put, Profile(), None).key != "business"
    assert not may_probe(put, QUESTIONS["business"], Profile(), None)


def test_the_audience_is_asked_only_where_the_trade_leaves_it_open(sectors):
    known = profile(sector="bakery")
    assert "audience" in [q.key for q in interviewed(known, sectors["general"])]
    assert "audience" not in [q.key for q in interviewed(known, sectors["bakery"])]


def test_probes_use_the_same_budget():
    answered = tuple(list(ANSWERS)[:7])
    state = talking(asked=answered, skipped=answered, probed=("offer", "persona", "usp"))
    assert next_question(state, Profile(), None) is None
    assert not may_probe(state, QUESTIONS["persona_pain"], Profile(), None)


def test_a_channel_or_two_that_came_up_in_passing_leave_room_to_ask_for_the_others():
    told = {"sector": "bakery", "audience": "b2c"}
    keys = [question.key for question in interviewed(profile(**told, channels_current=("van",)))]
    assert "channels" not in keys
    assert keys.count("channels_more") == 1
    two = profile(**told, channels_current=("van", "shop"))
    assert "channels_more" in [question.key for question in interviewed(two)]
    more = profile(**told, channels_current=("van", "shop", "market"))
    assert "channels_more" not in [question.key for question in interviewed(more)]


def test_one_channel_in_answer_to_the_question_is_enough():
    state = talking(asked=("business", "channels"))
    known = profile(sector="bakery", offer="taarten", audience="b2c", channels_current=("van",))
    assert next_question(state, known, None).key != "channels_more"


def test_a_thin_answer_is_probed_once_and_only_to_open_questions():
    known = profile(sector="bakery", offer="taarten", goal=GoalFact(text="meer"))
    assert may_probe(talking(), QUESTIONS["usp"], known, None)
    assert not may_probe(talking(probed=("usp",)), QUESTIONS["usp"], known, None)
    assert not may_probe(talking(), QUESTIONS["hours"], known, None)


def test_a_probe_takes_the_place_of_no_question_but_that_of_the_trade():
    known = profile(sector="bakery", offer="taarten")
    asked = ("business", "offer", "goal", "channels")
    left = talking(asked=asked, skipped=asked, open="persona")
    assert may_probe(left, QUESTIONS["persona"], known, None)
    tight = left.but(repeated=("offer", "goal"))
    assert not may_probe(tight, QUESTIONS["persona"], known, None)


def test_steps_that_ask_for_a_decision_are_never_known():
    assert not is_known("confirm", profile(offer="taart"))


def test_how_many_questions_are_left_counts_down_as_facts_come_in():
    few = profile(sector="bakery", offer="taarten")
    more = profile(sector="bakery", offer="taarten", goal=GoalFact(text="meer"))
    assert questions_left(talking(), more, None) == questions_left(talking(), few, None) - 1


def test_the_question_of_a_trade_is_asked_once_the_trade_is_known(sectors):
    assert "trade" in [put.key for put in interviewed(profile(sector="trades"), sectors["trades"])]
    assert "trade" not in [put.key for put in interviewed()]
    assert "trade" not in [put.key for put in interviewed(profile(offer="reparaties"), sectors["general"])]


def test_the_question_of_a_trade_stays_within_the_twelve(sectors):
    for key, sector in sectors.items():
        put = interviewed(profile(sector=key), sector)
        assert len(put) <= BUDGET, key
        assert sum(question.open for question in put) <= OPEN_BUDGET, key


@pytest.mark.parametrize("days", [{"quiet_days": ("dinsdag",)}, {"busy_days": ("zaterdag",)}])
def test_a_question_about_days_is_not_asked_of_an_owner_who_told_which_days(sectors, days):
    told = {"constraints": Limits(**days)}
    asked_days = [key for key, sector in sectors.items() if sector.nl.question.asks_days]
    assert {"bakery", "restaurant", "cleaning"} <= set(asked_days)
    for key in asked_days:
        assert "trade" in [put.key for put in interviewed(profile(sector=key), sectors[key])]
        assert "trade" not in [put.key for put in interviewed(profile(sector=key, **told), sectors[key])]
    assert "trade" in [put.key for put in interviewed(profile(sector="trades", **told), sectors["trades"])]


def test_both_languages_of_a_trade_agree_on_whether_its_question_is_about_days(sectors):
    for key, sector in sectors.items():
        assert sector.nl.question.asks_days == sector.en.question.asks_days, key


def test_an_answered_question_of_a_trade_is_not_asked_again(sectors):
    known = profile(sector="trades", trade_answer="liever geen spoed meer")
    assert "trade" not in [put.key for put in interviewed(known, sectors["trades"])]


def test_a_customer_named_in_passing_is_still_asked_about():
    hinted = profile(sector="school_course", offer="pianoles", persona_situation="volwassenen")
    pictured = profile(sector="school_course", offer="pianoles", persona_situation="vijftigers die nu beginnen")
    asked = ("business", "offer", "goal", "channels", "hours", "money", "email")
    assert next_question(talking(asked=asked, skipped=asked), hinted, None).key == "persona"
    assert next_question(talking(asked=asked, skipped=asked), pictured, None).key == "persona_pain"


def test_whom_an_owner_may_mail_is_not_asked_of_who_refuses_mail():
    assert not is_known("email", profile(channels_excluded=("facebook",)))
    assert is_known("email", profile(channels_excluded=("newsletter", "email")))
