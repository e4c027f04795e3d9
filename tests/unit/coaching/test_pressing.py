"""What a tap or a command says, in the same terms as words."""

import pytest

from coaching.asking import examples_reply, field_rows, pending_rows, question_reply
from coaching.pressing import answered, commanded, examples_for, pressed
from journey.hearing import Heard, Intent
from journey.keys import LANGUAGES
from journey.moves import Ask
from journey.profile import Change, EmailList, Limits, Profile, ProfileField
from journey.state import Pending, State
from journey.topics import QUESTIONS, Topic
from prompts.words import Words
from tests.making import profile, talking

NL = Words("nl")
COMMANDS = {
    "/start": Intent.RESUME,
    "/help": Intent.HELP,
    "/plan": Intent.PLAN,
    "/status": Intent.SUMMARY,
    "/edit": Intent.EDIT,
    "/restart": Intent.RESTART,
    "/new": Intent.BUSINESSES,
    "/export": Intent.EXPORT,
    "/privacy": Intent.WHO_READS,
    "/stop": Intent.STOP,
    "/delete": Intent.DELETE,
    "/PLAN": Intent.PLAN,
    "/plan@coach_bot": Intent.PLAN,
    "/whatever": Intent.HELP,
    "": Intent.HELP,
}


def press(payload, question="", known=None, sector=None, **state):
    return pressed(payload, talking(open=question, **state), known or Profile(), sector, NL)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_a_wish(command):
    assert commanded(command, State()).intent is COMMANDS[command]


def test_the_language_command_switches_or_takes_a_language():
    assert commanded("/language", State(language="nl")).asked_language == "en"
    assert commanded("/language", State(language="en")).asked_language == "nl"
    assert commanded("/language nl", State(language="nl")).asked_language == "nl"
    assert commanded("/language en", State(language="en")).asked_language == "en"
    assert commanded("/language klingon", State(language="nl")).asked_language == "en"


def test_a_question_behind_the_ask_command_is_looked_up():
    assert commanded("/ask wat is AIDA?", State()) == Heard(intent=Intent.THEORY, question="wat is AIDA?")
    assert commanded("/ask", State()).intent is Intent.HELP


@pytest.mark.parametrize(
    "question",
    [key for key, q in QUESTIONS.items() if q.options and q.topic not in (Topic.CONFIRM, Topic.PLAN_FEEDBACK)],
)
def test_every_button_of_a_question_is_an_answer_to_it(question):
    for value in QUESTIONS[question].options:
        (fact,) = press(f"answer:{question}:{value}", question).facts
        assert accepted_field(question, fact.field)


def accepted_field(question, field):
    from journey.topics import FIELDS

    return field in FIELDS[QUESTIONS[question].topic]


def test_buttons_carry_typed_values():
    assert press("answer:hours:4", "hours").facts[0].value == Limits(hours_per_week=4)
    assert press("answer:money:0", "money").facts[0].value == Limits(euros_per_month=0)
    assert press("answer:email:no", "email").facts[0].value == EmailList(has=False)
    assert press("answer:goal:repeat", "goal").facts[0].value.kind == "repeat"


def test_decisions_by_button_are_intents():
    assert press("answer:confirm:yes", "confirm").intent is Intent.YES
    assert press("answer:confirm:edit", "confirm").intent is Intent.EDIT
    assert press("answer:confirm:all", "confirm").intent is Intent.SUMMARY
    assert press("answer:feedback:export", "feedback").intent is Intent.EXPORT
    assert press("answer:feedback:model", "feedback").intent is Intent.OTHER_MODEL


def test_a_tick_adds_a_channel_and_a_second_tick_takes_it_off():
    on = press("answer:channels:website", "channels")
    assert (on.ticked, on.facts[0].change) == (True, Change.ADD)
    off = press("answer:channels:website", "channels", profile(channels_current=("website",)))
    assert off.facts[0].change is Change.REMOVE


def test_done_without_ticks_says_there_are_none():
    done = press("answer:channels:done", "channels")
    assert done.facts[0].value == ()
    assert press("answer:channels:done", "channels", profile(channels_current=("van",))).intent is Intent.DONE


def test_skip_and_examples():
    assert press("skip:usp", "usp").intent is Intent.SKIP
    assert press("examples:usp", "usp").intent is Intent.DONT_KNOW


def test_an_example_that_is_picked_is_an_answer(sectors):
    (fact,) = press("pick:usp:2", "usp", sector=sectors["bakery"]).facts
    assert (fact.field, fact.value) == (ProfileField.USP, sectors["bakery"].nl.examples.usp[1])
    (offer,) = press("pick:offer:1", "offer", sector=sectors["bakery"]).facts
    assert offer.field is ProfileField.OFFER


@pytest.mark.parametrize(
    "payload", ["pick:usp:0", "pick:usp:4", "pick:usp:x", "pick:usp:", "pick:usp:²", "pick:hours:1"]
)
def test_an_example_that_is_not_there_is_past(payload, sectors):
    assert press(payload, payload.split(":")[1], sector=sectors["bakery"]).intent is Intent.OLD_BUTTON


@pytest.mark.parametrize(
    "payload",
    [
        "",
        ":",
        "skip:goal",
        "answer:goal:repeat",
        "answer:usp:x",
        "dance:usp",
        "edit:nothing",
        "yes:delete",
        "no:restart",
    ],
)
def test_anything_that_does_not_fit_the_open_question_is_past(payload):
    assert press(payload, "usp").intent is Intent.OLD_BUTTON


def test_a_value_that_is_no_option_is_past():
    assert press("answer:hours:9999", "hours").intent is Intent.OLD_BUTTON
    assert press("answer:hours:done", "hours").intent is Intent.OLD_BUTTON


