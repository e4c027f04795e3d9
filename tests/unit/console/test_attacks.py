"""What an attacker tries at the console, and gets: nothing."""

import csv
import io
import re
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from limits import parse
from markdown_it import MarkdownIt

from coaching.desk.records import Asked, Opened
from coaching.desk.staff import Reader, Role
from coaching.message import Button, Message, MessageKind, Reply
from console.application import application
from console.guarding.attempts import Attempts
from console.invitations import kept
from console.parts import Place
from console.routes import ROUTERS
from console.spreadsheets import csv_file
from journey.profile import Fact, ProfileField
from tests.making import plan, profile, with_stage
from tests.unit.console.office import JO, MIEKE, OLGA, PASSWORD, SVEN, Browser, Office

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>{{ 7*7 }}"
EVIL_COACH = Reader(agency="main", code="evil", name=EVIL, role=Role.LEAD)


def routes(method: str) -> list[str]:
    """The paths of all pages, or of all forms."""
    every = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    found = sorted({route.path for route in every if method in (route.methods or ())})
    assert len(found) > 15
    return found


def addressed(path: str, conversation: str) -> str:
    values = {
        "conversation": conversation,
        "number": "1",
        "field": "offer",
        "version": "1",
        "kind": "md",
        "key": "funnel",
        "article": "x",
        "code": "mieke",
        "token": "x",
    }
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], path)


ARTICLE = ("artikel.md", b"# Wachtrijen\n\nEen wachtrij voelt korter als klanten zien hoeveel er voor zijn.\n")
OPEN_TO_ALL = {"/sign-in", "/welcome/{token}", "/sign-out"}


class TestNobodySignedIn:
    def test_every_page_but_the_door_leads_to_the_door(self, office: Office) -> None:
        conversation, stranger = office.says(words="een geheim"), office.stranger()
        paths = [path for path in routes("GET") if path not in OPEN_TO_ALL]
        for path in paths:
            answer = stranger.client.get(addressed(path, conversation))
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), path
            assert "geheim" not in answer.text

    def test_every_change_is_refused_or_leads_to_the_door(self, office: Office) -> None:
        conversation, stranger = office.says(), office.stranger()
        before = office.opened(conversation)
        paths = [path for path in routes("POST") if path not in OPEN_TO_ALL]
        for path in paths:
            answer = stranger.sends(addressed(path, conversation), seen=before.revision, text="x", name="x", code="x")
            assert (answer.status_code, answer.headers.get("location")) == (303, "/sign-in"), path
        assert office.opened(conversation) == before

    def test_no_description_of_the_program_is_served(self, office: Office) -> None:
        for path in ("/docs", "/redoc", "/openapi.json"):
            office.stranger().gets(path, status=404)

    def test_nothing_beside_the_static_files_is_served(self, office: Office) -> None:
        for path in ("/static/../application.py", "/static/%2e%2e/application.py", "/static/..%2fapplication.py"):
            office.stranger().gets(path, status=404)

    def test_the_door_sends_nobody_to_another_site(self, office: Office) -> None:
        for path in ("//evil.example/x", "/%5Cevil.example", "/conversations"):
            stranger = office.stranger()
            stranger.client.get(f"http://127.0.0.1:8090{path}")
            answer = stranger.sends("/sign-in", code="mieke", password=PASSWORD)
            assert re.match(r"/[\w%]", answer.headers["location"]), path

    def test_a_host_that_is_not_ours_is_refused(self, office: Office) -> None:
        assert office.stranger().client.get("/sign-in", headers={"Host": "evil.example"}).status_code == 400


