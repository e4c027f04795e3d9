"""When something was, as short as it can be said."""

from datetime import datetime, timedelta

import pytest

from console.moments import day, moment
from console.rendering import saying
from journey.keys import Language
from prompts.words import Words

NOW = datetime(2026, 11, 22, 17, 30).astimezone()


@pytest.mark.parametrize(
    ("at", "nl", "en"),
    [
        (NOW - timedelta(hours=3), "14:30", "14:30"),
        (NOW - timedelta(days=20, hours=8, minutes=25), "2 nov. 09:05", "2 Nov 09:05"),
        (NOW - timedelta(days=365), "22 nov. 2025", "22 Nov 2025"),
    ],
)
def test_the_time_of_today_the_day_of_this_year_and_the_date_of_another(at: datetime, nl: str, en: str) -> None:
    assert [moment(at, NOW, saying(Words(language))) for language in _BOTH] == [nl, en]


def test_a_day_is_a_date() -> None:
    assert [day(NOW, saying(Words(language))) for language in _BOTH] == ["22 nov. 2026", "22 Nov 2026"]


_BOTH: tuple[Language, ...] = ("nl", "en")
