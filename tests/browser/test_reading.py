"""One conversation is read: the talk, beside it what was taken from it, and the plan."""

from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.browser.house import Talker


def test_a_fact_leads_to_its_message_and_back_and_news_appears_without_reload(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in(path=owner.at())
    page.evaluate("window.stayed = true")
    page.locator("#fact-location").get_by_role("link", name="bericht 1").click()
    expect(page.locator("#m1")).to_be_in_viewport()
    page.locator("#m1").get_by_role("link", name="plaats").click()
    expect(page.locator("#fact-location")).to_be_in_viewport()
    expect(page.locator("#beside")).to_contain_text("wat is een persona?")
    page = sign_in(path=owner.at())
    page.evaluate("window.stayed = true")
    owner.says("we bakken vanaf 3 euro")
    expect(page.locator("#lines")).to_contain_text("we bakken vanaf 3 euro")
    expect(page.locator("#lines > li").last).to_be_in_viewport()
    expect(page.locator("#fact-price")).to_contain_text("3 euro")
    assert page.evaluate("window.stayed")


def test_media_and_buttons_are_shown_as_such(sign_in: SignIn, owner: Talker) -> None:
    owner.person.answers({"media": "voice"})
    owner.person.answers({"button": "Nieuwe klanten"})
    page = sign_in(path=owner.at())
    expect(page.locator("#lines")).to_contain_text("Spraakbericht")
    expect(page.locator(".choices", has_text="Nieuwe klanten").first).to_be_visible()
    expect(page.locator(".pressed")).to_have_text("Nieuwe klanten")


def test_versions_of_the_plan_show_what_changed(sign_in: SignIn, planned: Talker) -> None:
    page = sign_in(path=planned.at("plan"))
    page.get_by_label("Vergelijken met").select_option("1")
    page.get_by_role("button", name="Tonen").click()
    expect(page.locator("ins").first).to_be_visible()
    expect(page.get_by_role("heading", name="Wat er veranderde tussen versie 1")).to_be_visible()


def test_on_a_phone_every_part_is_one_tap_away(sign_in: SignIn, planned: Talker) -> None:
    page = sign_in(path=planned.at(), viewport={"width": 390, "height": 844}, has_touch=True)
    for name, part in (("Nakijken", "#beside"), ("Plan", "#beside"), ("Schrijven", "#write"), ("Gesprek", "#talk")):
        page.locator(".jump").get_by_role("link", name=name, exact=True).tap()
        expect(page.locator(part)).to_be_in_viewport()
        expect(page.locator(".jump")).to_be_in_viewport()
