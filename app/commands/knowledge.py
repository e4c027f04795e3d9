"""`journey-coach index`, `search` and `models`: what the coach knows."""

import json
import sys
from typing import Annotated, Literal

import typer

from app.commands.common import AsJson, parts_for

cli = typer.Typer()


@cli.command(help="Build the index of the knowledge, or bring it up to date.\n\nExample: journey-coach index")
def index(anew: Annotated[bool, typer.Option("--anew", help="Throw the old index away first.")] = False) -> None:
    """The index, with a progress bar."""
    from app.indexing import build

    parts = parts_for()
    typer.echo(f"{build(parts.library, parts.settings.index_dir, anew=anew)} entries in the index")


@cli.command(
    help="Find passages of the knowledge. With --json and a dash, one question a line from standard input.\n\n"
    'Example: journey-coach search "hoe krijg ik klanten terug?" --lang nl --limit 3'
)
def search(
    question: Annotated[str, typer.Argument(help='The question, or "-" for standard input.')],
    lang: Annotated[
        Literal["nl", "en"] | None, typer.Option(help="Language of the passages; guessed if left out.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, max=50, help="Passages at most; 5 if left out, 10 with --json.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Search in the knowledge."""
    from app.searching import as_lines, as_object

    parts = parts_for()
    parts.make_ready()
    limit = limit or (10 if as_json else 5)
    if question == "-":
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(as_object(parts.library, line.strip(), lang, limit), ensure_ascii=False), flush=True)
    elif as_json:
        print(json.dumps(as_object(parts.library, question, lang, limit), ensure_ascii=False))
    else:
        print("\n".join(as_lines(parts.library, question, lang, limit)))


@cli.command(help="List the journey models with their stages.\n\nExample: journey-coach models --lang en")
def models(lang: Annotated[Literal["nl", "en"], typer.Option(help="Language of the names.")] = "nl") -> None:
    """The six journey models."""
    from app.listing import model_lines

    print("\n".join(model_lines(lang)))
