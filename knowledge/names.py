"""Questions that name a model or a stage outright: "wat doe ik in de see-fase", "the interest step of AIDA", "wat mail
ik in de koopfase"."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from journey.models import MODELS, JourneyModel
from knowledge.snapshot import Matrix

_STAGE = 2.0  # in z-scores: enough to lift the stage above all that only resembles it
_MODEL = 0.7  # the model's own stages before those of other models
_STEP = r"(?:fase|stap|phase|stage|step)"
_JOINT = r"[\s-]+(?:and\s+|en\s+|&\s+)?"
_BETWEEN = r"\W+(?:(?:en|and|of|or|vs|versus|tegenover|dan|than|from|van|to|naar|na|after|the|de|het)\W+){1,2}"
#: "The third step", "stap 3": what a step is called by its place, and the last.
_PLACES = (
    "eerste|1(?:st)?e|first|1st",
    "tweede|2d?e|second|2nd",
    "derde|3d?e|third|3rd",
    "vierde|4d?e|fourth|4th",
    "vijfde|5d?e|fifth|5th",
    "zesde|6d?e|sixth|6th",
    "zevende|7d?e|seventh|7th",
)
_LAST = "laatste|last|final"
_NOT_MINE = r"(?<!\bals\s)(?<!\bmijn\s)(?<!\bas my\s)(?<!\bmy\s)"  # "mijn eerste stap met Wux" is how to begin
_LETTER = r"(?:de|the|letter)\s+[\"'“‘]?{}[\"'”’]?(?=\s+(?:van|in|uit|bij|of|from)\s)"
_AFTER = r"(?:na|after)\W+(?:(?:de|het|the)\W+)?"
_COMES = r"komt|volgt|comes|follows|next"
_CALLED: dict[str, str] = {
    "keenr7": r"keenr\w*|vanselfie",
    "dazzle5": r"dazzle",
    "wux5": r"wux",
    "aida": r"aida",
    "stdc": r"stdc|see[\s,-]+think[\s,-]+do(?:[\s,-]+(?:and\s+|en\s+)?care)?",
    "email4": r"e-?mail-?model\w*",
}
#: What a stage is called besides its key.
_IN_DUTCH: dict[str, str] = {
    "awareness": "bewustwordings?",
    "consideration": "overwegings?",
    "purchase": "(?:aan)?koop|aankoops",
    "post-purchase": "nakoop",
    "use": "gebruiks?",
    "loyalty": "loyaliteits?",
}


def named(question: str, labels: Sequence[str]) -> Matrix:
    """For each label what it gains because `question` names its model or its stage, and loses because the question asks
    beyond its stage; zeros where nothing is named."""
    models = {key for key, names in _CALLED.items() if _has(names, question)}
    passed = _passed(question)
    stages = (_stages(question, models) - set(passed)) | set(passed.values())
    stages = {label for label in stages if label.partition("/")[0] in models} or stages  # all, where no model is named
    gains = [
        _STAGE * ((label in stages) - (label in passed)) + _MODEL * (label.partition("/")[0] in models)
        for label in labels
    ]
    return np.array(gains, dtype=np.float32)


def _stages(question: str, models: set[str]) -> set[str]:
    """The stages named beside a word for stage, or beside their model; "see think do care" names none of its stages."""
    question = re.sub(_CALLED["stdc"], "stdc", question, flags=re.IGNORECASE)
    found = {
        f"{model.key}/{stage.key}"
        for model in MODELS.values()
        for stage in model.stages
        if _names_stage(question, stage.key, with_model=model.key in models)
    }
    found |= {label for model in MODELS.values() for label in _paired(question, model)}
    found |= {label for key in models for label in _counted(question, MODELS[key])}
    return {label for label in found if not any(_is_part(label, other) for other in found)}


def _paired(question: str, model: JourneyModel) -> set[str]:
    """Two stages of a model named in one breath: "see en think", "interest versus desire"."""
    names = [stage.key for stage in model.stages]
    pairs = ((one, other) for one in names for other in names if one != other)
    return {
        f"{model.key}/{name}"
        for one, other in pairs
        if _has(f"{_called(one)}(?:[\\s-]*{_STEP})?{_BETWEEN}{_called(other)}", question)
        for name in (one, other)
    }


def _counted(question: str, model: JourneyModel) -> set[str]:
    """The stages of a model that is named which are called by their place or by their letter: "de derde stap van AIDA",
    "step 2", "the D of AIDA"."""
    initials = [stage.key[0] for stage in model.stages]
    called = [rf"{_NOT_MINE}(?:{words})\s+{_STEP}|{_STEP}\s+{place}" for place, words in enumerate(_PLACES, 1)]
    called[len(initials) - 1] += rf"|{_NOT_MINE}(?:{_LAST})\s+{_STEP}"
    return {
        f"{model.key}/{stage.key}"
        for stage, place, initial in zip(model.stages, called, initials, strict=False)
        if _has(place, question) or (initials.count(initial) == 1 and _has(_LETTER.format(initial), question))
    }


def _passed(question: str) -> dict[str, str]:
    """The stages that are asked beyond ("what comes after think"), each with the one that comes next."""
    return {
        f"{model.key}/{one.key}": f"{model.key}/{following.key}"
        for model in MODELS.values()
        for one, following in pairwise(model.stages)
        if _asks_beyond(question, one.key) and not _another_named(question, one.key)
    }


def _asks_beyond(question: str, name: str) -> bool:
    beyond = _AFTER + _called(name)
    return _has(rf"{beyond}[\s-]*{_STEP}", question) or (_has(_COMES, question) and _has(beyond, question))


def _another_named(question: str, name: str) -> bool:
    others = {stage.key for model in MODELS.values() for stage in model.stages} - {name, *name.split("-")}
    return any(_has(_called(other), question) for other in others if not _is_common(other))


def _is_part(label: str, other: str) -> bool:
    """Whether a stage's name is only part of the other's: "loyalty" in "service and loyalty"."""
    name, longer = label.partition("/")[2], other.partition("/")[2]
    return name != longer and name in longer.split("-")


def _names_stage(question: str, stage: str, *, with_model: bool) -> bool:
    name = _called(stage)
    beside = rf"{name}[\s-]*{_STEP}|{_STEP}\s+[\"'“‘]?{name}"
    return _has(beside, question) or (with_model and not _is_common(stage) and _has(name, question))


def _called(stage: str) -> str:
    """The pattern of all that a stage is called."""
    names = (stage.replace("-", _JOINT), _IN_DUTCH.get(stage, ""))
    return f"(?:{'|'.join(filter(None, names))})"


def _is_common(name: str) -> bool:
    """Words that mean a stage only beside the word "stage": in "see think do care" they name the model."""
    return name in ("see", "think", "do", "care", "use", "search")


def _has(pattern: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) is not None
