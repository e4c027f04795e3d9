"""What a message comes to: its intent beside its facts, whether it corrects, and which topic it is about."""

from coaching.understanding.corrections.correction import Correction, named_topic, topic_of
from coaching.understanding.findings import Finding, Reading
from coaching.understanding.intents.intent import Judged, agrees_beside, says_dont_know
from coaching.understanding.intents.subject import about
from coaching.understanding.meanings import NONE
from coaching.understanding.talk.asked_about import topic_asked
from coaching.understanding.text.normalise import Text
from coaching.understanding.text.words_or_noise import gibberish
from journey.hearing import QUESTIONS_BACK, Context, Intent
from journey.profile import EmailList, Limits, ProfileField
from journey.topics import Topic

_SINGLE = frozenset(
    {
        ProfileField.LOCATION,
        ProfileField.PRICE,
        ProfileField.SECTOR,
        ProfileField.AUDIENCE,
        ProfileField.PERSONA_AGE,
        ProfileField.BUSINESS_NAME,
        ProfileField.OWNER_NAME,
    }
)


def intent_of(
    judged: Judged | None, correction: Correction, findings: list[Finding], reading: Reading, meant: str = ""
) -> Intent:
    """What the owner does with the message; `meant` is the question that it answers by its meaning."""
    if any(finding.field is ProfileField.LANGUAGE for finding in findings):
        return Intent.INFORM
    replaces = correction.strong and any(_replaces(finding, reading) for finding in findings)
    if judged and judged.intent is not Intent.INFORM and not (replaces and judged.intent in QUESTIONS_BACK):
        return judged.intent
    if not findings:
        return _untold(correction, reading, meant)
    return Intent.CORRECT if _corrects(correction, findings, reading) else Intent.INFORM


def _untold(correction: Correction, reading: Reading, meant: str) -> Intent:
    """What the owner does with a message in which nothing was found."""
    if correction.strong and named_topic(reading.text):
        return Intent.CORRECT
    if reading.asked(Topic.CONFIRM) and not correction.strong and agrees_beside(reading.text):
        return Intent.YES
    if _says_something(reading):
        return Intent.INFORM
    if meant and reading.asked(Topic.CONFIRM):
        return Intent.CORRECT
    return Intent.DONT_KNOW if says_dont_know(reading.text) else Intent.UNCLEAR


def _corrects(correction: Correction, findings: list[Finding], reading: Reading) -> bool:
    if correction.strong:
        return True
    if any(_replaces(finding, reading) for finding in findings):
        return True
    known = any(reading.context.profile.told(f.field) for f in findings)
    return (known and reading.asked(Topic.CONFIRM)) or (correction.weak and (known or reading.asked(Topic.CONFIRM)))


def _replaces(finding: Finding, reading: Reading) -> bool:
    """Whether another value was told before for a field that holds one, and that is not what was asked."""
    profile = reading.context.profile
    if finding.field is ProfileField.CHANNELS_EXCLUDED and isinstance(finding.value, tuple):
        return any(key in profile.many(ProfileField.CHANNELS_CURRENT) for key in finding.value)
    if finding.field is ProfileField.CHANNELS_CURRENT and isinstance(finding.value, tuple):
        return any(key in profile.many(ProfileField.CHANNELS_EXCLUDED) for key in finding.value)
    if finding.field in reading.asked_fields or not profile.told(finding.field):
        return False
    if isinstance(finding.value, Limits):
        return (
            finding.value != profile.limits
            and profile.limits.with_(finding.value) != profile.limits
            and _overlaps(finding.value, profile.limits)
        )
    if isinstance(finding.value, EmailList):
        known = profile.email_list
        return known is not None and (finding.value.has != known.has or finding.value.size not in (None, known.size))
    return finding.field in _SINGLE and profile.facts[finding.field].value != finding.value


def known_so(finding: Finding, reading: Reading) -> bool:
    """Whether a correction says over what is known: the value that it puts right."""
    profile = reading.context.profile
    if not profile.told(finding.field):
        return False
    if isinstance(finding.value, Limits):
        return profile.limits.with_(finding.value) == profile.limits
    known = profile.facts[finding.field].value
    return isinstance(known, str) and isinstance(finding.value, str) and known.lower() == finding.value.lower()


def _overlaps(new: Limits, old: Limits) -> bool:
    return any(value not in (None, ()) and getattr(old, name) not in (None, ()) for name, value in new)


def _says_something(reading: Reading) -> bool:
    """Words about a plan are worth passing on even though they are no facts."""
    words = len(reading.text.words)
    return reading.asked(Topic.PLAN_FEEDBACK) and words >= 2 and not gibberish(reading.text.low)


def about_of(
    judged: Judged | None, intent: Intent, findings: list[Finding], text: Text, context: Context, meant: str = ""
) -> Topic | None:
    """The topic that the intent is about; `meant` is the question that the message answers by its meaning."""
    if intent is Intent.CORRECT:
        named = named_topic(text) or (topic_asked(meant) if meant not in ("", NONE) else context.asking)
        return topic_of(findings, context.profile, named)
    return about(intent, context, judged.question if judged else "")
