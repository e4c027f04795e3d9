"""What can be measured of a plan: sentences it shares with others, told facts it uses, forms it repeats."""

import re
from collections import Counter

from journey.plan import Plan
from journey.profile import FREE_TEXT, GoalFact, Limits, Profile, ProfileField
from journey.sentences import fingerprints

#: Fields told in the owner's own words, and names: each should be found back in the plan.
TOLD_IN_WORDS = (
    ProfileField.BUSINESS_NAME,
    ProfileField.OWNER_NAME,
    ProfileField.LOCATION,
    ProfileField.PRICE,
    ProfileField.GOAL,
    ProfileField.PERSONA_AGE,
    ProfileField.CUSTOMER_WORD,
    *FREE_TEXT,
)
#: Content words of a fact that must occur in the plan for the fact to count as used.
ENOUGH = 0.6
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LABEL = re.compile(r"^(?:> ?)?(?:[-*] |\d+\\?\. )?(?:\[ \] )?(?:\*\*[^*]+\*\*:?\s*)?")
_COMMON = frozenset(
    "niet geen voor naar maar deze dit dat alles altijd eigenlijk zelf ook meer mijn zijn hebben they them their "
    "with from that this than have more what when always really".split()
)


#: Lines that cite or say where and how long, and the list of sources at the end.
_CITING = re.compile(r"^(?:- \*\*(?:Waar|Where|Bron|Source):\*\*|\*.* · .*\*$)")
_SOURCES = re.compile(r"^## (?:Bronnen|Sources)$.*", re.MULTILINE | re.DOTALL)


def sentences_of(markdown: str) -> set[str]:
    """The sentences of an exported plan; headings, the diagram, citations and "Instagram, 15 minutes" aside."""
    lines = _SOURCES.sub("", _FENCE.sub("", markdown)).splitlines()
    kept = [line for line in lines if not line.startswith("#") and not _CITING.match(line)]
    return {p for line in kept for p in fingerprints(_LABEL.sub("", line))}


def shared(one: set[str], other: set[str]) -> float:
    """The share of the sentences of `one` that stand in `other` too."""
    return len(one & other) / (len(one) or 1)


def facts_used(profile: Profile, markdown: str) -> dict[str, bool]:
    """Per told fact whether the plan uses it: its main words, or each of its days, occur."""
    text = " ".join(markdown.lower().split())
    told = {f.value: profile.text(f) for f in TOLD_IN_WORDS if profile.told(f) and profile.text(f)}
    used = {name: _occurs(words, text) for name, words in told.items()}
    fact = profile.facts.get(ProfileField.CONSTRAINTS)
    if fact and isinstance(fact.value, Limits):
        limits = fact.value
        for kind in ("closed_days", "quiet_days", "busy_days"):
            if days := getattr(limits, kind):
                used[kind] = all(day.lower() in text for day in days)
    goal = profile.goal
    if isinstance(goal, GoalFact) and goal.current and goal.target:
        used["goal_numbers"] = f"{goal.current:g}" in text and f"{goal.target:g}" in text
    return used


def _occurs(told: str, text: str) -> bool:
    words = re.findall(r"[^\W_]+", told.lower())
    content = [w for w in words if len(w) > 3 and w not in _COMMON] or words
    return sum(w[: max(4, len(w) - 2)] in text for w in content) / len(content) >= ENOUGH


def repeated_forms(plan: Plan) -> float:
    """The share of suggestions whose form another suggestion of the same stage or the stage before has too."""
    repeats = total = 0
    before: Counter[str] = Counter()
    for stage in plan.stages:
        here = Counter(str(s.form) for s in stage.suggestions)
        repeats += sum(n if before[form] else n - 1 for form, n in here.items())
        total += sum(here.values())
        before = here
    return repeats / (total or 1)


def words_in(markdown: str) -> int:
    """The length of an exported plan in words."""
    return len(markdown.split())


def gaps_in(plan: Plan) -> int:
    """The most gaps in square brackets that one text leaves to the owner."""
    texts = [s.text for s in plan.suggestions] + [st.email.body for st in plan.stages if st.email]
    return max((text.count("[") for text in texts), default=0)
