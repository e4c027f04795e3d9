"""Plans from the real plays and sector packs: faultless, for this owner alone, in both languages."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.planning.composer import Composer, FaultyPlanError
from coaching.planning.draft import EACH
from coaching.planning.picking import _IN_TOUCH
from journey.channels import CHANNELS
from journey.faults import RUNNING, WEEKS, FaultKind, faults_in
from journey.keys import LANGUAGES, Address, Goal
from journey.models import MODELS
from journey.plan import Basis
from journey.profile import EmailList, GoalFact, Limits, ProfileField
from journey.sentences import fingerprints
from tests.fakes.library import FakeLibrary
from tests.making import profile

OWNERS = {
    "plumber": {
        "sector": "trades",
        "offer": {"nl": "lekken en ketels", "en": "leaks and boilers"},
        "location": "Aalst",
        "channels_current": ("van", "google_business", "phone"),
        "constraints": Limits(hours_per_week=1, euros_per_month=0),
        "persona_pain": {"nl": "ze zijn bang voor de rekening", "en": "they are afraid of the bill"},
    },
    "yoga": {
        "sector": "fitness_yoga",
        "offer": {"nl": "yogalessen", "en": "yoga classes"},
        "location": "Utrecht",
        "channels_current": ("instagram", "website"),
        "channels_excluded": ("facebook",),
        "constraints": Limits(hours_per_week=3, euros_per_month=50),
        "usp": {"nl": "nooit meer dan acht mensen in de zaal", "en": "never more than eight people in the room"},
    },
    "bakery": {
        "sector": "bakery",
        "offer": {"nl": "taarten op maat", "en": "cakes to order"},
        "channels_current": ("shop", "window"),
        "channels_excluded": ("instagram", "tiktok", "newsletter"),
        "constraints": Limits(hours_per_week=2, euros_per_month=20),
    },
    "accountant": {
        "sector": "accountant",
        "offer": {"nl": "boekhouding voor zelfstandigen", "en": "bookkeeping for freelancers"},
        "audience": "b2b",
        "form_of_address": "u",
        "channels_current": ("website", "linkedin"),
        "email_list": EmailList(has=True, size=200),
        "constraints": Limits(hours_per_week=2, euros_per_month=100),
    },
    "anything": {"sector": "general", "offer": {"nl": "reparaties", "en": "repairs"}},
}


@cache
def library() -> FakeLibrary:
    return FakeLibrary()


def told(owner, language="nl", **more):
    values = {k: v[language] if isinstance(v, dict) else v for k, v in OWNERS[owner].items()}
    return profile(**{**values, "language": language, **more})


@cache
def composed(owner, model, language):
    return Composer(library()).plan(told(owner, language, model=model), Address.JE)


EVERY = [(owner, model, language) for owner in OWNERS for model in MODELS for language in LANGUAGES]


@pytest.mark.parametrize(("owner", "model", "language"), EVERY)
def test_every_model_gives_every_owner_a_whole_plan_without_faults(owner, model, language):
    plan, known = composed(owner, model, language), told(owner, language, model=model)
    assert faults_in(plan, known) == ()
    assert plan.model == model
    assert plan.language == language
    assert [stage.stage for stage in plan.stages] == [stage.key for stage in MODELS[model].stages]
    for stage in plan.stages:
        assert len(stage.suggestions) >= EACH, stage.stage
        assert stage.touchpoints_online + stage.touchpoints_offline
        assert stage.metric.what
    assert plan.first_week
    assert len(plan.assumptions) >= 3
    assert all(assumption.question for assumption in plan.assumptions)
    assert plan.sources[0] == MODELS[model].source


@pytest.mark.parametrize(("owner", "model", "language"), EVERY)
def test_a_plan_stays_within_hours_and_money(owner, model, language):
    plan, limits = composed(owner, model, language), told(owner).limits
    hours, euros = limits.hours_per_week or 2, limits.euros_per_month or 0
    now = [s for s in plan.suggestions if not s.later]
    assert sum(s.hours_once / WEEKS + RUNNING * s.hours_weekly for s in now) <= hours + 0.01
    assert all(week.minutes <= hours * 60 for week in plan.weeks)
    assert sum(s.euros_once / 2 + s.euros_monthly for s in now) <= euros + 0.01
    assert sum(task.minutes for task in plan.first_week) <= hours * 60


@pytest.mark.parametrize(("model", "language"), [(model, language) for model in MODELS for language in LANGUAGES])
def test_what_makes_the_business_different_stands_in_two_texts_to_post(model, language):
    plan = composed("yoga", model, language)
    said = told("yoga", language).text(ProfileField.USP)
    texts = [stage.message.text for stage in plan.stages]
    texts += [s.text for s in plan.suggestions if not s.later]
    assert sum(said.lower() in text.lower() for text in texts) >= 2


@pytest.mark.parametrize(("owner", "model", "language"), EVERY)
def test_what_the_owner_ruled_out_is_nowhere(owner, model, language):
    plan, excluded = composed(owner, model, language), told(owner).many(ProfileField.CHANNELS_EXCLUDED)
    assert not {s.channel for s in plan.suggestions} & set(excluded)
    if "newsletter" in excluded:
        assert all(stage.email is None for stage in plan.stages)
    text = plan.model_dump_json(exclude={"respected"}).lower()
    for channel in {"facebook", "instagram", "tiktok"} & set(excluded):
        assert channel not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", MODELS)
def test_a_plumber_and_a_yoga_studio_get_no_suggestion_text_in_common(model, language):
    plumber, yoga = ({s.text for s in composed(o, model, language).suggestions} for o in ("plumber", "yoga"))
    assert not plumber & yoga


@pytest.mark.parametrize("owner", OWNERS)
def test_no_sentence_comes_twice(owner):
    plan = composed(owner, "stdc", "nl")
    prints = [p for s in plan.suggestions for p in fingerprints("\n".join((s.name, s.why, *s.steps, s.text)))]
    assert len(prints) == len(set(prints))


def test_a_plan_varies_its_forms_and_meets_customers_online_and_offline():
    plan = composed("yoga", "keenr7", "nl")
    assert len({s.form for s in plan.suggestions}) >= 6
    assert {s.online for s in plan.suggestions} == {True, False}


def test_at_most_one_channel_is_new_to_the_owner():
    known = told("plumber")
    natural = set(library().sectors()["trades"].channels)
    free = {"word_of_mouth", "visit", "partner", "business_card", "packaging", "flyer", "poster", "phone"}
    used = {s.channel for s in composed("plumber", "keenr7", "nl").suggestions}
    new = used - set(known.many(ProfileField.CHANNELS_CURRENT)) - free - {c for c in natural if not CHANNELS[c].online}
    assert len(new) <= 1


def test_the_first_stage_sells_nothing():
    for owner in OWNERS:
        assert not any(s.sells for s in composed(owner, "aida", "nl").stages[0].suggestions)


def test_a_model_that_stops_at_the_purchase_gets_aftercare_as_an_extra():
    plan = composed("bakery", "aida", "nl")
    moments = {moment for s in plan.stages[-1].suggestions for moment in s.moments}
    assert {"using", "returning"} & moments
    assert len(plan.stages[-1].suggestions) > EACH


def test_what_was_told_is_marked_as_told_and_what_was_not_as_assumed():
    plan = composed("plumber", "stdc", "nl")
    assert plan.persona.pain.basis is Basis.TOLD
    assert plan.persona.need.basis is Basis.ASSUMED
    assert any("bang voor de rekening" in stage.hurts.text for stage in plan.stages)


def test_limits_and_ruled_out_channels_are_promised_back():
    respected = " ".join(composed("yoga", "stdc", "nl").respected)
    assert "Facebook" in respected
    assert "3 uur" in respected
    assert "50 euro" in respected


def test_every_sentence_speaks_to_customers_in_their_form_of_address():
    plan = composed("accountant", "dazzle5", "nl")
    assert plan.address is Address.U
    words = " ".join(s.text for s in plan.suggestions).lower().replace(",", " ").replace(".", " ").split()
    assert "u" in words or "uw" in words
    assert not {"jij", "jouw", "jou"} & set(words)


def test_no_model_told_takes_the_recommended_one():
    assert Composer(library()).plan(told("yoga"), Address.U).model in MODELS


def test_an_owner_with_no_hours_gets_a_plan_in_which_everything_waits():
    plan = Composer(library()).plan(told("bakery", constraints=Limits(hours_per_week=0, euros_per_month=0)), Address.JE)
    assert plan.first_week == ()
    assert all(s.later or s.hours_once + s.hours_weekly == 0 for s in plan.suggestions)


HARD = {
    "the same sentence for everything": dict.fromkeys(
        ("persona_need", "persona_pain", "persona_feeling", "usp", "persona_situation"),
        "rust en overzicht in mijn hoofd na het werk",
    ),
    "template syntax": {"usp": "{{ 7*7 }} {% for x in y %}", "offer": "{{ config }}", "business_name": "{% if %}"},
    "a phone number and a name": {"persona_need": "bel mevrouw Janssens op 0471 23 45 67", "usp": "mail jan@x.be maar"},
    "a name that sounds like an offer": {"business_name": "Korting & Co", "offer": "aanbieding van de week"},
    "none": {"persona_pain": "none", "persona_need": "TODO", "offer": "none"},
    "the other language": {
        "offer": "the best of all that you can have for your home and the people in it",
        "usp": "we are the only ones who do this with the help of the people of the town",
    },
    "a ruled-out channel in the offer": {"offer": "Instagram beheren", "channels_excluded": ("instagram",)},
    "everything online ruled out": {"channels_excluded": tuple(key for key, c in CHANNELS.items() if c.online)},
    "everything offline ruled out": {"channels_excluded": tuple(key for key, c in CHANNELS.items() if not c.online)},
    "html": {"business_name": "<b>Bo & Co</b>", "usp": "<script>alert(1)</script>", "location": "'; DROP TABLE owners"},
    "very long": {"persona_pain": "te duur en te ver " * 400, "usp": "goed " * 4000, "offer": "taart " * 900},
    "blank": {"persona_pain": " ", "usp": ".", "offer": "…", "business_name": "\n", "location": ","},
}


@pytest.mark.parametrize("case", HARD)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_an_owner_said_there_is_a_plan_without_faults(case, language):
    known = told("yoga", language, **HARD[case])
    assert faults_in(Composer(library()).plan(known, Address.JE), known) == ()


@settings(max_examples=25)
@given(
    owner=st.sampled_from(sorted(OWNERS)),
    model=st.sampled_from(sorted(MODELS)),
    language=st.sampled_from(LANGUAGES),
    excluded=st.lists(st.sampled_from(sorted(CHANNELS)), max_size=8),
    hours=st.sampled_from([None, 0.5, 1, 2, 5, 20]),
    euros=st.sampled_from([None, 0, 10, 100, 1000]),
    goal=st.sampled_from(list(Goal)),
    mail=st.sampled_from([None, EmailList(has=False), EmailList(has=True, size=60)]),
    address=st.sampled_from(list(Address)),
)
def test_any_wishes_and_limits_lead_to_a_plan_without_faults(
    owner, model, language, excluded, hours, euros, goal, mail, address
):
    more = {"email_list": mail} if mail else {}
    known = told(
        owner,
        language,
        model=model,
        channels_excluded=tuple(excluded),
        constraints=Limits(hours_per_week=hours, euros_per_month=euros),
        goal=GoalFact(text="meer", kind=goal),
        form_of_address=str(address),
        **more,
    )
    assert faults_in(Composer(library()).plan(known, address), known) == ()


def test_a_library_that_cannot_give_a_plan_says_what_is_wrong():
    empty = FakeLibrary(plays=tuple)
    with pytest.raises(FaultyPlanError) as error:
        Composer(empty).plan(told("yoga"), Address.JE)
    assert FaultKind.EMPTY in {fault.kind for fault in error.value.faults}


@pytest.mark.parametrize("goal", ["new_customers", "quiet_times"])
def test_a_stage_rather_gets_a_second_new_channel_than_nothing(goal):
    owner = profile(
        sector="handmade_webshop",
        offer="handmade silver earrings",
        channels_current=("etsy", "instagram", "pinterest"),
        on_offline="online",
        email_list=EmailList(has=False),
        goal=GoalFact(text="more orders", kind=goal),
        constraints=Limits(hours_per_week=3),
        persona_situation="women of around 30 buying a present for a friend",
        persona_pain="they worry that it arrives too late or looks different from the photo",
        usp="every pair is made to order from recycled silver",
        price="38 euros a pair",
        location="Ghent",
        model="keenr7",
        language="en",
    )
    assert all(stage.suggestions for stage in Composer(library()).plan(owner, Address.JE).stages)


@pytest.mark.parametrize("model", ["dazzle5", "stdc"])
def test_who_told_of_no_mail_gets_mails_only_where_somebody_is_in_touch(model):
    told = profile(language="nl", sector="painter", offer="plafonds", channels_current=("van", "phone"), model=model)
    plan = Composer(FakeLibrary()).plan(told, Address.JE)
    early = {stage.key for stage in MODELS[model].stages if not _IN_TOUCH & set(stage.moments)}
    assert not any(stage.email for stage in plan.stages if stage.stage in early)
    assert not any("newsletter" in play.channels for play in FakeLibrary().plays() if play.key in _mails(plan))


def _mails(plan):
    return {stage.email.play for stage in plan.stages if stage.email}
