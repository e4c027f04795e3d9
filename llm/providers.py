"""Which model: from the operator's setting to a LangChain chat model, of whatever provider."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from journey.errors import CoachError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

#: Provider, as a setting names it: the package that speaks its language. Extras of this project have the same names.
PROVIDERS: Mapping[str, str] = MappingProxyType(
    {
        "openai": "langchain_openai",
        "anthropic": "langchain_anthropic",
        "mistral": "langchain_mistralai",
        "ollama": "langchain_ollama",
    }
)
#: What LangChain calls a provider where that is something else.
_NAMES = {"mistral": "mistralai"}
#: A key for servers that want none: without it the client would take the one of another server from the environment.
_NO_KEY = "none"
#: The model that a server is asked for that was given no name: small servers have only one.
_ONLY_ONE = "default"


@dataclass(frozen=True)
class Access:
    """How the model is reached: `spec` is `provider:model`, or the name of a model at `base_url`, which works like
    OpenAI's; `key` may be empty."""

    spec: str
    base_url: str = ""
    key: str = field(default="", repr=False)

    @property
    def provider(self) -> str:
        """One of `PROVIDERS`."""
        first = self.spec.partition(":")[0]
        return first if first in PROVIDERS else "openai"

    @property
    def model(self) -> str:
        """The model's name at its provider."""
        first, _, rest = self.spec.partition(":")
        return (rest if first in PROVIDERS else self.spec) or _ONLY_ONE

    @property
    def name(self) -> str:
        """What it is called to people, without what may stand in its address as a password."""
        return f"{self.model} ({_shown(self.base_url) or self.provider})"


def _shown(address: str) -> str:
    before, at, after = address.rpartition("@")
    return f"{before.partition('//')[0]}//{after}" if at else address


def check_installed(access: Access) -> None:
    """CoachError "llm.no_extra" where the package of the provider isn't there. Imports nothing."""
    if find_spec(PROVIDERS[access.provider]) is None:
        raise CoachError("llm.no_extra", extra=access.provider)


def chat_model(access: Access, timeout: float) -> "BaseChatModel":
    """The chat model. Slow the first time: it imports its provider. `timeout` is for how many seconds a server may be
    silent; deadlines are kept elsewhere."""
    from langchain.chat_models import init_chat_model

    import_module(PROVIDERS[access.provider])
    provider = _NAMES.get(access.provider, access.provider)
    made: BaseChatModel = init_chat_model(access.model, model_provider=provider, **_options(access, timeout))
    return made


def _options(access: Access, timeout: float) -> dict[str, Any]:
    options: dict[str, Any] = {"base_url": access.base_url} if access.base_url else {}
    if access.provider == "ollama":  # knows neither timeout nor retries
        return options | {"client_kwargs": {"timeout": timeout, "follow_redirects": False}}
    if access.key or access.base_url:
        options["api_key"] = access.key or _NO_KEY
    if access.provider == "openai":
        options |= _like_openai()
    return options | {"timeout": timeout, "max_retries": 0}


def _like_openai() -> dict[str, Any]:
    """Chat completions are what other servers speak, and say why an answer ended. A server may not send what owners
    say on to another, which the client would do by itself."""
    from openai import DefaultAsyncHttpxClient

    stays = DefaultAsyncHttpxClient(follow_redirects=False)
    return {"use_responses_api": False, "http_async_client": stays, "openai_proxy": ""}
