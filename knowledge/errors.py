"""What can go wrong with the knowledge, each with a text key and the values its text needs."""

from journey.errors import CoachError


class KnowledgeError(CoachError):
    """Anything wrong with the library, the embedder or the index."""


class BrokenArticleError(KnowledgeError):
    """An article does not fit its format: `place` is file:line, `problem` what is wrong there."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__("knowledge.article_broken", place=place, problem=problem)


class BrokenLibraryRecordError(KnowledgeError):
    """A play or sector pack does not fit its schema; `problem` names file, line and what is wrong."""

    def __init__(self, problem: str) -> None:
        super().__init__("knowledge.record_broken", problem=problem)


class LibraryMissingError(KnowledgeError):
    """A folder of the library is not there, or has nothing in it: a damaged installation."""

    def __init__(self, folder: str) -> None:
        super().__init__("knowledge.library_missing", folder=folder)


class UnknownEmbedderError(KnowledgeError):
    """The setting names no embedder."""

    def __init__(self, spec: str) -> None:
        super().__init__("knowledge.embedder_unknown", spec=spec)


class EmbedderMissingError(KnowledgeError):
    """The package behind an embedder is not installed; `install` is the command that mends it."""

    def __init__(self, package: str, install: str) -> None:
        super().__init__("knowledge.embedder_missing", package=package, install=install)


class ModelMissingError(KnowledgeError):
    """The model of an embedder is not on this machine, and nobody allowed a download."""

    def __init__(self, model: str, problem: str) -> None:
        super().__init__("knowledge.model_missing", model=model, problem=problem)


class BrokenIndexError(KnowledgeError):
    """The index in `place` can't be read; building it anew mends it."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__("knowledge.index_broken", place=place, problem=problem)


class UnwritableIndexError(KnowledgeError):
    """The index can't be stored in `place`: no rights, no room, or not a folder."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__("knowledge.index_unwritable", place=place, problem=problem)


class UnreachableIndexError(KnowledgeError):
    """No Chroma server answers at `address`."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__("knowledge.index_unreachable", address=address, problem=problem)


class MissingIndexError(KnowledgeError):
    """There is no index yet, or only one of another library or embedder: build it first."""

    def __init__(self, place: str) -> None:
        super().__init__("knowledge.index_missing", place=place)
