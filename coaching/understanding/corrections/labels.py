"""Things of the summary called by their names: "doel: …", "waarom ze komen: …", "de beste klant is …". Each is an
answer to its own question, whatever is open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from coaching.understanding.intents.questions import asks_openly
from coaching.understanding.talk.asked_about import READ_OVER, topic_asked
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import load
from journey.topics import Topic

_WORDS = load("labels")
_STANDS_FOR = {f"&{name}": _WORDS[name] for name in ("they", "come", "me")}
#: What an owner tells of these is about the owner: "waarom ze komen: omdat ik eerst bel".
_OF_THE_OWNER = ("usp", "aftercare", "goal")
_LEADS_ON = re.compile(r"[\s,]+(?:en|and|maar|but)$")
_SENTENCE_END = re.compile(r"[.!?\n]+(?=\s|$)")
#: Words of a sentence that is a part of the one before: "patient. 22 years. never shout".
_FEW = 3
#: Words that tell something, at least.
_FEWEST = 2


@dataclass(frozen=True)
class Labelled:
    """What is told of a thing called by its name: the question it answers, the words that answer it, and all of it;
    `wished` where it is a wish that names nothing, and so a goal only if it says what kind, `instead` where it is told
    in the place of something else."""

    question: str
    said: Span
    whole: Span
    wished: bool = False
    instead: bool = False

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return topic_asked(self.question)


def _names(kinds: Sequence[str]) -> dict[str, str]:
    """The patterns of names of these kinds, by question."""
    patterns: dict[str, list[str]] = {}
    for kind in kinds:
        for question, pattern in _WORDS[kind].items():
            patterns.setdefault(question, []).append(pattern)
    return {question: _filled("|".join(each)) for question, each in patterns.items()}


def _filled(pattern: str) -> str:
    for name, words in _STANDS_FOR.items():
        pattern = pattern.replace(name, words)
    return pattern


def names_of(kinds: Sequence[str], group: str = "") -> str:
    """A pattern of all names, each question a group called `group` and its key."""
    return "|".join(f"(?P<{group}{question}>{names})" for question, names in _names(kinds).items())


def _named(kinds: Sequence[str], sets: Sequence[str]) -> re.Pattern[str]:
    """A thing by its name, with what sets it."""
    called = names_of(kinds)
    setters = "|".join(_WORDS["sets"][name] for name in sets)
    return re.compile(rf"{_BEGINS}(?:(?:{called}){_WORDS['behind']}(?:{setters})(?=\S))")


_BEGINS = rf"(?:(?:^|(?<=[.,;:!?\n(]))[\s\"'*-]{{0,3}}|(?<= en )|(?<= and ))(?:{_WORDS['lead']})*?"


_ANYWHERE = (_named(("phrases",), ("colon", "is")), _named(("names",), ("colon",)))
_WISHED = re.compile(rf"{_BEGINS}(?P<goal>{_WORDS['wished']})\s+(?!{_WORDS['no_wish']})(?=\S)")
_AT_SUMMARY = (
    _named(("phrases", "names"), ("colon", "not_but", "wrong", "changed", "lacks", "must", "becomes", "is")),
    _WISHED,
)
_NAMED_BEHIND = re.compile(_filled(_WORDS["behind_it"].replace("&phrases", names_of(("phrases",)))))
_ADDING = re.compile(rf"\W*(?:{_WORDS['lead']})*?{_WORDS['adding']}")
_DENIES = re.compile(
    r"\W*(?:nee+n?\W+|no\W+)*(?:(?:that|dat|da|het|it|this|dit) (?:is|are|zijn) |da'?s |that'?s |it's |tis )"
    r"(?:not?|geen|gene|niet|nie|ni)\b"
)
_NOT = re.compile(
    r"\b(?:not|niet|nie|ni|geen|gene|isn'?t|aren'?t|ain't|wasn'?t|moet\w*|should|must|maak|make|change|verander|says|staat)\b"
)
#: "het aanbod moet drie kamers zijn".
_VERB_LAST = re.compile(r"\s+(?:zijn|worden|staan)(?=\s*(?:[,.;!?\n]|$))")
_OTHERS = re.compile(rf"(?:[,.;!?\n]|(?<= en)|(?<= and))\s+(?:(?:en|and) )?(?:{_WORDS['others']})\b")
_ENDS, _ENDS_OF_OTHERS, _GOES_ON = (re.compile(_WORDS[name]) for name in ("ends", "ends_of_others", "goes_on"))


def labelled(text: Text, asking: Topic | None) -> list[Labelled]:
    """What a message tells by name, in its order; of the open question, which any answer is taken for, only where it
    begins with its name."""
    patterns = _AT_SUMMARY if asking in READ_OVER else _ANYWHERE
    starts = sorted((match for pattern in patterns for match in pattern.finditer(text.low)), key=re.Match.start)
    starts = [match for match, before in zip(starts, (None, *starts), strict=False) if not _within(match, before)]
    found = _behind(text, asking) if not starts else []
    for match, behind in zip_longest(starts, starts[1:]):
        question = next(name for name, words in match.groupdict().items() if words)
        said = _without_and(text, Span(match.end(), _end(text.low, match, behind, question)))
        if said.end > said.start and (topic_asked(question) is not asking or match.start() == 0):
            found.append(Labelled(question, said, Span(match.start(), said.end), match.re is _WISHED, _instead(match)))
    return found


def _instead(match: re.Match[str]) -> bool:
    """Whether the words that set it say what it isn't: "het aanbod is niet koken, het zijn kookboeken"."""
    return match.re is not _WISHED and _NOT.search(match.group()) is not None


