"""Plays and packs that fit the owner: customers, goal, time, days and what is there already."""

from functools import cache

import pytest

from coaching.planning.businesses import as_told
from coaching.planning.choosing import channels_in, means_of, possible, suitability
from coaching.planning.composer import Composer
from coaching.planning.mentions import lacking
from coaching.planning.week import first_week
from journey.channels import CHANNELS
from journey.keys import Address, Audience, Goal
from journey.moments import Moment
from journey.profile import GoalFact, Limits
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import plan, profile, with_suggestion


@cache
def composed(**told):
    return Composer(FakeLibrary()).plan(profile(**told), Address.JE)


def play(library, key):
    return next(each for each in library.plays() if each.key == key)


def test_an_owner_who_serves_businesses_reads_nothing_about_people_at_home(sectors):
    cleaning, general = sectors["cleaning"], sectors["general"]
    offices = as_told(cleaning, general, profile(audience="b2b"))
    assert offices.nl.moments == general.nl.moments
    assert offices.nl.name == cleaning.nl.name
    assert as_told(cleaning, general, profile(audience="both")) is cleaning
    assert as_told(sectors["accountant"], general, profile(audience="b2b")) is sectors["accountant"]


def test_a_shop_of_no_known_trade_is_walked_into(sectors):
    general = sectors["general"]
    assert as_told(general, general, profile(channels_current=("shop",))).purchase == ("walk_in",)
    assert as_told(general, general, profile(channels_current=("webshop",))).purchase == ("webshop",)


def test_nobody_of_no_known_trade_has_a_webshop_who_told_of_none(library, sectors):
    general = sectors["general"]
    told = profile(channels_current=("instagram", "website"))
    fitted = as_told(general, general, told)
    assert fitted.purchase == ("appointment", "quote", "walk_in")
    assert not possible(play(library, "checkout-line-above-the-button"), means_of(told, fitted, 50))


def test_a_museum_without_profit_may_ask_visitors_like_any_house_with_a_door(library, sectors):
    means = means_of(profile(audience="non-profit", channels_current=("website",)), sectors["culture"], 50)
    usable = [each for each in library.plays() if possible(each, means)]
    assert any(Audience.NON_PROFIT not in each.audience for each in usable)
    assert not any(each.sells for each in usable if Audience.NON_PROFIT not in each.audience)


def test_who_looks_for_helping_hands_is_not_told_to_ask_for_money(library, sectors):
    helpers = {"sector": "repair_community", "audience": "non-profit"}
    giving = play(library, "np-email-what-one-gift-does")

    def suits(kind):
        means = means_of(profile(**helpers, goal=GoalFact(text="x", kind=kind)), sectors["repair_community"], 0)
        return suitability(giving, Moment.COMPARING, means, 0)

    assert suits(Goal.VOLUNTEERS) < suits(Goal.REPEAT) - 1


def test_channels_named_in_passing_are_known():
    assert channels_in("Google en de buren op Facebook") == {"google_business", "facebook"}
    assert channels_in("") == frozenset()


def test_a_play_that_speaks_of_a_website_lacks_one(library):
    checklist = play(library, "checklist-before-you-choose")
    assert lacking(checklist, "nl", frozenset(), "flyer") == 1
    assert lacking(checklist, "nl", frozenset({"webshop"}), "flyer") == 0


@pytest.mark.parametrize("model", ["stdc", "keenr7"])
def test_every_stage_meets_customers_online_and_offline_where_nothing_is_ruled_out(model):
    made = composed(sector="bakery", channels_current=("shop", "instagram"), model=model)
    assert all(stage.touchpoints_online and stage.touchpoints_offline for stage in made.stages)


def test_a_ruled_out_channel_never_fills_an_empty_side():
    shut = tuple(key for key, channel in CHANNELS.items() if channel.online)
    made = composed(sector="bakery", channels_excluded=shut, model="stdc")
    assert not any(stage.touchpoints_online for stage in made.stages)


def test_the_first_task_is_the_easiest_and_quiet_days_come_first():
    made = with_suggestion(plan(), 0, hours_once=0.5)
    limits = Limits(hours_per_week=2, quiet_days=("donderdag", "vrijdag"))
    tasks = first_week(made.stages, limits, Words("nl"))
    assert {"donderdag", "vrijdag"} <= {task.day for task in tasks}
    assert [task.minutes for task in tasks] == sorted(task.minutes for task in tasks)


def test_goal_aftercare_and_where_customers_look_stand_in_the_plan():
    made = composed(
        sector="bakery",
        model="stdc",
        goal=GoalFact(text="meer volk op dinsdag"),
        aftercare="ik bel een week later",
        persona_info="de oudergroep",
    )
    assert made.goal == "meer volk op dinsdag"
    assert made.sums is None
    assert "oudergroep" in made.stages[0].does.text
    assert "ik bel een week later" in made.stages[-1].needs.text


def test_a_model_that_stops_at_the_purchase_says_what_the_owner_does_after_it():
    last = composed(sector="bakery", model="aida", aftercare="eigenlijk niks").stages[-1]
    assert "eigenlijk niks" in last.needs.text
    assert "niks" not in last.message.text
