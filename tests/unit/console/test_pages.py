"""What coaches see on the pages."""

import html
import re
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from app.console import parts_of
from coaching.desk.records import Act, Asked
from coaching.desk.staff import Reader
from coaching.message import Button, Document, Message, MessageKind, Reply
from console.application import application
from console.parts import Place
from journey.keys import LANGUAGES
from journey.profile import Fact, ProfileField
from prompts.words import texts
from storage.engine import DATABASE
from tests.making import plan, profile
from tests.unit.console.office import JO, MIEKE, OLGA, PASSWORD, URL, Office

TEMPLATES = sorted((Path(__file__).parents[3] / "console" / "templates").rglob("*.html"))


def listed(page: str) -> list[str]:
    return re.findall(r"data-item>([^<]+)</a>", page)


def tidied(office: Office) -> bool:
    """Whether the traces of what was erased are gone, before anybody loses patience."""
    with closing(sqlite3.connect(office.folder / DATABASE)) as database:
        for _ in range(200):
            if not database.execute("SELECT count(*) FROM erasures").fetchone()[0]:
                return True
            time.sleep(0.05)
    return False


class Troubled:
    """A database that is away."""

    def __init__(self) -> None:
        self.came = Event()

    def tidy(self) -> None:
        self.came.set()
        raise OSError("away")


def polled(page: str) -> str:
    """Where a page looks for news."""
    found = re.search(r'id="poll" hx-get="([^"]+)"', page)
    assert found
    return html.unescape(found[1])


