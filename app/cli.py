"""The command line: `journey-coach`. Commands import what they need, so that each starts fast."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.watching.privacy import keep_to_ourselves
from journey.errors import CoachError

if TYPE_CHECKING:
    from app.wiring import Parts

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # they show what is in variables: tokens and what owners wrote
    help="A coach that interviews a small-business owner and hands over a customer-journey plan.",
)
transcripts = typer.Typer(
    no_args_is_help=True,
    help="Read the talks: every message with the facts taken from it.\n\nExample: journey-coach transcripts list",
)
cli.add_typer(transcripts, name="transcripts")
dead_letters = typer.Typer(
    no_args_is_help=True,
    help="Replies that could not be sent for a day.\n\nExample: journey-coach dead-letters list",
)
cli.add_typer(dead_letters, name="dead-letters")

bots = typer.Typer(invoke_without_command=True)
cli.add_typer(bots, name="bot")
coaches = typer.Typer(
    no_args_is_help=True,
    help="The human coaches. An owner who follows a coach's link, https://t.me/BOT?start=CODE, belongs to that "
    "coach.\n\n"
    "Example: journey-coach coaches list",
)
cli.add_typer(coaches, name="coaches")

Data = Annotated[Path | None, typer.Option("--data", help="Folder for everything that is kept (DATA_DIR).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main() -> None:
    """Runs the command line; an error that a person can mend is one sentence and exit code 1."""
    keep_to_ourselves()
    with _telling():
        cli()


@cli.command(help="Talk with the coach in this terminal.\n\nExample: journey-coach chat --as noor")
def chat(
    owner: Annotated[str, typer.Option("--as", help="Who is talking; the talk goes on where it was.")] = "me",
    data: Data = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, see docs/chat-protocol.md.")] = False,
) -> None:
    """The terminal chat, or the same for programs."""
    if as_json:
        _chat_json(owner, data)
        return
    from app.terminal import talk

    talk(lambda: _parts(data), owner)


@bots.callback(
    help="Run the Telegram bot: by webhook where TELEGRAM_WEBHOOK_URL is set, by long polling otherwise.\n\n"
    "Example: TELEGRAM_BOT_TOKEN=123:abc journey-coach bot"
)
def bot(context: typer.Context, data: Data = None) -> None:
    """The Telegram bot."""
    if context.invoked_subcommand:
        return
    from app.telegram import run

    run(_parts(data))


@bots.command("setup", help="Set name, texts and menu of the bot on Telegram.\n\nExample: journey-coach bot setup")
def set_up_bot() -> None:
    """What Telegram shows of the bot."""
    from app.settings import load_settings
    from app.telegram import set_up_profile

    typer.echo("\n".join(set_up_profile(load_settings())))


@cli.command(help="Build the index of the knowledge, or bring it up to date.\n\nExample: journey-coach index")
def index(anew: Annotated[bool, typer.Option("--anew", help="Throw the old index away first.")] = False) -> None:
    """The index, with a progress bar."""
    from app.indexing import build

    typer.echo(f"{build(_parts().library, anew=anew)} entries in the index")


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

    parts = _parts()
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


@cli.command(help="Write an owner's plan to a file.\n\nExample: journey-coach export --as noor --to plan.md")
def export(
    owner: Annotated[str, typer.Option("--as", help="Whose plan: a name, or telegram:ID.")] = "me",
    to: Annotated[Path | None, typer.Option(help="The file; standard output if left out.")] = None,
    version: Annotated[int | None, typer.Option(help="Which version; the newest if left out.")] = None,
    data: Data = None,
) -> None:
    """An owner's plan as Markdown."""
    from app.terminal import owner_key
    from coaching.documents import exported

    key = owner if owner.startswith("telegram:") else owner_key(owner)
    made = _parts(data).conversations.plan(key, version)
    if made is None:
        raise CoachError("export.no_plan", owner=owner)
    content = exported(made.plan)
    if to is None:
        sys.stdout.write(content.decode())
        return
    try:
        to.write_bytes(content)
    except OSError as error:
        raise CoachError("export.unwritable", place=str(to), problem=error.strerror or str(error)) from error
    typer.echo(str(to))


@cli.command(help="Check every part, and say how to mend what is broken.\n\nExample: journey-coach doctor")
def doctor(data: Data = None, as_json: AsJson = False) -> None:
    """Every part checked; exit code 1 where one is broken."""
    from app.doctor import report
    from app.doctor.findings import exit_code

    findings, language = report.consulted(data)
    typer.echo((report.as_json if as_json else report.as_text)(findings, language))
    raise typer.Exit(exit_code(findings))


