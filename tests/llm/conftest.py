"""The adapter as it is, with the real client, at a server that does as it is told."""

from collections.abc import Callable, Iterator

import pytest

from coaching.thinking import Errand
from llm.budget import Limits
from llm.gate import Call
from llm.model import AskedModel
from llm.opening import opened
from llm.providers import Access
from tests.fakes.usage import KeptUsage
from tests.llm.server import ScriptedModel, text

#: Makes the adapter; keyword arguments are those of `opened`.
Opens = Callable[..., AskedModel]


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel(text("ja")) as scripted:
        yield scripted


@pytest.fixture
def usage() -> KeptUsage:
    return KeptUsage()


@pytest.fixture
def calls() -> list[Call]:
    return []


@pytest.fixture
def opens(server: ScriptedModel, usage: KeptUsage, calls: list[Call]) -> Iterator[Opens]:
    made: list[AskedModel] = []

    def opens(deadline: float = 20.0, limits: Limits | None = None, **more: object) -> AskedModel:
        given = {"access": Access("gpt-test", server.url, "key"), "errands": set(Errand), "told": calls.append, **more}
        model = opened(usage=usage, limits=limits or Limits(), deadline=deadline, **given)  # type: ignore[arg-type]
        model.load()
        made.append(model)
        return model

    yield opens
    for model in made:
        model.close()
