"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "d4359c196473570d19c65a610588c9782322aa9324ba0b012a38841e2d4bfd4f",
    "nli.onnx": "44c85e6a26fbae569cbed58e4255cd47bd6e2d1abee8cc6e87145367a1e64676",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
