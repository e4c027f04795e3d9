"""What an owner tells that answers nothing and fits no field, kept in their own words for whoever reads along."""

import re

from coaching.understanding.normalise import fold
from coaching.understanding.questions import ASKS
from coaching.understanding.words_or_noise import gibberish
from journey.hearing import Heard, Intent
from journey.profile import Change, ProfileField, Proposal
from journey.state import Phase, State

#: Words of a sentence that tells something, and letters of one that can be read back.
_TELLS, _LONG = 5, 300
#: Said to the coach, or about the talk: not of the business.
_TO_THE_COACH = re.compile(
    r"\?|\b(?:je|jij|jou|jouw|u|uw|ge|gij|jullie|you|your|bot|chatbot|robot|vraag|vragen|question|questions|gesprek)\b"
)
#: Of the business: who tells it, or their customers.
_OF_THE_BUSINESS = re.compile(
    r"\b(?:ik|we|wij|mijn|m'n|mn|mij|me|ons|onze|ze|zij|hun|i|my|us|our|they|their|them|klant\w*|mensen|customers?|"
    r"clients?|people|k[a-z]{2,})\b|'k\b"
)


def remarked(heard: Heard, text: str, state: State) -> Heard:
    """`heard` with `text` as a remark, where it tells of the business though nothing could be taken from it."""
    if heard.intent is not Intent.UNCLEAR or heard.facts or heard.private or state.phase is Phase.PLANNED:
        return heard
    said = " ".join(text.split())
    low = fold(said)
    tells = len(low.split()) >= _TELLS and _OF_THE_BUSINESS.search(low) and not gibberish(low)
    if not tells or len(said) > _LONG or ASKS.match(low) or _TO_THE_COACH.search(low):
        return heard
    remark = Proposal(field=ProfileField.NOTES, value=(said,), change=Change.ADD, quote=said)
    return heard.model_copy(update={"facts": (remark,)})
