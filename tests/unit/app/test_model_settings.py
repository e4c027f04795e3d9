"""What an operator may set about a language model."""

import pytest

from app.language_model import access, language_model, limits
from app.settings import load_settings
from app.wiring import Parts
from coaching.thinking import Errand
from llm.budget import Limits
from tests.fakes.usage import KeptUsage

pytestmark = pytest.mark.usefixtures("nothing_set")


def test_without_a_setting_there_is_no_model():
    settings = load_settings()
    assert not settings.has_model
    assert Parts(settings).model is None


@pytest.mark.parametrize("setting", ["LLM=openai:gpt-5-mini", "LLM_BASE_URL=http://localhost:8080/v1"])
def test_a_model_or_a_server_is_enough(monkeypatch, setting):
    monkeypatch.setenv(*setting.split("=", 1))
    settings = load_settings()
    model = language_model(settings, KeptUsage(), lambda _: None)
    assert all(model.does(errand) for errand in Errand)


def test_errands_are_named_with_commas_between(monkeypatch):
    monkeypatch.setenv("LLM_ERRANDS", "theory, Plan")
    assert load_settings().llm_errands == {Errand.THEORY, Errand.PLAN}


def test_all_that_is_set_reaches_the_model(monkeypatch):
    told = {
        "LLM": "mistral:mistral-small",
        "LLM_BASE_URL": "https://models.example.org/v1",
        "LLM_API_KEY": "hush",
        "LLM_DAILY_TOKENS": "5",
        "LLM_MONTHLY_TOKENS": "6",
        "LLM_MONTHLY_COST": "7.5",
        "LLM_PRICE_IN": "0.1",
        "LLM_PRICE_OUT": "0.4",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert limits(settings) == Limits(5, 6, 7.5, 0.1, 0.4)
    reached = access(settings)
    assert (reached.provider, reached.model, reached.base_url, reached.key) == (
        "mistral",
        "mistral-small",
        "https://models.example.org/v1",
        "hush",
    )
    assert "hush" not in repr(settings)
