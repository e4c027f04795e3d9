"""Hearing one message, with whatever was asked and known."""

from collections.abc import Callable

import pytest

from coaching.understanding import Understanding
from journey.hearing import Context, Heard
from journey.profile import Fact, FactValue, Limits, Profile, ProfileField
from journey.topics import Topic
from knowledge.records import load_sectors

Hear = Callable[..., Heard]


@pytest.fixture(scope="session")
def understanding() -> Understanding:
    return Understanding({sector.key: sector for sector in load_sectors()})


@pytest.fixture
def hear(understanding: Understanding) -> Hear:
    def _hear(text: str, asking: str | None = None, question: str = "", **known: FactValue) -> Heard:
        facts = {ProfileField(name): Fact(value=value, evidence=n) for n, (name, value) in enumerate(known.items(), 1)}
        topic = Topic(asking) if asking else None
        context = Context(asking=topic, question=question or asking or "", profile=Profile(facts=facts))
        return understanding.hear(text, context)

    return _hear


def facts(heard: Heard) -> dict[str, FactValue]:
    """The values by field, limits joined."""
    found: dict[str, FactValue] = {}
    for proposal in heard.facts:
        before = found.get(proposal.field.value)
        value = proposal.value
        found[proposal.field.value] = (
            before.with_(value) if isinstance(before, Limits) and isinstance(value, Limits) else value
        )
    return found
