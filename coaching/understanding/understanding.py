"""Hearing one message: what it tells, what it wants, in which language."""

from collections.abc import Mapping

from coaching.understanding.answers.answer import find_answer
from coaching.understanding.answers.beside import Beside
from coaching.understanding.answers.cues import find_cued
from coaching.understanding.answers.meant import Meant, fitting, in_any_words
from coaching.understanding.answers.stretches import Stretches
from coaching.understanding.answers.thin import is_thin
from coaching.understanding.channels.channels import Channels
from coaching.understanding.channels.email_list import find_email_list
from coaching.understanding.channels.forms import Forms
from coaching.understanding.channels.on_offline import find_on_offline
from coaching.understanding.corrections.adding import added
from coaching.understanding.corrections.among_words import put_right_among_words
from coaching.understanding.corrections.bare import find_bare, renumbered
from coaching.understanding.corrections.by_name import goes_on, told_by_name, with_named
from coaching.understanding.corrections.correction import Correction, cue_of, find_correction, goes_back
from coaching.understanding.corrections.each_sentence import each_sentence
from coaching.understanding.corrections.in_one_breath import put_right_at_once
from coaching.understanding.corrections.other_days import find_other_days
from coaching.understanding.corrections.putting_right import as_answer, beside, left_of_offer, meant_field, only_wrong
from coaching.understanding.corrections.rest import joined, rest_of
from coaching.understanding.corrections.said_before import adds_nothing, said_before, without_saying_so
from coaching.understanding.customers.age import find_age
from coaching.understanding.customers.audience import find_audience
from coaching.understanding.customers.customers import find_form_of_address, find_notes
from coaching.understanding.deciding import about_of, intent_of, known_so
from coaching.understanding.distinct import cut, distinct, without_places
from coaching.understanding.findings import Finder, Finding, Reading
from coaching.understanding.goals.goal import find_goal
from coaching.understanding.intents.changes import WHICH, WHY_NOT, Changes
from coaching.understanding.intents.intent import NO_FACTS, Intents, Judged
from coaching.understanding.intents.questions import asked_for_nothing, asks_barely, questions
from coaching.understanding.intents.subject import about
from coaching.understanding.meanings import NONE, Meanings, NoMeanings
from coaching.understanding.money.money import find_money
from coaching.understanding.names.names import Names
from coaching.understanding.names.place import Places
from coaching.understanding.offers.additions import find_addition
from coaching.understanding.offers.goods import find_goods
from coaching.understanding.offers.offer import find_offer
from coaching.understanding.offers.pieces import in_one_phrase
from coaching.understanding.offers.put_in import find_left_out, find_put_in
from coaching.understanding.phrases.asides import asides
from coaching.understanding.talk.address import find_address
from coaching.understanding.talk.asked_about import READ_OVER, limit_told, topic_asked
from coaching.understanding.talk.journey_model import find_model
from coaching.understanding.talk.opening_language import OpeningLanguage
from coaching.understanding.talk.plan_language import find_plan_language
from coaching.understanding.text.language import Languages
from coaching.understanding.text.normalise import Text, read
from coaching.understanding.text.numbers import find_numbers
from coaching.understanding.text.runons import break_runons
from coaching.understanding.third_persons.nameless import nameless
from coaching.understanding.third_persons.private import find_private
from coaching.understanding.times.days import find_days
from coaching.understanding.times.hours import find_hours
from coaching.understanding.times.reopened import find_reopened
from coaching.understanding.trades.sector import Sectors
from coaching.understanding.trades.trade import find_trade
from journey.hearing import QUESTIONS_BACK, Context, Heard, Intent
from journey.keys import Language
from journey.profile import FREE_TEXT, LIST_FIELDS, Limits, ProfileField, Proposal, in_free_words
from journey.topics import FIELDS, Topic
from journey.trades import Sector


