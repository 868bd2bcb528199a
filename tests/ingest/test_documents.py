import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest import iter_documents, read_document
from sayso.model import DocumentError, EncodingError, FormatError, MissingDocumentError, UnknownNameError, make_document

_REPORT = "Twelve people died – “all” in Hal.\r\nMore\u00ad are missing 😀.\r\n\f\x85\u200b\r\n"


def test_a_text_is_kept_unchanged_but_for_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(b"\xef\xbb\xbf" + _REPORT.encode())
    assert read_document(file).text == _REPORT
    assert read_document(str(file)).text == _REPORT


def test_bytes_and_streams_give_the_same_document_as_a_file(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(_REPORT.encode())
    document = read_document(file)
    assert read_document(_REPORT.encode()) == document
    assert read_document(io.BytesIO(_REPORT.encode())) == document
    assert read_document(io.StringIO(_REPORT)) == document
    with file.open(encoding="latin-1") as stream:  # its bytes count, not what it makes of them
        assert read_document(stream) == document


def test_standard_input_is_read_as_bytes() -> None:
    program = "import sys, sayso.ingest as i; print(ascii(i.read_document(sys.stdin).text))"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-c", program], input=_REPORT.encode(), capture_output=True, check=True, env=environment
    )
    assert done.stdout.decode().strip() == ascii(_REPORT)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_source_is_a_document_without_text(data: bytes) -> None:
    assert read_document(data) == make_document("")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingDocumentError, match="found nothing there") as caught:
        read_document(tmp_path / "nowhere.txt")
    assert caught.value.where == str(tmp_path / "nowhere.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingDocumentError, match="expected a file, found a folder"):
        iter_documents(tmp_path)


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b"])
def test_an_impossible_path_is_a_missing_document(path: str) -> None:
    with pytest.raises(MissingDocumentError):
        read_document(path)


def test_a_url_is_not_fetched() -> None:
    with pytest.raises(MissingDocumentError, match="sayso fetches nothing"):
        read_document("https://vale.example/flood.html")


def test_a_file_that_may_not_be_read_is_a_document_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Two died.")
    file.chmod(stat.S_IWUSR)
    if os.access(file, os.R_OK):  # root may read anything, so the system's answer is put in its place

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(file))

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match=r"Permission denied; allow yourself to read it") as caught:
        read_document(file)
    assert caught.value.where == str(file)


def test_unknown_names_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="auto, text, html, jsonl"):
        iter_documents(tmp_path / "nowhere.txt", format="docx")
    with pytest.raises(UnknownNameError, match="expected a text encoding"):
        iter_documents(tmp_path / "nowhere.txt", encoding="utf-9")


def test_half_a_surrogate_pair_does_not_get_through() -> None:
    with pytest.raises(EncodingError, match="half a surrogate pair"):
        read_document(io.StringIO("a\ud800b"))
    with pytest.raises(EncodingError, match="half a surrogate pair"):
        read_document(b"\\ud800", encoding="unicode_escape")


def test_a_bad_document_goes_to_on_error() -> None:
    errors: list[DocumentError] = []
    assert list(iter_documents(b"%PDF-1.7", on_error=errors.append)) == []
    assert list(iter_documents(b"<html></html>", on_error=errors.append)) == []
    assert [type(error) for error in errors] == [EncodingError, FormatError]


def test_a_file_is_read_by_its_ending_or_as_told(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("<html><body><p>Twelve people died in the flood.</p></body></html>")
    assert read_document(file).text.startswith("<html>")
    assert read_document(file, format="html").text == "Twelve people died in the flood."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_written_as_utf_8_reads_back_identical(text: str) -> None:
    written = "§" + text  # so that no text is an archive by its first letters
    assert read_document(written.encode(), format="text").text == written
    assert read_document(io.StringIO(written), format="text").text == written


@given(st.binary(max_size=400), st.sampled_from(["auto", "text", "html", "jsonl"]))
def test_random_bytes_raise_nothing_but_document_errors(data: bytes, format: str) -> None:
    try:
        documents = list(iter_documents(data, format=format))
    except DocumentError:
        return
    for document in documents:
        document.text.encode("utf-8")


def test_a_large_text_takes_few_times_its_size(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="peak memory is asked of the system, on POSIX only")
    file = tmp_path / "large.txt"
    file.write_bytes("Twelve people died, the mayor “said”.\n\n".encode() * 500_000)
    program = (  # a process of its own, because the peak counts the whole life of one
        "import resource, sys; from sayso.ingest import read_document\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak(); read_document(sys.argv[1]); print((peak() - before) * 1024)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, check=True, text=True)
    assert int(done.stdout) < 4.5 * file.stat().st_size  # measured 3.7 where a character takes two bytes in Python
