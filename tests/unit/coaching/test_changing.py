"""Changing a plan in chat: asked for in the owner's own words or by tapping, and taken back."""

from datetime import date

import pytest

from coaching.coach import Coach
from coaching.message import Message, MessageKind
from coaching.planning.composer import Composer
from journey.faults import faults_in
from journey.profile import ProfileField
from journey.state import Pending
from journey.topics import Topic
from tests.fakes.conversations import FakeConversations

TODAY = date(2026, 3, 2)


class Talk:
    """An owner at a keyboard who has a plan."""

    def __init__(self, library, understanding, opening, model):
        self.store = FakeConversations()
        self.coach = Coach(self.store, library, understanding, Composer(library, lambda: TODAY))
        self.says(opening)
        self.commands("/plan")
        self.taps("answer:confirm:yes")
        self.first = self.taps(f"answer:model:{model}").plan.plan

    def says(self, text):
        return self._take(MessageKind.TEXT, text)

    def taps(self, payload):
        return self._take(MessageKind.BUTTON, payload)

    def commands(self, text):
        return self._take(MessageKind.COMMAND, text)

    def _take(self, kind, text):
        return self.coach.take("noor", Message(kind=kind, text=text))


@pytest.fixture
def baker(library, understanding):
    opening = (
        "hoi, bakkerij De Korst in Mechelen, taarten op maat, instagram en de winkel, geen facebook, "
        "3 uur per week, 30 euro per maand"
    )
    return Talk(library, understanding, opening, "dazzle5")


@pytest.fixture
def yoga(library, understanding):
    opening = (
        "Hi, I run a yoga studio in Leeds called Still Water, beginner classes, Instagram and the window, "
        "3 hours a week, 50 pounds a month"
    )
    return Talk(library, understanding, opening, "stdc")


def text_of(answer):
    return "\n".join(out.reply.text for out in answer.outgoing)


def payloads_of(answer):
    return [button.payload for out in answer.outgoing for row in out.reply.buttons for button in row]


def test_another_idea_comes_with_its_text_and_a_new_file(baker):
    answer = baker.says("doe mij maar iets anders voor 2b")
    new = answer.plan.plan
    assert answer.plan.version == 2
    assert new.items[new.places["2b"]].name in text_of(answer)
    assert new.items[new.places["2b"]].text in text_of(answer)
    assert [out.reply.document.plan_version for out in answer.outgoing if out.reply.document] == [2]
    assert answer.state.open == "feedback"


def test_only_what_is_new_is_shown(baker):
    answer = baker.says("een ander idee voor 2b")
    kept = [item.name for play, item in answer.plan.plan.items.items() if play in baker.first.items]
    assert not any(name in text_of(answer) for name in kept)


def test_a_change_can_be_put_together_by_tapping(baker):
    which = baker.taps("answer:feedback:change")
    assert "suggestion:1:2a" in payloads_of(which)
    how = baker.taps("suggestion:1:2a")
    assert payloads_of(how) == [f"answer:change_how:{kind}" for kind in ("another", "more", "shorter", "not_for_me")]
    why = baker.taps("answer:change_how:not_for_me")
    assert "answer:why_not:no_time" in payloads_of(why)
    answer = baker.taps("answer:why_not:no_time")
    assert baker.first.places["2a"] not in answer.plan.plan.items
    assert answer.plan.plan.wishes.hours_under


def test_words_and_taps_may_be_mixed(baker):
    baker.taps("answer:feedback:change")
    baker.says("2a")
    baker.says("niks voor mij")
    answer = baker.says("want dat kost me te veel tijd")
    assert baker.first.places["2a"] in answer.plan.plan.wishes.set_aside
    assert "dat kost me te veel tijd" in text_of(answer)


def test_a_button_of_an_older_version_changes_nothing(baker):
    baker.taps("answer:feedback:change")
    baker.says("een ander idee voor 1a")
    before = baker.taps("answer:feedback:change").plan
    answer = baker.taps("suggestion:1:1a")
    assert answer.plan == before
    assert answer.state.open == "change_which"