@cli.command(help="List the journey models with their stages.\n\nExample: journey-coach models --lang en")
def models(lang: Annotated[Literal["nl", "en"], typer.Option(help="Language of the names.")] = "nl") -> None:
    """The six journey models."""
    from app.listing import model_lines

    print("\n".join(model_lines(lang)))


@transcripts.command("list", help="List all talks.\n\nExample: journey-coach transcripts list")
def list_transcripts(data: Data = None) -> None:
    """All talks, the most recently active first."""
    from app.listing import head_lines

    print("\n".join(head_lines(_parts(data).transcripts.heads())))


@transcripts.command("show", help="Show one talk.\n\nExample: journey-coach transcripts show 3f2a")
def show_transcript(conversation: Annotated[str, typer.Argument(metavar="ID")], data: Data = None) -> None:
    """One talk in the terminal."""
    print(_transcript(conversation, "md", data))


@transcripts.command("export", help="Export one talk.\n\nExample: journey-coach transcripts export 3f2a --format json")
def export_transcript(
    conversation: Annotated[str, typer.Argument(metavar="ID")],
    form: Annotated[Literal["md", "json"], typer.Option("--format", help="md or json.")] = "md",
    data: Data = None,
) -> None:
    """One talk as Markdown or JSON."""
    print(_transcript(conversation, form, data))


@coaches.command("list", help="List them with their codes.\n\nExample: journey-coach coaches list")
def list_coaches(data: Data = None) -> None:
    """Every coach."""
    print("\n".join(f"{code}  {name}" for code, name in _parts(data).coaches.all()))


@coaches.command("add", help='Add one, or rename one.\n\nExample: journey-coach coaches add mieke "Mieke Claes"')
def add_coach(code: str, name: str, data: Data = None) -> None:
    """A coach. CoachError "coaches.code" where a link can't carry the code."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code):
        raise CoachError("coaches.code", code=code)
    _parts(data).coaches.add(code, name)


@coaches.command("remove", help="Remove one.\n\nExample: journey-coach coaches remove mieke")
def remove_coach(code: str, data: Data = None) -> None:
    """One coach less."""
    if not _parts(data).coaches.remove(code):
        raise CoachError("coaches.unknown", code=code)


@dead_letters.command("list", help="List them with what was wrong.\n\nExample: journey-coach dead-letters list")
def list_dead_letters(data: Data = None) -> None:
    """Dead letters, in the order they were written."""
    from app.listing import letter_lines

    print("\n".join(letter_lines(_parts(data).outbox.dead_letters())))


@dead_letters.command("retry", help="Send them after all.\n\nExample: journey-coach dead-letters retry 12 15")
def retry_dead_letters(
    letters: Annotated[list[int] | None, typer.Argument(metavar="[NUMBER]...", help="Which; all if left out.")] = None,
    data: Data = None,
) -> None:
    """Dead letters back into the outbox, before what was written after them."""
    print(f"{_parts(data).outbox.retry(letters)} to be sent")


@dead_letters.command("drop", help="Throw them away.\n\nExample: journey-coach dead-letters drop 12")
def drop_dead_letters(letters: Annotated[list[int], typer.Argument(metavar="NUMBER...")], data: Data = None) -> None:
    """Dead letters that nobody needs any more."""
    print(f"{_parts(data).outbox.drop(letters)} thrown away")


def _transcript(conversation: str, form: str, data: Path | None) -> str:
    from coaching.reading import transcript_json, transcript_markdown

    parts = _parts(data)
    found = parts.transcripts.transcript(conversation)
    if found is None:
        raise CoachError("transcripts.unknown", id=conversation)
    return transcript_json(found) if form == "json" else transcript_markdown(found, parts.library.sectors())


def _chat_json(owner: str, data: Path | None) -> None:
    from app.protocol import talk
    from app.terminal import owner_key

    parts = _parts(data)
    parts.make_ready()
    parts.warm()
    for line in talk(_utf8_lines(), owner_key(owner), parts.coach, parts.conversations, parts.settings):
        print(line, flush=True)


def _utf8_lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace")


def _parts(data: Path | None = None) -> "Parts":
    from app.settings import load_settings
    from app.wiring import Parts

    return Parts(load_settings(data))


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
