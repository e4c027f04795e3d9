"""Makes the plans of all owners of the bench with the real library and reports on them.

python -m bench.plans.run [--out FOLDER] [--every-model] [--markdown]
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from bench.plans.likeness import Compared, Likeness, likeness, nearness, said_in
from bench.plans.measures import facts_used, gaps_in, repeated_forms, sentences_of, words_in
from bench.plans.owners import Owner, owners
from bench.plans.readability import reading_ease
from coaching.documents import exported
from coaching.planning.composer import Composer
from coaching.ports import Library
from journey.assumptions import USUAL_LIMITS
from journey.faults import RUNNING, WEEKS, faults_in
from journey.keys import LANGUAGES, Address
from journey.models import MODELS
from journey.plan import Plan
from journey.profile import Fact, ProfileField
from knowledge.library import FileLibrary

#: The models for which every owner gets a plan, to be compared sentence by sentence.
COMPARED = ("stdc", "dazzle5")


class Made(Compared):
    """One plan with the figures about it."""

    faults: tuple[str, ...]
    fits: bool
    used: dict[str, bool]
    forms: float
    gaps: int
    words: int
    seconds: float
    ease: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes and reports; the exit code says whether any plan had a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="folder to keep the plans in, to read them")
    parser.add_argument("--every-model", action="store_true", help="all six models for every owner")
    options = parser.parse_args(arguments)
    library = FileLibrary(Path(sys.prefix) / "share" / "journey-coach")
    composer = Composer(library)
    everyone = owners()
    composer.plan(everyone[0].profile, Address.JE)  # loads the index and the embedder
    models = tuple(MODELS) if options.every_model else COMPARED
    made = [_made(composer, owner, model, options.out) for owner in everyone for model in _models(owner, models)]
    sys.stdout.write("\n".join((*_table(made), "", *_summary(made, library))) + "\n")
    return int(any(each.faults for each in made))


def _models(owner: Owner, compared: tuple[str, ...]) -> list[str]:
    own = owner.profile.text(ProfileField.MODEL)
    return list(dict.fromkeys((own, *compared)))


def _made(composer: Composer, owner: Owner, model: str, out: Path | None) -> Made:
    profile = owner.profile.with_fact(ProfileField.MODEL, Fact(value=model))
    start = time.perf_counter()
    plan = composer.plan(profile, Address.JE)
    seconds = time.perf_counter() - start
    text = exported(plan).decode()
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{owner.key}.{model}.md").write_text(text, encoding="utf-8")
    return Made(
        owner=owner.key,
        model=model,
        language=plan.language,
        faults=tuple(str(fault.kind) for fault in faults_in(plan, profile)),
        fits=_fits(plan, owner),
        used=facts_used(profile, text),
        forms=repeated_forms(plan),
        gaps=gaps_in(plan),
        words=words_in(text),
        seconds=seconds,
        sentences=frozenset(sentences_of(text)),
        said=said_in(plan),
        ease=reading_ease(said_in(plan), plan.language),
    )


def _fits(plan: Plan, owner: Owner) -> bool:
    """Whether what the plan asks now stays within the hours and the money."""
    limits = USUAL_LIMITS.with_(owner.profile.limits)
    now = [s for s in plan.suggestions if not s.later]
    mails = sum(stage.email.hours_once for stage in plan.stages if stage.email and not stage.email.later)
    hours = (sum(s.hours_once for s in now) + mails) / WEEKS + RUNNING * sum(s.hours_weekly for s in now)
    euros = sum(s.euros_once for s in now) / (WEEKS / 4) + sum(s.euros_monthly for s in now)
    return hours <= (limits.hours_per_week or 0) + 0.01 and euros <= (limits.euros_per_month or 0) + 0.01


_COLUMNS = (
    *("owner", "model", "faults", "shared most (with)", "mean", "anywhere", "facts used", "fits", "forms"),
    *("reads", "words", "s"),
)


def _table(made: list[Made]) -> Iterator[str]:
    alike = likeness(made)
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|{'---|' * len(_COLUMNS)}"
    for each in made:
        like = alike.get((each.owner, each.model), Likeness(nearest=0, other="-", mean=0, anywhere=0))
        used = f"{sum(each.used.values())}/{len(each.used)}"
        yield (
            f"| {each.owner} | {each.model} | {len(each.faults)} | {like.nearest:.0%} ({like.other}) | {like.mean:.0%} "
            f"| {like.anywhere:.0%} | {used} | {'yes' if each.fits else 'NO'} | {each.forms:.0%} | {each.ease:.0f} "
            f"| {each.words} | {each.seconds:.2f} |"
        )


def _summary(made: list[Made], library: Library) -> Iterator[str]:
    alike = list(likeness(made).values())
    most = [like.nearest for like in alike]
    strangers, own = nearness(made, library)
    used = [value for each in made for value in each.used.values()]
    unused = sorted({f"{e.owner}:{name}" for e in made for name, value in e.used.items() if not value})
    yield f"plans {len(made)}, faults {sum(len(e.faults) for e in made)}, out of limits {sum(not e.fits for e in made)}"
    yield f"shared with the nearest other owner: mean {fmean(most):.1%}, worst {max(most):.1%}"
    yield f"shared with another owner, on average: {fmean(like.mean for like in alike):.1%}"
    yield f"shared with any of all others: mean {fmean(like.anywhere for like in alike):.1%}"
    yield f"nearness of texts: two owners, one model {strangers:.3f}; one owner, two models {own:.3f}"
    yield f"told facts used {fmean(used):.1%}; unused: {', '.join(unused) or 'none'}"
    yield f"forms repeated {fmean(e.forms for e in made):.1%}, most gaps in one text {max(e.gaps for e in made)}"
    for language in LANGUAGES:
        yield f"reading ease {language}: {fmean(e.ease for e in made if e.language == language):.0f}"
    yield f"words per plan {fmean(e.words for e in made):.0f}"
    yield f"seconds per plan: mean {fmean(e.seconds for e in made):.2f}, worst {max(e.seconds for e in made):.2f}"


if __name__ == "__main__":
    raise SystemExit(main())
