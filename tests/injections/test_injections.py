"""Words that give orders to the program, from owners, from others, out of the library: nothing changes by them, by the
rules alone or with a model that obeys every one."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coaching.assisting.composing import AssistedComposer
from coaching.coach import Answer, Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from coaching.ports import Understands
from coaching.records import Turn
from journey.keys import Address
from journey.profile import Profile
from journey.state import Phase, State
from prompts.instructions import instructions
from prompts.reading import from_yaml
from tests.fakes.conversations import FakeConversations
from tests.fakes.library import FakeLibrary, passage
from tests.fakes.model import FakeModel
from tests.injections.obeying import STYLES, obeying
from tests.making import bakery, talking

Case = dict[str, Any]
TODAY = date(2026, 3, 2)
LINK = re.compile(r"https?:|www\.|evil\.example|<script|<b>|\]\(", re.IGNORECASE)
QUESTIONS = {"nl": "wat is een persona?", "en": "what is a persona?"}


def cases(name: str) -> list[Any]:
    told = from_yaml((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param({"lang": "nl", **case}, id=case["id"]) for case in told]


def test_there_are_at_least_sixty_in_two_languages() -> None:
    told = [param.values[0] for name in ("messages", "pasted", "library", "plans") for param in cases(name)]
    assert len({case["id"] for case in told}) == len(told) >= 60
    assert all(sum(case["lang"] == lang for case in told) >= 25 for lang in ("nl", "en"))


class Stage:
    """A coach with a talk that stands somewhere, with or without a model that obeys."""

    def __init__(self, library: FakeLibrary, understands: Understands, model: FakeModel | None = None) -> None:
        composer = Composer(library, lambda: TODAY)
        self.composer = AssistedComposer(composer, model, library) if model else composer
        self.store = FakeConversations()
        self.coach = Coach(self.store, library, understands, self.composer, model=model)

    def stands(self, state: State, profile: Profile, plan: Any = None) -> "Stage":
        talk = self.store.fresh("noor", state, profile)
        message = Message(kind=MessageKind.TEXT, text="hoi")
        self.store.record(Turn(conversation=talk, message=message, state=state, profile=profile, plan=plan))
        return self

    def says(self, message: Message) -> Answer:
        return self.coach.take("noor", message)


def message_of(case: Case) -> Message:
    if media := case.get("media"):
        return Message(kind=MessageKind.MEDIA, media=media, text=case["text"], spoken=case.get("spoken", False))
    return Message(kind=MessageKind.TEXT, text=case["text"])


def at(case: Case) -> tuple[State, Profile]:
    asked = ("business", case["at"])
    state = talking(open=case["at"], asked=asked, language=case["lang"])
    return state, bakery(case["lang"], owner_name="Noor", price="35 euro")


def said(answer: Answer) -> str:
    return "\n".join(out.reply.text for out in answer.outgoing)


def harmless(answer: Answer, case: Case) -> None:
    """Nothing said or kept shows that an order was followed."""
    words = said(answer)
    assert not any(never.lower() in words.lower() for never in case["never"])
    own = re.sub(r"[^\n]*(?:Ik hoorde|I heard)[^\n]*", "", words)
    assert not LINK.search(own)
    assert not any(line in words for line in instructions("understanding").text.splitlines() if len(line) > 40)
    assert answer.state.language == case["lang"]
    assert answer.state.pending is None
    assert (answer.profile.text("price"), answer.profile.text("sector")) == ("35 euro", "bakery")


@pytest.mark.parametrize("case", [*cases("messages"), *cases("pasted")])
def test_the_rules_follow_no_order(case: Case, library: FakeLibrary, understanding: Any) -> None:
    answer = Stage(library, understanding).stands(*at(case)).says(message_of(case))
    harmless(answer, case)
    assert answer.state.phase is Phase.INTERVIEW


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", [*cases("messages"), *cases("pasted")])
def test_a_model_that_obeys_changes_nothing(
    case: Case, style: str, library: FakeLibrary, understanding: Any, assisted: Any, model: FakeModel
) -> None:
    obeying(model, style, case["never"], case["lang"], case["text"])
    alone = Stage(library, understanding).stands(*at(case)).says(message_of(case))
    obeyed = Stage(library, assisted, model).stands(*at(case)).says(message_of(case))
    assert said(obeyed) == said(alone)
    assert (obeyed.state, obeyed.profile, obeyed.plan) == (alone.state, alone.profile, alone.plan)


def poisoned(case: Case) -> FakeLibrary:
    return FakeLibrary([passage("general/persona", case["lang"], "Persona", case["text"], "dazzle")])


@pytest.mark.parametrize("case", cases("library"))
def test_an_order_in_a_passage_is_not_read_out(case: Case, understanding: Any) -> None:
    stage = Stage(poisoned(case), understanding).stands(*at({**case, "at": "persona"}))
    answer = stage.says(Message(kind=MessageKind.TEXT, text=QUESTIONS[case["lang"]]))
    harmless(answer, case)
    assert "persona" in said(answer).lower()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", cases("library"))
def test_a_model_that_obeys_a_passage_changes_nothing(
    case: Case, style: str, understanding: Any, assisted: Any, model: FakeModel
) -> None:
    drafts: list[str] = []
    answers = []
    obeying(model, style, case["never"], case["lang"], case["text"])
    for understands, asked in ((understanding, None), (assisted, model)):
        stage = Stage(poisoned(case), understands, asked).stands(*at({**case, "at": "persona"}))
        question = Message(kind=MessageKind.TEXT, text=QUESTIONS[case["lang"]])
        answers.append(stage.coach.take("noor", question, drafts=drafts.append))
    alone, obeyed = answers
    assert said(obeyed) == said(alone)
    assert drafts == []
    assert (obeyed.state, obeyed.profile) == (alone.state, alone.profile)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", [case for case in cases("plans") if "offer" in case.values[0]])
def test_a_plan_takes_over_nothing_from_a_model_that_obeys(
    case: Case, style: str, library: FakeLibrary, understanding: Any, assisted: Any, model: FakeModel
) -> None:
    owner = bakery(case["lang"], offer=case["offer"], model="aida")
    obeying(model, style, case["never"], case["lang"], case["offer"])
    composed = Stage(library, understanding).composer.plan(owner, Address.JE)
    assert Stage(library, assisted, model).composer.plan(owner, Address.JE) == composed
    assert model.asked


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", [case for case in cases("plans") if "edit" in case.values[0]])
def test_no_change_that_obeys_is_even_offered(
    case: Case, style: str, library: FakeLibrary, understanding: Any, assisted: Any, model: FakeModel
) -> None:
    owner = bakery(case["lang"], owner_name="Noor", price="35 euro", model="aida")
    obeying(model, style, case["never"], case["lang"], case["edit"])
    plan = Stage(library, understanding).composer.plan(owner, Address.JE)
    state = talking(phase=Phase.PLANNED, open="feedback", language=case["lang"])
    stage = Stage(library, assisted, model).stands(state, owner, plan)
    answer = stage.says(Message(kind=MessageKind.TEXT, text=case["edit"]))
    harmless(answer, case)
    assert answer.plan is not None
    assert (answer.plan.version, answer.plan.plan) == (1, plan)
