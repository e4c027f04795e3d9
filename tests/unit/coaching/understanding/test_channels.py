import pytest

from journey.channels import SOCIAL
from journey.profile import EmailList, GoalFact
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "current", "excluded"),
    [
        ("insta, fb en IG", ("instagram", "facebook"), ()),
        ("feesboek en gmb", ("facebook", "google_business"), ()),
        ("instgram, facebok, pinterset", ("instagram", "facebook", "pinterest"), ()),
        ("mijn site en nieuwsbrief", ("website", "newsletter"), ()),
        ("www.bakkerijnoor.be", ("website",), ()),
        ("krantje, stoepbord, vitrine, camionette", ("local_press", "pavement_sign", "window", "van"), ()),
        ("mond aan mond en flyers bij de school", ("word_of_mouth", "flyer"), ()),
        ("2dehands, bol.com en etsy", ("marktplaats", "bol", "etsy"), ()),
        ("op de markt", ("market",), ()),
        ("marktplaats", ("marktplaats",), ()),
        (
            "treatwell, booking.com, thuisbezorgd en werkspot",
            ("online_booking", "booking_site", "delivery_site", "job_site"),
            (),
        ),
        ("geen TikTok", (), ("tiktok",)),
        ("niet op Facebook", (), ("facebook",)),
        ("instagram ja, facebook nee", ("instagram",), ("facebook",)),
        ("alles behalve TikTok", (), ("tiktok",)),
        ("tiktok is niks voor mij", (), ("tiktok",)),
        ("I refuse to dance on TikTok", (), ("tiktok",)),
        ("gestopt met facebook", (), ("facebook",)),
        ("geen tiktok, snapchat en facebook", (), ("tiktok", "snapchat", "facebook")),
        ("vroeger zat ik op twitter maar nu niet meer", (), ("x",)),
        ("ik heb ooit google ads geprobeerd", (), ()),
        ("zonder social media", (), SOCIAL),
        ("geen social media behalve instagram", ("instagram",), tuple(k for k in SOCIAL if k != "instagram")),
        ("niet alleen instagram", ("instagram",), ()),
        ("ik wil ooit op LinkedIn", (), ()),
        ("nog geen website", (), ()),
        ("insta ja, maar geen insta ads en geen insta", (), ("social_ads", "instagram")),
    ],
)
def test_channels_asked(hear: Hear, text: str, current: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    found = facts(hear(text, "channels"))
    assert found.get("channels_current", ()) == current
    assert found.get("channels_excluded", ()) == excluded


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("ze zoeken op Google", "persona_info"),
        ("klanten kijken op instagram", "goal"),
        ("mijn app blog site markt bol", "persona_pain"),
        ("ik maak websites voor kmo's", "business"),
        ("ik heb een winkel met een telefoon", "business"),
    ],
)
def test_what_is_no_channel_of_the_owner(hear: Hear, text: str, asking: str) -> None:
    assert "channels_current" not in facts(hear(text, asking))


def test_a_bare_list_counts_whatever_was_asked(hear: Hear) -> None:
    assert facts(hear("insta en facebook", "goal"))["channels_current"] == ("instagram", "facebook")


def test_customers_who_dislike_a_channel_exclude_nothing(hear: Hear) -> None:
    assert "channels_excluded" not in facts(hear("ze zitten niet op facebook", "persona_info"))


def test_no_channel_at_all_is_told(hear: Hear) -> None:
    assert facts(hear("nog niks", "channels"))["channels_current"] == ()


def test_channels_not_wanted_when_asked_for(hear: Hear) -> None:
    assert facts(hear("tiktok en x (twitter)", "channels_not"))["channels_excluded"] == ("tiktok", "x")