class TestForgedForms:
    def test_no_change_is_made_without_the_token_of_the_session(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        before = office.opened(conversation)
        for path in routes("POST"):
            for form in ({}, {"csrf": ""}, {"csrf": "x" * 43}):
                given = {"seen": before.revision, "text": "x", "name": "x", "password": "x", **form}
                answer = mieke.client.post(addressed(path, conversation), data=given)
                assert answer.status_code in (400, 422), path
        assert office.opened(conversation) == before

    def test_the_token_of_another_session_is_no_good(self, office: Office) -> None:
        conversation, mieke, jo = office.says(), office.signed_in(), office.signed_in(JO)
        foreign = re.findall(r'name="csrf" value="([^"]+)"', jo.gets("/me"))[0]
        answer = mieke.client.post(f"/conversations/{conversation}/notes", data={"csrf": foreign, "text": "vals"})
        assert answer.status_code == 400
        assert office.opened(conversation).notes == ()

    def test_signing_in_needs_a_token_too(self, office: Office) -> None:
        answer = office.stranger().client.post("/sign-in", data={"code": "mieke", "password": PASSWORD})
        assert answer.status_code == 400

    def test_a_page_that_is_only_looked_at_changes_nothing(self, office: Office) -> None:
        conversation, jo = office.says(), office.signed_in(JO)
        for path in ("approve", "erase", "close", "take-over", "notes"):
            jo.client.get(f"/conversations/{conversation}/{path}")
        assert office.opened(conversation).head.status == "interviewing"


class TestAnotherAgency:
    def test_its_conversations_answer_as_if_they_did_not_exist(self, office: Office) -> None:
        conversation = office.says(words="een geheim", plan=plan())
        sven = office.signed_in(SVEN)
        for path in [path for path in routes("GET") if "{conversation}" in path]:
            real = sven.client.get(addressed(path, conversation), params={"after": 0, "path": "why_model"})
            unknown = sven.client.get(addressed(path, "f" * 32), params={"after": 0, "path": "why_model"})
            same = (unknown.status_code, unknown.text.replace("f" * 32, conversation))
            assert (real.status_code, real.text) == same, path
            assert "geheim" not in real.text

    def test_nothing_of_it_can_be_changed(self, office: Office) -> None:
        conversation = office.says(plan=plan())
        before = office.opened(conversation)
        sven = office.signed_in(SVEN)
        for path in [path for path in routes("POST") if "{conversation}" in path]:
            form = {"seen": before.revision, "text": "vals", "name": "vals", "path": "why_model", "code": "sven"}
            answer = sven.sends(addressed(path, conversation), **form)
            assert answer.status_code in (404, 303), path
        assert office.opened(conversation) == before

    def test_it_is_not_in_lists_counts_searches_figures_or_files(self, office: Office) -> None:
        office.says(words="een geheim", plan=plan(), facts={}, asked=Asked(intent="theory", question="goal"))
        sven = office.signed_in(SVEN)
        for path in ("/conversations", "/conversations?status=plan_ready", "/insight", "/insight/funnel.csv?days=0"):
            assert "Molenzicht" not in sven.gets(path), path
            assert "geheim" not in sven.gets(path), path
        assert "<mark>" not in sven.gets("/conversations?q=geheim")

    def test_its_coaches_are_not_seen_renamed_or_shut_out(self, office: Office) -> None:
        sven = office.signed_in(SVEN)
        assert "Mieke" not in sven.gets("/coaches") + sven.gets("/audit")
        assert sven.sends("/coaches/mieke/role", role="operator").status_code == 404
        assert sven.sends("/coaches/mieke/active", active="0").status_code == 404
        sven.acts("/coaches", 422, code="mieke", name="Gekaapt", role="coach")
        account = office.parts.staff.account("mieke")
        assert account is not None
        assert (account.reader, account.active) == (MIEKE, True)

    def test_its_articles_and_coaches_are_out_of_reach(self, office: Office) -> None:
        conversation, jo, sven = office.says(), office.signed_in(JO), office.signed_in(SVEN)
        jo.sends("/library", title="Ons artikel", label="general/content", language="nl", file=ARTICLE)
        (article,) = office.parts.articles.all(JO)
        for act in ("switch", "again", "remove"):
            assert sven.sends(f"/library/{article.id}/{act}", on="0").status_code == 404, act
        assert "Ons artikel" not in sven.gets("/library?q=artikel")
        assert office.parts.articles.all(JO) == (article,)
        seen = office.opened(conversation).revision
        page = jo.acts(f"/conversations/{conversation}/assign", seen=seen, code="sven")
        assert "geen coach met die code" in page
        assert office.opened(conversation).head.assignee == ""

    def test_a_note_is_not_taken_away_by_its_number_from_elsewhere(self, office: Office) -> None:
        ours, other = office.says("noor"), office.says("ayse")
        office.signed_in(JO).acts(f"/conversations/{ours}/notes", text="van Jo")
        note = office.opened(ours).notes[0].id
        for reader, conversation in ((SVEN, ours), (JO, other), (MIEKE, ours)):
            office.signed_in(reader).sends(f"/conversations/{conversation}/notes/{note}/remove")
        assert [each.text for each in office.opened(ours).notes] == ["van Jo"]


class TestRoles:
    LEADS = ("/audit", "/coaches")
    OPERATES = ("/settings",)

    def test_a_coach_sees_nothing_of_a_lead_or_operator(self, office: Office) -> None:
        mieke = office.signed_in()
        for path in (*self.LEADS, *self.OPERATES):
            mieke.gets(path, status=403)
            assert f'href="{path}"' not in mieke.gets("/help")

    def test_a_lead_sees_no_settings(self, office: Office) -> None:
        jo = office.signed_in(JO)
        jo.gets("/settings", status=403)
        for path in self.LEADS:
            jo.gets(path)

    def test_a_coach_erases_assigns_and_promotes_nobody(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        mieke.gets(f"/conversations/{conversation}/erase", status=403)
        assert mieke.sends(f"/conversations/{conversation}/erase").status_code == 403
        assert mieke.sends(f"/conversations/{conversation}/assign", seen=1, code="jo").status_code == 303
        assert mieke.sends("/coaches/mieke/role", role="operator").status_code == 403
        assert mieke.sends("/coaches", code="nieuw", name="Nieuw", role="coach").status_code == 403
        assert office.opened(conversation).head.assignee == ""

    def test_a_lead_makes_no_operator_and_changes_none(self, office: Office) -> None:
        jo = office.signed_in(JO)
        assert jo.sends("/coaches/mieke/role", role="operator").status_code == 403
        assert jo.sends("/coaches/olga/role", role="coach").status_code == 403
        assert jo.sends("/coaches/olga/active", active="0").status_code == 403
        assert jo.sends("/coaches", code="olga", name="Olga", role="coach").status_code == 403
        account = office.parts.staff.account("olga")
        assert account is not None
        assert (account.reader.role, account.active, account.invited) == (Role.OPERATOR, True, None)

    def test_nobody_invites_themselves_into_another_role(self, office: Office) -> None:
        olga = office.signed_in(OLGA)
        assert olga.sends("/coaches", code="olga", name="Olga", role="coach").status_code == 403
        assert "Instellingen" in olga.gets("/help")

    def test_a_new_link_changes_no_role(self, office: Office) -> None:
        assert "/welcome/" in office.signed_in(OLGA).acts("/coaches", 200, code="jo", name="Jo", role="coach")
        account = office.parts.staff.account("jo")
        assert account is not None
        assert account.reader.role is Role.LEAD

    def test_a_role_that_is_taken_away_is_gone_at_once(self, office: Office) -> None:
        jo = office.signed_in(JO)
        office.signed_in(OLGA).acts("/coaches/jo/role", role="coach")
        assert jo.client.get("/audit").headers["location"] == "/sign-in"

    def test_a_coach_who_is_let_out_is_out_at_once_and_stays_out(self, office: Office) -> None:
        mieke = office.signed_in()
        office.signed_in(JO).acts("/coaches/mieke/active", active="0")
        assert mieke.client.get("/conversations").headers["location"] == "/sign-in"
        assert mieke.sends("/sign-in", code="mieke", password=PASSWORD).status_code == 401


class TestWhatOwnersWrite:
    @pytest.fixture
    def conversation(self, office: Office) -> str:
        told = profile(business_name=EVIL, offer=EVIL, sector="bakery", usp=EVIL)
        fact = Fact(value=EVIL, evidence=1, quote=EVIL)
        office.says(words=EVIL, profile=told, facts={ProfileField.OFFER: fact})
        again = fact.model_copy(update={"value": f"{EVIL}!", "evidence": 3})
        evil = plan(title=EVIL, why_model=EVIL)
        buttons = ((Button(label=EVIL[:60], payload="x"),),)
        asked = Asked(intent="theory", question="goal", label=EVIL[:60])
        office.says(
            words=EVIL,
            facts={ProfileField.OFFER: again},
            plan=evil,
            replies=(Reply(text=EVIL, buttons=buttons),),
            asked=asked,
            unhelpful=True,
        )
        return office.says(words=EVIL, plan=with_stage(evil, 0, title=EVIL, stage="attention"))

    def test_it_is_shown_as_text_in_every_place(self, office: Office, conversation: str) -> None:
        jo = office.signed_in(JO)
        here = f"/conversations/{conversation}"
        jo.sends(f"{here}/notes", text=EVIL, message=1)
        jo.sends(f"{here}/notes", text=EVIL, version=1, place="why_model")
        jo.sends(f"{here}/messages/1/tag", name=EVIL[:40])
        pages = [
            "/conversations",
            "/conversations?q=script",
            "/insight?days=0",
            "/audit",
            here,
            f"{here}?pane=plan",
            f"{here}?pane=plan&version=2&against=1",
            f"{here}?pane=review",
            f"{here}/news?after=0",
            f"{here}/messages/1",
            f"{here}/facts/offer",
            f"{here}/plan/2/line?path=why_model",
        ]
        for page in pages:
            for headers in ({}, {"HX-Request": "true"}):
                self.says_nothing_evil(jo.gets(page, headers=headers), page)
        assert "&lt;script&gt;" in jo.gets(here)
        assert "49" not in re.findall(r'<div class="words">.*?</div>', jo.gets(here))[0]

    def test_it_is_no_tag_in_a_file_either(self, office: Office, conversation: str) -> None:
        mieke, shown = office.signed_in(), MarkdownIt("commonmark", {"html": True})
        for name in ("transcript.md", "plan.md"):
            for how in ("named", "anonymous"):
                file = mieke.gets(f"/conversations/{conversation}/{name}?as={how}")
                self.says_nothing_evil(shown.render(file), name)

    def test_names_that_coaches_give_are_shown_as_text_too(self, office: Office) -> None:
        jo = office.signed_in(JO)
        jo.sends("/library", title=EVIL, source=EVIL, label="general/content", language="nl", file=ARTICLE)
        self.says_nothing_evil(jo.gets("/library"), "library")
        self.says_nothing_evil(jo.acts("/coaches", 200, code="evil", name=EVIL, role="coach"), "invited")
        office.adds(EVIL_COACH)
        evil, here = office.signed_in(EVIL_COACH), f"/conversations/{office.says()}"
        evil.sends(f"{here}/notes", text="dag", message=1)
        for path in ("/coaches", "/me", "/audit", "/conversations", here):
            self.says_nothing_evil(evil.gets(path), path)

    def test_it_is_shown_as_text_in_a_conflict(self, office: Office, conversation: str) -> None:
        answer = office.signed_in().acts(f"/conversations/{conversation}/facts/offer", 409, seen=0, text=EVIL)
        self.says_nothing_evil(answer, "conflict")

    def test_what_is_searched_for_is_shown_as_text(self, office: Office) -> None:
        self.says_nothing_evil(office.signed_in().gets(f"/conversations?q={EVIL}&after={EVIL}&tag={EVIL}"), "search")

    def says_nothing_evil(self, page: str, name: str) -> None:
        ours = re.sub(r'<script src="/static/[a-z.]+" defer></script>', "", page)
        assert "<script" not in ours, name
        assert "<img src=x" not in ours, name
        assert "<svg/onload" not in ours, name
        assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', ours)), name

    def test_a_table_for_a_spreadsheet_runs_no_formula(self, office: Office) -> None:
        for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "\uff1d1+1", "\u00a0=1"):
            written = csv_file("x", ["a"], [[cell, 3]]).body
            first, number = list(csv.reader(io.StringIO(bytes(written).decode("utf-8-sig"))))[1]
            assert first.startswith("'")
            assert number == "3"

    def test_no_script_style_or_frame_from_elsewhere_or_inline_is_allowed(self, office: Office) -> None:
        headers = office.stranger().client.get("/sign-in").headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"

    def test_no_template_has_anything_inline(self) -> None:
        for template in (Path(__file__).parents[3] / "console" / "templates").rglob("*.html"):
            text = template.read_text()
            assert not re.search(r"\sstyle=|\son[a-z]+=\"|hx-on|javascript:|\|\s*safe|<style", text), template.name
            assert re.findall(r"<script(?! src=\"/static/)", text) == [], template.name

    def test_no_name_of_ours_or_theirs_breaks_out_of_the_headers_of_a_file(self, office: Office) -> None:
        breaking = 'a"; filename=b.html\r\nSet-Cookie: x=1'
        conversation = office.says(profile=profile(business_name=breaking), plan=plan(title=breaking))
        mieke = office.signed_in()
        for path in (
            f"/conversations/{conversation}/transcript.md",
            f"/conversations/{conversation}/plan.json?as=named",
        ):
            told = mieke.client.get(path).headers["content-disposition"]
            assert re.fullmatch(r'attachment; filename="(?:transcript-1\.md|plan-1-v1\.json)"', told)


class TestUploads:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("plaatje.md", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
            ("plaatje.html", b"<?xml version='1.0'?><!DOCTYPE svg><svg/>"),
            ("artikel.pdf", b"MZ\x90\x00 a program"),
            ("artikel.docx", b"PK\x03\x04 no word file"),
            ("../../artikel.md", b"   \n"),
        ],
    )
    def test_what_is_no_article_is_refused_whatever_it_is_called(
        self, office: Office, name: str, content: bytes
    ) -> None:
        given = {"title": "Evil", "label": "general/content", "language": "nl"}
        assert 'class="tell bad"' in office.signed_in(JO).acts("/library", file=(name, content), **given)
        assert office.parts.articles.all(JO) == ()


