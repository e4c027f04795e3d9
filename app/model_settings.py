"""What an operator can set about a language model. Without any of it none is asked."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode

from app import accepting
from coaching.thinking import Errand

_NAMES = ", ".join(Errand)


class ModelSettings(BaseSettings):
    """The settings; `description` says what each accepts."""

    llm: str = Field(
        default="",
        description="empty for none; openai:, anthropic:, mistral: or ollama: followed by the name of a model; or the "
        "name of a model at LLM_BASE_URL",
    )
    llm_base_url: Annotated[str, AfterValidator(accepting.web_address)] = Field(
        default="", description="empty for the provider's own, or the http address of a server that works like OpenAI's"
    )
    llm_api_key: SecretStr | None = Field(default=None, description="the key of the language model, if it wants one")
    llm_errands: Annotated[frozenset[Errand], NoDecode, BeforeValidator(accepting.errands)] = Field(
        default=frozenset(Errand), description=f"which of {_NAMES} it is used for, with commas between"
    )
    llm_deadline: float = Field(
        default=8.0, ge=0.5, le=120, description="seconds within which a turn is answered whatever it does, 0.5 to 120"
    )
    llm_daily_tokens: int = Field(
        default=200_000, ge=0, description="tokens that an owner may take a day; 0 for no limit"
    )
    llm_monthly_tokens: int = Field(
        default=0, ge=0, description="tokens that all owners together may take a month; 0 for no limit"
    )
    llm_monthly_cost: float = Field(
        default=0.0, ge=0, description="euros that all owners together may cost a month; 0 for no limit"
    )
    llm_price_in: float = Field(default=0.0, ge=0, description="euros for a million tokens that go in")
    llm_price_out: float = Field(default=0.0, ge=0, description="euros for a million tokens that come out")
    llm_tracing: Literal["off", "on"] = Field(
        default="off", description="off, or on to report every word to the LangSmith server that the environment names"
    )

    @property
    def has_model(self) -> bool:
        """Whether the operator chose a language model."""
        return bool(self.llm or self.llm_base_url)
