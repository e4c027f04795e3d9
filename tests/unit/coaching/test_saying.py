"""Moves put into words: facts shown, summaries, answers from the knowledge, plans in a chat message."""

import pytest

from coaching.documents import document_of, exported
from coaching.explaining import why_model
from coaching.message import Document, Reply
from coaching.overview import plan_overview
from coaching.records import Outgoing, PlanVersion
from coaching.showing import goal_said, number, shown, shown_channels, shown_limits
from coaching.speaking import Speaker
from coaching.summing import summary
from journey import moves as m
from journey.choice import REASONS
from journey.keys import LANGUAGES, Goal
from journey.models import MODELS
from journey.profile import EmailList, GoalFact, Limits, Profile, ProfileField, Status, accept
from journey.state import Pending
from journey.topics import QUESTIONS
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import AT_SUMMARY, PLANNED, fact, plan, profile, proposal, suggestion, talking, with_stage

NL, EN = Words("nl"), Words("en")
F = ProfileField

SHOWN = [
    (F.OFFER, "taarten", "taarten", "taarten"),
    (F.AUDIENCE, "b2b", "bedrijven", EN.say("value.audience.b2b")),
    (F.MODEL, "stdc", "See-Think-Do-Care", "See-Think-Do-Care"),
    (F.CHANNELS_CURRENT, ("van", "instagram"), "bestelwagen en Instagram", "van and Instagram"),
    (F.CHANNELS_CURRENT, (), "nog geen kanalen", "no channels yet"),
    (F.NOTES, ("a", "b"), "a; b", "a; b"),
    (F.CONSTRAINTS, Limits(hours_per_week=1.5), "1,5 uur per week", "1.5 hours a week"),
    (F.CONSTRAINTS, Limits(euros_per_month=0), "geen budget", "no budget"),
    (F.CONSTRAINTS, Limits(euros_per_month=150), "150 euro per maand", "150 euros a month"),
    (F.GOAL, GoalFact(text="tien extra klanten"), "tien extra klanten", "tien extra klanten"),
    (F.GOAL, GoalFact(text="", kind=Goal.REPEAT), "klanten die vaker terugkomen", EN.say("value.goal.repeat")),
    (F.GOAL, GoalFact(text=""), "", ""),
    (F.EMAIL_LIST, EmailList(has=False), "nog geen e-maillijst", "no e-mail list yet"),
    (F.EMAIL_LIST, EmailList(has=True, size=80), "80 adressen", "80 addresses"),
    (F.EMAIL_LIST, EmailList(has=True), "mag klanten mailen", "may e-mail customers"),
    (F.SECTOR, "walvisvaarder", "walvisvaarder", "walvisvaarder"),
]


@pytest.mark.parametrize(("field", "value", "dutch", "english"), SHOWN)
def test_a_fact_is_shown_by_the_name_it_has_in_the_owners_language(field, value, dutch, english):
    assert shown(field, fact(value), NL) == dutch
    assert shown(field, fact(value), EN) == english


def test_days_are_shown_by_what_they_are():
    limits = Limits(closed_days=("maandag",), quiet_days=("dinsdag", "woensdag"), busy_days=("zaterdag",))
    text = shown(F.CONSTRAINTS, fact(limits), NL)
    assert text == "gesloten: maandag, rustig: dinsdag en woensdag, druk: zaterdag"


def test_a_trade_is_shown_by_name(sectors):
    assert shown(F.SECTOR, fact("bakery"), NL, sectors["bakery"]) == "bakkerij"


def test_numbers_are_written_as_in_the_language():
    assert [number(value, NL) for value in (2, 1.5, 0.25)] == ["2", "1,5", "0,25"]
    assert number(1.5, EN) == "1.5"


def test_channels_are_shown_by_name_and_empty_values_left_out():
    assert shown_channels(("word_of_mouth",), NL) == "mond-tot-mond"
    known = profile(goal=GoalFact(text=""), offer="taarten")
    assert [text for field in (F.GOAL, F.OFFER) if (text := shown(field, known.facts[field], NL))] == ["taarten"]


def test_the_summary_keeps_told_and_assumed_apart(sectors):
    known = accept(
        profile(offer="taarten", sector="bakery", language="nl", model="aida"),
        (proposal("audience", "b2c", status=Status.ASSUMED),),
        2,
    )
    text = summary(known, NL, sectors["bakery"])
    told, assumed = text.split(NL.say("summary.assumed"))
    assert "taarten" in told
    assert "gewone mensen" in assumed
    assert "AIDA" not in text


def test_a_fact_with_nothing_to_show_has_no_line():
    assert "Doel" not in summary(profile(goal=GoalFact(text=""), offer="taarten"), NL, None)


