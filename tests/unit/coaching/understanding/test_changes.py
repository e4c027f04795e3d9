"""Changes of a plan as owners ask for them: what kind, about what, and why not; and what only looks like one."""

import pytest

from journey.changes import ChangeKind, PlanChange, Refusal
from journey.hearing import Context, Intent
from journey.keys import Asset, Form
from journey.profile import Change, Fact, Profile, ProfileField
from journey.topics import QUESTIONS, Topic

ANOTHER, MORE, NOT_FOR_ME, SHORTER = ChangeKind


@pytest.fixture
def hear(understanding):
    def hear(text, question="feedback"):
        return understanding.hear(text, Context(asking=QUESTIONS[question].topic, question=question))

    return hear


@pytest.mark.parametrize(
    "text",
    [
        "maak het losser",
        "kan het wat vrolijker?",
        "minder stijf graag",
        "ge moogt da wa losser schrijven",
        "dit klinkt te formeel",
        "make it less formal",
        "can it sound a bit friendlier please",
        "haal die uitroeptekens weg",
        "zet er geen emoji's in",
    ],
)
def test_other_words_are_asked_for(hear, text):
    assert hear(text).intent is Intent.REWORD


@pytest.mark.parametrize(
    "text", ["we zijn meer een warme bakker", "ik wil meer persoonlijk contact", "we want more personal contact"]
)
def test_what_tells_about_the_business_asks_for_no_other_words(hear, text):
    assert hear(text).intent is not Intent.REWORD


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("doe mij maar iets anders voor dat bord", ANOTHER, ("bord",)),
        ("kunde 2b vervangen aub", ANOTHER, ("2b",)),
        ("replace 1a and 3b please", ANOTHER, ("1a", "3b")),
        ("geef eens een ander idee voor de flyer en de etalage", ANOTHER, ("flyer", "etalage")),
        ("can you give me something easier than 3a", ANOTHER, ("3a",)),
        ("meer zoals 1b graag", MORE, ("1b",)),
        ("nog zoiets als die stempelkaart", MORE, ("stempelkaart",)),
        ("more like 2c", MORE, ("2c",)),
        ("een 2de idee zoals 3a", MORE, ("3a",)),
        ("give me more ideas like 2a", MORE, ("2a",)),
        ("Kunt u voor 1a iets anders voorstellen?", ANOTHER, ("1a",)),
        ("iets met instagram ipv 2a", ANOTHER, ("2a",)),
        ("2a isn't for us", NOT_FOR_ME, ("2a",)),
        ("I'm too shy for 1a", NOT_FOR_ME, ("1a",)),
        ("da van die video zie ik nie zitten", NOT_FOR_ME, ("video",)),
        ("2a en 3b weg", NOT_FOR_ME, ("2a", "3b")),
        ("laat 3a maar vallen", NOT_FOR_ME, ("3a",)),
        ("drop the newsletter idea", NOT_FOR_ME, ("newsletter",)),
        ("4c? nee", NOT_FOR_ME, ("4c",)),
        ("mail van stap 3 mag korter", SHORTER, ("3m",)),
        ("can you shorten the email in step 2", SHORTER, ("2m",)),
        ("1a is te lang", SHORTER, ("1a",)),
        ("pas 2b aan", None, ("2b",)),
    ],
)
def test_what_should_happen_and_to_what(hear, text, kind, targets):
    heard = hear(text)
    assert heard.intent is Intent.CHANGE
    assert (heard.change.kind, heard.change.targets) == (kind, targets)


@pytest.mark.parametrize("text", ["maak alles wat korter", "het hele plan mag korter", "shorten everything please"])
def test_the_whole_plan_is_meant_where_the_words_say_so(hear, text):
    change = hear(text).change
    assert (change.kind, change.whole, change.targets) == (SHORTER, True, ())


