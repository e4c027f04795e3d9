"""Indices of some rows of the desk's tables only, for who makes or compares tables: to name them loads the dialect of
PostgreSQL, which a talk on SQLite has no use for."""

from sqlalchemy import Index, text

from storage.desk.tables import asks, reviews

_UNINDEXED = text("indexed < messages")
_of, _asked = reviews.c, asks.c

Index("ix_reviews_unindexed", _of.number, sqlite_where=_UNINDEXED, postgresql_where=_UNINDEXED)
Index("ix_asks_poor", _asked.agency, _asked.at, sqlite_where=text("poor = 1"), postgresql_where=text("poor"))
