"""The six journey models of the five sources, as stages made of moments."""

from pydantic import BaseModel, ConfigDict

from journey.moments import Moment


class Stage(BaseModel):
    """A step of a journey model; `key` is unique within its model."""

    model_config = ConfigDict(frozen=True)

    key: str
    moments: tuple[Moment, ...]


class JourneyModel(BaseModel):
    """A way of cutting a customer's journey into stages. `source` is a key of `journey.sources.SOURCES`."""

    model_config = ConfigDict(frozen=True)

    key: str
    source: str
    stages: tuple[Stage, ...]

    def stage(self, key: str) -> Stage:
        """The stage called `key`; KeyError where there is none."""
        for stage in self.stages:
            if stage.key == key:
                return stage
        raise KeyError(f"{self.key} has no stage {key!r}")


def _model(key: str, source: str, **stages: str) -> JourneyModel:
    return JourneyModel(
        key=key,
        source=source,
        stages=tuple(
            Stage(key=name.replace("_", "-"), moments=tuple(Moment(m) for m in moments.split()))
            for name, moments in stages.items()
        ),
    )


MODELS: dict[str, JourneyModel] = {
    model.key: model
    for model in (
        _model(
            "keenr7",
            "vanselfie",
            awareness="unaware",
            search="searching",
            research="comparing",
            engagement="engaging",
            purchase="buying",
            service_loyalty="using returning",
            experience="recommending",
        ),
        _model(
            "dazzle5",
            "dazzle",
            awareness="unaware searching",
            consideration="comparing engaging",
            purchase="buying",
            service="using",
            loyalty="returning recommending",
        ),
        _model(
            "wux5",
            "wux",
            awareness="unaware",
            consideration="searching comparing engaging",
            purchase="buying",
            use="using",
            loyalty="returning recommending",
        ),
        _model(
            "aida",
            "inteleo",
            attention="unaware",
            interest="searching",
            desire="comparing engaging",
            action="buying",
        ),
        _model(
            "stdc",
            "inteleo",
            see="unaware searching",
            think="comparing",
            do="engaging buying",
            care="using returning recommending",
        ),
        _model(
            "email4",
            "email-marketing",
            awareness="unaware searching",
            consideration="comparing",
            purchase="engaging buying",
            post_purchase="using returning recommending",
        ),
    )
}

GENERAL_TOPICS: tuple[str, ...] = (
    "journey-definition",
    "journey-value",
    "touchpoints",
    "right-message",
    "content",
    "persona",
    "duration",
    "mapping",
    "measuring",
    "pain-points",
    "templates-danger",
    "outside-view",
    "journey-vs-cx",
    "aida-vs-stdc",
    "email-role",
    "email-relationship",
    "reviews",
    "permission",
    "prices",
    "quiet-times",
    "local-search",
    "word-of-mouth",
    "bookings",
)


def labels() -> tuple[str, ...]:
    """Every label a passage of the library may carry: model/stage, model/model, general/topic."""
    of_models = (f"{m.key}/{s}" for m in MODELS.values() for s in ("model", *(x.key for x in m.stages)))
    return (*of_models, *(f"general/{topic}" for topic in GENERAL_TOPICS))