@pytest.mark.parametrize(
    "text",
    ["toch maar terug", "undo", "zet dat terug", "toch liever zoals het was", "put it back", "ik wil de vorige versie"],
)
def test_taking_it_back(hear, text):
    assert hear(text).intent in (Intent.UNDO, Intent.BACK)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("2b niks voor mij want ik film niet graag", {"forms": (Form.VIDEO,)}),
        ("2b is te duur", {"no_money": True}),
        ("3a duurt te lang", {"no_time": True}),
        ("3a, daar heb ik geen tijd voor", {"no_time": True}),
        ("get rid of 2c, we don't have a van", {"lacking": (Asset.VEHICLE,)}),
        ("1c is niets voor ons, want we willen niet op facebook", {"channels": ("facebook",)}),
    ],
)
def test_why_not_as_far_as_it_can_be_understood(hear, text, refusal):
    change = hear(text).change
    assert change.kind is NOT_FOR_ME
    assert {name: getattr(change.refusal, name) for name in refusal} == refusal


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("geen video's", Refusal(reason="geen video's", forms=(Form.VIDEO,))),
        ("ik bel niet graag", Refusal(reason="ik bel niet graag", forms=(Form.CALL,))),
        (
            "I'm not comfortable asking for reviews",
            Refusal(reason="I'm not comfortable asking for reviews", forms=(Form.REVIEW,)),
        ),
        ("niks dat geld kost", Refusal(reason="niks dat geld kost", free=True)),
        ("nothing that costs money please", Refusal(reason="nothing that costs money please", free=True)),
        ("ik heb geen bestelwagen", Refusal(reason="ik heb geen bestelwagen", lacking=(Asset.VEHICLE,))),
    ],
)
def test_what_is_said_of_no_one_idea_is_said_of_the_whole_plan(hear, text, refusal):
    assert hear(text).change == PlanChange(kind=NOT_FOR_ME, refusal=refusal)


@pytest.mark.parametrize(
    ("text", "target", "form"),
    [
        ("laat 1a weg, ik wil liever mijn klanten bellen", "1a", Form.CALL),
        ("niet voor mij 1a, ik schrijf liever een blog", "1a", Form.ARTICLE),
        ("2b weg, ik maak liever filmpjes", "2b", Form.VIDEO),
        ("drop 1a, I'd rather phone my customers", "1a", Form.CALL),
        ("skip 2b, I prefer writing a blog", "2b", Form.ARTICLE),
        ("doe 1a weg, 'k zou eerder mijn klanten bellen", "1a", Form.CALL),
        ("weg me dat werfbord, k wil de klanten belle in mei", "werfbord", Form.CALL),
        ("schrap 3a, ik geef de mensen liever een foldertje mee", "3a", Form.FLYER),
    ],
)
def test_what_an_owner_would_rather_do_is_a_wish_and_rules_nothing_out(hear, text, target, form):
    change = hear(text).change
    assert (change.kind, change.targets) == (NOT_FOR_ME, (target,))
    assert change.refusal == Refusal(rather=(form,))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("laat 1a weg, ik bel niet graag", Form.CALL),
        ("1a weg, ik film liever niet", Form.VIDEO),
        ("1a niet, ik wil geen flyers", Form.FLYER),
        ("drop 2b, I'd rather not write", Form.ARTICLE),
    ],
)
def test_a_no_in_the_reason_rules_out(hear, text, form):
    refusal = hear(text).change.refusal
    assert form in refusal.forms
    assert not refusal.rather


@pytest.mark.parametrize("text", ["'k heb gin mailadressen", "ik heb geen adressenlijst", "I don't keep addresses"])
def test_an_owner_without_addresses_lacks_a_list(hear, text):
    assert hear(text).change.refusal.lacking == (Asset.EMAIL_LIST,)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("in december heb ik geen tijd", "december"),
        ("In januari heb ik nul uur", "januari"),
        ("I've zero time in August", "august"),
        ("in augustus geen tijd he", "augustus"),
        ("'k hem in juli gin tijd", "juli"),
    ],
)
def test_a_time_of_the_year_without_time_is_told_of_the_business(hear, text, month):
    told = hear(text)
    assert told.change is None
    assert told.facts[0].value.busy_days == (month,)


