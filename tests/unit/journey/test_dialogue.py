"""What each message leads to, in each part of the talk."""

import pytest

from journey import moves as m
from journey.asides import Follow
from journey.dialogue import amended, decide
from journey.hearing import Heard, Intent
from journey.offer import Offer
from journey.profile import Change, GoalFact, Limits, Profile, ProfileField, Proposal, accept
from journey.state import Pending, Phase, State
from journey.topics import Topic
from tests.making import AT_MODEL, AT_SUMMARY, PLANNED, heard, profile, proposal, scene, talking

KNOWN = profile(sector="bakery", offer="taarten", audience="b2c")


def decided(said, state=None, known=None, **more):
    return decide(scene(said, state, known, **more))


def said_keys(decision):
    return [move.key for move in decision.moves if isinstance(move, m.Say)]


def of_kind(decision, kind):
    return [move for move in decision.moves if isinstance(move, kind)]


def the_question(decision):
    (ask,) = of_kind(decision, m.Ask)
    return ask.question


# The beginning


def test_the_first_message_is_welcomed_and_the_first_question_put():
    decision = decided(heard(Intent.GREETING), State())
    assert said_keys(decision) == ["welcome"]
    assert the_question(decision) == "business"


def test_facts_in_the_first_message_are_taken_along_with_the_welcome():
    decision = decided(heard(sector="bakery", offer="taarten"), State())
    assert said_keys(decision) == ["welcome"]
    assert of_kind(decision, m.Note)[0].fields == (ProfileField.SECTOR, ProfileField.OFFER)
    assert the_question(decision) not in ("business", "offer")


def test_whoever_begins_in_english_is_welcomed_in_english():
    decision = decided(heard(Intent.GREETING, language="en"), State())
    assert decision.state.language == "en"
    assert "language.switched" not in said_keys(decision)


def test_a_first_message_that_says_nothing_clear_is_simply_welcomed():
    decision = decided(heard(Intent.UNCLEAR), State())
    assert said_keys(decision) == ["welcome"]
    assert the_question(decision) == "business"


def test_only_the_first_message_is_welcomed():
    assert "welcome" not in said_keys(decided(heard(Intent.GREETING)))


@pytest.mark.parametrize("intent", [Intent.NO, Intent.SKIP, Intent.DONT_KNOW])
def test_a_first_message_cannot_skip_a_question_that_was_not_put(intent):
    decision = decided(heard(intent), State())
    assert decision.state.skipped == ()
    assert "skipped" not in said_keys(decision)
    assert the_question(decision) == "business"


# The question of a human coach


@pytest.mark.parametrize("intent", [Intent.WHO_READS, Intent.ROBOT, Intent.COST, Intent.WHY, Intent.MEANING])
def test_the_question_of_a_human_coach_stands_after_something_in_passing_and_ours_is_not_put(intent):
    decision = decided(heard(intent), talking(asked_by="Mieke"))
    assert decision.state.asked_by == "Mieke"
    assert not of_kind(decision, m.Ask)


@pytest.mark.parametrize("intent", [Intent.INFORM, Intent.CORRECT, Intent.FOR_COACH, Intent.DELETE, Intent.RESTART])
def test_what_tells_something_or_moves_the_talk_ends_it(intent):
    assert decided(heard(intent, offer="taarten"), talking(asked_by="Mieke")).state.asked_by == ""


def test_so_does_a_tap_on_what_was_offered():
    offered = talking(phase=Phase.PLANNED, open="feedback", pending=Pending.CHANGE, offered=Offer(), asked_by="Mieke")
    assert decided(heard(Intent.NO), offered, KNOWN, version=1).state.asked_by == ""


# Facts


def test_an_answer_is_shown_and_the_next_question_put():
    decision = decided(heard(sector="bakery"))
    assert of_kind(decision, m.Note) == [m.Note(fields=(ProfileField.SECTOR,))]
    assert the_question(decision) == "offer"
    assert decision.state.asked == ("business", "offer")


def test_facts_that_were_known_already_are_not_noted_again():
    decision = decided(heard(offer="taarten"), talking(open="goal", asked=("business", "goal")), KNOWN)
    assert said_keys(decision) == ["known_already"]
    assert the_question(decision) == "goal"


def test_a_fact_that_replaces_one_is_noted_as_a_correction():
    decision = decided(heard(Intent.CORRECT, price="35 euro"), known=profile(sector="bakery", price="45 euro"))
    assert of_kind(decision, m.Note) == [m.Note(fields=(ProfileField.PRICE,), corrected=True)]


def test_hours_that_take_the_place_of_others_are_a_correction_and_money_beside_them_is_not():
    known = profile(sector="bakery", constraints=Limits(hours_per_week=3))
    fewer, money = heard(constraints=Limits(hours_per_week=2)), heard(constraints=Limits(euros_per_month=50))
    assert of_kind(decided(fewer, known=known), m.Note)[0].corrected
    assert not of_kind(decided(money, known=known), m.Note)[0].corrected


