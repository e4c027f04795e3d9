"""The process in which an uploaded file is read: little memory, little time, no network, no other process, no file
written. `python -m knowledge.uploads.child KIND` takes the file on standard input and writes its sections, or the key
of what is wrong with it, as JSON."""

import json
import sys
from typing import Any

#: Bytes of memory and seconds of processor time.
MEMORY, SECONDS = 1024 * 1024 * 1024, 20
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.spawn",
    "shutil.",
    "ctypes.",
)


def main() -> None:
    """Reads one file."""
    _limit()
    from journey.errors import CoachError
    from knowledge.uploads.formats import sections_of

    content = sys.stdin.buffer.read()
    sys.addaudithook(_refuse)
    try:
        sections = sections_of(sys.argv[1], content)
        answer: dict[str, Any] = {"sections": [section.model_dump() for section in sections]}
    except CoachError as error:
        answer = {"problem": error.key}
    except MemoryError:
        answer = {"problem": "articles.too_much"}
    except Exception as error:  # whatever a broken file makes a parser raise
        answer = {"problem": "articles.unreadable", "why": type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Nothing a file can make a parser do may reach beyond this process."""
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
