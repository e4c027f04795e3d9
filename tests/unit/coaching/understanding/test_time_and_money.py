import pytest

from journey.profile import Limits
from tests.unit.coaching.understanding.conftest import Hear, facts


@pytest.mark.parametrize(
    ("text", "hours", "euros"),
    [
        ("een uurtje hooguit en drie tientjes in de maand", 1, 30),
        ("twintig euro in de maand en een uurtje", 1, 20),
        ("een half uurtje, en dat mag vijftien euro per maand kosten", 0.5, 15),
        ("maandag ben ik gesloten dus dan een uur of drie, en geld niet veel, zestig per maand ofzo", 3, 60),
        ("drie uur per week en vijftig per maand", 3, 50),
        ("2u en 30 euro p/m", 2, 30),
        ("2 hrs max n like a score a month", 2, 20),
        ("an hour, and I'd say fifty a month at the most", 1, 50),
        ("een uur of twee en dat mag niks kosten", 2, 0),
    ],
)
def test_a_month_told_of_the_money_is_not_one_of_the_hours(hear: Hear, text: str, hours: float, euros: float) -> None:
    told = facts(hear(text, "constraints", "hours", offer="fietsen"))
    assert isinstance(told["constraints"], Limits)
    assert (told["constraints"].hours_per_week, told["constraints"].euros_per_month) == (hours, euros)
    assert "price" not in told


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 uur per maand", 1),
        ("per maand een uur of vier", 1),
        ("een dag per maand", 2),
        ("eight hours a month", 2),
        ("maand of twee geleden had ik meer tijd, nu 3 uur", 3),
        ("bout an hour n a half", 1.5),
        ("Drie. Nee, realistisch: twee.", 2),
        ("Vier. Nee, eerlijk: drie.", 3),
        ("five, no honestly three", 3),
        ("twee uurkes, allez nee, eentje", 1),
    ],
)
def test_hours_are_told_the_way_people_tell_them(hear: Hear, text: str, hours: float) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=hours)


def test_hours_asked_again_are_heard_with_what_was_put_right_before_them(hear: Hear) -> None:
    text = "nee geen instagram zei ik toch! een uurtje hooguit hoor en het mag twee tientjes in de maand kosten"
    told = facts(hear(text, "constraints", "hours", offer="knippen", channels_current=("instagram",)))
    assert told["channels_excluded"] == ("instagram",)
    assert told["constraints"] == Limits(hours_per_week=1, euros_per_month=20)


@pytest.mark.parametrize("text", ["fifty like I said", "vijftig zei ik toch", "fifty euro a month, I said"])
def test_money_told_again_answers_the_question_for_it(hear: Hear, text: str) -> None:
    told = facts(hear(text, "constraints", "money", constraints=Limits(hours_per_week=2)))
    assert told == {"constraints": Limits(euros_per_month=50)}


@pytest.mark.parametrize(
    "text", ["ok take that one x", "go on then the one u say", "kids cut is 12 and we do two chairs"]
)
@pytest.mark.parametrize("asking", ["confirm", "model"])
def test_a_number_of_something_else_is_no_hours(hear: Hear, text: str, asking: str) -> None:
    known = Limits(hours_per_week=2, euros_per_month=20)
    assert "constraints" not in facts(hear(text, asking, offer="haircuts", constraints=known))


@pytest.mark.parametrize(
    "text", ["'s avonds na 18u", "vanaf 17u zit het vol", "after 6pm mostly", "om 14u is er plaats"]
)
def test_a_time_of_the_day_is_no_hours_a_week(hear: Hear, text: str) -> None:
    told = facts(hear(text, "trade", constraints=Limits(hours_per_week=10))).get("constraints")
    assert told is None or told.hours_per_week is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("mijn dochter heeft misschien anderhalf uur per week daarvoor", 1.5),
        ("my wife can do two hours a week", 2),
        ("ons Lien kan er een uurke per week aan doen", 1),
        ("tot 4 uur per week", 4),
        ("rond 6 uur", 6),
        ("uurtje. vooral gezinnen uit de wijk", 1),
        ("uurke, meer nie", 1),
        ("kwartiertje", 0.25),
    ],
)
def test_hours_of_who_helps_count_and_a_bare_hour_is_one(hear: Hear, text: str, hours: float) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"].hours_per_week == hours


@pytest.mark.parametrize("text", ["mijn man werkt 40 uur per week", "my son does it in two hours"])
def test_hours_of_who_does_not_help_do_not_count(hear: Hear, text: str) -> None:
    assert "constraints" not in facts(hear(text, "constraints", "hours"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("alleen op vrijdagnamiddag, twee uur", ("vrijdag",)),
        ("pff goh, maandagvoormiddag dan is 't properste gedaan, laat ons zeggen drie uurkes", ("maandag",)),
        ("een uur, enkel op dinsdagavond als de winkel toe is", ("dinsdag",)),
        ("3 uur, zondag ben ik vrij", ("zondag",)),
        ("two hours on Monday mornings", ("monday",)),
        ("twee uur, maandag is het rustig", ()),
        ("twee uur, maar niet op zaterdag", ()),
        ("an hour, Tuesdays we are closed", ()),
        ("van maandag tot vrijdag werk ik, dus twee uur", ()),
    ],
)
def test_days_told_with_the_hours_are_those_on_which_there_is_time(
    hear: Hear, text: str, days: tuple[str, ...]
) -> None:
    told = facts(hear(text, "constraints", "hours", offer="fietsen"))
    assert isinstance(told["constraints"], Limits)
    assert told["constraints"].work_days == days


