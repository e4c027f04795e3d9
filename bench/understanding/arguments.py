"""What the measures of understanding are asked for on the command line."""

from argparse import ArgumentParser, Namespace


def asked_for(description: str | None) -> Namespace:
    """`half`, `batch` and `errors`; leaves the program where wrong messages of the held half are asked for."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--half", choices=["tune", "held"], help="only this half")
    parser.add_argument("--batch", default="", help="only the batches of these letters")
    parser.add_argument("--errors", action="store_true", help="show what is wrong (never with the held half)")
    arguments = parser.parse_args()
    if arguments.errors and arguments.half != "tune":
        parser.error("errors are shown of the half for tuning alone: add --half tune")
    return arguments