class TestSigningIn:
    def test_the_answer_is_the_same_whether_there_is_such_a_coach(self, office: Office) -> None:
        office.parts.staff.set_active(JO, "olga", False)
        answers = [
            office.stranger().sends("/sign-in", code=code, password=word)
            for code, word in (("mieke", "fout"), ("niemand", "fout"), ("olga", PASSWORD), ("", ""))
        ]
        shown = {(a.status_code, re.sub(r'value="[^"]{40,}"', "", a.text)) for a in answers}
        assert len(shown) == 1
        assert all(answer.headers.keys() == answers[0].headers.keys() for answer in answers)

    def test_who_guesses_is_held_up_also_with_the_right_password_at_last(self, tmp_path: Path) -> None:
        office = Office(tmp_path, Attempts(parse("3 per hour"), parse("100 per hour")))
        stranger = office.stranger()
        for _ in range(3):
            assert stranger.sends("/sign-in", code="mieke", password="fout").status_code == 401
        assert stranger.sends("/sign-in", code="mieke", password=PASSWORD).status_code == 429
        assert stranger.sends("/sign-in", code="niemand", password="fout").status_code == 401

    def test_who_tries_many_codes_is_held_up_by_address(self, tmp_path: Path) -> None:
        office = Office(tmp_path, Attempts(parse("100 per hour"), parse("3 per hour")))
        stranger = office.stranger()
        told = [stranger.sends("/sign-in", code=f"x{n}", password="fout").status_code for n in range(4)]
        assert told == [401, 401, 401, 429]

    def test_signing_in_begins_a_new_session_and_a_new_token(self, office: Office) -> None:
        stranger = office.stranger()
        page = stranger.gets("/sign-in")
        before = re.findall(r'name="csrf" value="([^"]+)"', page)
        cookie = stranger.client.cookies["console"]
        stranger.sends("/sign-in", code="mieke", password=PASSWORD)
        assert stranger.client.cookies["console"] != cookie
        assert re.findall(r'name="csrf" value="([^"]+)"', stranger.gets("/me"))[0] != before[0]

    def test_another_password_ends_every_other_session(self, office: Office) -> None:
        here, there = office.signed_in(), office.signed_in()
        here.acts("/me/password", old=PASSWORD, password="heel andere woorden", again="heel andere woorden")
        assert there.client.get("/conversations").headers["location"] == "/sign-in"
        here.gets("/conversations")

    def test_a_password_is_not_changed_without_the_old_one(self, office: Office) -> None:
        mieke = office.signed_in()
        mieke.acts("/me/password", 422, old="fout", password="heel andere woorden", again="heel andere woorden")
        office.signed_in()

    def test_a_link_works_once_and_a_made_up_one_never(self, office: Office) -> None:
        page = office.signed_in(JO).acts("/coaches", 200, code="nieuw", name="Nieuwe", role="coach")
        link = re.findall(r"/welcome/[\w-]{40,}", page)[0]
        chosen = {"password": "vijf losse woorden dus", "again": "vijf losse woorden dus"}
        assert office.stranger().sends(link, password="kort", again="kort").status_code == 422
        assert office.stranger().sends(link, **chosen).headers["location"] == "/conversations"
        for path in (link, f"/welcome/{'x' * 43}", "/welcome/x"):
            assert office.stranger().sends(path, **chosen).status_code == 404

    def test_a_link_is_kept_only_as_a_hash(self, office: Office) -> None:
        page = office.signed_in(JO).acts("/coaches", 200, code="nieuw", name="Nieuwe", role="coach")
        token = re.findall(r"/welcome/([\w-]{40,})", page)[0]
        assert office.parts.staff.invited(token) is None
        assert office.parts.staff.invited(kept(token)) is not None


