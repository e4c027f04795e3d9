"""What `journey-coach doctor` says of a language model, real client and scripted server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.doctor.findings import Finding, Part, State
from app.doctor.language_model import budget_check, model_check
from app.doctor.verdicts import of_budget, of_model
from app.settings import Settings
from app.wiring import Parts
from coaching.thinking import Errand
from coaching.usage import Spent
from llm.budget import Limits
from llm.faults import Fault
from prompts.words import Words
from storage.engine import open_database
from storage.usage import DatabaseUsage
from tests.llm.server import ScriptedModel, form, hangs, page, replies, text
from tests.telegram.harness import free_port


@pytest.fixture
def server() -> Iterator[ScriptedModel]:
    with ScriptedModel(form({"colour": "blue"})) as scripted:
        yield scripted


def parts(folder: Path, **settings: object) -> Parts:
    return Parts(Settings(_env_file=None, data_dir=folder, **settings))  # type: ignore[arg-type]


def asked(folder: Path, server: ScriptedModel, **more: object) -> Finding:
    return model_check(parts(folder, llm="gpt-test", llm_base_url=server.url, **more))


def test_without_a_model_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert model_check(parts(tmp_path)).state is State.SKIPPED
    assert budget_check(parts(tmp_path)).state is State.SKIPPED


def test_a_model_that_fills_in_a_form_is_well_and_leaves_no_trace(tmp_path: Path, server: ScriptedModel) -> None:
    finding = asked(tmp_path / "data", server)
    assert (finding.state, finding.key) == (State.OK, "doctor.model.ok")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("step", "state", "key"),
    [
        (text("blue"), State.ATTENTION, "shapeless"),
        (replies(401, "{}"), State.BROKEN, "access"),
        (replies(404, "{}"), State.BROKEN, "request"),
        (replies(429, "{}"), State.BROKEN, "busy"),
        (replies(500, "{}"), State.BROKEN, "server"),
        (page(), State.BROKEN, "unreadable"),
        (hangs(), State.BROKEN, "timeout"),
    ],
)
def test_what_is_wrong_with_it_is_told(
    tmp_path: Path, server: ScriptedModel, step: object, state: State, key: str
) -> None:
    server.does(step)  # type: ignore[arg-type]
    finding = asked(tmp_path, server, llm_deadline=1.0)
    assert (finding.state, finding.key) == (state, f"doctor.model.{key}")


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{free_port()}/v1"
    finding = model_check(parts(tmp_path, llm="gpt-test", llm_base_url=address))
    assert finding.key == "doctor.model.connection"
    assert address in Words("en").say(finding.key, **finding.values)


def test_a_budget_that_is_spent_and_one_that_is_not(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    DatabaseUsage(database, lambda: datetime.now(UTC)).note("telegram:7", Errand.PLAN, Spent(1, 900, 100, 2.0))
    database.engine.dispose()
    for tokens, key in ((1000, "spent"), (1001, "ok")):
        finding = budget_check(parts(tmp_path, llm="openai:gpt-test", llm_monthly_tokens=tokens))
        assert finding.key == f"doctor.budget.{key}"
        assert "2.00" in Words("nl").say(finding.key, **finding.values)


def test_a_budget_in_euros_needs_prices() -> None:
    assert of_budget(Spent(), Limits(monthly_cost=5)).key == "doctor.budget.no_price"
    assert of_budget(Spent(), Limits(monthly_cost=5, price_out=1)).key == "doctor.budget.ok"


def test_a_slow_model_is_worth_a_look() -> None:
    assert of_model("m", "ok", 5.0, 8.0).state is State.ATTENTION


@pytest.mark.parametrize("fault", [*Fault, "ok"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_came_of_it_has_its_sentence(fault: str, language: str) -> None:
    finding = of_model("m", fault, 1.0, 8.0)
    assert finding.part is Part.MODEL
    assert Words(language).say(finding.key, **finding.values)  # type: ignore[arg-type]
