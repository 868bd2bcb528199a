"""A claim's amounts held against those of the evidence: which pairs, what each says, and the verdict over all."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.alike import Alike, find_alike, find_scale
from sayso.checking.ranges import Meeting, meet
from sayso.checking.wording import name_number
from sayso.model import Amount, Assumption, Comparison, Held, Verdict

ENOUGH = 1.0
"""How alike two amounts must be to be held against each other."""


class _Pair(NamedTuple):
    """A claim's amount with the one of the evidence that it is held against."""

    claim: Amount
    evidence: Amount | None
    verdict: Verdict
    words: str
    assumptions: tuple[Assumption, ...] = ()
    score: float = 0.0


def compare_amounts(claim: Sequence[Amount], evidence: Sequence[Amount]) -> Comparison:
    """Hold a claim's amounts against those of evidence.

    Args:
        claim: What READ found in the claim.
        evidence: What READ found in the evidence.

    Returns:
        The verdict with its pairs: refuted when one pair is, supported when every pair that could be made is.
    """
    asked = _choose_asked(claim)
    pairs = _pair_up(asked, evidence)
    judged = [_judge(amount, evidence, alike) for amount, alike in zip(asked, pairs, strict=True)]
    verdict, reason = _settle(judged)
    kept = [assumption for pair in judged if pair.verdict == verdict for assumption in pair.assumptions]
    return Comparison(
        verdict=verdict,
        pairs=tuple(
            Held(claim=one.claim.span, evidence=one.evidence.span if one.evidence else None, verdict=one.verdict, words=one.words)
            for one in judged
        ),
        reason=reason,
        assumptions=tuple(dict.fromkeys(kept)) if False else tuple(kept),
    )


def _choose_asked(claim: Sequence[Amount]) -> list[Amount]:
    """The claim's amounts; years only where nothing else is claimed, since they tell when the rest held."""
    others = [amount for amount in claim if amount.kind != "year"]
    return others or list(claim)


def _pair_up(asked: Sequence[Amount], evidence: Sequence[Amount]) -> list[Alike | None]:
    """For each amount the likeliest of the evidence; the most alike choose first, and none is chosen twice."""
    lists = [find_alike(amount, evidence) for amount in asked]
    chosen: list[Alike | None] = [None] * len(asked)
    offers = sorted(
        ((alike, position) for position, found in enumerate(lists) for alike in found),
        key=lambda offer: (-offer[0].score, offer[1], offer[0].place),
    )
    taken: set[int] = set()
    for alike, position in offers:
        if chosen[position] is None and alike.place not in taken and alike.score >= ENOUGH:
            chosen[position] = alike
            taken.add(alike.place)
    return chosen


def _judge(claim: Amount, evidence: Sequence[Amount], alike: Alike | None) -> _Pair:
    if alike is None:
        return _Pair(claim, None, "undecided", f"the evidence has no number like {claim.span.exact!r}")
    known = evidence[alike.place]
    if claim.kind == "score":
        return _judge_score(claim, known, alike)
    scale = find_scale(claim, known) or Fraction(1)
    meeting = meet(claim.quantity, known.quantity, scale=scale)
    verdict = _VERDICTS[meeting] if meeting else "undecided"
    return _Pair(claim, known, verdict, f"{meeting}", (), alike.score)


_VERDICTS: dict[Meeting, Verdict] = {
    "within": "supports", "rounded": "supports", "conveyed_within": "supports", "apart": "refutes", "conveyed_apart": "refutes",
    "weaker": "refutes", "partly": "undecided",
}  # fmt: skip


def _judge_score(claim: Amount, known: Amount, alike: Alike) -> _Pair:
    ours, theirs = {claim.quantity.best, claim.other}, {known.quantity.best, known.other}
    return _Pair(claim, known, "supports" if ours == theirs else "refutes", "", (), alike.score)


def _settle(pairs: Sequence[_Pair]) -> tuple[Verdict, str | None]:
    if not pairs:
        return "undecided", "the claim names no number"
    if any(pair.verdict == "refutes" for pair in pairs):
        return "refutes", None
    if any(pair.verdict == "supports" for pair in pairs):
        return "supports", None
    return "undecided", pairs[0].words