def test_a_summary_of_nothing_says_so():
    assert NL.say("summary.nothing") in summary(Profile(), NL, None)
    assert NL.say("summary.assumed") not in summary(Profile(), NL, None)


# Speaking


def replies(*moves, words=NL, state=None, known=None, sector=None, made=None, library=None):
    speaker = Speaker(words, state or talking(), known or Profile(), sector, library or FakeLibrary(), made)
    return speaker.replies(moves)


MADE = PlanVersion(version=2, plan=plan())


def all_moves():
    keys = ("welcome", "media.photo", "planned.unclear", "confirm.delete", "privacy.kept")
    yield from (m.Say(key=key) for key in keys)
    for question in QUESTIONS:
        yield m.Ask(question=question)
        yield m.Ask(question=question, again=True)
        yield from (m.ExplainQuestion(question=question, how=how) for how in ("meaning", "why", "advice"))
        if QUESTIONS[question].open:
            yield m.Ask(question=question, probe=True)
            yield m.Examples(question=question)
    yield from (m.CountDown(left=left) for left in (0, 1, 5))
    yield from (m.RecommendModel(model=model) for model in MODELS)
    yield from (
        m.ShowPlan(),
        m.MakePlan(model="aida"),
        m.SendPlan(),
        m.Erase(),
        m.StartOver(),
        m.Summarise(),
        m.ChooseField(),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", list(all_moves()), ids=repr)
def test_every_move_has_words_and_at_most_one_question_of_our_own(move, language, sectors):
    (reply,) = replies(move, words=Words(language), sector=sectors["bakery"], made=MADE, known=profile(offer="taart"))
    assert reply.text
    assert reply.text.count("?") <= 1 or isinstance(move, m.ShowPlan | m.MakePlan | m.Examples)


def test_a_remark_and_a_question_share_a_bubble_with_the_questions_buttons():
    (bubble,) = replies(m.Say(key="thanks"), m.Ask(question="hours"))
    assert bubble.text == f"{NL.say('thanks')}\n\n{NL.say('ask.hours')}"
    assert bubble.buttons


def test_two_questions_never_share_a_bubble():
    first, second = replies(m.Say(key="media.photo"), m.Ask(question="hours"))
    assert first.text.count("?") == second.text.count("?") == 1


def test_nothing_is_added_below_buttons_documents_or_a_long_text():
    assert len(replies(m.Say(key="help"), m.Say(key="robot"), m.Say(key="cost"), m.Say(key="help"))) >= 2
    assert len(replies(m.SendPlan(), m.Ask(question="feedback"), made=MADE)) == 2
    assert len(replies(m.Ask(question="hours"), m.Say(key="thanks"))) == 2
    assert len(replies(m.Summarise(), m.Ask(question="confirm"))) == 1


def test_short_facts_are_read_back_and_long_sentences_are_not():
    known = profile(location="Gent", usp="omdat wij alles met de hand doen", channels_excluded=("facebook",))
    (noted,) = replies(m.Note(fields=(F.LOCATION, F.USP, F.CHANNELS_EXCLUDED)), known=known)
    assert "Gent" in noted.text
    assert "niet: Facebook" in noted.text
    assert "met de hand" not in noted.text
    (plain,) = replies(m.Note(fields=(F.USP,)), known=known)
    assert plain.text == NL.say("note.plain")


def test_what_was_told_beside_the_question_is_read_back_under_its_name_and_long_words_in_short():
    known = profile(usp="omdat wij alles met de hand doen, van het eerste brood tot de laatste koek van de dag")
    (noted,) = replies(m.Note(fields=(F.USP,), named=(F.USP,)), known=known)
    assert "waarom jou: omdat wij alles met de hand doen" in noted.text
    assert noted.text.endswith("(…).")


def test_what_customers_are_called_is_read_back():
    told = m.Note(fields=(F.CUSTOMER_WORD,), named=(F.CUSTOMER_WORD,))
    (noted,) = replies(told, known=profile(customer_word="gasten"))
    assert "gasten" in noted.text


def test_a_correction_is_confirmed_as_one_with_the_name_of_what_was_put_right():
    (noted,) = replies(m.Note(fields=(F.PRICE,), corrected=True), known=profile(price="35 euro"))
    assert noted.text == "Aangepast. Prijs: 35 euro."


def test_all_that_was_heard_can_be_shown_again_once_something_was_put_right():
    (first,) = replies(m.Summarise(), m.Ask(question="confirm"))
    (later,) = replies(m.Ask(question="confirm", again=True))
    assert "answer:confirm:all" not in [button.payload for row in first.buttons for button in row]
    assert "answer:confirm:all" in [button.payload for row in later.buttons for button in row]


def test_long_words_that_were_put_right_are_read_back_whole():
    told = "werkende moeder uit Leidsche Rijn, achtendertig, met een elektrische bakfiets en twee kinderen erin"
    (noted,) = replies(m.Note(fields=(F.PERSONA_SITUATION,), corrected=True), known=profile(persona_situation=told))
    assert noted.text == f"Aangepast. Beste klant: {told}."


def test_what_says_by_itself_what_it_is_gets_no_name():
    known = profile(location="Gent", channels_excluded=("facebook",))
    (noted,) = replies(m.Note(fields=(F.CHANNELS_EXCLUDED, F.LOCATION), corrected=True), known=known)
    assert noted.text == "Aangepast. Niet: Facebook; plaats: Gent."


def test_a_goal_is_shown_without_what_leads_in_to_it():
    shown_goals = {
        "Het doel: dat meer mensen durven kopen": "meer mensen durven kopen",
        "dat doel, zet daar liever dat er meer particulieren komen": "meer particulieren komen",
        "the goal, put down more couples midweek": "more couples midweek",
        "doelgerichter werken": "doelgerichter werken",
        "dat er meer volk komt": "dat er meer volk komt",
    }
    for told, shown_goal in shown_goals.items():
        assert goal_said(told) == shown_goal


def test_days_are_shown_in_the_language_of_the_plan():
    assert shown_limits(Limits(quiet_days=("monday", "tuesday")), NL) == "rustig: maandag en dinsdag"


def test_a_confirmation_carries_its_buttons_while_it_waits():
    (waiting,) = replies(m.Say(key="confirm.delete"), state=talking(pending=Pending.DELETE))
    assert waiting.buttons
    (past,) = replies(m.Say(key="confirm.delete"))
    assert not past.buttons


def test_a_plan_that_is_not_there_is_not_shown():
    for move in (m.ShowPlan(), m.SendPlan()):
        assert replies(move)[0].text == NL.say("no_plan_yet")


def test_the_plan_goes_along_as_a_document_of_its_version():
    (reply,) = replies(m.SendPlan(), made=MADE, state=PLANNED)
    assert reply.document == Document(name="klantreisplan-voor-bakkerij-molenzicht-v2.md", plan_version=2)


def test_a_question_nobody_can_explain_gets_help():
    assert replies(m.ExplainQuestion(question="", how="why"))[0].text == NL.say("help")


def test_a_move_without_words_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="no words for Move"):
        replies(m.Move())


