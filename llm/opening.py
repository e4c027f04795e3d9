"""The model put together from what the operator chose; cheap, for nothing slow is imported before it is needed."""

from collections.abc import Callable, Set
from typing import TYPE_CHECKING

from coaching.thinking import Errand
from coaching.usage import Usage
from llm.budget import Budget, Limits
from llm.gate import Call, Gate
from llm.model import AskedModel
from llm.providers import Access, chat_model, check_installed

if TYPE_CHECKING:
    from llm.asking import Asker


def opened(
    access: Access,
    usage: Usage,
    limits: Limits,
    errands: Set[Errand],
    deadline: float,
    *,
    tracing: bool = False,
    told: Callable[[Call], None] = lambda _: None,
) -> AskedModel:
    """The model that `access` names. CoachError "llm.no_extra" where its provider isn't installed."""
    check_installed(access)

    def make() -> "Asker":
        from llm.asking import Asker

        return Asker(chat_model(access, deadline), tracing=tracing)

    return AskedModel(make, Gate(Budget(usage, limits), deadline, told), errands, deadline)
