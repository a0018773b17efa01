"""Whatever is done to the bytes of a list, the reader refuses it or reads it; it never breaks."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lists.forms import FORMS, NOW, Form, files_of
from tamiz.errors import ListError
from tamiz.lists.source import ListProblem
from tamiz.lists.update import read_edition

PIECES = (
    b"<", b">", b"&", b"&amp;", b"</", b'"', b"'", b",", b";", b"\n", b"\x00", b"\xff\xfe", b"\x1a",
    b"<!--", b"<![CDATA[", b"-0-", b"9" * 40, b"a) ", b"(1) ", b"(", b")" * 9, b"{", b"[" * 80,
    "\u202e".encode(), "й".encode(), b"00/00/0000", b"Linked To: ", b"DOB ", b"1970 to ", b"circa ",
)  # fmt: skip

# Where, how many bytes go, and what comes in their place.
edits = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 60),
        st.sampled_from(PIECES) | st.binary(max_size=8),
    ),
    min_size=1,
    max_size=6,
)


def spoilt(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for share, gone, put in changes:
        at = int(share * len(data))
        data = data[:at] + put + data[at + gone :]
    return data


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@settings(suppress_health_check=[HealthCheck.differing_executors], max_examples=25)
@given(changes=edits)
def test_a_spoilt_file_is_read_or_refused(
    form: Form, changes: list[tuple[float, int, bytes]]
) -> None:
    problems = list[ListProblem]()
    with TemporaryDirectory() as folder:
        first, *others = files_of(form, Path(folder))
        path = Path(folder) / f"spoilt-{first.name}"
        path.write_bytes(spoilt(first.read_bytes(), changes))

        with suppress(ListError):
            found = read_edition(form.key, (path, *others), "0" * 64, NOW, problems)
            assert 0 < found.parties <= found.names
    assert all(problem.file and problem.message for problem in problems)
    # Only a problem with a whole file stands in no place of it.
    assert all(problem.where or problem.message.startswith("missing, so") for problem in problems)
