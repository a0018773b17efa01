"""The elliptic curves that passports use, and which of them explicit parameters mean.

Doc 9303-12, 4.1.6.3 demands explicit parameters. Whoever may choose the generator can choose it so
that a foreign public key gets a known private key (CVE-2020-0601): a curve is a named one only if
*every* parameter is the named one's.
"""

from cryptography.hazmat.primitives.asymmetric import ec
from ecdsa import curves as known
from msgspec import Struct


class Curve(Struct, frozen=True):
    """A named curve: y² = x³ + ax + b over the integers mod p, with G of order n."""

    name: str
    oid: str
    p: int
    a: int
    b: int
    generator: tuple[int, int]
    n: int
    cofactor: int
    fast: type[ec.EllipticCurve] | None  # None: cryptography lacks it, ecdsa computes
    slow: known.Curve

    @property
    def octets(self) -> int:
        """Bytes of a coordinate."""
        return (self.p.bit_length() + 7) // 8


class Explicit(Struct, frozen=True):
    """Parameters as a key spells them out; without a cofactor it is 0."""

    p: int
    a: int
    b: int
    generator: tuple[int, int]
    n: int
    cofactor: int = 0


def _curve(slow: known.Curve, fast: type[ec.EllipticCurve] | None = None) -> Curve:
    field, base = slow.curve, slow.generator
    p = int(field.p())
    return Curve(
        name=slow.name,
        oid=".".join(str(arc) for arc in slow.oid),
        p=p,
        a=int(field.a()) % p,
        b=int(field.b()) % p,
        generator=(int(base.x()), int(base.y())),
        n=int(slow.order),
        cofactor=int(field.cofactor() or 1),
        fast=fast,
        slow=slow,
    )


CURVES = (
    _curve(known.NIST192p),
    _curve(known.NIST224p, ec.SECP224R1),
    _curve(known.NIST256p, ec.SECP256R1),
    _curve(known.NIST384p, ec.SECP384R1),
    _curve(known.NIST521p, ec.SECP521R1),
    _curve(known.BRAINPOOLP192r1),
    _curve(known.BRAINPOOLP224r1),
    _curve(known.BRAINPOOLP256r1, ec.BrainpoolP256R1),
    _curve(known.BRAINPOOLP320r1),
    _curve(known.BRAINPOOLP384r1, ec.BrainpoolP384R1),
    _curve(known.BRAINPOOLP512r1, ec.BrainpoolP512R1),
    _curve(known.BRAINPOOLP224t1),
    _curve(known.BRAINPOOLP256t1),
    _curve(known.BRAINPOOLP320t1),
    _curve(known.BRAINPOOLP384t1),
    _curve(known.BRAINPOOLP512t1),
)
BY_OID = {curve.oid: curve for curve in CURVES}
BY_NAME = {curve.name: curve for curve in CURVES}


class ForgedCurve(ValueError):
    """Parameters share a known curve's field and either its order or its equation, but not all."""


def named_curve(found: Explicit) -> Curve | None:
    """The curve that explicit parameters are; None if unknown, ForgedCurve if nearly a known one.

    Every known curve with such a field stands in ``CURVES`` (Brainpool's twisted curves share field
    and order with the others), so parameters that agree in a part only were made up.
    """
    near = [
        curve
        for curve in CURVES
        if found.p == curve.p
        and (found.n == curve.n or (found.a % curve.p, found.b % curve.p) == (curve.a, curve.b))
    ]
    for curve in near:
        same = (found.a % curve.p, found.b % curve.p, found.generator, found.n)
        if same == (curve.a, curve.b, curve.generator, curve.n) and found.cofactor in {
            0,
            curve.cofactor,
        }:
            return curve
    if near:
        raise ForgedCurve(f"parameters resemble {near[0].name} and are not its")
    return None


def point(curve: Curve | Explicit, encoded: bytes) -> tuple[int, int]:
    """The coordinates of an encoded point (SEC 1, 2.3.4); ValueError if it is not on the curve."""
    size = (curve.p.bit_length() + 7) // 8
    kind, rest = encoded[:1], encoded[1:]
    x = int.from_bytes(rest[:size])
    if kind == b"\x04" and len(rest) == 2 * size:
        y = int.from_bytes(rest[size:])
    elif kind in {b"\x02", b"\x03"} and len(rest) == size:
        y = _root(curve, x, odd=kind == b"\x03")
    else:
        raise ValueError("a point is neither compressed nor uncompressed, or of another size")
    if max(x, y) >= curve.p or (y * y - (x**3 + curve.a * x + curve.b)) % curve.p:
        raise ValueError("a point is not on its curve")
    return x, y


def _root(curve: Curve | Explicit, x: int, *, odd: bool) -> int:
    """The y of a compressed point, for fields of p = 3 mod 4 (all but P-224's)."""
    if curve.p % 4 != 3:  # noqa: PLR2004 - the theorem's own number
        raise ValueError("a compressed point of this field is not read")
    y = pow(x**3 + curve.a * x + curve.b, (curve.p + 1) // 4, curve.p)
    return y if y % 2 == odd else curve.p - y
