"""What owners say around what they tell stays out of a plan, and half phrases are not posted."""

import pytest

from coaching.planning.slots import Slots
from coaching.planning.told import is_of, offered, price_said, printable, reason_told, stands_alone, tidied
from journey.keys import Address
from journey.profile import GoalFact
from tests.making import profile


@pytest.mark.parametrize(
    ("language", "told", "printed"),
    [
        (
            "en",
            "I only hav 4 dogs max n they get a pic evry walk lol",
            "I only have 4 dogs max and they get a pic every walk",
        ),
        ("en", "patience I suppose, we never rush", "patience, we never rush"),
        ("en", "well now it'd be the mammies ringing mostly", "the mammies ringing mostly"),
        ("en", "14 quid like i said", "14 quid"),
        ("en", "no idea. mondays are dead", "mondays are dead"),
        ("en", "im up at five haha", "I'm up at five"),
        ("nl", "recept van mn moeder, oma melati haha", "recept van mijn moeder, oma melati"),
        ("nl", "Dat heb ik al gezegd: studenten", "studenten"),
        ("nl", "geen idee, gezinnen op vrijdag", "gezinnen op vrijdag"),
        ("nl", "ik kom op tijd ofzo, zei ik toch", "ik kom op tijd"),
        ("nl", "mijn doel dat is gewoon meer volk op de workshops", "meer volk op de workshops"),
        ("nl", "kleuren 60\0\0budget 20 euro 😀", "kleuren 60 budget 20 euro"),
        ("nl", "wablieft, ah awel drie kamers dus met ontbijt", "drie kamers met ontbijt"),
        ("nl", "bon in de week is het stil", "in de week is het stil"),
        ("nl", "waarom vraagde da? enfin, ze peinzen dat het ver is", "ze peinzen dat het ver is"),
        ("nl", "schrik van de rekening natuurlijk", "schrik van de rekening"),
        ("nl", "gewoon meer werk verdomme", "gewoon meer werk"),
        ("nl", "beste klant: moeder van veertig", "moeder van veertig"),
        ("nl", "waarom ze naar mij komen: ik bel eerst", "ik bel eerst"),
        ("en", "why they pick me: 30 years at it", "30 years at it"),
        ("en", "No!!! I make candles, not cake hahaha", "I make candles, not cake"),
        ("en", "20 weddings next year instead of 11 💍", "20 weddings next year instead of 11"),
    ],
)
def test_fillers_laughter_and_chat_spelling_are_left_out(language, told, printed):
    assert tidied(told, language) == printed


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "geen chemische producten"),
        ("nl", "ik bel altijd een half uur vooraf en kom op het uur dat ik zeg"),
        ("nl", "we bakken alles zelf, met echte boter"),
        ("nl", "bonbons en pralines"),
        ("nl", "natuurlijk brood"),
        ("en", "natural shampoo, no crap in it"),
        ("en", "no sugar in anything"),
        ("en", "I know every dog by name"),
    ],
)
def test_what_is_clean_stays_word_for_word(language, told):
    assert tidied(told, language) == told
    assert stands_alone(told, language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "omdat ik altijd met"),
        ("nl", "wat? ik heb geen zaak met stoelen"),
        ("en", "I always do it for the"),
        ("en", ""),
    ],
)
def test_half_a_phrase_does_not_stand_alone(language, told):
    assert not stands_alone(told, language)


def test_what_held_nothing_but_fillers_stays_as_it_was():
    assert printable(profile(language="nl", usp="geen idee")).text("usp") == "geen idee"
    assert printable(profile(language="nl", goal=GoalFact(text="euh meer klanten lol"))).goal.text == "meer klanten"


@pytest.mark.parametrize(
    ("told", "posted"),
    [
        ("145", "145 euro voor [wat]"),
        ("20 euro", "20 euro voor [wat]"),
        ("vanaf 45 euro", "vanaf 45 euro"),
        ("vanaf 45", "vanaf 45 euro"),
        ("60 euro per uur plus verplaatsing", "60 euro per uur plus verplaatsing"),
        ("gratis", "gratis"),
        ("op offerte", "op offerte"),
        ("ik vraag 40 euro per uur", ""),
        ("onze zeep is van 7,50", ""),
        ("hangt er van af", ""),
        ("die dingen kosten vierduizend euro", ""),
        ("dat kost dan tweeduizend euro", ""),
        ("het kost 35 euro per uur", "35 euro per uur"),
    ],
)
def test_a_price_is_posted_with_what_it_buys_or_not_at_all(told, posted):
    assert price_said(told, "nl", "euro", "voor [wat]") == posted


