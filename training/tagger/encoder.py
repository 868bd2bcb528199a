"""The MiniLM encoder with three heads: word pieces in, cues and what belongs to each cue out.

The encoder is the one of all-MiniLM-L6-v2 (Apache-2.0), read from its safetensors file; written out here, because it is
forty lines and the package of that model asks for far more. Heads: each piece is outside, first or inside of a cue; and
for each cue, each piece is outside, first or inside of its source or of its content. The second is a bilinear form of
what a cue asks and what a piece answers, with a bias for how far they stand apart.
"""

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
CUE_TAGS = 3
"""Outside, first, inside."""
ROLES = 5
"""Outside, first of the source, inside it, first of the content, inside it."""
ASKED = 96
"""Size of the space where cues ask and pieces answer; 64 lost half a point, 128 gained nothing."""
FARTHEST = 40
"""Words apart beyond which distance says no more."""


class Read(NamedTuple):
    """What the model says of one line, by pieces: shapes (n, 3), (n, roles, asked), (n, asked), (n, roles), (n, 1)."""

    cues: Tensor
    asks: Tensor
    answers: Tensor
    leanings: Tensor
    certainties: Tensor


class Layer(nn.Module):
    """One transformer layer of BERT: attention and a feed-forward net, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """The next hidden states, shape (lines, pieces, width)."""
        lines, pieces, _ = hidden.shape
        query, key, value = (
            part(hidden).view(lines, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(lines, pieces, WIDTH)
        hidden = self.attended_norm(hidden + self.attended(mixed))
        return self.norm(hidden + self.narrow(functional.gelu(self.wide(hidden))))


class Tagger(nn.Module):
    """Encoder and heads.

    Args:
        layers: Which layers of the six of MiniLM it has, by number.
        dropout: Share of activations dropped in training.
    """

    def __init__(self, layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5), dropout: float = 0.1) -> None:
        super().__init__()
        self.numbers = layers
        self.words = nn.Embedding(30522, WIDTH)
        self.words.weight.requires_grad = False  # frozen: a tenth of the words of any report are rare in training
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in layers)
        self.dropout = nn.Dropout(dropout)
        self.cue = nn.Linear(WIDTH, CUE_TAGS)
        self.ask = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, ROLES * ASKED))
        self.answer = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, ASKED + ROLES))
        self.certainty = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1))
        self.apart = nn.Parameter(torch.zeros(2 * FARTHEST + 1, ROLES))

    def forward(self, pieces: Tensor, mask: Tensor | None = None, *, first: Tensor | None = None) -> Read:
        """Read lines of word pieces.

        Args:
            pieces: Their numbers, shape (lines, pieces).
            mask: Added to attention scores, shape (lines, 1, 1, pieces).
            first: The pieces that the heads look at, in a single line; None for all.
        """
        at = torch.arange(pieces.shape[1])
        hidden = self.dropout(self.norm(self.words(pieces) + self.places(at) + self.kinds))
        for layer in self.layers:
            hidden = layer(hidden, mask)
        hidden = self.dropout(hidden if first is None else hidden[:, first])
        answered = self.answer(hidden)
        asked = self.ask(hidden).unflatten(-1, (ROLES, ASKED))
        answers, leanings = answered[..., :ASKED] / ASKED**0.5, answered[..., ASKED:]
        return Read(self.cue(hidden), asked, answers, leanings, self.certainty(hidden))

    def load_encoder(self, path: Path) -> None:
        """Take the weights of MiniLM from its file, those of its layers that this one has."""
        tensors = load_file(str(path))
        self.words.weight.data = tensors["embeddings.word_embeddings.weight"]
        self.places.weight.data = tensors["embeddings.position_embeddings.weight"]
        self.kinds.data = tensors["embeddings.token_type_embeddings.weight"][0]
        _load(self.norm, tensors, "embeddings.LayerNorm")
        for number, layer in zip(self.numbers, self.layers, strict=True):
            for name, part in _PARTS.items():
                _load(getattr(layer, name), tensors, f"encoder.layer.{number}.{part}")

    def load_layers(self, other: "Tagger") -> None:
        """Take all weights of a model that has at least the layers of this one."""
        mine, theirs = self.state_dict(), other.state_dict()
        for name in mine:
            source = name
            if name.startswith("layers."):
                _, at, rest = name.split(".", 2)
                source = f"layers.{other.numbers.index(self.numbers[int(at)])}.{rest}"
            if source in theirs:
                mine[name] = theirs[source].clone()
        self.load_state_dict(mine)


_PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
}  # fmt: skip


def _load(part: nn.Module, tensors: dict[str, Tensor], name: str) -> None:
    part.load_state_dict({kind: tensors[f"{name}.{kind}"] for kind in ("weight", "bias")})


def score_roles(asked: Tensor, read: Read, apart: Tensor, distances: Tensor) -> Tensor:
    """How well each piece fits each role of each cue.

    Args:
        asked: What each cue asks, shape (cues, roles, asked).
        read: What the line of each cue answers, a line a cue.
        apart: The model's bias by distance.
        distances: Words from each cue to each piece, shape (cues, pieces).

    Returns:
        Scores, shape (cues, pieces, roles).
    """
    near = distances.clamp(-FARTHEST, FARTHEST) + FARTHEST
    return torch.einsum("cra,cpa->cpr", asked, read.answers) + read.leanings + apart[near]
