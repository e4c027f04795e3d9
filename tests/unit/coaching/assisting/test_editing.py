"""A plan edited by free instruction: shown before it is made, made on a yes, and never more than may stand."""

from datetime import date

import pytest

from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from journey.faults import faults_in
from journey.rewording import TextPart, texts_of
from journey.state import Pending
from tests.fakes.conversations import FakeConversations
from tests.fakes.model import FakeModel

OPENING = (
    "hoi, bakkerij De Korst in Mechelen, taarten op maat, instagram en de winkel, geen facebook, "
    "3 uur per week, 30 euro per maand"
)


class Talk:
    """An owner with a plan, and a coach whose model gives these changes."""

    def __init__(self, library, understanding, *changes):
        self.changes = list(changes)
        self.model = FakeModel(editing=lambda _: {"changes": self.changes})
        composer = Composer(library, lambda: date(2026, 3, 2))
        self.coach = Coach(FakeConversations(), library, understanding, composer, model=self.model)
        for kind, text in (
            (MessageKind.TEXT, OPENING),
            (MessageKind.COMMAND, "/plan"),
            (MessageKind.BUTTON, "answer:confirm:yes"),
            (MessageKind.BUTTON, "answer:model:dazzle5"),
        ):
            self.last = self.coach.take("noor", Message(kind=kind, text=text))

    def says(self, text):
        return self.coach.take("noor", Message(kind=MessageKind.TEXT, text=text))

    def taps(self, payload):
        return self.coach.take("noor", Message(kind=MessageKind.BUTTON, text=payload))

    def text(self, place, part="text"):
        return {(of, str(p)): text for s in self.last.plan.plan.stages for (of, p), text in texts_of(s).items()}[
            self.last.plan.plan.places[place], part
        ]

    def adds(self, words, place="2a", part="text"):
        """The model now adds these words to a text."""
        self.changes[:] = [{"place": place, "part": part, "after": f"{self.text(place, part)} {words}"}]
        return self


@pytest.fixture
def talk(library, understanding):
    return Talk(library, understanding)


def text_of(answer):
    return "\n".join(out.reply.text for out in answer.outgoing)


def payloads_of(answer):
    return [button.payload for out in answer.outgoing for row in out.reply.buttons for button in row]


def test_a_change_is_shown_before_it_is_made(talk):
    shown = talk.adds("Ook op zaterdag open.").says("zet bij 2a dat we ook op zaterdag open zijn")
    assert "Ook op zaterdag open." in text_of(shown)
    assert "- erbij: " in text_of(shown)
    assert payloads_of(shown) == ["yes:change", "no:change"]
    assert shown.plan == talk.last.plan
    assert shown.state.pending is Pending.CHANGE


@pytest.mark.parametrize("yes", ["ja", "doe maar", "Doen", "ok"])
def test_a_yes_makes_a_new_version_with_that_change_alone(talk, yes):
    talk.adds("Kom gerust binnen.").says("maak 2a wat losser")
    made = talk.says(yes)
    assert made.plan.version == 2
    before, after = (
        {key: text for s in plan.stages for key, text in texts_of(s).items()}
        for plan in (talk.last.plan.plan, made.plan.plan)
    )
    assert [key[1] for key in after if after[key] != before[key]] == [TextPart.TEXT]
    assert not faults_in(made.plan.plan, made.profile)
    assert [out.reply.document.plan_version for out in made.outgoing if out.reply.document] == [2]


def test_it_can_be_undone_as_any_other_change(talk):
    talk.adds("Kom gerust binnen.").says("maak 2a wat losser")
    talk.taps("yes:change")
    undone = talk.says("zet dat terug")
    assert undone.plan.version == 3
    assert undone.plan.plan == talk.last.plan.plan


@pytest.mark.parametrize("no", ["nee", "Niet doen", "laat maar zo"])
def test_a_no_leaves_the_plan(talk, no):
    talk.adds("Kom gerust binnen.").says("maak 2a wat losser")
    answer = talk.says(no)
    assert answer.plan == talk.last.plan
    assert answer.state.pending is None


def test_the_button_of_an_offer_that_is_gone_is_past(talk):
    talk.adds("Kom gerust binnen.").says("maak 2a wat losser")
    talk.taps("no:change")
    answer = talk.taps("yes:change")
    assert answer.plan == talk.last.plan
    assert "Die knop is van eerder" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "Nu 20% korting.",
        "Al sinds 1998.",
        "Zie www.evil.com.",
        "Bel Jan Peeters.",
        "Vind ons op Facebook.",
        "<b>Ja</b>",
    ],
)
def test_what_may_not_stand_is_asked_once_more_and_never_offered(talk, words):
    answer = talk.adds(words).says("maak het losser")
    assert len(talk.model.asked) == 2
    assert answer.state.pending is None
    assert words not in text_of(answer)


def test_a_link_that_is_pasted_is_not_offered(talk):
    answer = talk.adds("Zie www.evil.com.").says("zet dit erbij, het moet losser: www.evil.com")
    assert "evil" not in text_of(answer)


@pytest.mark.parametrize(
    "change",
    [
        {"place": "9z", "part": "text", "after": "Dag."},
        {"place": "2a", "part": "price", "after": "Dag."},
        {"place": "2", "part": "text", "after": "Dag."},
        {"place": "2a", "part": "text", "after": "  "},
    ],
)
def test_what_names_no_text_of_the_plan_is_no_change(talk, change):
    talk.changes[:] = [change]
    assert talk.says("maak het losser").state.pending is None


def test_without_an_editor_an_honest_sentence_says_what_can_be_changed(library, understanding):
    talk = Talk(library, understanding)
    talk.model.now()
    assert "Andere woorden vinden lukt me hier niet goed" in text_of(talk.says("maak het losser"))


def test_what_the_rules_know_how_to_change_is_not_asked(talk):
    talk.says("een ander idee voor 2b")
    talk.says("ik wil toch ook LinkedIn")
    assert talk.model.asked == []


def test_the_message_of_a_stage_can_be_changed(talk):
    before = talk.last.plan.plan.stages[1].message.text
    talk.changes[:] = [{"place": "2", "part": "message", "after": f"{before} Kom gerust binnen."}]
    shown = talk.says("maak het losser")
    assert "Boodschap van stap 2" in text_of(shown)
    assert talk.says("ja").plan.plan.stages[1].message.text.endswith("Kom gerust binnen.")


def test_a_text_that_only_grows_is_shown_by_what_is_added(talk):
    shown = text_of(talk.adds("Kom gerust eens kijken.").says("maak het losser"))
    assert "- erbij: Kom gerust eens kijken." in shown
    assert "…" not in shown