@pytest.mark.parametrize("payload", ["suggestion:", "suggestion:1:9z", "suggestion:x:1a", "answer:why_not:no_time"])
def test_a_button_that_makes_no_sense_now_changes_nothing(baker, payload):
    answer = baker.taps(payload)
    assert answer.plan.version == 1


def test_undo_brings_back_exactly_what_was_there_one_step_at_a_time(yoga):
    asked = ("another idea for 1b", "more like 3a", "2a isn't for me because it's too much work", "shorten 1a")
    plans = [yoga.first, *(yoga.says(words).plan.plan for words in asked)]
    for words, before in zip(("undo", "put it back", "back", "/undo"), reversed(plans[:-1]), strict=True):
        answer = yoga.commands(words) if words.startswith("/") else yoga.says(words)
        assert answer.plan.plan == before
    assert answer.plan.version == 9
    assert "answer:feedback:undo" not in payloads_of(answer)
    assert yoga.says("undo").plan.version == 9


def test_the_button_to_undo_is_there_only_where_there_is_something_to_undo(baker):
    assert "answer:feedback:undo" not in payloads_of(baker.says("wat is een persona?"))
    assert "answer:feedback:undo" in payloads_of(baker.says("een ander idee voor 2b"))


def test_a_reason_is_kept_to_in_a_plan_that_is_made_anew(baker):
    baker.says("ik film niet graag")
    answer = baker.says("ik heb maar 2 uur per week")
    assert "video" not in {s.form for s in answer.plan.plan.suggestions}
    assert "Geen video's, zoals je vroeg." in answer.plan.plan.respected
    assert faults_in(answer.plan.plan, answer.profile) == ()


def test_taking_back_a_new_fact_brings_back_the_plan_and_what_was_known_with_it(baker):
    before = baker.says("een ander idee voor 2b")
    baker.says("de prijs is 40 euro")
    made = baker.says("ja")
    assert made.profile.text(ProfileField.PRICE) == "40 euro"
    undone = baker.says("zet dat terug")
    assert undone.plan.plan.stages == before.plan.plan.stages
    assert undone.profile == before.profile


def test_what_is_told_after_the_plan_is_shown_before_anything_changes(baker):
    before = baker.says("wat is een persona?")
    shown = baker.says("ik wil toch ook LinkedIn")
    assert "→" in text_of(shown)
    assert "LinkedIn" in text_of(shown)
    assert payloads_of(shown) == ["yes:change", "no:change"]
    assert (shown.plan, shown.profile) == (before.plan, before.profile)
    made = baker.taps("yes:change")
    assert "linkedin" in made.profile.many(ProfileField.CHANNELS_CURRENT)
    assert made.plan.version == 2
    assert not faults_in(made.plan.plan, made.profile)


@pytest.mark.parametrize(
    "no",
    [
        *("nee", "Niet doen", "laat maar", "liever niet", "nee natuurlijk nie", "ah nee zeg", "da's nie wat ik zei"),
        *(
            "neeneen, zo duur ben ik niet, laat dat maar staan gelijk het was",
            "toch maar niet",
            "laat het zoals het was",
        ),
        *("nah leave it the way it was", "no, that's not what I said", "don't", "I'd rather not"),
    ],
)
def test_a_no_leaves_the_plan_and_the_facts_as_they_were(baker, no):
    before = baker.says("wat is een persona?")
    baker.says("de prijs is 40 euro")
    answer = baker.says(no)
    assert "het plan blijft zoals het is" in text_of(answer)
    assert (answer.plan, answer.profile, answer.state.pending) == (before.plan, before.profile, None)


@pytest.mark.parametrize(
    "yes",
    [
        "prima zo",
        "oke doe het",
        "ja hoor prima, doe dat",
        "goe zo, doet maar",
        "awel ja",
        "ja pas maar aan",
        "goe idee ja",
        "ga maar je gang",
    ],
)
def test_a_yes_in_more_words_makes_what_was_offered(baker, yes):
    baker.says("de prijs is 40 euro")
    made = baker.says(yes)
    assert made.state.pending is None
    assert made.profile.told(ProfileField.PRICE)