def test_what_is_new_beside_a_correction_makes_it_no_correction_as_a_whole():
    told = heard(location="Gent", channels_current=("van",))
    known = profile(sector="bakery", location="Deinze")
    assert not of_kind(decided(told, known=known), m.Note)[0].corrected


def test_a_list_that_grows_is_not_a_correction():
    decision = decided(heard(channels_current=("van", "shop")), known=profile(channels_current=("van",)))
    assert not of_kind(decision, m.Note)[0].corrected


def test_a_thin_answer_is_probed_once():
    state = talking(open="usp", asked=("business", "usp"))
    first = decided(heard(usp="goed", thin=True), state, KNOWN)
    assert of_kind(first, m.Ask) == [m.Ask(question="usp", probe=True)]
    second = decided(heard(usp="lekker", thin=True), first.state, profile(sector="bakery", offer="taarten", usp="goed"))
    assert not of_kind(second, m.Ask)[0].probe


def test_ticks_in_a_list_of_several_keep_the_question_open_until_done():
    state = talking(open="channels", asked=("business", "channels"))
    ticked = decided(heard(channels_current=("van",), ticked=True), state, KNOWN)
    assert of_kind(ticked, m.Ask) == [m.Ask(question="channels", again=True)]
    known = profile(sector="bakery", offer="taarten", channels_current=("van",))
    assert the_question(decided(heard(Intent.DONE), ticked.state, known)) != "channels"


@pytest.mark.parametrize("phase", [Phase.SUMMARY, Phase.PLANNED])
def test_ticks_while_editing_wait_for_done_too(phase):
    state = talking(phase=phase, open="channels", asked=("business", "channels"))
    ticked = decided(heard(channels_current=("van",), ticked=True), state, KNOWN, version=int(phase is Phase.PLANNED))
    assert of_kind(ticked, m.Ask) == [m.Ask(question="channels", again=True)]
    assert not of_kind(ticked, m.MakePlan)
    assert not of_kind(ticked, m.Summarise)


def test_once_enough_is_known_the_summary_comes():
    state = talking(skipped=tuple("business offer goal channels hours money email persona persona_pain".split()))
    decision = decided(heard(usp="met de hand"), state.but(open="usp"), KNOWN)
    assert of_kind(decision, m.Summarise)
    assert the_question(decision) == "confirm"
    assert decision.state.phase is Phase.SUMMARY


# Skipping, not knowing, nothing clear


def test_a_skipped_question_is_left_and_not_put_again():
    decision = decided(heard(Intent.SKIP))
    assert said_keys(decision) == ["skipped"]
    assert the_question(decision) != "business"
    assert decision.state.skipped == ("business",)


def test_no_to_a_question_skips_it():
    assert decided(heard(Intent.NO), talking(open="usp")).state.skipped == ("usp",)


def test_who_does_not_know_gets_examples_and_the_second_time_moves_on():
    first = decided(heard(Intent.DONT_KNOW))
    assert of_kind(first, m.Examples) == [m.Examples(question="business")]
    second = decided(heard(Intent.DONT_KNOW), first.state)
    assert second.state.skipped == ("business",)


def test_not_knowing_a_question_with_buttons_moves_on_at_once():
    assert decided(heard(Intent.DONT_KNOW), talking(open="hours"), KNOWN).state.skipped == ("hours",)


def test_two_useless_answers_lead_on():
    first = decided(heard(Intent.UNCLEAR))
    assert said_keys(first) == ["unclear"]
    assert of_kind(first, m.Ask) == [m.Ask(question="business", again=True)]
    second = decided(heard(Intent.UNCLEAR), first.state)
    assert second.state.skipped == ("business",)
    assert the_question(second) != "business"


def test_a_useless_answer_to_a_question_that_wants_words_brings_examples():
    first = decided(heard(Intent.UNCLEAR), talking(open="usp", asked=("business", "usp")), KNOWN)
    assert first.moves == (m.Say(key="unclear"), m.Examples(question="usp"))
    assert "usp" in decided(heard(Intent.UNCLEAR), first.state, KNOWN).state.skipped


def test_other_facts_are_noted_and_the_open_question_is_put_once_more_and_no_more():
    state = talking(open="goal", asked=("business", "goal"))
    first = decided(heard(price="35 euro"), state, KNOWN)
    assert of_kind(first, m.Note) == [m.Note(fields=(ProfileField.PRICE,))]
    assert of_kind(first, m.Ask) == [m.Ask(question="goal", again=True)]
    second = decided(heard(location="Gent"), first.state, KNOWN)
    assert of_kind(second, m.Note) == [m.Note(fields=(ProfileField.LOCATION,))]
    assert second.state.skipped == ("goal",)
    assert the_question(second) != "goal"


@pytest.mark.parametrize("intent", [Intent.THANKS, Intent.SYMBOLS, Intent.ABUSE, Intent.COMMANDING, Intent.GREETING])
def test_what_neither_tells_nor_asks_anything_leads_on_the_second_time(intent):
    first = decided(heard(intent), talking(open="hours", asked=("business", "hours")), KNOWN)
    assert the_question(first) == "hours"
    assert the_question(decided(heard(intent), first.state, KNOWN)) != "hours"


