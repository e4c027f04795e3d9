"""Measures whether what is told is heard whatever question is open: owners answer late, beside the question, or two
questions at once. Every message that tells something is heard under each of the other questions.

python -m bench.understanding.crossed [--half tune|held] [--batch LETTERS] [--errors]
"""

from collections import Counter

from bench.understanding.arguments import asked_for
from bench.understanding.hearing import hearing
from bench.understanding.items import Item, expected, found, matched
from bench.understanding.rows import Row, context_of, messages
from bench.understanding.scores import Counts, scores
from journey.topics import FIELDS, Topic

#: The questions that are put in the place of the one a message answered.
ASKED = (
    Topic.GOAL,
    Topic.PERSONA,
    Topic.PERSONA_PAIN,
    Topic.CHANNELS,
    Topic.CONSTRAINTS,
    Topic.PRICE,
    Topic.USP,
    Topic.EMAIL,
)
#: A shorter message ("3u", "nee") says nothing without its question.
_WORDS = 4


def tells(row: Row) -> bool:
    """Whether a message tells facts in words that stand by themselves."""
    return row["intent"] == "inform" and bool(row["facts"]) and len(row["text"].split()) >= _WORDS


def measure(rows: list[Row], errors: bool) -> dict[str, Counts]:
    """What is heard right, invented and missed under each open question."""
    counted: dict[str, Counts] = {}
    with hearing() as hear:
        for row, asked in ((row, asked) for row in filter(tells, rows) for asked in ASKED if not _answers(row, asked)):
            context = context_of(row).model_copy(update={"asking": asked, "question": asked.value})
            right, invented, missed = matched(expected(row), found(hear(row, context)))
            for kind, items in (("tp", right), ("fp", invented), ("fn", missed)):
                counted.setdefault(asked.value, Counter())[kind] += len(items)
            if errors and invented:
                _show(row, asked, invented, missed)
    return counted


def _answers(row: Row, asked: Topic) -> bool:
    """Whether the message was said to this question, answers it as well, or can only be said where it was: who opens
    the talk has no other question before them."""
    if row["asking"] in (None, "business", "confirm", asked.value):
        return True
    told = {name.split(".")[0] for name in row["facts"]}
    return any(field.value in told for field in FIELDS[asked])


def _show(row: Row, asked: Topic, invented: list[Item], missed: list[Item]) -> None:
    print(f"{row['id']} {row['text'][:120]!r} said to {row['asking']}, heard at {asked}")
    print(f"    wrong {invented} missed {missed}")


def main() -> None:
    """The command line."""
    arguments = asked_for(__doc__)
    counted = measure(messages(arguments.half, arguments.batch), arguments.errors)
    print(f"{'question':20} {'n':>5} {'P':>6} {'R':>6} {'F1':>6}")
    for name, counts in (*counted.items(), ("all", sum(counted.values(), Counter()))):
        print(f"{name:20} {counts['tp'] + counts['fn']:5}" + "".join(f" {score:6.2f}" for score in scores(counts)))


if __name__ == "__main__":
    main()
