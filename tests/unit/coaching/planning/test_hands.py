"""A plan for who works alone, and for who has nobody to mail to."""

import pytest

from coaching.planning.choosing import means_of, possible, suitability
from coaching.planning.composer import Composer
from coaching.planning.framing import respected
from coaching.planning.hands import takes_a_team, works_alone
from journey.changes import NO_WISHES
from journey.keys import Address, Asset, Form
from journey.moments import Moment
from journey.profile import EmailList
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import profile

NL = Words("nl", Address.JE)


@pytest.mark.parametrize(
    "told",
    [
        {"usp": "ik doe alles zelf"},
        {"aftercare": "ik bel na een week"},
        {"usp": "zzp'er sinds 2010"},
        {"usp": "I'm up at five anyway"},
        {"offer": "maths, by myself"},
    ],
)
def test_who_says_i_of_the_work_works_alone(told):
    assert works_alone(profile(**told))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"usp": "kleine groepen"},
        {"usp": "ik bak en mijn man verkoopt"},
        {"usp": "wij pakken foto's", "aftercare": "ik bel na een week"},
        {"usp": "I know them all, and so does our staff"},
        {"persona_pain": "ik durf niet binnen te gaan"},
    ],
)
def test_nobody_is_taken_to_work_alone_without_saying_so(told):
    assert not works_alone(profile(**told))


def test_who_works_alone_has_no_staff_whatever_the_trade_has(sectors):
    assert Asset.STAFF in means_of(profile(), sectors["physio"], 0).assets
    assert Asset.STAFF not in means_of(profile(usp="ik doe alles zelf"), sectors["physio"], 0).assets


def test_a_play_that_takes_a_team_suits_who_works_alone_less(library, sectors):
    play = next(play for play in library.plays() if play.key == "table-where-nobody-sits-alone")
    assert takes_a_team(play, "nl")
    assert takes_a_team(play, "en")
    alone, together = (means_of(profile(usp=usp), sectors["physio"], 0) for usp in ("ik doe alles zelf", "rustig"))
    moment = play.moments[0]
    assert suitability(play, moment, alone, 0) < suitability(play, moment, together, 0)


@pytest.mark.parametrize(
    ("told", "mailed"),
    [
        ({}, False),
        ({"email_list": EmailList(has=False)}, False),
        ({"channels_current": ("phone", "van")}, False),
        ({"email_list": EmailList(has=True)}, True),
        ({"channels_current": ("newsletter",)}, True),
        ({"model": "email4"}, True),
    ],
)
def test_a_mail_to_many_is_for_who_told_of_a_list_or_chose_the_model_of_mails(told, mailed, library, sectors):
    play = next(play for play in library.plays() if play.key == "care-email-first-words")
    assert possible(play, means_of(profile(**told), sectors["therapist"], 0)) is mailed


@pytest.mark.parametrize("moment", list(Moment))
@pytest.mark.parametrize("trade", ["bakery", "trades", "agency", "food_bank"])
def test_every_moment_has_a_mail_to_one_person_for_who_has_no_list(trade, moment, library, sectors):
    means = means_of(profile(email_list=EmailList(has=False)), sectors[trade], 0)
    mails = [play for play in library.plays() if play.form is Form.EMAIL and moment in play.moments]
    assert any(possible(play, means) for play in mails)


def test_who_has_no_list_reads_how_one_is_begun():
    made = Composer(FakeLibrary()).plan(profile(sector="bakery", email_list=EmailList(has=False)), Address.JE)
    assert NL.say("plan.respected.no_list") in made.respected


def test_who_refuses_mail_does_not_read_how_a_list_is_begun():
    told = profile(email_list=EmailList(has=False), channels_excluded=("newsletter",))
    assert NL.say("plan.respected.no_list") not in respected(told, NO_WISHES, NL)


def test_who_was_not_asked_about_a_list_gets_mails():
    made = Composer(FakeLibrary()).plan(profile(sector="bakery"), Address.JE)
    assert any(stage.email for stage in made.stages)
