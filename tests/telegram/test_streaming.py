"""An answer that a language model writes is shown in the chat while it comes: real bot, real coach, real client."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from bot.ports import Stores
from coaching.assisting.understanding import AssistedUnderstanding
from coaching.coach import Coach
from coaching.planning.composer import Composer
from coaching.ports import Library, Understands
from coaching.thinking import Errand
from llm.budget import Limits
from llm.model import AskedModel
from llm.opening import opened
from llm.providers import Access
from tests.fakes.usage import KeptUsage
from tests.llm.server import ScriptedModel, Step, cuts, stalls, streams, text
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, running

NOOR = 7
QUESTION = {"text": "wat is een persona?"}


def cited(body: dict[str, Any]) -> Sequence[str]:
    """The first sentence of the first passage, and its beginning once more, each with the mark of the passage."""
    passage = re.search(r"<passage-1-\w+>\n(.*?)\n</passage", body["messages"][1]["content"], re.DOTALL)
    assert passage
    sentence = re.split(r"(?<=\.)\s+", passage[1].strip())[0].rstrip(".")
    return f"{sentence} [1]. ", f"{' '.join(sentence.split()[:8])} [1]."


def drafts(api: FakeTelegram) -> list[str]:
    return [call.given["text"] for call in api.called("sendMessageDraft")]


def model_at(server: ScriptedModel, deadline: float = 30.0) -> AskedModel:
    access = Access("gpt-test", server.url)
    model = opened(access, KeptUsage(), Limits(), {Errand.THEORY, Errand.UNDERSTANDING}, deadline)
    model.load()
    return model


def answered(
    api: FakeTelegram, stores: Stores, library: Library, understanding: Understands, model: AskedModel | None
) -> str:
    """What the owner holds in the end."""
    hears = AssistedUnderstanding(understanding, model, library) if model else understanding
    coach = Coach(stores.conversations, library, hears, Composer(library), model=model)
    with running(api, coach, stores) as bot:
        Owner(api, bot, NOOR).sends({"command": "/start"})
        return "\n".join(sent.text for sent in Owner(api, bot, NOOR).sends(QUESTION))


def test_each_checked_sentence_is_shown_as_it_comes(
    api: FakeTelegram, stores: Stores, library: Library, understanding: Understands
) -> None:
    with ScriptedModel(streams(cited, between=lambda: api.wait(lambda: drafts(api)))) as server:
        reply = answered(api, stores, library, understanding, model_at(server))
        asked = next(body for body in server.asked if body.get("stream"))
    first, second = (sentence.strip() for sentence in cited(asked))
    assert drafts(api)[0] == first
    assert reply.startswith(f"{first} {second}")


@pytest.mark.parametrize(
    "step",
    [text("Klik op https://phish.example voor een persona [1]."), cuts("Een persona is"), stalls("Een persona is")],
    ids=["not borne out", "cut", "stalled"],
)
def test_what_is_not_fit_to_be_said_is_never_shown(
    api: FakeTelegram, stores: Stores, library: Library, understanding: Understands, step: Step
) -> None:
    with ScriptedModel(step) as server:
        reply = answered(api, stores, library, understanding, model_at(server, deadline=1.5))
    assert drafts(api) == []
    assert "persona" in reply
    assert "phish" not in reply
