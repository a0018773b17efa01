"""Public keys, out of a certificate's SubjectPublicKeyInfo."""

from asn1crypto import algos, core, keys
from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.algorithms import PSS, SCHEMES, Padding, Scheme
from tamiz.documents.chip.curves import (
    BY_OID,
    Curve,
    Explicit,
    ForgedCurve,
    named_curve,
    point,
)


class RsaKey(Struct, frozen=True, tag="rsa"):
    """Modulus and exponent, big-endian."""

    modulus: bytes
    exponent: int


class EcKey(Struct, frozen=True, tag="ec"):
    """A point of a named curve, big-endian; ``explicit`` if the key spelt its parameters out."""

    curve: str
    x: bytes
    y: bytes
    explicit: bool


class UnusableKey(Struct, frozen=True, tag="unusable"):
    """A key that nothing can be verified with; ``forged`` if it takes after a known curve."""

    problem: str
    forged: bool = False


PublicKey = RsaKey | EcKey | UnusableKey


def read_key(info: keys.PublicKeyInfo) -> PublicKey:
    """The key; may raise what ``asn1.reading`` turns into an error."""
    if info.algorithm in {"rsa", "rsassa_pss"}:
        return _rsa(info["public_key"].parsed)
    if info.algorithm == "ec":
        return _ec(info["algorithm"]["parameters"], info["public_key"].native)
    return UnusableKey(f"a key of kind {info.algorithm}")


def _rsa(key: keys.RSAPublicKey) -> PublicKey:
    modulus, exponent = key["modulus"].native, key["public_exponent"].native
    if not limits.RSA_BITS_LEAST <= modulus.bit_length() <= limits.RSA_BITS_MOST:
        return UnusableKey(f"an RSA key of {modulus.bit_length()} bits")
    if not 1 < exponent < 1 << limits.RSA_EXPONENT_BITS or not modulus & exponent & 1:
        return UnusableKey("an RSA key with an impossible modulus or exponent", forged=True)
    return RsaKey(modulus.to_bytes((modulus.bit_length() + 7) // 8), exponent)


def _ec(parameters: keys.ECDomainParameters, encoded: bytes) -> PublicKey:
    if parameters.name == "named":
        oid = parameters.chosen.dotted
        curve, problem = BY_OID.get(oid), f"curve {oid}"
    elif parameters.name == "specified":
        try:
            found = _explicit(parameters.chosen)
            curve = named_curve(found) if found else None
            problem = "an unknown explicit curve"
        except ForgedCurve as error:
            return UnusableKey(str(error), forged=True)
    else:
        return UnusableKey("a key whose curve is said elsewhere")
    if curve is None:
        return UnusableKey(problem)
    return _on_curve(curve, encoded, explicit=parameters.name == "specified")


def _on_curve(curve: Curve, encoded: bytes, *, explicit: bool) -> PublicKey:
    try:
        x, y = point(curve, encoded)
    except ValueError as error:
        return UnusableKey(f"{curve.name}: {error}", forged=True)
    return EcKey(curve.name, x.to_bytes(curve.octets), y.to_bytes(curve.octets), explicit)


def _explicit(domain: keys.SpecifiedECDomain) -> Explicit | None:
    """The parameters as numbers (SEC 1, C.2); None for fields of another kind than primes."""
    if domain["field_id"]["field_type"].native != "prime_field":
        return None
    p = domain["field_id"]["parameters"].native
    if p.bit_length() > 1 << 10 or p < 5:  # noqa: PLR2004 - far beyond, or no curve at all
        return None
    equation = domain["curve"]
    a, b = (int.from_bytes(equation[name].native) for name in ("a", "b"))
    bare = Explicit(p, a, b, (0, 0), domain["order"].native, domain["cofactor"].native or 0)
    base = point(bare, bytes(domain["base"]))
    return Explicit(bare.p, bare.a, bare.b, base, bare.n, bare.cofactor)


def read_scheme(algorithm: algos.SignedDigestAlgorithm) -> Scheme:
    """The signature algorithm of a certificate or signer, with the parameters of RSA-PSS."""
    oid = algorithm["algorithm"].dotted
    if oid == PSS:
        return _pss(algorithm["parameters"])
    padding, name = SCHEMES.get(oid, (Padding.UNKNOWN, ""))
    return Scheme(padding, name, oid=oid)


def _pss(parameters: algos.RSASSAPSSParams | core.Void | core.Null) -> Scheme:
    """RSA-PSS; without parameters it is SHA-1 with a salt of 20 bytes (RFC 4055, 3.1)."""
    if not isinstance(parameters, algos.RSASSAPSSParams):
        return Scheme(Padding.PSS, "sha1", "sha1", 20, PSS)
    mask = parameters["mask_gen_algorithm"]
    if (
        mask["algorithm"].native != "mgf1"
        or parameters["trailer_field"].native != "trailer_field_bc"
    ):
        return Scheme(Padding.UNKNOWN, oid=PSS)
    return Scheme(
        Padding.PSS,
        parameters["hash_algorithm"]["algorithm"].native,
        mask["parameters"]["algorithm"].native,
        parameters["salt_length"].native,
        PSS,
    )
