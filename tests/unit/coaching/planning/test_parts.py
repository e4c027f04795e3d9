"""The steps of planning: slots, what is possible, what suits, what fits now, which day."""

from datetime import date

import pytest

from coaching.planning.budget import within
from coaching.planning.choosing import means_of, possible, suitability, variety
from coaching.planning.days import open_days
from coaching.planning.framing import assumptions_of, limits_of, persona_of, respected, sources_of, title_of, why
from coaching.planning.lines import StageWriter, lead
from coaching.planning.nearness import nearness_of
from coaching.planning.picking import Picker
from coaching.planning.slots import Slots, in_place, phrase_of_place
from coaching.planning.week import first_week
from journey.assumptions import USUAL_LIMITS
from journey.changes import NO_WISHES
from journey.keys import Address, Asset, Audience, Form
from journey.models import MODELS
from journey.moments import Moment
from journey.plan import Basis
from journey.profile import EmailList, Limits, Profile
from prompts.words import Words
from tests.making import email, plan, profile, with_stage, with_suggestion

NL = Words("nl")
MONDAY = date(2026, 3, 2)


def slots(sector, language="nl", **told):
    return Slots(profile(**told), sector, language, Address.JE)


# Slots


def test_slots_hold_the_owners_words_and_the_trades_where_there_are_none(sectors):
    told = slots(sectors["bakery"], offer="Taarten op maat.", business_name="Molenzicht", location="in Gent").values()
    assert (told["offer"], told["business"], told["in_place"]) == ("taarten op maat", "Molenzicht", "in Gent")
    usual = slots(sectors["bakery"]).values()
    assert usual["business"] == usual["our"] == sectors["bakery"].nl.our
    assert usual["in_place"] == "in de buurt"


def test_a_business_that_is_online_is_nowhere_in_particular():
    assert in_place(profile(on_offline="online"), NL) == "online"


@pytest.mark.parametrize(("told", "place"), [("in Gent", "Gent"), ("Gent.", "Gent"), ("rond Aalst", "Aalst"), ("", "")])
def test_a_place_is_told_with_or_without_its_preposition(told, place):
    assert phrase_of_place(told) == place


def test_customers_are_called_what_the_owner_calls_them(sectors):
    assert slots(sectors["bakery"], customer_word="gasten").values()["customers"] == "gasten"
    assert slots(sectors["bakery"], customer_word="gast").values()["customer"] == "gast"
    unknown = slots(sectors["bakery"], customer_word="snoepers").values()
    assert unknown["customers"] == sectors["bakery"].nl.customer.many


def test_a_short_plural_can_stand_for_the_customer_and_a_story_cannot(sectors):
    assert slots(sectors["bakery"], persona_situation="Jonge ouders").values()["persona"] == "jonge ouders"
    assert slots(sectors["bakery"], persona_situation="iemand die, nou ja, veel werkt").values()["persona"] == ""


def test_what_makes_the_business_different_is_said_once(sectors):
    some = slots(sectors["bakery"], usp="we bakken alles zelf")
    text = some.fill("{{ usp }}")
    some.spend([text])
    assert (text, some.values()["usp"]) == ("We bakken alles zelf.", "")


def test_the_told_worry_comes_first_and_each_text_gets_another_one(sectors):
    some = slots(sectors["bakery"], persona_pain="bang dat het te laat klaar is")
    first = some.values()["pain"]
    some.spend([first])
    assert first == some.told_pain == "Bang dat het te laat klaar is?"
    assert some.values()["pain"] != first


def test_a_text_that_used_no_worry_spends_none(sectors):
    some = slots(sectors["bakery"])
    before = some.values()["pain"]
    some.spend(["niets hiervan"])
    assert some.values()["pain"] == before


# What is possible, what suits


def means(sector, **told):
    return means_of(profile(**told), sector, 20)


def a_play(library, **want):
    for play in library.plays():
        if all(getattr(play, name) == value for name, value in want.items()):
            return play
    return library.plays()[0].model_copy(update=want)


