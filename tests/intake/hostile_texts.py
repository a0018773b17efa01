"""Hostile tables in text form."""

import gzip
from functools import partial

from intake.hostile_files import NOTED, READ, REFUSED, REJECTED, WARNED, Case

_GOOD = "1,Ann Moss\n2,Bob Reyes\n"
_TABLE = "id,name\n" + _GOOD


def _with(row: str, *, head: str = "id,name") -> bytes:
    """A row between the headings and two good ones."""
    return f"{head}\n{row}\n{_GOOD}".encode("utf-8", "surrogateescape")


def _born(date: str) -> bytes:
    return f"id,name,birth_date\n1,Ann Moss,1990-05-01\n2,Bob Reyes,{date}\n".encode()


def _many(piece: str, times: int, *, before: str = "3,", after: str = "") -> bytes:
    return _with(before + piece * times + after)


WHOLE_FILES = (
    Case("nothing in the file", b"", REFUSED, "is empty", ()),
    Case("only a byte order mark", b"\xef\xbb\xbf", REFUSED, "is empty", ()),
    Case("only blank lines", b"\n\r\n  \n\t\n", REFUSED, "is empty", ()),
    Case("headings and no rows", b"id,name\n", WARNED, "nobody to screen", ()),
    Case("rows and no headings", _GOOD.encode(), REFUSED, "none of the first 20 rows", ()),
    Case("headings without a name", b"id,phone,sex\n1,2,M\n", REFUSED, "none for a name", ()),
    Case("a login page in place of the file", b"<!DOCTYPE html><html><body>Sign in</body></html>",
         REFUSED, "a web page", ()),
    Case("XML", b"<?xml version='1.0'?><people/>", REFUSED, "expected applicants as CSV", ()),
    Case("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n", REFUSED, "a PDF", ()),
    Case("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), REFUSED, "a picture", ()),
    Case("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(200), REFUSED, "a picture", ()),
    Case("a packed file", partial(gzip.compress, _TABLE.encode()), REFUSED, "packed", ()),
    Case("a text of a word processor", rb"{\rtf1\ansi id,name}", REFUSED, "RTF", ()),
    Case("an old Excel workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), REFUSED,
         "save it as .xlsx", (), file="applicants.xls"),
    Case("a workbook with a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Encrypted" * 60,
         REFUSED, "without a password", (), file="applicants.xlsx"),
    Case("bytes at random", bytes(range(256)) * 64, REFUSED, "not text", ()),
    Case("a delimiter nobody uses", b"id:name\n1:Ann Moss\n", REFUSED, "none of the first", ()),
    Case("headings of 200,000 columns", b"id,name" + b",x" * 200_000 + b"\n1,Ann\n", REFUSED,
         "none of the first", ()),
    Case("a NUL character in the headings", b"id,na\0me\n1,Ann\n", REFUSED, "none of the first", ()),
)  # fmt: skip

SHAPES = (
    Case("semicolons", _TABLE.replace(",", ";").encode(), READ),
    Case("tabs", _TABLE.replace(",", "\t").encode(), READ),
    Case("bars", _TABLE.replace(",", "|").encode(), READ),
    Case("a title full of commas above semicolons",
         b"Alpha, Beta, Gamma, Delta\nid;name\n1;Ann Moss\n2;Bob Reyes\n", WARNED,
         "above the headings in row 2, not read: row 1"),
    Case("a line that names the delimiter", b"sep=;\nid;name\n1;Ann Moss\n2;Bob Reyes\n", WARNED,
         "not read: row 1"),
    Case("old Macintosh line ends", _TABLE.replace("\n", "\r").encode(), READ),
    Case("line ends of three systems", b"id,name\r\n1,Ann Moss\r2,Bob Reyes\n", READ),
    Case("the end-of-file mark of DOS", _TABLE.encode() + b"\x1a", READ),
    Case("no line end at the end", _TABLE.encode().rstrip(), READ),
    Case("rows of separators only", _TABLE.encode() + b",\n , \n", READ),
    Case("the headings once more in the middle", _with("id,name"), REJECTED,
         "the headings once more", rows=(2,)),
    Case("a row with a cell too many", _with("3,Cyd,Vale"), REJECTED,
         "column 3: 3 cells under 2 headings", rows=(2,)),
    Case("a row of 200,000 columns", partial(_many, ",x", 200_000, before="3,Cyd"), REJECTED,
         "at most 512 allowed", rows=(2,)),
    Case("a file cut off in its last row",
         b"id,name,phone\n1,Ann Moss,5550100\n2,Bob Re", NOTED, "2: row:short"),
    Case("a quotation mark that is never closed", _with('3,"Cyd'), REJECTED, "never closed",
         rows=(2,)),
    Case("words behind a closing quotation mark", _with('3,"Cyd" Vale,'), REJECTED,
         "not a row of a table", rows=(2,)),
    Case("half a megabyte of quotation marks", partial(_many, '"', 500_001), REJECTED,
         "never closed", rows=(2,)),
    Case("5,000 rows that each open a quotation", partial(_many, '3,"Cyd\n', 5_000, before=""),
         REJECTED, "quot", rows=tuple(range(2, 5_002))),
    Case("a cell of 5 MB", partial(_many, "x", 5_000_000), REJECTED, "longer than", rows=(2,)),
    Case("a NUL character in a row", _with("3,Cyd\0Vale"), REJECTED, "NUL", rows=(2,)),
    Case("a heading that nobody knows", b"id,name,zodiac\n1,Ann Moss,Leo\n2,Bob Reyes,Virgo\n",
         WARNED, "column 3 “zodiac” is not understood and only kept"),
    Case("a heading with a slip", b"id,name,birht date\n1,Ann Moss,\n2,Bob Reyes,\n", WARNED,
         "did you mean “birth_date”?"),
    Case("two columns of phones", b"id,name,phone,phone 2\n1,Ann Moss,,\n2,Bob Reyes,,\n", WARNED,
         "several columns hold phone"),
    Case("a column without a heading", b"id,,name\n1,x,Ann Moss\n2,y,Bob Reyes\n", WARNED,
         "column 2 has no heading"),
)  # fmt: skip

LETTERS = (
    Case("windows-1251", "id;ПІБ\n1;Їжакевич Марія\n2;Ґалаґан Іван\n".encode("cp1251"), WARNED,
         "looks like cp1251"),
    Case("windows-1252", "id;nombre\n1;Núñez Peña\n2;Ibáñez Muñoz\n".encode("cp1252"), WARNED,
         "looks like cp1252"),
    Case("UTF-16 with its mark", _TABLE.encode("utf-16"), READ),
    Case("UTF-16 without its mark", _TABLE.encode("utf-16-le"), WARNED, "looks like utf-16-le"),
    Case("UTF-32", _TABLE.encode("utf-32"), READ),
    Case("one row in another encoding",
         "id,name\n3,Їжак Їжакевич\n".encode() + b"4,Jos\xe9 Nu\xf1ez\n" + _GOOD.encode(), REJECTED,
         "bytes that are not utf-8", ("3", "1", "2"), (3,)),
    Case("overlong UTF-8",
         "id,name\n3,Їжак Їжакевич\n".encode() + b"4,\xc0\xaf\xc0\xae\n" + _GOOD.encode(), REJECTED,
         "bytes that are not utf-8", ("3", "1", "2"), (3,)),
    Case("half a surrogate pair in UTF-16",
         "\ufeffid,name\n3,".encode("utf-16-le") + b"\0\xd8" + f"\n{_GOOD}".encode("utf-16-le"),
         REJECTED, "not utf-16", rows=(2,)),
    Case("what looks like UTF-7", _with("3,+ADw-Cyd+AD4-"), READ, "", ("3", "1", "2")),
    Case("a name turned around by an override", _with("3,Cyd \u202eelaV\u202c"), NOTED,
         "3: name:bidi_control", ("3", "1", "2")),
    Case("a name with invisible characters", _with("3,C\u200by\u2060d Vale"), NOTED,
         "3: name:invisible", ("3", "1", "2")),
    Case("a Latin name with Cyrillic letters", _with("3,Суd Vale"), NOTED, "3: name:mixed_script",
         ("3", "1", "2")),
    Case("tag characters", _with("3,Cyd\U000e0041\U000e0042 Vale"), NOTED, "3: name:tag",
         ("3", "1", "2")),
    Case("private and unassigned characters", _with("3,Cyd\ue000\U000e0fff Vale"), NOTED,
         "3: name:private_use", ("3", "1", "2")),
    Case("escape sequences of a terminal", _with("3,Cyd \x1b[31mVale"), NOTED, "3: name:control",
         ("3", "1", "2")),
    Case("an Arabic name", _with("3,سلمان القحطاني"), READ, "", ("3", "1", "2")),
    Case("a million combining marks", partial(_many, "\u0301", 1_000_000, before="3,Cyd"), NOTED,
         "3: name:stacked_marks", ("3", "1", "2")),
    Case("a markup attack", _with("3,<script>alert(1)</script>"), READ, "", ("3", "1", "2")),
    Case("an attack on a database", _with("3,Cyd'; DROP TABLE x--"), READ, "", ("3", "1", "2")),
    Case("a formula in a cell", _with("3,=cmd|' /C calc'!A0"), READ, "", ("3", "1", "2")),
)  # fmt: skip

VALUES = (
    Case("no id", _with(",Cyd Vale"), NOTED, "row-2: id:missing", ("row-2", "1", "2")),
    Case("the same id twice", _with("1,Cyd Vale"), REJECTED, "the same id as row 2", ("1", "2"),
         (3,)),
    Case("an id of 10,000 characters", partial(_many, "9", 10_000, before="", after=",Cyd"),
         REJECTED, "id: an id of more than 200 characters", rows=(2,)),
    Case("ids with a decimal point", b"id,name\n1.0,Ann Moss\n2.0,Bob Reyes\n", READ),
    Case("no name", _with("3,"), REJECTED, "name: no name", rows=(2,)),
    Case("a name that says there is none", _with("3,N/A"), REJECTED, "name: no name", rows=(2,)),
    Case("a name of digits", _with("3,123456"), REJECTED, "name: no name", rows=(2,)),
    Case("a name of pictures", _with("3,🦅🦅"), REJECTED, "name: no name", rows=(2,)),
    Case("100,000 aliases", partial(_many, "a;", 100_000, before="3,"), REJECTED,
         "name: more than 500 values", rows=(2,)),
    Case("a letter of 900,000 characters",
         lambda: b"id,name,motivation\n1,Ann Moss," + b"x " * 450_000 + b"\n2,Bob Reyes,\n", NOTED,
         "1: motivation:cut"),
    Case("the 31st of February", _born("31.02.1990"), NOTED, "2: birth_date:unreadable"),
    Case("a date of zeros", _born("00.00.0000"), NOTED, "2: birth_date:unreadable"),
    Case("the day zero of a spreadsheet", _born("1899-12-31"), NOTED,
         "2: birth_date:spreadsheet_zero"),
    Case("a birth in the year 9999", _born("9999-01-01"), NOTED, "2: birth_date:unreadable"),
    Case("a year of two digits", _born("01.02.68"), NOTED, "2: birth_date:unreadable"),
    Case("a date with two readings", _born("03/04/1988"), NOTED, "2: birth_date:ambiguous"),
    Case("a day number of a spreadsheet", _born("32874"), NOTED, "2: birth_date:ambiguous"),
    Case("a date of a million digits", lambda: _born("1" * 1_000_000), NOTED,
         "2: birth_date:unreadable"),
    Case("a phone number that lost its digits",
         b"id,name,phone\n1,Ann Moss,5.2667E+11\n2,Bob Reyes,\n", NOTED, "1: phone:shortened"),
    Case("a sex nobody knows", b"id,name,sex\n1,Ann Moss,7\n2,Bob Reyes,F\n", NOTED,
         "1: sex:unreadable"),
    Case("a nationality nobody knows", b"id,name,nationality\n1,Ann Moss,Atlantis\n2,Bob Reyes,ES\n",
         NOTED, "1: nationalities:unreadable"),
    Case("a machine-readable zone of rubbish",
         b"id,name,mrz\n1,Ann Moss,<<<<|;;;;|P<XXX\n2,Bob Reyes,\n", READ),
)  # fmt: skip

TEXTS = (*WHOLE_FILES, *SHAPES, *LETTERS, *VALUES)
