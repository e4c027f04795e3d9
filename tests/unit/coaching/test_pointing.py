"""Which suggestion an owner means, from few words."""

import pytest

from coaching.pointing import Pointed, pointed
from prompts.words import Words
from tests.making import email, plan, with_stage, with_suggestion

DUTCH = Words("nl")
PLAN = with_stage(with_suggestion(plan(), 2, channel="flyer", form="flyer"), 3, email=email("mail-action"))


@pytest.mark.parametrize(
    ("target", "play"),
    [
        ("2a", "play-interest"),
        ("4m", "mail-action"),
        ("bord bij de deur", "play-attention"),
        ("openingsuren", "play-interest"),
        ("OPENINGSÚREN", "play-interest"),
        ("flyer", "play-desire"),
        ("bedankmail", "mail-action"),
    ],
)
def test_a_place_a_name_a_channel_or_a_form_is_enough(target, play):
    assert pointed([target], (), PLAN, DUTCH) == Pointed(plays=(play,))


def test_several_things_are_meant_at_once():
    assert pointed(["1a", "flyer"], (), PLAN, DUTCH).plays == ("play-attention", "play-desire")


def test_of_two_names_the_one_that_is_in_the_plan_counts():
    assert pointed(["1a", "luchtballon"], (), PLAN, DUTCH) == Pointed(plays=("play-attention",))


def test_what_fits_several_is_asked_about():
    assert set(pointed(["4"], (), PLAN, DUTCH).candidates) == {"play-action", "mail-action"}


def test_a_channel_or_form_in_the_words_points_where_no_name_fits():
    assert pointed(["foldertje"], ("flyer",), PLAN, DUTCH) == Pointed(plays=("play-desire",))
    assert pointed(["nieuwsbriefje"], ("newsletter",), PLAN, DUTCH) == Pointed(plays=("mail-action",))


@pytest.mark.parametrize("target", ["9z", "luchtballon", "xx", "", "🥐"])
def test_what_is_not_in_the_plan_points_to_nothing(target):
    assert pointed([target], (), PLAN, DUTCH) == Pointed()


WRITTEN = with_suggestion(PLAN, 3, name="Nodig iemand met een eigen publiek een uur achter de schermen uit")


def test_words_of_a_name_among_others_point_to_it():
    said = "instagrammer uur achter schermen komt kijken"
    assert pointed([said], (), WRITTEN, DUTCH) == Pointed(plays=("play-action",))


def test_what_only_a_text_says_is_asked_about():
    plan = with_suggestion(PLAN, 1, text="Wie van de kramen komt, ziet de sleutelbos hangen.")
    found = pointed(["sleutelbos"], (), plan, DUTCH)
    assert (found.plays, found.candidates[0]) == ((), "play-interest")
