"""What many conversations show together, what goes out as a file, articles of one's own, and who may what."""

import csv
import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.house import Talker
from tests.browser.keyboard import Keyboard

FIGURES = ("Waar ondernemers afhaken, per vraag", "Beurten tot het eerste plan", "Minuten tot het eerste plan",
           "Wat ondernemers terugvragen", "Gekozen kanalen", "Gekozen modellen")  # fmt: skip


def downloaded(page: Page, link: str) -> str:
    """What a link gives as a file; reached with the keyboard."""
    with page.expect_download() as download:
        Keyboard(page).presses(page.get_by_role("link", name=link, exact=True))
    return download.value.path().read_text(encoding="utf-8-sig")


def test_insight_shows_pictures_and_gives_tables(sign_in: SignIn, planned: Talker, owner: Talker) -> None:
    page = sign_in(path="/insight?days=0")
    tables = {}
    for figure in FIGURES:
        expect(page.get_by_role("img", name=figure)).to_be_visible()
        tables[figure] = list(csv.reader(downloaded(page, f"CSV {figure}").splitlines()))
    assert tables[FIGURES[0]][0] == ["vraag", "gevraagd", "beantwoord", "overgeslagen", "doorgevraagd", "hier gestopt"]
    assert "Vraag over de klantreis" in {row[0] for row in tables["Wat ondernemers terugvragen"]}
    assert "Instagram" in {row[0] for row in tables["Gekozen kanalen"]}
    page.get_by_text("Toon de getallen").first.click()
    expect(page.get_by_role("cell", name="soort zaak")).to_be_visible()


def test_a_question_that_the_library_answered_poorly_leads_to_its_message(sign_in: SignIn, owner: Talker) -> None:
    owner.says("wat is een touchpoint?", "dat helpt niet")
    page = sign_in(path="/insight?days=0")
    page.get_by_role("link", name="wat is een touchpoint?").first.click()
    expect(page.locator("li:target")).to_contain_text("wat is een touchpoint?")


def test_a_plan_and_a_talk_are_shared_with_the_names_in_them_or_without(sign_in: SignIn, planned: Talker) -> None:
    planned.says("bel me op 0478 12 34 56 of mail katrien@krul.be")
    page = sign_in(path=planned.at("review"))
    assert "Kapsalon Krul" in downloaded(page, "Markdown Plan")
    assert "Kapsalon Krul" not in downloaded(page, "Markdown Plan, anoniem")
    named = downloaded(page, "JSON Gesprek")
    anonymous = downloaded(page, "JSON Gesprek, anoniem")
    for told in ("Krul", "0478 12 34 56", "katrien@krul.be"):
        assert told in named
        assert told not in anonymous
    assert json.loads(anonymous).keys() == json.loads(named).keys()


def test_an_article_of_ones_own_is_read_tried_out_used_and_switched_off(
    sign_in: SignIn, owner: Talker, tmp_path: Path
) -> None:
    page = sign_in(path="/library")
    keyboard = Keyboard(page)
    file = tmp_path / "wachtrij.md"
    file.write_text(
        "# Wachtrijen\n\nEen wachtrij voor de toonbank voelt korter als klanten zien hoeveel er voor zijn.\n"
    )
    with page.expect_file_chooser() as chooser:
        keyboard.presses(page.get_by_label("Bestand"))
    chooser.value.set_files(file)
    keyboard.writes(page.get_by_label("Titel", exact=True), "Over wachtrijen")
    keyboard.writes(page.get_by_label("Bron", exact=True), "Ons bureau")
    keyboard.chooses(page.get_by_label("Onderwerp"), "Knelpunten")
    keyboard.presses(page.get_by_role("button", name="Toevoegen"))
    row = page.locator("#articles tr", has_text="Over wachtrijen")
    expect(row.locator(".badge.approved")).to_have_text("Aan", timeout=60_000)
    tried_out(page, keyboard)
    expect(page.locator("ol.log li").first).to_contain_text("zelfde woorden")
    expect(page.locator("ol.log li").first).to_contain_text("Ons bureau")
    keyboard.presses(row.get_by_role("button", name="Uitzetten"))
    expect(page.locator("#articles")).to_contain_text("Uit")
    tried_out(page, keyboard)
    expect(page.locator("main")).to_contain_text("Niets gevonden")


def tried_out(page: Page, keyboard: Keyboard) -> None:
    """Asks the library as an owner would."""
    keyboard.writes(page.get_by_label("Een vraag zoals een ondernemer ze stelt"), "hoe wordt een wachtrij korter?")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=hoe*")


def test_a_lead_invites_a_coach_and_reads_in_the_log_who_did_what(sign_in: SignIn, owner: Talker) -> None:
    mieke, jo = sign_in(path=owner.at("review")), sign_in("jo", "/coaches")
    downloaded(mieke, "Markdown Gesprek, anoniem")
    mieke.get_by_label("Notitie bij het hele gesprek").fill("Nakijken")
    mieke.get_by_role("button", name="Notitie bewaren").click()
    jo.get_by_label("Naam", exact=True).fill("Sam Nieuw")
    jo.get_by_label("Code", exact=True).fill("sam")
    jo.get_by_role("button", name="Link maken").click()
    expect(jo.locator("code.words")).to_contain_text("/welcome/")
    jo.goto(re.sub("/coaches.*", f"/audit?conversation={owner.conversation}", jo.url))
    expect(jo.locator("tbody tr td:nth-child(3)")).to_have_text(["notitie", "gedownload", "bekeken"])
    expect(jo.get_by_role("cell", name="Mieke Claes").first).to_be_visible()
    assert mieke.goto(jo.url).status == 403  # type: ignore[union-attr]
