"""Fitting of the tagger: lines with attributions in, a model that tags them out; one model can teach another."""

import logging
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from training.tagger.encoder import Read, Tagger, score_roles
from training.tagger.examples import Example

log = logging.getLogger(__name__)

PIECES_AT_ONCE = 3072
"""Pieces of one step, padding counted."""
HEADS = ("cue", "ask", "answer", "apart", "certainty")
ENCODER_RATE = 2e-4
HEADS_RATE = 1e-3
CERTAINTY_WEIGHT = 0.3
"""Of a step on a factuality scale that runs from -3 to 3, beside the cross-entropies of the spans."""
TEACHER_WEIGHT = 2.0
"""What the teacher says counts twice what the annotators say: it also tells how sure one can be."""
WARM_UP = 0.1
"""Share of the steps in which the rates rise; they fall linearly after."""


class Batch(NamedTuple):
    """Lines of about one length: shapes (lines, pieces), (lines, 1, 1, pieces), and flat lists of words and cues.

    Attributes:
        pieces: The pieces, padded by 0.
        mask: 0 for a piece, minus infinity for padding.
        words: For each word of all lines, its line and its first piece, shape (words, 2).
        cue_tags: The cue tag of each of these words.
        taught_words: Whether the teacher has a say in each of these words.
        shares: For each cue, the share of each piece in it, shape (cues, pieces).
        lines: The line of each cue.
        taught_cues: Whether the teacher has a say in each cue.
        distances: Words from each cue to each piece, shape (cues, pieces).
        roles: The role of each piece for each cue; -100 for what is not the first piece of a word.
        events: For each event, its line and its first piece, shape (events, 2).
        certainties: How certainly each event happened.
    """

    pieces: Tensor
    mask: Tensor
    words: Tensor
    cue_tags: Tensor
    taught_words: Tensor
    shares: Tensor
    lines: Tensor
    taught_cues: Tensor
    distances: Tensor
    roles: Tensor
    events: Tensor
    certainties: Tensor


def make_batch(examples: Sequence[Example]) -> Batch:
    """Lines side by side."""
    longest = max(len(example.pieces.pieces) for example in examples)
    pieces = torch.zeros(len(examples), longest, dtype=torch.long)
    mask = torch.zeros(len(examples), 1, 1, longest)
    words, tags, cues, certain = [], [], [], []
    for number, example in enumerate(examples):
        size = len(example.pieces.pieces)
        pieces[number, :size] = torch.tensor(example.pieces.pieces)
        mask[number, ..., size:] = -1e4
        certain += [(number, example.pieces.first[at], value) for at, value in example.certainties]
        if example.told is None:
            continue
        words += [(number, first) for first in example.pieces.first]
        line_tags = [0] * len(example.pieces.first)
        for told in example.told:
            first, stop = told.cue
            line_tags[first:stop] = [1, *[2] * (stop - first - 1)]
            cues.append((number, example.pieces.first, told))
        tags += line_tags
    shares = torch.zeros(len(cues), longest)
    distances = torch.zeros(len(cues), longest, dtype=torch.long)
    roles = torch.full((len(cues), longest), -100)
    for at, (_, firsts, told) in enumerate(cues):
        first, stop = told.cue
        shares[at, firsts[first:stop]] = 1 / (stop - first)
        distances[at, firsts] = torch.arange(len(firsts)) - first
        roles[at, firsts] = torch.tensor(told.roles)
    lines = torch.tensor([number for number, _, _ in cues], dtype=torch.long)
    taught = torch.tensor([example.has_teacher for example in examples])
    at_words = torch.tensor(words, dtype=torch.long).view(-1, 2)
    events = torch.tensor([one[:2] for one in certain], dtype=torch.long).view(-1, 2)
    values = torch.tensor([value for _, _, value in certain])
    return Batch(
        pieces, mask, at_words, torch.tensor(tags), taught[at_words[:, 0]], shares, lines, taught[lines], distances,
        roles, events, values,
    )  # fmt: skip


class Said(NamedTuple):
    """What a model says of a batch: shapes (words, 3), (cues, pieces, roles), (events,)."""

    cues: Tensor
    roles: Tensor
    certainties: Tensor


def read_batch(model: Tagger, batch: Batch) -> Said:
    """Read the lines of a batch, the cues as annotated."""
    read = model(batch.pieces, batch.mask.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else batch.mask)
    cues = read.cues[batch.words[:, 0], batch.words[:, 1]].float()
    of_cues = Read(*(part[batch.lines].float() for part in read))
    asked = torch.einsum("cp,cpra->cra", batch.shares, of_cues.asks)
    certainties = read.certainties[batch.events[:, 0], batch.events[:, 1], 0].float()
    return Said(cues, score_roles(asked, of_cues, model.apart, batch.distances), certainties)


def learn(model: Tagger, examples: Sequence[Example], *, epochs: int, seed: int, teacher: Tagger | None = None) -> None:
    """Fit a model in place, by the annotations, and by what a teacher says where there is one."""
    torch.manual_seed(seed)
    heads = [part for name, part in model.named_parameters() if name.startswith(HEADS)]
    encoder = [part for name, part in model.named_parameters() if not name.startswith(HEADS)]
    encoder = [part for part in encoder if part.requires_grad]
    groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = sum(1 for _ in iter_batches(examples, seed)) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps))
    )
    model.train()
    done, total = 0, 0.0
    for epoch in range(epochs):
        for batch in iter_batches(examples, seed * 1000 + epoch):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = measure_loss(model, batch, teacher)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done, total = done + 1, total + float(loss.detach())
            if done % 50 == 0:
                log.info("step %d of %d, loss %.4f", done, steps, total / 50)
                total = 0.0
    model.eval()


def measure_loss(model: Tagger, batch: Batch, teacher: Tagger | None) -> Tensor:
    """How far the model is from the annotations, and from the teacher's view of them."""
    said = read_batch(model, batch)
    kept = batch.roles >= 0
    loss = torch.zeros(())
    if len(batch.words):
        loss = loss + functional.cross_entropy(said.cues, batch.cue_tags)
    if kept.any():
        loss = loss + functional.cross_entropy(said.roles[kept], batch.roles[kept])
    if len(batch.events):
        loss = loss + CERTAINTY_WEIGHT * functional.l1_loss(said.certainties, batch.certainties)
    if teacher is None or not len(batch.words):
        return loss
    with torch.no_grad():
        taught = read_batch(teacher, batch)
    of_words, of_roles = batch.taught_words, kept & batch.taught_cues[:, None]
    if of_words.any():
        loss = loss + TEACHER_WEIGHT * _divergence(said.cues[of_words], taught.cues[of_words])
    if of_roles.any():
        loss = loss + TEACHER_WEIGHT * _divergence(said.roles[of_roles], taught.roles[of_roles])
    return loss


def _divergence(scores: Tensor, taught: Tensor) -> Tensor:
    return functional.kl_div(
        functional.log_softmax(scores, -1), functional.log_softmax(taught, -1), log_target=True, reduction="batchmean"
    )


def iter_batches(examples: Sequence[Example], seed: int) -> Iterator[Batch]:
    """All lines once, those of about one length together, in an order that the seed gives."""
    chance = random.Random(seed)
    order = sorted(examples, key=lambda example: (len(example.pieces.pieces), chance.random()))
    groups: list[list[Example]] = [[]]
    for example in order:
        size = len(example.pieces.pieces)
        if groups[-1] and (len(groups[-1]) + 1) * size > PIECES_AT_ONCE:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    yield from (make_batch(group) for group in groups)
