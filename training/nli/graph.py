"""The classifier as an ONNX graph, node by node, in float32 or with int8 weights."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, HEADS, WIDTH, EPS = 6, 12, 384, 1e-12
HEAD = WIDTH // HEADS
Weights = dict[str, np.ndarray]


class Graph:
    """Collects nodes and constants; names are counted, so the same weights give the same bytes."""

    def __init__(
        self, weights: Weights, scheme: str, keep: frozenset[str] = frozenset(), block: int = 32
    ) -> None:
        self.weights, self.scheme, self.keep, self.block = weights, scheme, keep, block
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def constant(self, value: np.ndarray, name: str) -> str:
        """Store a constant once."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def numbers(self, *values: int) -> str:
        """A constant list of whole numbers."""
        return self.constant(
            np.array(values, np.int64), "i_" + "_".join(str(v).replace("-", "m") for v in values)
        )

    def add(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: object) -> str:
        """Append a node; the name of its first output."""
        self.count += 1
        names = [f"v{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(
            helper.make_node(kind, list(inputs), names, name=f"n{self.count}", domain=domain, **attributes)
        )
        return names[0]

    def linear(self, x: str, *names: str) -> str:
        """One product with the weights of one or several linear layers side by side."""
        weight = np.concatenate([self.weights[f"{n}.weight"] for n in names]).T.astype(np.float32)
        bias = np.concatenate([self.weights[f"{n}.bias"] for n in names]).astype(np.float32)
        label = "|".join(names)
        if self.scheme == "float" or label in self.keep or "classifier" in label:
            y = self.add("MatMul", x, self.constant(weight, label + ".weight"))
        elif self.scheme == "rows":
            y = self._rows(x, weight, label)
        elif self.scheme == "blocks":
            y = self._blocks(x, weight, label)
        else:
            y = self._integers(x, weight, label)
        return self.add("Add", y, self.constant(bias, label + ".bias"))

    def _blocks(self, x: str, weight: np.ndarray, label: str) -> str:
        """Eight-bit weights in blocks with a scale each; activations are rounded row by row."""
        rows, columns = weight.shape
        blocks = weight.T.reshape(columns, rows // self.block, self.block)
        scale = np.abs(blocks).max(-1, keepdims=True) / 127 + 1e-12
        packed = (np.rint(blocks / scale) + 128).astype(np.uint8)
        return self.add(
            "MatMulNBits",
            x,
            self.constant(packed, label + ".packed"),
            self.constant(scale.reshape(columns, rows // self.block).astype(np.float32), label + ".scales"),
            domain="com.microsoft",
            K=rows,
            N=columns,
            bits=8,
            block_size=self.block,
            accuracy_level=4,
        )

    def _rows(self, x: str, weight: np.ndarray, label: str) -> str:
        """Int8 weights with a scale for each output; activations are rounded with one scale a token.

        A pair's answer then does not depend on the pairs beside it in the batch.
        """
        scale = np.abs(weight).max(0) / 127 + 1e-12
        packed = np.rint(weight / scale).astype(np.int8)
        most = self.add("ReduceMax", self.add("Abs", x), self.numbers(-1), keepdims=1)
        step = self.add("Mul", most, self.constant(np.array(1 / 127, np.float32), "part"))
        step = self.add("Add", step, self.constant(np.array(1e-9, np.float32), "tiny"))
        scaled = self.add("Mul", x, self.add("Reciprocal", step))
        shifted = self.add("Add", scaled, self.constant(np.array(128.5, np.float32), "middle"))
        whole = self.add("Cast", shifted, to=TensorProto.UINT8)
        zero = self.constant(np.array(128, np.uint8), "zero")
        y = self.add("MatMulInteger", whole, self.constant(packed, label + ".packed"), zero)
        y = self.add("Mul", self.add("Cast", y, to=TensorProto.FLOAT), step)
        return self.add("Mul", y, self.constant(scale.astype(np.float32), label + ".scales"))

    def _integers(self, x: str, weight: np.ndarray, label: str) -> str:
        """Int8 weights with a scale for each output; activations are rounded with one scale a batch."""
        scale = np.abs(weight).max(0) / 127 + 1e-12
        packed = np.rint(weight / scale).astype(np.int8)
        self.count += 1
        q, s, z = (f"q{self.count}_{i}" for i in range(3))
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [q, s, z], name=f"n{self.count}"))
        zero = self.constant(np.zeros(weight.shape[1], np.int8), f"zero{weight.shape[1]}")
        y = self.add("MatMulInteger", q, self.constant(packed, label + ".packed"), z, zero)
        y = self.add("Cast", y, to=TensorProto.FLOAT)
        factor = self.add("Mul", s, self.constant(scale.astype(np.float32), label + ".scales"))
        return self.add("Mul", y, factor)

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        weight = self.constant(self.weights[f"{name}.weight"], f"{name}.weight")
        bias = self.constant(self.weights[f"{name}.bias"], f"{name}.bias")
        return self.add("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPS)

    def embeddings(self) -> str:
        """Word, place and segment, added and normalised; words in int8 with a scale each."""
        table = self.weights["bert.embeddings.word_embeddings.weight"]
        if self.scheme == "float":
            words = self.add("Gather", self.constant(table, "words"), "input_ids")
        else:
            scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-12
            packed = np.rint(table / scale).astype(np.int8)
            raw = self.add("Gather", self.constant(packed, "words.packed"), "input_ids")
            raw = self.add("Cast", raw, to=TensorProto.FLOAT)
            words = self.add(
                "Mul",
                raw,
                self.add("Gather", self.constant(scale.astype(np.float32), "words.scales"), "input_ids"),
            )
        length = self.add("Shape", "input_ids", start=1, end=2)
        places = self.constant(self.weights["bert.embeddings.position_embeddings.weight"], "places")
        place = self.add("Slice", places, self.numbers(0), length, self.numbers(0))
        types = self.constant(self.weights["bert.embeddings.token_type_embeddings.weight"], "types")
        x = self.add("Add", words, self.add("Gather", types, "token_type_ids"))
        return self.norm(self.add("Add", x, place), "bert.embeddings.LayerNorm")

    def heads(self, x: str, *order: int) -> str:
        """Split the last axis into heads."""
        return self.add(
            "Transpose", self.add("Reshape", x, self.numbers(0, 0, HEADS, HEAD)), perm=list(order)
        )

    def split(self, x: str, parts: int) -> list[str]:
        """Cut the last axis into equal parts."""
        first = self.add("Split", x, outputs=parts, axis=-1, num_outputs=parts)
        return [first.removesuffix("0") + str(i) for i in range(parts)]

    def layer(self, x: str, n: int, mask: str) -> str:
        """One layer; the last computes only the first token."""
        name = f"bert.encoder.layer.{n}."
        own = name + "attention.self."
        if n == LAYERS - 1:
            kept = self.add("Slice", x, self.numbers(0), self.numbers(1), self.numbers(1))
            q = self.linear(kept, own + "query")
            k, v = self.split(self.linear(x, own + "key", own + "value"), 2)
        else:
            kept = x
            q, k, v = self.split(self.linear(x, own + "query", own + "key", own + "value"), 3)
        q, k, v = self.heads(q, 0, 2, 1, 3), self.heads(k, 0, 2, 3, 1), self.heads(v, 0, 2, 1, 3)
        q = self.add("Mul", q, self.constant(np.array(HEAD**-0.5, np.float32), "root"))
        scores = self.add("Softmax", self.add("Add", self.add("MatMul", q, k), mask), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", scores, v), perm=[0, 2, 1, 3])
        mixed = self.linear(
            self.add("Reshape", mixed, self.numbers(0, 0, WIDTH)), name + "attention.output.dense"
        )
        x = self.norm(self.add("Add", mixed, kept), name + "attention.output.LayerNorm")
        up = self.add("Gelu", self.linear(x, name + "intermediate.dense"))
        return self.norm(
            self.add("Add", self.linear(up, name + "output.dense"), x), name + "output.LayerNorm"
        )

    def model(self) -> onnx.ModelProto:
        """The whole classifier."""
        one = self.constant(np.array(1, np.float32), "one")
        mask = self.add(
            "Cast", self.add("Unsqueeze", "attention_mask", self.numbers(1, 2)), to=TensorProto.FLOAT
        )
        mask = self.add("Mul", self.add("Sub", one, mask), self.constant(np.array(-1e4, np.float32), "minus"))
        x = self.embeddings()
        for n in range(LAYERS):
            x = self.layer(x, n, mask)
        x = self.add("Squeeze", x, self.numbers(1))
        x = self.linear(self.add("Tanh", self.linear(x, "bert.pooler.dense")), "classifier")
        self.nodes.append(helper.make_node("Identity", [x], ["logits"], name="out"))
        names = ("input_ids", "attention_mask", "token_type_ids")
        inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["pairs", "tokens"]) for n in names]
        output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pairs", 3])
        graph = helper.make_graph(self.nodes, "nli", inputs, [output], list(self.constants.values()))
        opsets = [helper.make_opsetid("", 20)]
        if self.scheme == "blocks":
            opsets.append(helper.make_opsetid("com.microsoft", 1))
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="training/nli")