@pytest.mark.parametrize("text", ["ive got 2 hours a week", "ik heb maar een uur per week", "de prijs is 40 euro"])
def test_what_is_told_of_the_business_is_no_reason_against_one_idea(hear, text):
    told = hear(text, "why_not")
    assert told.change is None
    assert told.facts


def test_without_a_shop_the_window_is_out_everywhere_and_the_reason_is_quoted_without_what_follows(hear):
    change = hear("ik heb geen winkel dus dat raam kan niet").change
    assert change.refusal.lacking == (Asset.STOREFRONT,)
    assert "window" in change.refusal.channels
    assert change.refusal.reason == "ik heb geen winkel"


@pytest.mark.parametrize(("text", "field"), [("iets makkelijkers dan 2b", "no_time"), ("cheaper than 4a", "no_money")])
def test_another_idea_may_have_to_be_less_work_or_money(hear, text, field):
    text = text if "iets" in text else f"something {text}"
    change = hear(text).change
    assert change.kind is ANOTHER
    assert getattr(change.refusal, field)


@pytest.mark.parametrize(
    "text",
    [
        "waarom staat 1a er in?",
        "is 1a niet te duur voor mij?",
        "1a snap ik niet",
        "what does 1a mean?",
        "wat kost 1a",
        "toon 1a eens",
        "tell me more about 1a",
    ],
)
def test_a_question_about_an_idea_changes_nothing(hear, text):
    heard = hear(text)
    assert heard.intent is Intent.ABOUT_PLAN
    assert heard.change == PlanChange(targets=("1a",))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("geen facebook", ProfileField.CHANNELS_EXCLUDED),
        ("ik wil niet op tiktok", ProfileField.CHANNELS_EXCLUDED),
        ("I don't want to be on tiktok", ProfileField.CHANNELS_EXCLUDED),
        ("ik heb maar 1 uur per week", ProfileField.CONSTRAINTS),
        ("5 à 6 uur per week", ProfileField.CONSTRAINTS),
        ("ik ben op zondag gesloten", ProfileField.CONSTRAINTS),
        ("prijs is 40 euro", ProfileField.PRICE),
    ],
)
def test_a_fact_about_the_business_is_no_change(hear, text, field):
    heard = hear(text)
    assert heard.change is None
    assert field in {fact.field for fact in heard.facts}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wat is een persona?", Intent.THEORY),
        ("kan je dat anders uitleggen?", Intent.MEANING),
        ("can I have it as pdf", Intent.EXPORT),
        ("ander model", Intent.OTHER_MODEL),
        ("toon het plan", Intent.PLAN),
        ("nee", Intent.NO),
        ("ik stuur 1 e-mail per week", Intent.INFORM),
        ("ik ben alleen op dinsdag vrij", Intent.INFORM),
    ],
)
def test_what_only_looks_like_a_change(hear, text, intent):
    heard = hear(text)
    assert (heard.intent, heard.change) == (intent, None)


@pytest.mark.parametrize("question", ["business", "offer", "persona", "persona_pain", "usp", "aftercare", "trade"])
@pytest.mark.parametrize(
    "text",
    [
        "klanten willen meestal iets anders dan brood",
        "onze mails zijn te lang en te duur",
        "ik doe dat niet, dat is niks voor mij",
        "mensen die op de 2b wonen",
        "people who want something different, more like home",
    ],
)
def test_an_answer_in_the_interview_is_never_taken_for_a_change(hear, question, text):
    heard = hear(text, question)
    assert heard.change is None
    assert heard.intent not in (Intent.CHANGE, Intent.UNDO, Intent.ABOUT_PLAN)


