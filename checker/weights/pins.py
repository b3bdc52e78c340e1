"""The sha256 of every bundled file; written by training/pin.py, never by hand."""

PINS: dict[str, str] = {
    "embedder.onnx": "0286bf27152d536cac8b774e28b799dad5df39f109b5c18d5410a64590685129",
    "nli.json": "4ce6ad5566d857daed701c114c8e1a6703f0946937eb588eed27e3787a0dfb20",
    "nli.onnx": "5bf017c3d1ef35be38ccd6f2a4092ac60a6cdfac170e9ddd56158ce7ed36c030",
    "tokenizer.json": "9114256b104cca80e04367526f03f46aa3c443c2ed174904142a73bbf13b9fbb",
}
