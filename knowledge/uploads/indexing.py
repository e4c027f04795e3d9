"""Indexing uploads one after another in a thread of its own. Every step is noted, so that a restart goes on."""

import logging
from collections.abc import Callable, Iterable, Sequence
from itertools import batched
from threading import Event, Thread
from typing import Protocol

from coaching.desk.articles import Article, Section
from journey.errors import CoachError
from journey.passages import Passage
from journey.sentences import sentences
from knowledge.uploads.cutting import passages_of
from knowledge.uploads.parsing import parsed
from knowledge.uploads.shelf import Kind, Shelf

_LOG = logging.getLogger(__name__)
_BATCH = 8  # passages a step
_SENTENCE = 30  # characters from which on a sentence is worth a vector of its own
