"""The parts of ``benchmarks/accuracy.py``: each measures one thing and returns its figures."""
