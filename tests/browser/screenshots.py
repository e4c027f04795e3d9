"""Pictures of the console for the README, of the demo data: python -m tests.browser.screenshots docs/images"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from app.demo.filling import filled
from app.demo.owners import owners
from app.settings import Settings
from app.wiring import Parts
from coaching.desk.records import ConversationFilter, Listed, Opened
from coaching.desk.staff import MAIN_AGENCY, Reader, Role
from console.invitations import invited
from tests.browser.house import PASSWORD, serving
from tests.telegram.harness import free_port


def main(to: Path) -> None:
    """Fills a database and takes the pictures."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        for _ in filled(settings, owners()):
            pass
        parts, url = Parts(settings), f"http://127.0.0.1:{free_port()}"
        with serving(parts, url), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            _take(_signed_in(parts, url, browser), url, _paths(parts), to)
            browser.close()


def _take(page: Page, url: str, paths: dict[str, str], to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    for name, path in paths.items():
        page.goto(url + path)
        page.wait_for_load_state()
        page.screenshot(path=to / f"console-{name}.png")


def _paths(parts: Parts) -> dict[str, str]:
    """What to take a picture of: the talk with most notes at messages, and one whose plan a coach
    changed."""
    talks = [_opened(parts, head) for head in parts.desk.listed(_READER, ConversationFilter()).items]
    dutch = [talk for talk in talks if talk.head.language == "nl"]
    noted = max(dutch, key=lambda talk: sum(note.message is not None for note in talk.notes))
    message = next((note.message for note in noted.notes if note.message), 1)
    changed = max(talks, key=lambda talk: (bool(talk.plans and talk.plans[-1].by), len(talk.plans)))
    return {
        "conversations": "/conversations",
        "conversation": f"/conversations/{noted.head.id}#m{message}",
        "plan": f"/conversations/{changed.head.id}?pane=plan&against=1",
        "insight": "/insight?days=0",
    }


def _opened(parts: Parts, head: Listed) -> Opened:
    opened = parts.desk.opened(_READER, head.id)
    assert opened
    return opened


_READER = Reader(agency=MAIN_AGENCY, code="mieke", name="Mieke Claes", role=Role.OPERATOR)


def _signed_in(parts: Parts, url: str, browser: Browser) -> Page:
    page = browser.new_page(locale="nl-BE", viewport={"width": 1280, "height": 800})
    page.goto(invited(parts.staff, _READER.agency, _READER.code, _READER.name, _READER.role, url))
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/conversations")
    return page


if __name__ == "__main__":
    main(Path(sys.argv[1]))
