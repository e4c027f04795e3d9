"""What the owner wants to be different: kind, numbers and deadline, in the owner's words."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.goals.goal_kinds import PATRONS, filled_in, kind_in
from coaching.understanding.goals.goal_numbers import deadline_in, numbers_in
from coaching.understanding.phrases.chatter import is_of_the_moment, says_over
from coaching.understanding.phrases.trimming import decent
from coaching.understanding.text.normalise import BLANK, Span, fold
from coaching.understanding.text.words_or_noise import says_nothing
from coaching.understanding.wordlists import load
from journey.keys import Goal
from journey.profile import GoalFact, ProfileField
from journey.topics import Topic

_WORDS = load("goal")
_CUE = re.compile(filled_in(rf"\b(?:{'|'.join(_WORDS['cues'])})"))
_WISH = re.compile(rf"(?<!\w)(?:{_WORDS['wish']})")
_DENIED, _MONEY_OR_TIME = (re.compile(rf"\b(?:{_WORDS[name]})\b|[€£$]") for name in ("denied", "money_or_time"))
_NOT_WANTED = re.compile(rf"(?<!\w)(?:{_WORDS['not_wanted']})")
_REMARK = re.compile(rf"(?:^|\b)(?:{_WORDS['remark']})")
_WISHED = re.compile(rf"^\W*(?:{_WORDS['wished']})\b")
_LEAD = re.compile(rf"^(?:(?:{_WORDS['lead']})(?=[\s,:]|$)[\s,:]*)+")
_AMOUNT = re.compile(
    r"[€£]?\s*[\d.,]+\s*(?:u|uur|uurtjes?|hours?|hrs?|euro|€|£|quid)?(?: (?:ofzo|denk ik|max|ongeveer))?"
)
_NO = re.compile(r"\b(?:geen|gene|niet|nie|ni|niks|not?|never|nooit|don't|enough|genoeg)\b")
_FEW = 3
_CUSTOMERS, _QUIET_OR_BUSY, _FILLED = (re.compile(_WORDS[name]) for name in ("customers", "quiet_or_busy", "filled"))
#: "... vijf leerlingen bij en wie dat dan zijn, dat zijn altijd moeders".
_TURNS = re.compile(_WORDS["turns"])
_NAMED = re.compile(
    r"\W*(?:(?:mijn|ons|het|my|our|the) )?(?:doel(?:stelling)?|goal)\s*(?:is|:|=)"
    r"(?!\s*(?:ok\w*|goed|juist|prima|in orde|fine|right|good|correct)\W*$)"
)


#: "3 workshops, 4 is te zot. zondag niet": where a clause was taken back, the goal told before it ends.
_TAKEN_BACK = re.compile(rf"[,.;!]\s*{BLANK}+\s*(?:[,.;!]|$)")


def find_goal(reading: Reading) -> list[Finding]:
    """The goal told; the whole answer where it was asked, the clause with a clear wish otherwise."""
    span = _told(reading)
    if span is None:
        return []
    low, numbers = reading.text.low_of(span), numbers_in(reading, span)
    kind = _kind(reading, span)
    if not (kind or numbers) and not (_worth(reading, low) or _named_behind(reading, span)):
        return []
    if kind is None and numbers and PATRONS.search(low):
        kind = Goal.NEW_CUSTOMERS
    lead = _LEAD.match(low)
    start = span.start + (lead.end() if lead and lead.end() < len(low) else 0)
    text = _TAKEN_BACK.split(reading.text.of(decent(reading, Span(start, span.end))))[0].replace(BLANK, "")
    goal = GoalFact.model_validate({"text": text, "kind": kind, **numbers, "deadline": deadline_in(reading, span)})
    return [Finding(ProfileField.GOAL, goal, span, uses=(span,))]


def _kind(reading: Reading, span: Span) -> Goal | None:
    """The kind of goal told in `span`, or where that tells none by what comes behind it: "... more, it's dead then"."""
    clauses = [clause for clause in reading.text.clauses if clause.touches(span)]
    wanted = [low for low in map(reading.text.low_of, clauses) if not _NOT_WANTED.search(low)]
    told = kind_in(reading.text.low_of(span)) if len(wanted) == len(clauses) else kind_in("; ".join(wanted))
    behind = [clause for clause in reading.text.clauses if clause.start >= span.end][:1]
    if told or reading.asked(Topic.GOAL) or not behind:
        return told
    return Goal.QUIET_TIMES if kind_in(reading.text.low_of(behind[0])) is Goal.QUIET_TIMES else None


def _told(reading: Reading) -> Span | None:
    if reading.asked(Topic.GOAL):
        return _answer(reading)
    if reading.correcting and reading.knows(ProfileField.GOAL) and (anew := _anew(reading)):
        return anew
    return None if reading.asked(Topic.PERSONA_NEED) else _in_passing(reading)


def _answer(reading: Reading) -> Span | None:
    """The answer to the question of the goal, without the remarks before it."""
    kept = _about_goal([clause for clause in reading.text.clauses if _goal_like(reading, clause)], reading)
    sure = [clause for clause in kept if _surely_goal(reading.text.low_of(clause))]
    remarks = [clause for clause in kept if _is_no_goal(reading.text.low_of(clause))]
    if remarks and len(remarks) < len(kept):
        kept = [c for c in kept if c.start >= sure[0].start] if sure else [c for c in kept if c not in remarks]
    if not sure and _sells(reading):
        return None
    if not kept:
        return None
    turn = _TURNS.search(reading.text.low, kept[0].start, kept[-1].end)
    return Span(kept[0].start, turn.start() if turn else kept[-1].end)


def _about_goal(clauses: list[Span], reading: Reading) -> list[Span]:
    """The clauses up to where, behind a goal, the customers are told: "... and usually it's the daughter who rings"."""
    sure = False
    for number, clause in enumerate(clauses):
        low = reading.text.low_of(clause)
        if sure and _CUSTOMERS.match(low):
            return clauses[:number]
        sure = sure or _surely_goal(low) or any(clause.holds(n.span) for n in reading.numbers)
    return clauses


def _surely_goal(low: str) -> bool:
    told = kind_in(low) or _WISHED.search(low) or _CUE.search(low) or _WISH.search(low)
    return told is not None and not _is_no_goal(low)


def _is_no_goal(low: str) -> bool:
    """Whether a clause is a remark or tells what is not wanted."""
    return _REMARK.search(low) is not None or _NOT_WANTED.search(low) is not None


def _sells(reading: Reading) -> bool:
    """Whether the message names a price, so that its other words may well be what is sold."""
    return any(_PRICED.search(reading.text.low_of(clause)) for clause in reading.text.clauses)


_PRICED = re.compile(r"(?:€|£)\s*\d|\d\s*(?:€|£|euro|eur|quid|pounds?)\b")


def _in_passing(reading: Reading) -> Span | None:
    before = Span(0, 0)
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if named := _IS_GOAL.fullmatch(low):
            behind = Span(clause.start + named.start("goal"), clause.start + named.end("goal"))
            return before if _GOES_ON.fullmatch(named["goal"]) and before.end else behind
        cue = _CUE.search(low) or _wish(reading, reading.text.low_of(before), low)
        if cue and not _DENIED.search(low) and "?" not in low and not (_REMARK.search(low) and not kind_in(low)):
            goes_on = before.end and _GOES_ON.match(low)
            return Span(before.start if goes_on else clause.start + cue.start(), _with_deadline(reading, clause))
        before = clause
    return None


def _with_deadline(reading: Reading, goal: Span) -> int:
    """Where a goal ends that tells by when in the next clause: "from 6 to 20 orders, by Christmas ideally"."""
    behind = next((clause for clause in reading.text.clauses if clause.start >= goal.end), None)
    by_when = behind and len(reading.text.low_of(behind).split()) <= _SHORT and deadline_in(reading, behind)
    return behind.end if behind and by_when else goal.end


_SHORT = 6


#: "binnenwerk is het doel", "meer vaste klanten, dat is mijn doel": what it is stands before its name.
_IS_GOAL = re.compile(
    r"\W*(?:(?:ja|en|want|maar|dus|and|but|so|yes)\W+)*(?P<goal>(?!(?:wat|welk|wie|waar|what|which|this|dit)\b)(?:(?!\?).)*?)"
    r"\W*\b(?:is|blijft|wordt|was|'s)(?: (?:nu|toch|gewoon|eigenlijk|nog altijd|now|still|really))* "
    r"(?:het|mijn|m'n|ons|the|my|our) (?:echte |enige |grote |eerste |only |real |main )?(?:doel|goal)\W*"
)
#: "maandag is het stil, die moet voller": what it is about stands before it.
_GOES_ON = re.compile(r"(?:(?:en|dus|and|so|maar|but) )?(?:die|dat|da|ze|they|those|that|these)\b")


def _wish(reading: Reading, before: str, low: str) -> re.Match[str] | None:
    """The wish for what some kind of goal is: "ik zou vooral de dinsdagen vol willen"."""
    known = reading.knows(ProfileField.GOAL) and not reading.correcting
    wish = _WISH.search(low)
    if known or not (wish or _WISH.search(f"{before},")):
        return None
    wished = low[wish.end() :] if wish else low
    if _NO.search(wished) or kind_in(wished) is None or _MONEY_OR_TIME.search(wished):
        return None
    return wish or re.match(r"", low)


def _anew(reading: Reading) -> Span | None:
    """The clause of a correction that names a kind of goal."""
    for clause in reading.text.clauses:
        low = reading.text.low_of(clause)
        if kind_in(low) and not (_MONEY_OR_TIME.search(low) or _NOT_WANTED.search(low) or _tells_times(low)):
            return clause
    return None


def _tells_times(low: str) -> bool:
    """ "winter is juist stil": when it is quiet, rather than that this has to change."""
    wished = _WISH.search(low) or _CUE.search(low) or _WISHED.search(low) or _FILLED.search(low)
    return wished is None and _QUIET_OR_BUSY.search(low) is not None


def _goal_like(reading: Reading, clause: Span) -> bool:
    low = reading.text.low_of(clause)
    if says_nothing(low) or is_of_the_moment(low) or says_over(reading.text, clause):
        return False
    if _WISHED.search(low) or kind_in(low) not in (None, Goal.NEW_CUSTOMERS):
        return True
    return not (_MONEY_OR_TIME.search(low) or _AMOUNT.fullmatch(low))


def _puts_goal_anew(reading: Reading, low: str) -> bool:
    """ "no wait, that's silly. fill the summer": a first goal taken back for another."""
    return not reading.knows(ProfileField.GOAL) and not reading.numbers and len(low.split()) >= _FEW


def _named_behind(reading: Reading, span: Span) -> bool:
    """Whether the words of `span` are called the goal right behind them."""
    at = next((n for n, clause in enumerate(reading.text.clauses) if clause.touches(span)), 0)
    return any(_IS_GOAL.fullmatch(reading.text.low_of(clause)) for clause in reading.text.clauses[at : at + 2])


def _worth(reading: Reading, low: str) -> bool:
    """An answer of other words than we know is still the owner's goal, unless it says nothing."""
    if _NAMED.match(low):
        return True
    if not reading.asked(Topic.GOAL) or (reading.correcting and not _puts_goal_anew(reading, low)):
        return False
    if _says_name_over(reading, low):
        return False
    return len(low.split()) >= 2 and re.match(r"\W*(?:nee|no|ja|yes|wacht|wait|sorry)\b", low) is None


def _says_name_over(reading: Reading, low: str) -> bool:
    """ "nonna sonia dus, kookworkshops in genk": who says their name over tells once more what they do."""
    name = fold(reading.context.profile.text(ProfileField.BUSINESS_NAME))
    return bool(name) and re.match(rf"{re.escape(name)}(?: (?:dus|so|he|hoor))*\s*(?:[,.;!]|$)", low) is not None
