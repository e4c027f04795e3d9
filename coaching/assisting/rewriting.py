"""One stage of a plan rewritten by a language model: what is asked, what may stand, and what is wrong with the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from coaching.assisting.asking import LANGUAGE_NAMES, asked, spoken_to
from coaching.assisting.bearing import share
from coaching.assisting.material import Material
from coaching.assisting.wording import voice_of, wording_faults
from coaching.thinking import Errand, LanguageModel, Prompt
from journey.keys import Address
from journey.plan import Email, Idea, Plan, StagePlan
from journey.rewording import TextPart, Texts, texts_of

#: Ideas of a stage at most, how long one may be, and how much of it must be said with words of what it cites.
_IDEAS, _LONGEST_IDEA, _BORNE_OUT = 2, 240, 0.4


class SuggestionWords(BaseModel):
    """A suggestion in other words."""

    play: str
    text: str = ""
    why: str = ""


class EmailWords(BaseModel):
    """An e-mail in other words."""

    subject: str = ""
    body: str = ""


class IdeaWords(BaseModel):
    """An idea, with the key of the play or passage it comes from."""

    text: str
    cites: str


class StageWords(BaseModel):
    """A stage in other words; what is empty stays as it is."""

    message: str = ""
    suggestions: list[SuggestionWords] = []
    email: EmailWords | None = None
    ideas: list[IdeaWords] = []


@dataclass(frozen=True)
class Version:
    """A stage as a model wrote it: the texts and ideas that may stand, and what is wrong with the others."""

    texts: Texts = field(default_factory=dict)
    ideas: tuple[Idea, ...] = ()
    faults: tuple[str, ...] = ()

    def repaired(self, again: "Version | None") -> "Version":
        """This version with what could stand the second time."""
        return Version({**self.texts, **again.texts}, again.ideas or self.ideas) if again else self


class StageRewriting:
    """Rewrites one stage. What answers the worry the owner told stays word for word."""

    def __init__(self, model: LanguageModel, plan: Plan, stage: StagePlan, material: Material) -> None:
        self._model = model
        self._plan = plan
        self._material = material
        self.stage = stage.stage
        self._email = stage.email
        self._open = {key: text for key, text in texts_of(stage).items() if not _answers_worry(key, plan, stage)}
        self._known = "\n".join((material.business, *self._open.values(), *material.texts.values()))

    def written(self, faults: tuple[str, ...] = ()) -> Version:
        """The stage anew, without `faults` of the time before; empty where nothing came in time."""
        prompt = self._prompt(faults)
        words = self._model.proposed(prompt, StageWords)
        return self._judged(words, prompt.system) if words else Version()

    def _prompt(self, faults: tuple[str, ...]) -> Prompt:
        address = Address(self._plan.address)
        return asked(
            Errand.PLAN,
            {
                "business": self._material.business,
                "stage": "\n\n".join(f"{of} {part}:\n{text}" for (of, part), text in self._open.items()),
                "library": "\n\n".join(f"{key}:\n{text}" for key, text in self._material.texts.items()),
                **({"faults": "\n".join(faults)} if faults else {}),
            },
            language=LANGUAGE_NAMES[self._plan.language],
            address=spoken_to(self._plan.language, address),
            faults=bool(faults),
        )

    def _judged(self, words: StageWords, system: str) -> Version:
        proposed = {key: text for key, text in _texts(words, self.stage, self._email) if self._is_new(key, text)}
        wrong = {
            key: wording_faults(text, self._open[key], self._known, voice_of(self._plan, key[1]), system)
            for key, text in proposed.items()
        }
        faults = tuple(f"{key[0]} {key[1]}: {'; '.join(found)}" for key, found in wrong.items() if found)
        texts = {key: text for key, text in proposed.items() if not wrong[key]}
        return Version(texts, tuple(self._ideas(words, system)), faults)

    def _is_new(self, key: tuple[str, TextPart], text: str) -> bool:
        return key in self._open and bool(text) and text != self._open[key]

    def _ideas(self, words: StageWords, system: str) -> Iterator[Idea]:
        """Ideas that name where they come from and hold nothing that isn't there or told."""
        for idea in words.ideas[:_IDEAS]:
            text, source = " ".join(idea.text.split()), self._material.source_of(idea.cites)
            if not source or not 0 < len(text) <= _LONGEST_IDEA:
                continue
            cited = self._material.texts[idea.cites]
            known, voice = f"{cited}\n{self._material.business}", voice_of(self._plan, TextPart.WHY)
            if not wording_faults(text, "", known, voice, system) and share(text, cited) >= _BORNE_OUT:
                yield Idea(text=text, source=source)


def _texts(words: StageWords, stage: str, email: Email | None) -> Iterator[tuple[tuple[str, TextPart], str]]:
    yield (stage, TextPart.MESSAGE), words.message.strip()
    for suggestion in words.suggestions:
        yield (suggestion.play, TextPart.TEXT), suggestion.text.strip()
        yield (suggestion.play, TextPart.WHY), suggestion.why.strip()
    if email and words.email:
        yield (email.play, TextPart.SUBJECT), words.email.subject.strip()
        yield (email.play, TextPart.BODY), words.email.body.strip()


def _answers_worry(key: tuple[str, TextPart], plan: Plan, stage: StagePlan) -> bool:
    answered = plan.worry_answered
    if answered is None:
        return False
    return key[0] in answered.plays or (key[1] is TextPart.MESSAGE and stage.title == answered.stage)
