"""Slips of the tagger that letters and neighbours show: a tagged sentence in, the same with those classes mended out."""

from sayso.reading.lemmas import is_verb, verb_lemma
from sayso.reading.pieces import SPEECH
from sayso.reading.tagged import TaggedSentence

_PRONOUNS = frozenset(
    """im ive id weve were wed theyve theyre theyd youve youre youd hes shes thats whos theres heres lets itll theyll youll
    shell ill""".split()
)
"""Pronouns run together with their verb, with and without the apostrophe that many texts have lost."""
_WORDS_TOO = frozenset("id ill were wed shell".split())
"""Those of them that are other words as well; these are left as the tagger has them."""
_NOT = frozenset(
    """dont didnt doesnt cant wont isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt""".split()
)
_ASKING = frozenset(
    "who whom whose which what that when where why how whatever whichever whoever whether wherever whenever however".split()
)
_AFTER_SUBJECT = frozenset(["TO", "MD", "VB", "VBD", "VBP", "VBZ", "RB", "PRP", "WH"])
"""Classes behind which a bare verb may stand."""
_NOUNS = ("NN", "NNS", "NNP")
_IN_PHRASES = frozenset(["NN", "NNS", "NNP", "JJ", "DT", "CD", "IN", "POS", "PRP$", "VBG"])
_BEHIND_PARTICIPLES = frozenset("in by at on from for to with near under into".split())
_OPENERS = frozenset("as after before since because although though if while until when that whether unless".split())
"""Words behind which a clause of its own may begin."""
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def mend_slips(sentence: TaggedSentence) -> TaggedSentence:
    """The sentence with the classes that cannot be right replaced; the same value where none is.

    Args:
        sentence: As the tagger gives it.
    """
    mended = {
        position: better
        for position, tag in enumerate(sentence.tags)
        if tag in _MENDED and (better := _better(sentence, position, tag)) is not None
    }
    if not mended:
        return sentence
    return sentence._replace(tags=tuple(mended.get(position, tag) for position, tag in enumerate(sentence.tags)))


_MENDED = frozenset(["WH", "PRP", "VB", "VBP", "VBD", "NNS", "NN", "NNP", "RB", "VBZ", "PRP$"])


def _better(sentence: TaggedSentence, position: int, tag: str) -> str | None:
    written, before = sentence.lowered[position], sentence.tag(position - 1)
    word = written.replace("'", "").replace("’", "")
    if word in _PRONOUNS and (word != written or word not in _WORDS_TOO):
        return None if tag == "PRP" else "PRP"
    if word in _NOT:
        return "MD"
    if word == "its" and word != written:
        return "PRP"
    if word == "s":
        return "POS" if before == "CD" and sentence.ends[position - 1] == sentence.words[position].start else None
    if tag == "PRP$":
        return "PRP" if written == "its" and sentence.tag(position + 1) in ("CD", "DT", "VBN", "IN", "TO") else None
    if tag == "WH":
        return None if word in _ASKING else "NN"
    if tag == "VBD" and _is_participle(sentence, position, word):
        return "VBN"
    if tag == "NN":
        return _not_a_noun(sentence, position, word)
    if tag == "PRP":
        return "NNP" if word == "us" and before in ("DT", "JJ") else None
    if tag == "NNS" and sentence.word(position - 1) in ("it", "he", "she"):
        return "VBZ"
    if tag == "NNS":
        return "VBZ" if word in ("lives", "works", "stays") and _is_only_verb(sentence, position) else None
    return _noun(sentence, position, tag, word) if tag in ("VB", "VBP", "VBD") else None


def _noun(sentence: TaggedSentence, position: int, tag: str, word: str) -> str | None:
    """The class of a noun for a word taken for a bare verb, where it is none or where a noun must stand."""
    before = sentence.tag(position - 1)
    if not word.isalpha() or is_verb(verb_lemma(word)) or before in _AFTER_SUBJECT:
        return None
    if tag == "VBD" and word.endswith("ed"):
        return None
    return "NNP" if position and sentence.words[position].text[0].isupper() else "NN"


def _not_a_noun(sentence: TaggedSentence, position: int, word: str) -> str | None:
    """The class of a verb or pronoun taken for a noun: "they earn $9, work 40 hours", "whichever is larger"."""
    if word in ("whichever", "whatever", "whoever"):
        return "WH"
    is_listed = sentence.word(position - 1) == "," and sentence.tag(position + 1) == "CD" and is_verb(word)
    return "VBP" if is_listed and "PRP" in sentence.tags[:position] and "VBP" in sentence.tags[:position] else None


def _is_participle(sentence: TaggedSentence, position: int, word: str) -> bool:
    """Whether a past tense is a participle, since the verb of its clause comes later: "bread baked in Dorn costs"."""
    if sentence.tag(position - 1) not in _NOUNS or not word.endswith("ed"):
        return False
    if word == "aged":
        return sentence.tag(position + 1) == "CD"
    if sentence.word(position + 1) not in _BEHIND_PARTICIPLES or verb_lemma(word) in SPEECH:
        return False
    for ahead in range(position + 2, min(position + 14, len(sentence.tags))):
        tag = sentence.tags[ahead]
        if tag in _FINITE:
            return sentence.tag(ahead - 1) in (*_NOUNS, "CD") and not sentence.lowered[ahead].endswith("ed")
        if tag not in _IN_PHRASES or sentence.lowered[ahead] in _OPENERS:
            return False
    return False


def _is_only_verb(sentence: TaggedSentence, position: int) -> bool:
    """Whether a clause would be without a verb if this were a noun: "the population lives in towns"."""
    if sentence.tag(position - 1) not in ("NN", "NNP") or sentence.tag(position + 1) != "IN":
        return False
    return not _FINITE & set(sentence.tags)
