"""Demo data: invented owners who really talk with the bot, and coaches who work with what came of it."""

from datetime import timedelta

import pytest

from app.demo.filling import COACHES, filled
from app.demo.owners import owners
from app.demo.reviewing import reviews
from app.demo.talking import key_of
from app.settings import Settings
from app.wiring import Parts
from coaching.desk.records import Act, ConversationFilter, Status
from coaching.desk.staff import Reader
from journey.topics import QUESTIONS
from storage.clock import now_in_utc

MIEKE = Reader(agency="main", code="mieke", name="Mieke Claes")
CAST = ("noor", "rudi", "dave", "maya")


def test_the_cast_is_of_forty_each_with_a_name_of_their_own_in_both_languages():
    cast = owners()
    assert len({owner.name for owner in cast}) == len(cast) == 40
    assert {owner.language for owner in cast} == {"nl", "en"}


def test_cards_answer_and_stop_at_questions_that_there_are_and_follow_coaches_that_there_are():
    asked = {*QUESTIONS, "confirm", "model"}
    for owner in owners():
        assert set(owner.answers) <= asked, owner.name
        assert not owner.stops or owner.stops in asked, owner.name
        assert owner.coach in ("", *COACHES), owner.name


def test_coaches_work_with_talks_of_the_cast():
    cast = {owner.name for owner in owners()}
    assert {review.owner for review in reviews()} <= cast
    assert {review.by for review in reviews()} <= set(COACHES)


def test_what_they_put_at_a_message_stands_at_words_that_its_owner_says():
    said = {owner.name: " ".join((*owner.opens, *owner.answers.values(), *owner.then)) for owner in owners()}
    assert [each for each in reviews() if each.does != "edit" and each.at not in said[each.owner]] == []


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    settings = Settings(data_dir=tmp_path_factory.mktemp("demo"))
    cast = [owner for owner in owners() if owner.name in CAST]
    return settings, cast, list(filled(settings, cast))


def test_talks_end_where_their_owners_stop_and_lie_as_far_back_as_told(played):
    settings, cast, names = played
    parts = Parts(settings)
    assert sorted(names) == sorted(CAST)
    statuses = {head.business: head.status for head in parts.desk.listed(MIEKE, ConversationFilter()).items}
    assert statuses == {
        "De Ketting": Status.APPROVED,
        "Dakwerken Rudi": Status.STALLED,
        "The Salty Cod": Status.NEEDS_COACH,
        "Still Water": Status.APPROVED,
    }
    for owner in cast:
        opened = parts.desk.opened(MIEKE, parts.conversations.open(key_of(owner.name)).id)
        began = now_in_utc() - opened.head.started
        assert timedelta(days=owner.days) < began < timedelta(days=owner.days + 1)


def test_what_coaches_did_went_through_the_desk_and_nothing_waits_to_be_sent(played):
    settings, *_ = played
    parts = Parts(settings)
    acts = {entry.act for entry in parts.audit.entries(MIEKE).items}
    assert {Act.NOTED, Act.APPROVED} <= acts
    assert parts.conversations.unsent() == ()


def test_once_played_nobody_talks_again(played):
    settings, cast, _ = played
    before = Parts(settings).conversations.open(key_of("noor")).messages
    assert list(filled(settings, cast)) == []
    assert Parts(settings).conversations.open(key_of("noor")).messages == before
