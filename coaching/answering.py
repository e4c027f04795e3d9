"""Theory questions answered from the knowledge: a few of its own sentences, each marked with its source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from coaching.going_on import gone_on
from coaching.message import Button, Reply, on_button
from coaching.orders import all_sound
from coaching.ports import Library
from journey.keys import Language
from journey.models import MODELS, labels
from journey.moves import AnswerTheory, Move
from journey.passages import OWN, Found, Passage
from journey.sources import SOURCES
from journey.trades import Sector
from prompts.template import render
from prompts.words import Words

#: Sentences of an answer from one passage, and from each of two.
SENTENCES, OF_EACH = 3, 2
#: An answer in short sentences may have so many more, as long as it stays within so many characters.
_MORE, _LONGEST = 2, 330
#: How far below the first the second thing compared may be: in score, or in cosine where one of them is from an own
#: article, whose score is of another kind.
_COMPARED, _COMPARED_OWN = 2.5, 0.03
#: What opens a passage stands by itself, what leans on the sentence before doesn't: so much in cosine for, and against.
_OPENING, _LEANING = 0.02, 0.05
_LEANS = re.compile(
    r"(?:Die|Dat|Dit|Deze|Hij|Zij|Ze|Daar\w*|Dan|Zo|Zulke?|Dus|Pas|Ook|Maar|Toch|Net|Nog|"
    r"Het (?:eerste|tweede|derde|ander)|\w+ (?:die|hij|ze)|"
    r"It|He|She|They|This|That|These|Those|Such|So|Then|There|But|Yet|Also|Only|Both|The (?:first|second|other)|"
    r"\w+ (?:them|it))\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý“\"'])")
#: One of a list told in sentences ("Bewustwording: …"): a list is given to its end.
_ITEM = re.compile(r"[A-ZÀ-Ý][\w &-]{2,30}:")
_COMPARES = re.compile(
    r"\b(?:verschil\w*|vergel\w+|onderscheid\w*|versus|vs|tegenover|hetzelfde|differ\w*|compar\w*|same as)\b", re.I
)
#: Two stages of a model by their names, one right behind the other; each alone is an everyday word.
_JOINED = (
    r"(?:\W+(?:en|and|vs|versus|of|or|from|to|with|met|tegenover|dan|than|(?:is |so )?different from|anders dan))*"
    r"\W+(?:(?:de|the) )?"
)
#: Words that name the coach or the plan, and how near (cosine) what is said about the talk must be beside the nearest
#: questions here or elsewhere: then no passage answers.
_NAMES_THE_TALK = re.compile(
    r"\b(?:plan|jij|jou|jouw|gij|you|your)\b|\b(?:vraagt?|stelt?|kiest?|maakt|beslist?|baseert?) (?:je|ge|u)\b"
    r"|\bkomt? (?:je|ge|u) (?:aan|bij|erbij)\b",
    re.IGNORECASE,
)
_NEAR_THE_TALK = -0.02
_ASKS_SHARE = re.compile(r"\b(?:procent|percentage|percent|welk deel|what share|what part)\b|%", re.I)


@dataclass(frozen=True)
class Grounds:
    """What was `found` for a theory question, best first, and the `passages` an answer may draw on, in the order of
    their marks [1] and [2]: none where nothing fits, or where the owner goes on about the answer before, or asks
    `of_the_plan` that the coach makes."""

    found: tuple[Found, ...] = ()
    passages: tuple[Passage, ...] = ()
    of_the_plan: bool = False


def grounds_of(moves: Sequence[Move], library: Library, language: Language) -> Grounds:
    """What the theory question among `moves` is answered from; nothing where there is none."""
    move = next((move for move in moves if isinstance(move, AnswerTheory)), None)
    if move is None:
        return Grounds()
    found = _found(move.question, library, language)
    if not found or move.follow:
        return Grounds(found)
    if _is_of_the_plan(move.question, found[0].passage.lang, library):
        return Grounds(found, of_the_plan=True)
    return Grounds(found, _drawn_on(move.question, found, library))


def theory_reply(move: AnswerTheory, grounds: Grounds, library: Library, words: Words, sector: Sector | None) -> Reply:
    """An answer from the best passages, or an honest sentence with the two nearest topics to tap where nothing fits."""
    if not grounds.found:
        return Reply(text=words.say("theory.empty"))
    if move.follow:
        answer, passages = gone_on(move, grounds.found[0].passage, library, words, sector)
        return Reply(text="\n\n".join(filter(None, (answer, sources_below(passages, words)))))
    if grounds.of_the_plan:
        return Reply(text=words.say("theory.of_the_plan"))
    if not grounds.passages:
        return _nearest(grounds.found, words)
    answer = " ".join(_marked(move.question, grounds.passages, library, words))
    return Reply(text=f"{answer}\n\n{sources_below(grounds.passages, words)}")


def sources_below(passages: Sequence[Passage], words: Words) -> str:
    """The sources of an answer, a line for each mark."""
    return "\n".join(
        words.say("theory.source", number=number, source=_source(passage, words), topic=_subject(passage))
        for number, passage in enumerate(passages, 1)
    )


def _found(question: str, library: Library, language: Language) -> tuple[Found, ...]:
    """The best passages, first of all that of the label that was tapped."""
    if question not in labels():
        return all_sound(library.search(question, language, limit=3))
    return tuple(Found(passage=passage, score=0, nearness=1) for passage in library.about(question, language)[:1])


def _is_of_the_plan(question: str, language: Language, library: Library) -> bool:
    """Whether the coach itself is asked about, or the plan it makes, and not the journey of customers."""
    if question in labels() or _NAMES_THE_TALK.search(question) is None:
        return False
    near = library.asides(question if question.endswith("?") else f"{question}?", language)
    return max((aside.over_questions for aside in near), default=-1.0) > _NEAR_THE_TALK


def _drawn_on(question: str, found: Sequence[Found], library: Library) -> tuple[Passage, ...]:
    first = found[0]
    if question in labels():
        return (first.passage,)
    if not library.answers(question, first):
        return ()
    return _compared(question, found, library) if _COMPARES.search(question) else (first.passage,)


def _compared(question: str, found: Sequence[Found], library: Library) -> tuple[Passage, ...]:
    """What a question that compares is answered from: two passages about the very comparison, or one about each thing
    compared; of two stages the passages that say what they are, in the order of the model."""
    first = found[0]
    own = any(each.passage.origin == OWN for each in found[:2])
    if not own and (named := _stages_named(question)):
        return tuple(library.about(label, first.passage.lang)[0] for label in named)
    if "-vs-" in first.passage.label:
        other = _nearest_of(question, first.passage, library)
        return (first.passage, other) if other else (first.passage,)
    near = [each.passage for each in found[:2] if _is_near(first, each)]
    models = {passage.label.partition("/")[0] for passage in near}
    if len(near) < 2 or not models <= set(MODELS):
        return tuple(near)
    order = labels()
    stages = sorted(near, key=lambda passage: order.index(passage.label)) if len(models) == 1 else near
    return tuple(each if each.origin == OWN else library.about(each.label, each.lang)[0] for each in stages)


def _stages_named(question: str) -> tuple[str, ...]:
    """The labels of two stages of one model that are named together, in the order of the model."""
    for model in MODELS.values():
        keys = [stage.key for stage in model.stages]
        either = "|".join(map(re.escape, keys))
        if named := re.search(rf"\b({either}){_JOINED}({either})\b", question.lower()):
            both = sorted(set(named.groups()), key=keys.index)
            return tuple(f"{model.key}/{key}" for key in both) if len(both) == 2 else ()
    return ()


def _is_near(first: Found, other: Found) -> bool:
    """Whether both may be what a question compares."""
    if OWN in (first.passage.origin, other.passage.origin):
        return first.nearness - other.nearness < _COMPARED_OWN
    return first.score - other.score < _COMPARED


def _nearest_of(question: str, known: Passage, library: Library) -> Passage | None:
    others = [each for each in library.about(known.label, known.lang) if each.id != known.id]
    others = [each for each in others if each.origin == known.origin] or others
    near = library.closeness(question, [f"{each.title}\n{render(each.text)}" for each in others])
    return max(zip(near, others, strict=True), key=lambda pair: pair[0])[1] if others else None


def _marked(question: str, passages: Sequence[Passage], library: Library, words: Words) -> list[str]:
    most = SENTENCES if len(passages) == 1 else OF_EACH
    extracts = [words.fill(_extract(question, passage, library, most)) for passage in passages]
    marked = [f"{extract} [{number}]" for number, extract in enumerate(extracts, 1)]
    lacks_share = _ASKS_SHARE.search(question) and not any(re.search(r"\d", extract) for extract in extracts)
    return [words.say("theory.no_share"), *marked] if lacks_share else marked


def _extract(question: str, passage: Passage, library: Library, most: int) -> str:
    """The run of sentences nearest to the question; a run, because a sentence alone may hang in the air. Of two
    passages each is told from its beginning, which says what it is about."""
    sentences = _SENTENCE.split(" ".join(passage.text.split()))
    near = library.closeness(question, sentences)
    starts = range(max(1, len(sentences) - most + 1) if most == SENTENCES else 1)
    start = max(starts, key=lambda at: sum(near[at : at + most]) / most + _standing(sentences[at : at + most], at))
    run, after = sentences[start : start + most], sentences[start + most :]
    if _ITEM.match(run[-1]):
        return " ".join((*run, *takewhile(_ITEM.match, after)))
    longer = (" ".join((*run, *after[:more])) for more in range(min(_MORE, len(after)), 0, -1))
    return next((text for text in longer if len(text) <= _LONGEST * most // SENTENCES), " ".join(run))


def _standing(run: Sequence[str], start: int) -> float:
    """How well a run of sentences stands by itself as an answer."""
    leans = start > 0 and _LEANS.match(run[0]) is not None
    asks = any(sentence.endswith("?") for sentence in run)
    return _OPENING * (start == 0) - _LEANING * (leans + asks)


def _nearest(found: Sequence[Found], words: Words) -> Reply:
    """Says that nothing fits; the two nearest subjects can be tapped."""
    labels_of: dict[str, str] = {}
    for each in found:
        labels_of.setdefault(_subject(each.passage), each.passage.label)
    nearest = list(labels_of.items())[:2]
    buttons = tuple(Button(label=on_button(subject), payload=f"topic:{label}") for subject, label in nearest)
    topics = words.listed([f"“{subject}”" for subject, _ in nearest])
    return Reply(text=words.say("theory.none", topics=topics), buttons=(buttons,))


def _subject(passage: Passage) -> str:
    """What the article of a passage is about: its title without the heading."""
    return passage.title.partition(":")[0]


def _source(passage: Passage, words: Words) -> str:
    if passage.origin == OWN:
        return passage.source
    source = SOURCES.get(passage.source)
    return source.citation() if source else words.say("theory.coach")
