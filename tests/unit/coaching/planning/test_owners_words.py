"""What an owner says, made fit to stand in a text: pains turned round, offers shortened, a business without a name."""

import pytest

from coaching.planning.dutch import asked, to_customer, without_ge
from coaching.planning.offers import in_short, in_turn, is_plural, units_of
from coaching.planning.phrases import customers_question, kept_worry, nothing, promise
from coaching.planning.slots import Slots
from coaching.planning.smoothing import capitalised, sentence_case, unnamed
from coaching.understanding.phrases.conjugation import second
from journey.keys import Address
from journey.profile import Limits
from prompts.words import Words
from tests.making import profile


def slots(sector, **told):
    return Slots(profile(**told), sector, "nl", Address.JE)


@pytest.mark.parametrize(
    ("plural", "with_je", "before_je"),
    [
        ("denken", "denkt", "denk"),
        ("maken", "maakt", "maak"),
        ("vergeten", "vergeet", "vergeet"),
        ("leveren", "levert", "lever"),
        ("lezen", "leest", "lees"),
        ("durven", "durft", "durf"),
        ("vinden", "vindt", "vind"),
        ("terechtkunnen", "terechtkunt", "terechtkun"),
        ("zijn", "bent", "ben"),
    ],
)
def test_a_dutch_plural_is_turned_to_je(plural, with_je, before_je):
    assert second(plural) == with_je
    assert second(plural, inverted=True) == before_je


@pytest.mark.parametrize(
    ("pain", "je", "u"),
    [
        ("ze schamen zich voor hun gebit", "Schaam je je voor je gebit?", "Schaamt u zich voor uw gebit?"),
        (
            "ze denken dat ze niet lenig genoeg zijn",
            "Denk je dat je niet lenig genoeg bent?",
            "Denkt u dat u niet lenig genoeg bent?",
        ),
        ("ze weten niet of ze te veel moeten betalen", "Weet je niet of je te veel moet betalen?", None),
        ("ze zien het laat en schrikken dan", "Zie je het laat en schrik je dan?", None),
        ("de trein is te laat", "", None),
        ("ze denken dat ze daar", "", None),
    ],
)
def test_what_customers_think_becomes_a_question_to_one_of_them(pain, je, u):
    assert asked(pain, Address.JE) == je
    if u:
        assert asked(pain, Address.U) == u


@pytest.mark.parametrize(
    ("pain", "question"),
    [
        ("dat ze weer een boek kopen dat blijft liggen", "Bang dat je weer een boek koopt dat blijft liggen?"),
        ("dat ze binnenkomen en iedereen omkijkt", "Bang dat je binnenkomt en iedereen omkijkt?"),
        ("dat ze moeten wachten om geholpen te worden", "Bang dat je moet wachten om geholpen te worden?"),
        ("zich schamen om erover te beginnen", "Schaam je je om erover te beginnen?"),
        ("bang voor rommel en dat je weer een week later pas komt", "Bang voor rommel?"),
        ("schrik voor de rekening", "Schrik voor de rekening?"),
        ("dat ge begint en dan weken niet meer komt", ""),
    ],
)
def test_the_verb_of_a_worry_is_turned_where_it_stands(pain, question):
    assert customers_question(pain, "nl", Address.JE) == question


@pytest.mark.parametrize(
    "pain",
    [
        "dat ze een boek dat blijft liggen kopen",
        "dat ze te veel betalen aan kosten",
        "bang dat ze hun kinderen die ziek zijn moeten thuishouden",
        "dat je weer te laat komt",
    ],
)
def test_a_worry_whose_verb_is_not_certain_is_never_turned(pain):
    assert customers_question(pain, "nl", Address.JE) == ""


def test_a_worry_that_cannot_be_turned_stays_in_the_owners_own_words(sectors):
    some = slots(sectors["bookshop"], persona_pain="dat ze een boek dat blijft liggen kopen")
    assert some.told_pain.endswith("vaak tegenhoudt: dat ze een boek dat blijft liggen kopen.")
    assert some.told_pain not in some.values()["pain"]
    feared = slots(sectors["bookshop"], persona_pain="ze zijn bang dat ze te veel betalen aan kosten")
    assert feared.told_pain.endswith("zijn bang dat ze te veel betalen aan kosten.")


