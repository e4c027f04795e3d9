"""What a coach does with conversations, in a real browser, with an owner at the other end who talks with the bot."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn, at
from tests.browser.house import House, Talker


def to_message(page: Page, talker: Talker, text: str) -> None:
    """Opens the forms at the message with this text."""
    page.locator("#lines > li", has_text=text).first.get_by_role("link", name="Notitie of label").click()


def page_link(talker: Talker) -> str:
    """How to find the link to a conversation in a list."""
    return f'td.who a[href="/conversations/{talker.conversation}"]'


class TestFinding:
    def test_filters_combine_and_can_be_sent_to_a_colleague(
        self, house: House, sign_in: SignIn, owner: Talker, planned: Talker
    ) -> None:
        page, here = sign_in(), page_link(owner)
        page.get_by_role("link", name=re.compile("^In gesprek")).click()
        expect(page.locator(page_link(planned))).to_have_count(0)
        page.get_by_label("Soort zaak").select_option(label="bakkerij")
        page.wait_for_url(re.compile("status=interviewing.*sector=bakery"))
        expect(page.locator(here)).to_have_count(1)
        colleague = sign_in("jo")
        colleague.goto(page.url)
        expect(colleague.locator(here)).to_have_count(1)
        expect(colleague.get_by_label("Soort zaak")).to_have_value("bakery")
        colleague.get_by_label("Taal").select_option("en")
        expect(colleague.locator(here)).to_have_count(0)

    def test_words_are_found_whatever_their_accents_and_lead_to_the_message(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        owner.says("onze spécialité is de crème au beurre")
        page = sign_in()
        page.get_by_label("Zoeken in wat er gezegd is").fill("specialite creme")
        page.get_by_role("button", name="Zoeken").click()
        expect(page.locator("mark").first).to_have_text("spécialité")
        page.locator(".hits a").first.click()
        expect(page.locator("li:target")).to_contain_text("crème au beurre")
        expect(page.locator("li:target")).to_be_in_viewport()


class TestReading:
    def test_new_messages_appear_without_reload(self, house: House, sign_in: SignIn, owner: Talker) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        page.evaluate("window.stayed = true")
        owner.says("we bakken vanaf 3 euro")
        expect(page.locator("#lines")).to_contain_text("we bakken vanaf 3 euro")
        expect(page.locator("#fact-price")).to_contain_text("3 euro")
        assert page.evaluate("window.stayed")

    def test_a_fact_leads_to_its_message_and_back(self, house: House, sign_in: SignIn, owner: Talker) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        page.locator("#fact-location").get_by_role("link", name="bericht 1").click()
        expect(page.locator("#m1")).to_be_in_viewport()
        page.locator("#m1").get_by_role("link", name="plaats").click()
        expect(page.locator("#fact-location")).to_be_in_viewport()
        expect(page.locator("#beside")).to_contain_text("wat is een persona?")

    def test_media_and_buttons_are_shown_as_such(self, house: House, sign_in: SignIn, owner: Talker) -> None:
        owner.person.answers({"media": "voice"})
        owner.person.answers({"button": "Nieuwe klanten"})
        page = sign_in()
        page.goto(at(house, owner))
        expect(page.locator("#lines")).to_contain_text("Spraakbericht")
        expect(page.locator(".pressed")).to_have_text("Nieuwe klanten")

    def test_versions_of_the_plan_show_what_changed(self, house: House, sign_in: SignIn, planned: Talker) -> None:
        page = sign_in()
        page.goto(at(house, planned, "plan"))
        page.get_by_label("Vergelijken met").select_option("1")
        page.get_by_role("button", name="Tonen").click()
        expect(page.locator("ins").first).to_be_visible()
        expect(page.get_by_role("heading", name="Wat er veranderde tussen versie 1")).to_be_visible()


class TestReviewing:
    def test_a_note_and_a_tag_on_a_message(self, house: House, sign_in: SignIn, owner: Talker) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        to_message(page, owner, "brood en taart")
        page.get_by_label(re.compile("Notitie bij bericht")).fill("Eens bellen over taart")
        page.get_by_role("button", name="Notitie bewaren").click()
        expect(page.locator(".note")).to_contain_text("Eens bellen over taart")
        to_message(page, owner, "brood en taart")
        page.get_by_label("Label", exact=True).fill("taart")
        page.get_by_role("button", name="Label toevoegen").click()
        expect(page.locator("form.tag")).to_contain_text("taart")
        page.goto(f"{house.url}/conversations?tag=taart")
        expect(page.locator("td.who")).to_have_count(1)

    def test_a_note_on_a_line_of_the_plan(self, house: House, sign_in: SignIn, planned: Talker) -> None:
        page = sign_in()
        page.goto(at(house, planned, "plan"))
        line = page.locator("#p-why_model")
        line.get_by_role("link", name="Wijzigen of noteren").click()
        line.get_by_label("Notitie bij deze regel").fill("Klopt dit wel")
        line.get_by_role("button", name="Notitie bewaren").click()
        expect(page.locator("#p-why_model .note")).to_contain_text("Klopt dit wel")

    def test_a_corrected_fact_is_the_coachs_and_shows_what_it_was(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        fact = page.locator("#fact-location")
        fact.get_by_role("link", name="Verbeteren").click()
        fact.get_by_label(re.compile("Wat klopt wel")).fill("Gentbrugge")
        fact.get_by_role("button", name="Verbetering bewaren").click()
        expect(page.locator("#fact-location")).to_contain_text("verbeterd door Mieke Claes")
        expect(page.locator("#fact-location dd.words").first).to_have_text("Gentbrugge")
        page.locator("#fact-location summary").click()
        expect(page.locator("#fact-location del")).to_have_text("Gent")

    def test_an_edited_line_is_a_new_version_and_the_owner_hears_of_it(
        self, house: House, sign_in: SignIn, planned: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, planned, "plan"))
        newest = page.get_by_label("Versie", exact=True).input_value()
        line = page.locator("#p-stages-0-message")
        line.get_by_role("link", name="Wijzigen of noteren").click()
        line.get_by_label("Deze regel wordt").fill("Kom gerust binnen, we maken tijd.")
        line.get_by_role("button", name="Regel bewaren").click()
        expect(page.locator("#p-stages-0-message .words").first).to_have_text("Kom gerust binnen, we maken tijd.")
        assert page.get_by_label("Versie", exact=True).input_value() == str(int(newest) + 1)
        planned.hears("Kom gerust binnen, we maken tijd.")

    def test_asking_for_changes_and_then_approving_reaches_the_owner(
        self, house: House, sign_in: SignIn, planned: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, planned, "review"))
        page.get_by_text("Wijziging vragen").click()
        page.get_by_label("Wat moet er anders").fill("Graag een idee voor de stille dinsdag.")
        page.locator("#beside").get_by_role("button", name="Versturen").click()
        planned.hears("Graag een idee voor de stille dinsdag.")
        page.get_by_role("button", name="Plan goedkeuren").click()
        expect(page.locator(".badge.approved").first).to_be_visible()
        planned.hears("Mieke Claes")

    def test_a_question_of_the_coach_is_answered_in_the_talk(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        page.get_by_text("De ondernemer iets vragen").click()
        page.get_by_label("Je vraag").fill("Op welke dag is het stil?")
        page.locator("#write").get_by_role("button", name="Versturen").click()
        owner.hears("Op welke dag is het stil?")
        owner.says("op dinsdag")
        expect(page.locator("#lines")).to_contain_text("op dinsdag")

    def test_taking_over_silences_the_bot_until_it_is_handed_back(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        page.get_by_role("button", name="Gesprek overnemen").click()
        expect(page.locator(".tell.warn")).to_contain_text("Jij schrijft nu zelf")
        owner.hears("Mieke Claes")
        assert owner.says("ben je er nog?") == []
        expect(page.locator("#lines")).to_contain_text("ben je er nog?")
        page.get_by_label("Schrijven als Mieke Claes").fill("Ja hoor, vertel.")
        page.get_by_role("button", name="Versturen").click()
        owner.hears("Ja hoor, vertel.")
        expect(page.locator("#lines li.coach").last).to_contain_text("Ja hoor, vertel.")
        page.get_by_role("button", name="Teruggeven aan de bot").click()
        expect(page.locator("#write")).to_contain_text("Gesprek overnemen")
        assert owner.says("nieuwe klanten vooral") != []

    def test_a_lead_assigns_and_who_is_assigned_finds_it(self, house: House, sign_in: SignIn, owner: Talker) -> None:
        page = sign_in("jo")
        page.goto(at(house, owner))
        page.get_by_label("Toegewezen aan").select_option("mieke")
        page.get_by_role("button", name="Toewijzen").click()
        mieke = sign_in()
        mieke.get_by_label("Toegewezen aan").select_option("mieke")
        mieke.wait_for_url(re.compile("assignee=mieke"))
        expect(mieke.locator(f'a[href="/conversations/{owner.conversation}"]')).to_have_count(1)

    def test_two_coaches_never_overwrite_each_other_silently(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        pages = {"Mieke": sign_in(), "Jo": sign_in("jo")}
        for name, page in pages.items():
            page.goto(at(house, owner))
            page.locator("#fact-location").get_by_role("link", name="Verbeteren").click()
            page.get_by_label(re.compile("Wat klopt wel")).fill(f"Plaats van {name}")
        pages["Mieke"].get_by_role("button", name="Verbetering bewaren").click()
        expect(pages["Mieke"].locator("#fact-location")).to_contain_text("Plaats van Mieke")
        pages["Jo"].get_by_role("button", name="Verbetering bewaren").click()
        expect(pages["Jo"].get_by_role("heading", name="Iemand was je voor")).to_be_visible()
        expect(pages["Jo"].locator(".versus")).to_contain_text("Plaats van Mieke")
        expect(pages["Jo"].locator(".versus")).to_contain_text("Plaats van Jo")
        pages["Jo"].get_by_role("button", name="Toch bewaren").click()
        expect(pages["Jo"].locator("#fact-location dd.words").first).to_have_text("Plaats van Jo")

    def test_what_a_coach_is_typing_stays_while_news_comes_in(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        page = sign_in()
        page.goto(at(house, owner))
        page.locator("#fact-location").get_by_role("link", name="Verbeteren").click()
        page.get_by_label(re.compile("Wat klopt wel")).fill("half getypt")
        owner.says("vanaf 4 euro trouwens")
        expect(page.locator("#lines")).to_contain_text("vanaf 4 euro trouwens")
        expect(page.get_by_label(re.compile("Wat klopt wel"))).to_have_value("half getypt")

    def test_an_erased_conversation_is_gone_for_whoever_has_it_open(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        mieke, jo = sign_in(), sign_in("jo")
        mieke.goto(at(house, owner))
        jo.goto(at(house, owner, "review"))
        jo.get_by_role("link", name="Alles wissen").click()
        jo.get_by_role("button", name="Voorgoed wissen").click()
        jo.wait_for_url("**/conversations")
        expect(mieke.get_by_role("alert")).to_contain_text("Dit is er niet")
        mieke.reload()
        expect(mieke.locator("main")).to_contain_text("Een gewist gesprek komt niet terug")


class TestAround:
    def test_insight_shows_pictures_and_gives_tables(self, house: House, sign_in: SignIn, planned: Talker) -> None:
        page = sign_in()
        page.get_by_role("link", name="Inzicht").click()
        expect(page.get_by_role("img", name="Waar ondernemers afhaken, per vraag")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="CSV Waar ondernemers afhaken, per vraag").click()
        assert "soort zaak" in download.value.path().read_text(encoding="utf-8-sig")

    def test_a_plan_is_shared_without_the_names_in_it(self, house: House, sign_in: SignIn, planned: Talker) -> None:
        page = sign_in()
        page.goto(at(house, planned, "review"))
        with page.expect_download() as named:
            page.get_by_role("link", name="Markdown Plan", exact=True).click()
        with page.expect_download() as anonymous:
            page.get_by_role("link", name="Markdown Plan, anoniem").click()
        assert "Kapsalon Krul" in named.value.path().read_text()
        assert "Kapsalon Krul" not in anonymous.value.path().read_text()

    def test_an_article_of_ones_own_is_read_tried_out_and_switched_off(
        self, house: House, sign_in: SignIn, tmp_path: Path
    ) -> None:
        page = sign_in()
        page.get_by_role("link", name="Bibliotheek").click()
        text = "# Wachtrijen\n\nEen wachtrij voor de toonbank voelt korter als klanten zien hoeveel er voor hen zijn.\n"
        file = tmp_path / "wachtrij.md"
        file.write_text(text)
        page.get_by_label("Bestand").set_input_files(file)
        page.get_by_label("Titel", exact=True).fill("Over wachtrijen")
        page.get_by_label("Bron", exact=True).fill("Ons bureau")
        page.get_by_role("button", name="Toevoegen").click()
        row = page.locator("#articles tr", has_text="Over wachtrijen")
        expect(row.locator(".badge.approved")).to_have_text("Aan", timeout=60_000)
        page.get_by_label("Een vraag zoals een ondernemer ze stelt").fill("hoe wordt een wachtrij korter?")
        page.get_by_role("button", name="Zoeken").click()
        expect(page.locator("ol.log li").first).to_contain_text("zelfde woorden")
        row.get_by_role("button", name="Uitzetten").click()
        expect(page.locator("#articles")).to_contain_text("Uit")
        page.get_by_label("Een vraag zoals een ondernemer ze stelt").fill("hoe wordt een wachtrij korter?")
        page.get_by_role("button", name="Zoeken").click()
        expect(page.locator("main")).to_contain_text("Niets gevonden")

    def test_a_lead_invites_a_coach_and_reads_in_the_log_who_did_what(
        self, house: House, sign_in: SignIn, owner: Talker
    ) -> None:
        mieke, jo = sign_in(), sign_in("jo")
        mieke.goto(at(house, owner))
        jo.get_by_role("link", name="Coaches").click()
        jo.get_by_label("Naam", exact=True).fill("Sam Nieuw")
        jo.get_by_label("Code", exact=True).fill("sam")
        jo.get_by_role("button", name="Link maken").click()
        expect(jo.locator("code.words")).to_contain_text("/welcome/")
        jo.get_by_role("link", name="Logboek").click()
        expect(jo.get_by_role("cell", name="Mieke Claes").first).to_be_visible()
        expect(jo.get_by_role("cell", name="bekeken").first).to_be_visible()
