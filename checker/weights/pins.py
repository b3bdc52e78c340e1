"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "3d8f2da8a67d8c96f98f8369b9f88fbaeb28e7d6bddaef5b35ba752f15f1e0da",
    "nli.onnx": "c8c92b5189d622025896ddc164486f95c27d514e143b09b3c4d6078ffbb40d9b",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
