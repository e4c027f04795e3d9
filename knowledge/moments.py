"""Reading what owners ask about a moment of their customers, of no model in particular: one file a language."""

from pathlib import Path

from journey.keys import Language
from journey.models import MODELS
from journey.moments import Moment
from knowledge.files import LIBRARY, moments_file
from knowledge.wordings import load_wordings

#: The moments that each stage of each model covers, by the label of the stage.
MOMENTS_OF: dict[str, frozenset[Moment]] = {
    f"{model.key}/{stage.key}": frozenset(stage.moments) for model in MODELS.values() for stage in model.stages
}


def moments_of(language: Language, library: Path = LIBRARY) -> dict[Moment, tuple[str, ...]]:
    """The questions about each moment; none where the library keeps none in this language. BrokenRecordError names the
    file and what is wrong with it."""
    file = moments_file(language, library)
    return load_moments(file) if file.is_file() else {}


def load_moments(file: Path) -> dict[Moment, tuple[str, ...]]:
    """The questions in one file."""
    told = load_wordings(file, [moment.value for moment in Moment])
    return {Moment(moment): questions for moment, questions in told.items()}
