from bench.library import TimeExpression
from bench.sets.tempeval3 import count_values


def test_value_f1_needs_overlap_and_the_same_value() -> None:
    gold = [TimeExpression(0, 6, "1998-08-07"), TimeExpression(10, 20, "P1D"), TimeExpression(30, 35, "1998")]
    found = [TimeExpression(3, 9, "1998-08-07"), TimeExpression(10, 20, "P2D"), TimeExpression(40, 45, "1998")]
    assert count_values(gold, found)["value_f1"] == (1, 3, 3)


def test_value_f1_counts_a_found_expression_once() -> None:
    gold = [TimeExpression(0, 4, "1998"), TimeExpression(5, 9, "1998")]
    assert count_values(gold, [TimeExpression(0, 9, "1998")])["value_f1"] == (1, 1, 2)
