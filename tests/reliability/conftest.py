from tests.telegram.conftest import api, start, stores

__all__ = ["api", "start", "stores"]
