"""Pictures of the console for the README: python -m tests.browser.screenshots docs/images"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from coaching.desk.staff import Role
from tests.browser.house import PASSWORD, House, opened_in

_TALKS = ("bakery_flemish", "gardener_formal_changing", "plumber_terse", "yoga_english", "hairdresser_flemish_changing")


def main(to: Path) -> None:
    """Lets a few owners talk with the bot, reviews a little, and takes the pictures."""
    to.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, opened_in(Path(folder)) as house, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        reviewed = _talks(house)
        page = _signed_in(house, browser)
        _reviews(page, f"{house.url}/conversations/{reviewed}")
        for name, path in {
            "conversations": "/conversations",
            "conversation": f"/conversations/{reviewed}#m3",
            "plan": f"/conversations/{reviewed}?pane=plan&against=1",
            "insight": "/insight?days=0",
        }.items():
            page.goto(house.url + path)
            page.wait_for_timeout(300)
            page.screenshot(path=to / f"console-{name}.png")
        browser.close()


def _talks(house: House) -> str:
    """Owners with a plan and some who are still being asked; the id of the conversation to review."""
    for words in (
        ("hoi, ik heb een fietsenwinkel in Mechelen",),
        ("hello, I run a bookshop in Leeds", "what is this?"),
    ):
        house.owner().says(*words)
    for name in _TALKS:
        talker = house.owner()
        talker.gets_a_plan(name)
    house.owner().says("dag, ik ben kapper in Aalst", "wat is een persona?", "knippen", "geen idee", "weet niet")
    return talker.conversation


def _signed_in(house: House, browser: Browser) -> Page:
    house.link("jo", "Jo Peeters", Role.COACH)
    page = browser.new_page(locale="nl-BE", viewport={"width": 1280, "height": 800}, device_scale_factor=1)
    page.goto(house.link("mieke", "Mieke Claes", Role.OPERATOR))
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/conversations")
    return page


def _reviews(page: Page, here: str) -> None:
    page.goto(f"{here}/messages/3")
    page.fill("#tag-3", "prijs")
    page.click("text=Label toevoegen")
    page.goto(here)
    page.select_option("#assignee", "mieke")
    page.click("text=Toewijzen")
    page.goto(f"{here}/messages/3")
    page.fill("textarea", "Vraag nog hoeveel een kleuring kost.")
    page.click("text=Notitie bewaren")
    page.goto(f"{here}?pane=review")
    page.click("text=Plan goedkeuren")
    page.wait_for_load_state()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
