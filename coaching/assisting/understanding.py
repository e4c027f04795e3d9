"""Understanding with a language model beside the rules: it proposes, and what its evidence doesn't show is dropped."""

from pydantic import BaseModel

from coaching.assisting.asking import LANGUAGE_NAMES, asked
from coaching.assisting.bearing import content_words
from coaching.assisting.evidence import span_of
from coaching.assisting.merging import merged
from coaching.assisting.screening import Screen
from coaching.assisting.surroundings import says_otherwise
from coaching.assisting.values import ON_OFFLINE, WORDED, Evidence, Values
from coaching.ports import Library, Understands
from coaching.showing import shown
from coaching.thinking import Errand, LanguageModel, Prompt
from coaching.understanding.intents.questions import ASKS
from coaching.understanding.text.normalise import Text
from journey.channels import CHANNELS
from journey.hearing import Context, Heard, Intent
from journey.keys import Audience, Goal
from journey.profile import Profile, Proposal
from prompts.words import Words

#: What the rules make of a message that may hold more than they took from it.
_OPEN = frozenset({Intent.INFORM, Intent.CORRECT, Intent.UNCLEAR})
#: What a model may say an owner wants, where the rules could make nothing of it: each leaves the talk where it is.
INTENTS = (
    *(Intent.INFORM, Intent.THEORY, Intent.MEANING, Intent.WHY, Intent.ADVICE, Intent.DONT_KNOW, Intent.WHO_READS),
    *(Intent.ROBOT, Intent.COST, Intent.HOW_LONG, Intent.HELP, Intent.SUMMARY, Intent.GREETING, Intent.THANKS),
)
#: Facts of one message at most.
_MOST = 20


class ProposedFact(BaseModel):
    """One fact a message states, with the words that state it."""

    field: str
    value: str
    evidence: str


class ProposedReading(BaseModel):
    """What a message says."""

    facts: list[ProposedFact] = []
    intent: str = Intent.INFORM.value
    intent_evidence: str = ""


class AssistedUnderstanding:
    """Hears by the rules, and lets a language model fill in what they missed."""

    def __init__(self, rules: Understands, model: LanguageModel, library: Library) -> None:
        self._rules = rules
        self._model = model
        self._library = library
        self._values = Values(library)

    def hear(self, text: str, context: Context) -> Heard:
        """What `text` says in `context`; what the rules took stands."""
        heard = self._rules.hear(text, context)
        if heard.intent not in _OPEN or not self._model.does(Errand.UNDERSTANDING):
            return heard
        screen = Screen.of(text, context)
        proposed = self._model.proposed(self._prompt(screen), ProposedReading)
        return self._filled_in(heard, proposed, screen) if proposed else heard

    def _filled_in(self, heard: Heard, proposed: ProposedReading, screen: Screen) -> Heard:
        facts = self._facts(proposed, screen.text, screen.context)
        return _meant(merged(heard, facts, screen), proposed, screen.text)

    def _prompt(self, screen: Screen) -> Prompt:
        context = screen.context
        return asked(
            Errand.UNDERSTANDING,
            {"message": screen.outgoing(), "known": _known(context.profile, Words(context.language))},
            asking=context.asking.value if context.asking else "nothing",
            language=LANGUAGE_NAMES[context.language],
            worded="`, `".join(WORDED),
            sectors=", ".join(key for key in self._library.sectors() if key != "general"),
            audiences=", ".join(Audience),
            goals=", ".join(Goal),
            on_offline=", ".join(ON_OFFLINE),
            channels=", ".join(CHANNELS),
            intents=", ".join(INTENTS),
        )

    def _facts(self, proposed: ProposedReading, told: Text, context: Context) -> list[Proposal]:
        found = (self._fact(fact, told, context) for fact in proposed.facts[:_MOST])
        return [proposal for proposal in found if proposal]

    def _fact(self, fact: ProposedFact, told: Text, context: Context) -> Proposal | None:
        span = span_of(fact.evidence, told)
        if span is None or says_otherwise(told, span, fact.field):
            return None
        evidence = Evidence(told, span, context.language)
        judged = self._values.value(fact.field, fact.value, evidence)
        return Proposal(field=judged[0], value=judged[1], quote=evidence.words) if judged else None


def _meant(heard: Heard, proposed: ProposedReading, told: Text) -> Heard:
    """`heard` with the intent a model proposes, where nothing or next to nothing was made of the message."""
    span = span_of(proposed.intent_evidence, told)
    empty = heard.thin and (proposed.intent == Intent.DONT_KNOW or not _answers(told))
    silent = empty or (heard.intent is Intent.UNCLEAR and not heard.facts)
    if not silent or span is None or proposed.intent not in INTENTS:
        return heard
    question = told.quote(span) if proposed.intent == Intent.THEORY else ""
    meant = {"intent": Intent(proposed.intent), "question": question}
    return heard.model_copy(update={**meant, "facts": (), "thin": False} if proposed.intent != Intent.INFORM else {})


def _answers(told: Text) -> bool:
    """Whether a short message says something rather than asks: such an answer gives way to no question."""
    says = bool(content_words(told.clean)) or any(char.isdigit() for char in told.low)
    return says and "?" not in told.low and ASKS.match(told.low) is None


def _known(profile: Profile, words: Words) -> str:
    return "\n".join(f"{field}: {shown(field, fact, words)}" for field, fact in profile.facts.items())
