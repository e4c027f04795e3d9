"""A plan line by line, and what changed between two."""

import pytest

from coaching.desk.plan_differences import Difference, differences
from coaching.desk.plan_lines import lines_of, with_line
from journey.plan import Basis, Line
from tests.making import email, plan, suggestion, with_stage, with_suggestion

PLAN = with_stage(plan(), 3, email=email())


class TestLines:
    def test_each_says_where_it_stands_and_where_it_comes_from(self) -> None:
        lines = {line.path: line for line in lines_of(PLAN)}
        assert lines["stages.0.does"].basis is Basis.ASSUMED
        assert (lines["stages.1.suggestions.0.text"].place, lines["stages.3.email.body"].place) == ("2a", "4m")
        assert lines["first_week.0.step"].key == "task.step"

    def test_empty_ones_are_left_out(self) -> None:
        assert "stages.0.suggestions.0.never" not in {
            line.path for line in lines_of(with_suggestion(PLAN, 0, never=""))
        }

    @pytest.mark.parametrize("path", [line.path for line in lines_of(PLAN)])
    def test_any_of_them_can_be_changed_and_nothing_else_changes_with_it(self, path: str) -> None:
        changed = with_line(PLAN, path, "Heel anders.")
        before, after = ({line.path: line.text for line in lines_of(made)} for made in (PLAN, changed))
        assert after == {**before, path: "Heel anders."}

    @pytest.mark.parametrize("path", ["", "title", "stages.9.does", "stages.0.mood", "__class__", "stages.0"])
    def test_what_is_no_line_is_not_changed(self, path: str) -> None:
        with pytest.raises(KeyError):
            with_line(PLAN, path, "x")


class TestDifferences:
    def test_the_same_plan_has_none(self) -> None:
        assert differences(PLAN, PLAN) == ()

    def test_a_line_that_changed_is_shown_before_and_after_with_what_it_belongs_to(self) -> None:
        now = with_line(with_line(PLAN, "stages.0.does", "Loopt binnen."), "stages.1.suggestions.0.text", "Kom!")
        assert differences(PLAN, now) == (
            Difference(key="stage.does", where="Attention", before=PLAN.stages[0].does.text, now="Loopt binnen."),
            Difference(
                key="suggestion.text",
                where=f"2a. {PLAN.stages[1].suggestions[0].name}",
                before=PLAN.stages[1].suggestions[0].text,
                now="Kom!",
            ),
        )

    def test_an_idea_that_only_moved_is_the_same(self) -> None:
        first, second = suggestion("een", 1), suggestion("twee", 2)
        before = with_stage(PLAN, 0, suggestions=(first, second))
        assert differences(before, with_stage(PLAN, 0, suggestions=(second, first))) == ()

    def test_what_came_and_what_went_are_told_apart(self) -> None:
        old, new = suggestion("oud", 1), suggestion("nieuw", 2)
        found = differences(with_stage(PLAN, 0, suggestions=(old,)), with_stage(PLAN, 0, suggestions=(new,)))
        assert {(one.where, bool(one.before), bool(one.now)) for one in found} == {
            (f"1a. {old.name}", True, False),
            (f"1a. {new.name}", False, True),
        }

    def test_where_a_line_comes_from_makes_no_difference(self) -> None:
        told = Line(text=PLAN.stages[0].does.text, basis=Basis.TOLD)
        assert differences(PLAN, with_stage(PLAN, 0, does=told)) == ()