@pytest.mark.parametrize("told", ["ze zijn te gierig", "dat wij te duur zijn", "dat je weer te laat komt", "geen idee"])
def test_words_that_would_offend_or_accuse_are_not_kept_either(told):
    assert kept_worry(told, "nl") == ("", "")


@pytest.mark.parametrize(
    ("told", "je", "u"),
    [
        (
            "Ge moet het geen twee keer uitleggen.",
            "Je moet het geen twee keer uitleggen.",
            "U moet het geen twee keer uitleggen.",
        ),
        ("Foto's, zodat ge ziet wat ge betaald hebt.", "Foto's, zodat je ziet wat je betaald hebt.", None),
        ("Wat kunt ge met uw dak?", "Wat kun je met je dak?", "Wat kunt u met uw dak?"),
        ("Ge zijt altijd welkom.", "Je bent altijd welkom.", "U bent altijd welkom."),
        ("We bakken zelf.", "We bakken zelf.", "We bakken zelf."),
    ],
)
def test_an_owner_who_says_ge_speaks_to_customers_like_the_rest_of_the_text(told, je, u):
    assert without_ge(told, Address.JE) == je
    if u:
        assert without_ge(told, Address.U) == u


def test_a_long_story_is_cut_where_it_draws_breath():
    pain = "dat het te lang duurt voor ze ergens terechtkunnen en dan nog duur is ook"
    assert customers_question(pain, "nl", Address.JE) == "Bang dat het te lang duurt voor je ergens terechtkunt?"


def test_whom_something_is_done_to_stays_grammatical():
    assert to_customer("naar hen kijkt", Address.JE) == "naar jou kijkt"
    assert to_customer("naar hen kijkt", Address.U) == "naar u kijkt"


@pytest.mark.parametrize(
    ("pain", "question"),
    [
        ("they're worried staff won't use it", "Worried staff won't use it?"),
        ("they've been let down by a cowboy before", "Been let down by a cowboy before?"),
        ("they think once you're in you never get out", "Do you think once you're in you never get out?"),
        ("embarrassed to start about it", "Embarrassed to start about it?"),
        ("it's too expensive to pay for themselves", "Too expensive to pay for yourself?"),
    ],
)
def test_more_english_worries_become_questions(pain, question):
    assert customers_question(pain, "en", Address.JE) == question


@pytest.mark.parametrize(
    ("sector", "language", "offer", "short"),
    [
        ("bakery", "nl", "taarten op maat voor verjaardagen en communies", "taarten op maat"),
        ("trades", "nl", "lekken en ketels, alles wat met water te maken heeft", "lekken en ketels"),
        ("trades", "en", "boilers. Leaks. Bathrooms", "boilers and bathrooms"),
        ("fitness_yoga", "nl", "yogalessen (119 euro) voor beginners", "yogalessen"),
        ("culture", "nl", "een klein museum met werkende weefgetouwen", "bezoeken"),
        ("veterinary", "nl", "honden en katten, ook gebitten", "consulten voor honden en katten"),
        ("veterinary", "en", "dogs and cats", "consultations for dogs and cats"),
        ("general", "nl", "messen en scharen slijpen", "het slijpen van messen en scharen"),
        ("general", "nl", "oude piano's opknappen", "het opknappen van oude piano's"),
        ("garden", "nl", "tuinen aanleggen", "het aanleggen van tuinen"),
        ("hair_beauty", "nl", "knippen en kleuren", "knippen en kleuren"),
        ("pets", "nl", "honden trimmen en wassen", "honden trimmen en wassen"),
        ("bakery", "nl", "", "taarten"),
        ("bakery", "nl", "taart " * 90, "taarten"),
    ],
)
def test_an_offer_is_shortened_to_its_head(sector, language, offer, short, sectors):
    assert in_short(offer, language, sectors[sector].words(language)) == short


