"""A claim's amounts held against those of the evidence: which pairs, what each says, and the verdict over all."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.alike import Alike, find_alike, find_scale
from sayso.checking.meeting import Allowed, Meeting, find_allowed, meet
from sayso.checking.wording import name_number
from sayso.model import Amount, Assumption, Comparison, Held, Interval, Verdict

ENOUGH = 1.0
"""How alike two amounts must be to be held against each other."""

_VERDICTS: dict[Meeting, Verdict] = {
    "within": "supports", "rounded": "supports", "conveyed_within": "supports", "just_beyond": "supports",
    "apart": "refutes", "conveyed_apart": "refutes", "weaker": "refutes", "partly": "undecided",
}  # fmt: skip
_WORDS: dict[Meeting, str] = {
    "within": "lies within", "rounded": "is, when rounded alike,", "apart": "lies outside",
    "conveyed_within": "lies, as it is commonly meant, within", "just_beyond": "lies, as it is commonly meant, within",
    "conveyed_apart": "lies, as it is commonly meant, outside", "weaker": "says less than",
    "partly": "lies only partly within",
}  # fmt: skip
_NOT_MUCH_OVER = Assumption(
    key="over_means_not_much_over", words='"Over", "under" and "about" name a number near the true one.'
)
_AS_MUCH_AS_KNOWN = Assumption(
    key="says_as_much_as_is_known", words="The evidence gives the strongest bound that its author knew of."
)
_ROUNDED = Assumption(key="claim_is_rounded", words="The claim gives a rounded number.")
_NEVER_FALLS = Assumption(
    key="total_never_falls", words="The number is a total, which never falls from one day to the next."
)
_ASSUMED: dict[Meeting, Assumption] = {
    "conveyed_within": _NOT_MUCH_OVER, "conveyed_apart": _NOT_MUCH_OVER, "just_beyond": _NOT_MUCH_OVER,
    "weaker": _AS_MUCH_AS_KNOWN, "rounded": _ROUNDED,
}  # fmt: skip


class _Judged(NamedTuple):
    """A claim's amount, the one of the evidence that it is held against, and what comes of it."""

    claim: Amount
    evidence: Amount | None
    verdict: Verdict
    words: str
    assumptions: tuple[Assumption, ...] = ()


def compare_amounts(claim: Sequence[Amount], evidence: Sequence[Amount]) -> Comparison:
    """Hold a claim's amounts against those of evidence.

    Args:
        claim: What READ found in the claim.
        evidence: What READ found in the evidence.

    Returns:
        The verdict with its pairs: the evidence refutes the claim when it refutes one of its amounts, and supports it
        when it supports at least one and refutes none.
    """
    asked = _choose_asked(claim)
    chosen = _pair_up(asked, evidence)
    judged = [
        _judge(amount, None if alike is None else evidence[alike.place])
        for amount, alike in zip(asked, chosen, strict=True)
    ]
    verdict = _settle([one.verdict for one in judged])
    assumed = {assumption.key: assumption for one in judged if one.verdict == verdict for assumption in one.assumptions}
    return Comparison(
        verdict=verdict,
        pairs=tuple(
            Held(
                claim=one.claim.span,
                evidence=one.evidence.span if one.evidence else None,
                verdict=one.verdict,
                words=one.words,
            )
            for one in judged
        ),
        reason=_find_reason(judged) if verdict == "undecided" else None,
        assumptions=tuple(assumed.values()),
    )


def _choose_asked(claim: Sequence[Amount]) -> list[Amount]:
    """The claim's amounts; years only where nothing else is claimed, since they tell when the rest held."""
    others = [amount for amount in claim if amount.kind != "year"]
    return others or list(claim)


def _pair_up(asked: Sequence[Amount], evidence: Sequence[Amount]) -> list[Alike | None]:
    """For each amount the likeliest of the evidence; the most alike choose first, and none is chosen twice."""
    chosen: list[Alike | None] = [None] * len(asked)
    offers = [(alike, position) for position, amount in enumerate(asked) for alike in find_alike(amount, evidence)]
    taken: set[int] = set()
    for alike, position in sorted(offers, key=lambda offer: (-offer[0].score, offer[1], offer[0].place)):
        if chosen[position] is None and alike.place not in taken and alike.score >= ENOUGH:
            chosen[position] = alike
            taken.add(alike.place)
    return chosen


def _settle(verdicts: Sequence[Verdict]) -> Verdict:
    if "refutes" in verdicts:
        return "refutes"
    return "supports" if "supports" in verdicts else "undecided"


