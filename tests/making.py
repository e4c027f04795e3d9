"""Short ways to make the values tests are about. Everything made here is valid; a test changes what it is about."""

from journey.dialogue import Scene
from journey.hearing import Heard, Intent
from journey.keys import Form, Language
from journey.models import MODELS
from journey.plan import Basis, Email, Line, Metric, Persona, Plan, StagePlan, Suggestion, Task
from journey.profile import Fact, FactValue, Profile, ProfileField, Proposal, Status, accept
from journey.state import Phase, State
from journey.trades import Sector


def proposal(field: str, value: FactValue, **more: object) -> Proposal:
    return Proposal(field=ProfileField(field), value=value, **more)


def profile(status: Status = Status.TOLD, **values: FactValue) -> Profile:
    """A profile in which these fields are known."""
    return accept(Profile(), tuple(proposal(field, value, status=status) for field, value in values.items()), 1)


def fact(value: FactValue) -> Fact:
    return Fact(value=value)


def heard(intent: Intent = Intent.INFORM, **values: object) -> Heard:
    """A message heard; keyword arguments named after a profile field become facts."""
    fields = {name: value for name, value in values.items() if name in set(ProfileField) and name != "language"}
    rest = {name: value for name, value in values.items() if name not in fields}
    return Heard(intent=intent, facts=tuple(proposal(name, value) for name, value in fields.items()), **rest)


def scene(
    said: Heard, state: State | None = None, known: Profile | None = None, sector: Sector | None = None, **more: object
) -> Scene:
    """A turn as the coach sets it up: the facts of the message accepted into the profile."""
    before = known or Profile()
    return Scene(
        state=state or talking(),
        heard=said,
        before=before,
        profile=accept(before, said.facts, 9),
        sector=sector,
        **more,
    )


def talking(**changes: object) -> State:
    """A talk that has been welcomed and stands at the first question."""
    return State(welcomed=True, spoken=True, open="business", asked=("business",)).but(**changes)


AT_SUMMARY = talking(phase=Phase.SUMMARY, open="confirm")
AT_MODEL = talking(phase=Phase.MODEL, open="model")
PLANNED = talking(phase=Phase.PLANNED, open="feedback")


_LINES = {
    "attention": ("kijkt naar boven", "nieuwsgierig", "een gezicht bij de zaak", "niemand kent de naam"),
    "interest": ("zoekt op de telefoon", "haastig", "snel zien of het past", "de uren staan nergens"),
    "desire": ("vergelijkt drie zaken", "onzeker", "bewijs van anderen", "de prijs blijft vaag"),
    "action": ("belt of loopt binnen", "opgelucht", "een vlotte afspraak", "wachten aan de lijn"),
}


def stage_plan(stage: str, number: int) -> StagePlan:
    does, feels, needs, hurts = _LINES[stage]
    return StagePlan(
        stage=stage,
        title=stage.capitalize(),
        mood=number + 1,
        does=Line(text=f"De klant {does}.", basis=Basis.ASSUMED),
        feels=Line(text=f"Die is {feels}.", basis=Basis.ASSUMED),
        needs=Line(text=f"Nodig is {needs}.", basis=Basis.TOLD),
        hurts=Line(text=f"Het knelt: {hurts}.", basis=Basis.TOLD),
        message=Line(text=f"Bij ons vind je {needs}.", basis=Basis.TOLD),
        suggestions=(suggestion(f"play-{stage}", number),),
        touchpoints_online=("website",),
        touchpoints_offline=("etalage",),
        metric=Metric(what=f"telefoontjes van groep {number}", how="een streepje op papier"),
        email=None,
    )


def suggestion(play: str, number: int = 1) -> Suggestion:
    words = {
        1: ("Een bord bij de deur", "Wie langs loopt leest het.", "Zie je ons bord? Kom gerust eens kijken."),
        2: ("Openingsuren op het raam", "Zo weet de buurt het.", "Open van negen tot vijf, ook op zaterdag."),
        3: ("Drie foto's van vroeger werk", "Zien is geloven.", "Zo zag het er eerst uit, en zo nu."),
        4: ("Terugbellen binnen het uur", "Snelheid wint vertrouwen.", "Gemist? We bellen je vandaag nog terug."),
    }[number]
    name, why, text = words
    return Suggestion(
        play=play,
        name=name,
        channel="window",
        moments=MODELS["aida"].stages[number - 1].moments,
        form=Form.SIGN,
        why=why,
        steps=(f"Neem karton {number}.", f"Schrijf regel {number}.", f"Hang op plek {number}."),
        text=text,
        metric=Metric(what=f"vragen over punt {number}", how=f"tel ze op vrijdag {number}"),
        test=f"Wissel week {number} van plek.",
        when="Deze week.",
        never="Niet te klein schrijven.",
        hours_once=1,
        hours_weekly=0.1,
        euros_once=0,
        euros_monthly=0,
        source="coach",
    )


def email(play: str = "mail", body: str = "Fijn dat je langskwam. Tot gauw.") -> Email:
    return Email(play=play, name="Bedankmail", subject="Dank je", body=body, hours_once=0.5, source="coach")


def plan(**changes: object) -> Plan:
    """A small plan without any fault for an owner with two hours a week and no money."""
    line = Line(text="Jonge ouders", basis=Basis.TOLD)
    made = Plan(
        language="nl",
        address="je",
        owner_address="je",
        title="Klantreisplan voor Bakkerij Molenzicht",
        model="aida",
        why_model="je wil bekender worden.",
        model_limits="AIDA stopt bij de koop.",
        persona=Persona(name="Robin", who=line, need=line, pain=line, feeling=line, looks=line),
        stages=tuple(stage_plan(stage.key, n) for n, stage in enumerate(MODELS["aida"].stages, 1)),
        first_week=(
            Task(day="maandag", minutes=30, play="play-attention", name="Bord", step="Teken.", text="Kom!", stage="A"),
        ),
        respected=(),
        assumptions=(),
        sources=("inteleo",),
    )
    return made.model_copy(update=changes)


def with_stage(made: Plan, number: int, **changes: object) -> Plan:
    """A plan in which one stage is different."""
    stages = list(made.stages)
    stages[number] = stages[number].model_copy(update=changes)
    return made.model_copy(update={"stages": tuple(stages)})


def with_suggestion(made: Plan, number: int, **changes: object) -> Plan:
    """A plan in which the suggestion of one stage is different."""
    changed = made.stages[number].suggestions[0].model_copy(update=changes)
    return with_stage(made, number, suggestions=(changed,))


def bakery(language: Language = "nl", **values: FactValue) -> Profile:
    """What an owner of a bakery told; `values` come on top."""
    told: dict[str, FactValue] = {"sector": "bakery", "offer": "taarten op maat" if language == "nl" else "cakes"}
    return profile(**{**told, "language": language, **values})
