"""Keys of cases: wrapped, rewrapped, destroyed."""

import pytest

from tamiz.casework.journal import new_case_key, new_master_key, rewrap, sampling_key, unwrap
from tamiz.casework.journal.keys import KEY_BYTES, WrappedKey
from tamiz.errors import JournalError

MASTER = bytes(32)


def test_a_wrapped_key_opens_with_its_master_key() -> None:
    wrapped = new_case_key(MASTER, "C1")

    assert len(unwrap(MASTER, wrapped)) == KEY_BYTES
    assert unwrap(MASTER, wrapped) == unwrap(MASTER, wrapped)


def test_every_case_has_a_key_of_its_own() -> None:
    keys = {unwrap(MASTER, new_case_key(MASTER, "C1")) for _ in range(50)}

    assert len(keys) == 50


def test_it_opens_with_no_other_master_key() -> None:
    wrapped = new_case_key(MASTER, "C1")

    with pytest.raises(JournalError, match="case C1"):
        unwrap(new_master_key(), wrapped)


@pytest.mark.parametrize("broken", ["", "AAAA", "not base64 ü", "A" * 80])
def test_a_damaged_key_is_refused(broken: str) -> None:
    with pytest.raises(JournalError):
        unwrap(MASTER, WrappedKey(case="C1", key=broken, master="?"))


def test_a_key_moved_to_another_case_is_refused() -> None:
    wrapped = new_case_key(MASTER, "C1")

    with pytest.raises(JournalError, match="case C2"):
        unwrap(MASTER, WrappedKey(case="C2", key=wrapped.key, master=wrapped.master))


def test_a_master_key_is_replaced_and_the_case_key_stays() -> None:
    new, wrapped = new_master_key(), new_case_key(MASTER, "C1")

    assert unwrap(new, rewrap(MASTER, new, wrapped)) == unwrap(MASTER, wrapped)


def test_the_sampling_key_is_another_key() -> None:
    assert sampling_key(MASTER) != MASTER
    assert sampling_key(MASTER) == sampling_key(MASTER)
