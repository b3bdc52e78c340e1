"""What a sentence holds, as spans with typed values: dates, numbers, names, speech, negation."""