def test_yes_to_a_question_that_asks_how_much_leads_on_the_second_time():
    first = decided(heard(Intent.YES), talking(open="hours", asked=("business", "hours")), KNOWN)
    assert the_question(first) == "hours"
    assert the_question(decided(heard(Intent.YES), first.state, KNOWN)) != "hours"


def test_useless_answers_in_a_row_are_counted_for_whoever_reads_along():
    first = decided(heard(Intent.UNCLEAR), talking(), KNOWN)
    assert decided(heard(Intent.UNCLEAR), first.state, KNOWN).state.strikes == 2


def test_a_useful_answer_forgives_the_useless_ones():
    struck = decided(heard(Intent.UNCLEAR)).state
    assert decided(heard(sector="bakery"), struck).state.strikes == 0


def test_nothing_clear_about_the_model_asks_once_more_and_then_takes_the_one_recommended_and_says_so():
    once = decided(heard(Intent.UNCLEAR), AT_MODEL, KNOWN)
    assert once.moves == (m.Say(key="unclear"), m.Ask(question="model", again=True))
    twice = decided(heard(Intent.UNCLEAR), once.state, KNOWN)
    assert of_kind(twice, m.Say) == [m.Say(key="model_taken")]
    assert of_kind(twice, m.MakePlan)


def test_a_yes_to_the_summary_that_is_not_heard_twice_is_taken_for_one_and_that_is_said():
    once = decided(heard(Intent.UNCLEAR), AT_SUMMARY, KNOWN)
    assert the_question(once) == "confirm"
    twice = decided(heard(Intent.UNCLEAR), once.state, KNOWN)
    assert said_keys(twice) == ["summary_taken"]
    assert the_question(twice) == "model"


def test_what_is_asked_of_the_plan_before_there_is_one_is_answered_by_that():
    decision = decided(heard(Intent.IN_PLAN), talking(open="usp"), KNOWN)
    assert said_keys(decision) == ["in_plan"]
    assert the_question(decision) == "usp"


# Going back, stopping, coming back


def test_who_goes_back_to_a_question_may_be_asked_it_twice_anew():
    state = talking(open="goal", asked=("business", "offer", "goal"), repeated=("offer",), skipped=("offer",))
    back = decided(heard(Intent.BACK), state, profile(sector="bakery", audience="b2c"))
    assert of_kind(back, m.Ask) == [m.Ask(question="offer", again=True)]
    once_more = decided(heard(price="35 euro"), back.state, profile(sector="bakery", audience="b2c"))
    assert the_question(once_more) == "offer"


def test_back_leads_to_the_question_before():
    decision = decided(heard(Intent.BACK), talking(open="goal", asked=("business", "offer", "goal")), KNOWN)
    assert of_kind(decision, m.Ask) == [m.Ask(question="offer", again=True)]
    assert decision.state.asked == ("business", "offer", "goal")


def test_back_opens_a_skipped_question_again():
    state = talking(open="goal", asked=("business", "goal"), skipped=("business",))
    assert decided(heard(Intent.BACK), state).state.skipped == ()


def test_back_at_the_first_question_says_so_and_stays():
    decision = decided(heard(Intent.BACK))
    assert said_keys(decision) == ["no_way_back"]
    assert the_question(decision) == "business"


def test_back_from_the_summary_leads_to_the_last_question():
    decision = decided(heard(Intent.BACK), AT_SUMMARY.but(asked=("business", "usp")))
    assert the_question(decision) == "usp"
    assert decision.state.phase is Phase.INTERVIEW


def test_back_from_the_model_leads_to_the_summary():
    assert of_kind(decided(heard(Intent.BACK), AT_MODEL), m.Summarise)


def test_stop_lets_the_talk_rest_without_a_question():
    decision = decided(heard(Intent.STOP))
    assert said_keys(decision) == ["paused"]
    assert decision.state.paused
    assert decision.state.asking is None


def test_a_talk_that_rests_goes_on_where_it_stopped():
    resting = decided(heard(Intent.STOP), talking(open="goal", asked=("business", "goal")), KNOWN).state
    decision = decided(heard(Intent.RESUME), resting, KNOWN)
    assert said_keys(decision) == ["resumed"]
    assert the_question(decision) == "goal"
    assert decision.state.asking is Topic.GOAL


def test_a_question_back_while_the_talk_rests_is_answered_without_asking_anything():
    decision = decided(heard(Intent.THEORY, question="wat is een touchpoint?"), talking(paused=True))
    assert of_kind(decision, m.AnswerTheory)
    assert not of_kind(decision, m.Ask)
    assert decision.state.paused


