"""The bot keeps house beside its turns."""

import threading
from dataclasses import replace

from bot import shift
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.harness import ScriptedCoach, running, stores_in


class Broom:
    """Is swept with again and again."""

    def __init__(self) -> None:
        self.times = 0
        self.again = threading.Event()

    def tidy(self) -> None:
        self.times += 1
        if self.times > 1:
            self.again.set()


def test_what_is_due_beside_the_turns_is_done_from_time_to_time(tmp_path, monkeypatch):
    monkeypatch.setattr(shift, "SWEEP", 0.01)
    broom = Broom()
    stores = replace(stores_in(tmp_path), keeping=broom)
    with FakeTelegram() as api, running(api, ScriptedCoach(stores.conversations), stores):
        assert broom.again.wait(20)