@pytest.mark.parametrize("payload", ["answer", "answer::x", "skip", "pick::1", "examples:", "answer::done"])
def test_a_tap_before_the_first_question_is_past(payload):
    assert press(payload, "").intent is Intent.OLD_BUTTON


def test_a_field_to_change_may_be_tapped_at_any_time():
    assert press("edit:offer", "feedback") == Heard(intent=Intent.CORRECT, about=Topic.OFFER)


def test_yes_and_no_answer_what_waits_for_them_and_nothing_else():
    assert press("yes:delete", pending=Pending.DELETE).intent is Intent.YES
    assert press("no:delete", pending=Pending.DELETE).intent is Intent.NO
    assert press("yes:restart", pending=Pending.DELETE).intent is Intent.OLD_BUTTON


def test_a_choice_in_words_is_the_same_as_a_tap():
    assert answered("email", "yes", Profile(), NL).facts[0].value == EmailList(has=True)


def test_there_are_no_examples_without_a_trade_or_for_facts(sectors):
    assert examples_for("usp", None, NL) == ()
    assert examples_for("hours", sectors["bakery"], NL) == ()


# The questions these buttons stand under


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_button_under_a_question_is_understood_when_it_is_tapped(question, language, sectors):
    words, sector = Words(language), sectors["bakery"]
    reply = question_reply(Ask(question=question), words, Profile(), sector, "stdc")
    for row in reply.buttons:
        assert len(row) <= 3
        for button in row:
            assert len(button.payload.encode()) <= 64
            assert button.label
            heard = pressed(button.payload, talking(open=question), Profile(), sector, words)
            assert heard.intent is not Intent.OLD_BUTTON, button.payload


@pytest.mark.parametrize(
    ("move", "how"),
    [
        (Ask(question="usp"), "ask"),
        (Ask(question="usp", again=True), "again"),
        (Ask(question="usp", again=True, brief=True), "brief"),
        (Ask(question="usp", probe=True), "probe"),
    ],
)
def test_a_question_is_put_in_the_words_for_the_occasion(move, how):
    assert question_reply(move, NL, Profile(), None, "aida").text == NL.say(f"{how}.usp", customers="klanten")


def test_a_question_calls_customers_what_the_trade_or_the_owner_calls_them(sectors):
    move = Ask(question="usp")
    assert "kiezen klanten" in question_reply(move, NL, Profile(), None, "aida").text
    assert "kiezen lezers" in question_reply(move, NL, profile(sector="bookshop"), sectors["bookshop"], "aida").text
    told = profile(sector="bookshop", customer_word="gast")
    assert "kiezen gasten" in question_reply(move, NL, told, sectors["bookshop"], "aida").text


def test_money_is_asked_in_the_currency_that_the_owner_reckons_in():
    english, told = Words("en"), profile(price="14 quid a walk")
    reply = question_reply(Ask(question="money"), english, told, None, "aida")
    assert "How many pounds" in reply.text
    assert "Up to 50 pounds" in [button.label for row in reply.buttons for button in row]
    (fact,) = pressed("answer:money:50", talking(open="money"), told, None, english).facts
    assert fact.value == Limits(euros_per_month=50, currency="pound")


def test_a_list_whose_question_comes_again_asks_for_more_where_something_is_ticked():
    move = Ask(question="channels", again=True)
    ticked = question_reply(move, NL, profile(channels_current=("website",)), None, "aida")
    assert ticked.text == NL.say("ticked.channels")
    assert question_reply(move, NL, Profile(), None, "aida").text != ticked.text


def test_a_ticked_channel_shows_its_tick():
    reply = question_reply(Ask(question="channels"), NL, profile(channels_current=("website",)), None, "aida")
    labels = [button.label for row in reply.buttons for button in row]
    assert "✓ website" in labels
    assert "Instagram" in labels


def test_the_recommended_model_comes_first_and_once():
    reply = question_reply(Ask(question="model"), NL, Profile(), None, "wux5")
    payloads = [button.payload for row in reply.buttons for button in row]
    assert payloads[0] == "answer:model:wux5"
    assert len(payloads) == len(set(payloads)) == 6


def test_examples_have_a_button_each(sectors):
    reply = examples_reply("usp", NL, sectors["bakery"])
    assert [button.payload for button in reply.buttons[0]] == ["pick:usp:1", "pick:usp:2", "pick:usp:3"]
    assert "bakkerij" in reply.text
    assert examples_reply("usp", NL, sectors["general"]).text.startswith("Bijvoorbeeld:")


def test_where_there_are_no_examples_the_coach_says_what_it_would_answer(sectors):
    assert examples_reply("business", NL, sectors["bakery"]).text == NL.say("explain.business.advice")
    assert examples_reply("usp", NL, None).text == NL.say("explain.usp.advice")


def test_what_cannot_be_undone_has_a_yes_and_a_no():
    assert [row[0].payload for row in pending_rows(Pending.DELETE, NL)] == ["yes:delete", "no:delete"]


def test_only_what_is_known_can_be_tapped_to_change():
    rows = field_rows(profile(offer="taarten", price="45", model="aida", owner_name="Noor"), NL)
    payloads = {button.payload for row in rows for button in row}
    assert {"edit:offer", "edit:price"} <= payloads
    assert not payloads & {"edit:model", "edit:owner_name", "edit:usp"}
    assert all(len(row) <= 2 for row in rows)


def test_a_subject_offered_can_be_tapped_at_any_time():
    tapped = pressed("topic:general/persona", talking(open="usp"), Profile(), None, NL)
    assert (tapped.intent, tapped.question) == (Intent.THEORY, "general/persona")
    assert pressed("topic:general/gossip", talking(open="usp"), Profile(), None, NL).intent is Intent.OLD_BUTTON
