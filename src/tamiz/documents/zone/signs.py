"""Which signs stand in zones: capital Latin letters, digits and the filler (Doc 9303-3, 4.3)."""

import re

UNREADABLE = re.compile(r"[^A-Z0-9<]")  # has no value for check digits
PLAIN = re.compile(r"[A-Z0-9<]*")
DIGIT = re.compile(r"[0-9]")
FILLERS = re.compile(r"<+")
