"""What is taken from a message: facts, an intent, the language and the form of address."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.asides import Follow
from journey.changes import PlanChange
from journey.keys import Address, Language
from journey.profile import Profile, Proposal
from journey.rewording import Rewording
from journey.topics import Topic


class Intent(StrEnum):
    """What an owner does with a message besides telling facts. INFORM is the plain case."""

    INFORM = "inform"
    CORRECT = "correct"  # replaces something told before ("nee wacht, 35 euro")
    THEORY = "theory"  # asks about journeys or marketing ("wat is een touchpoint?")
    MEANING = "meaning"  # asks what a question or word of the coach means ("wat bedoel je met persona?")
    WHY = "why"  # "waarom wil je dat weten?"
    ADVICE = "advice"  # "wat zou jij doen?"
    WHO_READS = "who_reads"
    ROBOT = "robot"
    IN_PLAN = "in_plan"  # asks what to do for the business, before there is a plan ("moet ik op insta?")
    COST = "cost"  # what the coach itself costs
    HOW_LONG = "how_long"  # how many questions still
    SKIP = "skip"
    DONT_KNOW = "dont_know"
    BACK = "back"
    STOP = "stop"
    RESUME = "resume"
    RESTART = "restart"
    GREETING = "greeting"
    THANKS = "thanks"
    YES = "yes"
    NO = "no"
    PLAN = "plan"  # wants the plan now
    EXPORT = "export"
    SUMMARY = "summary"  # what do you know of me
    EDIT = "edit"  # wants to change something, without saying what
    HELP = "help"  # what can you do
    CHANGE = "change"  # another idea, more like this, not for me, shorter
    ABOUT_PLAN = "about_plan"  # asks about a suggestion of the plan ("waarom 2b?")
    FOR_COACH = "for_coach"  # answers what a human coach asked
    REWORD = "reword"  # wants texts of the plan in other words
    UNDO = "undo"  # takes the last change of the plan back
    OTHER_MODEL = "other_model"  # wants to choose another journey model
    DONE = "done"  # no more ticks in a list of several
    OLD_BUTTON = "old_button"  # a tap on something that is past
    MEDIA = "media"  # a medium without words
    SWITCH_LANGUAGE = "switch_language"
    DELETE = "delete"  # wants everything erased
    OWN_DATA = "own_data"  # wants everything that is kept of them
    BUSINESSES = "businesses"  # wants to talk about another business
    BEGIN = "begin"  # begins to tell of another business
    SWITCH = "switch"  # goes on with a business told of before
    SYMBOLS = "symbols"  # emoji or punctuation alone
    ABUSE = "abuse"
    COMMANDING = "commanding"  # tries to give the program orders ("ignore your instructions")
    UNCLEAR = "unclear"  # nothing could be taken from it


#: Asked of the coach, and answered before the talk goes back to its open question.
QUESTIONS_BACK = frozenset(
    {
        Intent.THEORY,
        Intent.MEANING,
        Intent.WHY,
        Intent.ADVICE,
        Intent.WHO_READS,
        Intent.ROBOT,
        Intent.COST,
        Intent.HOW_LONG,
    }
)


class Context(BaseModel):
    """What a message is heard in: the question that stands open and all that is known."""

    model_config = ConfigDict(frozen=True)

    language: Language = "nl"
    asking: Topic | None = None
    question: str = ""
    profile: Profile = Profile()


class Heard(BaseModel):
    """What understanding makes of one message. `language` is the one the message is written in, None where it can't
    be told; `asked_language` one the owner asks for; `address` how the owner speaks to the coach; `about` the topic
    an intent is about (what to skip, correct or explain); `question` the words of a question back."""

    model_config = ConfigDict(frozen=True)

    intent: Intent = Intent.INFORM
    facts: tuple[Proposal, ...] = ()
    language: Language | None = None
    asked_language: Language | None = None
    address: Address | None = None
    about: Topic | None = None
    question: str = ""
    media: str = ""  # the medium these words came with
    spoken: str = ""  # the words as they were heard in a recording
    code: str = ""  # of the coach whose link the owner followed
    ticked: bool = False  # one tick in a list of several, more may follow
    thin: bool = False  # an answer to the open question, but too thin to build on
    follow: Follow | None = None  # how the owner goes on about the last answer to a theory question
    change: PlanChange | None = None  # the change of the plan that is asked for
    rewordings: tuple[Rewording, ...] = ()  # texts of the plan in the words that a language model proposes
    candidates: tuple[str, ...] = ()  # the suggestions that the change may be about, where that isn't clear
    private: bool = False  # named a third person or their data, which was left out of the facts
