"""Within a trade, an owner's own kind of work has a pack of its own in the library."""

import pytest

from coaching.showing import shown
from coaching.trade_kinds import pack_key, speaks_of
from coaching.understanding.wordlists import load
from journey.profile import Fact, FactValue, GoalFact, Profile, ProfileField
from knowledge.records import load_sectors
from prompts.words import Words

PACKS = {pack.key: pack for pack in load_sectors()}


def pack_for(sector: str, **told: FactValue) -> str:
    facts = {"sector": sector, **told}
    return pack_key(Profile(facts={ProfileField(name): Fact(value=value, evidence=1) for name, value in facts.items()}))


@pytest.mark.parametrize(
    ("sector", "offer", "pack"),
    [
        ("garden", "onderhoudscontracten voor tuinen", "garden_care"),
        ("garden", "hagen scheren en snoeien", "garden_care"),
        ("garden", "lawns and hedges, all year round", "garden_care"),
        ("garden", "tuinaanleg en onderhoud", "garden"),
        ("garden", "patios and ponds", "garden"),
        ("garden", "tuinaannemer", "garden"),
        ("bike", "fietsreparatie bij mensen thuis", "mobile_bike"),
        ("bike", "mobiele fietsenmaker", "mobile_bike"),
        ("bike", "e-bikes en reparatie", "bike"),
        ("physio", "home visits after a hip operation", "home_physio"),
        ("physio", "rug- en nekklachten", "physio"),
        ("second_hand", "tweedehands kinderkleding", "children_clothes"),
        ("fashion", "kids clothes and shoes", "children_clothes"),
        ("fashion", "dames- en kinderkleding", "fashion"),
        ("second_hand", "tweedehands meubels", "second_hand"),
        ("school_course", "kookworkshops voor groepen", "cooking_workshop"),
        ("caterer", "cookery classes and small parties", "cooking_workshop"),
        ("caterer", "catering voor feesten", "caterer"),
        ("campsite", "heated pods", "glamping"),
        ("hotel_camping", "safaritenten met een echt bed", "glamping"),
        ("campsite", "kampeerplaatsen en trekkershutten", "campsite"),
    ],
)
def test_the_pack_is_that_of_the_work_sold(sector: str, offer: str, pack: str) -> None:
    assert pack_for(sector, offer=offer) == pack


@pytest.mark.parametrize(
    ("sector", "offer", "goal", "pack"),
    [
        ("garden", "aanleg en onderhoud van tuinen", "tien onderhoudscontracten erbij", "garden_care"),
        ("garden", "onderhoud van tuinen", "vier keer tuinaanleg per maand", "garden"),
        ("campsite", "pods and tent pitches", "from 5 to 12 pod nights: pods midweek", "glamping"),
        ("campsite", "pods", "meer campers in mei", "campsite"),
    ],
)
def test_what_the_goal_names_goes_before_what_is_sold(sector: str, offer: str, goal: str, pack: str) -> None:
    assert pack_for(sector, offer=offer, goal=GoalFact(text=goal)) == pack


def test_who_has_a_shop_besides_is_no_mobile_mechanic() -> None:
    assert pack_for("bike", on_offline="visiting", channels_current=("shop", "whatsapp")) == "bike"


def test_every_pack_for_a_kind_is_in_the_library_and_so_are_its_trades() -> None:
    kinds = load("kinds")["packs"]
    assert {*kinds, *(trade for kind in kinds.values() for trade in kind["of"])} <= PACKS.keys()


def test_the_trade_told_is_shown_by_the_name_of_its_kind() -> None:
    fact = Fact(value="school_course", evidence=1)
    assert shown(ProfileField.SECTOR, fact, Words("nl"), PACKS["cooking_workshop"]) == "kookstudio"


@pytest.mark.parametrize(
    ("pack", "trade", "so"),
    [("glamping", "campsite", True), ("bike", "bike", True), ("glamping", "bike", False), ("bike", "dentist", False)],
)
def test_a_pack_speaks_of_its_own_trade_and_of_those_it_is_a_kind_of(pack: str, trade: str, so: bool) -> None:
    assert speaks_of(pack, trade) is so


def test_the_trade_in_the_owners_words_tells_where_the_offer_does_not() -> None:
    trade = Fact(value="caterer", evidence=1, quote="kookworkshops")
    offer = Fact(value="afhaalgerechten", evidence=2)
    assert pack_key(Profile(facts={ProfileField.SECTOR: trade, ProfileField.OFFER: offer})) == "cooking_workshop"
