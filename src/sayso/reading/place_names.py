"""Names in a text: runs of capitalised words, and which of them can be no place."""

import re
from collections.abc import Iterator

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]r|[Aa]s|[Aa]n|[Aa]d|[Aa]sh|[Aa]t|[Aa]z|[Ee]z|[Ee]s|[Uu]m|[Uu]mm)-"
_WORD = rf"(?:{_ARTICLE})?[{_CAPITAL}][\w’'\u00ad-]*"
_NAME = re.compile(
    rf"(?<![\w.-])(?:(?:[A-Z]\.){{2,}}(?:[ \u00a0]{_WORD})*"
    rf"|(?:(?:Mt|Ft|St|Sta|Sto|Pto)\.[ \u00a0])?{_WORD}(?:(?<![’'])(?<![’']s)[ \u00a0]"
    rf"(?:(?:of|the|al|el|de|del|da|do|dos|la|le|von|ul|ud) )?(?:U\.S\.|(?:Mt|St|Ft)\. [{_CAPITAL}][\w’'-]*|{_WORD})){{0,5}})"
)
_NO_PLACE = re.compile(
    r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|President|Minister|General|Gen|Col|Lt|Sgt|Capt|King|Queen|Prince|Sheikh|Pope|Senator|Sen|Rep|Governor|Gov|Mayor|Judge|Chief|Sheriff"
    r"|Police|Army|Ministry|Department|Agency|Committee|Commission|Council|Court|Party|Union|University|School|Hospital|Church|Mosque|News|Times|Post|Office|Organization"
    r"|Organisation|Association|Network|Observatory|Force|Forces|Front|Bank|Company|Corp|Inc|Group|Service|Center|Centre|Board|Cross|Crescent|Nations|Watch|Reuters|AFP|AP"
    r"|Associated|Press|TV|Television|Radio|Agence|State\s+of|Islamic\s+State|ISIS|ISIL|Congress|Parliament|Senate|House|God|Allah|Street|Avenue|Road|Ave|St|Drive|Blvd|Highway"
    r"|Hurricane|Typhoon|Cyclone|Storm|Act|Resolution|War|Day|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Facebook|Twitter|Google|English|French|Spanish|Arabic|Islam|Ramadan|Christmas"
    r"|Thanksgiving|Easter|Fire|Operation|Team|League|Cup|Olympics|World\s+War|Democrats?|Republicans?|Taliban|Boko\s+Haram|Al-Qaeda|GMT|UN|EU|NATO|WHO|UNHCR|OCHA|IDMC|IOM)(?:\s|$)"
)
_OPENERS = re.compile(
    r"^(?:In|At|Near|From|Across|The|On|Over|And|But|As|When|While|After|Before|Since|Some|About|Around|More|Another|Other|Meanwhile|Also|Those|These|Many|Most|Between|Both|All|One)\s+"
)


_NO_NAMES = frozenset(["The", "A", "An", "In", "It", "He", "She", "They", "We", "I", "But", "And", "This", "That"])
_COMPOUND = re.compile(
    r"-(?:ridden|based|led|held|controlled|backed|born|style|era|occupied|affected|hit|stricken|related)$|^[A-Z]-[a-z]"
    r"|^(?:State|City|Town|Province|County|District|Camp|River|Lake|Island|Mount|North|South|East|West|Northern|Southern|Eastern|Western|Central)$"
)


_PEOPLE_OF = re.compile(
    r"^(?:[A-Z][a-z]+\s+)?(?:Residents|Inhabitants|People|Parts|Most|Areas|Villagers|Districts?|Villages?|Towns?|Cities|City|Provinces?|State|Outskirts|Thousands|Hundreds|Dozens"
    r"|Tens|Scores|Victims|Families|Members|Community|Streets|Governor|Mayor|University|Bishop|Archbishop|Map|Image|Photo)\s+of\s+(?:the\s+)?"
)


def iter_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, without an opening preposition and a closing possessive."""
    for match in _NAME.finditer(text, start, end):
        opened = _OPENERS.match(match.group())
        name = match.group()
        closing = match.end() - (2 if name.endswith(("'s", "’s")) else 1 if name.endswith(("'", "’", "-")) else 0)
        opening = match.start() + (opened.end() if opened else 0)
        if people := _PEOPLE_OF.match(text[opening:closing]):
            opening += people.end()
        if opening < closing and name not in _NO_NAMES:
            yield opening, closing


_SITE = re.compile(r"\b(?:Base|Airport|Airfield|Station|Camp)$")


def is_no_place(name: str) -> bool:
    """Whether a word of a name says that it is a person, an organisation, a storm, a month or the like."""
    return _NO_PLACE.search(name) is not None and _SITE.search(name) is None


def may_end_in(words: frozenset[str], before: str) -> bool:
    """Whether the last word of a stretch may be one of some lower-case words; never wrongly no, and cheaper than a pattern."""
    last = before.rsplit(None, 1)[-1:]
    return bool(last) and (not (last[0].isascii() and last[0].isalpha()) or last[0].lower() in words)


def is_plausible(name: str) -> bool:
    """Whether a name that no gazetteer knows may be that of a place."""
    if len(name) < 3 or name.isupper() or _COMPOUND.search(name):
        return False
    return not is_no_place(name)