def _behind(text: Text, asking: Topic | None) -> list[Labelled]:
    """What is told of a thing whose name stands behind it: "ik bel altijd eerst, daarom komen ze"."""
    if (name := _NAMED_BEHIND.search(text.low)) is None:
        return []
    called = (question for question, words in name.groupdict().items() if words)
    question = next(called, "usp")
    sentences = [match.end() for match in _SENTENCE_END.finditer(text.low, 0, name.start())]
    start = sentences[-1] if sentences else 0
    lead = _ADDING.match(text.low, start)
    said = text.trim(Span(lead.end() if lead else start, name.start()), ".,;:-!")
    if topic_asked(question) is asking or len(text.low_of(said).split()) < _FEWEST or _DENIES.match(text.low_of(said)):
        return []
    return [Labelled(question, said, Span(start, len(text.low)))]


def _without_and(text: Text, span: Span) -> Span:
    """What is told, without the "en" that leads to what is told behind it."""
    said = text.trim(span, ".,;:-")
    leads_on = _LEADS_ON.search(text.low, said.start, said.end)
    return Span(said.start, leads_on.start()) if leads_on else said


def _within(match: re.Match[str], before: re.Match[str] | None) -> bool:
    return before is not None and match.start() < before.end()


def _end(low: str, named: re.Match[str], behind: re.Match[str] | None, question: str) -> int:
    """Where what is told of a thing ends: at the next one, or at a sentence about something else."""
    start = named.end()
    end = behind.start() if behind else len(low)
    patterns = (_OTHERS, _ENDS) if question in _OF_THE_OWNER else (_OTHERS, _ENDS, _ENDS_OF_OTHERS)
    ends = (match.start() for pattern in patterns if (match := pattern.search(low, start, end)))
    end = min(ends, default=end)
    if "must" in named.groupdict() and named["must"] is not None and (verb := _VERB_LAST.search(low, start, end)):
        end = verb.start()
    for stop in _SENTENCE_END.finditer(low, start, end):
        if not _belongs(low[stop.end() : end].strip()):
            return stop.start()
    return end


def _belongs(rest: str) -> bool:
    """Whether the sentence with which `rest` begins goes on about the same."""
    sentence = _SENTENCE_END.split(rest, maxsplit=1)[0]
    if "?" in rest[len(sentence) : len(sentence) + 2] or asks_openly(sentence):
        return False
    return _GOES_ON.match(sentence) is not None or 0 < len(sentence.split()) <= _FEW
