"""Whether customers are met in person, online, or both, and whether the business comes to them."""

import re

from coaching.understanding.findings import Finding, Reading
from coaching.understanding.text.normalise import Span
from coaching.understanding.wordlists import load
from journey.profile import ProfileField
from journey.topics import Topic

_WORDS = load("visiting")
_WHO = "(?:" + "|".join(_WORDS["who"].split()) + ")"
#: The business comes to its customers; and what tells that it has a place of its own beside that.
_VISITING = re.compile("|".join(_WORDS["told"]).replace("WHO", _WHO))
_BESIDE = re.compile(_WORDS["beside"])
_SURE = (
    (
        "both",
        re.compile(
            r"\b(?:zowel online als|online en (?:offline|in de winkel|in het echt|fysiek)|(?:in de winkel|"
            r"offline|fysiek) en (?:ook )?online|both online and|online and (?:offline|in person|in the shop)|"
            r"in the shop and online|in person and online)\b"
        ),
    ),
    (
        "online",
        re.compile(
            r"\b(?:(?:alleen|enkel|only|uitsluitend|volledig|purely|100%|puur|just|all|alles) online|(?:alleen|"
            r"enkel) via (?:de |mijn |onze )?(?:webshop|website|internet)|geen (?:fysieke )?winkel|no physical "
            r"(?:shop|store)|don't have a (?:physical )?(?:shop|store)|online only)\b"
        ),
    ),
    (
        "offline",
        re.compile(
            r"\b(?:(?:alleen|enkel|only|uitsluitend) (?:offline|in de winkel|aan huis|in person|fysiek|ter "
            r"plaatse)|niet online|niks online|nothing online|not online|in person only)\b"
        ),
    ),
)
_ANSWER = (
    ("both", re.compile(r"\b(?:allebei|beide|beiden|both|alle ?twee|half|mix|fifty|een beetje van)\b")),
    ("online", re.compile(r"\b(?:online|webshop|internet|website|zoom|digitaal)\b")),
    (
        "offline",
        re.compile(
            r"\b(?:offline|winkel|zaak|fysiek|ter plaatse|aan huis|bij de klant|in person|shop|salon|praktijk|"
            r"toog|langs|markt|op locatie|in het echt|bij hen thuis|thuis|werf|bij klanten|bij mensen|at home|"
            r"(?:come|comes|komen|komt) (?:gewoon )?(?:to|naar|bij|tot|langs|binnen)|ik ga naar (?:hen|de "
            r"klant)|i go to them|face to face|on site|echte leven|atelier|store)\b"
        ),
    ),
)


def find_on_offline(reading: Reading) -> list[Finding]:
    """Where customers are met, if told."""
    asked = reading.asked(Topic.ON_OFFLINE)
    if not asked and reading.asked(Topic.PERSONA_PAIN, Topic.PERSONA_INFO, Topic.PERSONA_NEED, Topic.USP):
        return []
    low = reading.text.low
    hits = [_finding(key, m) for key, pattern in _SURE if (m := pattern.search(low))] or _visiting(reading)
    if hits or not asked:
        return hits[:1]
    found = [(key, m) for key, pattern in _ANSWER if (m := pattern.search(low))]
    keys = {key for key, _ in found}
    if {"online", "offline"} <= keys:
        return [Finding(ProfileField.ON_OFFLINE, "both", reading.text.trim(reading.text.whole))]
    return [_finding(*found[0])] if found else []


def visits_customers(low: str) -> bool:
    """Whether folded words say that the business comes to its customers, and of no place of its own beside that."""
    return _VISITING.search(low) is not None and _BESIDE.search(low) is None


def _visiting(reading: Reading) -> list[Finding]:
    match = _VISITING.search(reading.text.low)
    if match is None or not visits_customers(reading.text.low_of(reading.text.clause_at(match.start()))):
        return []
    return [_finding("visiting", match)]


def _finding(key: str, match: re.Match[str]) -> Finding:
    return Finding(ProfileField.ON_OFFLINE, key, Span(match.start(), match.end()))
