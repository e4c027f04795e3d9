"""A plan made anew after a new fact, from the real plays: its ideas stay wherever they still suit."""

from datetime import date
from functools import cache

import pytest

from coaching.planning.composer import Composer
from journey.changes import ChangeKind, PlanChange, Refusal, told_before
from journey.faults import faults_in
from journey.keys import Address, Form
from journey.profile import GoalFact, Limits
from tests.fakes.library import FakeLibrary
from tests.making import profile

TODAY = date(2026, 11, 23)
OWNERS = {
    "painter": {
        "language": "nl",
        "sector": "trades",
        "offer": "kozijnen en houtwerk buiten",
        "location": "Deventer",
        "business_name": "Wolters Schilderwerken zei ik",
        "channels_current": ("van", "google_business", "word_of_mouth"),
        "constraints": Limits(hours_per_week=1, euros_per_month=50),
        "goal": GoalFact(text="zes klussen voor de winter"),
        "model": "dazzle5",
    },
    "optician": {
        "language": "en",
        "sector": "optician",
        "offer": "eye tests",
        "location": "Shrewsbury",
        "business_name": "Pugh & Daughter",
        "channels_current": ("website", "google_business", "window"),
        "constraints": Limits(hours_per_week=3, euros_per_month=150),
        "goal": GoalFact(text="more tests"),
        "model": "stdc",
    },
}


@cache
def composer():
    return Composer(FakeLibrary(), lambda: TODAY)


@cache
def plan_of(owner):
    return composer().plan(profile(**OWNERS[owner]), Address.JE)


def anew(owner, before=None, **told):
    before = before or plan_of(owner)
    return composer().plan(profile(**{**OWNERS[owner], **told}), Address.JE, before.wishes, before)


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize(
    "told",
    [
        {"business_name": "Wolters"},
        {"location": "Hasselt"},
        {"price": "65"},
        {"constraints": Limits(hours_per_week=0.5, euros_per_month=150)},
    ],
)
def test_a_fact_that_touches_some_lines_swaps_no_idea_and_moves_none(owner, told):
    assert anew(owner, **told).places == plan_of(owner).places


def test_the_new_fact_stands_in_the_words():
    new = anew("painter", business_name="Wolters")
    assert "zei ik" not in new.model_dump_json()
    assert faults_in(new, profile(**{**OWNERS["painter"], "business_name": "Wolters"})) == ()


def test_what_a_fact_makes_impossible_gives_way():
    new = anew("painter", channels_excluded=("google_business",))
    assert "google_business" not in {s.channel for s in new.suggestions}
    assert len(set(new.items) & set(plan_of("painter").items)) >= len(new.items) - 5


def test_another_trade_is_another_plan():
    new = anew("painter", sector="bakery", offer="taarten op maat")
    assert len(set(new.items) & set(plan_of("painter").items)) < len(new.items) / 2


def test_another_goal_may_swap_what_serves_it_less():
    new = anew("painter", goal=GoalFact(text="meer vaste klanten die terugkomen"))
    assert set(new.items) != set(plan_of("painter").items)


def test_what_stands_may_stay_though_something_smaller_was_asked_for_elsewhere():
    before = plan_of("painter")
    change = PlanChange(kind=ChangeKind.NOT_FOR_ME, plays=(before.places["2a"],), refusal=Refusal(no_time=True))
    changed = composer().changed(before, profile(**OWNERS["painter"]), change, Address.JE)
    assert anew("painter", changed, location="Zwolle").places == changed.places


def test_an_idea_asked_for_besides_stays():
    before = plan_of("optician")
    change = PlanChange(kind=ChangeKind.MORE, plays=(before.places["2a"],))
    richer = composer().changed(before, profile(**OWNERS["optician"]), change, Address.JE)
    added = set(richer.items) - set(before.items)
    assert added
    assert added <= set(anew("optician", richer, location="Hereford").items)


def test_another_model_is_drafted_from_nothing():
    assert (
        anew("painter", model="aida").places
        == composer().plan(profile(**{**OWNERS["painter"], "model": "aida"}), Address.JE).places
    )


def test_the_first_plan_keeps_to_what_was_refused_before_it():
    owner = profile(**OWNERS["painter"], forms_excluded=("video", "call"))
    made = composer().plan(owner, Address.JE, told_before(owner))
    assert not {s.form for s in made.suggestions} & {Form.VIDEO, Form.CALL}
    assert any("telefoontjes" in line for line in made.respected)


@pytest.mark.parametrize("place", ["1a", "2a", "3a", "5a"])
def test_what_is_not_for_an_owner_gives_way_to_something_of_another_form(place):
    made = plan_of("painter")
    gone = made.items[made.places[place]]
    change = PlanChange(kind=ChangeKind.NOT_FOR_ME, plays=(gone.play,), refusal=Refusal(reason="nee"))
    new = composer().changed(made, profile(**OWNERS["painter"]), change, Address.JE)
    assert new.items[new.places[place]].form is not gone.form


def test_a_refused_ad_channel_leaves_no_ad_on_another_one():
    made = anew("optician", channels_excluded=("social_ads", "google_ads"), model="stdc")
    assert Form.AD not in {s.form for s in made.suggestions}


def test_what_the_owner_would_have_in_its_place_comes_before_what_suits_better():
    owner, made = profile(**OWNERS["optician"]), plan_of("optician")

    def swapped(plan, wanted=""):
        change = PlanChange(kind=ChangeKind.ANOTHER, plays=(plan.places["2a"],), wanted=wanted)
        return composer().changed(plan, owner, change, Address.JE)

    usual = swapped(made)
    later = swapped(usual).places["2a"]
    wanted = next(play for play in FakeLibrary().plays() if play.key == later).gist("en")
    assert usual.places["2a"] != later
    assert swapped(made, wanted).places["2a"] == later


def test_a_form_that_is_allowed_again_is_no_longer_kept_out():
    owner, made = profile(**OWNERS["painter"]), plan_of("painter")
    refused = PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=Refusal(reason="geen foto's", forms=(Form.PHOTO,)))
    without = composer().changed(made, owner, refused, Address.JE) or made
    allowed = PlanChange(kind=ChangeKind.NOT_FOR_ME, refusal=Refusal(allowed=(Form.PHOTO,)))
    again = composer().changed(without, owner, allowed, Address.JE)
    assert not again.wishes.refuses(Form.PHOTO)
    assert not any("foto" in line for line in again.respected)
    assert again.places == without.places