def _find_reason(judged: Sequence[_Judged]) -> str:
    return judged[0].words if judged else "The claim names no number that could be held against the evidence."


def _judge(claim: Amount, known: Amount | None) -> _Judged:
    if known is None:
        return _Judged(claim, None, "undecided", f"The evidence has no number of what {_quote(claim)} counts.")
    if claim.kind == "score":
        return _judge_score(claim, known)
    scale = find_scale(claim, known) or Fraction(1)
    meeting = meet(claim.quantity, known.quantity, scale=scale)
    if meeting is None:
        return _Judged(claim, known, "undecided", f"{_quote(known)} and {_quote(claim)} name no numbers to compare.")
    words = f"{_describe(known, scale)} {_WORDS[meeting]} {_describe(claim, Fraction(1))}."
    assumed = (_ASSUMED[meeting],) if meeting in _ASSUMED else ()
    return _mind_time(_Judged(claim, known, _VERDICTS[meeting], words, assumed))


def _judge_score(claim: Amount, known: Amount) -> _Judged:
    """Scores are the same in either order: the winner's number comes first in one text, the home team's in another."""
    same = {claim.quantity.best, claim.other} == {known.quantity.best, known.other}
    words = f"{_quote(known)} is {'the' if same else 'not the'} score {_quote(claim)}."
    return _Judged(claim, known, "supports" if same else "refutes", words)


def _mind_time(judged: _Judged) -> _Judged:
    """The judgement, left open where the evidence is of another time and the number may have changed in between.

    A total of an earlier day is a least value for later ones, and that of a later day a greatest for earlier ones.
    """
    known = judged.evidence
    wanted = find_allowed(judged.claim.quantity)
    if known is None or wanted is None or judged.verdict == "undecided":
        return judged
    order = _find_order(judged.claim.when, known.when)
    if order == "same" or judged.claim.kind not in ("count", "money"):
        return judged
    is_earlier = order == "earlier"
    if _still_holds(judged.verdict, wanted, is_earlier=is_earlier):
        return judged._replace(assumptions=(*judged.assumptions, _NEVER_FALLS))
    words = (
        f"{judged.words} But the evidence tells of {'an' if order == 'earlier' else 'a'} {order} time than the claim."
    )
    return judged._replace(verdict="undecided", words=words, assumptions=())


def _still_holds(verdict: Verdict, wanted: Allowed, *, is_earlier: bool) -> bool:
    """Whether what a total of another day says of a claim holds for the claim's day, when totals never fall."""
    is_least, is_most = wanted.high is None, wanted.low is None
    if verdict == "supports":
        return is_least if is_earlier else is_most
    return is_most if is_earlier else is_least


def _find_order(claim: Interval | None, known: Interval | None) -> str:
    """Whether the evidence is of an ``earlier`` or ``later`` time than the claim, or may be of the ``same``."""
    if claim is None or known is None:
        return "same"
    start, known_start = _find_start(claim), _find_start(known)
    if start is not None and known.end is not None and known.end <= start:
        return "earlier"
    return "later" if claim.end is not None and known_start is not None and known_start >= claim.end else "same"


def _find_start(interval: Interval) -> str | None:
    """The first day; where only the end is known, the last one: "by 3 May" tells how things stood on 3 May."""
    if interval.start is not None or interval.end is None:
        return interval.start
    return (dt.date.fromisoformat(interval.end) - dt.timedelta(days=1)).isoformat()


def _quote(amount: Amount) -> str:
    return f'"{amount.span.exact}"'


def _describe(amount: Amount, scale: Fraction) -> str:
    """An amount as written, with the numbers that it allows."""
    allowed = find_allowed(amount.quantity, scale=scale)
    if allowed is None:
        return _quote(amount)
    shown = Fraction(100) if amount.kind == "share" else Fraction(1)
    sign = "%" if amount.kind == "share" else ""
    low = None if allowed.low is None else f"{_plain(allowed.low * shown, amount)}{sign}"
    high = None if allowed.high is None else f"{_plain(allowed.high * shown, amount)}{sign}"
    if low == high:
        return f"{_quote(amount)} ({low})"
    if high is None:
        return f"{_quote(amount)} ({'more than' if allowed.is_low_open else 'at least'} {low})"
    if low is None:
        return f"{_quote(amount)} ({'less than' if allowed.is_high_open else 'at most'} {high})"
    return f"{_quote(amount)} ({low} to {high})"


def _plain(value: Fraction, amount: Amount) -> str:
    return str(value) if amount.kind == "year" else name_number(value)
