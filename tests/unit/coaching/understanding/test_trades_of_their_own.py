"""Neighbouring trades are told apart by the words owners use for themselves."""

import pytest

from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("ik heb een bruin café in Lier", "cafe_bar"),
        ("wij hebben een koffiebar in Gent", "cafe_bar"),
        ("we have a village pub in Dorset", "cafe_bar"),
        ("eetcafé in het centrum van Hasselt", "restaurant"),
        ("hondenschool in Zwolle", "dog_school"),
        ("I'm a dog trainer in Leeds", "dog_school"),
        ("ik heb een hondenpension", "pets"),
        ("glazenwasser in Almere", "window_cleaner"),
        ("window cleaner from Hull", "window_cleaner"),
        ("poetsbedrijf voor kantoren", "cleaning"),
        ("schoorsteenveger in de Kempen", "chimney_sweep"),
        ("chimney sweep, Devon", "chimney_sweep"),
        ("wij zijn dakwerkers uit Aalst", "roofer"),
        ("I'm a roofer in Cork", "roofer"),
        ("loodgieter", "trades"),
        ("ik ben dj", "entertainer"),
        ("children's entertainer", "entertainer"),
        ("trouwfotograaf", "photographer"),
        ("wij zijn een voedselbank in Tilburg", "food_bank"),
        ("we run a food bank", "food_bank"),
        ("repair café", "repair_community"),
        ("fysiotherapeut in Assen", "physio"),
        ("physio in York", "physio"),
        ("psycholoog", "therapist"),
        ("ik heb een kampeerterrein", "campsite"),
        ("we have a campsite in Wales", "campsite"),
        ("B&B met 4 kamers", "hotel_camping"),
        ("nagelstudio in Genk", "beauty_salon"),
        ("nail salon in Derby", "beauty_salon"),
        ("kapsalon", "hair_beauty"),
        ("boekhandel in Leuven", "bookshop"),
        ("I own a small bookshop in York", "bookshop"),
        ("speelgoedwinkel", "retail"),
        ("opticien in Sittard", "optician"),
        ("I'm an optician", "optician"),
        ("vertaler Frans en Duits", "translator_writer"),
        ("freelance translator", "translator_writer"),
        ("reclamebureau", "agency"),
    ],
)
def test_a_trade_with_a_pack_of_its_own_is_not_taken_for_its_neighbour(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector
