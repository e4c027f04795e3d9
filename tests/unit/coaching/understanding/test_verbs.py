import pytest

from coaching.understanding.phrases.verbs import gerund, infinitive
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("stem", "verb"),
    [
        ("stem", "stemmen"),
        ("restaureer", "restaureren"),
        ("herstel", "herstellen"),
        ("lees", "lezen"),
        ("schrijf", "schrijven"),
        ("schilder", "schilderen"),
        ("train", "trainen"),
        ("poets", "poetsen"),
        ("ontwerp", "ontwerpen"),
    ],
)
def test_a_dutch_verb_in_the_first_person_gets_its_infinitive(stem: str, verb: str) -> None:
    assert infinitive(stem) == verb


@pytest.mark.parametrize(
    ("verb", "form"),
    [("fix", "fixing"), ("trim", "trimming"), ("tune", "tuning"), ("repair", "repairing"), ("shoe", "shoeing")],
)
def test_an_english_verb_gets_its_ing(verb: str, form: str) -> None:
    assert gerund(verb) == form


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ik stem piano's in gent", "piano's stemmen"),
        ("we teach kids to swim", "teaching kids to swim"),
        ("wij slijpen messen en scharen", "messen en scharen slijpen"),
        ("we haken knuffels, en geven ook workshops", "knuffels haken"),
        ("wij verkopen en plaatsen rolluiken, zonwering en poorten", "rolluiken, zonwering en poorten"),
        ("ik verkoop juwelen", "juwelen"),
    ],
)
def test_a_verb_that_is_half_of_the_offer_is_kept(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ik knap oude piano's op", "oude piano's opknappen"),
        ("Ik knap oude fietsen weer op, in Zwolle", "oude fietsen opknappen"),
        ("ik knap oude piano's op en verkoop ze in Lier", "oude piano's opknappen"),
        ("ik haal oude wasmachines op", "oude wasmachines ophalen"),
        ("we werken keukens af in Gent", "keukens afwerken"),
        ("ik zet festivaltenten op voor gemeenten", "festivaltenten opzetten"),
        ("ik leen kajaks uit aan gezinnen", "kajaks uitlenen"),
        ("ik lijst foto's en tekeningen in, in Brugge", "foto's en tekeningen inlijsten"),
        ("wij breken oude schuren af", "oude schuren afbreken"),
        ("ik bouw badkamers om", "badkamers ombouwen"),
        ("ik maak daken schoon", "daken schoonmaken"),
    ],
)
def test_the_loose_half_of_a_verb_goes_before_its_infinitive(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("ik herstel fietsen in Gent", "fietsen herstellen"),
        ("ik herstel fietsen in en rond Gent", "fietsen herstellen"),
        ("ik zet fietsen in elkaar", "fietsen in elkaar zetten"),
        ("ik stem piano's op locatie", "piano's op locatie stemmen"),
        ("wij bieden massages aan", "massages"),
    ],
)
def test_a_preposition_is_not_the_loose_half_of_a_verb(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "business"))["offer"] == offer


@pytest.mark.parametrize("plural", ["repareren", "verkopen", "naaien", "herstellen"])
def test_a_verb_that_is_said_in_the_plural_stays_as_it_is(plural: str) -> None:
    assert infinitive(plural) == plural


@pytest.mark.parametrize(("stem", "verb"), [("teken", "tekenen"), ("leen", "lenen"), ("bedien", "bedienen")])
def test_a_stem_that_only_looks_like_a_plural_is_none(stem: str, verb: str) -> None:
    assert infinitive(stem) == verb


@pytest.mark.parametrize("asking", ["business", "offer"])
@pytest.mark.parametrize(
    "text",
    [
        "at it on my own since I left the hospital in Limerick",
        "I kept the shop of my dad",
        "I fell into it by accident",
        "we trained horses once",
        "ik verliet de fabriek in Gent",
        "wij namen de zaak over",
        "ik werkte voor een bank",
        "ik kocht de winkel van mijn vader",
    ],
)
def test_what_an_owner_did_before_is_not_what_is_sold(hear: Hear, text: str, asking: str) -> None:
    assert "offer" not in facts(hear(text, asking))


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("I sew dresses, on my own since I left the factory in Derry", "sewing dresses"),
        ("we fell trees", "felling trees"),
        ("we shred documents", "shredding documents"),
        ("ik werkte bij de bank en nu maak ik taarten", "taarten"),
        ("k schildere huzen", "huzen schilderen"),
        ("k plante bomen", "bomen planten"),
    ],
)
def test_what_an_owner_does_now_is(hear: Hear, text: str, offer: str) -> None:
    assert facts(hear(text, "offer"))["offer"] == offer


def test_what_an_owner_hates_is_not_sold(hear: Hear) -> None:
    assert "offer" not in facts(hear("boiler service. I hate bathrooms", "offer"))
