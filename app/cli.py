"""The command line: `journey-coach`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from app.commands import (
    bot,
    chat,
    coach,
    console,
    dead_letters,
    demo,
    keeping,
    knowledge,
    operating,
    plans,
    transcripts,
)
from app.watching.privacy import keep_to_ourselves
from journey.errors import CoachError

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # they show what is in variables: tokens and what owners wrote
    help="A coach that interviews a small-business owner and hands over a customer-journey plan.",
)
for of_one_word in (chat, console, demo, knowledge, plans, operating, keeping):
    cli.add_typer(of_one_word.cli)
for name, group in (
    ("transcripts", transcripts),
    ("dead-letters", dead_letters),
    ("bot", bot),
    ("coach", coach),
):
    cli.add_typer(group.cli, name=name)


def main() -> None:
    """Runs the command line; an error that a person can mend is one sentence and exit code 1."""
    keep_to_ourselves()
    with _telling():
        cli()


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except CoachError as error:
        from prompts.words import Words

        key = f"error.{error.key}"
        print(Words("en").say(key, **error.values), file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
