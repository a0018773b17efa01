"""How large, deep and long chip files and trust anchors may be, and why."""

KIB, MIB = 1 << 10, 1 << 20

# The largest EF.SOD seen has 2.6 kB; a chip's file system ends at 32 kB for most files.
SIGNED_BYTES = 64 * KIB
# DG2 has 15 to 40 kB, DG3 and DG7 up to 100 kB.
GROUP_BYTES = MIB
# The German list of 2026 has 0.9 MB; the ICAO PKD's collection of master lists about 25 MB.
ANCHOR_BYTES = 128 * MIB
# A certificate with a 4096-bit key and explicit curve parameters has less than 3 kB.
CERTIFICATE_BYTES = 32 * KIB

# A certificate inside a SOD is eleven levels deep; nesting beyond this is made to exhaust a stack.
NESTING = 32
# Elements of one structure: a SOD has about 300, the outside of a master list about 700.
ELEMENTS = 20_000
# Certificates of one anchor file: all States' together have about 1,500; PKD files repeat them.
CERTIFICATES = 50_000
# Certificates beside one signature: a SOD has one, a master list two or three.
SIGNER_CERTIFICATES = 16
# Records of an LDIF file: the PKD's document signers are about 30,000.
LDIF_RECORDS = 100_000
# Lines of 76 characters: 30,000 signers of 2.5 kB are about a million.
LDIF_LINES = 4_000_000
# Data groups of one chip (Doc 9303-10, table 1).
GROUPS = 16
# Bytes of a number (an RSA modulus of 16,384 bits and more to spare) and of an object identifier:
# asn1crypto takes time squared to read a long one.
LONGEST = {0x02: 4 * KIB, 0x06: 128}
# Bytes of a length: four address 4 GiB, more than any limit above.
LENGTH_OCTETS = 4
# Bytes of a tag: LDS tags have one or two.
TAG_OCTETS = 3

# CSCAs of one State that are tried for one document signer; the most that a State has is about 60.
ANCHORS_TRIED = 300
# Keys of the same name that are tried for one link certificate at import.
ISSUERS_TRIED = 16
# From a document signer up: link certificates make at most one step per key change (3 to 5 years).
CHAIN_LENGTH = 8

# Moduli beyond this cost seconds to raise; the largest real key has 6,144 bits.
RSA_BITS_MOST = 8_192
# Below this anybody can make a signature: Doc 9303-12, 4.1.6.1 asks for 2,048 and more.
RSA_BITS_LEAST = 1_024
# OpenSSL itself refuses larger exponents for long moduli.
RSA_EXPONENT_BITS = 64

# Feature points of one portrait (ISO 19794-5): the standard knows fewer than 100.
FEATURE_POINTS = 500
# Segments before the size of a JPEG is told.
IMAGE_SEGMENTS = 200
# Of a text that is wrong, what is shown.
SHOWN_CHARACTERS = 80