class TestCookies:
    def test_a_cookie_that_was_tampered_with_signs_nobody_in(self, office: Office) -> None:
        mieke = office.signed_in()
        signed = mieke.client.cookies["console"]
        data, rest = signed.split(".", 1)
        forged = b64encode(b64decode(data).replace(b"mieke", b"olga"))
        for cookie in (f"{forged.decode()}.{rest}", data, f"{data}.", rest, "x", signed[:-1]):
            stranger = office.stranger()
            stranger.client.cookies.set("console", cookie)
            assert stranger.client.get("/conversations").headers["location"] == "/sign-in"

    def test_a_cookie_signed_with_another_secret_signs_nobody_in(self, office: Office, tmp_path: Path) -> None:
        from app.console import parts_of

        other = application(parts_of(office.parts), Place("http://127.0.0.1:8090", "t" * 40))
        stranger = Browser(type(office.stranger().client)(other, base_url="http://127.0.0.1:8090"))
        stranger.sends("/sign-in", code="olga", password=PASSWORD)
        victim = office.stranger()
        victim.client.cookies.set("console", stranger.client.cookies["console"])
        assert victim.client.get("/conversations", follow_redirects=False).headers["location"] == "/sign-in"

    def test_no_script_and_no_other_site_gets_at_the_cookie(self, office: Office) -> None:
        cookie = office.stranger().client.get("/sign-in").headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie

    def test_by_https_the_cookie_and_the_browser_are_bound_to_it(self, office: Office) -> None:
        from app.console import parts_of

        secure = application(parts_of(office.parts), Place("https://console.example", "s" * 40))
        answer = type(office.stranger().client)(secure, base_url="https://console.example").get("/sign-in")
        assert answer.headers["set-cookie"].startswith("__Host-console=")
        assert "; secure" in answer.headers["set-cookie"].lower()
        assert "max-age" in answer.headers["strict-transport-security"]

    def test_signing_out_leaves_nothing_in_the_browser(self, office: Office) -> None:
        mieke = office.signed_in()
        mieke.sends("/sign-out")
        assert mieke.client.get("/conversations").headers["location"] == "/sign-in"


