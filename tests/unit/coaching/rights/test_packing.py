"""Everything that is kept of an owner, to be read by somebody who is no lawyer."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

import pytest

from coaching.desk.records import Note, Tag
from coaching.message import MessageKind
from coaching.records import Consent, OwnData, OwnTalk, PlanVersion, Transcript, TranscriptHead, TranscriptLine
from coaching.rights.packing import packed
from journey.profile import Fact, Profile, ProfileField
from journey.trades import Sector
from tests.making import plan

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def own(language: str = "nl", **more: object) -> OwnData:
    head = TranscriptHead(
        id="7f", owner="telegram:1", language=language, phase="asking", messages=2, plans=1, started=AT, last=AT
    )
    facts = {
        ProfileField.SECTOR: Fact(value="bakery", status="told", evidence=1, quote="bakkerij"),
        ProfileField.LOCATION: Fact(value="<b>Gent</b>", status="assumed"),
    }
    lines = (
        TranscriptLine(number=1, at=AT, sender="owner", kind=MessageKind.TEXT, text="ik heb een *bakkerij*"),
        TranscriptLine(number=2, at=AT, sender="coach", kind=MessageKind.TEXT, text="Mooi!"),
        TranscriptLine(number=3, at=AT, sender="owner", kind=MessageKind.TEXT, text="", media="voice"),
        TranscriptLine(number=4, at=AT, sender="coach", by="mieke", kind=MessageKind.TEXT, text="Dag"),
    )
    plans = (PlanVersion(version=1, plan=plan(), made=AT),)
    talk = OwnTalk(
        transcript=Transcript(head=head, lines=lines, profile=Profile(facts=facts), plans=plans),
        notes=(Note(id=1, text="Belt liever", by="mieke", by_name="Mieke Claes", at=AT),),
        tags=(Tag(message=1, name="taart", by="mieke"),),
    )
    values = {"owner": "telegram:1", "consent": Consent(version="2026-11", given=AT), "talks": (talk,)}
    return OwnData.model_validate({**values, **more})


def files(of: OwnData, sectors: Mapping[str, Sector] = MappingProxyType({})) -> dict[str, str]:
    pack = ZipFile(BytesIO(packed(of, sectors)))
    return {name: pack.read(name).decode() for name in pack.namelist()}


def text_of(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page)


def test_a_page_in_plain_words_comes_first_and_the_same_for_programs_beside_it() -> None:
    names = list(files(own()))
    assert names[0] == "lees-mij.html"
    assert names[-1] == "mijn-gegevens.json"
    assert {name.rpartition(".")[2] for name in names[1:-1]} == {"html", "md"}
    assert next(iter(files(own("en")))) == "read-me.html"


def test_the_page_tells_what_is_remembered_noted_and_said_and_by_whom() -> None:
    read = text_of(files(own())["lees-mij.html"])
    for told in (
        "akkoord met wat er bewaard wordt",
        "soort zaak: bakkerij",
        "(dit is een aanname, je zei het niet)",
        "Mieke Claes: Belt liever",
        "Label “taart” bij bericht 1",
        "Jij, ",
        "De bot, ",
        "Een coach, ",
        "Spraakbericht",
        "ik heb een *bakkerij*",
    ):
        assert told in read, told


@pytest.mark.parametrize("word", ["telegram:1", "asking", "7f", "bakery", "assumed", "UTC"])
def test_no_word_of_a_program_stands_in_it(word: str) -> None:
    assert word not in text_of(files(own())["lees-mij.html"])


def test_what_an_owner_wrote_is_text_and_the_page_needs_nothing_from_elsewhere() -> None:
    page = files(own())["lees-mij.html"]
    assert "&lt;b&gt;Gent&lt;/b&gt;" in page
    assert "<script" not in page
    assert "http" not in page


def test_who_took_back_the_consent_reads_that_and_who_told_nothing_that_nothing_is_known() -> None:
    consent = Consent(version="2026-11", given=AT, revoked=AT)
    assert "Je trok dat in op" in files(own(consent=consent))["lees-mij.html"]
    assert "alles wat deze coach" in files(own(consent=None, talks=()))["lees-mij.html"]


def test_a_trade_is_in_the_words_of_the_owner_or_by_its_name_where_a_coach_told_it(sectors: dict[str, Sector]) -> None:
    (talk,) = own().talks
    corrected = talk.transcript.profile.with_fact(ProfileField.SECTOR, Fact(value="hair_beauty", evidence=4))
    transcript = talk.transcript.model_copy(update={"profile": corrected})
    for of, name in ((talk, "bakkerij"), (talk.model_copy(update={"transcript": transcript}), "kapsalon")):
        assert f"soort zaak: {name}\n" in text_of(files(own(talks=(of,)), sectors)["lees-mij.html"])
