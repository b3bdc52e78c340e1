"""Store an ONNX encoder's weights in 8 bits, in blocks, and leave its arithmetic in float32.

Dynamic int8 quantisation rounds the activations of a whole batch with one scale: it is fast, but a text's
vector then depends on the texts beside it, and a fifth of the mutual nearest neighbours of news sentences
change. Weights in blocks of 32 with a scale and a zero point each (``MatMulNBits``) cost the same space, and
a row's result depends on that row alone, bit for bit.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

BLOCK = 32


def quantize(source: Path, target: Path, block: int = BLOCK) -> None:
    """Write ``source`` to ``target`` with every weight matrix and embedding table in 8 bits."""
    model = onnx.load(source)
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes: list[Any] = []
    replaced: set[str] = set()
    added: dict[str, Any] = {}
    for node in graph.node:
        weight = weights.get(node.input[1]) if node.op_type == "MatMul" else None
        table = weights.get(node.input[0]) if node.op_type == "Gather" else None
        if weight is not None and len(weight.dims) == 2 and weight.dims[0] % block == 0:
            nodes.append(_matmul(node, weight, block, added))
            replaced.add(weight.name)
        elif table is not None and len(table.dims) == 2 and table.dims[0] > 10_000:
            nodes.extend(_gather(node, table, added))
            replaced.add(table.name)
        else:
            nodes.append(node)
    kept = [tensor for tensor in graph.initializer if tensor.name not in replaced]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend([*kept, *added.values()])
    if all(opset.domain != "com.microsoft" for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, target)


def _matmul(node: Any, weight: Any, block: int, added: dict[str, Any]) -> Any:
    matrix: NDArray[np.float32] = numpy_helper.to_array(weight).T
    columns, rows = matrix.shape
    blocks = matrix.reshape(columns, rows // block, block)
    low = np.minimum(blocks.min(axis=2), 0)
    high = np.maximum(blocks.max(axis=2), 0)
    scale = (high - low) / 255
    scale[scale == 0] = 1
    zero = np.rint(-low / scale)
    codes = np.clip(np.rint(blocks / scale[..., None]) + zero[..., None], 0, 255)
    name = weight.name
    added[f"{name}_q"] = numpy_helper.from_array(codes.astype(np.uint8), f"{name}_q")
    added[f"{name}_s"] = numpy_helper.from_array(scale.astype(np.float32).reshape(-1), f"{name}_s")
    added[f"{name}_z"] = numpy_helper.from_array(zero.astype(np.uint8).reshape(-1), f"{name}_z")
    return helper.make_node(
        "MatMulNBits",
        [node.input[0], f"{name}_q", f"{name}_s", f"{name}_z"],
        list(node.output),
        name=node.name,
        domain="com.microsoft",
        K=rows,
        N=columns,
        bits=8,
        block_size=block,
    )


def _gather(node: Any, table: Any, added: dict[str, Any]) -> list[Any]:
    """The table one scale a row: row and scale are looked up together and multiplied."""
    matrix: NDArray[np.float32] = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(matrix).max(axis=1, keepdims=True) / 127, 1e-12)
    name, out = table.name, node.output[0]
    added[f"{name}_q"] = numpy_helper.from_array(np.rint(matrix / scale).astype(np.int8), f"{name}_q")
    added[f"{name}_s"] = numpy_helper.from_array(scale.astype(np.float32), f"{name}_s")
    return [
        helper.make_node("Gather", [f"{name}_q", node.input[1]], [f"{out}_q"]),
        helper.make_node("Gather", [f"{name}_s", node.input[1]], [f"{out}_s"]),
        helper.make_node("Cast", [f"{out}_q"], [f"{out}_f"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{out}_f", f"{out}_s"], [out]),
    ]