@pytest.mark.parametrize(
    "said",
    [
        heard(usp="goed", thin=True),
        heard(Intent.BACK),
        heard(Intent.PLAN),
        heard(Intent.EXPORT),
        heard(Intent.NO),
        heard(Intent.DONT_KNOW),
        heard(Intent.UNCLEAR),
        heard(channels_current=("van",), ticked=True),
    ],
)
@pytest.mark.parametrize("open_question", ["usp", "channels"])
def test_whatever_puts_a_question_wakes_a_talk_that_rests(said, open_question):
    state = talking(open=open_question, asked=("business", open_question), paused=True)
    decision = decided(said, state, KNOWN, version=1)
    assert of_kind(decision, m.Ask) + of_kind(decision, m.Examples)
    assert not decision.state.paused


def test_a_greeting_is_answered_and_the_question_put_again():
    decision = decided(heard(Intent.GREETING))
    assert said_keys(decision) == ["greeting"]
    assert of_kind(decision, m.Ask) == [m.Ask(question="business", again=True)]


def test_a_greeting_with_facts_is_an_answer():
    assert of_kind(decided(heard(Intent.GREETING, sector="bakery")), m.Note)


# Questions back


ASIDES = {
    Intent.ROBOT: "robot",
    Intent.COST: "cost",
    Intent.HELP: "help",
    Intent.THANKS: "thanks",
    Intent.SYMBOLS: "symbols",
    Intent.ABUSE: "abuse",
    Intent.COMMANDING: "commanding",
    Intent.OLD_BUTTON: "old_button",
}


@pytest.mark.parametrize("intent", ASIDES)
def test_a_remark_gets_its_answer_and_the_open_question_comes_back(intent):
    decision = decided(heard(intent), talking(open="goal", asked=("business", "goal")), KNOWN)
    assert said_keys(decision) == [ASIDES[intent]]
    assert of_kind(decision, m.Ask) == [m.Ask(question="goal", again=True)]


@pytest.mark.parametrize("intent", [Intent.WHY, Intent.ADVICE, Intent.MEANING])
def test_the_same_explanation_wanted_twice_was_no_help_so_examples_come(intent):
    first = decided(heard(intent, about=Topic.USP), talking(open="usp", asked=("business", "usp")), KNOWN)
    second = decided(heard(intent, about=Topic.USP), first.state, KNOWN)
    assert [type(move) for move in second.moves] == [m.ExplainQuestion, m.Examples]


def test_what_is_taken_for_the_same_question_at_the_model_again_and_again_ends_in_the_plan():
    first = decided(heard(Intent.WHY), AT_MODEL, KNOWN)
    assert the_question(first) == "model"
    assert of_kind(decided(heard(Intent.WHY), first.state, KNOWN), m.MakePlan)


def test_an_owner_who_asks_on_is_reminded_of_the_open_question_in_ever_fewer_words():
    state = talking(open="goal", put=1, asked=("business", "goal"))
    first = decided(heard(Intent.THEORY, question="wat is see?"), state, KNOWN)
    second = decided(heard(Intent.THEORY, question="wat is een persona?"), first.state, KNOWN)
    assert of_kind(first, m.Ask) == [m.Ask(question="goal", again=True)]
    assert of_kind(second, m.Ask) == [m.Ask(question="goal", again=True, brief=True)]


def test_a_theory_question_is_answered_and_facts_beside_it_are_kept():
    decision = decided(heard(Intent.THEORY, question="wat is een persona?", offer="taarten"))
    assert [type(move) for move in decision.moves] == [m.Note, m.AnswerTheory, m.Ask]


@pytest.mark.parametrize(
    ("intent", "how"), [(Intent.MEANING, "meaning"), (Intent.WHY, "why"), (Intent.ADVICE, "advice")]
)
def test_the_open_question_is_explained(intent, how):
    decision = decided(heard(intent), talking(open="usp"), KNOWN)
    (move,) = of_kind(decision, m.ExplainQuestion)
    assert (move.question, move.how) == ("usp", how)
    assert the_question(decision) == "usp"


def test_the_question_an_owner_means_is_explained_where_it_is_named():
    decision = decided(heard(Intent.WHY, about=Topic.GOAL), talking(open="usp"), KNOWN)
    assert of_kind(decision, m.ExplainQuestion)[0].question == "goal"


def test_a_word_that_is_no_question_of_the_coach_is_looked_up():
    decision = decided(heard(Intent.MEANING, question="wat betekent CRM?"))
    assert of_kind(decision, m.AnswerTheory) == [m.AnswerTheory(question="wat betekent CRM?")]


def test_how_long_it_still_takes_is_counted():
    (countdown,) = of_kind(decided(heard(Intent.HOW_LONG)), m.CountDown)
    assert 0 < countdown.left <= 10


def test_once_the_interview_is_over_no_question_is_counted_any_more():
    (countdown,) = of_kind(decided(heard(Intent.HOW_LONG), AT_SUMMARY, KNOWN), m.CountDown)
    assert countdown.left == 0
    assert said_keys(decided(heard(Intent.HOW_LONG), PLANNED, KNOWN, version=1)) == ["countdown.planned"]


