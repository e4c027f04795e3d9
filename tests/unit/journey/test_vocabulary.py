"""The closed vocabularies agree with each other: models, moments, channels, labels, sources, topics."""

import pytest

from journey.channels import CHANNELS, serving
from journey.models import GENERAL_TOPICS, MODELS, labels
from journey.moments import Moment
from journey.profile import ProfileField
from journey.sources import SOURCES
from journey.topics import FIELDS, QUESTIONS, Topic

STAGES = {
    "keenr7": "awareness search research engagement purchase service-loyalty experience",
    "dazzle5": "awareness consideration purchase service loyalty",
    "wux5": "awareness consideration purchase use loyalty",
    "aida": "attention interest desire action",
    "stdc": "see think do care",
    "email4": "awareness consideration purchase post-purchase",
}


@pytest.mark.parametrize("model", STAGES)
def test_each_model_has_the_stages_of_its_source_in_order(model):
    assert [stage.key for stage in MODELS[model].stages] == STAGES[model].split()


def test_there_are_six_models_each_from_a_known_source():
    assert set(MODELS) == set(STAGES)
    assert {model.source for model in MODELS.values()} == set(SOURCES)


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda m: m.key)
def test_the_stages_of_a_model_walk_through_the_moments_in_order_each_once(model):
    walked = [moment for stage in model.stages for moment in stage.moments]
    assert walked == [moment for moment in Moment if moment in walked]


@pytest.mark.parametrize("model", sorted(set(MODELS) - {"aida"}))
def test_every_model_but_aida_goes_on_after_the_purchase(model):
    assert Moment.RECOMMENDING in MODELS[model].stages[-1].moments


def test_a_stage_is_found_by_its_key_and_a_wrong_key_is_named():
    assert MODELS["stdc"].stage("care").moments[0] is Moment.USING
    with pytest.raises(KeyError, match="stdc has no stage 'loyalty'"):
        MODELS["stdc"].stage("loyalty")


def test_labels_are_models_stages_and_general_topics_without_doubles():
    known = labels()
    assert len(known) == len(set(known)) == sum(len(s.split()) + 1 for s in STAGES.values()) + len(GENERAL_TOPICS)
    assert {"keenr7/model", "keenr7/service-loyalty", "general/measuring"} <= set(known)


def test_every_channel_serves_some_moment_and_an_unknown_one_serves_all():
    assert all(serving(channel) for channel in CHANNELS)
    assert serving("pavement_sign") == (Moment.UNAWARE, Moment.SEARCHING)
    assert serving("new medium") == tuple(Moment)


def test_channels_are_online_or_offline():
    assert CHANNELS["instagram"].online
    assert not CHANNELS["van"].online


def test_every_topic_that_is_asked_about_facts_names_its_fields():
    asked = {question.topic for question in QUESTIONS.values()} - {Topic.CONFIRM, Topic.PLAN_FEEDBACK}
    assert asked <= set(FIELDS)
    assert all(isinstance(field, ProfileField) for fields in FIELDS.values() for field in fields)


def test_questions_with_buttons_have_options_and_open_ones_have_none():
    for question in QUESTIONS.values():
        offers_suggestions = question.key == "change_which"
        assert (bool(question.options) or offers_suggestions) is not question.open, question.key


def test_the_channels_question_offers_channels_and_the_model_question_all_models():
    assert set(QUESTIONS["channels"].options) <= set(CHANNELS)
    assert set(QUESTIONS["model"].options) == set(MODELS)


def test_a_source_is_cited_by_publisher_and_title_or_by_title_alone():
    assert SOURCES["wux"].citation() == "Wux, “Customer journey”"
    assert SOURCES["email-marketing"].citation() == "“Customer Journey: Alles wat je moet weten”"
