"""What a language model is asked and what comes back, by the real client at a scripted server."""

from contextvars import copy_context
from threading import Thread

import pytest
from pydantic import BaseModel

from coaching.thinking import Errand, Prompt
from llm.cleaning import LONGEST
from llm.gate import Call
from llm.providers import Access
from tests.fakes.usage import KeptUsage
from tests.llm.conftest import Opens
from tests.llm.server import (
    ScriptedModel,
    Step,
    byte_by_byte,
    cuts,
    drops,
    ends_early,
    form,
    hangs,
    no_choices,
    page,
    refusal,
    replies,
    stalls,
    streams,
    text,
    trickles,
)

NOOR = "telegram:7"
PROMPT = Prompt(Errand.THEORY, "You are brief {and} kind.", "wat is een {persona}?")


class Trade(BaseModel):
    """The trade of a business."""

    name: str
    years: int


BAKER = Trade(name="bakker", years=3)
FILLED = form({"name": "bakker", "years": 3})
BROKEN = form('{"name": "bakker", "ye')


# --- what works


def test_a_form_is_filled_in(server: ScriptedModel, opens: Opens) -> None:
    server.does(FILLED)
    assert opens().proposed(PROMPT, Trade) == BAKER
    (asked,) = server.asked
    assert [message["content"] for message in asked["messages"]] == [PROMPT.system, PROMPT.data]
    assert asked["tool_choice"]["function"]["name"] == "Trade"
    assert server.keys == ["Bearer key"]


def test_words_are_written(server: ScriptedModel, opens: Opens) -> None:
    server.does(text("  Een persona is een klant. "))
    assert opens().written(PROMPT) == "Een persona is een klant."


def test_words_are_heard_as_they_come_and_the_last_is_the_answer(server: ScriptedModel, opens: Opens) -> None:
    server.does(text("een klant met een naam"))
    heard: list[str] = []
    answer = opens().written(PROMPT, heard.append)
    assert answer == heard[-1] == "een klant met een naam"
    assert heard[:3] == ["een ", "een klant ", "een klant met "]


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "Natuurlijk!\n```\n{}\n```", "{}"])
def test_a_form_written_as_json_counts_too(server: ScriptedModel, opens: Opens, fence: str) -> None:
    server.does(text(fence.replace("{}", BAKER.model_dump_json())))
    assert opens().proposed(PROMPT, Trade) == BAKER
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "wrong",
    [BROKEN, form({}), form({"name": "bakker", "years": "veel"}), form("[]"), text("een bakker dus"), text("")],
    ids=["cut JSON", "empty", "wrong type", "a list", "prose", "nothing"],
)
def test_a_form_that_is_wrong_is_sent_back_once(server: ScriptedModel, opens: Opens, wrong: Step) -> None:
    server.does(wrong, FILLED)
    assert opens().proposed(PROMPT, Trade) == BAKER
    again = server.asked[1]["messages"]
    assert [message["role"] for message in again] == ["system", "user", "user"]
    assert "could not be used" in again[-1]["content"]
    assert "veel" not in again[-1]["content"]


