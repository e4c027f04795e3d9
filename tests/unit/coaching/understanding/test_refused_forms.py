"""What owners won't do, in any words: refused for the whole plan, before or after there is one, or allowed again."""

import pytest

from journey.hearing import Context, Heard, Intent
from journey.keys import Asset, Form
from journey.profile import Change, Fact, Profile, ProfileField
from journey.topics import QUESTIONS


@pytest.fixture
def hear(understanding):
    def hear(text: str, question: str = "feedback", **known: tuple[str, ...]) -> Heard:
        profile = Profile(facts={ProfileField(name): Fact(value=value) for name, value in known.items()})
        return understanding.hear(text, Context(asking=QUESTIONS[question].topic, question=question, profile=profile))

    return hear


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("niet filmen", Form.VIDEO),
        ("gin filmkes", Form.VIDEO),
        ("k wil nie filmen", Form.VIDEO),
        ("ik ga niet op camera", Form.VIDEO),
        ("not on camera please", Form.VIDEO),
        ("I don't want to be filmed", Form.VIDEO),
        ("en mails verstuur ik niet. heb alleen adressen in een kasboekje", Form.EMAIL),
        ("ik mail niet", Form.EMAIL),
        ("k doe nie aan mails", Form.EMAIL),
        ("haal die mails eruit", Form.EMAIL),
        ("weg met al die filmpjes", Form.VIDEO),
        ("opbellen doen wij niet", Form.CALL),
        ("geen recensies vragen he", Form.REVIEW),
        ("foto's mag wel hoor. alleen niet filmen", Form.VIDEO),
    ],
)
def test_what_an_owner_does_not_do_is_out_in_the_whole_plan(hear, text, form):
    change = hear(text).change
    assert (change.refusal.forms, change.targets) == ((form,), ())


@pytest.mark.parametrize(
    "text",
    [
        "klanten bellen niet graag",
        "mijn klanten mailen niet",
        "ik bel niet op zondag",
        "mails stuur ik niet elke week",
        "ik heb nog nooit gefilmd",
        "foto's maken doe ik graag",
        "I've never had a bad review",
    ],
)
def test_what_others_do_or_what_is_not_done_then_refuses_nothing(hear, text):
    change = hear(text).change
    assert change is None or change.refusal is None or not change.refusal.forms


@pytest.mark.parametrize(
    "reason",
    [
        "in de winter fotografeert geen mens voordeuren. ik zoek binnenwerk, plafonds en behang",
        "I've never had a bad review thank God",
        "mijn filmpje staat er al",
        "in summer nobody looks at photos",
    ],
)
def test_a_reason_that_only_names_a_form_bans_it_nowhere(hear, reason):
    refusal = hear(reason, "why_not").change.refusal
    assert (refusal.forms, refusal.reason) == ((), reason)


@pytest.mark.parametrize(
    ("reason", "form"),
    [
        ("filmen", Form.VIDEO),
        ("'t is weer een filmpje", Form.VIDEO),
        ("ik durf niet te bellen", Form.CALL),
        ("because I'm shy on camera", Form.VIDEO),
    ],
)
def test_a_form_that_is_the_reason_is_out(hear, reason, form):
    assert hear(reason, "why_not").change.refusal.forms == (form,)


def test_a_thing_that_is_that_again_is_refused_with_what_else_the_message_refuses(hear):
    forms = hear("tis nog e filmke. en die mails ook weg, k doen gin mails").change.refusal.forms
    assert set(forms) == {Form.VIDEO, Form.EMAIL}


def test_a_form_that_is_refused_beside_a_place_is_out_in_the_whole_plan(hear):
    change = hear("gin filmke 1a is nie voor mi").change
    assert (change.targets, change.refusal.forms) == (("1a",), (Form.VIDEO,))


def test_what_is_not_there_is_lacking_and_no_refusal(hear):
    refusal = hear("ik heb geen foto's").change.refusal
    assert (refusal.lacking, refusal.forms) == ((Asset.PHOTOS,), ())


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("foto's mag wel hoor", Form.PHOTO),
        ("foto's mogen toch wel", Form.PHOTO),
        ("photos are ok after all", Form.PHOTO),
        ("filmpjes is geen probleem", Form.VIDEO),
        ("and I do want reviews you know", Form.REVIEW),
    ],
)
def test_a_refusal_is_taken_back(hear, text, form):
    change = hear(text).change
    assert (change.refusal.allowed, change.refusal.forms, change.refusal.reason) == ((form,), (), "")


@pytest.mark.parametrize("text", ["foto's mogen niet", "reviews are not ok", "filmpjes mag niet he"])
def test_what_is_not_allowed_takes_nothing_back(hear, text):
    change = hear(text).change
    assert change is None or change.refusal is None or not change.refusal.allowed


def test_what_is_allowed_again_is_no_longer_known_as_refused(hear):
    told = hear("filmen mag toch wel", forms_excluded=("video",)).facts
    assert [(fact.field, fact.value, fact.change) for fact in told] == [
        (ProfileField.FORMS_EXCLUDED, ("video",), Change.REMOVE)
    ]


@pytest.mark.parametrize(
    ("question", "text", "field", "value"),
    [
        ("confirm", "6 klussen. niet filmen, geen social media", ProfileField.FORMS_EXCLUDED, ("video",)),
        ("hours", "uurtje. gin filmkes", ProfileField.FORMS_EXCLUDED, ("video",)),
        ("channels", "opbellen doe ik ook niet", ProfileField.FORMS_EXCLUDED, ("call",)),
        ("confirm", "no videos please", ProfileField.FORMS_EXCLUDED, ("video",)),
        ("hours", "facebook doe me vrouwe. gin mails", ProfileField.CHANNELS_EXCLUDED, ("email", "newsletter")),
    ],
)
def test_what_is_refused_before_there_is_a_plan_is_known(hear, question, text, field, value):
    assert (field, value) in [(fact.field, fact.value) for fact in hear(text, question).facts]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("usp", "wij bellen niet, wij komen langs"),
        ("persona", "mensen die niet graag bellen"),
        ("persona_pain", "ze willen niet gefilmd worden"),
        ("offer", "trouwfoto's en film, geen portretten"),
    ],
)
def test_what_is_told_of_the_business_or_its_customers_refuses_nothing(hear, question, text):
    assert ProfileField.FORMS_EXCLUDED not in [fact.field for fact in hear(text, question).facts]


def test_no_newsletter_is_no_refusal_of_every_mail(hear):
    refused = [fact.value for fact in hear("geen nieuwsbrief", "channels").facts]
    assert refused == [("newsletter",)]


def test_what_has_to_go_is_not_put_in_as_a_reason_to_choose_this_business(hear):
    told = hear(
        "Zeg, da van die open deur en rondleiding, dat gaan wij dus niet doen, de mensen slapen daar, pakt daar iets "
        "anders voor, en die mail voor groepen mag er ook uit want wij hebben maar drie kamers."
    )
    assert (told.intent, told.facts) == (Intent.CHANGE, ())
    assert told.change.targets == ("open deur", "rondleiding", "mail groepen")
