"""The anonymised export keeps what docs/anonymising.md says of it."""

import pytest

from bench.anonymising.run import score, snippets


@pytest.mark.parametrize(("file", "recall"), [("tuning.yaml", 0.97), ("held_out.yaml", 0.9)])
def test_nearly_all_that_identifies_people_is_taken_out_and_hardly_anything_else(file, recall):
    scored = score(snippets(file))
    assert scored.caught.total() >= recall * scored.there.total(), scored.missed
    assert len(scored.needless) <= 0.02 * scored.others, scored.needless
