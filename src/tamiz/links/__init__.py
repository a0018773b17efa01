"""What applicants share with each other."""

from tamiz.links.family import family_names
from tamiz.links.register import CohortRegister, SharedKey, SharedKind, Sharer, shared_keys

__all__ = ["CohortRegister", "SharedKey", "SharedKind", "Sharer", "family_names", "shared_keys"]
