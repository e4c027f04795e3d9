"""Within one trade a plan keeps to the kind of business, and of customers, that was told."""

import pytest

from coaching.planning.choosing import means_of
from coaching.planning.suited import Suits, play_suits, suited, suits
from coaching.trade import customer_names, teaches_children
from coaching.trade_kinds import goes_to_customers
from journey.keys import Address, Asset, Language
from journey.profile import Fact, FactValue, Profile, ProfileField
from knowledge.records import load_plays, load_sectors
from prompts.words import Words

PACKS = {pack.key: pack for pack in load_sectors()}
PLAYS = {play.key: play for play in load_plays()}


def profile_of(**told: FactValue) -> Profile:
    return Profile(facts={ProfileField(name): Fact(value=value, evidence=1) for name, value in told.items()})


def lines_of(language: Language, **told: FactValue) -> str:
    """What the pack of this owner says, in one text."""
    profile = profile_of(**told)
    pack = suited(PACKS[profile.text(ProfileField.SECTOR)], PACKS["general"], suits(profile)).words(language)
    moments = [line for lines in pack.moments.values() for _, line in lines]
    setting = [phrase for _, phrases in pack.setting for phrase in phrases]
    accidents = [f"{accident.seen} {accident.fix}" for accident in pack.accidents]
    rest = [pack.seasons, pack.quiet, pack.question.ask, pack.question.why]
    return " ".join([*pack.fears, *pack.regrets, *pack.trust, *setting, *accidents, *rest, *moments])


@pytest.mark.parametrize(
    ("offer", "kept", "gone"),
    [
        ("honden trimmen en wassen", "klit", "oefenveld"),
        ("ontwollen en knippen", "klit", "overnachting"),
        ("puppylessen en gedragstraining", "oefenveld", "krullenvacht"),
        ("kattenpension", "'s nachts", "oefenveld"),
    ],
)
def test_a_pet_business_meets_only_scenes_of_its_own_kind(offer: str, kept: str, gone: str) -> None:
    said = lines_of("nl", sector="pets", offer=offer)
    assert (kept in said, gone in said) == (True, False)


@pytest.mark.parametrize(
    ("language", "offer", "gone"),
    [
        ("nl", "onderhoud van cv-ketels", "hamerslag"),
        ("nl", "chauffage en sanitair", "puin"),
        ("en", "boilers and heating", "hammer blow"),
        ("en", "rewiring", "rubble"),
    ],
)
def test_who_mends_boilers_or_wires_knocks_down_no_walls(language: Language, offer: str, gone: str) -> None:
    assert gone not in lines_of(language, sector="trades", offer=offer)


def test_a_builder_keeps_the_hammer_blow() -> None:
    assert "hamerslag" in lines_of("nl", sector="trades", offer="badkamers en verbouwingen")


def test_an_owner_of_no_kind_told_keeps_every_scene() -> None:
    assert suits(profile_of(sector="pets", offer="alles voor dieren")) == Suits()


@pytest.mark.parametrize(
    ("told", "companies"),
    [
        ({"offer": "administratie voor zzp'ers"}, False),
        ({"persona_situation": "zelfstandigen in de bouw"}, False),
        ({"offer": "bookkeeping for sole traders"}, False),
        ({"persona_situation": "zelfstandigen en kmo's"}, True),
        ({"offer": "de boekhouding van bedrijven"}, True),
        ({"offer": "jaarrekeningen"}, True),
    ],
)
def test_customers_of_one_person_have_no_purchasing_department(told: dict[str, FactValue], companies: bool) -> None:
    who = suits(profile_of(sector="accountant", **told))
    assert who.text("Mail de papieren waar inkoop om vraagt", "nl") is companies


def test_who_works_for_the_self_employed_need_not_work_alone() -> None:
    assert not suits(profile_of(sector="accountant", offer="administratie voor zzp'ers")).alone


@pytest.mark.parametrize(
    ("language", "sector", "told", "kept", "gone"),
    [
        ("nl", "deli", {"offer": "kaas en borrelplanken"}, "een kaas op de dag", "vis"),
        ("nl", "deli", {"offer": "Goudse kazen en noten"}, "grijze korst", "vissticks"),
        ("nl", "deli", {"offer": "verse vis en garnalen"}, "Is die vis echt", "grijze korst"),
        ("en", "deli", {"offer": "farmhouse cheese"}, "a cheese on the day", "fish"),
        ("en", "deli", {"offer": "wet fish from the day boats"}, "clear eyes on ice", "rind"),
        ("nl", "painter", {"offer": "schilderwerk binnen en buiten", "goal": "zes binnenklussen"}, "plafond", "kozijn"),
        ("nl", "painter", {"offer": "behangen en slaapkamers"}, "plafond", "na twee winters"),
        ("nl", "tailor", {"offer": "hakken en zolen"}, "een schoen op de leest", "jurk"),
        ("nl", "cafe_bar", {"offer": "koffie en taart"}, "melk", "stamtafel"),
        ("nl", "brewery", {"offer": "gin en jenever"}, "avond", "schuimkraag"),
        ("en", "transport", {"offer": "airport taxi"}, "flight", "wardrobe"),
        ("nl", "transport", {"offer": "koerier voor pakketten"}, "pakket", "een vroege vlucht"),
    ],
)
def test_a_pack_of_several_products_keeps_to_the_one_that_is_sold(
    language: Language, sector: str, told: dict[str, FactValue], kept: str, gone: str
) -> None:
    said = lines_of(language, sector=sector, **told)
    assert (kept in said, gone in said) == (True, False)