@pytest.mark.parametrize(
    ("sector", "short", "goal_unit", "units"),
    [
        ("photographer", "trouwreportages", "", "trouwreportages"),
        ("therapist", "een massage van een uur", "massages", "massages"),
        ("pets", "honden wassen, trimmen en nagels knippen", "", "afspraken"),
        ("accountant", "boekhouding en fiscaal advies", "klanten", "aangiften"),
        ("accountant", "fiscaal advies", "klanten", "aangiften"),
        ("trades", "lekken, verstoppingen en ketels", "", "klussen"),
        ("handmade_webshop", "mokken en borden", "", "mokken"),
    ],
)
def test_what_is_sold_goes_by_the_owners_own_plural(sector, short, goal_unit, units, sectors):
    assert units_of(short, goal_unit, "nl", sectors[sector].nl) == units


@pytest.mark.parametrize(
    ("short", "units", "named"),
    [
        ("behangen, schuren en plamuren", "klussen", ("behangen", "schuren", "plamuren")),
        ("draaien op bruiloften en feesten", "optredens", ("optredens", "draaien op bruiloften en feesten")),
        ("kaas en wijn", "bestellingen", ("kaas en wijn", "kaas", "wijn")),
        ("taarten op maat", "taarten", ("taarten op maat", "taarten")),
        ("tuinen aanleggen en onderhouden", "tuinen", ("tuinen aanleggen en onderhouden",)),
        ("trouwreportages", "trouwreportages", ("trouwreportages",)),
    ],
)
def test_a_long_offer_is_named_by_its_parts_in_turn(short, units, named):
    assert in_turn(short, units, "nl") == named


def test_a_business_without_a_name_is_not_named_over_and_over():
    text = "Dank voor uw vertrouwen in onze bakkerij. Bij onze bakkerij kan dat. Bel naar onze bakkerij."
    text = f"{text}\n\nNoor, onze bakkerij"
    shown = unnamed(text, "onze bakkerij", "Bakkerij in Gent", "nl")
    assert shown.endswith("\n\nNoor")
    assert shown.count("onze bakkerij") == 2
    assert unnamed("Groet,\nonze bakkerij", "onze bakkerij", "Bakkerij in Gent", "nl") == "Groet,\nBakkerij in Gent"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dag, hier onze bakkerij.", "Dag, hier Noor."),
        ("Dag, Noor hier, van onze bakkerij.", "Dag, Noor hier."),
        ("Straks komt [naam] van onze bakkerij langs.", "Straks komt [naam] langs."),
    ],
)
def test_a_person_speaks_by_name_where_the_business_has_none(text, shown):
    assert unnamed(text, "onze bakkerij", "Noor", "nl", "Noor") == shown


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("Dag, hier onze zaak.", "nl", r"Dag, hier Noor\Jan."),
        ("Dag: onze zaak, zeg het maar.", "nl", r"Dag: Noor\Jan, zeg het maar."),
        ("Hello, onze zaak here.", "en", r"Hello, Noor\Jan here."),
    ],
)
def test_a_name_may_hold_a_backslash(text, language, shown):
    assert unnamed(text, "onze zaak", "x", language, r"Noor\Jan") == shown


def test_what_a_business_is_called_is_no_pattern():
    assert unnamed("Straks begint onze a(b. Bel onze a(b.", "onze a(b", "x", "nl") == "Straks begint onze a(b. Bel ons."


def test_an_english_business_without_a_name_says_we_the_second_time():
    text = "Ask at our bakery. Our bakery will answer, and our bakery can wait. Nobody at our bakery minds."
    shown = "Ask at our bakery. We will answer, and we can wait. Nobody with us minds."
    assert unnamed(text, "our bakery", "x", "en", "Noor") == shown
    assert unnamed("Hello, our bakery here.", "our bakery", "x", "en", "Noor") == "Hello, Noor here."


def test_what_belongs_to_an_english_business_without_a_name_stays_its_own():
    text = "Does the door of our business open by itself? Write to our business."
    shown = "Does the door of our business open by itself? Write to us."
    assert unnamed(text, "our business", "x", "en") == shown


def test_others_call_a_business_by_a_name_or_are_left_to_fill_it_in(sectors):
    line = "Voor taarten werken we met {{ known_as }}."
    assert slots(sectors["bakery"], business_name="Molenzicht").fill(line) == "Voor taarten werken we met Molenzicht."
    assert slots(sectors["bakery"], owner_name="Noor").fill(line) == "Voor taarten werken we met Noor."
    assert slots(sectors["bakery"]).fill(line) == "Voor taarten werken we met [je naam]."


