"""Everybody can use the console: on a phone, in the dark, by keyboard alone, with a screen reader."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import AXE, DUTCH, SignIn, at
from tests.browser.house import PASSWORD, House, Talker

#: Every page, as an operator sees it.
PAGES: dict[str, Callable[[str], str]] = {
    "conversations": lambda _: "/conversations",
    "nothing found": lambda _: "/conversations?q=zzzz",
    "search": lambda _: "/conversations?q=klant",
    "profile": lambda here: here,
    "plan": lambda here: f"{here}?pane=plan",
    "changes of the plan": lambda here: f"{here}?pane=plan&against=1",
    "review": lambda here: f"{here}?pane=review",
    "note on a message": lambda here: f"{here}/messages/1",
    "correcting a fact": lambda here: f"{here}/facts/location",
    "editing a line": lambda here: f"{here}/plan/1/line?path=why_model",
    "erasing": lambda here: f"{here}/erase",
    "insight": lambda _: "/insight?days=0",
    "library": lambda _: "/library?q=klant",
    "audit": lambda _: "/audit",
    "coaches": lambda _: "/coaches",
    "settings": lambda _: "/settings",
    "help": lambda _: "/help",
    "me": lambda _: "/me",
    "gone": lambda _: "/conversations/nothing",
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 860}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 860}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """What axe finds wrong for WCAG AA."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", _RULES)
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary']}" for v in found["violations"]]


def wide(page: Page) -> list[str]:
    """Elements that stick out of the page, other than in a part that scrolls by itself."""
    if not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        return []
    script = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    return list(page.evaluate(f"{script}.map(e => e.outerHTML.slice(0, 120))")) or ["something"]


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_has_an_obstacle(house: House, sign_in: SignIn, planned: Talker, owner: Talker, look: str) -> None:
    page = sign_in("olga", **LOOKS[look])
    found = {}
    for name, path in PAGES.items():
        page.goto(house.url + path(f"/conversations/{planned.conversation}"))
        found[name] = (violations(page), wide(page))
    assert {name: wrong for name, wrong in found.items() if wrong != ([], [])} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_neither_have_the_door_and_the_welcome(house: House, chromium: Browser, look: str) -> None:
    from coaching.desk.staff import Role

    link = house.link("nieuw", "Nieuwe Coach", Role.COACH)
    context = chromium.new_context(locale=DUTCH, **LOOKS[look])
    page = context.new_page()
    for path in (f"{house.url}/sign-in", link):
        page.goto(path)
        assert (violations(page), wide(page)) == ([], []), path
    context.close()


def test_nor_has_a_page_with_its_forms_open_nor_a_conflict(house: House, sign_in: SignIn, owner: Talker) -> None:
    page = sign_in("olga")
    page.goto(at(house, owner))
    page.locator("#m1").get_by_role("link", name="Notitie of label").click()
    page.locator("#fact-location").get_by_role("link", name="Verbeteren").click()
    page.get_by_text("De ondernemer iets vragen").click()
    expect(page.locator("#edit-location textarea")).to_be_visible()
    assert violations(page) == []
    page.locator("#edit-location input[name=seen]").evaluate("field => field.value = 0")
    page.get_by_label(re.compile("Wat klopt wel")).fill("Lokeren")
    page.get_by_role("button", name="Verbetering bewaren").click()
    expect(page.get_by_role("heading", name="Iemand was je voor")).to_be_visible()
    assert violations(page) == []


def test_nothing_is_asked_of_another_site_and_nothing_is_refused(
    house: House, sign_in: SignIn, planned: Talker
) -> None:
    page = sign_in("olga")
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    for path in PAGES.values():
        page.goto(house.url + path(f"/conversations/{planned.conversation}"))
    assert [url for url in asked if not url.startswith(house.url)] == []
    assert [text for text in told if "404" not in text] == []


class TestByKeyboardAlone:
    """The mouse is never touched: every step is a key."""

    def to(self, page: Page, there: Locator, key: str = "Tab") -> None:
        """Presses a key until something has the focus."""
        there.wait_for(state="attached")
        for _ in range(400):
            if there.evaluate("element => element === document.activeElement"):
                return
            page.keyboard.press(key)
        raise AssertionError(f"{key} never gets there: {there}")

    def presses(self, page: Page, there: Locator) -> None:
        self.to(page, there)
        page.keyboard.press("Enter")

    def test_a_review_from_the_door_to_the_approval(
        self, house: House, chromium: Browser, coaches: None, planned: Talker
    ) -> None:
        context = chromium.new_context(locale=DUTCH)
        page = context.new_page()
        page.goto(house.url)
        self.to(page, page.get_by_label("Code"))
        page.keyboard.type("mieke")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/conversations")

        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
        page.keyboard.press("Enter")
        self.presses(page, page.locator(f'a[href="/conversations/{planned.conversation}"]'))
        page.wait_for_url("**/conversations/*")

        fact = page.locator("#fact-price")
        self.presses(page, fact.get_by_role("link", name="Verbeteren"))
        expect(fact.locator("textarea")).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.type("vanaf 42 euro")
        self.presses(page, fact.get_by_role("button", name="Verbetering bewaren"))
        expect(page.locator("#fact-price dd.words").first).to_have_text("vanaf 42 euro")

        self.presses(page, page.locator(".pane").get_by_role("link", name="Nakijken"))
        self.to(page, page.get_by_label("Notitie bij het hele gesprek"))
        page.keyboard.type("Prijs nagekeken")
        self.presses(page, page.get_by_role("button", name="Notitie bewaren"))
        expect(page.locator("#beside")).to_contain_text("Prijs nagekeken")
        self.presses(page, page.get_by_role("button", name="Plan opnieuw maken"))
        page.wait_for_url("**pane=plan*")
        self.presses(page, page.locator(".pane").get_by_role("link", name="Nakijken"))
        self.presses(page, page.get_by_role("button", name="Plan goedkeuren"))
        expect(page.get_by_role("status").first).to_contain_text("goedgekeurd")
        context.close()

    def test_lists_are_walked_with_arrows_and_search_is_one_key_away(
        self, house: House, sign_in: SignIn, owner: Talker, planned: Talker
    ) -> None:
        page = sign_in()
        links = page.locator("[data-item]")
        self.to(page, links.first)
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(links.first).to_be_focused()
        page.keyboard.press("Control+k")
        expect(page.get_by_label("Zoeken in wat er gezegd is")).to_be_focused()

    def test_the_talk_is_scrolled_with_the_keyboard(self, house: House, sign_in: SignIn, planned: Talker) -> None:
        page = sign_in(**LOOKS["light"])
        page.goto(at(house, planned))
        talk = page.locator("[data-scrolls]")
        self.to(page, talk)
        page.keyboard.press("Home")
        expect(page.locator("#m1")).to_be_in_viewport()
