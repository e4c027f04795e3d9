"""Neighbouring trades are told apart by the words owners use for themselves."""

import pytest

from journey.hearing import Intent
from journey.topics import Topic
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
        ("loodgieter", "plumber"),
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
        ("ik ben schilder-behanger", "painter"),
        ("I'm a painter and decorator", "painter"),
        ("dierenartsenpraktijk in Zutphen", "veterinary"),
        ("I'm a vet in Kendal", "veterinary"),
        ("tattooshop in Tilburg", "tattoo"),
        ("we run a tattoo studio", "tattoo"),
        ("begrafenisondernemer", "funeral"),
        ("funeral director in Ayr", "funeral"),
        ("keukens op maat", "joiner"),
        ("I'm a furniture maker", "joiner"),
        ("ik heb een slagerij in Aalter", "butcher"),
        ("family butcher in Skipton", "butcher"),
        ("feestzaal in Lier", "party_venue"),
        ("bouncy castle hire", "party_venue"),
        ("ik heb een foodtruck", "caterer"),
        ("we're caterers from Bath", "caterer"),
        ("diëtiste in Mol", "dietician"),
        ("voedingscoach aan huis", "dietician"),
        ("I'm a dietitian in Leeds", "dietician"),
        ("verzekeringsmakelaar in Aalst", "insurance_broker"),
        ("ik ben makelaar in verzekeringen", "insurance_broker"),
        ("makelaar in Kortrijk", "real_estate"),
        ("mortgage broker", "insurance_broker"),
        ("kleermaker in Gent", "tailor"),
        ("retouches en herstellingen", "tailor"),
        ("hersteldienst schoenen", "tailor"),
        ("cobbler, key cutting too", "tailor"),
        ("schoenenwinkel", "fashion"),
        ("ik geef gitaarles", "music_teacher"),
        ("muziekschooltje in Lier", "music_teacher"),
        ("I teach piano, piano lessons for adults", "music_teacher"),
        ("bijles wiskunde", "school_course"),
        ("judoclub in Hasselt", "martial_arts"),
        ("we run a boxing gym", "martial_arts"),
        ("dansschool in Tilburg", "dance_school"),
        ("I own a ballet school", "dance_school"),
        ("yogastudio", "fitness_yoga"),
        ("verhuizer in Antwerpen", "mover"),
        ("we're a removals firm", "mover"),
        ("koerier", "transport"),
        ("vishandel in Oostende", "deli"),
        ("kaasboer op de markt", "deli"),
        ("fishmonger in Whitby", "deli"),
        ("kaasmakerij", "food_producer"),
        ("ijssalon in Zeist", "ice_cream"),
        ("crèmerie in Diest", "ice_cream"),
        ("ice cream van in Rhyl", "ice_cream"),
        ("reisbureau in Kortrijk", "travel_agent"),
        ("zelfstandig reisadviseur", "travel_agent"),
        ("travel agency in Bath", "travel_agent"),
        ("cv-monteur in Deventer", "plumber"),
        ("warmtepompinstallateur, regio Aalst", "plumber"),
        ("I'm a gas engineer in Hull", "plumber"),
        ("elektricien in Geel", "trades"),
        ("ik heb een trimsalon in Ede", "dog_groomer"),
        ("hondenkapster in Ieper", "dog_groomer"),
        ("mobile dog groomer in Fife", "dog_groomer"),
        ("dierenwinkel in Sneek", "pets"),
        ("juwelier in Kortrijk", "jeweller"),
        ("ik ben goudsmid in Delft", "jeweller"),
        ("we run a jewellery shop in Bath", "jeweller"),
        ("I repair watches, I'm a watchmaker", "jeweller"),
        ("handgemaakte juwelen op Etsy", "handmade_webshop"),
        ("interieurarchitect in Lier", "interior"),
        ("ik ben interieurstyliste", "interior"),
        ("binnenhuisarchitect in Breda", "interior"),
        ("interior designer in York", "interior"),
        ("tuinarchitect in Mol", "garden"),
    ],
)
def test_a_trade_with_a_pack_of_its_own_is_not_taken_for_its_neighbour(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector


@pytest.mark.parametrize(
    "text", ["nee wacht, die hoveniers moogt ge eruit laten", "sorry, leave the gardeners out, they never pay"]
)
def test_customers_of_some_trade_are_not_the_trade_of_the_business(hear: Hear, text: str) -> None:
    assert "sector" not in facts(hear(text, "confirm", offer="zagen slijpen"))


@pytest.mark.parametrize("text", ["ik ben toch geen tuinbedrijf, ik slijp zagen", "I'm not a gardener, I sharpen saws"])
def test_an_owner_who_denies_a_trade_has_one_without_a_list(hear: Hear, text: str) -> None:
    heard = hear(text, "confirm", sector="garden")
    assert (heard.intent, heard.about) == (Intent.CORRECT, Topic.BUSINESS)
    assert facts(heard) == {"sector": "general"}


def test_saying_what_kind_of_tradesman_one_is_not_denies_no_trade(hear: Hear) -> None:
    assert "sector" not in facts(hear("ik ben geen kapper van dertien in een dozijn", "usp", sector="hair_beauty"))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Graven poetsen en onderhouden, regio Aalst", None),
        ("gravestone cleaning in Kent", None),
        ("I clean boats in Falmouth", None),
        ("ik poets auto's bij mensen thuis", "automotive"),
        ("kantoren poetsen in Gent", "cleaning"),
        ("ik poets bij mensen thuis", "cleaning"),
    ],
)
def test_who_cleans_what_is_no_building_is_no_cleaning_firm(hear: Hear, text: str, sector: str | None) -> None:
    assert facts(hear(text, Topic.BUSINESS)).get("sector") == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Vandoorne Geert, chauffage en sanitair, Torhout", "plumber"),
        ("ik doe verwarming en sanitair in Roeselare", "plumber"),
        ("cv-ketels, onderhoud en installatie, Zwolle", "plumber"),
        ("heating and boilers in Leeds", "plumber"),
        ("Administratie voor zzp'ers", "accountant"),
        ("btw-aangiftes en jaarstukken, Ede", "accountant"),
        ("payroll and VAT returns in Hull", "accountant"),
        ("indonesisch eethuis in Almere", "restaurant"),
        ("school of motoring in Galway", "driving_school"),
        ("i do dog walkin & pet sittin in Harborough", "pets"),
        ("soap bars and a gift box, webshop", "handmade_webshop"),
        ("webshop, de soap bar is 7,50", "handmade_webshop"),
        ("chocolate bars from Ghent", "food_producer"),
        ("wolwinkel in Tielt", "haberdashery"),
        ("ik verkoop garen en breinaalden", "haberdashery"),
        ("yarn shop in York", "haberdashery"),
    ],
)
def test_a_trade_is_known_by_what_owners_call_their_work(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Draad & Zo, wol en stoffen in Lokeren, en we geven workshops", "haberdashery"),
        ("garen en stoffen en er zijn ook naailessen", "haberdashery"),
        ("workshops breien en wol, Gent", "haberdashery"),
        ("fabrics and sewing lessons in York", "haberdashery"),
        ("indonesische toko in Almere, we doen ook catering", "restaurant"),
        ("yoga studio, plus a bit of catering", "fitness_yoga"),
        ("we doen catering in Gent", "caterer"),
        ("naailessen in Aalst", "school_course"),
    ],
)
def test_what_is_taught_or_done_beside_the_trade_is_not_the_trade(hear: Hear, text: str, sector: str) -> None:
    assert facts(hear(text, "business"))["sector"] == sector


@pytest.mark.parametrize(
    "text",
    [
        "I walk the streets of Hull, got a card in the vets window",
        "een kaartje bij de bakker, Gent",
        "poster at the pub, Leeds",
        "my flyers are in the gym",
        "er hangt een affiche in de sportschool",
    ],
)
def test_a_business_that_shows_the_owners_card_is_not_the_owners(hear: Hear, text: str) -> None:
    assert "sector" not in facts(hear(text, "business"))