@pytest.mark.parametrize(
    ("question", "text", "change"),
    [
        ("change_which", "die met de flyer", {"targets": ("flyer",)}),
        ("change_which", "2 c", {"targets": ("2c",)}),
        ("change_how", "weg ermee", {"kind": NOT_FOR_ME, "refusal": None}),
        ("change_how", "cos its boring", {"kind": NOT_FOR_ME, "refusal": Refusal(reason="its boring")}),
        ("change_how", "anders", {"kind": ANOTHER}),
        ("change_how", "korter", {"kind": SHORTER}),
        ("why_not", "geef me gewoon iets anders", {"kind": ANOTHER, "targets": ()}),
        ("why_not", "2a", {"targets": ("2a",)}),
    ],
)
def test_an_answer_to_a_question_about_a_change(hear, question, text, change):
    heard = hear(text, question).change
    assert {name: getattr(heard, name) for name in change} == change


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("change_which", "geen van die"),
        ("change_which", "none"),
        ("why_not", "nah actually keep it"),
        ("why_not", "laat maar staan"),
    ],
)
def test_a_change_may_be_called_off(hear, question, text):
    assert hear(text, question).intent is Intent.NO


def test_of_two_requests_of_different_kinds_the_first_is_taken_and_the_rest_is_not_forgotten(hear):
    change = hear("2b korter en 3a vervangen").change
    assert (change.kind, change.targets, change.rest) == (SHORTER, ("2b",), True)
    assert not hear("vervang 1a en 3b").change.rest


@pytest.mark.parametrize("text", ["da's goed zo, merci", "that's all", "laat maar zo"])
def test_an_owner_who_is_content_wants_nothing_changed(hear, text):
    assert hear(text).intent is Intent.NO


def test_what_is_left_out_of_all_is_not_what_goes(hear):
    assert hear("alles behalve 1a weg").change is None


def test_too_long_may_be_the_reason_or_the_request(hear):
    assert hear("te lang", "why_not").change.refusal.reason == "te lang"
    assert hear("te lang", "change_how").change.kind is SHORTER


def test_any_words_are_a_reason_quoted_without_the_word_that_leads_in(hear):
    assert hear("omdat mijn klanten daar niet van houden", "why_not").change.refusal.reason == (
        "mijn klanten daar niet van houden"
    )


def test_a_fact_told_while_an_idea_is_asked_for_is_taken_as_a_fact(hear):
    assert hear("geen facebook", "change_which").facts
    assert hear("ik heb maar 2 uur per week", "change_which").facts


def test_a_long_story_about_the_plan_is_no_request(hear):
    assert hear("iets anders voor 2b " + "en nog wat woorden " * 30).change is None


def test_changes_are_only_heard_while_a_plan_is_talked_about(understanding):
    for topic in set(Topic) - {Topic.PLAN_FEEDBACK}:
        assert understanding.hear("een ander idee voor 2b", Context(asking=topic)).change is None


@pytest.mark.parametrize(
    "text",
    [
        "gooi dat inpakken er maar uit",
        "haal die mail over de dip in week drie eruit",
        "kunt ge dien blog weghalen",
        "die wedstrijd vind ik kermis, iets anders",
        "schrap dat klantverhaal",
        "die met het kwartier, weg ermee",
        "take the one about the lavatory out",
        "the certificates one is no use to me",
        "remove the film",
    ],
)
def test_throwing_something_out_says_that_it_is_not_for_this_owner(hear, text):
    heard = hear(text)
    assert (heard.change.kind in (NOT_FOR_ME, ANOTHER), bool(heard.change.targets)) == (True, True)


@pytest.mark.parametrize(
    "text", ["ik haal de bestellingen zelf weg", "we smijten nooit iets weg", "we deliver throughout town"]
)
def test_who_tells_what_goes_on_throws_nothing_out(hear, text):
    assert hear(text).intent is not Intent.CHANGE


@pytest.mark.parametrize(
    "text",
    ["1b, die instagrammer, weg ermee", "schrap 1b, dat moet eruit", "1b mag weg, geef iets anders", "1b: bin it"],
)
def test_that_it_has_to_go_is_no_reason(hear, text):
    change = hear(text).change
    assert (change.targets, change.refusal) == (("1b",), None)


