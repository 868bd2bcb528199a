"""The sentences that an estimate must not be read without."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import EstimateInput

_UNDETERMINED = 0.7
"""Share of the prior's spread that is left, above which the figure is the prior's."""
_LEANING = 0.5
_SURPRISING = 0.05
_FEW = 50.0


def say_caveats(
    fields: Mapping[str, Any], inputs: Sequence[EstimateInput], *, has_anchor: bool, origins: int
) -> tuple[str, ...]:
    """What the reports alone do not determine, and what else must be known.

    Args:
        fields: The fields of the estimate so far.
        inputs: Every statement looked at.
        has_anchor: Whether a source is taken for nearly the truth.
        origins: How many origins the used statements have.
    """
    used = [one for one in inputs if one.is_used]
    if fields["reported"] is None:
        return ("The number is not determined by these reports: none of them can be used, and no time is named.",)
    said = []
    contraction, elasticity = fields["contraction"], fields["elasticity"]
    if contraction > _UNDETERMINED:
        said.append(
            "The number is not determined by these reports: "
            f"{contraction:.0%} of the spread that the policy assumes before any report is left, so the band is the policy's."
        )
    if used and elasticity > _LEANING and not has_anchor:
        said.append(
            "The level rests on the assumption that these sources are right on average: if all of them overstate by "
            f"10%, the number is about {1 - 1.1**-elasticity:.0%} lower, and nothing in the reports would show it."
        )
    if used and origins == 1:
        said.append("All that is used comes from one origin: nobody else bears it out.")
    surprising = [one for one in used if one.q_value is not None and one.q_value < _SURPRISING]
    said += [f"Statement {one.statement} is surprising given the others (p = {one.p_value:.3f})." for one in surprising]
    if fields["ess"] < _FEW:
        said.append(
            f"The draws are worth only {fields['ess']:.0f} equal ones, so the ends of the bands are rough: "
            "the figures may contradict each other."
        )
    return tuple(said)
