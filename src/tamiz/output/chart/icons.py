"""A small drawing for each kind of node, in a field of 20 by 20 around (0, 0).

The drawings are lines (SVG path data), so that one colour of pen suits screen and paper.
"""

from tamiz.model import NodeKind

_PERSON = "M0-8a4 4 0 1 1-.01 0zM-8 9v-2q0-6 8-6t8 6v2z"
ICONS: dict[NodeKind, str] = {
    NodeKind.APPLICANT: _PERSON,
    NodeKind.LISTED: "M-8-8h16v16h-16zM-5-4h2M-1-4h6M-5 0h2M-1 0h6M-5 4h2M-1 4h6",
    NodeKind.COMPANY: "M-8 9V-3h6v-6H8V9zM-8 9H8M1-5h4M1-1h4M1 3h4M-6 1h2M-6 5h2",
    NodeKind.PERSON: _PERSON,
    NodeKind.PHONE: "M-4.5-9h9v18h-9zM-1 6h2M-4.5-6h9M-4.5 3.5h9",
    NodeKind.EMAIL: "M-9-6H9V6H-9zM-9-6L0 1L9-6",
    NodeKind.HANDLE: (
        "M3.5 0a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0v1.5q0 2.5 2.4 2.5t2.4-4a8.3 8.3 0 1 0-3.5 6.8"
    ),
    NodeKind.ADDRESS: "M-9 0L0-8L9 0M-6.5-2V8h13V-2M-2 8V3h4v5",
    NodeKind.DOCUMENT: "M-6-9H3L6-6V9H-6zM-3-3H3M-3 1H3M-3 5H3",
    NodeKind.REFERENCE: "M-9-6H9V6H-9zM0-3a3 3 0 1 1-.01 0zM-6.5-3.5v1M6.5 2.5v1",
    NodeKind.WEBSITE: "M0-8.5a8.5 8.5 0 1 1-.01 0zM-8.5 0h17M0-8.5q-8 8.5 0 17M0-8.5q8 8.5 0 17",
    NodeKind.UNIT: "M0-9L8-6V0q0 6-8 9q-8-3-8-9v-6zM-4-1L0-4L4-1M-4 3L0 0L4 3",
    NodeKind.TEXT: "M-8-7H8M-8-2.5H8M-8 2H8M-8 6.5H2",
}