@pytest.mark.parametrize("text", ["weg ermee", "gewoon weg", "haal het er maar uit", "get rid of it", "weg ermee aub"])
def test_who_is_asked_why_and_says_that_it_has_to_go_gives_no_reason(hear, text):
    assert hear(text, question="why_not").intent is Intent.SKIP


@pytest.mark.parametrize(
    "text", ["not my style. im not chatty", "is niks voor mij, ik praat niet graag", "not my thing at all"]
)
def test_who_is_asked_why_may_say_no_once_more(hear, text):
    change = hear(text, question="why_not").change
    assert (change.refusal.reason != "", change.targets) == (True, ())


@pytest.mark.parametrize("question", ["why_not", "change_which"])
@pytest.mark.parametrize(
    "text",
    [
        "hoe vraag ik om een review zonder dat het raar is",
        "mag ik mensen zomaar een sms sturen",
        "kan ne mens klanten nog opbellen",
        "how often do people want a mail",
        "is a journey worth it for one man with a car",
    ],
)
def test_a_question_in_between_is_no_answer(hear, question, text):
    assert hear(text, question=question).intent is not Intent.CHANGE


@pytest.mark.parametrize(
    "text", ["wie gaat dat betalen", "waar haal ik de tijd", "mag ik niet van de gemeente", "mag ik geen vlag hangen"]
)
def test_a_reason_may_have_the_shape_of_a_question(hear, text):
    assert hear(text, question="why_not").intent is Intent.CHANGE


@pytest.mark.parametrize("text", ["waarom gaat 1a eruit", "en waarom moet 2b weg", "why does 1a have no photo"])
def test_why_something_goes_is_asked_about_it(hear, text):
    assert hear(text).intent is Intent.ABOUT_PLAN


@pytest.mark.parametrize(
    "text",
    ["toon", "laat nog es zien", "alles tonen", "mag ik het nog eens zien", "show me again", "can I see it once more"],
)
def test_the_plan_is_asked_for_once_more(hear, text):
    assert hear(text).intent is Intent.PLAN


@pytest.mark.parametrize("text", ["dat zie ik niet zitten", "laat maar", "show me 2b"])
def test_not_all_that_shows_asks_for_the_plan(hear, text):
    assert hear(text).intent is not Intent.PLAN


@pytest.mark.parametrize(
    "text", ["wat zet je in een onderwerpregel", "hoe schrijf je een goede titel", "what do you put in a subject line"]
)
def test_how_a_text_is_written_asks_for_no_other_words(hear, text):
    assert hear(text).intent is not Intent.REWORD


@pytest.mark.parametrize("text", ["nee, laat maar", "voila ja zo is 't goed", "laat maar zitten", "no, never mind"])
def test_who_wants_nothing_more_does_not_leave(hear, text):
    assert hear(text).intent is Intent.NO


@pytest.mark.parametrize("text", ["no emails in it. at all", "geen mails, helemaal geen", "no emails please"])
def test_no_e_mails_refuses_them_and_lacks_no_list(hear, text):
    refusal = hear(text).change.refusal
    assert (refusal.forms, refusal.lacking) == ((Form.EMAIL,), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "en zet erin dak een vervangwagen gratis meegeef, da's waar ze voor komen",
            "ik geef een vervangwagen gratis mee",
        ),
        ("zet erin dat ik gratis ophaal", "ik haal gratis op"),
        ("er moet in staan dat we alles zelf bakken", "we bakken alles zelf"),
        ("vergeet niet te vermelden dat ik aan huis kom", "ik kom aan huis"),
        ("doe er maar bij dat kinderen gratis zijn", "kinderen zijn gratis"),
        ("schrijf erbij dat ik eerst bel voor ik iets extra doe", "ik bel eerst voor ik iets extra doe"),
        (
            "klanten krijgen van mij een vervangwagen. zet da bij consideration",
            "klanten krijgen van mij een vervangwagen",
        ),
        ("put in that I call before I do anything extra", "I call before I do anything extra"),
        ("it should say that I bring my own table", "I bring my own table"),
    ],
)
def test_what_is_to_be_put_in_is_what_makes_the_business_different(hear, text, told):
    (fact,) = hear(text).facts
    assert (fact.field, fact.value, fact.change) == (ProfileField.USP, told, Change.ADD)


