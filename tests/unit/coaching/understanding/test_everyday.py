import pytest

from coaching.understanding.intents.everyday import asks_in_passing
from coaching.understanding.intents.questions import question_in
from coaching.understanding.text.normalise import fold, read

ASKED = """
    wa zegt ge terug als iemand een slechte review zet
    hoe dikwijls iets op facebook
    hoe krijgde nu iemand zover dat hij een goeie review zet zonder te zagen
    hoe vraag ik om een review zonder dat het raar is
    kheb één rotte recensie op google, moet ik daar wat mee
    mag ik mensen zomaar een sms sturen, of is da privacy
    mailtje 's morgens of 's avonds
    wat zet je in een onderwerpregel
    en wa doede als januari dood is
    goed plan ze, maar hoe vaak moet ik nu posten
    waarom zeven stappen, is dat niet overdreven
    foto's van de kindjes posten, mag da
    hoelang voor ge daar iets van merkt
    hoe begint ne mens daaraan, zo'n maillijst
    wa's een conversie
    zou ik mijn prijzen op de site zetten of nie
    how often should I mail people so I don't annoy them
    does my bad review need an answer
    any tips for subject lines
    photos of the kids on facebook, is that allowed
"""
TOLD = """
    reviews zijn voor mij het belangrijkst
    ik stuur elke maand een nieuwsbrief
    omdat ze op google lezen hoe goed we zijn
    wat mensen op google over ons schrijven
    wat ik wil is dat ze mij vinden op google
    facebook, geen filmpjes, moet ik niet
    moet ik niet weten van tiktok
    januari is dood en de zomer ook
    vooral via facebook, hoe het zo gaat
    geen mails, dat doe ik niet
    waarom ze naar mij komen: de reviews op google
    they find me on google, how often I don't know
    january is dead, that's when I want people
    why they pick me: reviews on google
"""


def lines(of: str) -> list[str]:
    return [line.strip() for line in of.splitlines() if line.strip()]


@pytest.mark.parametrize("message", lines(ASKED))
def test_what_owners_ask_in_passing_is_a_question_without_its_mark(message: str) -> None:
    assert question_in(read(message)) is not None


@pytest.mark.parametrize("message", lines(TOLD))
def test_what_tells_of_the_same_things_is_no_question(message: str) -> None:
    assert question_in(read(message)) is None


@pytest.mark.parametrize(
    "message",
    [
        "ik weet niet hoe ik filmpjes moet maken op insta",
        "kweet nie wat ik op facebook moet zetten",
        "geen gedacht wat ik op facebook moet zetten",
        "no idea what to put on instagram",
        "not sure whether to show prices on my site",
    ],
)
def test_who_is_at_a_loss_asks_and_refuses_nothing(message: str) -> None:
    assert asks_in_passing(fold(message))


@pytest.mark.parametrize("message", ["hoe laat komt de trein", "wat eet ge vanavond", "how often does it rain"])
def test_a_question_about_anything_else_is_left_to_others(message: str) -> None:
    assert not asks_in_passing(fold(message))
