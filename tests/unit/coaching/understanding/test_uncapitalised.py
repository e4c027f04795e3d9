"""Names of businesses from owners who don't bother with capitals."""

import pytest

from tests.unit.coaching.understanding.conftest import facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik ben noor van bakkerij molenzicht in gent, taarten op maat", "Bakkerij Molenzicht"),
        ("hoi, ik heb kapsalon de krul in leuven", "Kapsalon de Krul"),
        ("wij zijn garage peeters uit aalst", "Garage Peeters"),
        ("wij hebben camping de eik, drenthe", "Camping de Eik"),
        ("i own the copper kettle cafe in leeds", "The Copper Kettle Cafe"),
        ("i'm a dog groomer in leeds called happy paws, from 35 pounds", "Happy Paws"),
    ],
)
def test_a_name_without_capitals_is_heard(text, name, hear):
    assert facts(hear(text, "business"))["business_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "ik heb een bakkerij in gent",
        "bakkerij voor glutenvrij brood in gent",
        "restaurant italiaans in gent",
        "i have the only cafe in leeds",
        "we run the local bike shop in york",
        "ik heb een garage en een carwash in mol",
        "massagepraktijk aan huis",
    ],
)
def test_what_tells_the_kind_of_business_is_no_name(text, hear):
    assert "business_name" not in facts(hear(text, "business"))
