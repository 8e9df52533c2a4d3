"""Reads XML from a stranger: no entities, no document types, nothing fetched.

Names are compared without their namespace, since Word and LibreOffice each write the
same words under more than one.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from media.refusals import Refused


def parse(data: bytes) -> Element:
    """The root element; raises Refused for XML that is broken or means harm."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Refused("broken") from error
    return root


def name(element: Element) -> str:
    """The name of the element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, wanted: str, default: str = "") -> str:
    """The attribute of that name, whatever its namespace."""
    if element is None:
        return default
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted)
    return next(found, default)


def children(element: Element | None, *wanted: str) -> Iterator[Element]:
    """The children of these names, in their order."""
    for child in element if element is not None else ():
        if name(child) in wanted:
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The first child at the end of `path`, or None."""
    for step in path:
        element = next(children(element, step), None)
    return element


def within(element: Element, *wanted: str) -> Iterator[Element]:
    """Every descendant of these names."""
    return (found for found in element.iter() if name(found) in wanted)
