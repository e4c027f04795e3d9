"""Nothing stands in anybody's way: axe finds no obstacle on any page, on a desk or a phone, in light or dark; nothing
is wider than the screen; nothing is asked of another site."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from coaching.desk.staff import Role
from tests.browser.conftest import DUTCH, SignIn
from tests.browser.house import House, Talker

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
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
DESK, PHONE = ViewportSize(width=1280, height=860), ViewportSize(width=390, height=844)
_ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: What colours alone decide, and what the layout of a phone does: the page holds the same elements otherwise.
_COLOURS = {"type": "rule", "values": ["color-contrast"]}
_LAYOUT = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}


def violations(page: Page, which: object = _ALL) -> list[str]:
    """What axe finds wrong."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": which, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary']}" for v in found["violations"]]


def wide(page: Page) -> list[str]:
    """Elements that stick out of the page, other than in a part that scrolls by itself."""
    if not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        return []
    script = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    return list(page.evaluate(f"{script}.map(e => e.outerHTML.slice(0, 120))")) or ["something"]


def obstacles(page: Page) -> list[str]:
    """All that is wrong with a page on a desk, in the dark, and on a phone."""
    found = [*violations(page), *wide(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {wrong}" for wrong in violations(page, _COLOURS)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    found += [f"phone: {wrong}" for wrong in (*violations(page, _LAYOUT), *wide(page))]
    page.set_viewport_size(DESK)
    return found


@pytest.fixture
def page(sign_in: SignIn) -> Page:
    """An operator's, in light and on a desk."""
    return sign_in("olga", color_scheme="light", viewport=DESK)


def test_no_page_has_an_obstacle_nor_asks_anything_of_another_site(
    house: House, page: Page, planned: Talker, owner: Talker
) -> None:
    asked, told, found = [], [], {}
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    for name, path in PAGES.items():
        page.goto(house.url + path(f"/conversations/{planned.conversation}"))
        found[name] = obstacles(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert [url for url in asked if not url.startswith(house.url)] == []
    assert [text for text in told if "404" not in text] == []


def test_neither_have_the_door_and_the_welcome(house: House, chromium: Browser) -> None:
    link = house.link("nieuw", "Nieuwe Coach", Role.COACH)
    with chromium.new_context(locale=DUTCH, color_scheme="light", viewport=DESK) as context:
        page = context.new_page()
        for path in (f"{house.url}/sign-in", link):
            page.goto(path)
            assert obstacles(page) == [], path


def test_nor_has_a_page_with_its_forms_open_nor_a_conflict_nor_a_refusal(
    house: House, page: Page, owner: Talker
) -> None:
    page.goto(house.url + owner.at())
    page.locator("#m1").get_by_role("link", name="Notitie of label").click()
    page.locator("#fact-location").get_by_role("link", name="Verbeteren").click()
    page.get_by_text("De ondernemer iets vragen").click()
    expect(page.locator("#edit-location textarea")).to_be_visible()
    assert obstacles(page) == []
    page.locator("#edit-location input[name=seen]").evaluate("field => field.value = 0")
    page.get_by_label(re.compile("Wat klopt wel")).fill("Lokeren")
    page.get_by_role("button", name="Verbetering bewaren").click()
    expect(page.get_by_role("heading", name="Iemand was je voor")).to_be_visible()
    assert obstacles(page) == []
    page.goto(house.url + owner.at())
    page.locator("#fact-sector").get_by_role("link", name="Verbeteren").click()
    page.get_by_label(re.compile("Wat klopt wel")).fill("qsdf")
    page.get_by_role("button", name="Verbetering bewaren").click()
    expect(page.get_by_role("heading", name="Zo kan het niet")).to_be_visible()
    assert obstacles(page) == []


def test_all_of_it_speaks_english_to_who_reads_english(house: House, page: Page, planned: Talker) -> None:
    page.goto(f"{house.url}/me")
    page.get_by_label("Taal van deze pagina's").select_option("en")
    page.get_by_role("button", name="Bewaren").first.click()
    page.wait_for_load_state()
    found = {}
    for name, path in PAGES.items():
        page.goto(house.url + path(f"/conversations/{planned.conversation}"))
        found[name] = [wide(page), page.locator("html").get_attribute("lang")]
    page.goto(f"{house.url}/me")
    page.get_by_label("Language of these pages").select_option("nl")
    page.get_by_role("button", name="Save").first.click()
    assert {name: wrong for name, wrong in found.items() if wrong != [[], "en"]} == {}
