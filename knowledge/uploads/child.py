"""The process in which an uploaded file is read: little memory, little time, no network, no other process, no file
written. `python -m knowledge.uploads.child KIND` takes the file on standard input and writes its sections, or the key
of what is wrong with it, as JSON."""

import json
import os
import sys
from typing import Any

#: Bytes of memory and seconds of processor time.
MEMORY, SECONDS = 1024 * 1024 * 1024, 20
#: Beginnings of what Python announces before it does it: the network, other processes, changes of the file system.
_FORBIDDEN = (
    *("socket.", "subprocess.", "shutil.", "ctypes.", "signal."),
    *("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.startfile", "os.kill"),
    *("os.remove", "os.rename", "os.truncate", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
    *("os.chmod", "os.chown", "os.utime", "os.setxattr"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


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
    writes = event == "open" and arguments[2] & _WRITING  # os.open tells no mode, but everything tells its flags
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