@pytest.mark.parametrize(
    ("text", "used", "refused"),
    [
        ("insta werkt bij mij nie", (), ("instagram",)),
        ("we can't go on tiktok, head office says no", (), ("tiktok",)),
        ("no etsy doesn't let you sell those so just my own site", ("website",), ()),
        ("instagram mostly, gave up on facebook", ("instagram",), ("facebook",)),
        ("insta? nee. fb? ja", ("facebook",), ("instagram",)),
        ("notarissen die doorverwijzen, en linkedin", ("partner", "linkedin"), ()),
        ("klanten die mij doorverwijzen", ("word_of_mouth",), ()),
        ("fb is voor oude mensen, ik zit op insta", ("instagram",), ()),
        ("tiktok is verboden door de orde", (), ("tiktok",)),
    ],
)
def test_what_does_not_work_or_may_not_be_used_is_no_channel_in_use(
    hear: Hear, text: str, used: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    found = facts(hear(text, "channels"))
    assert found.get("channels_current", ()) == used
    assert found.get("channels_excluded", ()) == refused


def test_channels_are_no_name_of_a_business(hear: Hear) -> None:
    assert "business_name" not in facts(hear("fotograaf, Website en LinkedIn", "business"))


@pytest.mark.parametrize(
    "text",
    [
        "een jaar garantie en één keer gratis stemmen bij u thuis, dat heeft Marktplaats niet",
        "vijf jaar garantie, dat heeft Ikea niet en Facebook ook niet",
        "you get a year's guarantee, that's something you don't get on Marketplace",
        "we passen het aan huis, dat doet Amazon niet",
    ],
)
@pytest.mark.parametrize("asking", ["usp", "persona", "email"])
def test_a_channel_to_compare_with_is_not_refused_and_what_it_lacks_is_why_customers_come(
    hear: Hear, text: str, asking: str
) -> None:
    found = facts(hear(text, asking))
    assert "channels_excluded" not in found
    if asking == "usp" or "jaar garantie" in text:
        assert str(found["usp"]) in text


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("and for your last question, Google too", "google_business"),
        ("en voor u vorige vraag, Google heb ik ook, maar 'k kijk daar nooit op", "google_business"),
        ("oh, en flyers ook", "flyer"),
    ],
)
def test_a_channel_is_added_where_something_else_is_asked(hear: Hear, text: str, added: str) -> None:
    heard = hear(text, "constraints", "hours", channels_current=("facebook",))
    assert facts(heard) == {"channels_current": (added,)}


@pytest.mark.parametrize("text", ["they look on google too", "mijn klanten zitten ook op google"])
def test_where_customers_are_too_is_no_channel_added(hear: Hear, text: str) -> None:
    assert "channels_current" not in facts(hear(text, "goal", channels_current=("facebook",)))


@pytest.mark.parametrize(
    ("text", "current", "excluded"),
    [
        ("facebook en de whatsapp ... instagram heb ik nie", ("facebook", "whatsapp"), ("instagram",)),
        ("facebook en een bord buiten, tiktok heb ik niet", ("facebook", "pavement_sign"), ("tiktok",)),
        ("ne site heb ik ni, facebook wel", ("facebook",), ("website",)),
        ("linkedin hebben wij helemaal niet, wel facebook", ("facebook",), ("linkedin",)),
        ("facebook and flyers, TikTok I haven't got", ("facebook", "flyer"), ("tiktok",)),
        ("google yes, instagram I don't have", ("google_business",), ("instagram",)),
    ],
)
def test_a_channel_the_owner_has_not_got_is_not_used(
    hear: Hear, text: str, current: tuple[str, ...], excluded: tuple[str, ...]
) -> None:
    told = facts(hear(text, "channels"))
    assert (told["channels_current"], told["channels_excluded"]) == (current, excluded)


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("de bus, mond tot mond en google. geen facebook", ("van", "word_of_mouth", "google_business")),
        ("google", ("google_business",)),
        ("instagram en mond aan mond", ("instagram", "word_of_mouth")),
        ("word of mouth mostly, bit of facebook", ("word_of_mouth", "facebook")),
        ("vooral google en facebook", ("google_business", "facebook")),
    ],
)
def test_channels_told_where_the_offer_is_asked_are_no_offer(hear: Hear, text: str, current: tuple[str, ...]) -> None:
    told = facts(hear(text, "offer"))
    assert told["channels_current"] == current
    assert "offer" not in told


@pytest.mark.parametrize(
    "text", ["flyers, posters en visitekaartjes drukken", "websites en logo's", "webshops and websites"]
)
def test_who_makes_channels_for_others_sells_them(hear: Hear, text: str) -> None:
    assert facts(hear(text, "offer")) == {"offer": text}


