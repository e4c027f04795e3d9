"""A mason who cuts gravestones has no pack, and yet no present is wrapped and no riddle hangs in the window."""

import pytest

from coaching.planning.choosing import means_of, possible
from coaching.planning.mourning import treated_as
from journey.profile import Profile
from journey.trades import Sector
from knowledge.records import load_plays
from tests.making import profile


@pytest.mark.parametrize(
    ("offer", "mourns"),
    [
        ("grafzerken en gedenkstenen", True),
        ("headstones and memorials", True),
        ("urnen van keramiek", True),
        ("bloemen op graven", True),
        ("onderhoud van oude graven", True),
        ("graven poetsen en bloemen leggen", True),
        ("gedenktekens in brons", True),
        ("rouwstukken", True),
        ("vijvers en zwembaden graven", False),
        ("putten graven en drainage", False),
        ("gedenkwaardige feesten", False),
        ("rouwe kaas", False),
        ("grafisch ontwerp", False),
        ("graffiti weghalen", False),
        ("messen slijpen", False),
    ],
)
def test_who_serves_mourners_without_a_pack_is_treated_as_an_undertaker_too(
    offer: str, mourns: bool, sectors: dict[str, Sector]
) -> None:
    assert ("funeral" in treated_as(profile(offer=offer), sectors["general"])) is mourns


def test_a_trade_with_a_pack_keeps_to_its_own(sectors: dict[str, Sector]) -> None:
    assert treated_as(profile(offer="rouwstukken en boeketten"), sectors["florist"]) == {"florist"}


def wrapped_as_a_present(told: Profile, general: Sector) -> bool:
    present = next(play for play in load_plays() if play.key == "gift-ready-at-no-charge")
    return possible(present, means_of(told, general, 50.0))


def test_a_gravestone_is_not_wrapped_as_a_present(sectors: dict[str, Sector]) -> None:
    assert not wrapped_as_a_present(profile(offer="grafzerken"), sectors["general"])
    assert wrapped_as_a_present(profile(offer="schaakborden", channels_current=("shop",)), sectors["general"])