def test_who_reads_is_answered_and_the_open_question_comes_back():
    decision = decided(heard(Intent.WHO_READS), talking(open="usp"), KNOWN)
    assert of_kind(decision, m.SayWhoReads)
    assert the_question(decision) == "usp"


# Theory, and going on about it


def test_a_theory_question_is_remembered_for_what_is_asked_about_its_answer():
    asked = decided(heard(Intent.THEORY, question="wat is see?"))
    after = decided(heard(Intent.THEORY, question="en daarna?", follow=Follow.NEXT), asked.state)
    again = decided(heard(Intent.THEORY, question="en daarna?", follow=Follow.NEXT), after.state)
    assert of_kind(after, m.AnswerTheory) == [m.AnswerTheory(question="wat is see?", follow=Follow.NEXT, steps=1)]
    assert of_kind(again, m.AnswerTheory) == [m.AnswerTheory(question="wat is see?", follow=Follow.NEXT, steps=2)]


def test_a_theory_question_is_past_when_the_owner_speaks_of_something_else():
    asked = decided(heard(Intent.THEORY, question="wat is see?"))
    assert asked.state.theory
    assert decided(heard(sector="bakery"), asked.state).state.theory is None


# Media, other people, languages


def test_a_medium_that_cannot_be_heard_is_said_and_the_question_put_again():
    decision = decided(heard(Intent.MEDIA, media="voice"))
    assert said_keys(decision) == ["media.voice"]
    assert the_question(decision) == "business"


def test_the_caption_of_a_medium_counts():
    decision = decided(heard(sector="bakery", media="photo_captioned"))
    assert said_keys(decision) == ["media.photo_captioned"]
    assert of_kind(decision, m.Note)


def test_other_peoples_data_are_mentioned_once():
    first = decided(heard(sector="bakery", private=True))
    assert "private" in said_keys(first)
    assert "private" not in said_keys(decided(heard(offer="taarten", private=True), first.state))


def test_an_owners_first_words_set_the_language_and_the_welcome_is_said_in_it():
    decision = decided(heard(sector="bakery", language="en"), talking(spoken=False))
    assert decision.state.language == "en"
    assert said_keys(decision)[0] == "welcome"


def test_one_message_in_another_language_changes_nothing_yet():
    decision = decided(heard(sector="bakery", language="en"))
    assert decision.state.language == "nl"


def test_two_messages_in_a_row_in_another_language_switch():
    state = decided(heard(sector="bakery", language="en")).state
    decision = decided(heard(offer="cakes", language="en"), state)
    assert decision.state.language == "en"
    assert said_keys(decision)[0] == "language.switched"


def test_a_message_in_our_language_in_between_starts_the_count_anew():
    state = decided(heard(sector="bakery", language="en")).state
    state = decided(heard(offer="taarten", language="nl"), state).state
    assert decided(heard(usp="x y z", language="en"), state).state.language == "nl"


def test_a_message_without_a_language_does_not_break_the_count():
    state = decided(heard(sector="bakery", language="en")).state
    state = decided(heard(Intent.SYMBOLS), state).state
    assert decided(heard(offer="cakes", language="en"), state).state.language == "en"


def test_a_language_that_is_asked_for_comes_at_once():
    decision = decided(heard(Intent.SWITCH_LANGUAGE, asked_language="en"))
    assert decision.state.language == "en"
    assert the_question(decision) == "business"


def test_the_owners_form_of_address_is_mirrored():
    assert decided(heard(sector="bakery", address="u")).state.address == "u"


# Things that can't be undone


@pytest.mark.parametrize(("intent", "pending"), [(Intent.DELETE, Pending.DELETE), (Intent.RESTART, Pending.RESTART)])
def test_deleting_and_starting_over_wait_for_a_yes(intent, pending):
    decision = decided(heard(intent), known=KNOWN)
    assert decision.state.pending is pending
    assert said_keys(decision) == [f"confirm.{pending}"]
    assert not of_kind(decision, m.Erase) + of_kind(decision, m.StartOver)


def test_a_yes_deletes_and_the_talk_begins_anew():
    decision = decided(heard(Intent.YES), talking(pending=Pending.DELETE, language="en"), KNOWN)
    assert decision.moves == (m.Erase(),)
    assert decision.state == State(language="en")


def test_a_yes_starts_over_with_the_first_question():
    decision = decided(heard(Intent.YES), PLANNED.but(pending=Pending.RESTART), KNOWN)
    assert of_kind(decision, m.StartOver)
    assert the_question(decision) == "business"
    assert decision.state.phase is Phase.INTERVIEW


@pytest.mark.parametrize("intent", sorted(set(Intent) - {Intent.YES}))
def test_anything_but_a_yes_keeps_everything(intent):
    decision = decided(heard(intent), talking(pending=Pending.DELETE), KNOWN)
    assert "kept" in said_keys(decision)
    assert decision.state.pending is None
    assert of_kind(decision, m.Ask)


# Summary and model


def test_a_yes_to_the_summary_leads_to_a_recommended_model():
    decision = decided(heard(Intent.YES), AT_SUMMARY, KNOWN)
    assert of_kind(decision, m.RecommendModel)
    assert the_question(decision) == "model"