def test_a_dutch_business_without_a_name_says_wij_once_it_was_spoken_of():
    text = "Bel onze act. Dan stuurt onze act een foto. Heeft onze act iets fout? Onze act zegt het, of mail onze act."
    shown = "Bel onze act. Dan sturen we een foto. Hebben we iets fout? We zeggen het, of mail ons."
    assert unnamed(text, "onze act", "x", "nl") == shown
    assert (
        unnamed("Straks begint ons bedrijf. Bel ons bedrijf.", "ons bedrijf", "x", "nl")
        == "Straks beginnen we. Bel ons."
    )
    assert unnamed("Bel onze act, want onze act belde u.", "onze act", "x", "nl") == "Bel onze act, want we belden u."


def test_what_people_come_with_is_not_what_is_sold(sectors):
    pack = sectors["roofer"].nl
    assert in_short("platte daken, dakgoten en lekken", "nl", pack) == "platte daken en dakgoten"
    assert in_short("buitenschilderwerk, behangen, houtrot", "nl", pack) == "buitenschilderwerk en behangen"
    assert in_short("kaas, wijn, brood", "nl", pack) == "kaas, wijn en brood"
    assert in_short("lekken en verstoppingen", "nl", pack) == "lekken en verstoppingen"


def test_the_pale_name_of_any_business_is_never_said():
    assert unnamed("Bij ons bedrijf kan dat.", "ons bedrijf", "x", "nl") == "Bij ons kan dat."
    assert unnamed("De offerte van ons bedrijf", "ons bedrijf", "x", "nl") == "Onze offerte"
    assert (
        unnamed("We zijn bij ons tuinbedrijf bezig", "ons tuinbedrijf", "x", "nl")
        == "We zijn bij ons tuinbedrijf bezig"
    )


def test_a_sentence_that_begins_with_a_slot_gets_a_capital():
    assert capitalised("Ja. onze bakkerij is open", ("onze bakkerij",)) == "Ja. Onze bakkerij is open"
    assert sentence_case("een zin. nog een!") == "Een zin. Nog een!"


@pytest.mark.parametrize("told", ["eigenlijk niks", "niets", "nog niet echt", "nothing really", "not much"])
def test_nothing_is_heard_as_nothing(told):
    assert nothing(told)
    assert promise(told) == ""


def test_what_an_owner_does_afterwards_is_a_promise_unless_it_is_about_them():
    assert promise("ik bel een week later") == "Ik bel een week later."
    assert promise("een foto die ze nog niet kenden") == ""


def test_a_message_has_the_whole_offer_and_a_text_its_head(sectors):
    told = profile(offer="taarten op maat voor verjaardagen en communies")
    some = Slots(told, sectors["bakery"], "nl", Address.JE)
    assert some.fill("{{ offer }}!") == "Taarten op maat!"
    assert some.message("Over {{ offer }}.") == "Over taarten op maat voor verjaardagen en communies."


def test_the_owner_reads_of_the_own_business_and_the_customer_of_ours(sectors):
    some = Slots(profile(), sectors["bakery"], "nl", Address.JE)
    assert some.own("bij {{ business }}", Words("nl")) == "bij je bakkerij"
    assert some.fill("bij {{ business }}") == "bij onze bakkerij"


def test_worries_and_proofs_take_turns(sectors):
    some = Slots(profile(), sectors["bakery"], "nl", Address.JE)
    values = some.values()
    some.spend([values["pain"], values["worry"], values["proof"]])
    assert not {values["pain"], values["worry"]} & {some.values()["pain"], some.values()["worry"]}
    assert some.values()["proof"] != values["proof"]


def test_a_place_keeps_a_preposition_that_in_cannot_stand_for(sectors):
    some = Slots(profile(location="Rond Apeldoorn"), sectors["garden"], "nl", Address.JE)
    assert some.values()["in_place"] == "rond Apeldoorn"
    assert Slots(profile(location="online"), sectors["garden"], "nl", Address.JE).values()["in_place"] == "online"


