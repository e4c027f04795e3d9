"""Own articles on real databases: kept by agency, and jobs that a restart goes on with."""

import pytest

from coaching.desk.articles import ArticleState, Section, Upload
from coaching.desk.staff import Reader
from coaching.message import Message, MessageKind
from coaching.records import Turn
from journey.profile import Profile
from journey.state import State
from storage.articles import DatabaseArticles
from storage.coaches import DatabaseCoaches
from storage.conversations import DatabaseConversations
from tests.contracts.databases import DATABASES, opened

MIEKE = Reader(agency="main", code="mieke", name="Mieke Claes")
STRANGER = Reader(agency="noord", code="sven", name="Sven Dekker")
UPLOAD = Upload(
    name="k.md", content=b"# Kaart", title="De kaart", source="Ons bureau", language="nl", label="dazzle5/loyalty"
)


@pytest.fixture(params=DATABASES)
def database(request, tmp_path):
    return opened(request, tmp_path)


@pytest.fixture
def articles(database):
    return DatabaseArticles(database)


def indexed(articles: DatabaseArticles, reader: Reader = MIEKE) -> str:
    article = articles.add(reader, UPLOAD, "md")
    articles.take()
    articles.finish(article)
    return article


def test_an_upload_waits_and_is_listed_with_all_that_was_said_of_it(articles):
    article = articles.add(MIEKE, UPLOAD, "md")
    (listed,) = articles.all(MIEKE)
    assert (listed.id, listed.title, listed.source, listed.label) == (article, "De kaart", "Ons bureau", UPLOAD.label)
    assert (listed.state, listed.on, listed.by, listed.media) == (ArticleState.WAITING, True, "mieke", "md")


def test_nothing_of_another_agency_can_be_seen_switched_removed_or_tried_again(articles):
    article = indexed(articles)
    assert articles.all(STRANGER) == ()
    assert articles.ready("noord") == ()
    assert not articles.switch(STRANGER, article, False)
    assert not articles.again(STRANGER, article)
    assert not articles.remove(STRANGER, article)
    assert articles.all(MIEKE)[0].on


def test_an_article_is_ready_once_indexed_and_as_long_as_it_is_on(articles):
    article = articles.add(MIEKE, UPLOAD, "md")
    assert articles.ready("main") == ()
    articles.take()
    articles.finish(article)
    assert [ready.id for ready in articles.ready("main")] == [article]
    articles.switch(MIEKE, article, False)
    assert articles.ready("main") == ()


def test_an_owner_has_the_articles_of_the_agency_of_their_coach_and_a_newcomer_those_of_the_main_one(
    database, articles
):
    mine, theirs = indexed(articles), indexed(articles, STRANGER)
    DatabaseCoaches(database).add("mieke", "Mieke Claes")
    store = DatabaseConversations(database)
    talk = store.fresh("telegram:1", State(), Profile())
    message = Message(kind=MessageKind.TEXT, text="hoi")
    store.record(Turn(conversation=talk, message=message, state=State(), profile=Profile(), joins="mieke"))
    assert [ready.id for ready in articles.ready_for("telegram:1")] == [mine]
    assert [ready.id for ready in articles.ready_for("telegram:2")] == [mine]
    assert [ready.id for ready in articles.ready("noord")] == [theirs]


def test_jobs_are_taken_one_by_one_the_longest_waiting_first(articles):
    first, second = articles.add(MIEKE, UPLOAD, "md"), articles.add(STRANGER, UPLOAD, "md")
    taken = [articles.take(), articles.take()]
    assert [job.article.id for job in taken if job] == [first, second]
    assert taken[0].body == b"# Kaart"
    assert articles.take() is None


def test_progress_and_what_went_wrong_are_kept(articles):
    article = articles.add(MIEKE, UPLOAD, "md")
    articles.take()
    assert articles.note(article, 3, 10)
    assert (articles.all(MIEKE)[0].done, articles.all(MIEKE)[0].total) == (3, 10)
    articles.fail(article, "articles.locked")
    assert (articles.all(MIEKE)[0].state, articles.all(MIEKE)[0].problem) == (ArticleState.FAILED, "articles.locked")
    articles.again(MIEKE, article)
    assert (articles.all(MIEKE)[0].state, articles.all(MIEKE)[0].problem) == (ArticleState.WAITING, "")


def test_after_a_restart_what_was_half_done_or_lost_from_the_index_waits_again(articles):
    kept, lost, half_done = indexed(articles), indexed(articles), articles.add(MIEKE, UPLOAD, "md")
    articles.take()
    articles.begin_anew(lambda ready: [article for article in ready if article == kept])
    states = {article.id: article.state for article in articles.all(MIEKE)}
    assert states == {kept: ArticleState.READY, lost: ArticleState.WAITING, half_done: ArticleState.WAITING}


def test_an_article_that_was_removed_takes_no_more_progress(articles):
    article = articles.add(MIEKE, UPLOAD, "md")
    articles.take()
    assert articles.remove(MIEKE, article)
    articles.keep(article, [Section(heading="", text="Kaart")])
    assert not articles.note(article, 1, 2)
    assert not articles.finish(article)
    assert articles.all(MIEKE) == ()