class TestTheList:
    def test_where_nobody_has_said_anything_yet_it_says_so(self, office: Office) -> None:
        mieke = office.signed_in()
        assert "Er zijn nog geen gesprekken" in mieke.gets("/conversations")
        office.says()
        assert "Geen gesprekken die hieraan voldoen" in mieke.gets("/conversations?status=closed")

    def test_filters_combine_and_stand_in_the_address(self, office: Office) -> None:
        office.says("a", plan=plan(), profile=profile(business_name="Oven Een", sector="bakery"))
        office.says("b", plan=plan(), profile=profile(business_name="Schaar", sector="hairdresser"))
        office.says("c", profile=profile(business_name="Oven Twee", sector="bakery"))
        mieke = office.signed_in()
        assert listed(mieke.gets("/conversations")) == ["Oven Twee", "Schaar", "Oven Een"]
        assert listed(mieke.gets("/conversations?status=plan_ready&sector=bakery")) == ["Oven Een"]
        page = mieke.gets("/conversations?status=plan_ready&sector=bakery")
        assert '<option value="bakery" selected>' in page
        assert 'href="/conversations?sector=bakery"' in page, "another status keeps the rest of the filter"

    def test_values_that_mean_nothing_are_passed_over(self, office: Office) -> None:
        office.says(profile=profile(business_name="Oven"))
        page = office.signed_in().gets("/conversations?status=nonsense&after=nonsense&unread=nonsense&x=y")
        assert listed(page) == ["Oven"]

    def test_an_owner_without_a_business_name_goes_by_a_number(self, office: Office) -> None:
        office.says("telegram:4711")
        page = office.signed_in().gets("/conversations")
        assert listed(page) == ["Ondernemer 1"]
        assert "4711" not in page

    def test_what_was_read_is_no_longer_unread(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        assert 'class="unread"' in mieke.gets("/conversations")
        mieke.gets(f"/conversations/{conversation}")
        assert 'class="unread"' not in mieke.gets("/conversations")
        assert listed(mieke.gets("/conversations?unread=1")) == []
        assert 'class="unread"' in office.signed_in(JO).gets("/conversations"), "each coach reads for themselves"

    def test_long_lists_come_in_pages(self, office: Office) -> None:
        for number in range(60):
            office.says(f"owner-{number}")
        mieke = office.signed_in()
        first = mieke.gets("/conversations")
        following = re.findall(r'rel="next" href="([^"]+)"', first)[0].replace("&amp;", "&")
        second = mieke.gets(following)
        assert len(listed(first)) == 50
        assert len(listed(second)) == 10
        assert set(listed(first)).isdisjoint(listed(second))

    def test_a_search_marks_what_was_found_and_leads_to_the_message(self, office: Office) -> None:
        conversation = office.says(words="Onze crème brûlée is <beroemd>")
        page = office.signed_in().gets("/conversations?q=Creme+BRULEE")
        assert re.findall(r"<mark>([^<]+)</mark>", page) == ["crème", "brûlée"]
        assert f'href="/conversations/{conversation}#m1"' in page
        assert "&lt;beroemd&gt;" in page


class TestOneConversation:
    @pytest.fixture
    def conversation(self, office: Office) -> str:
        offer = Fact(value="brood", evidence=1, quote="brood")
        office.says(words="ik bak brood", facts={ProfileField.OFFER: offer}, profile=profile(offer="brood"))
        pressed = Message(kind=MessageKind.BUTTON, text="answer:goal:repeat")
        offered = Reply(text="Wat telt?", buttons=((Button(label="Vaker terug", payload="answer:goal:repeat"),),))
        office.says(words="wat is een persona?", replies=(offered,), asked=Asked(intent="theory", question="goal"))
        office.says(message=pressed)
        taart = Fact(value="taart", evidence=7, quote="taart")
        told = profile(offer="taart").with_fact(ProfileField.OFFER, taart)
        office.says(words="nee, taart", facts={ProfileField.OFFER: taart}, profile=told, plan=plan())
        office.says(message=Message(kind=MessageKind.MEDIA, media="voice"), plan=plan(why_model="omdat."))
        return office.says(words="dank")

    def test_messages_show_who_said_them_and_how(self, office: Office, conversation: str) -> None:
        page = office.signed_in().gets(f"/conversations/{conversation}")
        assert '<span class="pressed">Vaker terug</span>' in page
        assert "Spraakbericht" in page
        assert "vraag terug" in page
        assert re.findall(r'<li id="m(\d+)" class="owner"', page) == ["1", "3", "5", "7", "9", "11"]

    def test_a_fact_leads_to_its_message_and_back_and_shows_what_it_was(
        self, office: Office, conversation: str
    ) -> None:
        page = office.signed_in().gets(f"/conversations/{conversation}")
        fact = page[page.index('id="fact-offer"') :]
        assert 'href="#m7"' in fact
        assert "<del>brood</del>" in fact
        assert f'href="/conversations/{conversation}?pane=profile#fact-offer"' in page

    def test_two_versions_of_the_plan_show_what_changed_between_them(self, office: Office, conversation: str) -> None:
        page = office.signed_in().gets(f"/conversations/{conversation}?pane=plan&version=2&against=1")
        assert "<del>je wil bekender worden.</del>" in page
        assert "<ins>omdat.</ins>" in page
        assert page.count("<ins>") == 1

    def test_news_is_what_came_after_and_nothing_where_nothing_came(self, office: Office, conversation: str) -> None:
        mieke, part = office.signed_in(), {"HX-Request": "true"}
        news = polled(mieke.gets(f"/conversations/{conversation}?pane=review"))
        assert mieke.gets(news, 204, headers=part) == ""
        office.says(words="nog iets")
        page = mieke.gets(news, headers=part)
        assert "nog iets" in page
        assert "Nieuwe berichten: 2." in page
        assert "<html" not in page

    def test_what_a_colleague_changed_is_news_as_well_in_the_pane_that_is_shown(
        self, office: Office, conversation: str
    ) -> None:
        mieke, jo, part = office.signed_in(), office.signed_in(JO), {"HX-Request": "true"}
        news = polled(mieke.gets(f"/conversations/{conversation}?pane=review"))
        jo.acts(f"/conversations/{conversation}/notes", text="Eerst bellen")
        page = mieke.gets(news, headers=part)
        assert "Eerst bellen" in page
        assert "Dit gesprek is bijgewerkt." in page
        assert mieke.gets(polled(page), 204, headers=part) == ""

    def test_a_note_and_a_tag_stand_at_their_message(self, office: Office, conversation: str) -> None:
        mieke, here = office.signed_in(), f"/conversations/{conversation}"
        mieke.acts(f"{here}/notes", text="Even bellen", message=7)
        page = mieke.acts(f"{here}/messages/7/tag", name="Bellen ")
        message = page[page.index('id="m7"') : page.index('id="m8"')]
        assert "Even bellen" in message
        assert "Notitie van Mieke Claes" in message
        assert "bellen <button" in message
        assert listed(mieke.gets("/conversations?tag=bellen")) != []
        mieke.acts(f"{here}/messages/7/untag", name="bellen")
        note = office.opened(conversation).notes[0].id
        mieke.acts(f"{here}/notes/{note}/remove")
        assert "Even bellen" not in mieke.gets(here)

    def test_a_lead_erases_it_and_it_is_gone_for_everybody(self, office: Office, conversation: str) -> None:
        jo, here = office.signed_in(JO), f"/conversations/{conversation}"
        assert "voorgoed" in jo.gets(f"{here}/erase")
        jo.acts(f"{here}/erase")
        assert "komt niet terug" in office.signed_in().gets(here, 404)

    def test_it_is_shared_as_a_file_and_the_audit_log_knows(self, office: Office, conversation: str) -> None:
        mieke, here = office.signed_in(), f"/conversations/{conversation}"
        assert "nee, taart" in mieke.gets(f"{here}/transcript.md?as=named")
        assert '"why_model": "omdat."' in mieke.gets(f"{here}/plan.json?as=named")
        mieke.gets(f"{here}/plan.md?version=9", 404)
        entries = office.parts.audit.entries(MIEKE, act=Act.EXPORTED).items
        assert [entry.detail for entry in entries] == ["plan 2 json named", "transcript md named"]


class TestActing:
    def test_what_was_typed_is_not_lost_where_it_is_refused(self, office: Office) -> None:
        conversation, mieke = office.says(plan=plan()), office.signed_in()
        given = {"seen": office.opened(conversation).revision, "path": "stages.0.message"}
        here = f"/conversations/{conversation}/plan/line"
        page = mieke.acts(here, 422, text="Bel Jan op 0478 12 34 56.", **given)
        assert "geen naam, nummer of mailadres van iemand (“0478 12 34 56”)" in page
        assert ">Bel Jan op 0478 12 34 56.</textarea>" in page
        assert 'name="path" value="stages.0.message"' in page
        assert "Bel ons." in mieke.acts(here, text="Bel ons.", **given)

    def test_what_is_mended_after_a_refusal_overwrites_no_colleague(self, office: Office) -> None:
        conversation, mieke, jo = office.says(plan=plan()), office.signed_in(), office.signed_in(JO)
        here, line = f"/conversations/{conversation}/plan/line", {"path": "stages.0.message"}
        seen = office.opened(conversation).revision
        jo.acts(here, text="De tekst van Jo.", seen=seen, **line)
        refused = mieke.acts(here, 422, text="Bel Jan op 0478 12 34 56.", seen=seen, **line)
        still = re.findall(r'name="seen" value="(\d+)"', refused)
        conflict = mieke.acts(here, 409, text="Bel ons.", seen=still[0], **line)
        assert "De tekst van Jo." in conflict
        assert office.opened(conversation).plans[-1].plan.stages[0].message.text == "De tekst van Jo."

    def test_a_corrected_fact_offers_to_make_the_plan_anew_where_there_is_one(self, office: Office) -> None:
        early, late = office.says("early"), office.says("late", plan=plan())
        mieke = office.signed_in()
        for conversation, offers in ((early, 0), (late, 1)):
            seen = office.opened(conversation).revision
            page = mieke.acts(f"/conversations/{conversation}/facts/offer", seen=seen, text="taart")
            assert page.count("Plan opnieuw maken") == offers
            assert "verbeterd door Mieke Claes" in page

    def test_what_a_coach_corrects_is_taken_from_no_message(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        seen = office.opened(conversation).revision
        mieke.acts(f"/conversations/{conversation}/facts/offer", seen=seen, text="taart")
        assert [line.fields for line in office.opened(conversation).lines] == [(), ()]


class TestBeside:
    def test_what_was_erased_is_overwritten_also_where_no_bot_runs(self, office: Office) -> None:
        office.signed_in(JO).acts(f"/conversations/{office.says()}/erase")
        with TestClient(office.app, base_url=URL):
            assert tidied(office)

    def test_trouble_with_the_database_ends_nothing(self, office: Office) -> None:
        troubled = Troubled()
        app = application(replace(parts_of(office.parts), keeping=troubled), Place(URL, "s" * 40))
        with TestClient(app, base_url=URL) as client:
            assert troubled.came.wait(10)
            assert client.get("/sign-in").status_code == 200


class TestInsight:
    def test_each_figure_that_has_numbers_is_a_picture_and_a_file(self, office: Office) -> None:
        office.says(plan=plan(), profile=profile(channels_current=("instagram",), model="aida"))
        mieke = office.signed_in()
        page = mieke.gets("/insight?days=0")
        assert 'aria-label="Gekozen modellen"' in page
        assert "AIDA,1" in mieke.gets("/insight/models.csv?days=0")
        mieke.gets("/insight/nonsense.csv", 404)


class TestLeading:
    def test_who_did_what_stands_in_the_audit_log(self, office: Office) -> None:
        conversation = office.says()
        office.signed_in().gets(f"/conversations/{conversation}")
        page = office.signed_in(JO).gets("/audit?coach=mieke&act=saw")
        assert re.findall(r"<td>(bekeken|aangemeld)</td>", page) == ["bekeken"]

    def test_who_searched_and_found_something_stands_in_it_but_not_what_for(self, office: Office) -> None:
        office.says(words="taart")
        for words in ("taart", "niets", "taart"):
            office.signed_in().gets(f"/conversations?q={words}")
        page = office.signed_in(JO).gets("/audit?coach=mieke&act=searched")
        assert page.count("<td>gezocht in gesprekken</td>") == 1
        assert "taart" not in page

    def test_the_log_names_conversations_as_long_as_they_are_there(self, office: Office) -> None:
        conversation, jo = office.says(profile=profile(business_name="Oven Een")), office.signed_in(JO)
        jo.gets(f"/conversations/{conversation}")
        assert listed(jo.gets("/audit?act=saw")) == ["Oven Een"]
        jo.acts(f"/conversations/{conversation}/erase")
        page = jo.gets("/audit?act=deleted")
        assert listed(page) == []
        assert "gewist gesprek" in page

    def test_what_the_log_says_besides_is_in_words(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        mieke.acts(f"/conversations/{conversation}/assign", seen=office.opened(conversation).revision, code="mieke")
        mieke.gets(f"/conversations/{conversation}/transcript.md?as=anonymous")
        page = office.signed_in(JO).gets("/audit?coach=mieke")
        assert re.findall(r'<td class="quiet">([^<]+)</td>', page) == ["gesprek · Markdown · anoniem", "Mieke Claes"]

    @pytest.mark.parametrize("code", ["named", "offer", "anonymous", "coach"])
    def test_a_coach_whose_code_is_a_word_of_the_log_goes_by_name(self, office: Office, code: str) -> None:
        conversation, jo = office.says(), office.signed_in(JO)
        office.adds(Reader(agency="main", code=code, name="Piet Maes"))
        jo.acts(f"/coaches/{code}/role", role="coach")
        jo.acts(f"/conversations/{conversation}/assign", seen=office.opened(conversation).revision, code=code)
        assert '<td class="quiet">Piet Maes · Coach</td>' in jo.gets("/audit?act=coach_changed")
        assert '<td class="quiet">Piet Maes</td>' in jo.gets("/audit?act=assigned")

    def test_it_says_in_words_which_line_of_a_plan_was_edited(self, office: Office) -> None:
        conversation, mieke = office.says(plan=plan()), office.signed_in()
        for path in ("stages.1.suggestions.0.text", "stages.0.message", "persona.who", "why_model"):
            seen = office.opened(conversation).revision
            mieke.acts(f"/conversations/{conversation}/plan/line", seen=seen, path=path, text=f"Gewijzigd: {path}.")
        page = office.signed_in(JO).gets("/audit?act=edited")
        assert re.findall(r'<td class="quiet">([^<]+)</td>', page) == [
            "Waarom dit model",
            "De klant · Wie",
            "AIDA: Attention · Boodschap",
            "AIDA: Interest · 2a · Tekst",
        ]

    def test_it_says_who_it_was_where_it_was_no_coach(self, office: Office) -> None:
        conversation, audit = office.says(), office.parts.audit
        audit.by_operator(Act.EXPORTED, conversation, "transcript md named")
        office.says("ayse", replies=(Reply(text="Alles.", document=Document(name="x.zip", format="zip")),))
        office.says("ayse", erases=True)
        page = office.signed_in(JO).gets("/audit")
        rows = [re.findall(r"<td[^>]*>([^<]*)", row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.S)]
        assert [row[1:3] for row in rows if row][1:] == [
            ["Ondernemer", "gewist"],
            ["Ondernemer", "gedownload"],
            ["Beheerder, op de opdrachtregel", "gedownload"],
        ]
        assert "alle gegevens · door de ondernemer zelf" in page

    def test_settings_show_no_secret(self, office: Office) -> None:
        page = office.signed_in(OLGA).gets("/settings")
        assert "CONSOLE_URL" in page
        assert "s" * 40 not in page


class TestLanguages:
    def test_a_coach_reads_in_the_language_of_choice(self, office: Office) -> None:
        mieke = office.signed_in()
        assert '<html lang="nl">' in mieke.gets("/help")
        assert '<html lang="en">' in mieke.acts("/me/language", language="en")
        assert "Conversations" in mieke.gets("/conversations")
        mieke.acts("/me/language", language="xx")
        assert '<html lang="en">' in mieke.gets("/help")

    def test_a_coach_keeps_menu_and_language_where_something_is_not_there(self, office: Office) -> None:
        page = office.signed_in(OLGA).gets("/conversations/nothing", 404, headers={"Accept-Language": "en"})
        assert "Dit is er niet" in page
        assert "Instellingen" in page
        assert "Gesprekken" not in office.stranger().gets("/nothing", 404)

    @pytest.mark.parametrize(
        ("wanted", "given"),
        [("en-GB,en;q=0.9", "en"), ("fr,nl;q=0.5,en;q=0.7", "en"), ("fr", "nl"), ("en;q=x", "nl"), ("", "nl")],
    )
    def test_a_stranger_reads_what_the_browser_asks_for(self, office: Office, wanted: str, given: str) -> None:
        assert f'<html lang="{given}">' in office.stranger().gets("/sign-in", headers={"Accept-Language": wanted})

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_text_that_a_template_asks_for_is_there(self, language: str) -> None:
        asked = {
            (template.name, key)
            for template in TEMPLATES
            for key in re.findall(r"""\bsay\(["']([a-z_.0-9]+)["'][),]""", template.read_text())
        }
        assert len(asked) > 150
        assert {(name, key) for name, key in asked if f"console.{key}" not in texts(language)} == set()


def test_who_was_sent_to_the_door_comes_in_where_they_wanted_to_be(office: Office) -> None:
    conversation, stranger = office.says(), office.stranger()
    stranger.client.get(f"/conversations/{conversation}?pane=plan")
    answer = stranger.sends("/sign-in", code="mieke", password=PASSWORD)
    assert answer.headers["location"] == f"/conversations/{conversation}?pane=plan"