def test_a_model_the_owner_named_before_is_not_asked():
    decision = decided(heard(Intent.YES), AT_SUMMARY, profile(sector="bakery", model="aida"))
    assert of_kind(decision, m.MakePlan) == [m.MakePlan(model="aida")]


def test_what_is_put_right_once_more_as_it_stands_is_said_to_stand_there():
    decision = decided(heard(Intent.CORRECT, offer="taarten"), AT_SUMMARY, KNOWN)
    assert (said_keys(decision), of_kind(decision, m.ChooseField)) == (["known_already"], [])


@pytest.mark.parametrize("intent", [Intent.NO, Intent.EDIT])
def test_a_no_to_the_summary_asks_what_to_change(intent):
    assert decided(heard(intent), AT_SUMMARY, KNOWN).moves == (m.ChooseField(),)


@pytest.mark.parametrize("about", [None, Topic.CONFIRM, Topic.PLAN_FEEDBACK, Topic.MODEL, Topic.LANGUAGE])
def test_a_correction_that_says_nothing_yet_asks_what_to_change(about):
    decision = decided(heard(Intent.CORRECT, about=about), AT_SUMMARY, KNOWN)
    assert of_kind(decision, m.ChooseField) or the_question(decision) == "model"
    assert "confirm" not in decision.state.asked


def test_a_correction_that_names_its_topic_asks_that_topic():
    decision = decided(heard(Intent.CORRECT, about=Topic.OFFER), AT_SUMMARY, KNOWN)
    assert the_question(decision) == "offer"


def test_a_correction_in_the_summary_is_noted_and_asks_after_the_rest():
    decision = decided(heard(Intent.CORRECT, offer="brood"), AT_SUMMARY, KNOWN)
    (note, ask) = decision.moves
    assert note == m.Note(fields=(ProfileField.OFFER,), corrected=True, named=(ProfileField.OFFER,))
    assert ask == m.Ask(question="confirm", again=True)


def test_another_trade_in_the_summary_changes_what_is_assumed_so_all_is_shown_again():
    decision = decided(heard(Intent.CORRECT, sector="bike"), AT_SUMMARY, KNOWN)
    assert [type(move) for move in decision.moves] == [m.Note, m.Summarise, m.Ask]


def test_an_owner_may_correct_the_summary_many_times_over():
    state, known = AT_SUMMARY.but(put=1), KNOWN
    for number in range(6):
        said = heard(Intent.CORRECT, offer=f"brood {number}")
        decision, known = decided(said, state, known), accept(known, said.facts, 9)
        assert the_question(decision) == "confirm"
        state = decision.state


def test_a_no_to_the_summary_that_says_no_more_leads_to_the_model_in_the_end():
    state = AT_SUMMARY
    for _ in range(3):
        decision = decided(heard(Intent.NO), state, KNOWN)
        state = decision.state
    assert the_question(decision) == "model"


def test_a_tapped_model_makes_the_plan_and_sends_it():
    decision = decided(heard(model="stdc"), AT_MODEL, KNOWN)
    assert of_kind(decision, m.MakePlan) == [m.MakePlan(model="stdc")]
    assert of_kind(decision, m.SendPlan)
    assert decision.state.phase is Phase.PLANNED


@pytest.mark.parametrize("intent", [Intent.YES, Intent.SKIP])
def test_a_yes_takes_the_recommended_model(intent):
    assert of_kind(decided(heard(intent), AT_MODEL, KNOWN), m.MakePlan)


def test_a_no_to_the_model_lets_the_owner_choose():
    assert decided(heard(Intent.NO), AT_MODEL, KNOWN).moves == (m.Ask(question="model", again=True),)


@pytest.mark.parametrize("more", [{"price": "35 euro"}, {"location": "Gent"}, {"usp": "ik bel eerst"}])
def test_facts_at_the_model_are_noted_and_never_taken_for_a_choice(more):
    first = decided(heard(offer="brood"), AT_MODEL, KNOWN)
    assert [type(move) for move in first.moves] == [m.Note, m.Ask]
    second = decided(heard(**more), first.state, KNOWN)
    assert [type(move) for move in second.moves] == [m.Note, m.Ask]
    assert the_question(second) == "model"


def test_what_is_taken_away_at_the_summary_is_said_and_the_rest_asked():
    gone = Proposal(field=ProfileField.OFFER, value="brood", change=Change.REMOVE)
    known = profile(sector="bakery", offer="brood")
    decision = decided(Heard(intent=Intent.CORRECT, facts=(gone,)), AT_SUMMARY, known)
    assert decision.moves == (m.Forget(fields=(ProfileField.OFFER,)), m.Ask(question="confirm", again=True))


