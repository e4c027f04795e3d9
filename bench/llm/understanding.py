"""Understanding with a model beside the rules, by the real client at a scripted server: one that reads every message as
a person did who labelled it, and one that makes things up.

python -m bench.llm.understanding [--half tune|held] [--batch LETTERS]

The first says how much of what a good reader sees gets through the checks, the second how much of what is not there.
"""

from collections.abc import Callable
from time import perf_counter

from bench.llm.readers import Reads, liar, person
from bench.understanding.arguments import asked_for
from bench.understanding.hearing import Assists, hearing
from bench.understanding.rows import Row, messages
from bench.understanding.run import Tally
from coaching.assisting.understanding import AssistedUnderstanding
from coaching.ports import Library, Understands
from coaching.thinking import Errand
from llm.budget import Limits
from llm.model import AskedModel
from llm.opening import opened
from llm.providers import Access
from tests.fakes.usage import KeptUsage
from tests.llm.server import ScriptedModel, form

_DEADLINE = 20.0
_SHOWN = ("facts precision", "facts recall", "facts F1", "intents F1", "corrections", "median_ms")


def main() -> None:
    """The command line."""
    arguments = asked_for(__doc__)
    rows = messages(arguments.half, arguments.batch)
    print(f"{'':22}{''.join(f'{name:>16}' for name in _SHOWN)}")
    _show("the rules alone", _measured(rows, lambda rules, _: rules))
    _show("a person's reading", _with_model(rows, person))
    _show("made up", _with_model(rows, liar(rows)))


def _with_model(rows: list[Row], reads: Reads) -> Tally:
    with ScriptedModel(form({})) as server:
        model = opened(Access("scripted", server.url), KeptUsage(), Limits(), frozenset(Errand), _DEADLINE)
        tally = _measured(rows, _beside(model), lambda row: server.does(form(reads(row))))
        model.close()
    return tally


def _beside(model: AskedModel) -> Assists:
    def assists(rules: Understands, library: Library) -> Understands:
        return AssistedUnderstanding(rules, model, library)

    return assists


def _measured(rows: list[Row], assists: Assists, before: Callable[[Row], None] = lambda _: None) -> Tally:
    tally = Tally()
    with hearing(assists) as hear:
        for row in rows:
            before(row)
            begun = perf_counter()
            heard = hear(row)
            tally.times.append(perf_counter() - begun)
            tally.message(row, heard, errors=False)
    return tally


def _show(title: str, tally: Tally) -> None:
    totals = tally.totals()
    print(f"{title:22}{''.join(f'{totals[name]:16.3f}' for name in _SHOWN)}", flush=True)


if __name__ == "__main__":
    main()
