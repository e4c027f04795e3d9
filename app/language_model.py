"""The language model that the settings choose."""

from collections.abc import Callable

from app.model_settings import ModelSettings
from coaching.usage import Usage
from llm.budget import Limits
from llm.gate import Call
from llm.model import AskedModel
from llm.opening import opened
from llm.providers import Access


def access(settings: ModelSettings) -> Access:
    """How it is reached."""
    key = settings.llm_api_key.get_secret_value().strip() if settings.llm_api_key else ""
    return Access(settings.llm, settings.llm_base_url, key)


def limits(settings: ModelSettings) -> Limits:
    """What it may take, and what that costs."""
    return Limits(
        settings.llm_daily_tokens,
        settings.llm_monthly_tokens,
        settings.llm_monthly_cost,
        settings.llm_price_in,
        settings.llm_price_out,
    )


def language_model(settings: ModelSettings, usage: Usage, told: Callable[[Call], None]) -> AskedModel:
    """The model that was chosen, which keeps what it takes in `usage` and tells each question to `told`. CoachError
    "llm.no_extra" where its provider isn't installed."""
    return opened(
        access(settings),
        usage,
        limits(settings),
        settings.llm_errands,
        settings.llm_deadline,
        tracing=settings.llm_tracing == "on",
        told=told,
    )
