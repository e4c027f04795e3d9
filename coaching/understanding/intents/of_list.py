"""What an owner chooses of a list that was shown: all of it, none, or one by its place in it."""

import re

from coaching.understanding.intents.intent import bare
from journey.changes import PlanChange
from journey.hearing import Heard, Intent

#: None of them.
_NONE = re.compile(r"\W*(?:geen|gene|none|neither)\b(?: (?:van|of|enkele?)\b|\W*$)")
#: All that were named.
_ALL_OF_THEM = re.compile(
    r"(?:(?:ze|die|da|dat|they|en|ja|and|yes) )*(?:(?:mogen|moeten|mag|moet|can|must) )?"
    r"(?:alle(?:maal|s)?|alle (?:\w+|\d+)|allebei|(?:alle )?beide|elk|iedere?en|every ?one|"
    r"all(?: of (?:them|those|these))?|all (?:\w+|\d+)|both(?: of them)?|the lot)"
    r"(?: (?:weg|eruit|er uit|gelijk|samen|out|go|away|of them|please|dan|maar|die mails|die dingen))*"
)
#: One by its place in the list.
_NUMBERED = re.compile(
    r"(?:(?:die|de|den|dien|das|dat is|the|that|it's|neem|take|ik bedoel|i mean) )*"
    r"(?:(?P<last>laatste|last|onderste|bottom)|(?P<first>eerste?n?|1ste|1e|first|1st|bovenste|top)|"
    r"(?P<second>tweede|2de|2e|second|2nd)|(?P<third>derde|3de|3e|third|3rd))"
    r"(?: (?:one|daar|hoor|graag|please|idee|idea))*"
)
_NUMBERS = ("last", "", "first", "second", "third")


def chosen_of_list(low: str) -> Heard | None:
    """What folded words choose of the list; None where they name something instead."""
    if _NONE.match(low):
        return Heard(intent=Intent.NO)
    plain = bare(low)
    if _ALL_OF_THEM.fullmatch(plain):
        return Heard(intent=Intent.CHANGE, change=PlanChange(whole=True))
    told = _NUMBERED.fullmatch(plain)
    if told is None:
        return None
    number = _NUMBERS.index(told.lastgroup or "") - 1
    return Heard(intent=Intent.CHANGE, change=PlanChange(numbered=number, targets=(low,)))
