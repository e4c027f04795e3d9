"""What a message tells of things that it calls by their names, each heard as the answer to its own question, and the
message without that."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from coaching.understanding.corrections.adding import adds
from coaching.understanding.corrections.correction import TOPICS
from coaching.understanding.corrections.labels import Labelled, labelled
from coaching.understanding.corrections.left_out import left_out
from coaching.understanding.corrections.moving import Moved, moved, swapped
from coaching.understanding.corrections.off_list import names_told, not_had, off_refused
from coaching.understanding.customers.customers import find_customer_word
from coaching.understanding.findings import Reading
from coaching.understanding.phrases.trimming import trimmed
from coaching.understanding.talk.asked_about import READ_OVER, topic_asked
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.text.words_or_noise import is_empty
from coaching.understanding.wordlists import load
from journey.hearing import Context, Heard, Intent
from journey.profile import (
    FREE_TEXT,
    LIST_FIELDS,
    Change,
    GoalFact,
    Profile,
    ProfileField,
    Proposal,
    accept,
    in_free_words,
)
from journey.topics import FIELDS, Topic

#: Hears words as the answer to the question that is open in the context.
Hear = Callable[[Text, Context], Heard]


@dataclass(frozen=True)
class ByName:
    """The facts told by name, the `rest` of the message and the context in which that is heard, with those facts known.
    `private` tells that they named somebody else, who was left out."""

    facts: tuple[Proposal, ...]
    rest: Text
    context: Context
    private: bool = False


def told_by_name(text: Text, context: Context, hear: Hear) -> ByName:
    """What is told by name, and the rest; all is rest where nothing is."""
    if context.asking in READ_OVER and (other := moved(text, context.profile)):
        return _put_elsewhere(other, text, context, hear)
    facts, told = _changed_as_told(text, context, hear)
    text, private = text.without(told), False
    for each in labelled(text, context.asking):
        heard = hear(_only(text, each.said), _asked(each.question, context))
        if answers := _answering(each, text, heard, context):
            told.append(each.whole)
            anew = {fact.field for fact in answers}
            facts = [*(fact for fact in facts if fact.field not in anew), *answers]
            private = private or heard.private
    if not facts:
        return ByName((), text, context)
    known = context.model_copy(update={"profile": with_facts(context.profile, facts)})
    return ByName(tuple(facts), text.without(told), known, private)


def _changed_as_told(text: Text, context: Context, hear: Hear) -> tuple[list[Proposal], list[Span]]:
    """What customers are called, and facts that come of what was told before: two that change places, one of which a
    part is taken out, or channels that come off the list of those refused; and where the message says so."""
    if called := find_customer_word(Reading(text, context)):
        return [called[0].proposal(text)], list(called[0].uses)
    if context.asking in READ_OVER and (both := swapped(text, context.profile)):
        return _in_each_others_place(both[0], context.profile), [both[1]]
    if off := off_refused(text, context, hear) or not_had(text, context, hear):
        return [off[0]], [off[1]]
    out = left_out(text, context)
    if out is None or names_told(text.of(out.span), context, hear):
        return [], []
    return [out.fact], [out.span]


def _answering(each: Labelled, text: Text, heard: Heard, context: Context) -> list[Proposal]:
    """The facts that answer the question of a thing called by its name, or come to what was told of it."""
    answers = _answers(text, each.question, each.said, heard, context)
    if each.wished:
        answers = [fact for fact in answers if not in_free_words(fact.field, fact.value)]
    comes_to = not each.instead and adds(text.low_of(each.whole))
    return [_added(fact) for fact in answers] if comes_to else answers


def with_facts(profile: Profile, facts: list[Proposal]) -> Profile:
    """The profile with `facts`, as the ones told last."""
    last = max((fact.evidence for fact in profile.facts.values()), default=0)
    return accept(profile, tuple(facts), last + 1)


#: Says nothing beside what is told by name: "Omg many things wrong hahaha. Ok".
_WORDLESS = re.compile(rf"(?:\W|\b(?:{load('labels')['wordless']})\b)*")


def goes_on(named: ByName) -> bool:
    """Whether something is left to hear beside what was told by name."""
    return not named.facts or _WORDLESS.fullmatch(named.rest.low) is None


def with_named(heard: Heard, named: ByName, context: Context) -> Heard:
    """What was `heard` in the rest of a message, with what that tells by name."""
    fields = {fact.field for fact in named.facts}
    rest = [fact for fact in heard.facts if fact.field not in fields or _puts_right(fact, named.context.profile)]
    corrects = heard.intent is Intent.CORRECT or any(_replaces(fact, context.profile) for fact in named.facts)
    plain = heard.intent in _PLAIN or rest
    return heard.model_copy(
        update={
            "facts": (*named.facts, *rest),
            "intent": (Intent.CORRECT if corrects else Intent.INFORM) if plain else heard.intent,
            "about": TOPICS.get(named.facts[0].field) if corrects and plain else heard.about,
            "private": heard.private or named.private,
        }
    )


#: What the rest of a message says that is no wish beside its facts.
_PLAIN = frozenset(
    {
        *(Intent.INFORM, Intent.CORRECT, Intent.UNCLEAR, Intent.YES, Intent.NO, Intent.SYMBOLS, Intent.ABUSE),
        *(Intent.DONT_KNOW, Intent.GREETING, Intent.THANKS, Intent.SKIP, Intent.EDIT),
    }
)


def _replaces(fact: Proposal, profile: Profile) -> bool:
    gone = fact.change is Change.REMOVE
    return profile.told(fact.field) and (gone or profile.facts[fact.field].value != fact.value)


def _puts_right(fact: Proposal, profile: Profile) -> bool:
    """Whether the rest puts another number in what was told by name ("40 a week. hm, make that 30"), or adds to it."""
    if fact.field in (ProfileField.CONSTRAINTS, *LIST_FIELDS):
        return True
    known = profile.goal
    if not isinstance(fact.value, GoalFact) or known is None:
        return False
    return re.sub(r"\d+", "", fact.value.text) == re.sub(r"\d+", "", known.text)


def _in_each_others_place(fields: tuple[ProfileField, ProfileField], profile: Profile) -> list[Proposal]:
    one, two = fields
    return [Proposal(field=one, value=profile.text(two)), Proposal(field=two, value=profile.text(one))]


def _put_elsewhere(other: Moved, text: Text, context: Context, hear: Hear) -> ByName:
    """What was told in the wrong place, heard as the answer to the question it belongs to, or added to that."""
    heard = hear(other.said, _asked(other.question, context))
    gone = Proposal(field=other.field, value=context.profile.text(other.field), change=Change.REMOVE)
    answers = _answers(other.said, other.question, other.said.whole, heard, context)
    facts = [gone, *map(_added, answers)]
    known = context.model_copy(update={"profile": with_facts(context.profile, facts)})
    return ByName(tuple(facts) if answers else (), text.without([other.span]) if answers else text, known)


def _asked(question: str, context: Context) -> Context:
    return context.model_copy(update={"asking": topic_asked(question), "question": question})


def _only(text: Text, span: Span) -> Text:
    around = (Span(0, span.start), Span(span.end, len(text.low)))
    return text.without([each for each in around if each.end > each.start])


def _answers(text: Text, question: str, said: Span, heard: Heard, context: Context) -> list[Proposal]:
    """The facts heard that answer the question; the owner's words as they are where its answer is words."""
    topic = topic_asked(question)
    fields = FIELDS[topic]
    told = [fact for fact in heard.facts if fact.field in fields or _is_fear_of_theirs(fact, topic, context)]
    if fields[0] in FREE_TEXT and not any(fact.field is fields[0] for fact in told):
        words = trimmed(Reading(text, context), said, topic)
        if words and not is_empty(text.low_of(words)):
            told.append(Proposal(field=fields[0], value=text.of(words), quote=text.quote(words)))
    ages = {f.value for f in told if f.field is ProfileField.PERSONA_AGE and _IN_YEARS.search(str(f.value))}
    return [fact for fact in told if fact.field is ProfileField.PERSONA_AGE or fact.value not in ages]


#: "30 to 45", "vijftig tot zeventig"; "veertigers" are people.
_IN_YEARS = re.compile(r"\d|\b(?:to|tot|en|and)\b")


def _is_fear_of_theirs(fact: Proposal, topic: Topic | None, context: Context) -> bool:
    """ "mijn beste klant is een bakker, en die heeft schrik dat ...": what customers fear, where that isn't known."""
    feared = fact.field is ProfileField.PERSONA_PAIN and not context.profile.told(fact.field)
    return feared and topic is Topic.PERSONA


def _added(fact: Proposal) -> Proposal:
    return fact.model_copy(update={"change": Change.ADD}) if fact.field in FREE_TEXT else fact
