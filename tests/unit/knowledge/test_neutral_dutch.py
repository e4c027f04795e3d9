"""The Dutch of the library and of the coach is read in the Netherlands and in Flanders: what only one of the two says
stays out, except where a text names the country, lists the words of a trade or quotes."""

import re
from collections.abc import Iterator
from importlib import resources

import pytest

from knowledge.files import LIBRARY
from prompts.reading import from_yaml

#: Said in Flanders.
FLEMISH = """
    aanrekenen artikels boterhamdoos brooddoos eindejaar halfweg herstelling herstellingen lesgever lesgevers
    meerprijs namiddag namiddagen opendeurdag overlopen plaatsbezoek plaatsbezoeken schoolpoort uurwerk vaklui
    plots vaakste volstaat volstaan voorbije weekends
    affiche affiches ajuin alleszins allez amai ambetant autostrade babyborrel
    beenhouwer beenhouwerij bezetter bijberoep boekentas bomma bompa boterkoek brugdag brugdagen bucht
    camionette chauffage chauffagist coiffeur coiffeuse communie communiefeest communies confituur congé
    curryworst dagbladhandel depannage doodsbrief doopsuiker droogkuis duimspijker efkes elektrieker farde
    fier fluostift foor frigo frisco galabal galabals gazet gazetten
    geraak geraken ginder goeiedag goeiemorgen goeienavond goesting gelijkvloers gsm gsm's
    gyproc hesp inkomhal job jobs jobstudent kaartersclub kabas kasticket kermiskoers kinderkribbe
    kleedje kleedke koer koffiekoek koffiekoeken koterij krokusvakantie kuisen
    kuisploeg kuisvrouw lavabo lentefeest lentefeesten living luidop madammen microgolf microgolfoven
    mosselseizoen nadien nieuwjaarsbrief nieuwkuis nonkel onthaalouder onthaalmoeder opkuis opkuisen pamper patatten
    peinzen pintje pinten pint plaasteren plezant plezante pompbak proper propere properst
    regenscherm refter schouw schouwen schouwveger seffens sletsen smos smoske
    smoutebollen speelkoer speelplaats spuitwater stylo subiet suikerbonen toog
    toonzaal tournevis trouwkleed turnles turnzaal uitbater uitbaters uurrooster valling velo verlofdag verschiet
    verschieten vieruurtje vijs vijzen voormiddag vuilbak vuilbakken vuilzak wablieft waskot werfbord werf werven zakske
    zetel zetels zichtrekening ziekenkas zot
""".split()
#: Said in Flanders, in more than one word.
FLEMISH_PHRASES = ("op welk uur", "één zij van", "tas koffie", "van zodra", "langs waar", "eender welke", "eender wat")
#: Said in the Netherlands.
HOLLANDS = """
    appje appjes appt bakkie bitterbal bitterballen borrel borrels
    borreltje broodtrommel bso cv-ketel doei doeg eierkoek fikkie flappentap frikandel gaaf gymles gymzaal hagelslag
    hartstikke jeetje joh kliko koningsdag kroket kroketten lekkerbek
    moorkop muisjes oliebol patatje pilsje pinapparaat
    pinautomaat pinnen pinpas rijtjeswoning snipperdag spaarpas stamppot strippenkaart stroopwafel superleuk
    tikkie toetje toppie tosti uitsmijter vrijmibo vrijmarkt zometeen zwemdiploma
""".split()
_REGIONAL = re.compile(
    rf"(?<![\w'-])(?:{'|'.join(map(re.escape, {*FLEMISH, *FLEMISH_PHRASES, *HOLLANDS}))})(?![\w'-])", re.IGNORECASE
)
_COUNTRY = re.compile(r"België|Nederland|Vlaanderen|snackbar of de frituur")


def _strings(node: object, key: str = "") -> Iterator[str]:
    if key in {"synonyms", "trade_words"}:
        return
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _strings(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _library(folder: str) -> Iterator[tuple[str, str]]:
    for file in sorted((LIBRARY / folder).rglob("*.yaml")):
        loaded = from_yaml(file.read_text(encoding="utf-8"))
        yield from ((file.stem, text) for text in _strings(loaded["nl"]))


def _spoken() -> Iterator[tuple[str, str]]:
    for file in sorted((resources.files("prompts") / "texts").iterdir(), key=lambda file: file.name):
        if file.name.endswith("nl.yaml"):
            loaded = from_yaml(file.read_text(encoding="utf-8"))
            yield from ((file.name, text) for text in _strings(loaded))


def _regional(texts: Iterator[tuple[str, str]]) -> list[str]:
    return [
        f"{name}: {match[0]} in {text[:60]!r}"
        for name, text in texts
        for match in _REGIONAL.finditer(text)
        if not _COUNTRY.search(text)
    ]


def test_the_list_of_regional_words_is_long_enough_to_trust() -> None:
    assert len({*FLEMISH, *HOLLANDS}) >= 150


@pytest.mark.parametrize("folder", ["plays", "sectors"])
def test_no_text_of_the_library_says_what_only_one_of_two_countries_says(folder: str) -> None:
    assert _regional(_library(folder)) == []


def test_the_coach_says_nothing_that_only_one_of_two_countries_says() -> None:
    assert _regional(_spoken()) == []


def test_a_regional_word_would_be_found() -> None:
    assert _regional(iter([("café", "Zeg het aan de toog."), ("kantine", "Kom op de borrel.")]))
