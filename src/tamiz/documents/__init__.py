"""Reads what identity documents say, and what they give away."""
