"""The physiotherapist's area: the long-stride test, the threshold, the review, the prescription."""
