"""The `Articles` port over a database, and the jobs of indexing them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, Select, delete, insert, select, update

from coaching.desk.articles import Article, ArticleState, Section, Upload
from coaching.desk.indexing import Job
from coaching.desk.staff import MAIN_AGENCY, Reader
from storage.clock import now_in_utc
from storage.desk.tables import article_parts, articles
from storage.engine import Database
from storage.rows import Row, in_utc
from storage.tables import owners

_LISTED = [column for column in articles.c if column.name != "body"]
_LONGEST = 200  # characters of a heading


class DatabaseArticles:
    """Own articles in SQLite or PostgreSQL. Safe to share between threads."""

    def __init__(self, database: Database, now: Callable[[], datetime] = now_in_utc) -> None:
        self._database = database
        self._now = now

    def all(self, reader: Reader) -> tuple[Article, ...]:
        """See Articles."""
        return self._listed(select(*_LISTED).where(articles.c.agency == reader.agency))

    def ready(self, agency: str) -> tuple[Article, ...]:
        """See Articles."""
        query = select(*_LISTED).where(articles.c.agency == agency, articles.c.on)
        return self._listed(query.where(articles.c.state == ArticleState.READY))

    def ready_for(self, owner: str) -> tuple[Article, ...]:
        """The same for the agency that an owner belongs to."""
        with self._database.reading() as connection:
            agency = connection.execute(select(owners.c.agency).where(owners.c.key == owner)).scalar()
        return self.ready(agency or MAIN_AGENCY)

    def add(self, reader: Reader, upload: Upload, media: str) -> str:
        """See Articles."""
        article = uuid4().hex
        row = upload.model_dump(exclude={"content"}) | {
            "id": article,
            "agency": reader.agency,
            "on": True,
            "name": upload.name[:_LONGEST],
            "media": media,
            "body": upload.content,
            "state": str(ArticleState.WAITING),
            "by": reader.code,
            "added": self._now(),
        }
        self._database.write(lambda connection: connection.execute(insert(articles).values(row)) and None)
        return article

    def switch(self, reader: Reader, article: str, on: bool) -> bool:
        """See Articles."""
        return self._changed(reader, article, on=on)

    def again(self, reader: Reader, article: str) -> bool:
        """See Articles."""
        return self._changed(reader, article, state=str(ArticleState.WAITING), problem="", done=0, total=0)

    def remove(self, reader: Reader, article: str) -> bool:
        """See Articles."""
        mine = delete(articles).where(articles.c.id == article, articles.c.agency == reader.agency)
        return self._database.write(lambda connection: connection.execute(mine).rowcount == 1)

    def begin_anew(self, indexed: Callable[[Sequence[str]], Sequence[str]]) -> None:
        """See Jobs."""
        half_done = update(articles).where(articles.c.state == ArticleState.INDEXING)
        self._database.write(lambda connection: connection.execute(half_done.values(state="waiting")) and None)
        with self._database.reading() as connection:
            query = select(articles.c.id).where(articles.c.state == ArticleState.READY)
            ready = connection.execute(query).scalars().all()
        lost = set(ready) - set(indexed(ready))
        if lost:
            waiting = update(articles).where(articles.c.id.in_(lost)).values(state=str(ArticleState.WAITING))
            self._database.write(lambda connection: connection.execute(waiting) and None)

    def take(self) -> Job | None:
        """See Jobs."""
        return self._database.write(_take)

    def keep(self, article: str, sections: Sequence[Section]) -> None:
        """See Jobs."""
        rows = [
            {"article": article, "number": number, "heading": part.heading[:_LONGEST], "text": part.text}
            for number, part in enumerate(sections, 1)
        ]

        def work(connection: Connection) -> None:
            connection.execute(delete(article_parts).where(article_parts.c.article == article))
            if rows and connection.execute(select(articles.c.id).where(articles.c.id == article)).first():
                connection.execute(insert(article_parts), rows)

        self._database.write(work)

    def note(self, article: str, done: int, total: int) -> bool:
        """See Jobs."""
        return self._settle(article, done=done, total=total)

    def finish(self, article: str) -> bool:
        """See Jobs."""
        return self._settle(article, state=str(ArticleState.READY), problem="")

    def fail(self, article: str, problem: str) -> None:
        """See Jobs."""
        self._settle(article, state=str(ArticleState.FAILED), problem=problem)

    def _listed(self, query: Select[tuple[object, ...]]) -> tuple[Article, ...]:
        newest_first = query.order_by(articles.c.added.desc(), articles.c.id)
        with self._database.reading() as connection:
            return tuple(_article(row) for row in connection.execute(newest_first).mappings())

    def _changed(self, reader: Reader, article: str, **values: object) -> bool:
        mine = update(articles).where(articles.c.id == article, articles.c.agency == reader.agency)
        return self._database.write(lambda connection: connection.execute(mine.values(**values)).rowcount == 1)

    def _settle(self, article: str, **values: object) -> bool:
        settled = update(articles).where(articles.c.id == article).values(**values)
        return self._database.write(lambda connection: connection.execute(settled).rowcount == 1)


def _take(connection: Connection) -> Job | None:
    waiting = select(articles).where(articles.c.state == ArticleState.WAITING).order_by(articles.c.added)
    row = connection.execute(waiting.limit(1).with_for_update(skip_locked=True)).mappings().first()
    if row is None:
        return None
    taken = update(articles).where(articles.c.id == row["id"])
    connection.execute(taken.values(state=str(ArticleState.INDEXING), done=0, total=0, problem=""))
    return Job(_article(row), row["body"])


def _article(row: Row) -> Article:
    values = {name: row[name] for name in Article.model_fields if name != "added"}
    return Article(added=in_utc(row["added"]), **values)
