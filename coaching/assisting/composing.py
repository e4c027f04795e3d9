"""Plans in the owner's voice: composed as ever, then rewritten stage by stage by a language model where that may
stand."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial

from coaching.assisting.material import materials
from coaching.assisting.rewriting import StageRewriting, Version
from coaching.ports import Composes, Library
from coaching.thinking import Errand, LanguageModel
from journey.changes import NO_WISHES, PlanChange, Wishes
from journey.faults import faults_in
from journey.keys import Address
from journey.plan import Plan
from journey.profile import Profile
from journey.rewording import Rewording, reworded, texts_of

_Versions = Mapping[str, Version]


class AssistedComposer:
    """Composes, and lets a language model put a new plan in the owner's voice. One repair a stage; what is still faulty
    or didn't come in time stays as it was composed."""

    def __init__(self, composer: Composes, model: LanguageModel, library: Library) -> None:
        self._composer = composer
        self._model = model
        self._library = library

    def plan(
        self, profile: Profile, coach_address: Address, wishes: Wishes = NO_WISHES, before: Plan | None = None
    ) -> Plan:
        """A plan without faults, in the owner's voice as far as a model gave it."""
        plan = self._composer.plan(profile, coach_address, wishes, before)
        return self._in_voice(plan, profile) if self._model.does(Errand.PLAN) else plan

    def preview(
        self, profile: Profile, coach_address: Address, wishes: Wishes = NO_WISHES, before: Plan | None = None
    ) -> Plan:
        """The plan as it is composed, before a model is asked."""
        return self._composer.preview(profile, coach_address, wishes, before)

    def changed(self, plan: Plan, profile: Profile, change: PlanChange, coach_address: Address) -> Plan | None:
        """`plan` with one change as it is composed; ideas stay as long as nothing rules them out."""
        made = self._composer.changed(_with_ideas(plan, {}), profile, change, coach_address)
        if made is None:
            return None
        kept = _with_ideas(made, {stage.stage: stage.ideas for stage in plan.stages})
        return kept if not faults_in(kept, profile) else made

    def _in_voice(self, plan: Plan, profile: Profile) -> Plan:
        rewritings = [
            StageRewriting(self._model, plan, stage, material)
            for stage, material in zip(plan.stages, materials(plan, profile, self._library), strict=True)
        ]
        first = _at_once({each.stage: each.written for each in rewritings})
        wrong = _faults(plan, profile, first)
        faulty = [each for each in rewritings if each.stage in wrong]
        again = _at_once({each.stage: partial(each.written, wrong[each.stage]) for each in faulty})
        return _faultless(
            plan, profile, {stage: version.repaired(again.get(stage)) for stage, version in first.items()}
        )


def _at_once(tasks: Mapping[str, Callable[[], Version]]) -> dict[str, Version]:
    """Every stage at the same time, each within the turn it belongs to."""
    if not tasks:
        return {}
    with ThreadPoolExecutor(len(tasks), thread_name_prefix="stage") as pool:
        futures = {stage: pool.submit(copy_context().run, task) for stage, task in tasks.items()}
        return {stage: future.result() for stage, future in futures.items()}


def _faults(plan: Plan, profile: Profile, versions: _Versions) -> dict[str, tuple[str, ...]]:
    """What is wrong with the stages as they were written, by stage."""
    wrong = {stage: list(version.faults) for stage, version in versions.items() if version.faults}
    for fault in faults_in(_assembled(plan, versions), profile):
        wrong.setdefault(fault.stage, []).append(f"{fault.kind}: {fault.found}")
    return {stage: tuple(found) for stage, found in wrong.items()}


def _faultless(plan: Plan, profile: Profile, versions: _Versions) -> Plan:
    """`plan` with all versions that leave it without a fault."""
    while faults := faults_in(made := _assembled(plan, versions), profile):
        faulty = {fault.stage for fault in faults} & set(versions)
        if not faulty:
            return plan
        versions = {stage: version for stage, version in versions.items() if stage not in faulty}
    return made


def _assembled(plan: Plan, versions: _Versions) -> Plan:
    before = {key: text for stage in plan.stages for key, text in texts_of(stage).items()}
    changes = [
        Rewording(of=of, part=part, before=before[of, part], after=text)
        for version in versions.values()
        for (of, part), text in version.texts.items()
    ]
    return _with_ideas(reworded(plan, changes), {stage: version.ideas for stage, version in versions.items()})


def _with_ideas(plan: Plan, ideas: Mapping[str, Sequence[object]]) -> Plan:
    stages = tuple(s.model_copy(update={"ideas": tuple(ideas.get(s.stage, ()))}) for s in plan.stages)
    return plan.model_copy(update={"stages": stages})
