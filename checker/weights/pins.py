"""The sha256 of every bundled file; written by training/embedder/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
