"""What the trained chooser looks at: words, kinds of words, ages and numbers of a report on a shooting."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.estimation.shooting_words import Token, find_tokens
from sayso.model import Reading, Statement

_ZONES = (("lead", 60), ("start", 200), ("body", 900))
"""The first words of the body: the lead is news, what comes later is often background."""
MAX_SMALL = 8
"""Every number of victims up to this is considered; a greater one where a statement on people or a rule has it."""
_LONGEST_RUN = 4
_SIDES = frozenset(["person", "people"])


class Rules(NamedTuple):
    """What the rules make of the report: the numbers with the rule, None where they find no outcome."""

    killed: tuple[int, str] | None
    injured: tuple[int, str] | None


class Evidence(NamedTuple):
    """All that is looked at.

    Attributes:
        report: Features of the report, the same for every number.
        numbers: For each number of victims considered, in order, the features of its mentions.
        pairs: For each number of killed and of injured considered, features of the two together.
    """

    report: tuple[str, ...]
    numbers: dict[int, tuple[str, ...]]
    pairs: dict[tuple[int, int], tuple[str, ...]]


def gather_evidence(reading: Reading, rules: Rules) -> Evidence:
    """Look at a report.

    Args:
        reading: The report.
        rules: What the rules make of it.

    Returns:
        The features, in an order that depends on the report alone.
    """
    document = reading.document
    title = find_tokens(document.title or "")
    body = find_tokens(document.text[document.body[0] : document.body[1]])
    report = dict.fromkeys([*_words(title, body), *_runs(title, body), *_ages(body), *_by_rules(rules), "any report"])
    numbers: dict[int, dict[str, None]] = defaultdict(dict)
    for value, feature in (*_statements(reading), *_numbers_by_rules(rules)):
        numbers[value][feature] = None
    considered = sorted({*range(MAX_SMALL + 1), *numbers})
    for value, feature in (*_mentions("title", title), *_mentions("body", body)):
        numbers[value][feature] = None
    mentioned = {value: tuple(numbers.get(value, ())) for value in considered}
    return Evidence(tuple(report), mentioned, _pairs(mentioned))


def _words(title: Sequence[Token], body: Sequence[Token]) -> Iterator[str]:
    for token in title:
        yield f"word title {_spell(token)}"
    for zone, size in _ZONES:
        for token in body[:size]:
            if not token.is_name:
                yield f"word {zone} {_spell(token)}"


def _spell(token: Token) -> str:
    return token.word if token.number is None or token.word == "AGE" else token.kind


def _runs(title: Sequence[Token], body: Sequence[Token]) -> Iterator[str]:
    """Runs of kinds with the words between left out: "n1 died n4 hurt"."""
    for zone, tokens, least in (("title", title, 1), ("lead", body[:80], 1), ("start", body[:250], 2)):
        kinds = [token.kind for token in tokens if token.kind]
        longest = _LONGEST_RUN if least == 1 else 3
        for length in range(least, longest + 1):
            for start in range(len(kinds) - length + 1):
                yield f"run {zone} {' '.join(kinds[start : start + length])}"


def _ages(body: Sequence[Token]) -> Iterator[str]:
    """How many ages are given, and how many near a death, an injury, a charge: people without a number."""
    near: dict[int, set[str]] = defaultdict(set)
    for position, token in enumerate(body[:330]):
        if token.word == "AGE" and token.number is not None:
            near[token.number].update(other.kind for other in body[max(0, position - 10) : position + 15])
    died = sum(not kinds.isdisjoint(("died", "death", "fatally")) for kinds in near.values())
    hurt = sum(not kinds.isdisjoint(("hurt", "shot")) for kinds in near.values())
    charged = sum(not kinds.isdisjoint(("charged", "suspect")) for kinds in near.values())
    others = min(len(near) - charged, 4)
    yield f"ages {min(len(near), 5)}"
    yield f"ages died {min(died, 4)}"
    yield f"ages hurt {min(hurt, 4)}"
    yield f"ages died {min(died, 4)} not charged {others}"
    yield f"ages charged {min(charged, 3)} not {others}"


def _by_rules(rules: Rules) -> Iterator[str]:
    together = []
    for outcome, found in zip(Rules._fields, rules, strict=True):
        value, rule = found or (0, "none")
        yield f"rules {outcome} {min(value, 4) if found else 'none'}"
        yield f"rules {outcome} {min(value, 2)} {rule}"
        together.append(str(min(value, 3)))
    yield f"rules {' '.join(together)}"


def _numbers_by_rules(rules: Rules) -> Iterator[tuple[int, str]]:
    for outcome, found in zip(Rules._fields, rules, strict=True):
        if found is not None:
            yield found[0], f"rules {outcome}"
            yield found[0], f"rules {outcome} {found[1]}"


def _mentions(part: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Each number with the words and kinds of words around it."""
    has_people = False
    for position, token in enumerate(tokens):
        if token.number is None or token.word == "AGE":
            continue
        zone = "title" if part == "title" else "lead" if position < 70 else "start" if position < 220 else "body"
        noun = next((other.word for other in tokens[position + 1 : position + 5] if other.kind in _SIDES), "-")
        yield token.number, f"in {zone}"
        if noun != "-" and not has_people:
            has_people = True
            yield token.number, f"first people of {part}"
        is_rest = noun in ("others", "people") or _word(tokens, position + 1) in ("others", "other", "more")
        for feature in _around(tokens, position, noun):
            yield token.number, f"{zone} {feature}"
            yield token.number, f"any {feature}"
            if is_rest:
                yield token.number + 1, f"one less {feature}"


