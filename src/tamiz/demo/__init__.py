"""An invented programme, an invented watchlist and a story planted between them.

Everything here is made up, from a seed: the same seed gives the same bytes. The demonstration
then goes the way that a vetting unit goes: import a list, screen a table, read the findings.
"""