@pytest.mark.parametrize("no", ["laat maar zo", "doe maar niet", "zo laten"])
def test_words_that_are_a_yes_elsewhere_may_leave_the_plan_as_it_is(baker, no):
    baker.says("de prijs is 40 euro")
    answer = baker.says(no)
    assert not answer.profile.told(ProfileField.PRICE)


@pytest.mark.parametrize("aside", ["wat is een persona?", "wat kost dit?", "dank je", "hoi", "wie leest dit mee?"])
def test_an_offer_waits_while_something_else_is_asked(baker, aside):
    baker.says("de prijs is 40 euro")
    answer = baker.says(aside)
    assert "laat ik liggen" not in text_of(answer)
    assert text_of(answer).endswith("Zal ik het zo doen?")
    assert payloads_of(answer) == ["yes:change", "no:change"]
    assert baker.says("ja").profile.told(ProfileField.PRICE)


def test_an_offer_waits_for_who_comes_back(baker):
    baker.says("de prijs is 40 euro")
    answer = baker.commands("/start")
    assert text_of(answer).endswith("Zal ik het zo doen?")
    assert baker.says("ja doe maar").profile.told(ProfileField.PRICE)


def test_the_fact_of_a_yes_comes_from_the_message_that_told_it(baker):
    shown = baker.says("de prijs is 40 euro")
    told_in = baker.store.turns[-1].number
    made = baker.says("doe maar")
    assert shown.state.pending is Pending.CHANGE
    assert made.profile.facts[ProfileField.PRICE].evidence == told_in


def test_another_word_lets_an_offered_change_go(baker):
    baker.says("de prijs is 40 euro")
    answer = baker.says("een ander idee voor 2b")
    assert "laat ik liggen" in text_of(answer)
    assert answer.plan.version == 2
    assert ProfileField.PRICE not in answer.profile


def test_what_is_turned_down_is_not_offered_again(baker):
    before = baker.says("wat is een persona?").profile
    baker.says("ik heb twee uur per week")
    answer = baker.says("nee nee, ik heb geen twee uur, laat dat maar zo")
    assert (answer.state.pending, answer.profile) == (None, before)


def test_a_no_with_another_value_offers_that(baker):
    baker.says("ik heb twee uur per week")
    baker.says("nee, vier uur")
    assert baker.taps("yes:change").profile.limits.hours_per_week == 4


def test_a_second_change_comes_to_the_one_that_is_offered(baker):
    baker.says("de prijs is 40 euro")
    shown = baker.says("en ik heb twee uur per week")
    assert "laat ik liggen" not in text_of(shown)
    made = baker.taps("yes:change")
    assert (made.profile.told(ProfileField.PRICE), made.profile.limits.hours_per_week) == (True, 2)


@pytest.mark.parametrize("shows", ["plan", "laat nog eens zien"])
def test_an_offer_waits_while_the_plan_is_looked_at(baker, shows):
    baker.says("de prijs is 40 euro")
    assert baker.says(shows).state.pending is Pending.CHANGE
    assert baker.says("ja doe maar").profile.told(ProfileField.PRICE)


def test_not_knowing_leaves_the_offer_standing(baker):
    baker.says("de prijs is 40 euro")
    answer = baker.says("ik weet het niet")
    assert answer.state.pending is Pending.CHANGE
    assert "succes" not in text_of(answer)


def test_what_is_to_be_put_in_is_offered_and_stands_in_the_plan(baker):
    shown = baker.says("zet erin dat ik gratis aan huis lever")
    assert "ik lever gratis aan huis" in text_of(shown)
    assert "ik lever gratis aan huis" in baker.says("ja").profile.text(ProfileField.USP)


def test_a_button_of_an_offer_that_is_gone_is_past_kindly(baker):
    baker.says("de prijs is 40 euro")
    baker.says("nee")
    answer = baker.taps("yes:change")
    assert "Die knop is van eerder" in text_of(answer)
    assert answer.plan.version == 1


def test_a_fact_that_was_known_makes_no_new_plan(baker):
    answer = baker.says("geen facebook")
    assert answer.plan.version == 1
    assert answer.state.open == "feedback"


