"""A real Chromium, the one of Debian's packages, and everything else at once: one of each per worker."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from tests.browser.house import COACHES, PASSWORD, House, Talker, opened_in

DUTCH = "nl-BE"
#: A page on which a coach is signed in.
SignIn = Callable[..., Page]


@pytest.fixture(scope="package")  # ends with these tests: while it runs, no other can have a loop of its own
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None and not os.environ.get("JOURNEY_COACH_CI_EXTRAS"):
        pytest.skip("there is no chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened_in(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture(scope="package")
def coaches(house: House, chromium: Browser) -> dict[str, StorageState]:
    """All coaches have come in by their links and chosen a password; their cookies."""
    return {code: _come_in(chromium, house.link(code, name, role)) for code, name, role in COACHES}


@pytest.fixture
def sign_in(house: House, coaches: dict[str, StorageState], chromium: Browser) -> Iterator[SignIn]:
    contexts = []

    def sign_in(code: str = "mieke", path: str = "/conversations", **how: object) -> Page:
        context = chromium.new_context(locale=DUTCH, storage_state=coaches[code], **how)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(house.url + path)
        return page

    yield sign_in
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def planned(house: House) -> Talker:
    """An owner with several versions of a plan."""
    talker = house.owner()
    talker.gets_a_plan("hairdresser_flemish_changing")
    return talker


@pytest.fixture
def owner(house: House) -> Talker:
    """An owner in the middle of the questions."""
    talker = house.owner()
    talker.says("hoi, ik ben Noor, ik heb een bakkerij in Gent", "wat is een persona?", "brood en taart")
    return talker


def _come_in(chromium: Browser, link: str) -> StorageState:
    with chromium.new_context(locale=DUTCH) as context:
        page = context.new_page()
        page.goto(link)
        page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
        page.get_by_label("Nog een keer").fill(PASSWORD)
        page.get_by_role("button", name="Bewaren en beginnen").click()
        page.wait_for_url("**/conversations")
        return context.storage_state()
