"""What can be wrong with the database, each with the key of a sentence that says the mend."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from journey.errors import CoachError


class StorageError(CoachError):
    """The database can't be used."""


@contextmanager
def telling(place: str) -> Iterator[None]:
    """Turns errors of the database at `place` into a StorageError that says the cause."""
    try:
        yield
    except OperationalError as error:
        raise StorageError(_key(str(error.orig).lower()), place=place, problem=str(error.orig)) from error
    except DatabaseError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise StorageError("storage.corrupt", place=place, problem=str(error.orig)) from error
        raise


def _key(problem: str) -> str:
    if "locked" in problem:
        return "storage.locked"
    if "readonly" in problem or "unable to open" in problem or "disk i/o" in problem:
        return "storage.unwritable"
    if "full" in problem:
        return "storage.full"
    return "storage.unreachable"