def test_what_is_not_in_the_plan_is_said_and_asked_again(baker):
    answer = baker.says("iets anders voor de luchtballon")
    assert answer.plan.version == 1
    assert "niet in je plan" in text_of(answer)
    assert answer.state.open == "change_which"


def test_two_ideas_named_at_once_both_give_way(baker):
    answer = baker.says("vervang 1a en 3b")
    assert {baker.first.places["1a"], baker.first.places["3b"]}.isdisjoint(answer.plan.plan.items)


def test_a_question_about_an_idea_shows_it_whole_and_changes_nothing(baker):
    answer = baker.says("waarom staat 2b erin?")
    item = baker.first.items[baker.first.places["2b"]]
    assert answer.plan.version == 1
    assert all(part in text_of(answer) for part in (item.why, *item.steps, item.text))


def test_a_question_about_an_e_mail_shows_it(baker):
    mail = baker.first.items[baker.first.places["2m"]]
    assert mail.body in text_of(baker.says("toon 2m eens"))


def test_theory_in_between_leaves_a_begun_change_standing(baker):
    baker.says("2a niks voor mij")
    asked = baker.says("wat is een touchpoint?")
    assert (asked.state.open, asked.plan.version) == ("why_not", 1)
    assert baker.first.places["2a"] not in baker.says("te veel werk").plan.plan.items


def test_never_mind_drops_a_begun_change(baker):
    baker.says("2a niks voor mij")
    answer = baker.says("laat maar")
    assert (answer.state.open, answer.plan.version) == ("feedback", 1)
    assert baker.says("te veel werk").state.open == "change_which"


def test_refusing_everything_ends_in_a_plan_and_not_in_an_error(baker):
    for form in ("video's", "foto's", "mails", "flyers", "enquêtes", "evenementen", "reclame", "reviews", "cadeautjes"):
        answer = baker.says(f"geen {form}")
        assert faults_in(answer.plan.plan, answer.profile) == ()
    assert all(stage.suggestions for stage in answer.plan.plan.stages)


def test_where_nothing_else_is_left_the_plan_stays_and_that_is_said(baker):
    short = baker.says("maak alles korter")
    again = baker.says("maak alles nog korter")
    assert again.plan == short.plan
    assert "Het plan blijft zoals het is" in text_of(again)
    assert again.state.undoable == short.state.undoable


def test_changes_are_not_heard_before_there_is_a_plan(library, understanding):
    coach = Coach(FakeConversations(), library, understanding, Composer(library))
    coach.take("noor", Message(kind=MessageKind.TEXT, text="Ik heb een bakkerij in Gent, taarten op maat"))
    answer = coach.take("noor", Message(kind=MessageKind.COMMAND, text="/undo"))
    assert answer.plan is None
    assert answer.state.asking is Topic.GOAL


def test_the_profile_keeps_only_what_is_about_the_business(baker):
    before = baker.says("wat is een persona?").profile
    after = baker.says("2b niks voor mij want te duur").profile
    assert after.facts == before.facts
    assert ProfileField.NOTES not in after


@pytest.mark.parametrize(
    "said", ["ja doe maar. en 2a mag weg, ik heb daar geen tijd voor", "doe maar, en 2a is niks voor mij want te duur"]
)
def test_a_yes_with_another_change_makes_both_as_one_version(baker, said):
    baker.says("we zitten nu in Leuven")
    answer = baker.says(said)
    assert (answer.plan.version, answer.profile.text(ProfileField.LOCATION)) == (2, "Leuven")
    assert baker.first.places["2a"] not in answer.plan.plan.items
    undone = baker.says("zet dat terug")
    assert undone.plan.plan.places == baker.first.places


def test_a_yes_with_another_fact_takes_both(baker):
    baker.says("we zitten nu in Leuven")
    answer = baker.says("ja graag. en de prijs is 45 euro")
    assert (answer.state.pending, answer.plan.version) == (None, 2)
    assert "45" in answer.profile.text(ProfileField.PRICE)


