"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "51508d7fbca5aae3cb215674ddb6892cb86ff51fb7ed7db66f56c2e22c08108a",
    "nli.onnx": "76bb965239ec87913aa1ab5d1e5bc671752908fe5e404e11f4c5c2df873168a4",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
