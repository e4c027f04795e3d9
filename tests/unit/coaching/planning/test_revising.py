"""Changing one thing in a plan from the real plays: what changes, what is remembered, and all that stays as it was."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.planning.composer import Composer
from coaching.planning.revising import MOST
from coaching.planning.shortening import shortened
from journey.assumptions import USUAL_LIMITS
from journey.changes import ChangeKind, PlanChange, Refusal
from journey.faults import WEEKS, faults_in
from journey.keys import Address, Asset, Form
from journey.plan import Suggestion
from journey.profile import EmailList, Limits
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import profile

ANOTHER, MORE, NOT_FOR_ME, SHORTER = ChangeKind
TODAY = date(2026, 11, 22)
NL = Words("nl", Address.JE)
OWNERS = {
    "baker": profile(
        language="nl",
        sector="bakery",
        offer="taarten op maat",
        location="Mechelen",
        channels_current=("instagram", "shop", "window"),
        channels_excluded=("facebook",),
        constraints=Limits(hours_per_week=3, euros_per_month=30),
        model="dazzle5",
    ),
    "plumber": profile(
        language="nl",
        sector="trades",
        offer="lekken en ketels",
        channels_current=("van", "google_business", "phone"),
        constraints=Limits(hours_per_week=1, euros_per_month=0),
        model="aida",
    ),
    "yoga": profile(
        language="en",
        sector="fitness_yoga",
        offer="beginner classes",
        location="Leeds",
        channels_current=("instagram", "window", "newsletter"),
        email_list=EmailList(has=True),
        constraints=Limits(hours_per_week=3, euros_per_month=50),
        model="stdc",
    ),
}


@cache
def library():
    return FakeLibrary()


@cache
def plays():
    return {play.key: play for play in library().plays()}


def composer():
    return Composer(library(), lambda: TODAY)


@cache
def plan_of(owner):
    return composer().plan(OWNERS[owner], Address.JE)


def changed(plan, owner, kind, *places, refusal=None):
    change = PlanChange(kind=kind, plays=tuple(plan.places[place] for place in places), refusal=refusal)
    return composer().changed(plan, OWNERS[owner], change, Address.JE)


def others(plan, *places):
    gone = {plan.places[place] for place in places}
    return {play: item for play, item in plan.items.items() if play not in gone}


@pytest.mark.parametrize("owner", OWNERS)
def test_another_idea_takes_the_place_of_the_one_that_was_named_and_the_rest_is_word_for_word_the_same(owner):
    plan = plan_of(owner)
    new = changed(plan, owner, ANOTHER, "2b")
    assert new.places["2b"] not in plan.items
    assert others(new, "2b") == others(plan, "2b")
    assert new.wishes.set_aside == (plan.places["2b"],)


def test_another_e_mail_takes_the_place_of_an_e_mail():
    new = changed(plan_of("yoga"), "yoga", ANOTHER, "2m")
    assert new.places["2m"] not in plan_of("yoga").items
    assert new.stages[1].email.body


def test_two_ideas_are_replaced_in_one_go():
    plan = plan_of("baker")
    new = changed(plan, "baker", ANOTHER, "1a", "4b")
    assert {plan.places["1a"], plan.places["4b"]}.isdisjoint(new.items)
    assert others(new, "1a", "4b") == others(plan, "1a", "4b")


def test_something_easier_takes_less_time_than_what_it_replaces():
    plan = plan_of("baker")
    place = max(plan.places, key=lambda place: plan.items[plan.places[place]].hours_once * (place[1] != "m"))
    new = changed(plan, "baker", ANOTHER, place, refusal=Refusal(no_time=True))
    assert new.items[new.places[place]].hours_once < plan.items[plan.places[place]].hours_once


@pytest.mark.parametrize("refusal", [Refusal(reason="geen tijd", no_time=True), Refusal(reason="x", no_money=True)])
def test_what_was_too_much_of_one_idea_leaves_the_others_as_they_are(refusal):
    plan = plan_of("baker")
    new = changed(plan, "baker", NOT_FOR_ME, "1a", refusal=refusal)
    assert others(new, "1a") == others(plan, "1a")


@pytest.mark.parametrize("form", [Form.CALL, Form.PHOTO])
def test_what_the_owner_would_rather_do_comes_in_the_place_of_what_goes(form):
    plan = plan_of("baker")
    new = changed(plan, "baker", NOT_FOR_ME, "2b", refusal=Refusal(rather=(form,)))
    assert new.items[new.places["2b"]].form is form
    assert not new.wishes.forms
    assert new.respected == plan.respected


def test_without_a_list_no_mail_goes_to_one():
    plan = plan_of("yoga")
    to_many = {key for key, play in plays().items() if "newsletter" in play.channels and play.form is Form.EMAIL}
    new = changed(plan, "yoga", NOT_FOR_ME, refusal=Refusal(reason="no list", lacking=(Asset.EMAIL_LIST,)))
    assert to_many & set(plan.items)
    assert not to_many & set(new.items)
    assert any(stage.email for stage in new.stages)


def test_a_reason_is_quoted_as_heeded_only_where_something_had_to_go():
    plan = plan_of("plumber")
    assert not any(item.form is Form.SURVEY for item in plan.suggestions)
    new = changed(plan, "plumber", NOT_FOR_ME, refusal=Refusal(reason="geen vragenlijsten", forms=(Form.SURVEY,)))
    assert new.wishes.forms == (Form.SURVEY,)
    assert not new.wishes.reasons


def test_nothing_changes_for_what_rules_nothing_out():
    plan = plan_of("plumber")
    assert Asset.STOCK not in {need for key in plan.items for need in plays()[key].needs}
    assert changed(plan, "plumber", NOT_FOR_ME, refusal=Refusal(reason="x", lacking=(Asset.STOCK,))) is None


@pytest.mark.parametrize(("model", "sector"), [("stdc", "garden"), ("keenr7", "trades"), ("dazzle5", "cleaning")])
def test_no_week_stays_empty_where_mails_go_and_something_else_waited(model, sector):
    owner = profile(
        language="nl",
        sector=sector,
        offer="onderhoud",
        model=model,
        channels_current=("phone", "google_business", "word_of_mouth"),
        email_list=EmailList(has=True, size=40),
        constraints=Limits(hours_per_week=0.5, euros_per_month=30),
    )
    plan = composer().plan(owner, Address.JE)
    no_mails = PlanChange(kind=NOT_FOR_ME, refusal=Refusal(reason="geen mails", forms=(Form.EMAIL,)))
    new = composer().changed(plan, owner, no_mails, Address.JE)
    assert not any(stage.email for stage in new.stages)
    assert all(week.tasks for week in new.weeks)
    assert not faults_in(new, owner)


def test_an_idea_that_gave_way_does_not_come_back():
    plan, seen = plan_of("yoga"), set()
    for _ in range(8):
        seen.add(plan.places["3a"])
        plan = changed(plan, "yoga", ANOTHER, "3a")
        assert plan.places["3a"] not in seen


def test_more_like_this_adds_one_to_the_same_stage_until_the_stage_is_full():
    plan, count = plan_of("yoga"), 0
    while (new := changed(plan, "yoga", MORE, "2a")) is not None:
        assert set(new.items) > set(plan.items)
        assert len(new.stages[1].suggestions) == len(plan.stages[1].suggestions) + 1
        plan, count = new, count + 1
    assert (len(plan.stages[1].suggestions), count) == (MOST, MOST - 3)


def test_a_form_that_is_refused_is_gone_from_every_stage_and_stays_away():
    plan = plan_of("baker")
    form = plan.suggestions[0].form
    new = changed(plan, "baker", NOT_FOR_ME, refusal=Refusal(reason="dat ligt me niet", forms=(form,)))
    assert form not in {s.form for s in new.suggestions}
    assert any(NL.say(f"form.{form}") in line for line in new.respected)
    again = composer().plan(OWNERS["baker"], Address.JE, new.wishes)
    assert form not in {s.form for s in again.suggestions}


def test_a_channel_that_is_refused_is_gone_from_ideas_and_from_where_people_meet():
    new = changed(plan_of("yoga"), "yoga", NOT_FOR_ME, refusal=Refusal(channels=("instagram",)))
    assert "instagram" not in {s.channel for s in new.suggestions}
    assert all(
        "Instagram" not in stage.touchpoints_online for stage in new.stages if stage not in plan_of("yoga").stages
    )


@pytest.mark.parametrize("refusal", [Refusal(channels=("email",)), Refusal(forms=(Form.EMAIL,))])
def test_refused_e_mail_leaves_no_e_mail_in_any_stage(refusal):
    new = changed(plan_of("yoga"), "yoga", NOT_FOR_ME, refusal=refusal)
    assert new.emails == ()


def test_nothing_that_costs_money_leaves_only_what_is_free():
    new = changed(plan_of("baker"), "baker", NOT_FOR_ME, refusal=Refusal(free=True))
    assert sum(s.euros_once + s.euros_monthly for s in new.suggestions) == 0


def test_a_shorter_text_keeps_its_first_and_last_words_and_makes_up_none():
    plan = plan_of("yoga")
    before, after = plan.items[plan.places["2m"]].body, changed(plan, "yoga", SHORTER, "2m").stages[1].email.body
    assert len(after) < len(before)
    assert set(after.split()) <= set(before.split())
    assert (after.split()[0], after.split()[-1]) == (before.split()[0], before.split()[-1])


def test_a_shorter_plan_keeps_one_idea_a_stage_and_can_be_made_no_shorter():
    short = changed(plan_of("baker"), "baker", SHORTER)
    assert [len(stage.suggestions) for stage in short.stages] == [1] * len(short.stages)
    assert changed(short, "baker", SHORTER) is None


def test_refusing_every_idea_of_a_stage_in_turn_ends_with_a_plan_that_stays_as_it_is():
    plan, rounds = plan_of("plumber"), 0
    while (new := changed(plan, "plumber", NOT_FOR_ME, "1a", refusal=Refusal())) is not None:
        assert faults_in(new, OWNERS["plumber"]) == ()
        assert new.stages[0].suggestions
        plan, rounds = new, rounds + 1
        assert rounds < len(plays())
    assert rounds > 3


def test_what_is_done_now_is_finished_in_the_weeks_even_where_half_of_them_are_busy():
    plan = plan_of("baker")
    finished = {task.play for week in plan.weeks for task in week.tasks if task.ends}
    assert {play for play, item in plan.items.items() if not item.later} == finished


REFUSALS = st.sampled_from(
    [
        Refusal(),
        Refusal(reason="te druk", no_time=True),
        Refusal(no_money=True),
        Refusal(free=True),
        *(Refusal(forms=(form,)) for form in (Form.VIDEO, Form.CALL, Form.EMAIL, Form.CARD)),
        *(Refusal(channels=(channel,)) for channel in ("window", "instagram", "email", "phone")),
        *(Refusal(lacking=(asset,)) for asset in (Asset.STOREFRONT, Asset.PHOTOS, Asset.REVIEWS)),
    ]
)
CHANGES = st.tuples(st.sampled_from(ChangeKind), st.lists(st.integers(0, 40), min_size=1, max_size=2), REFUSALS)


@settings(max_examples=25)
@given(st.sampled_from(sorted(OWNERS)), st.lists(CHANGES, max_size=5))
def test_after_any_changes_the_plan_is_whole_within_limits_and_otherwise_untouched(owner, steps):
    plan, limits = plan_of(owner), USUAL_LIMITS.with_(OWNERS[owner].limits)
    for kind, picked, refusal in steps:
        named = tuple(dict.fromkeys(list(plan.items)[number % len(plan.items)] for number in picked))
        change = PlanChange(kind=kind, plays=named, refusal=refusal if kind is NOT_FOR_ME else None)
        new = composer().changed(plan, OWNERS[owner], change, Address.JE)
        if new is None:
            continue
        assert faults_in(new, OWNERS[owner]) == ()
        _holds_nothing_refused(new)
        _left_the_rest_alone(plan, new, change)
        _fits_the_weeks(new, limits)
        plan = new


def _holds_nothing_refused(plan):
    wishes = plan.wishes
    assert set(plan.items).isdisjoint(wishes.set_aside)
    for suggestion in plan.suggestions:
        assert wishes.keeps(plays()[suggestion.play])
        assert suggestion.channel not in wishes.channels


def _left_the_rest_alone(before, after, change):
    for play in before.items.keys() & after.items.keys():
        item = before.items[play]
        elsewhere = isinstance(item, Suggestion) and item.channel in after.wishes.channels
        if not elsewhere and not (change.kind is SHORTER and play in change.plays):
            assert after.items[play] == item
    for old, new in zip(before.stages, after.stages, strict=True):
        for part in ("title", "mood", "does", "feels", "needs", "hurts", "message"):
            assert getattr(new, part) == getattr(old, part)
    for part in (
        "title",
        "goal",
        "why_model",
        "persona",
        "assumptions",
        "sums",
        "hinge",
        "season",
        "accidents",
        "tallies",
    ):
        assert getattr(after, part) == getattr(before, part)


def _fits_the_weeks(plan, limits):
    now = {play for play, item in plan.items.items() if not item.later}
    assert len(plan.weeks) == WEEKS
    assert all(week.minutes <= limits.hours_per_week * 60 for week in plan.weeks)
    assert sum(task.minutes for task in plan.first_week) <= limits.hours_per_week * 60
    assert {task.play for week in plan.weeks for task in week.tasks if task.ends} == now


class TestShortening:
    def test_a_letter_keeps_greeting_opening_last_word_and_signature(self):
        text = "Dag Lien,\n\nEerste.\n\nTweede.\n\nDerde.\n\nVierde.\n\nTot gauw!\n\nBakkerij De Korst"
        assert shortened(text) == "Dag Lien,\n\nEerste.\n\nVierde.\n\nTot gauw!\n\nBakkerij De Korst"

    def test_a_single_paragraph_loses_sentences_from_its_middle(self):
        assert shortened("Een. Twee. Drie. Vier. Vijf.") == "Een. Twee. Vijf."

    def test_a_paragraph_that_announces_something_does_not_stay_alone(self):
        assert "dit:" not in shortened("Een.\n\nLet op dit:\n\nTwee.\n\nDrie.\n\nVier.")

    @pytest.mark.parametrize("text", ["Kom langs.", "Een. Twee.", "", "Dag,\n\nKom eens.\n\nGroetjes"])
    def test_what_is_short_already_stays_as_it_is(self, text):
        assert shortened(text) == text

    @given(st.lists(st.text("abc .!?\n:,", max_size=20), max_size=8).map("\n\n".join))
    def test_no_text_grows_or_gets_words_it_did_not_have(self, text):
        short = shortened(text)
        assert len(short) <= len(text)
        assert set(short.split()) <= set(text.split())
