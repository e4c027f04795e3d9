"""What a trade adds to a plan: its question, its season, its accidents, its tallies, its moods, where people meet."""

from datetime import date

import pytest

from coaching.planning.desk import Desk
from coaching.planning.meeting import touchpoints
from coaching.planning.moods import mood_of
from coaching.planning.trade import accidents, hinge, season, tallies
from journey.changes import NO_WISHES
from journey.keys import LANGUAGES, Address
from journey.models import MODELS
from journey.moments import Moment
from journey.profile import Limits
from tests.making import profile, suggestion


@pytest.fixture
def desk(library):
    def made(sector="bakery", **told):
        return Desk(library, profile(sector=sector, **told), NO_WISHES, Address.JE, {}, date(2026, 3, 2))

    return made


def stage(model, moment):
    return next(stage for stage in MODELS[model].stages if moment in stage.moments)


def test_the_plan_repeats_what_was_answered_to_the_question_of_the_trade(desk):
    found = hinge(desk(trade_answer="begin van de week is er plaats."))
    assert found.told == "begin van de week is er plaats"
    assert found.question.endswith("?")
    assert found.why


def test_a_question_nobody_answered_stays_open(desk):
    assert hinge(desk("trades")).told == ""


def test_a_question_about_days_is_answered_by_the_days_that_were_told(desk):
    quiet = Limits(quiet_days=("dinsdag",), busy_days=("zaterdag",))
    told = hinge(desk("restaurant", constraints=quiet)).told
    assert "dinsdag" in told
    assert "zaterdag" in told
    assert hinge(desk("trades", constraints=quiet)).told == ""


def test_the_days_told_are_said_as_an_owner_would(desk):
    times = Limits(quiet_days=("januari", "februari", "maart"), busy_days=("zaterdag", "juli"))
    told = hinge(desk("restaurant", constraints=times)).told
    assert told == "Rustig is het van januari tot maart. Druk is het op zaterdag en in juli."


def test_an_answer_in_words_comes_before_the_days(desk):
    told = desk("restaurant", constraints=Limits(quiet_days=("dinsdag",)), trade_answer="de lunch")
    assert hinge(told).told == "de lunch"


def test_a_business_of_no_known_trade_hangs_on_nothing(desk):
    assert hinge(desk("general")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trade_has_a_season_two_accidents_with_a_fix_and_two_tallies(desk, sectors, language):
    for key in sectors:
        here = desk(key, language=language)
        assert season(here)
        assert len(accidents(here)) == len({a.seen for a in accidents(here)}) == 2
        assert all(accident.fix for accident in accidents(here))
        assert len(set(tallies(here))) == 2
        for text in (season(here), *(f"{a.seen}{a.fix}" for a in accidents(here)), *tallies(here)):
            assert "{" not in text, key


def test_a_purchase_that_outlasts_the_plan_is_counted_in_questions_and_not_in_sales(desk, sectors):
    slow = next(key for key, sector in sectors.items() if sector.purchase_days[1] > 60)
    assert "langer dan deze acht weken" in season(desk(slow))


def test_an_accident_on_a_channel_that_is_refused_is_left_out(desk, sectors):
    for key, sector in sectors.items():
        names_google = ["google" in f"{a.seen} {a.fix}".lower() for a in sector.nl.accidents]
        if any(names_google) and not all(names_google):
            found = accidents(desk(key, channels_excluded=("google_business",)))
            assert not any("google" in a.seen.lower() for a in found), key
            return
    pytest.skip("no pack names Google in some of its accidents")


def test_two_businesses_of_a_trade_need_not_count_the_same(desk):
    counted = {tallies(desk(business_name="x" * length)) for length in range(6)}
    assert len(counted) > 1


# Moods


def test_the_mood_is_that_of_the_trade_where_nothing_was_told(desk, sectors):
    here = desk()
    assert mood_of(here, stage("stdc", Moment.BUYING)) in range(1, 6)


def test_a_told_worry_keeps_the_mood_low_where_customers_compare(desk):
    comparing = stage("keenr7", Moment.COMPARING)
    assert mood_of(desk(persona_pain="bang dat het te laat is"), comparing) <= 2
    assert mood_of(desk(), comparing) >= mood_of(desk(persona_pain="bang dat het te laat is"), comparing)


def test_nothing_happening_after_the_purchase_costs_a_mood_and_never_falls_under_one(desk, sectors):
    using = stage("keenr7", Moment.USING)
    for key in sectors:
        usual, bare = mood_of(desk(key), using), mood_of(desk(key, aftercare="niets"), using)
        assert bare == max(1, usual - 1)
        assert mood_of(desk(key, aftercare="we bellen na een week"), using) == usual


# Where people meet


def test_what_is_suggested_is_where_people_meet_and_neither_side_is_empty(desk):
    here = desk(channels_current=("instagram",))
    online, offline = touchpoints(here, stage("aida", Moment.UNAWARE), [suggestion("sign")], mailed=False)
    assert "Instagram" in online
    assert here.words.say("channel.window") in offline


def test_a_side_stays_empty_rather_than_name_what_was_refused(desk, sectors):
    every = ("instagram", "facebook", "tiktok", "newsletter", "email", "website")
    here = desk(channels_excluded=every)
    online, _ = touchpoints(here, stage("aida", Moment.UNAWARE), [suggestion("sign")], mailed=False)
    refused = {here.words.say(f"channel.{channel}") for channel in every}
    assert refused.isdisjoint(online)


def test_what_happens_on_a_website_that_is_not_there_comes_last(desk, sectors):
    for trade in sectors:
        here = desk(trade, channels_current=("phone", "word_of_mouth"), language="nl")
        seen = " ".join(accident.seen for accident in accidents(here))
        missing = ("website", "webshop", "instagram", "facebook", "whatsapp", "nieuwsbrief")
        told = [f"{a.seen} {a.fix}".lower() for a in here.sector.nl.accidents]
        others = [said for said in told if not any(channel in said for channel in missing)]
        assert "website" not in seen.lower() or len(others) < 2
