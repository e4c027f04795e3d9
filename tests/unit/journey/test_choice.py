"""A journey model is recommended with reasons taken from the profile."""

import pytest

from journey.choice import REASONS, ranked_models, recommended_model
from journey.keys import Goal
from journey.models import MODELS
from journey.profile import EmailList, GoalFact, Limits, Profile
from tests.making import profile

SITUATIONS = {
    "repeat_goal": ({"goal": GoalFact(text="x", kind=Goal.REPEAT)}, "bakery"),
    "little_time": ({"constraints": Limits(hours_per_week=1)}, "bakery"),
    "quiet_times": ({"goal": GoalFact(text="x", kind=Goal.QUIET_TIMES)}, "restaurant"),
    "be_known": ({"goal": GoalFact(text="x", kind=Goal.AWARENESS)}, "bakery"),
    "mails": ({"email_list": EmailList(has=True, size=200)}, "retail"),
    "mails_a_little": ({"email_list": EmailList(has=True, size=20)}, "retail"),
    "online": ({"channels_current": ("website", "instagram", "linkedin")}, "it_saas"),
    "sells_to_businesses": ({"audience": "b2b"}, "general"),
    "new_customers": ({"goal": GoalFact(text="x", kind=Goal.NEW_CUSTOMERS)}, "general"),
}


def reasons_for(known, sector):
    return {reason.key for _, reasons in ranked_models(known, sector) for reason in reasons}


@pytest.mark.parametrize("reason", SITUATIONS)
def test_what_was_told_gives_its_reason(reason, sectors):
    told, trade = SITUATIONS[reason]
    assert reason in reasons_for(profile(**told), sectors[trade])


def test_every_reason_can_come_up_in_some_trade(sectors):
    found = set()
    for told, _ in SITUATIONS.values():
        for sector in sectors.values():
            found |= reasons_for(profile(**told), sector)
    fast = sectors["bakery"].model_copy(update={"purchase_days": (0, 1)})
    assert found | reasons_for(profile(offer="brood"), fast) == set(REASONS)


def test_a_list_of_addresses_recommends_the_email_phases():
    assert recommended_model(profile(email_list=EmailList(has=True, size=120)), None) == "email4"


def test_an_owner_who_wants_to_be_known_gets_aida():
    assert recommended_model(profile(goal=GoalFact(text="bekend", kind=Goal.AWARENESS)), None) == "aida"


def test_an_owner_who_wants_customers_back_gets_a_model_with_care():
    assert recommended_model(profile(goal=GoalFact(text="terug", kind=Goal.REPEAT)), None) == "stdc"


def test_a_long_decision_in_several_channels_gets_the_seven_steps(sectors):
    known = profile(audience="b2b", channels_current=("website", "linkedin", "youtube"))
    long = sectors["general"].model_copy(update={"purchase_days": (7, 60)})
    assert recommended_model(known, long) == "keenr7"


def test_nobody_thinks_long_about_what_costs_little(sectors):
    reasons = {
        reason.key for reason in dict(ranked_models(profile(price="candles 8 to 14,50"), sectors["wedding"]))["keenr7"]
    }
    assert "thinks_long" not in reasons


def test_who_refuses_a_newsletter_gets_no_model_about_email():
    told = profile(email_list=EmailList(has=True, size=120), channels_excluded=("newsletter",))
    assert recommended_model(told, None) != "email4"


def test_every_model_is_ranked_even_when_nothing_is_known():
    assert {model for model, _ in ranked_models(Profile(), None)} == set(MODELS)
    assert recommended_model(Profile(), None) in MODELS


def test_the_best_model_has_the_most_points_and_its_strongest_reason_first(sectors):
    ranked = ranked_models(profile(email_list=EmailList(has=True, size=99)), sectors["hair_beauty"])
    points = [sum(reason.points for reason in reasons) for _, reasons in ranked]
    assert points == sorted(points, reverse=True)
    for _, reasons in ranked:
        weights = [reason.points for reason in reasons]
        assert weights == sorted(weights, reverse=True)


def test_in_every_trade_the_recommended_model_has_a_reason(sectors):
    told = profile(goal=GoalFact(text="nieuwe klanten", kind=Goal.NEW_CUSTOMERS))
    for sector in sectors.values():
        assert ranked_models(told, sector)[0][1], sector.key
