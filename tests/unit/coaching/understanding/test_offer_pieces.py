"""An offer told in short sentences is one phrase that a sentence can carry."""

import pytest

from coaching.understanding.offers.pieces import joined
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("told", "language", "offer"),
    [
        ("eye tests. glasses", "en", "eye tests and glasses"),
        ("Haircuts. Colour. Beard trims", "en", "Haircuts, colour and beard trims"),
        ("oil changes. tyres. MOTs", "en", "oil changes, tyres and MOTs"),
        ("piano lessons. half an hour", "en", "piano lessons, half an hour"),
        ("scones. it's all home made", "en", "scones"),
        ("bread mainly. some cakes. no sandwiches", "en", "bread and some cakes"),
        ("kozijnen. houtwerk. binnen ook", "nl", "kozijnen, houtwerk en binnen"),
        ("knippen en kleuren. bruidskapsels", "nl", "knippen en kleuren, bruidskapsels"),
        ("kamers met ontbijt\ne-bikes te huur", "nl", "kamers met ontbijt en e-bikes te huur"),
        ("yoga. groepsles, privéles", "nl", "yoga, groepsles, privéles"),
        ("onderhoud incl. snoeien", "nl", "onderhoud incl. snoeien"),
        ("home physio visits, an hour", "en", "home physio visits, an hour"),
    ],
)
def test_pieces_are_joined_and_the_rest_stays_as_it_was(told, language, offer):
    assert joined(told, language) == offer


@pytest.mark.parametrize("text", ["Eye tests. glasses mostly", "offer: Eye tests. glasses"])
def test_it_is_heard_so(hear: Hear, text: str) -> None:
    assert facts(hear(text, "offer"))["offer"] in ("Eye tests and glasses", "Eye tests en glasses")
