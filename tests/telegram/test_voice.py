"""Voice notes: written out where there is a speech endpoint, and read back; an honest sentence otherwise."""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import pytest
from aiohttp import web

from bot.ports import Stores
from bot.speech import SpeechEndpoint, UnheardError
from coaching.coach import Coach
from coaching.planning.composer import Composer
from coaching.ports import Library, Understands
from journey.profile import ProfileField
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import Owner, running

NOOR = 7
UNHEARD = "Een spraakbericht kan ik helaas niet beluisteren."


@dataclass
class Speech:
    """A speech endpoint on loopback that answers as it is told. `asked` are the forms it got."""

    status: int = 200
    answer: Any = field(default_factory=lambda: {"text": " ik heb een bakkerij in Gent "})
    silent: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def __enter__(self) -> Self:
        self._loop, self._over = asyncio.new_event_loop(), asyncio.Event()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._runner = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)

    async def _start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/v1/audio/transcriptions", self._handle)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        return runner

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        form = dict((await request.post()).items())
        file = form.pop("file")
        assert isinstance(file, web.FileField)
        key = request.headers.get("Authorization", "")
        self.asked.append({**form, "name": file.filename, "content": file.file.read(), "key": key})
        if self.silent:
            await self._over.wait()
        if isinstance(self.answer, str):
            return web.Response(text=self.answer, status=self.status)
        return web.json_response(self.answer, status=self.status)


@pytest.fixture
def speech() -> Iterator[Speech]:
    with Speech() as endpoint:
        yield endpoint


@pytest.fixture
def coach(stores: Stores, library: Library, understanding: Understands) -> Coach:
    return Coach(stores.conversations, library, understanding, Composer(library))


def heard(
    api: FakeTelegram, coach: Coach, stores: Stores, endpoint: SpeechEndpoint | None, media: str = "voice"
) -> str:
    with running(api, coach, stores, speech=endpoint) as bot:
        return "\n".join(sent.text for sent in Owner(api, bot, NOOR).sends({"media": media}))


def at(speech: Speech, **more: Any) -> SpeechEndpoint:
    return SpeechEndpoint(**{"url": speech.url, "key": "secret", "model": "whisper-1", **more})


@pytest.mark.parametrize(
    ("media", "name"), [("voice", "voice.ogg"), ("audio", "audio.mp3"), ("video_note", "note.mp4")]
)
def test_what_was_said_is_read_back_and_taken_like_words(
    api: FakeTelegram, coach: Coach, stores: Stores, speech: Speech, media: str, name: str
) -> None:
    shown = heard(api, coach, stores, at(speech), media)
    assert "Ik hoorde: “ik heb een bakkerij in Gent”" in shown
    known = stores.conversations.open(f"telegram:{NOOR}").profile
    assert known.text(ProfileField.LOCATION) == "Gent"
    (asked,) = speech.asked
    assert (asked["model"], asked["name"], asked["key"]) == ("whisper-1", name, "Bearer secret")
    assert asked["content"] in api.files.values()


def test_without_an_endpoint_the_owner_is_told_so(api: FakeTelegram, coach: Coach, stores: Stores) -> None:
    assert UNHEARD in heard(api, coach, stores, None)
    assert api.called("getFile") == []


@pytest.mark.parametrize(
    ("status", "answer"),
    [(500, {}), (401, {}), (200, {}), (200, {"text": " "}), (200, "no json"), (200, [1]), (200, {"text": None})],
)
def test_an_endpoint_that_fails_leaves_the_honest_sentence(
    api: FakeTelegram, coach: Coach, stores: Stores, speech: Speech, status: int, answer: Any
) -> None:
    speech.status, speech.answer = status, answer
    assert UNHEARD in heard(api, coach, stores, at(speech))


def test_an_endpoint_that_does_not_answer_is_given_up(
    api: FakeTelegram, coach: Coach, stores: Stores, speech: Speech
) -> None:
    speech.silent = True
    assert UNHEARD in heard(api, coach, stores, at(speech, patience=0.3))


def test_an_endpoint_that_is_not_there_leaves_the_honest_sentence(
    api: FakeTelegram, coach: Coach, stores: Stores
) -> None:
    assert UNHEARD in heard(api, coach, stores, SpeechEndpoint("http://127.0.0.1:1/v1", "", "m"))


@pytest.mark.parametrize("too_much", [{"duration": 301}, {"file_size": 20_000_001}])
def test_what_is_too_long_or_too_big_is_not_even_fetched(
    api: FakeTelegram, coach: Coach, stores: Stores, speech: Speech, too_much: dict[str, int]
) -> None:
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3, **too_much}
    chat = {"id": NOOR, "type": "private"}
    api.say(NOOR, "hallo")
    with running(api, coach, stores, speech=at(speech)) as bot:
        update = api.push({"message": {"message_id": 90, "date": 1, "chat": chat, "voice": voice}})
        api.wait(lambda: bot.settled(NOOR, update))
    assert UNHEARD in api.texts(NOOR)[-1]
    assert (api.called("getFile"), speech.asked) == ([], [])


def test_a_file_that_telegram_does_not_give_leaves_the_honest_sentence(
    api: FakeTelegram, coach: Coach, stores: Stores, speech: Speech
) -> None:
    api.files.clear()
    assert UNHEARD in heard(api, coach, stores, at(speech))


def test_no_key_is_sent_where_there_is_none(speech: Speech) -> None:
    assert asyncio.run(at(speech, key="").words_in("voice.ogg", b"OggS")) == "ik heb een bakkerij in Gent"
    assert speech.asked[0]["key"] == ""


def test_trouble_does_not_name_the_key(speech: Speech) -> None:
    speech.status = 401
    with pytest.raises(UnheardError) as caught:
        asyncio.run(at(speech).words_in("voice.ogg", b"OggS"))
    assert "secret" not in repr(caught.value)
    assert caught.value.__suppress_context__
