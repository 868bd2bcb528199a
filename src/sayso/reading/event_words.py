"""Words that say what happened: states, nouns and verbs with their base forms, and the event that a word is."""

from typing import NamedTuple

from sayso.model import Event
from sayso.reading.lemmas import verb_lemma
from sayso.reading.tagged import TaggedSentence


class FoundEvent(NamedTuple):
    """An event, where it stands in the sentence, and the rule that found it.

    Attributes:
        event: The word.
        position: Its position in the sentence.
        rule: How it hangs together with the number.
        is_perfect: Whether an auxiliary "has", "have" goes with it.
    """

    event: Event
    position: int
    rule: str
    is_perfect: bool = False


STATES = {
    "dead": "die", "deceased": "die", "lifeless": "die", "missing": "miss", "unaccounted": "miss", "injured": "injure", "wounded": "wound",
    "hurt": "hurt", "homeless": "homeless", "displaced": "displace", "stranded": "strand", "trapped": "trap", "sick": "sicken", "ill": "sicken",
    "infected": "infect", "hospitalised": "hospitalise", "hospitalized": "hospitalise", "uninjured": "survive", "alive": "survive", "unhurt": "survive",
    "roofless": "damage", "powerless": "cut", "underwater": "flood", "fatal": "die",
}  # fmt: skip
"""States said of people and things, with the base form of what brought them about."""
GROUPS = frozenset([*STATES, "killed", "slain", "murdered", "executed", "drowned", "victims"])
"""Names of all to whom one thing happened: "among the dead", "of those killed"."""
NOUN_EVENTS = {
    "death": "die", "fatality": "die", "toll": "die", "casualty": "casualty", "injury": "injure", "arrest": "arrest", "kidnapping": "kidnap",
    "abduction": "abduct", "displacement": "displace", "evacuation": "evacuate", "evacuee": "evacuate", "killing": "kill", "murder": "murder", "homicide": "kill",
    "desertion": "desert", "deserter": "desert", "rescue": "rescue", "return": "return", "returnee": "return", "infection": "infect",
    "hospitalisation": "hospitalise", "hospitalization": "hospitalise", "detention": "detain", "execution": "execute", "suicide": "die",
    "drowning": "drown", "loss": "lose", "damage": "damage", "destruction": "destroy", "collapse": "collapse", "explosion": "explode",
    "eviction": "evict", "deportation": "deport", "departure": "depart", "arrival": "arrive", "surrender": "surrender", "mobilisation": "mobilise",
    "mobilization": "mobilise", "absence": "absent", "relocation": "relocate", "wounding": "wound", "shooting": "shoot", "refugee": None, "provision": "provide",
    "body": "die", "corpse": "die", "martyr": "martyr", "martyrdom": "martyr", "release": "release", "loot": "loot", "outage": "cut", "compensation": "compensate",
}  # fmt: skip
STRONG = frozenset(
    """kill injure wound hurt die displace evacuate destroy damage flatten demolish flood inundate submerge affect arrest detain abduct kidnap capture execute behead
    shoot rescue trap strand bury burn torch raze level collapse wash sweep claim infect hospitalise hospitalize quarantine uproot relocate resettle shelter
    desert abandon flee miss lose evict deport repatriate massacre slaughter drown maim devastate wreck gut loot hit strike bomb ravage cut force
    murder poison sicken treat cancel suspend close shut hospitalise charge indict convict sentence mobilise mobilize conscript disrupt ruin sink engulf eliminate neutralise neutralize liquidate assassinate slay gun crush claim cost martyr crucify gas asphyxiate suffocate electrocute lynch""".split()
)
"""Verbs whose object is what they happened to; in front of a number they beat a participle behind it."""
LIGHT = frozenset(
    """be have do say tell report include find leave see bring give make take reach total number hold confirm estimate put show know believe record register
    count note add announce state claim according involve mean represent describe cover cite quote contain comprise form see list get let go come seem become
    remain keep face follow carry raise rise fall drop climb jump surge increase decrease grow swell double triple exceed top stand reach peak""".split()
)
"""Verbs that say little of what happened: that something is, is said, is found, has risen."""


def event_at(
    sentence: TaggedSentence, position: int, rule: str, *, lemma: str | None = None, is_perfect: bool = False
) -> FoundEvent:
    """The event that a word is."""
    word = sentence.words[position]
    settled = lemma or STATES.get(word.text.lower()) or verb_lemma(word.text)
    return FoundEvent(Event(start=word.start, end=word.end, exact=word.text, lemma=settled), position, rule, is_perfect)
