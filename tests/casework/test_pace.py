"""Every twentieth case is looked at twice, and nobody can tell which."""

from msgspec.structs import replace

from casework.desks import DOCUMENT, opened
from tamiz.casework import DEFAULT, CasePolicy, is_sampled

KEY = bytes(range(32))


def sampled(key: bytes, policy: CasePolicy = DEFAULT, count: int = 4000) -> list[int]:
    case = opened()
    names = (f"C{number}" for number in range(count))
    return [n for n, name in enumerate(names) if is_sampled(key, replace(case, id=name), policy)]


def test_about_one_in_twenty_is_chosen() -> None:
    assert 150 <= len(sampled(KEY)) <= 250


def test_another_key_chooses_others() -> None:
    assert set(sampled(KEY)) != set(sampled(bytes(32)))


def test_the_same_key_chooses_the_same() -> None:
    assert sampled(KEY) == sampled(KEY)


def test_other_evidence_draws_again() -> None:
    names = [f"C{number}" for number in range(400)]
    first = [is_sampled(KEY, opened(name=name), DEFAULT) for name in names]
    second = [is_sampled(KEY, opened(DOCUMENT, name=name), DEFAULT) for name in names]

    assert first != second


def test_policy_may_choose_none_or_all() -> None:
    assert sampled(KEY, CasePolicy(quality_one_in=0), 100) == []
    assert len(sampled(KEY, CasePolicy(quality_one_in=1), 100)) == 100