class TestTooMuch:
    def test_a_request_larger_than_any_form_is_refused(self, office: Office) -> None:
        mieke = office.signed_in()
        assert mieke.client.post("/library", content=b"x" * 6_000_000).status_code == 413

    def test_one_that_lies_about_its_size_as_well(self, office: Office) -> None:
        def chunks() -> Any:
            for _ in range(100):
                yield b"x" * 100_000

        mieke = office.signed_in()
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert mieke.client.post("/library", content=chunks(), headers=headers).status_code in (400, 413)
        assert mieke.client.post("/sign-out", content=chunks(), headers=headers).status_code == 413

    @pytest.mark.parametrize("size", ["-1", "x", "9" * 30])
    def test_a_size_that_is_none_is_refused(self, office: Office, size: str) -> None:
        assert office.stranger().client.post("/sign-in", headers={"Content-Length": size}).status_code == 413

    def test_a_note_longer_than_a_note_is_refused(self, office: Office) -> None:
        conversation, mieke = office.says(), office.signed_in()
        assert mieke.sends(f"/conversations/{conversation}/notes", text="x" * 5000).status_code == 422
        opened: Opened = office.opened(conversation)
        assert opened.notes == ()

    @pytest.mark.parametrize("number", ["-1", "99999999999999999999", "x", "1.5"])
    def test_numbers_beyond_all_measure_do_no_harm(self, office: Office, number: str) -> None:
        conversation, mieke = office.says(), office.signed_in()
        here = f"/conversations/{conversation}"
        for path in (f"{here}/messages/{number}", f"{here}/news?after={number}", f"{here}?version={number}"):
            assert mieke.client.get(path).status_code in (200, 204, 404, 422), path
        for path, form in ((f"{here}/notes", {"text": "x", "message": number}), (f"{here}/assign", {"seen": number})):
            assert mieke.sends(path, **form).status_code in (303, 403, 404, 422), path


def test_what_no_database_keeps_is_kept_otherwise(office: Office) -> None:
    conversation, mieke = office.says(), office.signed_in()
    mieke.acts(f"/conversations/{conversation}/notes", text="a\0b")
    assert office.opened(conversation).notes[0].text == "a\ufffdb"
    for path in ("/conversations?q=%00", "/conversations?tag=%00&after=%00", "/library?q=%00"):
        mieke.gets(path)
    mieke.gets("/conversations/%00", 404)


def test_a_command_is_no_message_to_a_browser(office: Office) -> None:
    conversation = office.says(message=Message(kind=MessageKind.COMMAND, text=f"/start {EVIL}"))
    page = office.signed_in().gets(f"/conversations/{conversation}")
    assert "<code>/start &lt;script&gt;" in page
