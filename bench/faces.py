"""Faces on given pictures: how near each other, and how long it takes. Needs the extra ``face``.

Usage: python bench/faces.py FOLDER
"""

import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np

from tamiz.documents.pictures import PictureReader

SHOWN = 12  # pairs, the nearest first


def main() -> None:
    """Print how many pages have a face, the time, and the nearest pairs."""
    faces, start = {}, time.perf_counter()
    files = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_file())
    with PictureReader(with_faces=True) as reader:
        for path in files:
            for page in reader.read(path.read_bytes()).pages:
                if page.face:
                    faces[path.name] = np.array(page.face)
    spent = (time.perf_counter() - start) / len(files)
    print(f"{len(files)} files, {len(faces)} faces, {spent:.2f} s a file")
    pairs = ((float(np.linalg.norm(faces[a] - faces[b])), a, b) for a, b in combinations(faces, 2))
    for apart, one, other in sorted(pairs)[:SHOWN]:
        print(f"{apart:.3f}  {one}  {other}")


if __name__ == "__main__":
    main()
