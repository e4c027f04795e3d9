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


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("de eerste twee weken van januari zijn we toe", "de eerste twee weken van januari"),
        ("januari de eerste twee weken toe", "de eerste twee weken in januari"),
        ("eind december zijn we dicht", "eind december"),
        ("in augustus zijn we twee weken dicht", "twee weken in augustus"),
        ("we're shut the last week of august", "the last week of august"),
        ("we're shut for tents november to march, the pods are open all year", "tents (november to march)"),
        ("the cellar is shut in january but we are open all year", "cellar (january)"),
        ("den terras is toe in de winter ma binnen zijn we altijd open", "terras (winter)"),
        ("de zaak is dicht in januari", "januari"),
        ("we're shut for good weather in july", "july"),
    ],
)
def test_a_part_of_a_month_or_of_the_business_is_closed_as_it_was_told(hear: Hear, text: str, closed: str) -> None:
    assert facts(hear(text, "goal"))["constraints"].closed_days == (closed,)


def test_weeks_of_a_month_leave_that_month_quiet(hear: Hear) -> None:
    told = facts(hear("januari en februari doodstil, de eerste twee weken van januari zijn we toe", "goal"))
    assert told["constraints"].quiet_days == ("januari", "februari")


@pytest.mark.parametrize("text", ["we shut nothing in winter", "we're not closed in december", "in januari niet dicht"])
def test_what_is_not_closed_is_not_taken_down_as_closed(hear: Hear, text: str) -> None:
    assert facts(hear(text, "confirm")).get("constraints", Limits()).closed_days == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("twee uur, op maandag want dan zijn we dicht", "maandag"),
        ("two hours on mondays as we're closed then", "monday"),
        ("twee uur op zondag, dan zijn we gesloten", "zondag"),
    ],
)
def test_a_day_that_is_closed_to_customers_may_be_the_one_for_this_work(hear: Hear, text: str, day: str) -> None:
    limits = [fact.value for fact in hear(text, "constraints", "hours").facts if isinstance(fact.value, Limits)]
    assert [day] == [d for each in limits for d in each.work_days] == [d for each in limits for d in each.closed_days]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("winter's quiet, jan and feb. spring they all want it", ("januari", "februari")),
        ("in de winter is het stil, vooral januari", ("januari",)),
        ("in de winter is het stil, dan werk ik binnen", ("winter",)),
    ],
)
def test_the_months_of_a_season_told_right_behind_it_stand_for_it(
    hear: Hear, text: str, months: tuple[str, ...]
) -> None:
    (limits,) = [fact.value for fact in hear(text, "constraints", "days").facts if isinstance(fact.value, Limits)]
    assert limits.quiet_days == months


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("no, the pods are open ALL year", "confirm"),
        ("were open all year", "persona_pain"),
        ("we shut nothing in winter", "confirm"),
        ("we zijn het hele jaar open", "confirm"),
        ("nee wij zijn heel het jaar open he", "goal"),
        ("we zijn niet dicht in januari", "confirm"),
    ],
)
def test_months_told_as_closed_are_open_where_nothing_is_closed(hear: Hear, text: str, asking: str) -> None:
    known = Limits(closed_days=("december", "januari", "maandag", "tents (nov to march)"))
    told = facts(hear(text, asking, constraints=known))
    assert known.with_(told["constraints"]).closed_days == ("maandag", "tents (nov to march)")
    assert "persona_pain" not in told


def test_open_all_year_tells_nothing_where_no_month_was_closed(hear: Hear) -> None:
    told = facts(hear("we're open all year", "confirm", constraints=Limits(closed_days=("monday",))))
    assert "constraints" not in told


@pytest.mark.parametrize("text", ["80 euro", "100 euro", "80 euro, nee wacht 100"])
def test_an_amount_by_itself_is_no_customer(hear: Hear, text: str) -> None:
    assert "persona_situation" not in facts(hear(text, "persona", price="65 euro"))