@pytest.mark.parametrize("offer", ["kaas en verse vis", "delicatessen", "haring, kaas, noten en olijven"])
def test_who_sells_both_or_names_neither_keeps_both(offer: str) -> None:
    said = lines_of("nl", sector="deli", offer=offer)
    assert "kaas" in said
    assert "vis" in said


@pytest.mark.parametrize("sector", ["deli", "hotel_camping", "school_course", "painter", "optician", "beauty_salon"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_left_out_of_a_pack_is_made_up_for(language: Language, sector: str) -> None:
    offers = {"deli": "kaas", "hotel_camping": "vakantiehuis", "school_course": "bijles", "painter": "binnenwerk"}
    told = profile_of(sector=sector, offer=offers.get(sector, "nagels en hoortoestellen"))
    pack = suited(PACKS[sector], PACKS["general"], suits(told)).words(language)
    assert len(pack.fears) >= 4
    assert all(phrases for _, phrases in pack.setting)


@pytest.mark.parametrize("offer", ["kamers met ontbijt", "bed and breakfast", "vakantiewoning voor zes"])
def test_a_house_with_rooms_has_no_tents_and_no_washrooms(offer: str) -> None:
    said = lines_of("nl", sector="hotel_camping", offer=offer)
    assert not any(word in said for word in ("tentdoek", "sanitair", "terrein"))


@pytest.mark.parametrize(
    "told",
    [
        {"offer": "home visit physio"},
        {"usp": "ik kom bij de mensen thuis"},
        {"offer": "mobile hairdressing"},
        {"offer": "pedicure aan huis"},
        {"business_name": "Physio on Wheels"},
        {"usp": "I come to people at home, no premises"},
        {"aftercare": "we go to people's houses"},
    ],
)
def test_who_comes_to_customers_has_no_place_where_they_wait(told: dict[str, FactValue]) -> None:
    profile = profile_of(sector="physio", **told)
    assert goes_to_customers(profile)
    assert not play_suits(PLAYS["white-coat-shelf-with-one-card"], suits(profile), "nl")
    assert Asset.STOREFRONT not in means_of(profile, PACKS["bakery"], 0).assets


@pytest.mark.parametrize(
    "told",
    [
        {"offer": "gratis levering aan huis"},
        {"offer": "taarten", "aftercare": "we bezorgen aan huis"},
        {"offer": "haircuts", "channels_current": ("shop",), "usp": "I come to people at home too"},
        {"offer": "mobiele telefoons"},
        {"usp": "mensen voelen zich hier thuis"},
        {"offer": "mobile phone repairs"},
    ],
)
def test_a_shop_that_delivers_still_has_a_door(told: dict[str, FactValue]) -> None:
    assert not goes_to_customers(profile_of(sector="bakery", **told))


def test_a_trade_that_always_goes_to_customers_keeps_its_scenes() -> None:
    assert suits(profile_of(sector="painter", usp="ik kom bij mensen thuis")).scenes == ()


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ({"sector": "school_course", "offer": "rekenbijles voor groep 6 tot 8"}, "ouder"),
        ({"sector": "school_course", "offer": "zwemles voor peuters", "customer_word": "leerling"}, "ouder"),
        ({"sector": "music_teacher", "offer": "pianoles voor kinderen"}, "ouder"),
        ({"sector": "martial_arts", "offer": "judo voor de jeugd"}, "ouder"),
        ({"sector": "music_teacher", "offer": "pianoles voor kinderen en volwassenen"}, "leerling"),
        ({"sector": "school_course", "offer": "Spaans voor beginners"}, "leerling"),
        ({"sector": "music_teacher", "offer": "gitaarles", "persona_situation": "jonge moeders"}, "leerling"),
        ({"sector": "school_course", "offer": "bijles aan kinderen", "customer_word": "cliënt"}, "cliënt"),
        ({"sector": "photographer", "offer": "foto's van kinderen"}, "klant"),
    ],
)
def test_who_pays_for_the_lessons_of_children_is_a_parent(told: dict[str, FactValue], one: str) -> None:
    profile = profile_of(**told)
    assert customer_names(profile, PACKS[str(told["sector"])], Words("nl", Address.JE))[0] == one


def test_lessons_for_children_meet_no_pupil_of_sixty() -> None:
    profile = profile_of(sector="school_course", offer="bijles voor kinderen")
    assert teaches_children(profile)
    assert not suits(profile).text("Zet de ene keer een kind en de andere keer iemand van zestig", "nl")
