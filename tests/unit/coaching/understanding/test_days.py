import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts

_AUTUMN = Limits(quiet_days=("januari", "februari"), busy_days=("september", "oktober", "november"))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("in augustus zijn we dicht", Limits(closed_days=("augustus",))),
        ("in januari en februari is het hier stil", Limits(quiet_days=("januari", "februari"))),
        (
            "december is een gekkenhuis maar in de zomer is het stil",
            Limits(quiet_days=("zomer",), busy_days=("december",)),
        ),
        ("woensdag is mijn vrije dag", Limits(closed_days=("woensdag",))),
        ("closed mon to wed", Limits(closed_days=("monday", "tuesday", "wednesday"))),
        ("ma t/m wo is het kalm", Limits(quiet_days=("maandag", "dinsdag", "woensdag"))),
        ("in het weekend gesloten", Limits(closed_days=("zaterdag", "zondag"))),
        ("maandag zijn we open, dinsdag gesloten", Limits(closed_days=("dinsdag",))),
        (
            "weekends are mad and then Monday to Thursday you could hear a sock drop",
            Limits(busy_days=("saturday", "sunday"), quiet_days=("monday", "tuesday", "wednesday", "thursday")),
        ),
        (
            "zaterdag is druk en dan maandag hoor je een speld vallen",
            Limits(busy_days=("zaterdag",), quiet_days=("maandag",)),
        ),
        ("zaterdag en zondag zijn druk", Limits(busy_days=("zaterdag", "zondag"))),
        (
            "in mei tot augustus is het stil en van september tot december druk",
            Limits(
                quiet_days=("mei", "juni", "juli", "augustus"),
                busy_days=("september", "oktober", "november", "december"),
            ),
        ),
        ("van november tot februari kalm", Limits(quiet_days=("november", "december", "januari", "februari"))),
        ("june to august we're flat out", Limits(busy_days=("june", "july", "august"))),
        ("november till march is dead", Limits(quiet_days=("november", "december", "january", "february", "march"))),
        ("sep tot nov druk en jan en feb stil", _AUTUMN),
        ("mei-juli volle bak", Limits(busy_days=("mei", "juni", "juli"))),
    ],
)
def test_days_months_and_seasons_are_heard_with_what_is_said_of_them(hear: Hear, text: str, limits: Limits) -> None:
    found = [proposal.value for proposal in hear(text).facts if isinstance(proposal.value, Limits)]
    assert _merged(found) == limits


def test_a_day_off_is_no_closing_day_where_hours_were_asked(hear: Hear) -> None:
    told = facts(hear("vrijdagnamiddag ben ik vrij dus een uur of 3", "constraints", "hours"))["constraints"]
    assert told == Limits(hours_per_week=3, work_days=("vrijdag",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Twee uurtjes, op zaterdag als de winkel dicht is", "zaterdag"),
        ("two hours, saturdays when the shop is shut", "saturday"),
    ],
)
def test_when_there_is_time_for_this_is_no_closing_day(hear: Hear, text: str, day: str) -> None:
    told = facts(hear(text, "constraints", "hours"))["constraints"]
    assert told == Limits(hours_per_week=2, work_days=(day,))


@pytest.mark.parametrize(
    "text",
    ["the hotel is closed since March", "my brother has a shop that closed in March", "in juli is de school dicht"],
)
def test_what_is_closed_of_somebody_else_is_no_closing_day(hear: Hear, text: str) -> None:
    assert "constraints" not in facts(hear(text, "goal"))


def test_a_hotel_that_is_closed_is_the_owners_own_where_that_is_the_business(hear: Hear) -> None:
    heard = hear("the hotel is closed in january", "goal", offer="hotel rooms")
    assert facts(heard)["constraints"] == Limits(closed_days=("january",))