@pytest.mark.parametrize("model", MODELS)
def test_a_recommendation_names_the_stages_and_a_reason(model, sectors):
    (reply,) = replies(m.RecommendModel(model=model), sector=sectors["bakery"], state=AT_SUMMARY)
    for stage in MODELS[model].stages:
        assert NL.say(f"stage.{model}.{stage.key}") in reply.text
    assert "Waarom:" in reply.text


def test_a_reason_comes_from_the_profile_or_is_the_general_one():
    mails = profile(email_list=EmailList(has=True, size=100))
    assert why_model("email4", mails, None, NL) == NL.say("reason.mails")
    assert why_model("wux5", Profile(), None, NL) == NL.say("reason.default")
    assert "default" not in REASONS


def test_a_plan_in_a_chat_message_names_every_stage_and_the_first_week():
    text = plan_overview(MADE, NL)
    assert "versie 2" in text
    assert "1. Attention: Een bord bij de deur" in text
    assert "maandag (30 minuten)" in text
    assert NL.say("plan.no_week") in plan_overview(PlanVersion(version=1, plan=plan(first_week=())), NL)


def test_a_plan_in_a_chat_message_begins_each_stage_with_what_does_not_wait():
    two = (suggestion("waits").model_copy(update={"name": "Wacht nog", "later": True}), suggestion("now"))
    text = plan_overview(PlanVersion(version=1, plan=with_stage(plan(), 0, suggestions=two)), NL)
    assert f"1. Attention: {two[1].name}" in text
    assert "Wacht nog" not in text


def test_a_summary_shows_what_was_told_without_what_was_said_around_it():
    told = profile(offer="wablieft, drie kamers met ontbijt", price="honderd euro verdomme")
    text = summary(told, NL, None)
    assert "wablieft" not in text
    assert "verdomme" not in text
    assert "drie kamers met ontbijt" in text


def test_a_document_is_made_when_it_is_sent():
    reply = Reply(text="", document=Document(name="plan.md", plan_version=1))
    assert document_of(Outgoing(id=1, owner="noor", reply=reply, plan=plan())) == ("plan.md", exported(plan()))
    assert document_of(Outgoing(id=1, owner="noor", reply=reply)) is None
    assert document_of(Outgoing(id=1, owner="noor", reply=Reply(text="x"), plan=plan())) is None
