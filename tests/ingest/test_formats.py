import pytest

from sayso.ingest.formats import check_format, detect_format
from sayso.model import UnknownNameError


@pytest.mark.parametrize(
    ("name", "head", "found"),
    [
        ("a.txt", b"<html>", "text"),
        ("a.HTM", b"", "html"),
        ("a.ndjson", b"", "jsonl"),
        ("a.json", b"", "jsonl"),
        ("a.unknown", b"plain", "text"),
        ("-", b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        ("-", b"<?xml version='1.0'?><!-- a --> <!-- b --><html xmlns='x'>", "html"),
        ("-", b'\n{"text": "a"}', "jsonl"),
        ("-", b'{\n "text": "a"}', "jsonl"),
        ("-", b'[{"text": "a"}]', "jsonl"),
        ("-", b'oops\n{"text": "a"}\n{"text": "b"}', "jsonl"),
        ("-", '{"text": "a"}'.encode("utf-16"), "jsonl"),
        ("-", b"{sic} said twelve died", "text"),
        ("-", b"< 12 people died", "text"),
        ("-", b"", "text"),
        ("-", b"<!--" + b"-->" * 1300, "text"),
    ],
)
def test_detect_format_goes_by_ending_then_by_first_bytes(name: str, head: bytes, found: str) -> None:
    assert detect_format(name, head) == found


def test_an_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(UnknownNameError, match=r"auto, text, html, jsonl, found 'jsonlines'; did you mean 'jsonl'\?"):
        check_format("jsonlines")
