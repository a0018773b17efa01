"""The index, the candidate search and the evidence model."""