class Understanding:
    """Takes facts and an intent from what an owner writes. The word lists are read once, here."""

    def __init__(self, sectors: Mapping[str, Sector], meanings: Meanings | None = None) -> None:
        trades, places, channels = Sectors(sectors), Places(), Channels()
        meanings = meanings or NoMeanings()
        self._beside, self._stretches, self._meant = Beside(channels), Stretches(meanings), Meant(meanings)
        self._opening_language = OpeningLanguage(sectors)
        self._languages, self._intents, self._changes = Languages(), Intents(), Changes(channels)
        self._finders: tuple[Finder, ...] = (
            Names(places, trades, channels).find,
            trades.find,
            places.find,
            channels.find,
            Forms().find,
            find_money,
            find_hours,
            find_days,
            find_reopened,
            find_email_list,
            find_audience,
            find_age,
            find_model,
            find_form_of_address,
            find_notes,
            find_on_offline,
            find_offer,
            find_goal,
            find_cued,
            find_plan_language,
        )

    def hear(self, message_text: str, context: Context) -> Heard:
        """What one message says, whatever was asked."""
        text, context = without_saying_so(break_runons(read(put_right_at_once(message_text))), context)
        heard = each_sentence(text, context, self._together(text, context), self._together)
        return heard.model_copy(update={"language": self._language(text, context), "address": find_address(text)})

    def _together(self, text: Text, context: Context) -> Heard:
        """What is told by name and what else, in words that belong together."""
        named = told_by_name(text, context, self._answer)
        heard = self._heard(named.rest, named.context) if goes_on(named) else Heard()
        return with_named(heard, named, context) if named.facts else heard

    def _language(self, text: Text, context: Context) -> Language | None:
        told = self._languages.detect(text)
        return self._opening_language.of(text) if told is None and context.asking is Topic.BUSINESS else told

    def _heard(self, text: Text, context: Context) -> Heard:
        judged = self._intents.judge(text, context)
        if judged and judged.intent is Intent.STOP and asides(text):
            told = self._told(text, context, None)
            judged = None if told.facts else judged
        return self._changed(text, context, judged) or self._told(text, context, judged)

    def _answer(self, text: Text, context: Context) -> Heard:
        return self._told(text, context, None)

    def _changed(self, text: Text, context: Context, judged: Judged | None) -> Heard | None:
        """What is asked of the plan that lies there, unless the message plainly wants something else."""
        asked = self._changes.hear(text, context, judged.intent if judged else None)
        return asked or (self._answered(text, context) if judged is None else None)

    def _answered(self, text: Text, context: Context) -> Heard | None:
        """An answer to what was asked about a change, unless it tells of the business instead of naming something."""
        answer = self._changes.answer(text, context)
        if answer is None or context.question not in (WHICH, WHY_NOT):
            return answer
        fields = {fact.field for fact in self._told(text, context, None).facts if not _of_days(fact)}
        if context.question == WHICH:
            return None if fields - _NAMES else answer
        refusal = answer.change.refusal if answer.change else None
        return answer if not fields & _NO_REASONS or (refusal and refusal.understood) else None

    def _told(self, text: Text, context: Context, judged: Judged | None) -> Heard:
        if judged and judged.intent in NO_FACTS:
            return _without_facts(judged, context)
        repeated = said_before(text, context)
        text = text.without([*repeated, *asked_for_nothing(text), *asides(text)])
        private = find_private(text)
        correction = find_correction(text.without(list(private.spans)) if private.spans else text, context)
        reading = _reading(correction, context)
        findings = self._put_right(reading, correction, self._findings(reading, judged))
        findings = self._with_rest(reading, context, findings)
        findings = self._with_beside(reading, judged, findings)
        meant = "" if judged or only_wrong(text) else self._meant.question(reading, findings)
        findings = self._as_answer_to(meant, reading, findings)
        findings = [f for f in findings if not (repeated and adds_nothing(f, context))]
        findings = [in_one_phrase(finding, context.language) for finding in findings]
        unnamed = [kept for finding in findings if (kept := nameless(finding, text))]
        named, findings = unnamed != findings, unnamed
        intent = intent_of(judged, correction, findings, reading, meant)
        if repeated and intent is Intent.UNCLEAR:
            intent = Intent.SKIP  # nothing new beside "dat heb ik al gezegd": asking once more would be of no use
        return Heard(
            intent=intent,
            facts=tuple(finding.proposal(text) for finding in findings),
            asked_language=judged.asked_language if judged and intent is judged.intent else None,
            about=about_of(judged, intent, findings, text, context, meant),
            question=judged.question if judged else "",
            thin=is_thin(reading, findings, context.asking),
            private=private.others or named,
        )

    def _with_rest(self, reading: Reading, context: Context, found: list[Finding]) -> list[Finding]:
        """The findings of a correction, with the answer to the open question that its other sentences tell, or its
        other clauses where that is a list."""
        fields = FIELDS.get(context.asking, ()) if context.asking and context.asking not in READ_OVER else ()
        lists = all(field in LIST_FIELDS for field in fields)
        others = [finding for finding in found if finding.field not in fields]
        if not (reading.correcting and others and fields) or (len(others) < len(found) and not lists):
            return found
        rest = rest_of(reading.text, others, by_clause=lists)
        told = self._findings(Reading(rest, context, find_numbers(rest)), None) if rest else []
        return joined(found, [finding for finding in told if finding.field in fields])

    def _with_beside(self, reading: Reading, judged: Judged | None, found: list[Finding]) -> list[Finding]:
        """The findings, with what is told beside the open question heard as the answer to its own."""
        if judged is not None or reading.correcting:
            return found
        rest = _beside(reading, found)
        for topic, question in self._beside.answered(rest.text, reading.context, found):
            told = self._findings(rest.at(topic, question), None)
            anew = [f for f in told if f.field in FIELDS[topic] and f not in found]
            found = distinct(reading.text, [*anew, *(f for f in found if not _belongs_there(f, reading, anew))])
        return found

    def _as_answer_to(self, question: str, reading: Reading, found: list[Finding]) -> list[Finding]:
        """What the message tells as the answer to `question`, beside what was surely `found`; all of that where there
        is none, or it tells nothing as that."""
        if not question:
            return found
        surely = [finding for finding in found if not in_any_words(reading, finding)]
        if question == NONE:
            return surely
        heard = self._findings(reading.at(topic_asked(question), question), None)
        anew = fitting(reading, question, heard)
        return distinct(reading.text, [*anew, *surely]) if anew else found

    def _put_right(self, reading: Reading, correction: Correction, found: list[Finding]) -> list[Finding]:
        """The findings, with the new value of what is taken back where nothing tells it but its place in the talk."""
        field, found = meant_field(reading, correction.old), renumbered(reading, correction.old, found)
        if field is None or any(finding.field in (field, ProfileField.CUSTOMER_WORD) for finding in found):
            return found
        answer = as_answer(beside(reading, correction.old), field, named=correction.old is None)
        anew = [finding for finding in self._findings(answer, None) if finding.field is field] if answer else []
        anew = anew or left_of_offer(reading, correction.old)
        return [*anew, *(f for f in found if not any(f.span.touches(new.span) for new in anew))]

    def _findings(self, reading: Reading, judged: Judged | None) -> list[Finding]:
        asked_back = judged.span if judged and judged.intent in QUESTIONS_BACK else None
        if judged and judged.intent is Intent.PLAN:
            reading = _reading_of(reading.text.without([judged.span]), reading)
        if asked_back:
            others = [each for each in questions(reading.text) if not each.touches(asked_back)]
            reading = _reading_of(reading.text.without([asked_back, *others]), reading)
        found = without_places([finding for find in self._finders for finding in find(reading)])
        if reading.correcting:
            found = [finding for finding in found if not known_so(finding, reading)]
        if (reading.correcting or reading.asked(Topic.CONFIRM)) and not found:
            found += find_bare(reading)
        found = put_right_among_words(reading, found)
        found += find_other_days(reading, found)
        found += find_addition(reading, found)
        found = find_left_out(reading) or found
        found += find_put_in(reading, found)
        found += find_goods(reading, found)
        if judged is None or asked_back:
            found = self._stretches.settled(reading, without_places([*found, *find_trade(reading, found)]))
        if (judged is None or asked_back) and not (reading.correcting and found):
            found += find_answer(reading, found, asked_back)
        switches = judged is not None and judged.intent is Intent.SWITCH_LANGUAGE
        if switches or (reading.asked(*_SELDOM_ASKED_OF) and asks_barely(reading.text)):
            found = [finding for finding in found if not in_free_words(finding.field, finding.value)]
        return added(reading, distinct(reading.text, [cut(reading, finding, found) for finding in found]))