def test_a_second_fear_told_late_does_not_take_the_place_of_the_question_that_stands_open():
    asked = ("business", "offer", "goal", "channels", "hours", "money", "email", "persona", "persona_pain", "usp")
    known = profile(sector="bakery", offer="brood", persona_pain="dat het duur is")
    late = decided(heard(persona_pain="en dat het ver is"), talking(open="usp", put=1, asked=asked), known)
    assert late.moves[-1] == m.Examples(question="usp")
    again = decided(heard(persona_pain="en te laat komt"), late.state, known)
    assert again.state.phase is Phase.SUMMARY


@pytest.mark.parametrize("state", [AT_SUMMARY, AT_MODEL])
def test_who_comes_back_time_and_again_is_asked_what_stood_open_and_nothing_is_decided_by_that(state):
    for _ in range(12):
        state = decided(heard(Intent.RESUME), state.but(paused=True), KNOWN).state
    corrected = decided(heard(Intent.CORRECT, offer="brood"), state, KNOWN)
    assert the_question(corrected) == state.open


def test_the_model_that_was_taken_before_may_be_taken_again():
    decision = decided(heard(model="aida"), AT_MODEL, profile(sector="bakery", model="aida"))
    assert of_kind(decision, m.MakePlan) == [m.MakePlan(model="aida")]


def test_an_unknown_language_fact_leaves_the_model_question_open():
    decision = decided(heard(Intent.SWITCH_LANGUAGE, asked_language="en"), AT_MODEL, KNOWN)
    assert the_question(decision) == "model"


# The plan


def test_a_plan_asked_for_early_goes_by_the_summary():
    assert of_kind(decided(heard(Intent.PLAN), known=KNOWN), m.Summarise)


def test_a_plan_without_a_business_asks_for_that_first():
    decision = decided(heard(Intent.PLAN))
    assert said_keys(decision) == ["plan_needs_business"]
    assert the_question(decision) == "business"


def test_a_plan_that_is_insisted_on_is_made_without_a_business():
    first = decided(heard(Intent.PLAN))
    assert the_question(first) == "business"
    second = decided(heard(Intent.PLAN), first.state)
    assert of_kind(second, m.Summarise)
    assert of_kind(decided(heard(Intent.PLAN), second.state), m.MakePlan)


def test_a_plan_without_a_business_asks_for_it_even_where_it_was_skipped():
    decision = decided(heard(Intent.PLAN), AT_SUMMARY.but(skipped=("business",)))
    assert the_question(decision) == "business"


def test_a_plan_asked_for_at_the_summary_or_model_is_made():
    assert of_kind(decided(heard(Intent.PLAN), AT_MODEL, KNOWN), m.MakePlan)
    assert of_kind(decided(heard(Intent.PLAN), AT_SUMMARY, KNOWN), m.MakePlan)


@pytest.mark.parametrize("state", [AT_MODEL, PLANNED], ids=["model", "planned"])
@pytest.mark.parametrize("intent", [Intent.PLAN, Intent.EXPORT])
def test_a_plan_that_is_there_is_sent_and_feedback_asked(state, intent):
    decision = decided(heard(intent), state, KNOWN, version=1)
    assert of_kind(decision, m.SendPlan)
    assert not of_kind(decision, m.MakePlan)
    assert the_question(decision) == decision.state.open == "feedback"
    assert decision.state.phase is Phase.PLANNED


def test_a_plan_that_is_not_there_cannot_be_exported():
    decision = decided(heard(Intent.EXPORT))
    assert said_keys(decision) == ["no_plan_yet"]
    assert the_question(decision) == "business"


def test_a_fact_told_after_the_plan_is_shown_before_the_plan_is_made_anew():
    known = profile(sector="bakery", offer="taarten", model="stdc")
    told = heard(channels_excluded=("facebook",))
    decision = decided(told, PLANNED, known, version=1)
    assert decision.moves == (m.OfferChange(offer=Offer(facts=told.facts)),)
    agreed = decided(heard(Intent.YES, channels_excluded=("facebook",)), decision.state, known, version=1)
    assert of_kind(agreed, m.MakePlan) == [m.MakePlan(model="stdc")]


def test_another_model_is_asked_for_and_made():
    choosing = decided(heard(Intent.OTHER_MODEL), PLANNED, KNOWN, version=1)
    assert the_question(choosing) == "model"
    assert of_kind(decided(heard(model="wux5"), choosing.state, KNOWN, version=1), m.MakePlan)


@pytest.mark.parametrize("intent", [Intent.NO, Intent.SKIP])
def test_nothing_more_to_change_ends_kindly(intent):
    assert said_keys(decided(heard(intent), PLANNED, KNOWN, version=1)) == ["done"]


def test_a_field_that_was_opened_for_a_change_is_let_go_by_a_skip():
    decision = decided(heard(Intent.SKIP), PLANNED.but(open="offer"), KNOWN, version=1)
    assert decision.state.open == "feedback"


@pytest.mark.parametrize("intent", [Intent.YES, Intent.EDIT])
def test_a_yes_to_change_something_lets_the_owner_choose_what(intent):
    assert decided(heard(intent), PLANNED, KNOWN, version=1).moves == (m.ChooseField(),)


