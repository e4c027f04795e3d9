"""What a coach does to a conversation reaches the owner, who talks with a running bot; and all of it by keyboard."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DUTCH, SignIn
from tests.browser.house import PASSWORD, House, Talker
from tests.browser.keyboard import Keyboard


def test_a_review_from_the_door_to_the_approval(
    house: House, chromium: Browser, coaches: object, planned: Talker
) -> None:
    with chromium.new_context(locale=DUTCH) as context:
        page = context.new_page()
        keyboard = Keyboard(page)
        page.goto(house.url)
        keyboard.writes(page.get_by_label("Code"), "mieke")
        keyboard.writes(page.get_by_label("Wachtwoord"), PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/conversations")
        keyboard.presses(page.locator(f'a[href="/conversations/{planned.conversation}"]'))
        page.wait_for_url("**/conversations/*")

        keyboard.jumps("Profiel")
        page.wait_for_url("**#beside")
        corrects(page, keyboard, "price", "vanaf 42 euro")
        keyboard.presses(page.locator("#beside").get_by_role("link", name="Nakijken"))
        keyboard.writes(page.get_by_label("Notitie bij het hele gesprek"), "Prijs nagekeken")
        keyboard.presses(page.get_by_role("button", name="Notitie bewaren"))
        expect(page.locator("#beside")).to_contain_text("Prijs nagekeken")
        keyboard.presses(page.get_by_role("button", name="Plan opnieuw maken"))
        page.wait_for_url("**pane=plan*")
        planned.hears("het plan is daarmee opnieuw gemaakt")
        edits(page, keyboard, planned, "Kom gerust binnen, we maken tijd.")
        keyboard.presses(page.locator("#beside").get_by_role("link", name="Nakijken"), "Shift+Tab")
        asks_and_approves(page, keyboard, planned)


def corrects(page: Page, keyboard: Keyboard, field: str, value: str) -> None:
    """A fact is the coach's from then on, and shows what it was."""
    fact = page.locator(f"#fact-{field}")
    was = fact.locator("dd.words").first.inner_text()
    keyboard.presses(fact.get_by_role("link", name="Verbeteren"))
    expect(fact.locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(fact.locator("textarea")).to_have_count(0)
    expect(fact.get_by_role("link", name="Verbeteren")).to_be_focused()
    keyboard.presses(fact.get_by_role("link", name="Verbeteren"))
    keyboard.writes(fact.locator("textarea"), value)
    keyboard.presses(fact.get_by_role("button", name="Verbetering bewaren"))
    expect(fact.locator("dd.words").first).to_have_text(value)
    expect(fact).to_contain_text("verbeterd door Mieke Claes")
    expect(page.get_by_role("status").first).to_contain_text("Het plan kan opnieuw gemaakt worden")
    keyboard.presses(fact.locator("summary"))
    expect(fact.locator("del")).to_have_text(was)


def edits(page: Page, keyboard: Keyboard, planned: Talker, text: str) -> None:
    """A line of the plan with a note on it; the owner hears what it says now."""
    newest = page.get_by_label("Versie", exact=True).input_value()
    line = page.locator("#p-stages-0-message")
    keyboard.presses(line.get_by_role("link", name="Wijzigen of noteren"))
    keyboard.writes(line.get_by_label("Deze regel wordt"), "Bel Jan op 0478 12 34 56.")
    keyboard.presses(line.get_by_role("button", name="Regel bewaren"))
    expect(page.get_by_role("alert")).to_contain_text("geen naam, nummer of mailadres")
    keyboard.writes(page.get_by_label("Wat je schreef"), text)
    keyboard.presses(page.get_by_role("button", name="Opnieuw proberen"))
    expect(line.locator(".words").first).to_have_text(text)
    assert page.get_by_label("Versie", exact=True).input_value() == str(int(newest) + 1)
    planned.hears(text)
    keyboard.presses(line.get_by_role("link", name="Wijzigen of noteren"))
    keyboard.writes(line.get_by_label("Notitie bij deze regel"), "Klinkt nu als haar")
    keyboard.presses(line.get_by_role("button", name="Notitie bewaren"))
    expect(line.locator(".note")).to_contain_text("Klinkt nu als haar")


def asks_and_approves(page: Page, keyboard: Keyboard, planned: Talker) -> None:
    """Asks for a change, and then approves; the owner reads both."""
    page.wait_for_url("**pane=review*")
    keyboard.presses(page.get_by_text("Wijziging vragen"))
    keyboard.writes(page.get_by_label("Wat moet er anders"), "Graag een idee voor de stille dinsdag.")
    keyboard.presses(page.locator("#beside").get_by_role("button", name="Versturen"))
    planned.hears("Graag een idee voor de stille dinsdag.")
    keyboard.presses(page.get_by_role("button", name="Plan goedkeuren"))
    expect(page.get_by_role("status").first).to_contain_text("goedgekeurd")
    expect(page.locator(".badge.approved").first).to_be_visible()
    planned.hears("Mieke Claes heeft je plan bekeken en vindt het goed")


def test_a_note_and_a_tag_stand_at_a_message_until_they_are_taken_away(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in(path=owner.at())
    keyboard, message = Keyboard(page), page.locator("#m1")
    keyboard.jumps("Gesprek")
    keyboard.presses(message.get_by_role("link", name="Notitie of label"))
    keyboard.writes(page.get_by_label(re.compile("Notitie bij bericht")), "Eens bellen over taart")
    keyboard.presses(page.get_by_role("button", name="Notitie bewaren"))
    expect(message.locator(".note")).to_contain_text("Notitie van Mieke Claes")
    keyboard.presses(message.get_by_role("link", name="Notitie of label"))
    keyboard.writes(page.get_by_label("Label", exact=True), "Feest")
    page.keyboard.press("Enter")
    expect(message.locator("form.tag")).to_contain_text("feest")
    keyboard.presses(message.get_by_role("button", name="Label feest weghalen"))
    expect(message.locator("form.tag")).to_have_count(0)
    keyboard.presses(message.get_by_role("button", name="Weghalen Eens bellen"))
    expect(message.locator(".note")).to_have_count(0)


def test_a_question_of_the_coach_is_answered_in_the_talk(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in(path=owner.at())
    keyboard = Keyboard(page)
    keyboard.jumps("Schrijven")
    keyboard.presses(page.get_by_text("De ondernemer iets vragen"))
    keyboard.writes(page.get_by_label("Je vraag"), "Bak je ook glutenvrij?")
    keyboard.presses(page.get_by_role("button", name="Versturen"))
    expect(page.get_by_role("status").first).to_contain_text("De vraag is gesteld")
    owner.hears("Bak je ook glutenvrij?")
    asking = owner.asking
    (answer,) = owner.says("ja, op bestelling")
    assert answer.startswith("Dank je, Mieke Claes leest je antwoord.")
    assert owner.asking == asking != ""
    expect(page.locator("#lines")).to_contain_text("ja, op bestelling")


def test_taking_over_silences_the_bot_until_it_is_handed_back_and_goes_on_where_it_was(
    sign_in: SignIn, owner: Talker
) -> None:
    asking = owner.asking
    page = sign_in(path=owner.at())
    keyboard = Keyboard(page)
    keyboard.jumps("Schrijven")
    keyboard.presses(page.get_by_role("button", name="Gesprek overnemen"))
    expect(page.locator(".tell.warn")).to_contain_text("Jij schrijft nu zelf")
    owner.hears("Mieke Claes")
    assert owner.says("ben je er nog?") == []
    expect(page.locator("#lines")).to_contain_text("ben je er nog?")
    keyboard.writes(page.get_by_label("Schrijven als Mieke Claes"), "Ja hoor, vertel.")
    keyboard.presses(page.get_by_role("button", name="Versturen"))
    owner.hears("Ja hoor, vertel.")
    expect(page.locator("#lines li.coach").last).to_contain_text("Ja hoor, vertel.")
    keyboard.presses(page.get_by_role("button", name="Teruggeven aan de bot"))
    expect(page.locator("#write")).to_contain_text("Gesprek overnemen")
    owner.hears("Mieke Claes geeft het woord weer aan mij")
    assert owner.asking == asking != ""
    assert owner.house.api.texts(owner.person.chat)[-1].endswith("?")
    assert owner.says("nieuwe klanten vooral") != []


def test_a_lead_assigns_and_who_is_assigned_finds_it(sign_in: SignIn, owner: Talker) -> None:
    page = sign_in("jo", path=owner.at())
    keyboard = Keyboard(page)
    keyboard.chooses(page.get_by_label("Toegewezen aan"), "Mieke Claes")
    keyboard.presses(page.get_by_role("button", name="Toewijzen"))
    mieke = sign_in()
    mieke.get_by_label("Toegewezen aan").select_option("mieke")
    mieke.wait_for_url(re.compile("assignee=mieke"))
    expect(mieke.locator(f'a[href="/conversations/{owner.conversation}"]')).to_have_count(1)
