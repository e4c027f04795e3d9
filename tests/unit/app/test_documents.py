"""Files that were written for an owner."""

from pathlib import Path

import pytest

from app.documents import forget_files, written
from app.settings import Settings
from app.wiring import Parts
from coaching.message import Message, MessageKind
from tests.fakes.library import FakeLibrary

NOOR = "terminal:noor"


@pytest.fixture
def parts(tmp_path: Path, library: FakeLibrary) -> Parts:
    parts = Parts(Settings(_env_file=None, data_dir=tmp_path))
    parts.__dict__["library"] = library
    return parts


@pytest.mark.parametrize(("one", "other"), [("jo an", "jo-an"), ("jo.an", "jo an"), ("Jo/an", "Jo-an")])
def test_no_two_owners_share_a_folder_that_one_of_them_may_have_removed(
    parts: Parts, tmp_path: Path, one: str, other: str
) -> None:
    paths = [_own_data(parts, f"terminal:{name}", tmp_path) for name in (one, other)]
    forget_files(tmp_path, f"terminal:{one}")
    assert [path.exists() for path in paths] == [False, True]


def _own_data(parts: Parts, owner: str, data: Path) -> Path:
    parts.coach.take(owner, Message(kind=MessageKind.TEXT, text="ik heb een bakkerij in Gent"))
    outgoing = parts.coach.take(owner, Message(kind=MessageKind.COMMAND, text="/mydata")).outgoing
    return next(path for out in outgoing if (path := written(out, data)))


def test_everything_that_is_kept_is_written_in_the_terminal_and_goes_with_delete(parts: Parts, tmp_path: Path) -> None:
    def says(text: str, kind: MessageKind = MessageKind.TEXT) -> list[Path]:
        outgoing = parts.coach.take(NOOR, Message(kind=kind, text=text)).outgoing
        return [path for out in outgoing if (path := written(out, tmp_path))]

    says("ik heb een bakkerij in Gent")
    (path,) = says("/mydata", MessageKind.COMMAND)
    assert path.name == "mijn-gegevens.zip"
    says("/delete", MessageKind.COMMAND)
    assert path.exists()
    says("ja")
    assert not path.parent.exists()