def _beside(reading: Reading, found: list[Finding]) -> Reading:
    """The message without the clauses that surely answer the open question, where it has more of them."""
    sure = [f for f in found if f.field in reading.asked_fields and not in_free_words(f.field, f.value)]
    told = [use for f in sure for use in (f.span, *f.uses)]
    clauses = {clause for clause in reading.text.clauses if any(each.touches(clause) for each in told)}
    if not clauses or len(clauses) == len(reading.text.clauses):
        return reading
    return _reading_of(reading.text.without(list(clauses)), reading)


def _belongs_there(finding: Finding, reading: Reading, anew: list[Finding]) -> bool:
    """Whether the free answer to the open question is what `anew` was heard in."""
    if finding.field not in reading.asked_fields or not anew:
        return False
    words = len(reading.text.of(finding.span).split())
    few = words < _FEW and in_free_words(finding.field, finding.value)
    return few or any(finding.span.touches(new.span) for new in anew)


#: Fewer words are no answer of their own to the open question beside an answer to another.
_FEW = 4
#: What an owner tells of these is no question; what customers fear often is ("is it safe").
_SELDOM_ASKED_OF = (Topic.GOAL, Topic.USP, Topic.PERSONA, Topic.AFTERCARE, Topic.OFFER)


#: Facts that are no reason against one suggestion: "ik heb twee uur per week".
_NO_REASONS = frozenset(
    (ProfileField.CONSTRAINTS, ProfileField.PRICE, ProfileField.BUSINESS_NAME, ProfileField.OWNER_NAME)
)
#: Facts in words that may as well be the name of a suggestion.
_NAMES = frozenset((*FREE_TEXT, ProfileField.CHANNELS_CURRENT, ProfileField.GOAL))


