"""XML read element by element, without entities, without a network, within limits.

lxml refuses what the standard library's parser spends minutes on: tokens of more than 10 MB,
nesting beyond 256, amplification by entities. A document type is refused altogether: no official
list has one, and every attack on a parser begins with one.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits
from tamiz.intake.files import Form, form_of
from tamiz.normalise.text import clean

Element = etree._Element  # noqa: SLF001 - lxml names its public element type so


def elements(path: Path, names: Collection[str]) -> Iterator[Element]:
    """Each element with one of these local names, whole; it is freed after the loop's body.

    Raises:
        InputError: not XML, cut off, or with a document type; says the line.
    """
    root(path)  # refuses what is not XML, and a document type, before anything is built
    try:
        with path.open("rb") as file:
            yield from _stream(file, names)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"{path.name}: not well-formed XML at line {error.lineno}; "
            "the file may be cut off: fetch it again",
        ) from error


def _stream(file: object, names: Collection[str]) -> Iterator[Element]:
    events = etree.iterparse(
        file,
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in events:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def root(path: Path) -> tuple[str, dict[str, str]]:
    """Local name and attributes of the outermost element; reads no further.

    Raises:
        InputError: not XML, or with a document type.
        LimitExceeded: too large.
    """
    _refuse_others(path)
    try:
        with path.open("rb") as file:
            events = etree.iterparse(
                file,
                events=("start",),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            _, element = next(iter(events))
            _refuse_doctype(element, path)
            return local(element), {str(k): str(v) for k, v in element.attrib.items()}
    except (etree.XMLSyntaxError, StopIteration) as error:
        raise InputError(f"{path.name}: not well-formed XML; fetch it again") from error


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(etree.QName(element).localname)


def text(element: Element, *steps: str) -> str:
    """Clean text of the first descendant along these local names; empty if there is none."""
    found = child(element, *steps)
    return "" if found is None else clean("".join(str(piece) for piece in found.itertext()))


def child(element: Element, *steps: str) -> Element | None:
    """The first descendant along these local names."""
    here: Element | None = element
    for step in steps:
        here = None if here is None else here.find(f"{{*}}{step}")
    return here


def children(element: Element, *steps: str) -> list[Element]:
    """All children with the last name of the path, below the first along the others."""
    parent = child(element, *steps[:-1])
    return [] if parent is None else parent.findall(f"{{*}}{steps[-1]}")


def raw(element: Element) -> str:
    """The element as its publisher wrote it, on one line."""
    return clean(etree.tostring(element, encoding="unicode", with_tail=False))


def _refuse_others(path: Path) -> None:
    form = form_of(path)
    if form is Form.HTML:
        raise InputError(f"{path.name}: a web page, expected XML; a login page may have come back")
    if form is not Form.XML:
        raise InputError(f"{path.name}: {form.value}, expected XML")
    if (size := path.stat().st_size) > limits.XML_BYTES:
        raise LimitExceeded("bytes of XML", allowed=limits.XML_BYTES, found=size, where=path.name)


def _refuse_doctype(element: Element, path: Path) -> None:
    info = element.getroottree().docinfo
    if info.internalDTD is not None:
        raise InputError(f"{path.name}: has a document type declaration; no official list has one")
