"""PDFs written out by hand, to say what no program would."""

import io

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>"


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from one; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, count = out.tell(), len(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (count, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def locked() -> bytes:
    """Standard encryption whose password is not the empty one."""
    keys = b"/O (%s) /U (%s)" % (b"o" * 32, b"u" * 32)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 %s /P -4 >> /ID [(a)(a)]" % keys
    return written(CATALOGUE, PAGES, PAGE, trailer=lock)


def without_pages() -> bytes:
    """A tree of pages that has none."""
    return written(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>")