@pytest.fixture
def play(library):
    """A play that any bakery could do."""
    return library.plays()[0].model_copy(
        update={
            "channels": ("window", "instagram"),
            "sectors": (),
            "not_sectors": (),
            "purchase": (),
            "audience": (Audience.B2C, Audience.BOTH),
            "needs": (),
            "euros_once": 0,
            "euros_monthly": 0,
            "goals": (),
        }
    )


def test_a_play_goes_on_a_channel_the_owner_has(play, sectors):
    assert means(sectors["bakery"], channels_current=("instagram",)).channel_for(play) == "instagram"
    assert means(sectors["bakery"], channels_current=("instagram", "window")).channel_for(play) == "window"


def test_a_ruled_out_channel_is_never_taken(play, sectors):
    some = means(sectors["bakery"], channels_excluded=("window", "instagram"))
    assert some.channel_for(play) is None
    assert some.new_channel_for(play) is None
    assert not possible(play, some)


@pytest.mark.parametrize(
    "change",
    [
        {"sectors": ("trades",)},
        {"not_sectors": ("bakery",)},
        {"purchase": ("subscription",)},
        {"audience": (Audience.B2B,)},
        {"needs": (Asset.VEHICLE, Asset.BOOKING_SYSTEM)},
        {"euros_monthly": 500},
    ],
    ids=str,
)
def test_a_play_for_others_is_not_possible(change, play, sectors):
    some = means(sectors["bakery"], channels_current=("shop",), audience="b2c")
    assert possible(play, some)
    assert not possible(play.model_copy(update=change), some)


def test_an_owner_who_serves_everybody_may_do_plays_for_either(play, sectors):
    some = means(sectors["bakery"], audience="both")
    assert possible(play.model_copy(update={"audience": (Audience.B2B,)}), some)
    assert not possible(play.model_copy(update={"audience": (Audience.NON_PROFIT,)}), some)


def test_channels_bring_what_they_come_with(sectors):
    has = means(sectors["bakery"], channels_current=("shop", "van", "google_business", "online_booking")).assets
    assert {Asset.STOREFRONT, Asset.VEHICLE, Asset.REVIEWS, Asset.BOOKING_SYSTEM} <= has


def test_mail_takes_a_yes_or_a_newsletter_and_no_objection(sectors):
    assert means(sectors["bakery"], email_list=EmailList(has=True)).may_mail
    assert means(sectors["bakery"], channels_current=("newsletter",)).may_mail
    assert not means(sectors["bakery"], email_list=EmailList(has=False), channels_current=("newsletter",)).may_mail
    refused = means(sectors["bakery"], email_list=EmailList(has=True), channels_excluded=("newsletter",))
    assert not refused.may_mail
    assert {"email", "newsletter"} <= refused.excluded


def test_a_play_of_the_trade_for_the_goal_on_a_known_channel_suits_better(play, sectors):
    some = means(sectors["bakery"], channels_current=("window",), goal={"text": "x", "kind": "repeat"})
    moment = play.moments[0]
    plain = suitability(play, moment, some, 0)
    assert suitability(play.model_copy(update={"sectors": ("bakery",)}), moment, some, 0) > plain
    assert suitability(play.model_copy(update={"hours_once": 9}), moment, some, 0) < plain
    assert suitability(play.model_copy(update={"euros_monthly": 18}), moment, some, 0) < plain
    assert suitability(play, moment, some, 1) > plain
    assert suitability(play.model_copy(update={"channels": ("podcast",)}), moment, some, 0) < plain


def test_what_the_plan_has_already_counts_against_a_play(play):
    assert variety(play, "window", [play.form, play.form], ["window"]) < variety(play, "window", [], []) == 0


def test_nearness_is_measured_against_what_was_told(library):
    assert nearness_of(Profile(), library, "nl") == {}
    near = nearness_of(profile(offer="taarten op bestelling"), library, "nl")
    assert set(near) == {play.key for play in library.plays()}
    assert abs(sum(near.values())) < 0.01


# Picking


