"""Explicit parameters are a named curve only if all of them are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from documents.chip.pki import Algorithm, public_info
from tamiz.documents.chip.curves import (
    BY_NAME,
    CURVES,
    Curve,
    Explicit,
    ForgedCurve,
    named_curve,
    point,
)
from tamiz.documents.chip.keys import EcKey, UnusableKey, read_key


def explicit(curve: Curve) -> Explicit:
    return Explicit(curve.p, curve.a, curve.b, curve.generator, curve.n, curve.cofactor)


every_curve = pytest.mark.parametrize("curve", CURVES, ids=lambda one: one.name)


@every_curve
def test_a_curve_is_recognised_by_all_its_parameters(curve: Curve) -> None:
    assert named_curve(explicit(curve)) is curve


@every_curve
def test_a_curve_without_a_cofactor_is_recognised(curve: Curve) -> None:
    assert named_curve(replace(explicit(curve), cofactor=0)) is curve


@every_curve
@pytest.mark.parametrize("part", ["a", "b", "n", "generator", "cofactor"])
def test_a_curve_with_one_parameter_changed_is_forged(curve: Curve, part: str) -> None:
    found = explicit(curve)
    other = (found.generator[0], curve.p - found.generator[1])
    changed = {"generator": other} if part == "generator" else {part: getattr(found, part) + 1}

    with pytest.raises(ForgedCurve):
        named_curve(replace(found, **changed))


@every_curve
def test_a_curve_over_another_field_is_unknown(curve: Curve) -> None:
    assert named_curve(replace(explicit(curve), p=curve.p + 2)) is None


@every_curve
def test_every_generator_is_on_its_curve(curve: Curve) -> None:
    x, y = curve.generator
    encoded = b"\x04" + x.to_bytes(curve.octets) + y.to_bytes(curve.octets)

    assert point(curve, encoded) == (x, y)


@every_curve
def test_a_compressed_point_is_the_same_point(curve: Curve) -> None:
    x, y = curve.generator
    encoded = bytes([2 + y % 2]) + x.to_bytes(curve.octets)

    if curve.name == "NIST224p":
        with pytest.raises(ValueError, match="compressed"):
            point(curve, encoded)
    else:
        assert point(curve, encoded) == (x, y)


@given(st.binary(max_size=70))
def test_no_other_bytes_are_a_point(encoded: bytes) -> None:
    with pytest.raises(ValueError, match="point"):
        point(BY_NAME["NIST256p"], encoded)


@pytest.mark.parametrize("name", ["P-256", "P-521", "brainpoolP224r1", "brainpoolP320r1"])
def test_a_key_is_read_alike_in_both_forms(name: str) -> None:
    named = read_key(public_info(Algorithm(name, "sha256"), "one"))
    spelt = read_key(public_info(Algorithm(name, "sha256", explicit=True), "one"))

    assert isinstance(named, EcKey)
    assert isinstance(spelt, EcKey)
    assert (named.explicit, spelt.explicit) == (False, True)
    assert (named.curve, named.x, named.y) == (spelt.curve, spelt.x, spelt.y)


def test_a_key_with_its_own_generator_is_unusable_and_forged() -> None:
    key = read_key(public_info(Algorithm("P-384", "sha256", explicit=True), "one", forged=True))

    assert isinstance(key, UnusableKey)
    assert key.forged