@pytest.mark.parametrize(
    "text", ["zet dat terug", "ik zeg altijd dat het te duur is", "zet erin dat ik op maandag gesloten ben"]
)
def test_what_is_told_otherwise_is_not_put_in_as_a_difference(hear, text):
    assert ProfileField.USP not in {fact.field for fact in hear(text).facts}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("er staat niks over mijn tearoom in! zet er iets in voor de koffie met taart", "tearoom"),
        ("er staat niks over onze workshops in dat plan", "workshops"),
        ("there's nothing about my gift cards in it", "gift cards"),
    ],
)
def test_what_the_plan_says_nothing_of_comes_to_the_offer(understanding, text, thing):
    known = Profile(facts={ProfileField.OFFER: Fact(value="brood en taart", evidence=1)})
    heard = understanding.hear(text, Context(asking=Topic.PLAN_FEEDBACK, question="feedback", profile=known))
    assert [(f.field, f.value, f.change) for f in heard.facts] == [(ProfileField.OFFER, thing, Change.ADD)]


@pytest.mark.parametrize(
    "text", ["er staat niks over mijn prijs in", "ik zie niks over mijn klanten", "niks voor mijn smaak"]
)
def test_not_all_that_is_missing_is_sold(understanding, text):
    known = Profile(facts={ProfileField.OFFER: Fact(value="brood en taart", evidence=1)})
    heard = understanding.hear(text, Context(asking=Topic.PLAN_FEEDBACK, question="feedback", profile=known))
    assert ProfileField.OFFER not in {fact.field for fact in heard.facts}


@pytest.mark.parametrize(
    ("text", "targets", "wanted"),
    [
        ("swap 3a for something with the GP", ("3a",), "something with the GP"),
        ("no sour reviews. swap that for recall letters", ("sour reviews",), "recall letters"),
        ("vervang 2b door een brief", ("2b",), "een brief"),
        ("ruil die mail voor een kaartje in de bus", ("mail",), "een kaartje in de bus"),
        ("iets met de buren in plaats van 1a", ("1a",), "iets met de buren"),
    ],
)
def test_what_is_to_come_in_its_place(hear, text, targets, wanted):
    change = hear(text).change
    assert (change.kind, change.targets, change.wanted) == (ANOTHER, targets, wanted)


@pytest.mark.parametrize("text", ["vervang 2b door iets anders", "swap 2b for something easier", "wissel 1a voor mij"])
def test_anything_else_is_no_wish_for_one_thing(hear, text):
    assert hear(text).change.wanted == ""


def test_a_change_asked_for_along_with_a_question_is_made_and_the_question_is_asked_for_again(hear):
    change = hear(
        "En die mail voor groepen, 5m, doet die ook maar weg, daar komen geen groepen, en zeg eens, is da nu slim om "
        "goedkoper te zijn op onze eigen website dan op Booking, of mag da niet?"
    ).change
    assert (change.kind, change.targets, change.rest) == (NOT_FOR_ME, ("5m",), True)
    assert not (change.refusal and change.refusal.channels)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("die voordeuren, nee", ("voordeuren",)),
        ("die filmke moe nog altyd weg", ("filmke",)),
        ("da van die advertentie bij later, da mag der ook uit", ("advertentie later",)),
    ],
)
def test_a_no_to_something_there_in_everyday_words(hear, text, targets):
    change = hear(text).change
    assert (change.kind, change.targets) == (NOT_FOR_ME, targets)


@pytest.mark.parametrize(
    ("text", "whole", "numbered"),
    [("allemaal", True, 0), ("all of them", True, 0), ("die eerste", False, 1), ("the last one", False, -1)],
)
def test_an_answer_to_a_list_may_be_all_of_it_or_one_by_its_place(hear, text, whole, numbered):
    change = hear(text, "change_which").change
    assert (change.whole, change.numbered) == (whole, numbered)
