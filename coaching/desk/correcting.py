"""A fact as a coach writes it: read as the owner's own words would be, with no more freedom."""

from coaching.ports import Understands
from journey.errors import CoachError
from journey.hearing import Context
from journey.keys import Language
from journey.profile import FREE_TEXT, Fact, Profile, ProfileField, accept
from journey.topics import FIELDS, QUESTIONS, Topic

#: What a coach may put into words as they like; the others have a form that programs read.
_WORDS = frozenset(
    {
        *FREE_TEXT,
        *(ProfileField.OWNER_NAME, ProfileField.BUSINESS_NAME, ProfileField.LOCATION, ProfileField.PRICE),
        ProfileField.CUSTOMER_WORD,
    }
)


def corrected(
    profile: Profile, field: ProfileField, text: str, language: Language, understanding: Understands, number: int
) -> Fact | None:
    """The fact that `text` gives `field`; None where it says nothing. CoachError "desk.unread" where it can't be read
    as one. `number` is the message it stands beside."""
    if not text:
        return None
    if field in _WORDS:
        return Fact(value=text, evidence=number)
    if field is ProfileField.NOTES:
        return Fact(value=(text,), evidence=number)
    before = profile.without(field)
    heard = understanding.hear(text, _asking(field, before, language))
    found = accept(before, tuple(proposal for proposal in heard.facts if proposal.field is field), number)
    if field not in found:
        raise CoachError("desk.unread", text=text)
    return found.facts[field].model_copy(update={"quote": ""})


def _asking(field: ProfileField, profile: Profile, language: Language) -> Context:
    """As if the question that this field answers had just been asked."""
    topic = next((topic for topic, fields in FIELDS.items() if field in fields), Topic.BUSINESS)
    question = next((key for key, question in QUESTIONS.items() if question.topic is topic), "business")
    return Context(language=language, asking=topic, question=question, profile=profile)
