"""From statements to an estimate: choose, read, fit, say what it rests on and what it does not determine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from sayso.estimation.draws import Sample, fit
from sayso.estimation.judging import Judgement, Shift, adjust, find_prior_sd, judge
from sayso.estimation.months import first_of, month_of, name_day, share_months, to_day
from sayso.estimation.normal import Array
from sayso.estimation.policies import name_policy, shipped_policy
from sayso.estimation.problems import Bias, Scale
from sayso.estimation.readings import Frame, Reading, list_options, make_readings
from sayso.estimation.saying import say_caveats
from sayso.estimation.selecting import Choice, find_links, select
from sayso.estimation.sources import is_anchor, list_sources, name_origin
from sayso.estimation.summaries import find_sd, make_prior_spread, make_spread, total_log
from sayso.model import (
    Estimate,
    EstimateBasis,
    EstimateFactor,
    EstimateInput,
    EstimatePeriod,
    EstimateReading,
    Interval,
    Measure,
    PeriodError,
    Policy,
    Relation,
    Statement,
    UnknownNameError,
    digest,
)

METHOD = "sayso.estimation.series.v1"
LEVEL = 0.9
_DRAWS = 24_000
"""Over all readings and points of the shared parameters."""
_LEAST_DRAWS = 36
_FEW = 50.0
"""Worth of draws under which a fit is made again with four times as many."""
_MOST_MONTHS = 600


class Question(NamedTuple):
    """What is asked for; None where the figures are to tell."""

    measure: str
    place: str | None
    start: str | None
    end: str | None
    seed: int


class Fits(NamedTuple):
    """The two fits of one question: what sources jointly report, and the true number, with what it rests on."""

    reported: Sample
    truth: Sample
    contraction: float
    truth_contraction: float
    judgement: Judgement


def estimate_series(basis: EstimateBasis, *, seed: int, code_version: str) -> Estimate:
    """Estimate a measure by month.

    Args:
        basis: What to estimate, from which statements, under which policy.
        seed: Of the random draws.
        code_version: The version of sayso, to be stored.

    Returns:
        The estimate: the same for the same basis and seed, whatever the order of the statements.

    Raises:
        PeriodError: Start or end are no days, out of order, or more than 50 years apart.
        UnknownNameError: No place is asked for and the figures are about several; or no such period as ``by``.
    """
    if basis.by != "month":
        raise UnknownNameError(f"expected by='month', found {basis.by!r}")
    question = Question(basis.measure, basis.place, basis.start, basis.end, seed)
    bounds = _find_bounds(question)
    measures = {measure.id: measure for measure in basis.measures}
    chosen = select(
        basis.statements, basis.relations, measures, measure=basis.measure, place=basis.place
    )  # fmt: skip
    chosen = [_keep_in_reach(choice, bounds[1]) for choice in chosen]
    used = [choice for choice in chosen if choice.is_used]
    span = _find_span(used, bounds, basis.policy)
    fields: dict[str, object] = {
        "measure": basis.measure,
        "place": basis.place,
        "seed": seed,
        "code_version": code_version,
    }
    if span is None:
        return _finish(basis, fields, _make_empty(chosen))
    frame, asked = span
    readings, wider = (
        make_readings(used, basis.relations, basis.policy, frame=frame, has_common=common) for common in (False, True)
    )
    scale = make_scale(basis.policy)
    shares = share_months(*asked, first=frame.first, months=frame.months)
    fits = _fit_both(readings, wider, scale, shares=shares, seed=seed)
    return _finish(basis, fields, _tell(basis, chosen, readings, wider, (fits, frame, asked, shares)))


def make_basis(
    statements: Iterable[Statement], relations: Iterable[Relation], measures: Iterable[Measure], policy: Policy | None,
    question: Mapping[str, str | None],
) -> EstimateBasis:  # fmt: skip
    """All that an estimate is made from, in an order of its own.

    Args:
        statements: All statements at hand; those about other measures are left out.
        relations: All relations at hand; those about other statements are left out.
        measures: All measures known.
        policy: The policy; None for the one that sayso ships.
        question: ``measure``, ``place``, ``start`` and ``end``.
    """
    wanted = str(question["measure"])
    known = {measure.id: measure for measure in measures}
    names = {wanted, *find_links(known, wanted)}
    kept = {one.id: one for one in statements if one.measure in names}
    tied = {one.id: one for one in relations if {one.source, *one.targets} & set(kept)}
    return EstimateBasis(
        statements=tuple(kept[name] for name in sorted(kept)),
        relations=tuple(tied[name] for name in sorted(tied)),
        measures=tuple(known[name] for name in sorted(names & set(known))),
        policy=shipped_policy() if policy is None else policy,
        measure=wanted,
        place=question["place"],
        start=question["start"],
        end=question["end"],
    )


def make_scale(policy: Policy) -> Scale:
    """The priors that inference shares, from a policy."""
    return Scale(
        policy.level.spread,
        (policy.walk.mean, policy.walk.spread),
        (policy.trust.mean, policy.trust.spread),
        (policy.noise.mean, policy.noise.spread),
        policy.outlier_share,
        policy.outlier_factor,
    )


def _find_bounds(question: Question) -> tuple[int | None, int | None]:
    days = []
    for name, text in (("start", question.start), ("end", question.end)):
        try:
            days.append(None if text is None else to_day(text))
        except ValueError as err:
            raise PeriodError(f"expected {name} as YYYY-MM-DD, found {text!r}") from err
    start, end = days
    if start is not None and end is not None and start >= end:
        raise PeriodError(f"expected the first day before the end, found {question.start} and {question.end}")
    return start, end


def _keep_in_reach(choice: Choice, end: int | None) -> Choice:
    interval = choice.statement.interval
    if not choice.is_used or interval is None or interval.start is None or interval.end is None:
        return choice
    last = max(to_day(interval.end), end or 0)
    if month_of(last) - month_of(to_day(interval.start)) < _MOST_MONTHS:
        return choice
    return choice._replace(is_used=False, reason="Its time reaches back more than 50 years.")


def _find_span(
    used: Sequence[Choice], bounds: tuple[int | None, int | None], policy: Policy
) -> tuple[Frame, tuple[int, int]] | None:
    """The months that everything lies in, and the days asked for; None when nothing says when."""
    told = [to_day(c.statement.interval.start) for c in used if c.statement.interval and c.statement.interval.start]
    earliest = min(told) if told else None
    options = [option for c in used for option in list_options(c.statement, policy, earliest)]
    first = [option.start for option in options] + [day for day in bounds[:1] if day is not None]
    last = [option.end for option in options] + [day for day in bounds[1:] if day is not None]
    if not first or not last:
        return None
    start, end = bounds[0] if bounds[0] is not None else min(first), bounds[1] if bounds[1] is not None else max(last)
    if start >= end:
        raise PeriodError(f"expected days that figures are about, found {name_day(start)} to {name_day(end)}")
    begin, stop = month_of(min(*first, start)), month_of(max(*last, end) - 1) + 1
    if stop - begin > _MOST_MONTHS:
        raise PeriodError(
            f"expected at most {_MOST_MONTHS} months, found {stop - begin}", hint="name a later first day"
        )
    return Frame(begin, stop - begin), (start, end)


def _fit_both(
    readings: Sequence[Reading], wider: Sequence[Reading], scale: Scale, *, shares: Array, seed: int
) -> Fits:  # fmt: skip
    worlds = [reading.world for reading in readings]
    draws = max(_LEAST_DRAWS, _DRAWS // (27 * len(worlds)))
    both = [worlds, [reading.world for reading in wider]]
    reported, truth = fit(both, scale, draws=draws, seed=seed)
    if min(reported.ess, truth.ess) < _FEW:
        reported, truth = fit(both, scale, draws=4 * draws, seed=seed)
    prior = find_prior_sd(worlds[0].topic, scale, shares=shares, seed=seed)
    contractions = [find_sd(total_log(one, shares), one.weight) / prior for one in (reported, truth)]
    return Fits(reported, truth, contractions[0], contractions[1], judge(worlds, scale, shares=shares, seed=seed))


def _tell(
    basis: EstimateBasis, chosen: Sequence[Choice], readings: Sequence[Reading], wider: Sequence[Reading],
    found: tuple[Fits, Frame, tuple[int, int], Array],
) -> dict[str, object]:  # fmt: skip
    fits, frame, asked, shares = found
    reported, truth = (make_spread(total_log(one, shares), one.weight) for one in (fits.reported, fits.truth))
    origins = len({name_origin(choice.statement) for choice in chosen if choice.is_used})
    sources = {name for choice in chosen if choice.is_used for name in list_sources(choice.statement)}
    inputs = _tell_inputs(chosen, fits.judgement)
    fields: dict[str, object] = {
        "interval": _make_interval(asked, (basis.start, basis.end)),
        "reported": reported, "truth": truth, "low": truth.low, "best": truth.best, "high": truth.high,
        "contraction": fits.contraction, "truth_contraction": fits.truth_contraction,
        "elasticity": fits.judgement.elasticity,
        "series": _tell_series(fits, frame, shares),
        "factors": _tell_factors(wider[0].world.topic.biases, fits),
        "readings": _tell_readings(readings, fits.reported),
        "inputs": inputs, "independent_origins": origins,
        "ess": min(fits.reported.ess, fits.truth.ess), "draws": len(fits.reported.weight),
    }  # fmt: skip
    has_anchor = any(is_anchor(name, basis.policy) for name in sources)
    return fields | {"caveats": say_caveats(fields, inputs, has_anchor=has_anchor, origins=origins)}


def _make_empty(chosen: Sequence[Choice]) -> dict[str, object]:
    inputs = _tell_inputs(chosen, None)
    return {
        "interval": None, "reported": None, "truth": None, "low": None, "best": None, "high": None,
        "contraction": None, "truth_contraction": None, "elasticity": None, "series": (), "factors": (),
        "readings": (), "inputs": inputs, "independent_origins": 0, "ess": 0.0, "draws": 0,
        "caveats": say_caveats({"reported": None}, inputs, has_anchor=False, origins=0),
    }  # fmt: skip


def _finish(basis: EstimateBasis, fields: dict[str, object], told: dict[str, object]) -> Estimate:
    known = {"aspect": "flow", "level": LEVEL, "method": METHOD, "policy": name_policy(basis.policy), "basis": basis}
    estimate = Estimate(id="", **fields, **told, **known)  # type: ignore[arg-type]  # each field is made above
    content = msgspec.structs.asdict(estimate)
    del content["id"]
    return msgspec.structs.replace(estimate, id=digest("estimate", content))


def _make_interval(asked: tuple[int, int], named: tuple[str | None, str | None]) -> Interval:
    start, end = name_day(asked[0]), name_day(asked[1])
    words = None if named == (None, None) else f"{start} to {end}"
    return Interval(
        as_written=words, start=start, end=end, edtf=None, kind="interval", start_precision="day", end_precision="day"
    )  # fmt: skip


def _tell_series(fits: Fits, frame: Frame, shares: Array) -> tuple[EstimatePeriod, ...]:
    return tuple(
        EstimatePeriod(
            start=name_day(first_of(frame.first + month)),
            end=name_day(first_of(frame.first + month + 1)),
            reported=make_spread(fits.reported.z[:, month], fits.reported.weight),
            truth=make_spread(fits.truth.z[:, month], fits.truth.weight),
        )
        for month in np.flatnonzero(shares > 0).tolist()
    )


def _tell_factors(biases: Sequence[Bias], fits: Fits) -> tuple[EstimateFactor, ...]:
    """Factors as the fit of the reported level knows them; the common one, which only the other has, as that one does."""
    own = [bias for bias in biases if bias.kind != "common"]
    told = []
    for bias in biases:
        sample = fits.truth if bias.kind == "common" else fits.reported
        place = (list(biases) if bias.kind == "common" else own).index(bias)
        shift: Shift | None = fits.judgement.by_bias.get(bias.name)
        factor = EstimateFactor(
            name=bias.name,
            kind=bias.kind,  # type: ignore[arg-type]  # biases have no other kinds
            prior=make_prior_spread(bias.mean, bias.spread),
            posterior=make_spread(sample.b[:, place], sample.weight),
        )
        if shift is not None:
            factor = msgspec.structs.replace(
                factor, without_shift=shift.shift, without_width=shift.width, is_shift_clear=shift.is_clear
            )
        told.append(factor)
    return tuple(told)


def _tell_readings(readings: Sequence[Reading], sample: Sample) -> tuple[EstimateReading, ...]:
    if len(readings) < 2:
        return ()
    shares = np.bincount(sample.world, weights=sample.weight, minlength=len(readings))
    told = [
        EstimateReading(choices=one.choices, prior=float(np.exp(one.world.log_prior)), posterior=float(share))
        for one, share in zip(readings, shares, strict=True)
    ]
    return tuple(sorted(told, key=lambda one: (-one.posterior, one.choices)))


def _tell_inputs(chosen: Sequence[Choice], judgement: Judgement | None) -> tuple[EstimateInput, ...]:
    predictions = {} if judgement is None else judgement.predictions
    p_values = {name: min(1.0, 2 * min(one.tail_low, one.tail_high)) for name, one in predictions.items()}
    q_values = adjust(p_values)
    told = []
    for choice in chosen:
        name = choice.statement.id
        one = EstimateInput(statement=name, is_used=choice.is_used, reason=choice.reason, copy_of=choice.copy_of)
        if choice.is_used and judgement is not None:
            prediction, shift = predictions[name], judgement.by_site[name]
            one = msgspec.structs.replace(
                one, origin=list_sources(choice.statement)[-1], predicted=prediction.spread,
                tail_low=prediction.tail_low, tail_high=prediction.tail_high, p_value=p_values[name],
                q_value=q_values[name], shift=shift.shift, is_shift_clear=shift.is_clear,
            )  # fmt: skip
        told.append(one)
    return tuple(told)
