"""One file per rule of a document examiner; ``registry.RULES`` names them all."""
