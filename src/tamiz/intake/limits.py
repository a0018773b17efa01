"""How large, deep and long an outside file may be, and why.

Every reader in this room stays within these limits and raises ``LimitExceeded`` beyond them.
"""

MIB = 1 << 20

# The largest real files: OpenSanctions' entities.ftm.json at about 3 GB, read line by line.
FILE_BYTES = 8 * 1024 * MIB
# A whole-document JSON is held in memory, crafted ones at 20 times their size (``[[],[],…``);
# 30,000 full dossiers take about 60 MB. Longer cohorts come as JSON Lines.
JSON_BYTES = 64 * MIB
# One JSON line: the largest OpenSanctions entity has 1.4 MB.
JSON_LINE_BYTES = 8 * MIB
# A dossier is five levels deep; JSON deeper than this is made to exhaust the stack.
JSON_DEPTH = 64
# No register has numbers this long; thousands of digits take time squared to read.
JSON_DIGITS = 64

# A row of a table: a motivation letter of 100 pages fits.
ROW_CHARACTERS = MIB
# Of a row or line that is refused for its length, what is kept to recognise it by.
KEPT_CHARACTERS = 1_000
# Lines one quoted cell may span: a forgotten quote must not swallow the file.
ROW_LINES = 200
# The widest official list has 62 columns.
COLUMNS = 512
# Excel's own limit; a workbook cannot honestly hold more.
XLSX_ROWS = 1_048_576
# Cells of one sheet, empty ones between included: the reader holds them all at once, at about
# 85 bytes each (measured). 200,000 applicants with 50 columns; larger cohorts come as CSV.
XLSX_CELLS = 10_000_000

# Of cells that cannot be read, the addresses that are kept to be named in a warning.
KEPT_CELLS = 10_000

# A workbook is unpacked in memory; DFAT's list is 1.3 MB packed and 9 MB unpacked.
ZIP_BYTES = 512 * MIB
# Office files pack about 10 : 1, sparse sheets up to 40 : 1; zeros pack 1,000 : 1.
ZIP_RATIO = 100
ZIP_RATIO_FROM = 4 * MIB  # below this size unpacked no ratio is dangerous
ZIP_MEMBERS = 1_000
# The table of contents is read as a whole before anything else; 1,000 entries take about 100 kB.
ZIP_DIRECTORY_BYTES = MIB

# The largest official list (OFAC's advanced form) has 120 MB; what is no record is held in memory
# until the next record. Nesting beyond 256 and texts beyond 10 MB are refused by libxml2 itself.
XML_BYTES = 512 * MIB

# Characters of a file that are looked at to tell its form, encoding and delimiter.
SNIFF_BYTES = 256 * 1024
