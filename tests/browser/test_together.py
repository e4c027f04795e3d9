"""Two coaches on one conversation, and an owner who goes on talking meanwhile."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.house import Talker
from tests.browser.keyboard import Keyboard


def corrects(page: Page, field: str, value: str) -> None:
    """Types a correction, without saving it yet."""
    page.locator(f"#fact-{field}").get_by_role("link", name="Verbeteren").click()
    page.get_by_label(re.compile("Wat klopt wel")).fill(value)


def test_two_coaches_see_each_others_edits_without_reload(sign_in: SignIn, owner: Talker) -> None:
    mieke, jo, review = sign_in(path=owner.at()), sign_in("jo", owner.at()), sign_in("olga", owner.at("review"))
    for page in (jo, review):
        page.evaluate("window.stayed = true")
    mieke.locator("#m1").get_by_role("link", name="Notitie of label").click()
    mieke.get_by_label(re.compile("Notitie bij bericht")).fill("Bellen over taart")
    mieke.get_by_role("button", name="Notitie bewaren").click()
    expect(jo.locator("#m1 .note")).to_contain_text("Bellen over taart")
    expect(review.locator("#beside .note")).to_contain_text("Bellen over taart")
    mieke.locator("#m1").get_by_role("link", name="Notitie of label").click()
    mieke.get_by_label("Label", exact=True).fill("feest")
    mieke.get_by_role("button", name="Label toevoegen").click()
    expect(jo.locator("#m1 form.tag")).to_contain_text("feest")
    corrects(mieke, "location", "Gentbrugge")
    mieke.get_by_role("button", name="Verbetering bewaren").click()
    expect(jo.locator("#fact-location dd.words").first).to_have_text("Gentbrugge")
    expect(jo.locator("#fact-location")).to_contain_text("verbeterd door Mieke Claes")
    mieke.get_by_role("button", name="Gesprek overnemen").click()
    expect(jo.locator(".tell.warn")).to_contain_text("Mieke Claes schrijft nu zelf")
    expect(jo.get_by_label("Toegewezen aan")).to_have_value("mieke")
    assert [page.evaluate("window.stayed") for page in (jo, review)] == [True, True]


def test_they_never_overwrite_each_other_silently(sign_in: SignIn, owner: Talker) -> None:
    mieke, jo = sign_in(path=owner.at()), sign_in("jo", owner.at())
    corrects(mieke, "location", "Plaats van Mieke")
    corrects(jo, "location", "Plaats van Jo")
    mieke.get_by_role("button", name="Verbetering bewaren").click()
    expect(mieke.locator("#fact-location")).to_contain_text("Plaats van Mieke")
    expect(jo.locator("#fact-location")).to_contain_text("Plaats van Mieke")
    jo.get_by_role("button", name="Verbetering bewaren").click()
    expect(jo.get_by_role("heading", name="Iemand was je voor")).to_be_visible()
    expect(jo.locator(".versus")).to_contain_text("Plaats van Mieke")
    expect(jo.locator(".versus")).to_contain_text("Plaats van Jo")
    jo.get_by_role("button", name="Toch bewaren").click()
    expect(jo.locator("#fact-location dd.words").first).to_have_text("Plaats van Jo")


def test_a_line_of_the_plan_is_not_overwritten_either_and_the_new_one_is_seen(sign_in: SignIn, planned: Talker) -> None:
    mieke, jo = sign_in(path=planned.at("plan")), sign_in("jo", planned.at("plan"))
    for page, text in ((mieke, "Deze van Mieke."), (jo, "Deze van Jo.")):
        line = page.locator("#p-stages-1-message")
        line.get_by_role("link", name="Wijzigen of noteren").click()
        line.get_by_label("Deze regel wordt").fill(text)
    mieke.get_by_role("button", name="Regel bewaren").click()
    expect(jo.locator("#p-stages-1-message > .words")).to_have_text("Deze van Mieke.")
    expect(jo.get_by_label("Deze regel wordt")).to_have_value("Deze van Jo.")
    jo.get_by_role("button", name="Regel bewaren").click()
    expect(jo.locator(".versus")).to_contain_text("Deze van Mieke.")
    jo.get_by_role("link", name="Laten zoals het nu is").click()
    expect(jo.locator("#p-stages-1-message > .words")).to_have_text("Deze van Mieke.")


def test_nobody_approves_a_plan_that_is_not_the_one_they_saw(sign_in: SignIn, planned: Talker) -> None:
    mieke, jo = sign_in(path=planned.at("review")), sign_in("jo", planned.at("plan"))
    line = jo.locator("#p-stages-2-message")
    line.get_by_role("link", name="Wijzigen of noteren").click()
    line.get_by_label("Deze regel wordt").fill("Tot gauw in de zaak.")
    line.get_by_role("button", name="Regel bewaren").click()
    newest = f"De nieuwste versie is {jo.get_by_label('Versie', exact=True).input_value()}."
    expect(mieke.locator("#beside")).to_contain_text(newest)
    mieke.get_by_role("button", name="Plan goedkeuren").click()
    expect(mieke.get_by_role("heading", name="Iemand was je voor")).to_be_visible()
    expect(mieke.locator(".versus")).to_contain_text(newest)
    mieke.get_by_role("button", name="Toch bewaren").click()
    expect(mieke.get_by_role("status").first).to_contain_text("goedgekeurd")


def test_news_leaves_alone_what_a_coach_is_typing_and_where_the_focus_is(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in(path=owner.at())
    corrects(page, "location", "half getypt")
    page.get_by_text("De ondernemer iets vragen").click()
    page.get_by_label("Je vraag").fill("half gevraagd")
    owner.says("vanaf 4 euro trouwens")
    expect(page.locator("#fact-price")).to_contain_text("4 euro")
    expect(page.get_by_label("Je vraag")).to_be_focused()
    expect(page.get_by_label("Je vraag")).to_have_value("half gevraagd")
    expect(page.get_by_label(re.compile("Wat klopt wel"))).to_have_value("half getypt")
    link = page.locator("#fact-offer").get_by_role("link", name="Verbeteren")
    Keyboard(page).to(link)
    owner.says("en ook pistolets, vanaf 1 euro")
    expect(page.locator("#fact-price")).to_contain_text("1 euro")
    expect(link).to_be_focused()


def test_what_is_erased_is_gone_for_whoever_has_it_open(sign_in: SignIn, owner: Talker) -> None:
    mieke, jo = sign_in(path=owner.at()), sign_in("jo", owner.at("review"))
    jo.get_by_role("link", name="Alles wissen").click()
    jo.get_by_role("button", name="Voorgoed wissen").click()
    jo.wait_for_url("**/conversations")
    expect(mieke.get_by_role("alert")).to_contain_text("Dit is er niet")
    mieke.reload()
    expect(mieke.locator("main")).to_contain_text("Een gewist gesprek komt niet terug")


def test_what_the_owner_erases_is_gone_too(sign_in: SignIn, owner: Talker) -> None:
    page, listed = sign_in(path=owner.at()), f'a[href="/conversations/{owner.conversation}"]'
    owner.person.answers({"command": "/delete"})
    owner.person.answers({"button": "Ja, wis alles"})
    expect(page.get_by_role("alert")).to_contain_text("Dit is er niet")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator(listed)).to_have_count(0)
