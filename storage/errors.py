"""What can be wrong with the database, each with the key of a sentence that says the mend."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

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
        _raise_if_cut(error, place)
        raise
    except DBAPIError as error:
        _raise_if_cut(error, place)
        raise


def _raise_if_cut(error: DBAPIError, place: str) -> None:
    """A line that was cut shows as any kind of error, by what the driver was doing at that moment."""
    if error.connection_invalidated:
        raise StorageError("storage.unreachable", place=place, problem=str(error.orig)) from error


def _key(problem: str) -> str:
    if "locked" in problem:
        return "storage.locked"
    if "readonly" in problem or "unable to open" in problem or "disk i/o" in problem:
        return "storage.unwritable"
    if "full" in problem:
        return "storage.full"
    return "storage.unreachable"
