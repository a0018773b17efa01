"""Findings as files, pages and terminal text."""
