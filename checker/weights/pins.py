"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "8ee22e48b99d7ddd56dbb0699b3dba55204e1d59be4a9013bdf3cc5b1372a759",
    "nli.onnx": "5e95e8d0500e295b345ce05eba6d66e30b147fb08c2b92a1b2a47a4311fddb13",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
