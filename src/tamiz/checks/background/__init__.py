"""One file per rule about background and purpose; ``registry.RULES`` names them all."""