def _word(tokens: Sequence[Token], position: int) -> str:
    return _spell(tokens[position]) if 0 <= position < len(tokens) else "<>"


def _around(tokens: Sequence[Token], position: int, noun: str) -> Iterator[str]:
    own = tokens[position].word
    before, after, second = (_word(tokens, position + step) for step in (-1, 1, 2))
    yield f"{own} {after}"
    yield f"{own} {after} {second}"
    yield f"{own} {after} {second} {_word(tokens, position + 3)}"
    yield f"{before} {own}"
    yield f"{before} {own} {after}"
    yield f"{_word(tokens, position - 2)} {before} {own}"
    right = list(_kinds(tokens[position + 1 : position + 14]))
    left = list(_kinds(tokens[max(0, position - 9) : position][::-1]))
    for length in (1, 2, 3):
        yield f"then {' '.join(right[:length])}"
    for length in (1, 2):
        yield f"behind {' '.join(left[:length])}"
    yield f"between {' '.join(left[:1])} | {' '.join(right[:2])}"
    happened = next(
        (other.word for other in tokens[position + 1 : position + 8] if other.kind and other.kind not in _SIDES), "-"
    )
    yield f"happened {happened}"
    yield f"people {noun}"
    yield f"people {noun} happened {happened}"


def _kinds(tokens: Sequence[Token]) -> Iterator[str]:
    """The kinds of words up to the end of the sentence, numbers as one kind."""
    for token in tokens:
        if token.word in (".", "!", "?"):
            return
        if token.kind:
            yield "n" if token.number is not None else token.kind


def _statements(reading: Reading) -> Iterator[tuple[int, str]]:
    """Each statement about people by what is said of them."""
    parts = {relation.source for relation in reading.relations if relation.kind == "part_of"}
    seen: set[str] = set()
    for statement in reading.statements:
        value = _whole_number(statement)
        if value is None:
            continue
        said = statement.measure or (statement.event.lemma if statement.event else "-")
        zone = _zone(reading, statement)
        noun = statement.counted.lemma if statement.counted else "-"
        is_part = " part" if statement.id in parts else ""
        yield value, f"said {said}"
        yield value, f"said {zone} {said}"
        yield value, f"said {zone} {statement.aspect}"
        yield value, f"said {said} {noun}"
        yield value, f"said {said}{is_part}."
        yield value, f"said {statement.modality}"
        yield value, f"said {statement.quantity.bound}"
        if said not in seen:
            seen.add(said)
            yield value, f"first said {said}"


def _whole_number(statement: Statement) -> int | None:
    quantity = statement.quantity
    value = quantity.best if quantity.best is not None else quantity.low
    if value is None or value != int(value) or quantity.unit != "person" or value > 500:
        return None
    return int(value)


def _zone(reading: Reading, statement: Statement) -> str:
    behind = statement.figure.start - reading.document.body[0]
    return "lead" if behind < 400 else "start" if behind < 1400 else "body"


def _pairs(numbers: dict[int, tuple[str, ...]]) -> dict[tuple[int, int], tuple[str, ...]]:
    """How killed and injured go together: four shot of whom one died are one killed and three injured."""
    held = {feature: _holding(numbers, feature) for feature in ("in title", "in lead", "said killed", "said injured")}
    shot = _holding(numbers, "said shoot", "any N people shot", "any N shot")
    most = max(shot, default=0)
    together: dict[tuple[int, int], tuple[str, ...]] = {}
    for killed in numbers:
        for injured in numbers:
            total = killed + injured
            size = f"{min(killed, 2)} {min(injured, 2)}"
            marks = [
                f"{zone} {total in held[zone]} {killed in held[zone]} {injured in held[zone]}"
                for zone in ("in title", "in lead")
            ]
            said = f"{total in shot} {killed in held['said killed']} {injured in held['said injured']}"
            together[killed, injured] = (
                f"pair {min(killed, 3)} {min(injured, 3)}",
                *marks,
                f"said {said}",
                f"total shot {total in shot} {size}",
                f"most shot {total == most > 0} {size}",
            )
    return together


def _holding(numbers: dict[int, tuple[str, ...]], *features: str) -> frozenset[int]:
    return frozenset(value for value, mentions in numbers.items() if any(feature in mentions for feature in features))
