from pathlib import Path

import pytest

from knowledge.articles import load_article, load_articles
from knowledge.check import main as check
from knowledge.errors import BrokenArticleError, LibraryMissingError
from tests.unit.knowledge.conftest import article

GOOD = article("keenr7/search", "nl", "Search", "De zoeker", "Iemand zoekt.", "hoe word ik gevonden")


def written(folder: Path, text: str, place: str = "nl/keenr7/search.md") -> Path:
    file = folder / "articles" / place
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_an_article_is_cut_at_its_headings(tmp_path: Path) -> None:
    found = load_article(written(tmp_path, GOOD + "\n## Meten\n\nTel de bezoekers.\n"))
    assert [(p.title, p.text) for p in found.passages] == [
        ("Search: De zoeker", "Iemand zoekt."),
        ("Search: Meten", "Tel de bezoekers."),
    ]
    assert found.head.questions == ("hoe word ik gevonden",)


def test_text_before_the_first_heading_is_a_passage_of_its_own(tmp_path: Path) -> None:
    found = load_article(written(tmp_path, GOOD.replace("## De zoeker", "# Search\n\nVooraf.\n\n## De zoeker")))
    assert [p.title for p in found.passages] == ["Search", "Search: De zoeker"]


def test_questions_under_a_heading_belong_to_that_passage_and_are_no_part_of_its_text(tmp_path: Path) -> None:
    found = load_article(written(tmp_path, GOOD + "\n## Meten\n\n? wat tel ik\n? hoe weet ik het\n\nTel. Wie belt?\n"))
    assert [(asked, passage.title) for asked, passage in found.asked] == [
        ("wat tel ik", "Search: Meten"),
        ("hoe weet ik het", "Search: Meten"),
    ]
    assert found.passages[1].text == "Tel. Wie belt?"


def test_an_id_stays_while_the_text_does_and_changes_with_it(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    first = load_article(file).passages[0].id
    assert load_article(file).passages[0].id == first
    file.write_text(GOOD.replace("Iemand zoekt.", "Iemand vindt."), encoding="utf-8")
    assert load_article(file).passages[0].id != first


@pytest.mark.parametrize(
    ("wrong", "right", "line", "said"),
    [
        ("label: keenr7/search", "label: keenr7/nowhere", 2, "no label"),
        ("origin: coach", "origin: friend", 5, "origin"),
        ("source: coach", "source: wikipedia", 6, "neither"),
        ("lang: nl", "lang: fr", 3, "lang"),
        ("title: Search", "title: [", 7, ""),
        ("title: Search", "titel: Search", 1, "title"),
        ("lang: nl", "lang: en", 1, "lies in"),
        ("## De zoeker\n\nIemand zoekt.", "", 1, "no text"),
        ("Iemand zoekt.", "Iemand {{ zoekt }}.", 13, "zoekt"),
    ],
)
def test_a_broken_article_is_named_with_its_line(tmp_path: Path, wrong: str, right: str, line: int, said: str) -> None:
    file = written(tmp_path, GOOD.replace(wrong, right))
    with pytest.raises(BrokenArticleError) as caught:
        load_article(file)
    place, number = caught.value.values["place"].rsplit(":", 1)
    assert (place, said in caught.value.values["problem"]) == (str(file), True)
    assert int(number) == line


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(BrokenArticleError, match=r"search\.md"):
        load_article(file)


def test_a_library_without_articles_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        load_articles(tmp_path)


def test_every_article_of_ours_fits_its_format() -> None:
    assert {found.head.lang for found in load_articles()} == {"nl", "en"}


def test_check_names_what_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, GOOD.replace("origin: coach", "origin: friend"))
    assert check([str(tmp_path)]) == 1
    assert "search.md:5" in capsys.readouterr().err
