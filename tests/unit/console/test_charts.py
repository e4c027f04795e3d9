"""Pictures of figures."""

from console.charts import Part, bars


def test_bars_are_shares_of_the_longest_and_their_parts_lie_end_to_end() -> None:
    chart = bars([("vraag", (30, 10), "40"), ("antwoord", (0, 20), "20")])
    assert [row.parts for row in chart.rows] == [
        (Part(0, 66.0, 1, 30), Part(66.0, 22.0, 2, 10)),
        (Part(0, 44.0, 2, 20),),
    ]
    assert [row.end for row in chart.rows] == [88.0, 44.0]
    assert chart.height == 2 * chart.rows[1].y


def test_what_is_there_can_be_seen_however_little_it_is() -> None:
    (row, _) = bars([("weinig", (1,), "1"), ("veel", (100_000,), "100000")]).rows
    assert row.parts[0].width > 0.5


def test_nothing_is_an_empty_picture() -> None:
    assert bars([]).height == 0
    assert bars([("niemand", (0,), "0")]).rows[0].parts == ()