def picker(library, sector, plays=None, **told):
    known = profile(**told)
    some = Slots(known, sector, "nl", Address.JE)
    return Picker(plays or library.plays(), means_of(known, sector, 20), some, NL, {})


def test_no_play_is_picked_twice_and_no_sentence_said_twice(library, sectors):
    picking = picker(library, sectors["bakery"], channels_current=("shop", "instagram"))
    stages = MODELS["stdc"].stages
    picked = [s.play for st in stages for s in picking.suggestions(st, [*st.moments] * 2, first=False)]
    assert len(picked) == len(set(picked)) > 6


def test_a_sentence_that_was_said_is_recognised(library, sectors):
    picking = picker(library, sectors["bakery"])
    assert not picking.said("Kom gerust eens langs bij ons.")
    assert picking.said("Iets anders hier. Kom gerust eens langs bij ons!")
    assert picking.said("Twee keer precies hetzelfde hier. Twee keer precies hetzelfde hier.")


def test_nothing_left_is_nothing_picked(library, sectors):
    picking = picker(library, sectors["bakery"], plays=[library.plays()[0]])
    stage = MODELS["keenr7"].stages[-1]
    assert len(picking.suggestions(stage, [Moment.RECOMMENDING] * 3, first=False)) <= 1
    assert picking.email(stage, [Moment.RECOMMENDING], first=False) is None


def test_no_email_for_who_ruled_mail_out(library, sectors):
    picking = picker(library, sectors["bakery"], channels_excluded=("email",))
    assert picking.email(MODELS["keenr7"].stages[-1], [Moment.USING], first=False) is None


def test_an_email_has_a_subject_and_a_text(library, sectors):
    picking = picker(library, sectors["bakery"], email_list=EmailList(has=True))
    made = picking.email(MODELS["keenr7"].stages[-1], [Moment.USING], first=False)
    assert made.subject
    assert made.body
    assert next(play for play in library.plays() if play.key == made.play).form is Form.EMAIL


# What fits now


def test_what_fits_is_for_now_and_the_rest_for_later():
    stages = with_suggestion(plan(), 1, hours_weekly=5).stages
    later = [
        s.later
        for stage in within(stages, Limits(hours_per_week=2, euros_per_month=0), MONDAY)
        for s in stage.suggestions
    ]
    assert later == [False, True, False, False]


def test_money_counts_like_hours():
    stages = with_suggestion(plan(), 2, euros_once=100).stages
    later = [
        s.later
        for stage in within(stages, Limits(hours_per_week=9, euros_per_month=20), MONDAY)
        for s in stage.suggestions
    ]
    assert later == [False, False, True, False]


def test_the_first_suggestion_of_each_stage_and_the_emails_go_before_second_ones():
    first = plan().stages[0]
    second = first.suggestions[0].model_copy(update={"play": "second", "hours_weekly": 0.0, "hours_once": 16})
    made = with_stage(with_stage(plan(), 0, suggestions=(*first.suggestions, second)), 3, email=email())
    stages = within(made.stages, Limits(hours_per_week=1, euros_per_month=0), MONDAY)
    assert [s.later for s in stages[0].suggestions] == [False, True]
    assert not stages[3].email.later


def test_without_any_hours_everything_waits():
    assert all(s.later for stage in within(plan().stages, Limits(), MONDAY) for s in stage.suggestions)


# The first week


def test_the_first_week_is_a_few_small_tasks_on_different_days():
    tasks = first_week(plan().stages, Limits(hours_per_week=2), NL)
    assert 1 <= len(tasks) <= 4
    assert len({task.day for task in tasks}) == len(tasks)
    assert all(15 <= task.minutes <= 60 for task in tasks)
    assert sum(task.minutes for task in tasks) <= 120


def named(days):
    return [NL.say(f"day.{day}") for day in days]


def test_closed_and_full_days_are_left_alone():
    limits = Limits(hours_per_week=8, closed_days=("maandag", "Tuesday"), busy_days=("zaterdag",))
    assert named(open_days(limits, NL)) == ["woensdag", "donderdag", "vrijdag"]
    assert {task.day for task in first_week(plan().stages, limits, NL)} <= {"woensdag", "donderdag", "vrijdag"}


