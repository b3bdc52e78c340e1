"""Rules: how they are written, chosen and run."""
