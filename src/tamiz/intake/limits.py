"""How large, deep and long an outside file may be, and why.

Every reader in this room stays within these limits and raises ``LimitExceeded`` beyond them.
"""

MIB = 1 << 20

# The largest real files: OpenSanctions' entities.ftm.json at about 3 GB, read line by line.
FILE_BYTES = 8 * 1024 * MIB
# A whole-document JSON is held in memory; 50,000 full dossiers take about 100 MB.
JSON_BYTES = 256 * MIB
# One JSON line: the largest OpenSanctions entity has 1.4 MB.
JSON_LINE_BYTES = 8 * MIB
# A dossier is five levels deep; JSON deeper than this is made to exhaust the stack.
JSON_DEPTH = 64

# A row of a table: a motivation letter of 100 pages fits.
ROW_CHARACTERS = MIB
# Lines one quoted cell may span: a forgotten quote must not swallow the file.
ROW_LINES = 200
# The widest official list has 62 columns.
COLUMNS = 512
# Excel's own limit; a workbook cannot honestly hold more.
XLSX_ROWS = 1_048_576
# Cells of one sheet, empty ones between included: the reader holds them all at once.
XLSX_CELLS = 30_000_000

# A workbook is unpacked in memory; DFAT's list is 1.3 MB packed and 9 MB unpacked.
ZIP_BYTES = 512 * MIB
# Office files pack about 10 : 1, sparse sheets up to 40 : 1; zeros pack 1,000 : 1.
ZIP_RATIO = 100
ZIP_RATIO_FROM = 4 * MIB  # below this size unpacked no ratio is dangerous
ZIP_MEMBERS = 1_000

# Elements between the root and a record in any official list: 12.
XML_DEPTH = 100

# Characters of a file that are looked at to tell its form, encoding and delimiter.
SNIFF_BYTES = 256 * 1024
