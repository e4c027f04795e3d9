"""A profile takes facts: what replaces what, what grows, what contradicts."""

from journey.keys import Address, Audience, Goal
from journey.profile import (
    Change,
    EmailList,
    GoalFact,
    Limits,
    Profile,
    ProfileField,
    Proposal,
    Status,
    accept,
    as_json,
)
from tests.making import profile, proposal

CURRENT, EXCLUDED = ProfileField.CHANNELS_CURRENT, ProfileField.CHANNELS_EXCLUDED


def test_a_fact_keeps_the_message_and_the_words_it_came_from():
    known = accept(Profile(), (proposal("price", "45 euro", quote="kost 45 euro"),), message=7)
    fact = known.facts[ProfileField.PRICE]
    assert (fact.value, fact.status, fact.evidence, fact.quote) == ("45 euro", Status.TOLD, 7, "kost 45 euro")


def test_a_later_word_of_the_owner_replaces_an_earlier_one():
    known = accept(profile(price="45 euro"), (proposal("price", "35 euro"),), 5)
    assert known.text(ProfileField.PRICE) == "35 euro"
    assert known.facts[ProfileField.PRICE].evidence == 5


def test_an_assumption_never_replaces_what_was_told():
    known = accept(profile(audience="b2b"), (proposal("audience", "b2c", status=Status.ASSUMED),), 5)
    assert known.audience is Audience.B2B
    assert known.told(ProfileField.AUDIENCE)


def test_what_is_told_replaces_an_assumption():
    known = accept(profile(Status.ASSUMED, audience="b2c"), (proposal("audience", "b2b"),), 5)
    assert known.audience is Audience.B2B
    assert known.told(ProfileField.AUDIENCE)


def test_limits_told_one_by_one_add_up():
    known = profile(constraints=Limits(hours_per_week=2))
    known = accept(known, (proposal("constraints", Limits(euros_per_month=0)),), 2)
    known = accept(known, (proposal("constraints", Limits(closed_days=("maandag",))),), 3)
    assert known.limits == Limits(hours_per_week=2, euros_per_month=0, closed_days=("maandag",))


def test_a_new_number_of_hours_replaces_the_old_one():
    known = accept(
        profile(constraints=Limits(hours_per_week=2)), (proposal("constraints", Limits(hours_per_week=4)),), 2
    )
    assert known.limits.hours_per_week == 4


def test_channels_are_added_to_those_that_are_known_once_each():
    known = profile(channels_current=("instagram",))
    known = accept(known, (proposal(CURRENT, ("website", "instagram"), change=Change.ADD),), 2)
    assert known.many(CURRENT) == ("instagram", "website")


def test_channels_can_be_taken_away_again():
    known = profile(channels_current=("instagram", "website"))
    known = accept(known, (proposal(CURRENT, ("instagram",), change=Change.REMOVE),), 2)
    assert known.many(CURRENT) == ("website",)


def test_a_list_that_is_set_holds_each_value_once():
    assert profile(channels_current=("van", "van", "shop")).many(CURRENT) == ("van", "shop")


def test_a_channel_ruled_out_is_no_longer_a_current_one():
    known = profile(channels_current=("facebook", "website"))
    known = accept(known, (proposal(EXCLUDED, ("facebook",), change=Change.ADD),), 2)
    assert known.many(CURRENT) == ("website",)
    assert known.many(EXCLUDED) == ("facebook",)


def test_a_channel_taken_up_is_no_longer_ruled_out_and_an_empty_list_is_unknown_again():
    known = accept(profile(channels_excluded=("tiktok",)), (proposal(CURRENT, ("tiktok",), change=Change.ADD),), 2)
    assert known.many(CURRENT) == ("tiktok",)
    assert EXCLUDED not in known


def test_no_longer_being_on_a_channel_does_not_rule_it_out():
    known = profile(channels_current=("facebook", "website"))
    known = accept(known, (proposal(CURRENT, ("facebook",), change=Change.REMOVE),), 2)
    assert EXCLUDED not in known


def test_channels_that_do_not_contradict_are_left_alone():
    known = accept(profile(channels_excluded=("tiktok",)), (proposal(CURRENT, ("website",), change=Change.ADD),), 2)
    assert known.many(EXCLUDED) == ("tiktok",)


def test_an_empty_profile_answers_every_question_about_itself():
    empty = Profile()
    assert (empty.text(ProfileField.OFFER), empty.many(CURRENT), empty.limits) == ("", (), Limits())
    assert empty.goal is None
    assert empty.email_list is None
    assert empty.audience is None
    assert (empty.language, empty.address) == ("nl", Address.JE)


def test_values_are_read_as_text():
    known = profile(channels_current=("van", "shop"), goal=GoalFact(text="meer klanten", kind=Goal.NEW_CUSTOMERS))
    assert known.text(CURRENT) == "van, shop"
    assert known.text(ProfileField.GOAL) == "meer klanten"


def test_a_field_can_be_made_unknown_again():
    assert ProfileField.PRICE not in profile(price="45", offer="taart").without(ProfileField.PRICE)


def test_programs_see_value_status_and_evidence():
    known = profile(email_list=EmailList(has=True, size=80), language="en", form_of_address="u")
    assert as_json(known)["email_list"] == {"value": {"has": True, "size": 80}, "status": "told", "evidence": 1}
    assert known.language == "en"
    assert known.address is Address.U


def test_a_profile_comes_back_from_json_as_it_was():
    known = profile(
        offer="taart",
        channels_current=("van",),
        constraints=Limits(hours_per_week=2, busy_days=("zaterdag",)),
        goal=GoalFact(text="voller", kind=Goal.QUIET_TIMES, target=5),
        email_list=EmailList(has=False),
    )
    assert Profile.model_validate(known.model_dump(mode="json")) == known


def test_more_of_an_offer_comes_to_it_and_a_second_audience_takes_the_place_of_the_first():
    known = profile(offer="taarten", audience="b2c")
    more = (proposal("offer", "brood", change=Change.ADD), proposal("audience", "b2b", change=Change.ADD))
    after = accept(known, more, 2)
    assert after.text(ProfileField.OFFER) == "taarten, brood"
    assert after.text(ProfileField.AUDIENCE) == "b2b"


def test_days_that_are_added_come_to_those_told_and_days_told_anew_take_their_place():
    quiet = accept(Profile(), (limits(quiet_days=("januari",)),), 1)
    added = limits(quiet_days=("februari",)).model_copy(update={"change": Change.ADD})
    assert accept(quiet, (added,), 2).limits.quiet_days == ("januari", "februari")
    assert accept(quiet, (limits(quiet_days=("februari",)),), 2).limits.quiet_days == ("februari",)


def test_a_day_is_not_quiet_and_busy_at_once():
    busy = accept(Profile(), (limits(busy_days=("winter", "mei")),), 1)
    known = accept(busy, (limits(quiet_days=("winter",)),), 2).limits
    assert (known.busy_days, known.quiet_days) == (("mei",), ("winter",))


def test_a_fact_that_is_taken_away_is_unknown_again():
    told = accept(Profile(), (Proposal(field=ProfileField.AFTERCARE, value="ik bel"),), 1)
    gone = Proposal(field=ProfileField.AFTERCARE, value="ik bel", change=Change.REMOVE)
    assert ProfileField.AFTERCARE not in accept(told, (gone,), 2)


def limits(**days):
    return Proposal(field=ProfileField.CONSTRAINTS, value=Limits(**days))
