"""What the trade lets the coach assume, always marked as assumed."""

from journey.assumptions import assumptions
from journey.profile import Profile, ProfileField, Status, accept
from tests.making import profile


def test_nothing_is_assumed_while_the_trade_is_unknown(sectors):
    assert assumptions(Profile(), None, "nl") == ()
    assert assumptions(profile(offer="dingen"), sectors["general"], "nl") == ()


def test_the_trade_suggests_how_customers_are_called_and_spoken_to(sectors):
    suggested = assumptions(profile(sector="bakery"), sectors["bakery"], "nl")
    assert {p.field for p in suggested} >= {ProfileField.CUSTOMER_WORD, ProfileField.FORM_OF_ADDRESS}
    assert all(p.status is Status.ASSUMED for p in suggested)


def test_what_was_told_is_not_assumed_otherwise(sectors):
    told = profile(sector="bakery", form_of_address="u", audience="b2b")
    fields = {p.field for p in assumptions(told, sectors["bakery"], "nl")}
    assert not fields & {ProfileField.FORM_OF_ADDRESS, ProfileField.AUDIENCE}


def test_an_assumption_is_made_once(sectors):
    known = profile(sector="bakery")
    known = accept(known, assumptions(known, sectors["bakery"], "nl"), 1)
    assert assumptions(known, sectors["bakery"], "nl") == ()


def test_a_webshop_is_taken_to_be_online(sectors):
    webshop = next(s for s in sectors.values() if s.purchase[0] == "webshop")
    suggested = {p.field: p.value for p in assumptions(profile(sector=webshop.key), webshop, "en")}
    assert suggested[ProfileField.ON_OFFLINE] == "online"


def test_a_trade_with_both_kinds_of_customers_leaves_the_audience_open(sectors):
    both = next(s for s in sectors.values() if s.audience == "both")
    fields = {p.field for p in assumptions(profile(sector=both.key), both, "nl")}
    assert ProfileField.AUDIENCE not in fields
