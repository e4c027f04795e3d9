"""A piece of the knowledge, as it is found and quoted."""

from pydantic import BaseModel, ConfigDict

from journey.keys import Language

#: The origin of a passage from an article of an agency's own.
OWN = "own"


class Passage(BaseModel):
    """A self-contained section of an article. `label` is `model/stage` or `general/topic`; `source` a key of SOURCES
    or "coach", with the origin `OWN` whatever stands below an answer; `id` is stable while the text is."""

    model_config = ConfigDict(frozen=True)

    id: str
    label: str
    lang: Language
    title: str
    source: str
    origin: str
    text: str


class Found(BaseModel):
    """A passage with its score for a question: higher is better, comparable within one search only. `nearness` is
    the plain cosine of the question and the nearest passage or stored question of this label."""

    model_config = ConfigDict(frozen=True)

    passage: Passage
    score: float
    nearness: float
