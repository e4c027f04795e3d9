import pytest

from coaching.understanding.verbs import gerund, infinitive
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
