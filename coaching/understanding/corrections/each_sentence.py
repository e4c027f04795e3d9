"""Several things put right in one message: what each of its sentences tells when it is heard by itself, beside what all
of them told together."""

import re
from collections.abc import Callable

from coaching.understanding.corrections.by_name import with_facts
from coaching.understanding.corrections.correction import TOPICS
from coaching.understanding.corrections.labels import labelled
from coaching.understanding.talk.asked_about import READ_OVER
from coaching.understanding.text.normalise import Span, Text, read
from coaching.understanding.text.runons import break_runons
from journey.hearing import QUESTIONS_BACK, Context, Heard, Intent
from journey.profile import FREE_TEXT, LIST_FIELDS, Change, Limits, ProfileField, Proposal, in_free_words

#: Hears words as the answer to the question that is open in the context.
Hear = Callable[[Text, Context], Heard]
_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\w))+[.!?;\n]*")
#: What a message as a whole may say beside which its sentences tell more.
_PLAIN = frozenset({Intent.INFORM, Intent.CORRECT, Intent.UNCLEAR, Intent.NO, Intent.DONT_KNOW})

#: Asked of the coach and of nothing that is told: "waar staat dat" beside a new goal may be about that goal.
_OF_THE_COACH = QUESTIONS_BACK - {Intent.THEORY, Intent.MEANING, Intent.ADVICE}


def each_sentence(text: Text, context: Context, whole: Heard, hear: Hear) -> Heard:
    """What the `whole` message told, with what its other sentences tell by themselves, where all is read over."""
    spans = [part for match in _SENTENCE.finditer(text.low) for part in _parts(text, Span(*match.span()))]
    if context.asking not in READ_OVER or len(spans) < 2 or whole.change or whole.intent not in _PLAIN | QUESTIONS_BACK:
        return whole
    facts, asked, named = list(whole.facts), None, [each.whole for each in labelled(text, context.asking)]
    for span in spans:
        if any(fact.quote and fact.quote in text.quote(span) for fact in whole.facts):
            continue
        if whole.facts and any(each.touches(span) for each in named):
            continue
        known = context.model_copy(update={"profile": with_facts(context.profile, facts)})
        sentence = break_runons(read(text.quote(span)))
        alone = hear(sentence, known)
        told = [fact for fact in alone.facts if alone.change is None and _is_new(fact, facts)]
        facts += [fact for fact in told if not _may_be_talk(fact, context) or labelled(sentence, context.asking)]
        asked = asked or (alone if alone.intent in QUESTIONS_BACK else None)
    return _together(whole, facts, asked, context)


def _parts(text: Text, sentence: Span) -> list[Span]:
    """A sentence, or the things it tells one behind the other: "budget 100, vanaf 4500, vooral gepensioneerden"."""
    clauses = [clause for clause in text.clauses if sentence.holds(clause)]
    short = all(len(text.low_of(clause).split()) <= _SHORT for clause in clauses)
    return clauses if len(clauses) >= _SEVERAL and short else [sentence] if clauses else []


#: Things told one behind the other, and the words of one of them.
_SEVERAL, _SHORT = 3, 4


def _is_new(fact: Proposal, facts: list[Proposal]) -> bool:
    """Whether a fact is of a field of which nothing else was told, or one that may be told in parts."""
    others = [other.value for other in facts if other.field is fact.field]
    if isinstance(fact.value, Limits):
        told = {name for name, value in fact.value if value not in (None, (), "")}
        return all(getattr(other, name) in (None, (), "") for other in others for name in told)
    return not others or fact.field in LIST_FIELDS


def _may_be_talk(fact: Proposal, context: Context) -> bool:
    """Whether a text would take the place of another though nothing names it: "best customer isn't …" is no reason."""
    told = context.profile.text(fact.field) if fact.field in FREE_TEXT else ""
    anew = told and _DIGITS.sub("", told) == _DIGITS.sub("", str(fact.value))
    sure = fact.field is ProfileField.OFFER or fact.change is not Change.SET or anew
    return not sure and in_free_words(fact.field, fact.value) and context.profile.told(fact.field)


_DIGITS = re.compile(r"\d")


def _together(whole: Heard, facts: list[Proposal], asked: Heard | None, context: Context) -> Heard:
    """The whole with these facts, and the question that one of its sentences asks where it asked none itself."""
    new = facts[len(whole.facts) :]
    if new and whole.intent in _PLAIN:
        corrects = whole.intent is Intent.CORRECT or any(context.profile.told(fact.field) for fact in new)
        intent = Intent.CORRECT if corrects else Intent.INFORM
        about = whole.about or TOPICS.get(new[0].field)
        whole = whole.model_copy(update={"intent": intent, "about": about if corrects else whole.about})
    untold = not whole.facts or (asked is not None and asked.intent in _OF_THE_COACH)
    if asked and untold and whole.intent in _PLAIN:
        whole = whole.model_copy(update={"intent": asked.intent, "question": asked.question, "about": asked.about})
    return whole.model_copy(update={"facts": tuple(facts)})
