"""What a person decided about a statement, a field of it, or an agent: one row a decision, never changed."""

from typing import Any, Literal

import msgspec

from sayso.model.digests import digest
from sayso.model.json import convert

ReviewAction = Literal["accept", "correct", "reject", "skip", "merge", "split", "adopt", "sign_off"]
Light = Literal["red", "green", "grey"]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """One decision.

    Attributes:
        id: Digest of the other fields.
        actor: Who decided.
        time: When, as ``YYYY-MM-DDTHH:MM:SSZ``.
        target: The id of the statement, agent or finding.
        field: The field decided about, such as ``"quantity.low"``; None for the whole.
        action: accept, correct, reject, skip, merge, split, adopt or sign_off.
        before: The field's value before; None when nothing was changed.
        after: The field's value after; None when nothing was changed.
        reason: Why.
        light: The field's traffic light; None when not set.
    """

    id: str
    actor: str
    time: str
    target: str
    field: str | None
    action: ReviewAction
    before: Any = None
    after: Any = None
    reason: str = ""
    light: Light | None = None


def make_review(*, actor: str, time: str, target: str, action: ReviewAction, **known: object) -> Review:
    """A review with its id.

    Raises:
        ContractError: A field has a value of the wrong type.
    """
    fields = {"actor": actor, "time": time, "target": target, "action": action, "field": None, **known}
    review = convert({"id": "", **fields}, Review)
    identity = msgspec.structs.asdict(review)
    del identity["id"]
    return msgspec.structs.replace(review, id=digest("review", identity))