def _merged(found: list[Limits]) -> Limits:
    merged = Limits()
    for limits in found:
        merged = merged.with_(limits)
    return merged


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("de dinsdagmiddag die zit nooit vol", Limits(quiet_days=("dinsdag",))),
        ("ik zou vooral de dinsdagen vol willen, dan zit ik duimen te draaien", Limits(quiet_days=("dinsdag",))),
        ("het gaat erom februari gevuld te krijgen", Limits(quiet_days=("februari",))),
        ("dan januari februari ja dan kun je hier een kanon afschieten", Limits(quiet_days=("januari", "februari"))),
        ("donderdagen is het hier een dooie boel", Limits(quiet_days=("donderdag",))),
        ("mondays I'm twiddling my thumbs", Limits(quiet_days=("monday",))),
        ("the Fridays are never full", Limits(quiet_days=("friday",))),
        ("zaterdag staan ze tot buiten", Limits(busy_days=("zaterdag",))),
        ("vrijdag loopt het storm", Limits(busy_days=("vrijdag",))),
        ("rond kerst komen we handen tekort", Limits(busy_days=("kerst",))),
        ("on a Saturday there's a queue out the door", Limits(busy_days=("saturday",))),
        ("op zondag zit de deur op slot", Limits(closed_days=("zondag",))),
    ],
)
def test_days_are_told_busy_or_quiet_in_figures_of_speech(hear: Hear, text: str, limits: Limits) -> None:
    found = [proposal.value for proposal in hear(text, "constraints").facts if isinstance(proposal.value, Limits)]
    assert _merged(found) == limits


def test_a_day_taken_off_the_closing_days_is_not_told_as_one(hear: Hear) -> None:
    known = Limits(closed_days=("zaterdag", "zondag"))
    told = facts(
        hear("zaterdag schrappen bij de sluitingsdagen, alleen op zondag zit de deur op slot", constraints=known)
    )
    assert told["constraints"] == Limits(closed_days=("zondag",))


_WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("en in de week is 't hier stil, 't zijn al weekends", Limits(quiet_days=_WEEK)),
        ("weekdays are dead", Limits(quiet_days=_WEEKDAYS)),
        (
            "in de week is het kalm vrijdag en zaterdag is het koppen lopen",
            Limits(quiet_days=_WEEK[:4], busy_days=("vrijdag", "zaterdag")),
        ),
        ("maandag is stil dinsdag en woensdag druk", Limits(quiet_days=_WEEK[:1], busy_days=_WEEK[1:3])),
        (
            "during the week it's slow friday and saturday we're flat out",
            Limits(quiet_days=_WEEKDAYS[:4], busy_days=("friday", "saturday")),
        ),
        ("in de winter heb ik plaats", Limits(quiet_days=("winter",))),
        ("we have room in february", Limits(quiet_days=("february",))),
        ("winter moet vol", Limits(quiet_days=("winter",))),
        ("januari moet vol", Limits(quiet_days=("januari",))),
        ("mornings are quiet", Limits(quiet_days=("mornings",))),
        ("overdag is er plaats, 's avonds zit alles vol", Limits(quiet_days=("overdag",), busy_days=("'s avonds",))),
        (
            "druk van mei tot juli en met elf november",
            Limits(busy_days=("mei", "juni", "juli", "elf november")),
        ),
        ("op de markt op zaterdag heb ik een plaats", Limits()),
    ],
)
def test_quiet_and_busy_times_run_on_and_are_told_by_the_week_and_the_day(
    hear: Hear, text: str, limits: Limits
) -> None:
    found = [proposal.value for proposal in hear(text, "trade").facts if isinstance(proposal.value, Limits)]
    assert _merged(found) == limits


@pytest.mark.parametrize("text", ["drie uur, in de week", "twee uur in de week, 's avonds als het stil is"])
def test_hours_in_the_week_tell_no_days(hear: Hear, text: str) -> None:
    told = facts(hear(text, "constraints", "hours"))["constraints"]
    assert (told.quiet_days, told.busy_days, told.work_days) == ((), (), ())