def test_an_unclear_change_explains_how_to_say_it():
    assert said_keys(decided(heard(Intent.UNCLEAR), PLANNED, KNOWN, version=1)) == ["planned.unclear"]


def test_yes_and_no_with_facts_are_answers():
    for intent in (Intent.YES, Intent.NO):
        assert of_kind(decided(heard(intent, offer="taarten")), m.Note)


def test_yes_to_an_open_question_brings_examples_and_then_moves_on():
    first = decided(heard(Intent.YES), talking(open="usp"), KNOWN)
    assert of_kind(first, m.Examples) == [m.Examples(question="usp")]
    assert "usp" in decided(heard(Intent.YES), first.state, KNOWN).state.skipped


def test_what_is_known_is_shown_on_request():
    assert [type(x) for x in decided(heard(Intent.SUMMARY)).moves] == [m.Summarise, m.Ask]
    assert the_question(decided(heard(Intent.SUMMARY), AT_MODEL, KNOWN)) == "confirm"


PHASES = {"interview": talking(), "summary": AT_SUMMARY, "model": AT_MODEL, "planned": PLANNED, "new": State()}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("intent", Intent)
def test_every_intent_leads_somewhere_in_every_phase(intent, phase):
    has_plan = phase == "planned"
    decision = decided(heard(intent, question="wat is een persona?"), PHASES[phase], KNOWN, version=int(has_plan))
    assert decision.moves
    assert len(of_kind(decision, m.Ask)) <= 1
    for ask in of_kind(decision, m.Ask):
        assert decision.state.open == ask.question
        assert ask is decision.moves[-1]


def test_a_full_interview_in_one_message_goes_straight_to_the_summary():
    everything = heard(
        sector="bakery",
        offer="taarten",
        audience="b2c",
        goal=GoalFact(text="meer klanten"),
        channels_current=("shop", "van", "market"),
        constraints=Limits(hours_per_week=2, euros_per_month=0),
        email_list={"has": False},
        persona_situation="jonge ouders",
        persona_pain="te duur",
        usp="met de hand",
    )
    decision = decide(scene(everything, State(), Profile()))
    assert of_kind(decision, m.Summarise)


class TestWhatIsDoneToTheTalk:
    def edited(self, state, before, after):
        return amended(scene(heard(), state, before).model_copy(update={"profile": after}))

    def test_an_edit_is_noted_and_the_open_question_waits(self):
        decision = self.edited(talking(open="offer"), profile(price="30 euro"), profile(price="35 euro"))
        assert decision.moves == (m.Note(fields=(ProfileField.PRICE,), corrected=True),)
        assert decision.state.open == "offer"

    def test_a_fact_that_is_gone_is_named(self):
        decision = self.edited(talking(open="offer"), profile(price="30 euro"), profile())
        assert decision.moves == (m.Forget(fields=(ProfileField.PRICE,)),)

    def test_an_edit_that_changes_nothing_is_passed_over_in_silence(self):
        known = profile(price="30 euro")
        assert self.edited(talking(open="offer"), known, known).moves == ()

    def test_an_edit_while_a_yes_is_waited_for_takes_nothing_for_one(self):
        state = talking(pending=Pending.DELETE)
        decision = self.edited(state, profile(price="30 euro"), profile(price="35 euro"))
        assert decision.state.pending is Pending.DELETE
        assert not of_kind(decision, m.Erase)

    def test_an_edit_after_the_plan_makes_it_anew(self):
        decision = self.edited(PLANNED, KNOWN, accept(KNOWN, (proposal("price", "35 euro"),), 1))
        assert of_kind(decision, m.MakePlan)

    def test_a_coach_is_named_after_the_welcome(self):
        decision = decide(scene(heard(Intent.RESUME), State(), coach="Mieke Claes"))
        assert [type(move) for move in decision.moves[:2]] == [m.Say, m.JoinCoach]

    def test_a_place_on_the_map_is_asked_for_by_name_and_counts_as_no_question(self):
        decision = decide(
            scene(heard(Intent.MEDIA, media="location"), talking(open="offer", asked=("business", "offer")))
        )
        assert the_question(decision) == "location"
        assert decision.state.asked == ("business", "offer")


def test_money_that_is_put_right_is_read_back_in_the_currency_it_was_told_in():
    told = Limits(euros_per_month=50, currency="pound")
    known = profile(sector="bakery", constraints=told)
    less = heard(Intent.CORRECT, constraints=told.model_copy(update={"euros_per_month": 40}))
    assert of_kind(decided(less, known=known), m.Note)[0].limits == Limits(euros_per_month=40, currency="pound")


def test_to_go_on_is_a_yes_to_the_summary():
    assert the_question(decided(heard(Intent.RESUME), AT_SUMMARY, KNOWN)) == "model"


def test_what_is_told_once_more_is_no_yes_to_it():
    state = AT_SUMMARY
    for _ in range(4):
        decision = decided(heard(offer="taarten"), state, KNOWN)
        assert the_question(decision) == "confirm"
        state = decision.state
