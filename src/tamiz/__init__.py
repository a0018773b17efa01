"""Tamiz vets the people who apply to sensitive programmes."""
