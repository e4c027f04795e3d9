"""Within one trade a plan keeps to the kind of business, and of customers, that was told."""

import pytest

from coaching.planning.suited import Suits, suited, suits
from journey.keys import Language
from journey.profile import Fact, FactValue, Profile, ProfileField
from knowledge.records import load_sectors

PACKS = {pack.key: pack for pack in load_sectors()}


def profile_of(**told: FactValue) -> Profile:
    return Profile(facts={ProfileField(name): Fact(value=value, evidence=1) for name, value in told.items()})


def lines_of(language: Language, **told: FactValue) -> str:
    """What the pack of this owner says, in one text."""
    profile = profile_of(**told)
    pack = suited(PACKS[profile.text(ProfileField.SECTOR)], PACKS["general"], suits(profile)).words(language)
    moments = [line for lines in pack.moments.values() for _, line in lines]
    return " ".join(
        [*pack.fears, *pack.regrets, *pack.trust, *pack.setting.at_meeting, *pack.setting.at_work, *moments]
    )


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
