import pytest

from journey.models import labels
from knowledge.names import named

ALL = labels()


def most(question: str) -> set[str]:
    gains = named(question, ALL)
    return {label for label, gain in zip(ALL, gains, strict=True) if gain == gains.max() and gain > 0}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("wat doe ik in de see-fase", {"stdc/see"}),
        ("see phase what to do", {"stdc/see"}),
        ("the interest step of AIDA", {"aida/interest"}),
        ("wat is desire bij aida", {"aida/desire"}),
        ("stap purchase van Keenr", {"keenr7/purchase"}),
        ("what is the service and loyalty stage", {"keenr7/service-loyalty"}),
        ("wat mail ik in de nakoopfase", {"email4/post-purchase"}),
        ("overwegingsfase van wux", {"wux5/consideration"}),
        ("wat komt er na desire", {"aida/action"}),
        ("what comes after the think stage", {"stdc/do"}),
        ("de derde stap van dazzle", {"dazzle5/purchase"}),
        ("laatste stap see think do care", {"stdc/care"}),
        ("step 2 of AIDA", {"aida/interest"}),
        ("waar staat de D van AIDA voor", {"aida/desire"}),
        ("wat is de laatste stap", set()),
        ("ik see het niet", set()),
        ("wat doe ik na de aankoop", set()),
        ("hoe word ik bekend", set()),
    ],
)
def test_a_named_stage_gains_most(question: str, expected: set[str]) -> None:
    assert most(question) == expected


def test_a_named_model_lifts_all_its_labels() -> None:
    assert most("hoe werkt see think do care") == {label for label in ALL if label.startswith("stdc/")}


def test_a_stage_of_several_models_lifts_them_all() -> None:
    assert most("what happens in the awareness stage") == {
        f"{m}/awareness" for m in ("keenr7", "dazzle5", "wux5", "email4")
    }


def test_somebodys_own_first_step_is_no_stage() -> None:
    assert most("wat doe ik als eerste stap met wux") == {label for label in ALL if label.startswith("wux5/")}
