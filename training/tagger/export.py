"""The trained tagger as a file that sayso reads: a model in, an int8 ONNX graph out."""

import logging
import tempfile
import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from training.tagger.encoder import Tagger

OUTPUTS = ("cues", "asks", "answers", "leanings", "certainties", "apart")
OPSET = 18


class _Line(nn.Module):
    """The tagger as the graph has it: the pieces of one line in, what it says of the first pieces of its words out."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        read = self.model(pieces.unsqueeze(0), first=first)
        return (*(part[0] for part in read), self.model.apart)


def export(model: Tagger, path: Path) -> None:
    """Write a model as int8; activations are scaled block by block, so a block comes out the same beside any other."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    pieces, first = torch.arange(1000, 1024), torch.arange(1, 20)
    shapes = {
        "pieces": {0: torch.export.Dim("n_pieces", min=3, max=512)},
        "first": {0: torch.export.Dim("n_words", min=2, max=512)},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _Line(model).eval(), (pieces, first), full, input_names=["pieces", "first"], output_names=list(OUTPUTS),
            dynamic_shapes=shapes, opset_version=OPSET, dynamo=True, external_data=False, verbose=False,
        )  # fmt: skip
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
