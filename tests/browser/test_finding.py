"""Conversations are found: in the list, by filters, by words that were said."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.house import Talker
from tests.browser.keyboard import Keyboard


def row_of(page: Page, talker: Talker) -> Locator:
    """The row of a conversation in the list."""
    return page.locator("tbody tr", has=page.locator(f'a[href="/conversations/{talker.conversation}"]'))


def test_a_row_says_who_it_is_how_far_it_came_who_sees_to_it_and_what_is_unread(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in()
    row, who, time = row_of(page, owner), re.compile("Ondernemer"), re.compile(r"\d\d:\d\d")
    came: list[str | re.Pattern[str]] = [who, "In gesprek", "bakkerij", "doel", "NL"]
    expect(row.locator("td")).to_have_text([*came, "", "", re.compile(r"\d+ ongelezen"), time])
    page.goto(page.url + "/" + owner.conversation)
    page.get_by_role("button", name="Neem ik op me").click()
    page.locator("#m1").get_by_role("link", name="Notitie of label").click()
    page.get_by_label("Label", exact=True).fill("taart")
    page.get_by_role("button", name="Label toevoegen").click()
    page.locator("nav").get_by_role("link", name="Gesprekken").click()
    expect(row.locator("td")).to_have_text([*came, "Mieke Claes", "taart", "", time])


def test_filters_combine_keep_the_focus_and_can_be_sent_to_a_colleague(
    sign_in: SignIn, owner: Talker, planned: Talker
) -> None:
    page = sign_in()
    keyboard = Keyboard(page)
    keyboard.presses(page.get_by_role("link", name=re.compile("^In gesprek")))
    expect(row_of(page, planned)).to_have_count(0)
    keyboard.chooses(page.get_by_label("Soort zaak"), "bakkerij")
    page.wait_for_url(re.compile("status=interviewing.*sector=bakery"))
    expect(page.get_by_label("Soort zaak")).to_be_focused()
    expect(row_of(page, owner)).to_have_count(1)
    colleague = sign_in("jo", page.url.removeprefix(page.url.split("/conversations")[0]))
    expect(row_of(colleague, owner)).to_have_count(1)
    expect(colleague.get_by_label("Soort zaak")).to_have_value("bakery")
    colleague.get_by_label("Taal").select_option("en")
    expect(row_of(colleague, owner)).to_have_count(0)
    colleague.go_back()
    expect(row_of(colleague, owner)).to_have_count(1)


def test_words_are_found_whatever_their_accents_and_lead_to_the_message(sign_in: SignIn, owner: Talker) -> None:
    owner.says("onze spécialité is de crème au beurre")
    page = sign_in()
    page.get_by_label("Zoeken in wat er gezegd is").fill("specialite creme")
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator("mark").first).to_have_text("spécialité")
    page.locator(".hits a").first.click()
    expect(page.locator("li:target")).to_contain_text("crème au beurre")
    expect(page.locator("li:target")).to_be_in_viewport()


def test_search_keeps_to_the_filters_and_comes_page_by_page(sign_in: SignIn, owner: Talker) -> None:
    owner.repeats("stroopwafel", 51)
    page = sign_in(path="/conversations?status=needs_coach")
    page.get_by_label("Soort zaak").select_option(label="bakkerij")
    page.wait_for_url(re.compile("sector=bakery"))
    page.get_by_label("Zoeken in wat er gezegd is").fill("Stroopwafel")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("status=needs_coach.*sector=bakery"))
    expect(page.locator(".hits li")).to_have_count(50)
    page.get_by_role("link", name="Zoek verder terug").click()
    expect(page.locator(".hits li").last).to_contain_text("stroopwafel 0")
    page.get_by_label("Taal").select_option("en")
    expect(page.locator("main")).to_contain_text("Niets gevonden")
    page.get_by_role("link", name="Niet meer zoeken").click()
    expect(page).to_have_url(re.compile("sector=bakery"))
    expect(page.get_by_label("Zoeken in wat er gezegd is")).to_have_value("")


def test_the_list_is_walked_with_arrows_and_search_is_one_key_away(
    sign_in: SignIn, owner: Talker, planned: Talker
) -> None:
    page = sign_in()
    links = page.locator("[data-item]")
    Keyboard(page).to(links.first)
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_label("Zoeken in wat er gezegd is")).to_be_focused()