def test_who_has_no_free_day_at_all_may_take_any():
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag")
    assert named(open_days(Limits(closed_days=days), NL)) == list(days)


def test_less_than_a_quarter_of_an_hour_is_no_task():
    assert first_week(plan().stages, Limits(hours_per_week=0.2), NL) == ()
    assert first_week(plan().stages, Limits(), NL) == ()


def test_what_waits_for_later_is_not_in_the_first_week():
    made = with_suggestion(plan(), 0, later=True)
    assert "play-attention" not in {task.play for task in first_week(made.stages, Limits(hours_per_week=8), NL)}


def test_after_one_task_per_stage_come_the_quickest_others():
    stage = plan().stages[0]
    more = tuple(stage.suggestions[0].model_copy(update={"play": f"p{n}", "hours_once": n}) for n in (3, 2))
    only = (stage.model_copy(update={"suggestions": (*stage.suggestions, *more)}),)
    assert [task.play for task in first_week(only, Limits(hours_per_week=9), NL)] == ["play-attention", "p2", "p3"]


# What stands around the stages


def test_the_title_names_the_business_or_the_trade_and_place(sectors):
    assert title_of(profile(business_name="Molenzicht"), sectors["bakery"], NL) == "Klantreisplan voor Molenzicht"
    assert title_of(profile(location="Gent"), sectors["bakery"], NL) == "Klantreisplan voor je bakkerij in Gent"
    assert title_of(Profile(), sectors["general"], NL) == "Klantreisplan voor je zaak in de buurt"


def test_limits_are_those_told_and_the_usual_ones_for_the_rest():
    assert limits_of(Profile()) == USUAL_LIMITS
    half = limits_of(profile(constraints=Limits(euros_per_month=50)))
    assert (half.hours_per_week, half.euros_per_month) == (USUAL_LIMITS.hours_per_week, 50)


def test_promises_kept_name_every_limit():
    known = profile(
        channels_excluded=("facebook",),
        constraints=Limits(hours_per_week=1.5, euros_per_month=0, closed_days=("maandag",)),
    )
    kept = respected(known, NO_WISHES, NL)
    assert len(kept) == 4
    assert "1,5 uur" in kept[1]
    assert respected(Profile(), NO_WISHES, NL) == ()
    assert "40 euro" in respected(profile(constraints=Limits(euros_per_month=40)), NO_WISHES, NL)[0]


def test_a_closed_day_that_is_kept_for_this_work_is_not_ruled_out_beside_it():
    on_monday = Limits(closed_days=("maandag", "zondag"), work_days=("maandag",))
    kept = respected(profile(constraints=on_monday), NO_WISHES, NL)
    assert [("maandag" in line, "zondag" in line) for line in kept] == [(True, False), (False, True)]


def persona(sector, **told):
    known = profile(**told)
    return persona_of(known, sector, Slots(known, sector, "nl", Address.JE), NL)


def test_the_persona_is_told_where_told_and_usual_otherwise(sectors):
    card = persona(sectors["bakery"], persona_need="een taart die opvalt", persona_age="30-40")
    assert card.need.basis is Basis.TOLD
    assert card.pain.basis is Basis.ASSUMED
    assert "30-40" in card.who.text


def test_an_age_that_was_told_in_the_story_is_not_repeated(sectors):
    card = persona(sectors["bakery"], persona_situation="ouders van 35", persona_age="35")
    assert card.who.text.count("35") == 1


def test_the_persona_never_has_the_owners_name(sectors):
    for name in NL.say("plan.persona_names").split():
        assert persona(sectors["bakery"], owner_name=name).name != name


def test_every_assumption_comes_with_a_question_for_a_customer_and_there_are_three_at_least(sectors):
    known = profile(
        persona_need="a",
        persona_pain="b",
        persona_feeling="c",
        persona_info="d",
        persona_situation="ouders",
        constraints=Limits(hours_per_week=1, euros_per_month=1),
    )
    some = Slots(known, sectors["bakery"], "nl", Address.JE)
    found = assumptions_of(known, persona_of(known, sectors["bakery"], some, NL), some, NL)
    assert len(found) >= 3
    assert all(assumption.text and assumption.question for assumption in found)


