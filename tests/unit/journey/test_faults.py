"""One small plan that is faultless, and what each kind of fault looks like in it."""

import pytest

from journey.faults import Fault, FaultKind, faults_in
from journey.models import MODELS
from journey.plan import Basis, Line, Metric
from journey.profile import Limits, Profile
from tests.making import email, plan, profile, suggestion, with_stage, with_suggestion


def kinds(made, known=None):
    return {fault.kind for fault in faults_in(made, known or Profile())}


def line(text):
    return Line(text=text, basis=Basis.ASSUMED)


def test_the_plan_these_tests_start_from_has_no_fault():
    assert faults_in(plan(), Profile()) == ()


def test_a_fault_names_its_stage_and_play():
    made = with_suggestion(plan(), 2, channel="instagram")
    (fault,) = faults_in(made, profile(channels_excluded=("instagram",)))
    expected = Fault(kind=FaultKind.EXCLUDED_CHANNEL, stage="desire", play="play-desire", found="instagram")
    assert fault == expected


def test_a_suggestion_on_a_channel_that_was_ruled_out():
    assert kinds(plan(), profile(channels_excluded=("window",))) == {FaultKind.EXCLUDED_CHANNEL}


def test_an_email_where_mail_was_ruled_out():
    made = with_stage(plan(), 1, email=email())
    assert kinds(made) == set()
    assert kinds(made, profile(channels_excluded=("newsletter",))) == {FaultKind.EXCLUDED_CHANNEL}


def test_a_text_that_names_a_channel_that_was_ruled_out():
    made = with_suggestion(plan(), 1, text="Zet het ook even op Facebook.")
    assert kinds(made, profile(channels_excluded=("facebook",))) == {FaultKind.EXCLUDED_CHANNEL}


def test_a_channel_whose_name_is_an_everyday_word_may_stand_in_a_text():
    made = with_suggestion(plan(), 1, text="Rij met de van naar de markt.")
    assert kinds(made, profile(channels_excluded=("van", "market"))) == set()


@pytest.mark.parametrize("text", ["Nu 20% korting!", "Boek nu je plek.", "Buy now, pay later."])
def test_a_hard_sell_in_the_text_of_the_first_stage(text):
    assert FaultKind.HARD_SELL in kinds(with_suggestion(plan(), 0, text=text))


def test_a_play_that_sells_in_the_first_stage():
    assert kinds(with_suggestion(plan(), 0, sells=True)) == {FaultKind.HARD_SELL}


def test_an_offer_in_the_message_or_the_email_of_the_first_stage():
    assert kinds(with_stage(plan(), 0, message=line("Deze week een aanbieding op alles."))) == {FaultKind.HARD_SELL}
    made = with_stage(plan(), 0, email=email(body="Bestel nu je taart."))
    assert [(f.kind, f.play) for f in faults_in(made, Profile())] == [(FaultKind.HARD_SELL, "mail")]


def test_selling_is_fine_in_a_later_stage():
    assert kinds(with_suggestion(plan(), 3, sells=True, text="Boek nu je plek voor zaterdag.")) == set()


def test_a_sentence_that_stands_twice():
    made = with_stage(plan(), 3, hurts=plan().stages[0].needs)
    (fault,) = faults_in(made, Profile())
    assert (fault.kind, fault.stage) == (FaultKind.REPEATED, "action")
    assert fault.found == "nodig is een gezicht bij de zaak"


def test_a_sentence_that_stands_twice_in_one_text():
    made = with_suggestion(plan(), 1, text="Kom eens langs bij ons. Kom eens langs bij ons!")
    assert kinds(made) == {FaultKind.REPEATED}


@pytest.mark.parametrize("text", ["", "  ", "Kom naar {{ business }}", "TODO", "lorem ipsum", "{% if x %}"])
@pytest.mark.parametrize("part", ["name", "why", "text", "test", "when", "never"])
def test_an_empty_or_placeholder_text_names_its_play(part, text):
    (fault,) = faults_in(with_suggestion(plan(), 1, **{part: text}), Profile())
    assert (fault.kind, fault.play) == (FaultKind.EMPTY, "play-interest")


def test_an_email_without_a_subject():
    made = with_stage(plan(), 1, email=email().model_copy(update={"subject": ""}))
    assert [(f.kind, f.play) for f in faults_in(made, Profile())] == [(FaultKind.EMPTY, "mail")]


def test_what_the_owner_said_is_never_taken_for_a_placeholder():
    told = Line(text="Wat je zelf vertelde: “{{ naam }} van none”.", basis=Basis.TOLD)
    assert kinds(with_stage(plan(), 2, hurts=told)) == set()