@pytest.mark.parametrize(
    "text",
    [
        "ik heb geen vier uur",
        "I don't have four hours",
        "in den eerste mail, die van de halve dag, daar moet de fietsroute in",
    ],
)
def test_hours_that_are_denied_or_of_something_else_are_nobodys_time(hear, text):
    assert "constraints" not in facts(hear(text, "plan_feedback", "feedback", constraints=Limits(hours_per_week=1)))


@pytest.mark.parametrize(("text", "hours"), [("doe maar een halve dag", 4), ("niet meer dan twee uur", 2)])
def test_hours_beside_such_words_are_time_all_the_same(hear, text, hours):
    found = facts(hear(text, "plan_feedback", "feedback", constraints=Limits(hours_per_week=1)))
    assert found["constraints"].hours_per_week == hours


def test_not_a_single_one_is_nothing_rather_than_a_few(hear: Hear) -> None:
    assert facts(hear("nee geen enkele", "constraints", "money"))["constraints"].euros_per_month == 0


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("alf uurke", 0.5),
        ("'k zei toch alf uure", 0.5),
        ("een uurke of twie", 2),
        ("vier uur, nee wacht, maak er maar twee van", 2),
        (
            "tijd, ja, drie uur, nou nee laten we eerlijk zijn, twee uurtjes, want in de avond zit ik ook nog bij "
            "klanten en m'n vrouw wil me ook weleens zien",
            2,
        ),
        ("four hours, well no let's be honest, two hours, what with the kids and the dog and all the rest of it", 2),
    ],
)
def test_hours_in_dialect_or_put_right_before_they_are_sent_are_heard(hear: Hear, text: str, hours: float) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=hours)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("op zaterdag, nee wacht, vrijdag twee uurtjes", "vrijdag"),
        ("two hours on sunday evenings, no sorry, monday", "monday"),
    ],
)
def test_a_day_put_right_before_it_is_sent_gives_way(hear: Hear, text: str, day: str) -> None:
    assert facts(hear(text, "constraints", "hours"))["constraints"] == Limits(hours_per_week=2, work_days=(day,))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("it's people sixty-five to eighty after a new hip or a knee. Those are the ones I love", "hours"),
        ("they think a physio would cost a fortune, and some of the older ones want no stranger", "money"),
        ("iemand als inge, 44, die doet personeel bij een bedrijf", "money"),
        ("someone like Bev, 52, who runs the office", "money"),
    ],
)
def test_ages_and_words_like_numbers_are_no_hours_and_no_money(hear: Hear, text: str, question: str) -> None:
    assert "constraints" not in facts(hear(text, "constraints", question))


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("Twee uur zei ik dus hè, geen drie. Geld, zeg maar honderdvijftig per maand maximaal", 150),
        ("Two hours I said, not four. Money, call it sixty a month", 60),
        ("ik heb geen 50 euro, hooguit 30", 30),
        ("nee geen 50, honderd euro", 100),
    ],
)
def test_a_number_that_is_denied_is_no_money_and_one_in_words_no_name(hear: Hear, text: str, euros: float) -> None:
    found = facts(hear(text, "constraints", "money", owner_name="Youssef", constraints=Limits(hours_per_week=4)))
    assert isinstance(found["constraints"], Limits)
    assert (found["constraints"].euros_per_month, found.get("owner_name")) == (euros, None)


@pytest.mark.parametrize("text", ["I said a hundred, not one", "One euro a month? I said a hundred"])
def test_a_number_in_the_place_of_the_money_told_is_no_number_of_hours(hear: Hear, text: str) -> None:
    known = Limits(hours_per_week=2, euros_per_month=1)
    assert facts(hear(text, "email", constraints=known))["constraints"] == Limits(euros_per_month=100)


def test_an_hours_visit_that_is_sold_is_no_time_for_this(hear: Hear) -> None:
    assert "constraints" not in facts(hear("I do an hour's visit at home and an hour session", "goal"))


@pytest.mark.parametrize(
    "text",
    [
        "wij hebben 24 stoelen",
        "groepen van 8 tot 12 personen",
        "a party of 12",
        "30 spaces and a hall",
        "iemand als inge, 44, die doet personeel",
        "someone like Jean, 52, who comes with her sister",
        "Marleen van 61",
        "she's 52 and lives nearby",
    ],
)
def test_what_is_counted_or_how_old_somebody_is_is_no_budget(hear: Hear, text: str) -> None:
    assert "constraints" not in facts(hear(text, "constraints", "money"))


@pytest.mark.parametrize(
    ("text", "euros"),
    [("50 kunnen we missen", 50), ("100, die heb ik wel", 100), ("75 voor advertenties", 75), ("80 at a push", 80)],
)
def test_a_bare_number_with_words_around_it_is_a_budget(hear: Hear, text: str, euros: float) -> None:
    assert facts(hear(text, "constraints", "money"))["constraints"] == Limits(euros_per_month=euros)
