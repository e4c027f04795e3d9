"""What an owner wants of the coach: a question back, a command, a greeting; by patterns, one intent a message."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.intents.agreeing import NO_EMOJI, YES_EMOJI, leaves_it_to_coach, yes_or_no
from coaching.understanding.intents.questions import ASKS, question_in, wants_done
from coaching.understanding.intents.subject import TERMS
from coaching.understanding.text.normalise import Span, Text
from coaching.understanding.wordlists import any_of, load
from journey.hearing import QUESTIONS_BACK, Context, Intent
from journey.keys import Language
from journey.topics import Topic

#: Nothing an owner says with one of these is taken into the profile.
NO_FACTS = frozenset(
    {
        Intent.COMMANDING,
        Intent.ABUSE,
        Intent.DELETE,
        Intent.SYMBOLS,
        Intent.DONT_KNOW,
        Intent.SKIP,
        Intent.STOP,
        Intent.BACK,
        Intent.RESTART,
        Intent.RESUME,
        Intent.GREETING,
        Intent.THANKS,
        Intent.EXPORT,
        Intent.SUMMARY,
        Intent.BUSINESSES,
    }
)

_POLITE = re.compile(
    r"^(?:(?:ok|oke|okay|ja|nee|euh+|uh+|ehm|uhm|hmm*|pff+|goh|tja|nou|well|so|hey|hoi|hallo|hi|hello|"
    r"sorry|ah|oh|en|maar|but|and|coach|please|dus|bwa|allee?|zeg|haha+|hihi|lol)\b[\s,.!-]*)+"
)
_TAIL = re.compile(
    r"(?:[\s,.!?]{0,6}\b(?:aub|a\.u\.b|alsjeblieft|alstublieft|please|pls|plz|sorry|hoor|he|haha|thanks|"
    r"bedankt|merci|graag|lol)\b)+[\s.!?]*$"
)
_EDGES = " \t\n.,!?;:…~*_\"'()-"
#: "geen facebook want dat snap ik niet" tells why; it does not ask what the coach means.
_REASON = re.compile(r"\b(?:want|omdat|because|cause|doordat|dus)\b")
_SHORT_REMARK = 12
_LONGEST_COMMAND = 200
#: Words before a question that tell something by themselves.
_TELLING = 3
_LETTERS = re.compile(r"[^\W_]")


#: Questions to which "niks" is no answer, but a sign that the owner has none.
_WHY_ASKED = frozenset({Topic.USP, Topic.PERSONA, Topic.PERSONA_NEED, Topic.PERSONA_PAIN, Topic.OFFER})
_NOTHING = re.compile(r"(?:niks|niets|nothing|none|nada|geen)(?: eigenlijk| echt| really)?")


@dataclass(frozen=True)
class Judged:
    """The intent, the stretch of the message that carries it, and what goes with it."""

    intent: Intent
    span: Span
    question: str = ""
    asked_language: Language | None = None


@dataclass(frozen=True)
class _Rule:
    intent: Intent
    pattern: re.Pattern[str]
    whole: bool


class Intents:
    """Judges intents; built once from the word list."""

    def __init__(self) -> None:
        self._rules = tuple(
            _Rule(Intent(name), re.compile(pattern), how == "whole")
            for name, ways in load("intents").items()
            for how in ("part", "whole")
            for pattern in (ways.get(how, ()) if how == "part" else _as_one(ways.get(how, ())))
        )

    def judge(self, text: Text, context: Context) -> Judged | None:
        """What the message wants besides telling facts; None where it only tells."""
        symbols = _symbols(text)
        if symbols:
            return symbols
        if context.asking in _WHY_ASKED and _NOTHING.fullmatch(bare(text.low)):
            return Judged(Intent.DONT_KNOW, text.whole)
        if context.asking is Topic.MODEL and leaves_it_to_coach(text.low):
            return Judged(Intent.YES, text.whole)
        for rule in self._rules:
            judged = _apply(rule, text, context)
            if judged and not _in_its_own_words(judged, text, context):
                return judged
        return _theory(text, context.asking) or _agreeing(text)


def _in_its_own_words(judged: Judged, text: Text, context: Context) -> bool:
    """ "Wa is awareness? Spreek Vlaams": the language is that of the talk already, the question is what is asked."""
    return judged.asked_language == context.language and question_in(text) is not None


_DONT_KNOW = re.compile(rf"\b(?:{load('answer')['dont_know']})\b")


def says_dont_know(text: Text) -> bool:
    """Whether a message, of which nothing else was made, says somewhere that the owner doesn't know."""
    return _DONT_KNOW.search(text.low) is not None


def agrees_beside(text: Text) -> bool:
    """Whether a clause of a message is a yes, and the others are talk: "ah yes, go on, I've the dinner on"."""
    if "?" in text.low or len(text.words) > _MOST_BESIDE or _YES_BUT.search(_NO_TIME.sub(" ", text.low)):
        return False
    said = [yes_or_no(bare(text.low_of(clause))) for clause in text.clauses]
    return Intent.YES in said and Intent.NO not in said