def test_sources_are_the_models_and_the_plays_each_once():
    stages = with_suggestion(with_suggestion(plan(), 1, source="stdc/care"), 2, source="dazzle5/loyalty").stages
    stages = with_stage(plan(stages=stages), 3, email=email()).stages
    assert sources_of("aida", stages) == ("inteleo", "coach", "dazzle")
    assert sources_of("wux5", with_suggestion(plan(), 0, source="general/content").stages) == ("wux", "coach")


def test_the_reason_for_a_model_is_the_owners_own_choice_where_nothing_speaks_for_it(sectors):
    said = why("aida", Profile(), sectors["general"], NL)
    assert said.lower() == NL.say("model_why.aida").lower()
    assert said[0].isupper()


@pytest.mark.parametrize(
    ("model", "stage", "moment"),
    [("stdc", "do", Moment.BUYING), ("stdc", "care", Moment.RETURNING), ("wux5", "consideration", Moment.COMPARING)],
)
def test_a_stage_is_most_about_its_purchase_or_its_middle(model, stage, moment):
    assert lead(MODELS[model].stage(stage)) is moment


def writer(sector, **told):
    known = profile(**told)
    return StageWriter(known, sector, Slots(known, sector, "nl", Address.JE), NL)


def test_the_message_where_customers_compare_answers_the_told_worry(sectors):
    writing = writer(sectors["bakery"], persona_pain="bang dat het te laat klaar is", usp="we leveren altijd op tijd")
    line = writing.message(MODELS["keenr7"].stage("research"))
    assert line.basis is Basis.TOLD
    assert line.text.startswith("Bang dat het te laat klaar is?")
    assert line.text.endswith("Wat je mag verwachten: we leveren altijd op tijd.")


def test_the_price_stands_where_customers_buy(sectors):
    line = writer(sectors["bakery"], price="45 euro").message(MODELS["aida"].stage("action"))
    assert "45 euro" in line.text
    assert line.basis is Basis.TOLD


def test_what_was_told_about_customers_is_quoted_where_it_matters(sectors):
    writing = writer(sectors["bakery"], persona_pain="te duur", persona_need="iets bijzonders")
    stage = MODELS["aida"].stage("desire")
    assert "“te duur”" in writing.hurts(stage).text
    assert writing.hurts(stage).basis is Basis.TOLD
    assert writing.needs(MODELS["aida"].stage("action")).basis is Basis.ASSUMED


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ineke. 67. weduwe. jaren 30 huis", "Ineke"),
        ("moeder van twee, Linda, 38", "Linda"),
        ("Jonge ouders met weinig tijd", ""),
        ("iemand als Gerrit zelf", ""),
    ],
)
def test_the_customer_keeps_the_first_name_that_was_told(told, name, sectors):
    owner = profile(persona_situation=told, owner_name="Gerrit", sector="painter")
    card = persona_of(owner, sectors["painter"], slots(sectors["painter"]), NL)
    assert card.name_told is bool(name)
    assert card.name == name if name else card.name in NL.say("plan.persona_names")


def test_an_invented_name_stays_when_the_business_is_renamed(sectors):
    cards = [
        persona_of(profile(sector="painter", **told), sectors["painter"], slots(sectors["painter"]), NL)
        for told in ({"business_name": "Wolters"}, {"business_name": "Wolters en Zoon", "offer": "behang"})
    ]
    assert cards[0].name == cards[1].name


def test_a_long_story_is_quoted_in_short_in_a_stage(sectors):
    told = "ze vinden het duur, " * 12
    known = profile(persona_pain=told)
    comparing = next(stage for stage in MODELS["stdc"].stages if Moment.COMPARING in stage.moments)
    line = StageWriter(known, sectors["bakery"], slots(sectors["bakery"]), NL).hurts(comparing)
    assert "…" in line.text
    assert line.text.count("ze vinden het duur") < 9
