"""The nouns: frozen models that everything else speaks in."""