@pytest.mark.parametrize(
    ("language", "told", "named"),
    [
        ("en", "is group dog walks", "group dog walks"),
        ("en", "offer is beard trims and hot towel shaves", "beard trims and hot towel shaves"),
        ("en", "we sell soap and candles", "soap and candles"),
        ("nl", "aanbod is knippen, kleuren en baarden", "knippen, kleuren en baarden"),
        ("nl", "ik verkoop wol, stoffen en workshops", "wol, stoffen en workshops"),
        ("nl", "yogalessen, niet voor kinderen", "yogalessen, niet voor kinderen"),
        ("nl", "doel: tien nieuwe leden", ""),
        ("nl", "ni Vraag van het vak", ""),
        ("en", "I told you", ""),
    ],
)
def test_an_offer_names_something_that_is_sold(language, told, named):
    assert offered(told, language) == named


@pytest.mark.parametrize("field", ["owner_name", "business_name"])
def test_who_sells_is_not_what_is_sold(field, sectors):
    some = Slots(profile(offer="ric", **{field: "Ric"}), sectors["restaurant"], "nl", Address.JE)
    assert some.values()["offer"] == sectors["restaurant"].nl.unit.many


@pytest.mark.parametrize(
    ("price", "offer", "goes"),
    [
        ("in de tearoom ontbijt voor zestien euro vijftig", "brood en taart", False),
        ("parking is 4,50", "beard trims", False),
        ("knippen is 40 euro", "knippen en kleuren", True),
        ("bij de taarten vanaf 30 euro", "taarten", True),
        ("dames 48, heren 28", "knippen en kleuren", True),
        ("vanaf 45 euro", "", True),
    ],
)
def test_the_price_of_something_else_is_known_by_how_it_begins(price, offer, goes):
    assert is_of(price, offer) is goes


@pytest.mark.parametrize(
    ("language", "told", "kept"),
    [
        ("nl", "weg ermee", ""),
        ("nl", "nee, niet voor mij", ""),
        ("nl", "kheb geen firma's als klant", "ik heb geen firma's als klant"),
        ("en", "not for me", ""),
        ("en", "there's no wall in my van", "there's no wall in my van"),
    ],
)
def test_only_what_says_why_is_a_reason_kept(language, told, kept):
    assert reason_told(told, language) == kept


@pytest.mark.parametrize(
    ("offer", "price", "posted"),
    [
        ("oogmetingen en brillen", "60 euro", ""),
        ("plafonds, behang en muren", "rond 3200 euro", ""),
        ("oogmetingen", "60", "60 euro voor [wat je daarvoor krijgt]"),
        ("ramen", "rond 3200 euro", "rond 3200 euro voor [wat je daarvoor krijgt]"),
        ("brood en taarten", "vanaf 45 euro", "vanaf 45 euro"),
        ("brood en taarten", "taart 45 euro", "taart 45 euro"),
        ("kamers met ontbijt", "115 euro per nacht", "115 euro per nacht"),
    ],
)
def test_an_amount_alone_is_not_posted_as_that_of_several_things(offer, price, posted, sectors):
    told = profile(language="nl", offer=offer, price=price)
    assert Slots(told, sectors["general"], "nl", Address.JE).values()["price"] == posted


@pytest.mark.parametrize(
    ("language", "told", "printed"),
    [
        ("nl", "41 jaar in t vak", "41 jaar in het vak"),
        ("nl", "k bel altijd", "ik bel altijd"),
        ("nl", "dat ie niet komt", "dat hij niet komt"),
        ("en", "45 mins not 15", "45 minutes not 15"),
        ("en", "4 pods so its quiet, the dog and its owner", "4 pods so it's quiet, the dog and its owner"),
        ("nl", "hebt ge geen tijd", "heb je geen tijd"),
        ("nl", "moet ge bellen", "moet je bellen"),
        ("nl", "gezelligheid natuurlijk, en koffie", "gezelligheid, en koffie"),
    ],
)
def test_what_is_written_short_is_written_out(language, told, printed):
    assert tidied(told, language) == printed
