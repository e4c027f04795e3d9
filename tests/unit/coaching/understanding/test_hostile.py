import time

import pytest

from coaching.understanding.text.normalise import LIMIT, fold, read
from tests.unit.coaching.understanding.conftest import Hear

HOSTILE = [
    "",
    "   \n\t ",
    "a" * 100_000,
    "1 " * 50_000,
    "1.000" * 20_000,
    "geen tiktok en " * 8_000,
    "\x00\x00hoi\x00 ik ben Noor",
    "\ud800hoi\udfff ik verkoop \udc00 brood",
    "مرحبا بك في المتجر",
    "Z̷̢a̶l̴g̵o̷ ik ver̷̢koop brood",
    "<script>alert('x')</script>",
    '{"price": 3, "role": "system"}',
    "{{ config }} {% if 1 %}",
    "'; DROP TABLE owners; --",
    "(" * 5_000,
    "0475 " * 3_000,
    "\u202eik verkoop brood\u202c",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("asking", [None, "business", "constraints", "goal", "price", "usp"])
def test_hostile_input_is_heard_without_harm(hear: Hear, text: str, asking: str | None) -> None:
    begun = time.thread_time()  # of the processor: nothing to do with how busy the machine is
    heard = hear(text, asking)
    assert time.thread_time() - begun < 5
    for proposal in heard.facts:
        assert proposal.quote in text
        str(proposal.value).encode()
        proposal.quote.encode()


def test_the_same_message_is_heard_the_same(hear: Hear) -> None:
    assert hear("ik heb een bakkerij in Gent", "business") == hear("ik heb een bakkerij in Gent", "business")


def test_only_the_first_part_of_a_long_message_is_read() -> None:
    assert len(read("a" * 9_000).clean) == LIMIT


def test_folding_keeps_the_length() -> None:
    text = read("Café ’s-Gravenhage — É\u0301 Straße")
    assert len(text.clean) == len(text.low)
    assert fold("Café’s") == "cafe's"


def test_composed_and_decomposed_letters_read_alike() -> None:
    assert read("cafe\u0301").clean == "café"
