"""What was heard, read back: in short, and by its name where it landed elsewhere than it was asked or was put right."""

import textwrap

from coaching.showing import shown, shown_channels, shown_limits
from journey import moves as m
from journey.profile import FREE_TEXT, LIST_FIELDS, Fact, Limits, Profile, ProfileField
from journey.trades import Sector
from prompts.words import Words

#: What is read back after each answer.
_REPEATED = {
    ProfileField.OWNER_NAME,
    ProfileField.BUSINESS_NAME,
    ProfileField.SECTOR,
    ProfileField.LOCATION,
    ProfileField.OFFER,
    ProfileField.PRICE,
    ProfileField.AUDIENCE,
    ProfileField.PERSONA_AGE,
    ProfileField.ON_OFFLINE,
    ProfileField.EMAIL_LIST,
    ProfileField.FORM_OF_ADDRESS,
    ProfileField.CUSTOMER_WORD,
    ProfileField.MODEL,
    ProfileField.GOAL,
}
#: What is read back in words that say by themselves what they are about: "niet: Facebook", "klanten met u".
_SAYS_WHAT_IT_IS = {
    ProfileField.CONSTRAINTS,
    ProfileField.CHANNELS_EXCLUDED,
    ProfileField.FORMS_EXCLUDED,
    ProfileField.LANGUAGE,
    ProfileField.PERSONA_AGE,
    ProfileField.EMAIL_LIST,
    ProfileField.FORM_OF_ADDRESS,
}
#: Fields in the owner's own words, read back only where they are short.
_OWN_WORDS = {ProfileField.GOAL, ProfileField.OFFER, ProfileField.PRICE}
#: Letters read back of them, and of what was put right: only in full does the owner see that it is right now.
_LONGEST_ECHO, _LONGEST_CHANGE = 60, 300


class Noting:
    """Reads back facts of one profile."""

    def __init__(self, profile: Profile, sector: Sector | None, words: Words) -> None:
        self._profile, self._sector, self._words = profile, sector, words

    def text(self, move: m.Note) -> str:
        """What is said of the facts that a message told."""
        noted = {field: text for field in move.fields if (text := self._noted(field, move))}
        if not noted:
            return self._words.say("note.plain")
        named = noted if move.corrected else set(move.named)
        facts = "; ".join(
            self._under_its_name(field, text) if field in named else text for field, text in noted.items()
        )
        if move.corrected:
            return self._words.say("note.corrected", facts=f"{facts[:1].upper()}{facts[1:]}")
        return self._words.say("note.facts", facts=facts)

    def _noted(self, field: ProfileField, move: m.Note) -> str:
        """What is repeated to the owner: facts in short. Of the owner's own long sentences no more than the beginning
        is read back, and that where the owner reads over all that is known."""
        if field is ProfileField.CONSTRAINTS and move.limits is not None:
            return shown_limits(move.limits, self._words)
        if field is ProfileField.PERSONA_AGE and ProfileField.PERSONA_SITUATION in move.fields:
            return ""
        fact = self._profile.facts[field]
        if field is ProfileField.LANGUAGE:
            return self._words.say("value.plan_in", language=shown(field, fact, self._words))
        if field is ProfileField.PERSONA_AGE:
            return f"{self._words.say('field.persona_age')}: {shown(field, fact, self._words, self._sector)}"
        if (move.corrected or field in move.named) and field in (*FREE_TEXT, *_OWN_WORDS):
            longest = _LONGEST_CHANGE if move.corrected else _LONGEST_ECHO
            return textwrap.shorten(shown(field, fact, self._words), longest, placeholder=" (…)")
        text = self._repeated(field, fact)
        return "" if field in _OWN_WORDS and len(text) > _LONGEST_ECHO else text

    def _under_its_name(self, field: ProfileField, text: str) -> str:
        """What was put right, with what it is: the owner can see at once that it landed where it should."""
        return text if field in _SAYS_WHAT_IT_IS else f"{self._words.say(f'field.{field}')}: {text}"

    def _repeated(self, field: ProfileField, fact: Fact) -> str:
        if field is ProfileField.CHANNELS_EXCLUDED and isinstance(fact.value, tuple):
            return self._words.say("value.not_on", channels=shown_channels(fact.value, self._words))
        if field is ProfileField.FORMS_EXCLUDED:
            return self._words.say("value.not_on", channels=shown(field, fact, self._words))
        short = field in _REPEATED or field in LIST_FIELDS or isinstance(fact.value, Limits)
        return shown(field, fact, self._words, self._sector) if short else ""
