"""What answers each address; no rule of casework is decided here."""
