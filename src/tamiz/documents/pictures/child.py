"""The process in which strangers' pictures are opened: ``python -m`` this, bytes in, MessagePack out.

It limits its own memory, takes a CPU limit anew for each picture, and ends with its input.
"""

import resource
import sys

import cv2
import msgspec

from tamiz.documents.pictures.frames import LENGTH
from tamiz.documents.pictures.ocr import is_installed
from tamiz.documents.pictures.picture import read_picture
from tamiz.documents.pictures.view import views_of

MOST_MEMORY = 2 << 30  # bytes of addresses: libraries take 0.5, a page of 60 M pixels some copies
MOST_CPU = 20  # seconds a picture; the eight pages of a PDF take 4
MORE_MEMORY = 4 << 30  # with RapidOCR, which takes 1.5 for a page of two million pixels
MORE_CPU = 90  # with RapidOCR, which takes 6 s a page at worst

WITH_FACES = "--faces"  # on the command line
ONLY_VIEWS = "--views"  # not read, only made anew for people to look at


def main() -> None:
    """Answer pictures until the input ends."""
    with_faces = WITH_FACES in sys.argv
    is_heavy = with_faces or is_installed()
    memory, seconds = (MORE_MEMORY, MORE_CPU) if is_heavy else (MOST_MEMORY, MOST_CPU)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no picture of a person in a core file
    cv2.setNumThreads(1)
    encode = msgspec.msgpack.Encoder().encode
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while len(head := source.read(LENGTH)) == LENGTH:
        data = source.read(int.from_bytes(head, "big"))
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))
        answer = encode(
            views_of(data) if ONLY_VIEWS in sys.argv else read_picture(data, with_faces=with_faces)
        )
        target.write(len(answer).to_bytes(LENGTH, "big") + answer)
        target.flush()


if __name__ == "__main__":
    main()
