"""What is no figure: dates, ages, clock times, ordinals, names such as "Highway 7", addresses, scores, list markers."""

import re
from collections.abc import Iterable, Sequence

from sayso.reading.numbers import Numeral, find_numerals
from sayso.reading.tagged import TaggedSentence

_AGE_AFTER = re.compile(
    r"[\s-]+(?:and[\s-]+[\w]+[\s-]+)?(?:year|month|week|day)s?[\s-]+olds?\b|[\s-]*(?:yo|y/o)\b", re.IGNORECASE
)
_AGE_BEFORE = re.compile(
    r"(?:\bage[ds]?(?:\s+(?:of|between|from|over|under|about|around|just|only|–|-))*|\bages\s+\d+\s*(?:-|–|to|and)|\baged\s+\d+\s+(?:and|to|or)"
    r"|\baged\s+between\s+\d+\s+and)\s*[:–-]?\s*$",
    re.IGNORECASE,
)
_AGE_LIST = re.compile(r"\bage[sd]?\s+(?:\d{1,2}\s*(?:,|and|or|to|-|–)\s*(?:and\s+)?)+$", re.IGNORECASE)
_AGE_BOUND = re.compile(
    r"\b(?:people|persons?|children|kids|boys|girls|men|women|adults|residents|patients|those|anyone|everyone|youths?|infants|babies|workers|students|citizens|voters)"
    r"\s+(?:(?:aged\s+)?(?:under|over|below|above|younger\s+than|older\s+than)|(?:between|up\s+to)(?=\s\d{1,2}\s(?:and|to)\b))\s+(?:the\s+age\s+of\s+)?$",
    re.IGNORECASE,
)
_AGE_APPOSITION = re.compile(r"[A-Z][\w’'.-]+,\s*$")
_TIME_OR_PLACE = re.compile(
    r"(?:^|[^\w])(?:in|on|at|near|since|by|during|across|outside)\s+(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'.-]+,\s*$",
    re.IGNORECASE,
)
"""As in "In March, 12 died": no name, so no age."""
_AGE_CLOSES = re.compile(r"\s*(?:,|\.(?:\s|$)|;|\)|\s+and\s+[A-Z]|\s+of\s+[A-Z]|\s+was\b|\s+is\b|\s+died\b|\s+who\b)")
_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[,.;:)]|$|(?:were|was|are|is|have|has|had|died|who|and|or|in|at|from|by|for|with|will|could|can|years?)\b)"
)
_AGE_PARENTHESIS = re.compile(r"[A-Z][\w’'-]+\s*\(\s*$")
_PHONE = re.compile(
    r"\(?\b\d{3}\)?[-.\s]\d{3}[-.]\d{4}\b|\+\d[\d\s()-]{7,18}\d|\b1-\d{3}-\d{3}-\d{4}\b|\b\d{3}-(?:\d{4}|[A-Z]{4})\b|\b\d{3}-\d{2}-\d{4}\b"
)
_WEB = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:com|org|net|gov|uk|edu)\S*|[#@]\w+")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_STAMP = re.compile(r"(?<!\d)\d{1,4}([-./])\d{1,2}\1\d{2,4}(?!\d)")
_NAMED_NUMBERS = re.compile(r"(?<!\d)(?:9/11|7/7|24/7|50/50)(?!\d)|\d+(?:\.\d+)?\s?°\s?[NSEW]\b")
_FAR_YEAR = re.compile(r"(?<!rise )(?<!rose )(?<!fell )(?<!grew )(?<!up )(?<!down )\b(?:by|until|before|since|year)\s+2[1-4]\d\d(?=[.,;:)]?(?:\s|$))(?!\s+[a-z-]+s\b)")  # fmt: skip
"""A year beyond those that the time expressions know: "under water by 2120"."""
_LAST_DAY = re.compile(
    r"\b(?:ended|ending|ends|through|to)\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s\d{1,2}(?![\d.,]*\d|\s+[a-z]+s\b)"
)
"""The day that a quarter ends on, whose month is cut short: "the quarter ended Sept. 30"."""
_LIST_MARKER = re.compile(r"^\s*[(\[]?\d{1,2}[.)\]]\s+(?=[A-Z\"“])")
_SCORE = re.compile(r"(?<![\d,.-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d,]*\d)")
_SCORE_BEFORE = re.compile(
    r"\b(?:won|wins?|winning|lost|loses?|losing|beat|beats|beaten|beating|defeat(?:s|ed|ing)?|drew|draw|drawn|trail(?:s|ed|ing)?|led|leads?|leading|ahead|behind|rout(?:s|ed)?|edged?"
    r"|voted|score|record|fell)\s+(?:[A-Z][\w’'.-]*\s+|by\s+|of\s+|the\s+|was\s+|it\s+){0,3}$"
)
_SCORE_AFTER = re.compile(
    r"[,)]?\s+(?:(?:home|away|first-leg|aggregate|overtime|road|season|league|opening)\s+)?(?:wins?|loss(?:es)?|victor(?:y|ies)|defeats?|lead|records?|draws?|scoreline|votes?|rout|thrashing|win over|on\s+aggregate|decision"
    r"|at\s+half-?time)\b"
)
_NAME_BEFORE = re.compile(
    r"\b(?:highway|route|road|interstate|hwy|i|flight|resolution|article|section|chapter|page|channel|title|no|nos|number|level|phase|category|type|class"
    r"|grade|room|apartment|apt|suite|unit|building|gate|terminal|platform|ward|sector|zone|zip|box|psalm|verse|volume|vol|issue|figure|fig|table|annex"
    r"|appendix|part|act|clause|rule|order|model|version|windows|boeing|airbus|typhoon|district|precinct|engine|ladder|station|battalion|brigade|regiment"
    r"|division|case|file|docket|count|tier|group|exit|mile|marker|week|day|game|season|episode|round|step|track|lane|line|pier|area|block|lot|code|id|pm|am"
    r"|runway|exits?|corridor|gates?|flights|bus|train|studio|chapters|pages|articles|sections|highways|routes|rooms|levels|phases|proposition|prop|measure|amendment|schedule|form|size|top|big|formula|s&p|s\s?p|asx|ftse|stoxx|nasdaq|nikkei|cac|dax|fortune|topix|russell|super\s+bowl|world\s+war|year|iphone|galaxy|playstation|xbox|euro|covid|sars-cov)"
    r"\.?\s*(?:#\s*)?[-\u2011]?$",
    re.IGNORECASE,
)
_MODEL = re.compile(r"\d{2,4}-\d{1,4}")
_PER_SO_MANY = re.compile(r"\bper\s+$", re.IGNORECASE)
_GROUP_OF = re.compile(r"\bGroup\s+of\s+$")
_CAPITAL_NAME = re.compile(r"(?:^|[\s(\[“\"‘])([A-Z][\w’'-]*)[\s-]+$")
_STREET_AFTER = re.compile(
    r"\s+(?:block\b|(?:[NSEW]\.?|North|South|East|West|N\.E\.|S\.W\.)\s+[A-Z0-9]|(?:[A-Z][\w’'.-]*\s+){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane"
    r"|Way|Court|Ct|Circle|Place|Pl|Parkway|Pkwy|Hwy|Highway|Terrace|Trail|Square|Pike)\b|\d+(?:st|nd|rd|th)\s+(?:St|Ave|Street|Avenue))"
)
_WEAPON_AFTER = re.compile(r"[\s-]*(?:caliber|calibre|gauge|mm\s+(?:handgun|pistol|rifle|gun|shell|mortar|cannon|round|round|caliber|artillery|rocket|howitzer)s?|mm\b(?=\s+[a-z]*(?:gun|pistol|rifle)))", re.IGNORECASE)  # fmt: skip
_RATIO_AFTER = re.compile(r"\s*(?::|/)\s*\d|\s?x\s?\d|\s*°\s*\d+\s*['’′]")
_BOUNDING_CAPITALS = frozenset(
    """About Around Over Nearly Almost Some At Least More Than Up To Only Just The All Between From Another Approximately Roughly In On By Of As
    And But Of For With Meanwhile Also Under Below Fewer Less An A Estimated Those These Both First Another Least Killed Injured Wounded Kills Killing
    Total Last Next Past Since Until Here There When While Where After Before If That Then Now Today Yesterday Police They We He She It I You Its
    Their His Her Our Rs USD EUR GBP INR US UK Who Which What Monday Tuesday Wednesday Thursday Friday Saturday Sunday Says Said Is Are Was Were Had Has Have Not""".split()
)


def find_masked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges whose digits are never figures: phone numbers, web addresses, date stamps, list markers."""
    stretch = text[start:end]
    patterns = (
        (_PHONE, _may_hold_phone),
        (_WEB, _may_hold_web),
        (_STAMP, _may_hold_stamp),
        (_NAMED_NUMBERS, _may_hold_name),
        (_FAR_YEAR, _may_hold_far_year),
        (_LAST_DAY, _may_hold_last_day),
    )
    masked = [
        match.span()
        for pattern, may_hold in patterns
        if may_hold(stretch)
        for match in pattern.finditer(text, start, end)
    ]
    marker = _LIST_MARKER.match(stretch)
    if marker:
        masked.append((start, start + marker.end()))
    return masked


_PART_OF_PHONE = re.compile(r"\d\d\d(?:-|\)?[-.\s]\d\d\d[-.])")
_PART_OF_STAMP = re.compile(r"\d[-./]\d\d?[-./]\d")
_PARTS_OF_WEB = ("@", "#", "http", "www.", ".com", ".org", ".net", ".gov", ".uk", ".edu")


def _may_hold_phone(stretch: str) -> bool:
    """Whether a phone number is worth looking for; this and the like are cheaper than the look."""
    return "+" in stretch or _PART_OF_PHONE.search(stretch) is not None


def _may_hold_web(stretch: str) -> bool:
    return any(part in stretch for part in _PARTS_OF_WEB)


def _may_hold_stamp(stretch: str) -> bool:
    return _PART_OF_STAMP.search(stretch) is not None


def _may_hold_far_year(stretch: str) -> bool:
    return " 2" in stretch


def _may_hold_last_day(stretch: str) -> bool:
    return "end" in stretch or "through" in stretch or " to " in stretch


def _may_hold_name(stretch: str) -> bool:
    return "/" in stretch or "°" in stretch


def take_unmasked(text: str, numerals: Iterable[Numeral], masked: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numerals that share no character with masked ranges, and what of the others lies outside.

    Args:
        text: The document's text.
        numerals: Numerals in text order.
        masked: Ranges in text order, not overlapping.

    Returns:
        Numerals in text order; "2018 to 3.9 million" is 3.9 million where 2018 is masked.
    """
    kept: list[Numeral] = []
    for numeral in numerals:
        hits = [(start, end) for start, end in masked if numeral.start < end and start < numeral.end]
        if not hits:
            kept.append(numeral)
            continue
        openings = [numeral.start, *(end for _, end in hits)]
        closings = [*(start for start, _ in hits), numeral.end]
        for start, end in zip(openings, closings, strict=True):
            if start < end:
                kept += find_numerals(text, start, end)
    return kept


def is_age(text: str, numeral: Numeral) -> bool:
    """Whether a number is somebody's age.

    Examples:
        >>> from sayso.reading.numbers import find_numerals
        >>> text = "a 34-year-old man"
        >>> is_age(text, find_numerals(text)[0])
        True
    """
    before = text[max(0, numeral.start - 24) : numeral.start]
    if _AGE_AFTER.match(text, numeral.end) or _AGE_BEFORE.search(before) or _AGE_LIST.search(before):
        return True
    if not 0 < numeral.low < 120 or numeral.low.denominator != 1:
        return False
    if _AGE_BOUND.search(text[max(0, numeral.start - 48) : numeral.start]) and _NO_NOUN_AFTER.match(text, numeral.end):
        return True
    is_apposition = _AGE_APPOSITION.search(before) and not _TIME_OR_PLACE.search(
        text[max(0, numeral.start - 48) : numeral.start]
    )
    if is_apposition and _AGE_CLOSES.match(text, numeral.end) and text[numeral.start].isdigit():
        return True
    return bool(_AGE_PARENTHESIS.search(before)) and text[numeral.end : numeral.end + 1] == ")"


_AGE_NOUN = re.compile(
    r"\b(?:life\s+expectancy|(?:median|average|mean|minimum|maximum|retirement|legal|voting|drinking|pension|school|typical)\s+age)\b[^.;:,()\d]{0,60}"
    r"\b(?:is|was|are|were|of|to|at|from|reach(?:es|ed)|about|around|nearly|over|under|below|above|than|only|just|almost)\s+(?:\d{1,3}(?:\.\d)?\s(?:from|to)\s)?$",
    re.IGNORECASE,
)


def is_age_level(text: str, numeral: Numeral) -> bool:
    """Whether a number without a noun is the age that people reach or must have: "life expectancy is around 73"."""
    if not 0 < numeral.low < 130 or numeral.kind not in ("number", "range"):
        return False
    before = text[max(0, numeral.start - 110) : numeral.start]
    return _AGE_NOUN.search(before) is not None and _NO_NOUN_AFTER.match(text, numeral.end) is not None


def is_name(text: str, sentence: TaggedSentence, numeral: Numeral) -> bool:
    """Whether a number belongs to a name, an address, a score or a weapon.

    A capitalised word in front makes a name of it ("Highway 7", "Typhoon 12"), unless a noun or a state follows that it
    counts ("In Foshan 3 people died").
    """
    before = text[max(sentence.start, numeral.start - 32) : numeral.start]
    if (
        _ORDINAL.match(text, numeral.end)
        or ("," not in text[numeral.start : numeral.end] and _STREET_AFTER.match(text, numeral.end))
        or _WEAPON_AFTER.match(text, numeral.end)
        or _CODE_AFTER.match(text, numeral.end)
    ):
        return True
    if _RATIO_AFTER.match(text, numeral.end) and numeral.kind != "share":
        return True
    if numeral.is_spelled:
        return (
            text[numeral.start].isupper()
            and _CAPITAL_NAME.search(before) is not None
            and not _counts_something(sentence, numeral)
        )
    if numeral.kind == "share" or (numeral.kind == "range" and not _MODEL.fullmatch(text, numeral.start, numeral.end)):
        return False
    if _GROUP_OF.search(before) or _PER_SO_MANY.search(before) or _is_model(text, sentence, numeral):
        return True
    named = _NAME_BEFORE.search(before)
    if named and not _counts_plural(sentence, numeral, is_capital=named.group()[0].isupper()):
        return True
    capital = _CAPITAL_NAME.search(before)
    if capital and capital.group(1) not in _BOUNDING_CAPITALS:
        return not _counts_something(sentence, numeral)
    return False


_CODE_AFTER = re.compile(r"\s(?:ZIP|post|postal|area|country)[\s-]?codes?\b", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,4}")


def _is_model(text: str, sentence: TaggedSentence, numeral: Numeral) -> bool:
    """Whether a number opens a name that the article shows to be one thing: "a 787 Dreamliner", "the 911 Turbo"."""
    if _PLAIN.fullmatch(text, numeral.start, numeral.end) is None:
        return False
    position = sentence.at(numeral.start)
    article = sentence.word(position - 1)
    if article not in ("a", "an") and not (article == "the" and numeral.low > 100 and numeral.low % 10):
        return False
    after = position + 1
    is_name = (
        sentence.tag(after) == "NNP"
        and not sentence.word(after).endswith("s")
        and not _counts_something(sentence, numeral)
    )
    if sentence.word(after + 1) in ("killed", "wounded", "injured", "captured", "arrested", "detained"):
        return False
    return is_name and sentence.tag(after + 1) not in ("NN", "NNS", "NNP", "JJ", "VBN", "CD", "CC")


def is_score(text: str, numeral: Numeral) -> bool:
    """Whether a number is one side of a score or vote: "2-1"; a range that rises is none, unless the words say that it is."""
    if numeral.kind == "range":
        written = text[numeral.start : numeral.end]
        return _SCORE.fullmatch(written) is not None and (
            _SCORE_BEFORE.search(text, max(0, numeral.start - 32), numeral.start) is not None
            or _SCORE_AFTER.match(text, numeral.end) is not None
        )
    if numeral.kind == "share":
        return False
    for match in _SCORE.finditer(text, max(0, numeral.start - 8), min(len(text), numeral.end + 5)):
        if match.start() <= numeral.start < match.end():
            return not text[match.end() : match.end() + 1].isalpha()
    return False


def is_idle_one(sentence: TaggedSentence, numeral: Numeral, *, takes_parts: bool = False) -> bool:
    """Whether "one" is a pronoun or an idiom, not a count: "one of the", "one day", "the one", "no one else".

    With ``takes_parts``, "one of the oldest bridges" is a count.
    """
    position = sentence.at(numeral.start)
    if sentence.word(position) != "one" or sentence.words[position].end != numeral.end:
        return False
    before, after = sentence.word(position - 1), sentence.word(position + 1)
    if (
        before in _ONE_BEFORE
        or after in _ONE_AFTER
        or (before in ("in", "at", "on", "from", "by", "to", "under") and position < 3 and after != "of")
    ):
        return True
    if after == "of":
        is_part = sentence.tag(position + 2) in ("DT", "PRP$") or _is_possessor(sentence, position + 2)
        return not takes_parts or not is_part
    if sentence.tag(position + 1) in ("NN", "JJ", "VBN", "NNP") or after in ("more", "other", "dead", "missing"):
        return False
    return not (
        after in ("was", "is", "died", "in", "has", "were", "fatally", "critically")
        or before in ("killing", "killed", "wounding", "injuring", "least")
    )


def _is_possessor(sentence: TaggedSentence, position: int) -> bool:
    """Whether a name owns the noun behind it, with or without its apostrophe: "Volta's oldest mills", "Voltas oldest mills"."""
    if sentence.tag(position) != "NNP":
        return False
    return sentence.tag(position + 1) in ("POS", "JJ", "NNP", "NNS", "NN")


_ONE_BEFORE = frozenset(
    """no the this that any every each which some another an a number day for as someone like loved everyone first last same -""".split()
)
_ONE_AFTER = frozenset(
    """another day time way thing point side hand hour week month year morning night evening afternoon moment step reason example question year-old
    can must should would might could 's ’s who that which by , . ; : ? ! “ ” - to or day's another's direction place else""".split()
)


def _counts_plural(sentence: TaggedSentence, numeral: Numeral, *, is_capital: bool) -> bool:
    """Whether a noun follows that the number counts, in spite of "group", "page" or "level" in front of it."""
    after = sentence.at(numeral.end)
    tag = sentence.tag(after)
    if tag == "NNS":
        return not _is_verb(sentence, after)
    return tag == "JJ" and not is_capital


def _is_verb(sentence: TaggedSentence, position: int) -> bool:
    """Whether a word taken for a plural has an object and so is a verb: "page 12 lists 300 names"."""
    following = sentence.tag(position + 1)
    return following in ("DT", "PRP", "PRP$", "CD") or sentence.word(position + 1) in ("$", "£", "€")


def _counts_something(sentence: TaggedSentence, numeral: Numeral) -> bool:
    after = sentence.at(numeral.end)
    tag, word = sentence.tag(after), sentence.word(after)
    if (
        (tag == "NNS" and not _is_verb(sentence, after))
        or tag == "JJ"
        or word
        in (
            "people",
            "dead",
            "killed",
            "injured",
            "wounded",
            "missing",
            "more",
            "others",
            "of",
            "civilians",
        )
    ):
        return True
    return tag in ("NN", "VBN") and sentence.tag(after + 1) in ("NNS", "NN") and sentence.words[after].text[0].islower()


def merge(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in text order, those that touch joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
