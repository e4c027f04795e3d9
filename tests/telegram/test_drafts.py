"""What is being written is shown while it comes, and the reply itself takes its place."""

from collections.abc import Callable, Sequence

import pytest

from bot.drafts import EVERY
from bot.pace import Limits
from bot.ports import Stores
from coaching.message import Message, Reply
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_limits import Rates
from tests.telegram.fake_records import Fault
from tests.telegram.harness import Owner, ScriptedCoach, Worked, running

NOOR = 7
ANSWER = "Een persona is een klant met een naam."


class WritingCoach(ScriptedCoach):
    """A coach that writes in pieces, going on each time `goes_on` returns."""

    def __init__(self, stores: Stores, pieces: Sequence[str], goes_on: Callable[[], object]) -> None:
        super().__init__(stores.conversations, lambda _owner, _message, _number: (Reply(text=pieces[-1]),))
        self._pieces = pieces
        self._goes_on = goes_on

    def take(self, owner: str, message: Message, *arrivals: int, drafts: object = None) -> Worked:
        assert callable(drafts)
        for piece in self._pieces:
            drafts(piece)
            self._goes_on()
        return super().take(owner, message, *arrivals)


def drafts(api: FakeTelegram) -> list[str]:
    return [call.given["text"] for call in api.called("sendMessageDraft")]


def seen(api: FakeTelegram) -> Callable[[], object]:
    """Waits for one more draft each time it is called."""
    seen_before = iter(range(100))

    def seen() -> None:
        count = next(seen_before)
        api.wait(lambda: len(drafts(api)) > count)

    return seen


def test_what_is_written_is_shown_until_the_reply_comes(api: FakeTelegram, stores: Stores) -> None:
    coach = WritingCoach(stores, ("Een", "Een persona", ANSWER), seen(api))
    with running(api, coach, stores) as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": "wat is een persona?"})
    assert sent.text == ANSWER
    assert drafts(api) == ["Een", "Een persona", ANSWER]
    assert len({call.given["draft_id"] for call in api.called("sendMessageDraft")}) == 1
    assert [call.method for call in api.calls if call.method.startswith("sendMessage")][-1] == "sendMessage"


def test_drafts_come_no_faster_than_one_a_second_and_show_the_newest(api: FakeTelegram, stores: Stores) -> None:
    pieces = [ANSWER[:end] for end in range(1, len(ANSWER) + 1)]
    waits = {pieces[0]: 1, pieces[-1]: 2}
    said = iter(pieces)

    def goes_on() -> None:
        count = waits.get(next(said), 0)
        api.wait(lambda: len(drafts(api)) >= count)

    with running(api, WritingCoach(stores, pieces, goes_on), stores) as bot:
        Owner(api, bot, NOOR).sends({"text": "wat is een persona?"})
    assert len(drafts(api)) == 2
    assert drafts(api)[-1] == ANSWER
    first, second = (call.at for call in api.called("sendMessageDraft"))
    assert second - first >= EVERY * 0.9


def test_a_draft_waits_where_the_chat_has_had_all_that_telegram_allows(stores: Stores) -> None:
    class FirstThree(WritingCoach):
        def take(self, owner: str, message: Message, *arrivals: int, drafts: object = None) -> Worked:
            if message.text == "drie":
                three = ScriptedCoach(stores.conversations, lambda *_: tuple(Reply(text=word) for word in "abc"))
                return three.take(owner, message, *arrivals)
            return super().take(owner, message, *arrivals, drafts=drafts)

    rates = Rates()
    with FakeTelegram(rates=rates) as api:
        coach = FirstThree(stores, ("Een", ANSWER), seen(api))
        with running(api, coach, stores, limits=Limits()) as bot:
            Owner(api, bot, NOOR).sends({"text": "drie"})
            Owner(api, bot, NOOR).sends({"text": "wat is een persona?"})
        assert drafts(api) == ["Een", ANSWER]
    assert rates.refused == 0


@pytest.mark.parametrize("code", [400, 403, 429, 500, 0])
def test_trouble_with_drafts_disturbs_no_turn(api: FakeTelegram, stores: Stores, code: int) -> None:
    api.fail(Fault(code, method="sendMessageDraft", times=50))
    coach = WritingCoach(stores, (ANSWER,), lambda: api.wait(lambda: api.called("sendMessageDraft")))
    with running(api, coach, stores) as bot:
        (sent,) = Owner(api, bot, NOOR).sends({"text": "wat is een persona?"})
    assert sent.text == ANSWER


def test_a_long_draft_shows_its_beginning(api: FakeTelegram, stores: Stores) -> None:
    coach = WritingCoach(stores, ("woord " * 1000,), seen(api))
    with running(api, coach, stores) as bot:
        Owner(api, bot, NOOR).sends({"text": "wat is een persona?"})
    assert len(drafts(api)[0]) <= 4096


def test_a_turn_that_writes_nothing_shows_no_draft(api: FakeTelegram, stores: Stores) -> None:
    with running(api, ScriptedCoach(stores.conversations), stores) as bot:
        Owner(api, bot, NOOR).sends({"text": "hallo"})
    assert drafts(api) == []
