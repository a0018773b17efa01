"""What applicants share with each other."""

from tamiz.links.register import CohortRegister, SharedKind, Sharer, shared_keys

__all__ = ["CohortRegister", "SharedKind", "Sharer", "shared_keys"]