def test_a_server_without_a_key_gets_none_of_another_server(
    server: ScriptedModel, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-another-server")
    assert opens(access=Access("gpt-test", server.url)).written(PROMPT) == "ja"
    assert server.keys == ["Bearer none"]


# --- what does not

ANSWERS = {
    "refusal": (refusal(), "refused"),
    "a length stop": (text("een persona is", ends="length"), "length"),
    "a filter": (text("een persona is", ends="content_filter"), "filtered"),
    "no reason to end": (text("een persona is", ends=None), "unfinished"),
    "nothing": (text(" "), "empty"),
}
DEAD = {
    "a page": (page(), "unreadable"),
    "no choices": (no_choices(), "unreadable"),
    "no JSON": (replies(200, "{"), "unreadable"),
    "500": (replies(500, "{}"), "server"),
    "401": (replies(401, "{}"), "access"),
    "404": (replies(404, "{}"), "request"),
    "429": (replies(429, "{}", retry_after="7"), "busy"),
    "a dropped connection": (drops(), "connection"),
}
SILENT = {"silence": hangs(), "a byte now and then": trickles()}
STREAMS = {
    "a cut stream": (cuts("een persona is"), {"connection", "unfinished"}),
    "a stream without an end": (ends_early("een persona is"), {"unfinished"}),
    "a stalled stream": (stalls("een persona is"), {"timeout"}),
}


@pytest.mark.parametrize("fault", [*ANSWERS, *DEAD])
def test_whatever_comes_instead_of_words_is_no_answer(
    server: ScriptedModel, opens: Opens, calls: list[Call], fault: str
) -> None:
    step, kind = {**ANSWERS, **DEAD}[fault]
    server.does(step)
    assert opens().written(PROMPT) is None
    assert [call.outcome for call in calls] == [kind]
    assert len(server.asked) == 1, "asked again"


@pytest.mark.parametrize("fault", [*ANSWERS, *DEAD])
def test_whatever_comes_instead_of_a_form_is_no_answer(server: ScriptedModel, opens: Opens, fault: str) -> None:
    step, _ = {**ANSWERS, **DEAD}[fault]
    server.does(step)
    assert opens().proposed(PROMPT, Trade) is None


@pytest.mark.parametrize("wrong", [BROKEN, form({}), text("een bakker dus")])
def test_a_form_that_stays_wrong_is_no_answer(
    server: ScriptedModel, opens: Opens, calls: list[Call], wrong: Step
) -> None:
    server.does(wrong)
    assert opens().proposed(PROMPT, Trade) is None
    assert len(server.asked) == 2
    assert [call.outcome for call in calls] == ["misshapen"]


@pytest.mark.parametrize("fault", SILENT)
def test_silence_ends_with_the_deadline(server: ScriptedModel, opens: Opens, calls: list[Call], fault: str) -> None:
    server.does(SILENT[fault])
    model = opens(deadline=1.0)
    assert model.written(PROMPT) is None
    assert model.proposed(PROMPT, Trade) is None
    assert [call.outcome for call in calls] == ["timeout", "timeout"]


@pytest.mark.parametrize("fault", STREAMS)
def test_a_stream_that_breaks_off_is_no_answer(
    server: ScriptedModel, opens: Opens, calls: list[Call], fault: str
) -> None:
    step, kinds = STREAMS[fault]
    server.does(step)
    heard: list[str] = []
    assert opens(deadline=1.0).written(PROMPT, heard.append) is None
    assert calls[0].outcome in kinds


def test_an_errand_that_is_switched_off_is_not_asked(server: ScriptedModel, opens: Opens) -> None:
    model = opens(errands={Errand.PLAN})
    assert not model.does(Errand.THEORY)
    assert model.written(PROMPT) is None
    assert server.asked == []


def test_a_server_that_is_not_there_is_no_answer(opens: Opens) -> None:
    assert opens(access=Access("gpt-test", "http://127.0.0.1:1/v1")).written(PROMPT) is None


# --- one deadline for a turn


def test_a_turn_has_one_deadline_for_all_that_is_asked_in_it(server: ScriptedModel, opens: Opens) -> None:
    server.does(hangs())
    model = opens(deadline=1.0)
    with model.turn(NOOR):
        assert model.written(PROMPT) is None
        server.does(text("ja"))
        assert model.written(PROMPT) is None, "the turn was over"
        assert len(server.asked) == 1
    with model.turn(NOOR):
        assert model.written(PROMPT) == "ja"


def test_other_threads_of_a_turn_share_its_deadline_and_its_owner(
    server: ScriptedModel, opens: Opens, usage: KeptUsage
) -> None:
    server.does(FILLED)
    model = opens()
    filled: list[Trade | None] = []
    with model.turn(NOOR):
        threads = [
            Thread(target=copy_context().run, args=(lambda: filled.append(model.proposed(PROMPT, Trade)),))
            for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert filled == [BAKER] * 5
    assert [owner for owner, _, _ in usage.noted] == [NOOR] * 5


def test_what_is_given_up_leaves_no_thread_behind(server: ScriptedModel, opens: Opens) -> None:
    import threading

    server.does(hangs())
    model = opens(deadline=0.4)
    model.written(PROMPT)
    before = threading.active_count()
    for _ in range(10):
        with model.turn(NOOR):
            model.written(PROMPT)
    assert threading.active_count() <= before


# --- what it takes


def test_tokens_are_counted_as_the_server_says(server: ScriptedModel, opens: Opens, usage: KeptUsage) -> None:
    server.does(BROKEN, FILLED)
    with (model := opens()).turn(NOOR):
        model.proposed(PROMPT, Trade)
    ((owner, errand, spent),) = usage.noted
    assert (owner, errand, spent.calls, spent.tokens_in, spent.tokens_out) == (NOOR, Errand.THEORY, 1, 200, 40)


@pytest.mark.parametrize("step", [text("woord " * 70), stalls("woord " * 70)], ids=["whole", "broken off"])
def test_where_the_server_does_not_count_it_is_estimated(
    server: ScriptedModel, opens: Opens, usage: KeptUsage, step: Step
) -> None:
    server.does(step)
    opens(deadline=1.5).written(PROMPT, lambda _: None)
    ((_, _, spent),) = usage.noted
    assert 10 < spent.tokens_in < 20
    assert 100 < spent.tokens_out < 140


def test_what_the_server_never_took_in_costs_nothing(server: ScriptedModel, opens: Opens, usage: KeptUsage) -> None:
    server.does(replies(500, "{}"))
    opens().written(PROMPT)
    assert usage.noted == []


# --- what is sent back with ill will, or by a server with ideas of its own


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_server_sends_what_owners_say_on_to_another(server: ScriptedModel, opens: Opens, status: int) -> None:
    with ScriptedModel(text("gestolen")) as other:
        server.does(replies(status, location=f"{other.url}/chat/completions"))
        assert opens().written(PROMPT) is None
        assert other.asked == []


@pytest.mark.parametrize("count", [-1_000_000, "veel", None])
def test_a_count_that_is_none_is_estimated(
    server: ScriptedModel, opens: Opens, usage: KeptUsage, count: object
) -> None:
    server.does(text("ja", counts={"prompt_tokens": count, "completion_tokens": count, "total_tokens": 1}))
    opens().written(PROMPT)
    ((_, _, spent),) = usage.noted
    assert 10 < spent.tokens_in < 20
    assert 0 < spent.tokens_out < 5


@pytest.mark.parametrize("long", [text("woord " * 1_700_000), form({"name": "woord " * 1_700_000, "years": 3})])
def test_an_answer_that_goes_on_and_on_is_none(
    server: ScriptedModel, opens: Opens, calls: list[Call], long: Step
) -> None:
    server.does(long)
    model = opens()
    assert (model.written(PROMPT), model.proposed(PROMPT, Trade)) == (None, None)
    assert calls[-1].outcome == "length"


def test_a_stream_that_goes_on_and_on_is_left(server: ScriptedModel, opens: Opens, calls: list[Call]) -> None:
    server.does(stalls(f"{'woord' * 40} " * 250))
    heard: list[str] = []
    assert opens().written(PROMPT, heard.append) is None
    assert [call.outcome for call in calls] == ["length"]
    assert len(heard[-1]) <= LONGEST


@pytest.mark.parametrize("nested", [form('{"name":' * 50_000), text("[" * 20_000)], ids=["form", "text"])
def test_a_form_nested_too_deeply_is_a_bad_answer_of_a_server_that_lives(
    server: ScriptedModel, opens: Opens, calls: list[Call], nested: Step
) -> None:
    server.does(nested)
    assert opens().proposed(PROMPT, Trade) is None
    assert [call.outcome for call in calls] == ["misshapen"]


ODD = "half \ud83d\x00\x1b[2J een \u202etaart\u200b\r\nmet 👩\u200d🍳"
PLAIN = "half \ufffd\ufffd[2J een taart\nmet 👩\u200d🍳"


def test_what_cannot_be_stored_or_seen_is_left_out(server: ScriptedModel, opens: Opens) -> None:
    server.does(text(ODD))
    assert opens().written(PROMPT) == PLAIN
    server.does(form({"name": ODD, "years": 3}))
    assert opens().proposed(PROMPT, Trade) == Trade(name=PLAIN, years=3)


def test_halves_of_a_character_that_come_apart_are_joined(server: ScriptedModel, opens: Opens) -> None:
    server.does(streams(lambda _: ("een \ud83d", "\ude00"), lambda: None))
    heard: list[str] = []
    assert opens().written(PROMPT, heard.append) == "een 😀"
    assert heard == ["een \ufffd", "een 😀"]


def test_bytes_of_a_character_that_come_apart_are_joined(server: ScriptedModel, opens: Opens) -> None:
    server.does(byte_by_byte("één taart van € 3"))
    assert opens().written(PROMPT, lambda _: None) == "één taart van € 3"


def test_thinking_aloud_is_not_part_of_the_answer(server: ScriptedModel, opens: Opens) -> None:
    server.does(text("<think>Wat is een persona [1]? </think> Een klant."))
    heard: list[str] = []
    assert opens().written(PROMPT, heard.append) == "Een klant."
    assert not any("persona" in each for each in heard)
    server.does(text(f"<think>{{een form}}</think>\n{BAKER.model_dump_json()}"))
    assert opens().proposed(PROMPT, Trade) == BAKER


def test_a_server_may_ask_for_an_hour(server: ScriptedModel, opens: Opens, calls: list[Call]) -> None:
    server.does(replies(429, "{}", retry_after="3600"))
    model = opens()
    assert (model.written(PROMPT), model.written(PROMPT)) == (None, None)
    assert [call.outcome for call in calls] == ["busy", "paused"]
    assert len(server.asked) == 1
