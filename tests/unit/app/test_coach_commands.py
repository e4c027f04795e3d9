"""`journey-coach coach`: the human coaches, and the links by which they come in."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import cli
from app.inviting import code_from
from app.settings import Settings
from app.wiring import Parts
from coaching.desk.records import Act
from coaching.desk.staff import COMMAND_LINE, Reader
from journey.errors import CoachError


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def run(*words: str) -> str:
        result = CliRunner().invoke(cli, ["coach", *words, "--data", str(tmp_path)], catch_exceptions=False)
        return result.output

    return run


def test_a_coach_is_added_renamed_listed_and_removed(run: Any) -> None:
    run("add", "Mieke", "--code", "mieke")
    run("add", "Mieke Claes", "--code", "mieke")
    assert run("list") == "mieke  Mieke Claes\n"
    run("remove", "mieke")
    assert run("list").strip() == ""


def test_a_coach_gets_a_code_from_the_name_and_a_link_that_is_new_each_time(run: Any) -> None:
    links = [re.findall(r"http://127\.0\.0\.1:8090/welcome/\S{40,}", run("add", "Mieke Claes")) for _ in range(2)]
    assert [len(found) for found in links] == [1, 1]
    assert links[0] != links[1]
    assert run("list") == "mieke-claes  Mieke Claes\n"


def test_the_first_coach_is_operator_and_the_next_is_not_unless_that_is_said(run: Any) -> None:
    assert "(beheerder)" in run("add", "Mieke")
    assert "(coach)" in run("add", "Jo")
    assert "(leidinggevende)" in run("add", "Sam", "--role", "lead")
    assert "(leidinggevende)" in run("add", "Sam"), "a new link changes no role"


def test_the_first_who_gets_a_link_is_operator_though_there_were_coaches_without(run: Any, tmp_path: Path) -> None:
    Parts(Settings(data_dir=tmp_path)).coaches.add("tom", "Tom")
    assert "(beheerder)" in run("add", "Tom")
    assert "(coach)" in run("add", "Mieke")


def test_a_code_of_another_agency_is_not_taken_from_it(run: Any) -> None:
    run("add", "Mieke")
    with pytest.raises(CoachError, match="taken"):
        run("add", "Mieke", "--agency", "noord")


@pytest.mark.parametrize("code", ["met spatie", "é", "x" * 65])
def test_a_code_that_no_link_can_carry_is_refused(run: Any, code: str) -> None:
    with pytest.raises(CoachError, match="code"):
        run("add", "Mieke", "--code", code)


def test_a_role_that_does_not_exist_is_refused(run: Any) -> None:
    with pytest.raises(CoachError, match="role"):
        run("add", "Mieke", "--role", "boss")


def test_a_coach_who_is_not_there_can_not_be_removed(run: Any) -> None:
    with pytest.raises(CoachError, match="unknown"):
        run("remove", "nobody")


@pytest.mark.parametrize(
    ("name", "code"), [("Mieke Claes", "mieke-claes"), ("Zoë d'Hondt", "zoe-d-hondt"), ("  Jo  ", "jo"), ("美", "")]
)
def test_a_code_is_made_of_what_a_link_can_carry(name: str, code: str) -> None:
    assert code_from(name) == code


def test_who_was_added_and_removed_here_stands_in_the_audit_log(run: Any, tmp_path: Path) -> None:
    run("add", "Mieke", "--code", "mieke")
    run("add", "Sven", "--code", "sven", "--agency", "noord")
    run("remove", "sven")
    audit = Parts(Settings(data_dir=tmp_path)).audit
    for agency, told in (("main", ["mieke invited"]), ("noord", ["sven removed", "sven invited"])):
        entries = audit.entries(Reader(agency=agency, code="x", name="")).items
        assert [entry.detail for entry in entries] == told
        assert {(entry.coach, entry.act) for entry in entries} == {(COMMAND_LINE, Act.COACH_CHANGED)}


def test_nobody_is_called_as_nobody_is(run: Any) -> None:
    with pytest.raises(CoachError, match=r"coaches\.code"):
        run("add", "Mieke", "--code", "-")