#: Words beside a yes, and what takes it back.
_MOST_BESIDE = 20
_YES_BUT = re.compile(
    r"\b(?:(?<!doe )(?<!doet )maar|ma|but|though|behalve|except|alleen|only|niet|nie|ni|geen|gene|gin|not|no|"
    r"n't|nog (?:een|iets)|anders|wacht|wait)\b|n't\b|\d|[,.;!]\s*(?:and|en|oh|plus|also)\b"
)

#: "'k heb gene tijd meer", "I haven't a notion": no more than why it will do.
_NO_TIME = re.compile(
    r"\b(?:heb|have|haven't|'ve|got) ?(?:er )?(?:(?:echt|nu|geen|gene|gin|no|not|a|any|the) )*"
    r"(?:tijd|time|notion|clue|idee|idea|verstand)\b(?: (?:van|meer|any ?more|of it))*"
)


def _as_one(patterns: Sequence[str]) -> list[str]:
    """Patterns of whole messages as one: matched at once they take a fraction of the time."""
    return ["|".join(f"(?:{pattern})" for pattern in patterns)] if patterns else []


def _symbols(text: Text) -> Judged | None:
    if _LETTERS.search(text.clean):
        return None
    told = text.clean.strip()
    if YES_EMOJI.match(told) and told:
        return Judged(Intent.YES, text.whole)
    if NO_EMOJI.match(told) and told:
        return Judged(Intent.NO, text.whole)
    intent = Intent.DONT_KNOW if "?" in told and not re.search(r"[^\s?!.]", told) else Intent.SYMBOLS
    return Judged(intent, text.whole)


def bare(low: str) -> str:
    """A message without the politeness and punctuation around it."""
    plain = _TAIL.sub("", low.strip(_EDGES)).strip(_EDGES)
    return plain or low.strip(_EDGES)


def _apply(rule: _Rule, text: Text, context: Context) -> Judged | None:
    if rule.whole:
        match = _whole(rule, text)
        return _judged(rule, text, match, text.whole) if match else None
    found = rule.pattern.search(text.low)
    if found is None:
        return None
    sentence = _sentence(text, found.start())
    if rule.intent in QUESTIONS_BACK and not _asks(text, sentence, rule.intent):
        return None
    if rule.intent in _LIKE_ANSWERS and _is_answer(text, found, context, rule.intent):
        return None
    return _judged(rule, text, found, _asking(text, sentence, found.start()))


#: Words of these are those of answers too.
_LIKE_ANSWERS = (Intent.WHO_READS, Intent.PLAN, Intent.ADVICE, Intent.BUSINESSES, Intent.MEANING)
_BY_CLAUSE = frozenset({Intent.STOP, Intent.SKIP, Intent.BACK, Intent.RESUME, Intent.RESTART, Intent.SWITCH_LANGUAGE})


def _forms(rule: _Rule, text: Text) -> list[str]:
    """The message as one, and for commands also each clause of a short message."""
    if rule.intent in _BY_CLAUSE and 1 < len(text.clauses) <= 3 and len(text.words) <= 12:
        return [text.low, *(text.low_of(clause) for clause in text.clauses)]
    return [text.low]


def _whole(rule: _Rule, text: Text) -> re.Match[str] | None:
    for low in _forms(rule, text):
        match = _full(rule, low)
        if match:
            return match
    return None


def _full(rule: _Rule, low: str) -> re.Match[str] | None:
    shapes = _shapes(low)
    if rule.intent is Intent.THANKS:
        shapes = (*shapes, *(re.sub(r"\s*[!.,]+\s*", " ", shape) for shape in shapes))
    for shape in shapes:
        match = rule.pattern.fullmatch(shape)
        if match:
            return match
    return None


@lru_cache(maxsize=64)
def _shapes(low: str) -> tuple[str, ...]:
    """The message as asked, without its edges, and without the politeness in front."""
    if len(low) > _LONGEST_COMMAND:
        return ()
    plain = bare(low)
    asked = "?" in low[-4:]
    forms = (plain + "?" if asked else plain, plain, bare(_POLITE.sub("", plain, count=1)) or plain)
    told = dict.fromkeys(re.sub(r"\s+", " ", form) for form in forms)
    return tuple(dict.fromkeys((*told, *(_standard(form) for form in told))))


#: Everyday spellings, in which a command is as good as in those of the dictionary.
_SPELLINGS = load("spellings")
_SPELLED = re.compile(rf"(?<![\w'])(?:{any_of(_SPELLINGS)})(?![\w'])")


def _standard(form: str) -> str:
    """`form` with spellings of chat and dialect as they are in the dictionary: "weet ik nie" -> "weet ik niet"."""
    return _SPELLED.sub(lambda match: _SPELLINGS[match.group()], form)


def _judged(rule: _Rule, text: Text, match: re.Match[str], span: Span) -> Judged:
    language = _language_asked(match) if rule.intent is Intent.SWITCH_LANGUAGE else None
    question = text.of(text.trim(span)) if rule.intent in QUESTIONS_BACK else ""
    return Judged(rule.intent, span, question, language)