@pytest.mark.parametrize(
    ("text", "current", "excluded"),
    [
        ("telefoon en ons lien haar facebook. tiktok begin ik nie aan", ("phone", "facebook"), ("tiktok",)),
        ("facebook hebben we! instagram daar ken ik niks van", ("facebook",), ("instagram",)),
        ("LinkedIn vind ik onzin", (), ("linkedin",)),
        ("van flyers word ik niet goed", (), ("flyer",)),
        ("reclame op google vind ik weggegooid geld", (), ("google_ads",)),
        ("die facebook reclame wou ik juist niet", (), ("social_ads",)),
        ("pinterest daar doe ik niet aan mee", (), ("pinterest",)),
        ("TikTok dus niet hè, dat vind ik niks", (), ("tiktok",)),
        ("tiktok I can't stand, instagram works", ("instagram",), ("tiktok",)),
        ("linkedin is a waste of time", (), ("linkedin",)),
        ("facebook I know nothing about", (), ("facebook",)),
        ("no instagram and no ads", (), ("instagram", "google_ads", "social_ads")),
        ("instagram wil ik niet missen", ("instagram",), ()),
        ("facebook doe ik niet veel maar wel", ("facebook",), ()),
        ("instagram daar kom ik niet aan toe", ("instagram",), ()),
        ("the website should go live next week", ("website",), ()),
    ],
)
def test_a_channel_is_turned_down_in_any_order_of_words(
    hear: Hear, text: str, current: tuple[str, ...], excluded: tuple[str, ...]
) -> None:
    told = hear(text, "channels").facts
    both = ("channels_current", "channels_excluded")
    found = {name: tuple(k for f in told if f.field.value == name for k in f.value) for name in both}
    assert (found["channels_current"], found["channels_excluded"]) == (current, excluded)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("I had an Etsy shop but closed it", "etsy"),
        ("haha Etsy I had before but I closed", "etsy"),
        ("And Etsy is CLOSED, not use anymore!", "etsy"),
        ("Etsy must go away from the list", "etsy"),
        ("wij hadden een webshop maar die is opgedoekt", "webshop"),
    ],
)
def test_a_channel_that_is_closed_is_not_used(hear: Hear, text: str, closed: str) -> None:
    assert facts(hear(text, "channels")) == {"channels_excluded": (closed,)}


def test_an_online_shop_that_closes_on_a_day_is_used(hear: Hear) -> None:
    assert facts(hear("mijn webshop is gesloten op maandag", "channels"))["channels_current"] == ("webshop",)


@pytest.mark.parametrize(
    ("text", "current"),
    [
        ("it's the GPs and the nurse giving out my number, and Facebook", ("partner", "facebook")),
        ("doorverwijzing van huisartsen", ("partner",)),
        ("via de notaris en de bank", ("partner",)),
        ("cards in the pet shop", ("business_card",)),
        ("borden in de tuin", ("site_board",)),
    ],
)
def test_who_sends_customers_and_where_cards_lie_are_channels(hear: Hear, text: str, current: tuple[str, ...]) -> None:
    assert facts(hear(text, "channels"))["channels_current"] == current


def test_a_van_in_a_list_is_one_and_a_dutch_preposition_is_none(hear: Hear) -> None:
    assert facts(hear("van, facebook group, word of mouth", "channels"))["channels_current"] == (
        *("van", "facebook_group", "word_of_mouth"),
    )
    assert facts(hear("mond aan mond, van den beenhouwer", "channels"))["channels_current"] == ("word_of_mouth",)


@pytest.mark.parametrize(
    ("text", "current", "excluded"),
    [
        (
            "WhatsApp. I won't be doing the reels on Instagram now or TikTok dancing around",
            ("whatsapp",),
            "instagram tiktok",
        ),
        ("de website, maar Facebookadvertenties en TikTok, nee merci", ("website",), "social_ads tiktok"),
        ("Google. TikTok of Snapchat, nee dank u", ("google_business",), "tiktok snapchat"),
        ("whatsapp en google. Werkspot begin ik niet meer aan", ("whatsapp", "google_business"), "job_site"),
        ("insta en facebook, Marktplaats juist niet hè", ("instagram", "facebook"), "marktplaats"),
        ("facebook, gin tiktok", ("facebook",), "tiktok"),
        ("google, facebook and instagram, no thanks to tiktok", ("google_business", "facebook", "instagram"), "tiktok"),
        ("website. no local radio or paper ads", ("website",), "radio local_press"),
    ],
)
def test_a_refusal_reaches_the_channels_named_with_it(
    hear: Hear, text: str, current: tuple[str, ...], excluded: str
) -> None:
    found = facts(hear(text, "channels", goal=GoalFact(text="meer klanten")))
    assert (found["channels_current"], found["channels_excluded"]) == (current, tuple(excluded.split()))
    assert "goal" not in found


