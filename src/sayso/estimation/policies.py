"""Policies: a YAML file in, a checked policy out; every rule that it breaks is named."""

from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path

import yaml

from sayso.model import ContractError, Policy, PolicyError, convert, digest

_HINT = "docs/pages/how-to/estimate.md says what each entry means"
_MIN_RECIPE = 1e-6


@cache
def shipped_policy() -> Policy:
    """The policy that sayso ships."""
    text = files("sayso.estimation").joinpath("policy.yaml").read_text(encoding="utf-8")
    return parse_policy(text, where="policy.yaml")


def load_policy(path: str | PathLike[str]) -> Policy:
    """The policy of a file.

    Raises:
        PolicyError: The file cannot be read, or breaks the rules; every broken entry is named.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise PolicyError(f"expected a policy as YAML, found something else ({err})", where=str(path)) from err
    return parse_policy(text, where=str(path))


def parse_policy(text: str, *, where: str = "") -> Policy:
    """The policy that a text in YAML holds.

    Raises:
        PolicyError: It breaks the rules; every broken entry is named.
    """
    try:
        fields = yaml.safe_load(text)
    except yaml.YAMLError as err:
        raise PolicyError(f"expected YAML, found something else ({err})", where=where, hint=_HINT) from err
    try:
        policy = convert(fields, Policy)
    except ContractError as err:
        raise PolicyError(f"{err.message} ({err.where})", where=where, hint=_HINT) from err
    problems = find_problems(policy)
    if problems:
        raise PolicyError("; ".join(problems), where=where, hint=_HINT)
    return policy


def name_policy(policy: Policy) -> str:
    """Name, version and digest, as results give them."""
    return f"{policy.policy} v{policy.version} {digest('policy', policy)}"


def find_problems(policy: Policy) -> list[str]:
    """What no policy may hold, a line an entry."""
    spreads = {"level": policy.level, "walk": policy.walk, "trust": policy.trust, "noise": policy.noise}
    spreads |= {"common": policy.common, "measure_ratio": policy.measure_ratio}
    problems = [
        f"{name}.spread: expected more than 0, found {p.spread}" for name, p in spreads.items() if p.spread <= 0
    ]
    for name, value in (("outlier_share", policy.outlier_share), ("bound_tight", policy.bound_tight)):
        if not 0 < value < 1:
            problems.append(f"{name}: expected between 0 and 1, found {value}")
    for name, value in (
        ("outlier_factor", policy.outlier_factor - 1), ("denial_widens", policy.denial_widens),
        ("rate_without_reports", policy.rate_without_reports),
    ):  # fmt: skip
        if value <= 0:
            problems.append(f"{name}: too small")
    problems += [
        f"doubts.{kind}: missing"
        for kind in ("understated", "overstated", "open", "denied")
        if kind not in policy.doubts
    ]
    problems += [f"doubts.{kind}.spread: expected at least 0" for kind, p in policy.doubts.items() if p.spread < 0]
    for name, shares in (("rate_readings", [r.share for r in policy.rate_readings]), ("rounding", policy.rounding)):
        if not shares or min(shares) <= 0 or abs(sum(shares) - 1) > _MIN_RECIPE:
            problems.append(f"{name}: expected shares above 0 that add up to 1, found {list(shares)}")
    return problems + _find_source_problems(policy)


def _find_source_problems(policy: Policy) -> list[str]:
    ids = [one.id for one in policy.source_classes]
    problems = [] if ids else ["source_classes: expected at least one"]
    problems += [
        f"source_classes.{one.id}.spread: expected more than 0" for one in policy.source_classes if one.spread <= 0
    ]
    problems += [f"source_classes: {name} stands there twice" for name in sorted({n for n in ids if ids.count(n) > 1})]
    problems += [
        f"sources.{one.name}: expected source_class to be one of {', '.join(ids)}, found {one.source_class!r}"
        for one in policy.sources
        if one.source_class not in ids
    ]
    return problems
