"""From a setting to a model of whatever provider."""

from importlib.util import find_spec

import pytest

from journey.errors import CoachError
from llm.providers import Access, chat_model, check_installed
from prompts.words import Words


@pytest.mark.parametrize(
    ("spec", "base_url", "provider", "model"),
    [
        ("openai:gpt-5-mini", "", "openai", "gpt-5-mini"),
        ("anthropic:claude-haiku", "", "anthropic", "claude-haiku"),
        ("mistral:mistral-small", "", "mistral", "mistral-small"),
        ("ollama:llama3.2:3b", "", "ollama", "llama3.2:3b"),
        ("llama3.2:3b", "http://localhost/v1", "openai", "llama3.2:3b"),
        ("gpt-5-mini", "", "openai", "gpt-5-mini"),
        ("", "http://localhost/v1", "openai", "default"),
    ],
)
def test_a_provider_is_named_or_it_is_a_server_like_openais(
    spec: str, base_url: str, provider: str, model: str
) -> None:
    access = Access(spec, base_url)
    assert (access.provider, access.model) == (provider, model)


@pytest.mark.skipif(find_spec("langchain_mistralai") is not None, reason="it is installed")
def test_a_provider_that_is_not_installed_is_told_with_the_extra() -> None:
    with pytest.raises(CoachError) as error:
        check_installed(Access("mistral:small"))
    for language in ("nl", "en"):
        sentence = Words(language).say(f"error.{error.value.key}", **error.value.values)
        assert "pip install 'journey-coach[mistral]'" in sentence


def test_it_tries_once_and_speaks_what_every_server_speaks() -> None:
    model = chat_model(Access("openai:gpt-5-mini", "http://localhost:1/v1", "key"), timeout=3)
    told = model.model_dump()
    assert (told["max_retries"], told["request_timeout"], told["use_responses_api"]) == (0, 3, False)


def test_a_key_is_not_shown() -> None:
    assert "hush" not in repr(chat_model(Access("openai:gpt-5-mini", "", "hush"), timeout=3))
    assert "hush" not in repr(Access("openai:gpt-5-mini", "", "hush"))


def test_a_password_in_an_address_is_not_shown() -> None:
    assert Access("llama", "https://noor:hush@models.example/v1").name == "llama (https://models.example/v1)"
