import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.encodings import decode_text
from sayso.model import EncodingError, UnknownNameError

_FRENCH = "Douze personnes sont mortes, a déclaré le maire « très ému » d’Évreux."
_POLISH = "Zginęło dwanaście osób, poinformował wojewoda. Trzy tysiące mieszkańców opuściło domy, część wróciła."
_RUSSIAN = "Двенадцать человек погибли при наводнении, сообщил губернатор."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decode_text_finds_the_encoding_of_a_western_text(encoding: str) -> None:
    assert decode_text(_FRENCH.encode(encoding)) == _FRENCH


def test_decode_text_finds_other_code_pages() -> None:
    assert decode_text(_POLISH.encode("cp1250")) == _POLISH
    assert decode_text(_RUSSIAN.encode("cp1251")) == _RUSSIAN
    assert decode_text(_RUSSIAN.encode("koi8-r")) == _RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named_and_not_guessed(encoding: str) -> None:
    data = "Twelve people died.".encode(encoding)
    with pytest.raises(EncodingError, match=f"encoding='{encoding}'"):
        decode_text(data)
    assert decode_text(data, encoding=encoding) == "Twelve people died."


def test_a_named_encoding_is_taken_and_checked() -> None:
    assert decode_text(b"caf\x8e", encoding="mac_roman") == "café"
    with pytest.raises(EncodingError, match="in utf-8, found bytes that are not at byte 3"):
        decode_text(b"caf\xe9", encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-9", "rot13", "base64", "a\0b", ""])
def test_an_encoding_that_is_none_is_an_unknown_name(encoding: str) -> None:
    with pytest.raises(UnknownNameError, match="expected a text encoding"):
        decode_text(b"abc", encoding=encoding)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\0", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\0", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"\x1f\x8b\x08\0\0", "gzip"),
        (b"{\\rtf1\\ansi 12 died}", "rich-text"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"12 died\0and 3", "a NUL at byte 7"),
    ],
)
def test_binary_data_is_refused_with_what_it_looks_like(data: bytes, kind: str) -> None:
    with pytest.raises(EncodingError, match=kind) as caught:
        decode_text(data, where="report.bin")
    assert caught.value.where == "report.bin"
    assert caught.value.hint


def test_utf_8_with_a_broken_byte_is_not_turned_into_another_alphabet() -> None:
    with pytest.raises(EncodingError, match="found 4 characters in it, but byte 17 is none"):
        decode_text("“12” died – said".encode()[:-5] + b"\xff" + "– so".encode())


def test_a_text_cut_inside_a_character_is_refused_and_a_page_is_not() -> None:
    data = "Twelve died in the café – and more died’".encode()[:-1]
    with pytest.raises(EncodingError, match="ends in the middle of one"):
        decode_text(data)
    assert decode_text(data, is_markup=True) == "Twelve died in the café – and more died"


def test_few_foreign_bytes_are_refused_where_several_code_pages_fit() -> None:
    with pytest.raises(EncodingError, match="nor any usual code page"):
        decode_text("Łódź: 12 osób".encode("cp1250"))


def test_a_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Двенадцать</body>'
    assert decode_text(page.encode("cp1251"), is_markup=True) == page
    older = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“café”</p>'
    assert decode_text(older.encode("cp1252"), is_markup=True) == older
    japanese = '<html><meta charset="iso-2022-jp"><p>十二人が死亡</p>'
    assert decode_text(japanese.encode("iso2022_jp"), is_markup=True) == japanese


def test_a_page_that_is_utf_8_is_read_so_whatever_it_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>Café – “12”</p>'
    assert decode_text(page.encode(), is_markup=True) == page


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back_unchanged(text: str) -> None:
    kept = text.removeprefix("\ufeff")
    if text.lstrip().startswith(("%PDF", "{\\rtf", "PK", "BZh", "PAR1", "GIF", "MZ")):
        return
    assert decode_text(text.encode("utf-8")) == kept
    assert decode_text(b"\xef\xbb\xbf" + kept.encode("utf-8")) == kept.removeprefix("\ufeff") or kept[:1] == "\ufeff"
    assert decode_text(kept.encode("utf-16")) == kept or kept[:1] == "\ufeff"


@given(st.binary(max_size=300), st.booleans())
def test_random_bytes_are_text_or_an_encoding_error(data: bytes, is_markup: bool) -> None:
    try:
        text = decode_text(data, is_markup=is_markup)
    except EncodingError:
        return
    assert "\0" not in text
    text.encode("utf-8")
