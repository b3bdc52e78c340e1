"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "3a9c6b6da39610847ee1d7cefbb24fdec247fca232ff5aca82cdc48131da18bd",
    "nli.onnx": "da9c9d6b55ef0d6e711a7fcbf78e765b3f54e2992d8754700f0a66f112588c58",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