@pytest.mark.parametrize("text", ["None of them came back.", "Niets is ook goed: null is een getal."])
def test_an_everyday_word_is_no_placeholder(text):
    assert kinds(with_suggestion(plan(), 1, text=text)) == set()


def test_a_stage_without_suggestions_or_without_any_touchpoint():
    assert FaultKind.EMPTY in kinds(with_stage(plan(), 1, suggestions=()))
    assert kinds(with_stage(plan(), 1, touchpoints_online=(), touchpoints_offline=())) == {FaultKind.EMPTY}


@pytest.mark.parametrize("part", ["title", "why_model"])
def test_a_plan_without_title_or_reason(part):
    assert kinds(plan(**{part: " "})) == {FaultKind.EMPTY}


def test_more_hours_than_were_told():
    assert kinds(plan(), profile(constraints=Limits(hours_per_week=0.5))) == {FaultKind.OVER_HOURS}


def test_more_hours_than_is_usual_where_none_were_told():
    assert kinds(with_suggestion(plan(), 0, hours_weekly=3)) == {FaultKind.OVER_HOURS}


def test_what_waits_for_later_costs_no_hours_or_money_yet():
    assert kinds(with_suggestion(plan(), 0, hours_weekly=3, euros_monthly=99, later=True)) == set()


def test_an_email_takes_hours_too():
    slow = email().model_copy(update={"hours_once": 40})
    assert kinds(with_stage(plan(), 1, email=slow)) == {FaultKind.OVER_HOURS}


def test_a_first_week_longer_than_the_hours_of_a_week():
    task = plan().first_week[0].model_copy(update={"minutes": 150})
    assert kinds(plan(first_week=(task,))) == {FaultKind.OVER_HOURS}


def test_more_money_than_was_told():
    made = with_suggestion(plan(), 0, euros_monthly=30)
    assert kinds(made, profile(constraints=Limits(euros_per_month=20))) == {FaultKind.OVER_MONEY}
    assert kinds(made, profile(constraints=Limits(euros_per_month=30))) == set()


def test_any_money_where_none_was_told():
    assert kinds(with_suggestion(plan(), 0, euros_once=10)) == {FaultKind.OVER_MONEY}


def test_a_metric_that_needs_statistics_the_owner_does_not_have():
    made = with_stage(plan(), 1, metric=Metric(what="conversieratio", how="kijk in Google Analytics"))
    assert kinds(made) == {FaultKind.NOT_COUNTABLE}
    assert kinds(made, profile(channels_current=("website",))) == set()


@pytest.mark.parametrize(
    "text", ["Bel Jan op 0471 23 45 67.", "Mail naar jan@voorbeeld.be dus.", "Bedankt, mevrouw Van Damme!"]
)
def test_another_persons_name_number_or_address(text):
    assert kinds(with_suggestion(plan(), 1, text=text)) == {FaultKind.THIRD_PERSON}


def test_a_source_nobody_knows():
    assert kinds(with_suggestion(plan(), 1, source="blog/somewhere")) == {FaultKind.UNKNOWN_SOURCE}
    assert kinds(plan(sources=("wikipedia",))) == {FaultKind.UNKNOWN_SOURCE}


def test_a_suggestion_in_the_wrong_language():
    english = "Ask the people who are in your shop what they like, and write it for all of them to see."
    assert kinds(with_suggestion(plan(), 1, text=english)) == {FaultKind.WRONG_LANGUAGE}


def test_an_email_in_the_wrong_language():
    dutch = "Dag, wat fijn dat je bij ons was. Heb je nog een vraag voor de volgende keer, of niet?"
    stages = tuple(s.model_copy(update={"email": None}) for s in plan().stages)
    made = with_stage(plan(stages=stages, language="en"), 1, email=email(body=dutch))
    assert FaultKind.WRONG_LANGUAGE in kinds(made)


def test_a_plan_that_lacks_a_stage_of_its_model():
    made = plan()
    assert FaultKind.MISSING_STAGE in kinds(made.model_copy(update={"stages": made.stages[1:]}))
    assert FaultKind.MISSING_STAGE in kinds(made.model_copy(update={"stages": ()}))


def test_a_plan_says_what_is_made_where():
    made = plan()
    assert made.stages[0].content == ("Een bord bij de deur",)
    assert not suggestion("x").online
    assert MODELS[made.model].stage("desire").moments == made.suggestions[2].moments
