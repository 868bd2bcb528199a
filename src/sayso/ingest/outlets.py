"""Names of outlets and agencies: told apart from sections, headlines and people by the words they bear."""

import re

_OUTLET_WORDS = frozenset([
    "times", "post", "herald", "gazette", "journal", "tribune", "chronicle", "observer", "guardian", "mirror",
    "mail", "telegraph", "independent", "monitor", "courier", "dispatch", "inquirer", "examiner", "sentinel",
    "ledger", "register", "advertiser", "argus", "echo", "standard", "globe", "star", "sun", "citizen",
    "enquirer", "broadcasting", "television", "radio", "tv", "fm", "agency", "newswire", "zeitung", "tageblatt",
    "nachrichten", "welle", "monde", "figaro", "pais", "mundo", "nacion", "pravda", "izvestia", "magazine",
    "newspaper", "daily", "weekly", "today",
])  # fmt: skip
_WEAK_OUTLET_WORDS = frozenset([
    "news", "report", "reports", "press", "wire", "world", "online", "review", "bulletin", "media", "network",
])  # fmt: skip
"""Words that end names of outlets ("LA Report") and headings ("Situation Report") alike."""

_NO_NAME_WORDS = frozenset([
    "breaking", "latest", "top", "local", "world", "national", "international", "regional", "global", "foreign",
    "domestic", "home", "daily", "weekly", "monthly", "annual", "special", "situation", "field", "police",
    "incident", "flash", "full", "progress", "security", "exclusive", "investigative", "weather", "status",
    "interim", "final", "business", "sports", "sport", "politics", "political", "opinion", "analysis",
    "feature", "features", "live", "press", "news", "media", "release", "statement", "report", "reports",
    "update", "updates", "crime", "health", "science", "technology", "education", "travel", "review", "online",
    "network", "good", "bad", "fake", "more", "our", "your", "a", "an", "the", "of", "and", "in", "for", "new",
    "old", "first", "humanitarian", "emergency", "disaster", "damage", "casualty", "accident", "market", "test",
    "radio", "tv", "war", "staff",
])  # fmt: skip
"""Words that name nobody: a line of them alone is a section or a kind of report."""

_KNOWN_OUTLETS = frozenset([
    "reuters", "bbc", "cnn", "afp", "ap", "upi", "xinhua", "tass", "dpa", "ansa", "efe", "irin", "unian",
    "ukrinform", "meduza", "npr", "pbs", "abc", "nbc", "cbs", "msnbc", "bloomberg", "aljazeera", "rappler",
    "vox", "politico", "axios", "devex", "reliefweb", "interfax", "sana", "anadolu", "kyodo", "pti", "ians",
    "itartass", "rferl", "associatedpress", "theassociatedpress", "agencefrancepresse", "bbcnews", "skynews",
    "deutschewelle",
])  # fmt: skip
"""Agencies and outlets whose names hold no such word, in lower case and without signs and spaces."""

_CALL_SIGN = re.compile(r"[A-Z][A-Z0-9]{1,5}|[A-Z]{3,5}[a-z][A-Za-z]{1,9}")
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|int|info|news|co\.\w\w|\w\w)/?",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
"""Words; longer names exist, but longer headlines are far more common."""

_SMALL_WORDS = frozenset(["of", "the", "and", "de", "la", "di"])


def is_domain(word: str) -> bool:
    """Whether a word is the domain of a site: ``floodlist.com``."""
    return _DOMAIN.fullmatch(word) is not None


def is_outlet_name(line: str) -> bool:
    """Whether a line surely names an outlet: a domain, a known one, or a name with a word that outlets bear.

    Examples:
        >>> [is_outlet_name(line) for line in ("LA Report", "The Kyiv Gazette", "Breaking News", "Middle East")]
        [True, True, False, False]
    """
    line = line.strip()
    words = line.split()
    if not 1 <= len(words) <= _LONGEST_NAME or (not is_domain(line) and re.search(r"[!?:;\"“”]|\.$|,", line)):
        return False
    lowered = [re.sub(r"\W", "", word).lower() for word in words]
    if is_domain(line) or "".join(lowered) in _KNOWN_OUTLETS:
        return True
    if not all(word[0].isupper() or low in _SMALL_WORDS for word, low in zip(words, lowered, strict=True)):
        return False
    ends_as_outlet = lowered[-1] in _OUTLET_WORDS
    opens_as_outlet = lowered[0] in {"the", "radio", "daily"} and len(words) > 1 and lowered[1] in _OUTLET_WORDS
    if any(low not in _NO_NAME_WORDS | _OUTLET_WORDS | _WEAK_OUTLET_WORDS for low in lowered):
        return ends_as_outlet or opens_as_outlet or lowered[-1] in _WEAK_OUTLET_WORDS
    return lowered[0] == "the" and len(words) > 1 and ends_as_outlet


def is_wire_name(words: str) -> bool:
    """Whether what stands in the brackets of a dateline names an agency or a station, ``(AP)``, ``(WISH)``.

    Examples:
        >>> [is_wire_name(words) for words in ("AP", "Thomson Reuters Foundation", "Laurel, Ind.", "Ana Roe", "AA/AP")]
        [True, True, False, False, False]
    """
    if _CALL_SIGN.fullmatch(words) or is_outlet_name(words):
        return True
    return not re.search("[,/]", words) and any(word.lower() in _KNOWN_OUTLETS for word in words.split())
