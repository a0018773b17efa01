"""An invented programme with infiltrators in it: who is found, at what cost to honest people.

See ``README.md``. ``make redteam`` runs it. Nobody in it exists.
"""