def test_a_yes_with_half_a_change_asks_for_the_other_half(baker):
    baker.says("we zitten nu in Leuven")
    answer = baker.says("ja doe maar. en 2a, dat is niks voor mij")
    assert (answer.plan.version, answer.state.open) == (2, "why_not")


@pytest.mark.parametrize("said", ["ja doe maar", "doe maar, merci", "ok, graag"])
def test_a_plain_yes_is_no_more_than_that(baker, said):
    baker.says("we zitten nu in Leuven")
    assert baker.says(said).state.open == "feedback"


@pytest.mark.parametrize(
    ("said", "buttons"),
    [
        ("gegevens aanpassen", "edit:"),
        ("Een idee wijzigen", "suggestion:"),
        ("ik wil een idee wijzigen", "suggestion:"),
        ("ander model", "answer:model:"),
    ],
)
def test_the_words_of_a_button_do_what_it_does(baker, said, buttons):
    assert any(payload.startswith(buttons) for payload in payloads_of(baker.says(said)))


def test_the_plan_as_a_file_is_asked_for_by_the_words_of_its_button(baker):
    assert [out for out in baker.says("plan als bestand").outgoing if out.reply.document]


@pytest.mark.parametrize("all_of_them", ["allemaal", "alle drie", "ze mogen allemaal weg"])
def test_all_that_is_listed_may_be_meant(baker, all_of_them):
    listed = baker.says("iets met een kaartje mag weg")
    plays = [baker.first.places[p.rpartition(":")[2]] for p in payloads_of(listed) if p.startswith("suggestion:")]
    answer = baker.says(all_of_them)
    assert set(answer.state.changing.plays) == set(plays)


@pytest.mark.parametrize(("said", "at"), [("die eerste", 0), ("de tweede", 1), ("the last one", -1)])
def test_one_of_a_list_may_be_meant_by_its_place_in_it(baker, said, at):
    listed = baker.says("een idee wijzigen")
    places = [p.rpartition(":")[2] for p in payloads_of(listed) if p.startswith("suggestion:")]
    assert baker.says(said).state.changing.plays == (baker.first.places[places[at]],)


def test_what_was_refused_before_the_plan_is_kept_to_by_the_first_one(library, understanding):
    opening = (
        "bakkerij De Korst in Mechelen, taarten op maat, instagram en de winkel, 3 uur per week, 30 euro per maand"
    )
    store = FakeConversations()
    coach = Coach(store, library, understanding, Composer(library, lambda: TODAY))

    def says(text, kind=MessageKind.TEXT):
        return coach.take("noor", Message(kind=kind, text=text))

    says(opening)
    says("/plan", MessageKind.COMMAND)
    says("niet filmen, en gin mails")
    says("answer:confirm:yes", MessageKind.BUTTON)
    made = says("answer:model:dazzle5", MessageKind.BUTTON).plan.plan
    assert "video" not in {s.form for s in made.suggestions}
    assert not any(stage.email for stage in made.stages)


def test_a_refusal_that_is_taken_back_no_longer_holds(baker):
    refused = baker.says("geen foto's")
    assert any("foto" in line for line in refused.plan.plan.respected)
    answer = baker.says("foto's mag wel hoor. alleen niet filmen")
    assert "Foto's mogen dus weer" in text_of(answer)
    assert not any("foto" in line for line in answer.plan.plan.respected)
    assert "Geen video's, zoals je vroeg." in answer.plan.plan.respected


def test_what_was_never_refused_is_not_allowed_again(baker):
    answer = baker.says("foto's mag wel hoor")
    assert (answer.plan.version, "mogen dus weer" in text_of(answer)) == (1, False)


def test_the_trade_is_offered_by_its_name(baker):
    offered = text_of(baker.says("het is geen bakkerij maar een slagerij"))
    assert "soort zaak: bakkerij" in offered
    assert "butcher" not in offered


@pytest.mark.parametrize("said", ["nen banner is toch ook een advertentie, nee dus, laat maar", "nee dus"])
def test_a_no_among_other_words_turns_down_what_is_offered(baker, said):
    baker.says("we zitten nu in Leuven")
    answer = baker.says(said)
    assert (answer.state.pending, answer.plan.version) == (None, 1)