def test_a_quiet_day_is_named_in_the_language_of_the_plan(sectors):
    told = profile(constraints=Limits(quiet_days=("tuesday",)))
    assert Slots(told, sectors["bakery"], "nl", Address.JE).values()["quiet_time"] == "dinsdag"


@pytest.mark.parametrize(
    ("word", "plural"),
    [("bijles", False), ("zwemles", False), ("rekenbijles", False), ("lessen", True), ("modules", True)],
)
def test_one_lesson_is_no_plural(word, plural):
    assert is_plural(word, "nl") is plural


def test_a_plural_on_les_stays_one_in_english():
    assert is_plural("candles", "en")


@pytest.mark.parametrize(
    ("language", "told", "said"), [("nl", "ik doe alles zelf", "Mijn"), ("en", "I do it all myself", "My")]
)
def test_the_business_of_one_person_begins_a_sentence_with_a_capital(sectors, language, told, said):
    some = Slots(profile(usp=told, language=language), sectors["plumber"], language, Address.JE)
    assert some.fill("Soep. {{ our }} en soep.").startswith(f"Soep. {said} ")


@pytest.mark.parametrize(
    ("sector", "language", "offer", "said"),
    [
        ("garden", "nl", "tuinaannemer rumbeke", "tuinen"),
        ("painter", "en", "a painter in Leeds", "decorating jobs"),
        ("hair_beauty", "nl", "kapper voor mannen", "behandelingen"),
        ("painter", "nl", "Wolters Schilderwerken. gerrit", "schilderklussen"),
        ("physio", "en", "home physio visits, an hour", "home physio visits"),
        ("therapist", "nl", "massages, anderhalf uur, en coaching", "massages en coaching"),
        ("therapist", "nl", "een massage van een uur", "een massage van een uur"),
        ("brewery", "nl", "streekbier", "streekbier"),
        ("garden", "nl", "k doe tuinen en k snoeie", "tuinen"),
    ],
)
def test_an_offer_names_something_to_buy_and_no_trade_name_or_length(sector, language, offer, said, sectors):
    told = profile(language=language, offer=offer, business_name="Wolters Schilderwerken", owner_name="Gerrit")
    assert Slots(told, sectors[sector], language, Address.U).values()["offer"] == said


@pytest.mark.parametrize(
    ("language", "pain", "question"),
    [
        ("nl", "Vlekken! En of het niet versleten is.", "Vraag je je af of het niet versleten is?"),
        ("nl", "dat het duur is als er iemand komt, dat is het meestal, en of ik het wel kan", None),
        ("nl", "ze schamen zich en ze denken dat ze te oud zijn", "Denk je dat je te oud bent?"),
        ("nl", "die twijfelen over van alles, of er vegetarisch bij is", "Vraag je je af of er vegetarisch bij is?"),
        (
            "en",
            "They think they can do it on their own off the hospital sheet, or that a physio in the house is dear, or "
            "they don't want a stranger coming in",
            "Do you think you can do it on your own off the hospital sheet?",
        ),
    ],
)
def test_of_several_worries_one_is_asked(language, pain, question):
    asked_as = customers_question(pain, language, Address.JE)
    assert asked_as == (question or "Bang dat het duur is als er iemand komt?")


def test_a_worry_about_somebody_unnamed_is_left_out():
    assert kept_worry("bang voor half werk, of dat hij niet komt", "nl") == ("feel", "bang voor half werk")


def test_nobody_is_looked_for_where_only_guests_come(sectors):
    text = "Ken je iemand {{ in_place }} die wil komen?"
    told = {"location": "Watou", "language": "nl"}
    assert Slots(profile(**told), sectors["hotel_camping"], "nl", Address.JE).fill(text) == (
        "Ken je iemand die wil komen?"
    )
    assert "in Watou" in Slots(profile(**told), sectors["bakery"], "nl", Address.JE).fill(text)


def test_a_trade_takes_an_where_english_asks_it(sectors):
    slots = Slots(profile(language="en"), sectors["optician"], "en", Address.JE)
    assert slots.own("a friend and a {{ trade }}", Words("en")) == "a friend and an optician's"