def _of_days(fact: Proposal) -> bool:
    """Whether a fact tells no more than which days or months are closed, quiet or full: that may be a reason."""
    limits = fact.value if isinstance(fact.value, Limits) else None
    return limits is not None and limits.hours_per_week is None and limits.euros_per_month is None


def _reading(correction: Correction, context: Context) -> Reading:
    back = correction.old is not None or goes_back(correction.text)
    correcting = correction.strong or ((correction.weak or back) and bool(context.profile.facts))
    text = correction.text
    cue = cue_of(text)
    if correcting and cue.end:
        text = text.without([cue])
    if back and context.profile.facts and not _asked_again(context):
        context = context.model_copy(update=_AT_SUMMARY)
    return Reading(text, context, find_numbers(text), correcting)


def _asked_again(context: Context) -> bool:
    """Whether hours or money that were told stand open: "zestig zei ik toch" answers that."""
    return context.asking is Topic.CONSTRAINTS and not limit_told(context.profile, context.question)


#: Who takes back what was told before is not answering the open question: it is heard as at the summary.
_AT_SUMMARY = {"asking": Topic.CONFIRM, "question": Topic.CONFIRM.value}


def _reading_of(text: Text, reading: Reading) -> Reading:
    return Reading(text, reading.context, find_numbers(text), reading.correcting)


def _without_facts(judged: Judged, context: Context) -> Heard:
    return Heard(intent=judged.intent, about=about(judged.intent, context, judged.question))