def _language_asked(match: re.Match[str]) -> Language:
    return "nl" if any(name.startswith("nl") and value for name, value in match.groupdict().items()) else "en"


def _sentence(text: Text, at: int) -> Span:
    """The sentence around `at`, up to and with its question mark."""
    start = max((m.end() for m in re.finditer(r"[.!?\n](?=\s|$)", text.low[:at])), default=0)
    end = re.search(r"[?!\n]|\.(?=\s|$)", text.low[at:])
    return text.trim(Span(start, at + end.end() if end else len(text.low)))


#: Where a question may begin behind what the same sentence tells, and what begins a sentence that is all of one piece.
_JOINT = re.compile(r"[,;]\s+(?:(?:en|maar|and|but)\s+)?|\s(?:maar|but)\s+")
_OF_A_PIECE = re.compile(r"(?:\w+ )?(?:als|wanneer|indien|stel|if|when|suppose)\b")


def _asking(text: Text, sentence: Span, at: int) -> Span:
    """The part of a sentence that asks, without what it tells first: "ik ben Sonia uit Genk, zijt gij een robot?"."""
    low = text.low[sentence.start : at]
    joints = [joint for joint in _JOINT.finditer(low) if len(low[: joint.start()].split()) >= _TELLING]
    if not joints or _OF_A_PIECE.match(low):
        return sentence
    return text.trim(Span(sentence.start + joints[-1].start(), sentence.end))


def _asks(text: Text, sentence: Span, intent: Intent) -> bool:
    low = text.low_of(sentence)
    if low.endswith("?") or ASKS.match(low):
        return True
    if intent is Intent.MEANING:
        return len(low.split()) <= _SHORT_REMARK and not _REASON.search(low)
    return intent is Intent.ADVICE or len(low.split()) <= 8


def _is_answer(text: Text, found: re.Match[str], context: Context, intent: Intent) -> bool:
    """ "ze lezen reviews" answers a question about customers; it does not ask who reads along."""
    if intent is Intent.MEANING:  # "tiktok, dat snap ik niet"
        return context.asking is Topic.CHANNELS_NOT and _THAT_ONE.match(text.low, 0, found.end()) is not None
    if intent is Intent.WHO_READS:
        return "?" not in text.low and re.match(r"\W*(?:wie|who|privacy|is|wat)\b", text.low) is None
    if intent is Intent.ADVICE:
        return False
    if intent is Intent.BUSINESSES and context.asking in (Topic.BUSINESS, Topic.GOAL):
        return True
    return context.asking is not None and len(text.words) > 12


_THAT_ONE = re.compile(r"\W*[\w-]+(?: [\w-]+)?\W+(?:dat|da|die|that)\b")


def _theory(text: Text, asking: Topic | None) -> Judged | None:
    asked = question_in(text)
    if asked is None or wants_done(text.low_of(asked)):
        return None
    term = _WHAT_IS.match(text.low_of(asked))
    about_open = term and asking and any(topic is asking and word.fullmatch(term["term"]) for word, topic in TERMS)
    whole = text.whole if _ASKS_NOTHING_ALONE.fullmatch(text.low_of(asked)) else asked
    return Judged(Intent.MEANING if about_open else Intent.THEORY, asked, text.of(whole))


#: "ze komen één keer en nooit meer, wat doe ik?": the question is in what stands before it.
_ASKS_NOTHING_ALONE = re.compile(
    r"\W*(?:en |and |so |dus )?(?:"
    r"wat (?:nu|dan|nou)|wat (?:doe|kan|moet) (?:ik|je|ge|we)(?: (?:doen|daaraan|eraan|dan|nu|daarmee|ermee))*|"
    r"hoe (?:los ik (?:dat|het) op|komt dat)|what (?:now|then)|"
    r"(?:hoe|waar|how|where) (?:begin|begint|beginnen|begon|moet|doe|doet|pak|do|does|should|would|kan|can)(?:t?e|de)? "
    r"(?:(?:ik|je|ge|gij|we|men|(?:ne|een|nen) mens|iemand|i|you|one|we|dat|da|het|er|zoiets|beginnen|aan|mee|start|"
    r"begin|go|about|do|get|started|with|daaraan|eraan|daarmee|ermee|that|it|this|best|dan|nu|juist)\W*)+|"
    r"what (?:do|can|should) (?:i|we) do(?: (?:about (?:it|that)|then|now))?|"
    r"how (?:do i (?:fix|solve) (?:it|that|this)|come))\W*"
)


#: "wat is een usp?", where the open question is about it.
_WHAT_IS = re.compile(
    r"\W*(?:(?:en|maar|ja|all(?:ee?|ez)|awel|zeg|and|but|so|dus)\W+)*(?:wat?|what) (?:is|zijn|are|betekent) "
    r"(?:(?:nu|now) )?(?:(?:een|nen?|'?n|de|den|het|je|mijn|a|an|the|my) )?(?P<term>[\w-]+)\W*$"
)


def _agreeing(text: Text) -> Judged | None:
    intent = yes_or_no(bare(text.low)) if len(text.low) <= _LONGEST_COMMAND else None
    return Judged(intent, text.whole) if intent else None