@pytest.mark.parametrize(
    ("text", "asking", "key"),
    [
        ("you forgot the letters. 3. wednesday afternoons", "constraints", "direct_mail"),
        ("you're ignoring the letters. varifocals", "persona", "direct_mail"),
        ("you left out facebook", "constraints", "facebook"),
        ("maar je vergeet de etalage. mensen van 50 tot 70", "persona", "window"),
        ("google. recall letters", "channels", "direct_mail"),
        ("google, van oore zeggn en den bord", "channels", "word_of_mouth"),
        ("we take bookings through our booking system and whatsapp", "channels", "online_booking"),
        ("whatsapp en de buurtapp in Leidsche Rijn", "channels", "nextdoor"),
    ],
)
def test_channels_that_were_forgotten_or_have_other_names_are_used(
    hear: Hear, text: str, asking: str, key: str
) -> None:
    assert key in str(facts(hear(text, asking))["channels_current"])


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "I don't do a newsletter now but there's 120 clients' emails in the booking system, 80 said I could write",
            80,
        ),
        ("een nieuwsbrief stuur ik nu niet, maar ik heb wel 200 adressen", 200),
        ("540 mensen op de mail he, in MailerLite", 540),
        ("300 adressen, maar 120 hebben toestemming gegeven", 120),
    ],
)
def test_where_addresses_are_kept_is_no_channel_and_no_town(hear: Hear, text: str, size: int) -> None:
    found = facts(hear(text, "email", location="Ennis"))
    assert found["email_list"] == EmailList(has=True, size=size)
    assert not found.keys() & {"channels_current", "channels_excluded", "location"}


def test_a_complaint_that_something_was_forgotten_is_no_customer(hear: Hear) -> None:
    found = facts(hear("you keep forgetting the van. young couples with a first house", "persona"))
    assert found["persona_situation"] == "young couples with a first house"


@pytest.mark.parametrize(
    ("text", "used", "refused"),
    [
        ("Facebookadvertenties en TikTok, nee merci", set(), {"social_ads", "tiktok"}),
        ("whatsapp maar TikTok en Google-advertenties nee dank u", {"whatsapp"}, {"tiktok", "google_ads"}),
        (
            "google. LinkedIn, TikTok en Pinterest: niks voor mij",
            {"google_business"},
            {"linkedin", "tiktok", "pinterest"},
        ),
        ("insta. tiktok en snapchat da moek ni hebben", {"instagram"}, {"tiktok", "snapchat"}),
        ("google. facebook en insta bluv ik van af", {"google_business"}, {"facebook", "instagram"}),
        ("website. van marktplaats en tiktok blijf ik weg", {"website"}, {"marktplaats", "tiktok"}),
        ("website. Met tiktok en linkedin ben ik klaar", {"website"}, {"tiktok", "linkedin"}),
        (
            "whatsapp. Marktplaats begin ik niet meer aan en insta laat ik liggen",
            {"whatsapp"},
            {"marktplaats", "instagram"},
        ),
        (
            "whatsapp and facebook. Linkedin, x and pinterest, no thank you",
            {"whatsapp", "facebook"},
            {"linkedin", "x", "pinterest"},
        ),
        ("website, I steer clear of facebook", {"website"}, {"facebook"}),
    ],
)
def test_a_refusal_behind_a_list_or_in_other_words_refuses_all_of_it(
    hear: Hear, text: str, used: set[str], refused: set[str]
) -> None:
    heard = hear(text, "channels", goal=GoalFact(text="meer vaste klanten"))
    told: dict[str, set[str]] = {"channels_current": set(), "channels_excluded": set()}
    for fact in heard.facts:
        told[fact.field.value] |= set(fact.value if isinstance(fact.value, tuple) else ())
    assert (told["channels_current"], told["channels_excluded"]) == (used, refused)
    assert "goal" not in facts(heard)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("instagram laat ik mijn dochter doen, en whatsapp", ("instagram", "whatsapp")),
        ("met instagram ben ik klaar in tien minuten", ("instagram",)),
        ("google, website en facebook doe ik, nee hoor geen probleem", ("google_business", "website", "facebook")),
        ("we keep instagram and facebook going", ("instagram", "facebook")),
    ],
)
def test_words_like_those_of_a_refusal_refuse_nothing(hear: Hear, text: str, used: tuple[str, ...]) -> None:
    told = facts(hear(text, "channels"))
    assert told["channels_current"] == used
    assert "channels_excluded" not in told


def test_ages_told_where_addresses_are_asked_are_no_number_of_addresses(hear: Hear) -> None:
    text = "you're ignoring the letters. varifocals. 50 to 70. bad pair from a chain"
    assert "email_list" not in facts(hear(text, "email"))
    assert facts(hear("yes, 50 to 70", "email"))["email_list"] == EmailList(has=True, size=50)
