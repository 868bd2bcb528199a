"""Bytes in, text out, unchanged but for the byte order mark; what is no text is refused with what it looks like."""

import codecs
import re
from difflib import get_close_matches
from encodings.aliases import aliases

from sayso.model import EncodingError, UnknownNameError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (re.compile(rb"\s{0,8}%PDF-\d"), "a PDF", "save it as text (`pdftotext FILE`)"),
    (re.compile(rb"PK\x03\x04"), "a zip archive (also .docx, .xlsx, .odt, .epub)", "unpack it, or save it as text"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Word or Excel file", "save it as text"),
    (re.compile(rb"\{\\rtf"), "a rich-text file (RTF)", "save it as text"),
    (re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL), "an image", "give its text"),
    (re.compile(rb"\x1f\x8b\x08"), "gzip data", "unpack it first (`gunzip`)"),
    (re.compile(rb"BZh[1-9]1AY&SY"), "bzip2 data", "unpack it first (`bunzip2`)"),
    (re.compile(rb"\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd"), "an archive", "unpack it first"),
    (re.compile(rb"SQLite format 3\0"), "an SQLite database", "open ledgers with `sayso ls`"),
    (re.compile(rb"PAR1"), "a Parquet file", "save it as JSON lines"),
    (re.compile(rb"\x7fELF|MZ[\0-\xff]{2,}PE\0\0"), "a program", "give a text"),
    (re.compile(rb"RIFF....(?:WAVE|AVI )|OggS\0|ID3[\x02-\x04]\0|.{4}ftyp", re.DOTALL), "sound or film", "give a text"),
)
_HINT = "name the encoding (encoding='cp1252', `--encoding cp1252`) or save the file as UTF-8"
_SAMPLE_BYTES = 200_000
"""Enough to tell an alphabet; guessing from more only costs time."""

_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5", "koi8_r",
    "mac_roman", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
"""What news texts without UTF-8 are written in; the rest of the 90 known ones only add false friends."""

_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODED_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_FEWEST_TO_GUESS = 12
"""Bytes that are not ASCII from which on their frequencies tell an alphabet; fewer fit several code pages."""

_NO_WESTERN = re.compile(  # what reading another code page as Windows-1252 makes of letters inside words
    r"[^\W\d_][¹²³¼½¾¿¡¤¦¬¶¸×÷ªº±¥§µ\xa0-\xa9«»][^\W\d_]|[a-zß-ÿ][À-ÞŒŠŽŸ][a-zß-ÿ]|[À-ÿ]{4}"
)


def decode_text(data: bytes, *, encoding: str | None = None, where: str = "", is_markup: bool = False) -> str:
    r"""The text that bytes hold, without a byte order mark and otherwise unchanged.

    Without an encoding: a byte order mark decides, else UTF-8, else the one code page that fits.

    Args:
        data: The bytes of the whole text.
        encoding: The encoding, when known; None finds it.
        where: File or line, for messages.
        is_markup: HTML: its own charset declaration counts, and a last character that is cut in two is dropped.

    Raises:
        EncodingError: The bytes are no text, or not in that encoding, or no encoding fits.
        UnknownNameError: Nobody knows an encoding of that name.

    Examples:
        >>> decode_text(b"caf\xe9"), decode_text("caf\u00e9".encode("utf-16"))
        ('café', 'café')
    """
    refuse_signature(data[:64], where)
    text = _decode_unnamed(data, where, is_markup) if encoding is None else _decode_named(data, encoding, where)
    return check_text(text.removeprefix("\ufeff"), where)


def check_text(text: str, where: str = "") -> str:
    """The same text, when it can be stored and shown.

    Raises:
        EncodingError: It holds a NUL character or half a surrogate pair.
    """
    if (position := text.find("\0")) >= 0:
        message = f"expected text, found a NUL character at character {position}"
        raise EncodingError(message, where=where, hint="take it out")
    if not text.isascii() and (half := _SURROGATE.search(text)):
        message = f"expected text, found half a surrogate pair ({half[0]!a}) at character {half.start()}"
        raise EncodingError(message, where=where, hint="take it out")
    return text


def check_encoding(encoding: str | None) -> None:
    """Make sure that Python knows the encoding, and that it turns bytes into text.

    Raises:
        UnknownNameError: It does not.
    """
    if encoding is None:
        return
    try:
        b"text".decode(encoding)  # a look-up alone lets rot13 and base64 through
    except UnicodeError:  # four letters need not make a character
        return
    except (LookupError, ValueError) as err:
        near = get_close_matches(encoding.lower().replace("-", "_"), sorted({*aliases, *aliases.values()}), n=3)
        hint = f"close matches: {', '.join(near)}" if near else "utf-8, utf-16, cp1252, cp1251 and gb18030 are common"
        raise UnknownNameError(f"expected a text encoding, found {encoding!r}", hint=hint) from err


def find_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start names, or None."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), None)


def refuse_signature(head: bytes, where: str = "") -> None:
    """Make sure that bytes do not open like a PDF, an archive, an image or another known binary format.

    Raises:
        EncodingError: They do; the message says what they look like and what to do.
    """
    for pattern, kind, advice in _SIGNATURES:
        if pattern.match(head):
            raise EncodingError(f"expected text, found what looks like {kind}", where=where, hint=advice)


def _decode_named(data: bytes, encoding: str, where: str) -> str:
    check_encoding(encoding)
    try:
        return data.decode(encoding)
    except UnicodeError as err:
        start = err.start if isinstance(err, UnicodeDecodeError) else 0
        what = "half a surrogate pair" if _ENCODED_SURROGATE.match(data, start) else "bytes that are not"
        message = f"expected text in {encoding}, found {what} at byte {start}"
        raise EncodingError(message, where=where, hint="leave encoding out to have it found, or name another") from err


def _decode_unnamed(data: bytes, where: str, is_markup: bool) -> str:
    if mark := find_mark(data):
        return _decode_named(data, mark, where)
    declared = _find_declared(data) if is_markup else None
    if declared and _MULTIBYTE.match(declared) and (text := _try(data, declared)) is not None:
        return text  # before UTF-8, because ISO-2022-JP is plain ASCII on the outside
    _refuse_nul(data, where)
    text = _try(data, "utf-8")
    if text is not None:
        return text
    broken = _find_broken_utf8(data)
    if is_markup and broken >= len(data) - 3 and (text := _try(data[:broken], "utf-8")) is not None:
        return text
    if declared and (text := _try(data, declared)) is not None:
        return text
    return _decode_guessed(data, broken, where)


def _decode_guessed(data: bytes, broken: int, where: str) -> str:
    is_cut = broken >= len(data) - 3
    if (mixed := _count_utf8(data[:_SAMPLE_BYTES])) >= (1 if is_cut else 2):
        what = "the text ends in the middle of one" if is_cut else f"byte {broken} is none"
        message = f"expected UTF-8, found {mixed} characters in it, but {what}"
        raise EncodingError(message, where=where, hint="repair the file, or " + _HINT)
    sample = _sample_around(data, broken)
    name = "cp1252" if _is_western(_try(sample, "cp1252")) else _guess(sample)
    text = _try(data, name) if name else None
    if text is None or _NOT_TEXT.search(text):
        message = f"expected text, found bytes that are not UTF-8 (from byte {broken}) nor any usual code page"
        raise EncodingError(message, where=where, hint=_HINT)
    return text


def _refuse_nul(data: bytes, where: str) -> None:
    position = data.find(b"\0")
    if position < 0:
        return
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > 0.4 * len(head) / 2 and min(even, odd) * 20 < max(even, odd):
        name = "utf-16-le" if odd > even else "utf-16-be"
        message = "expected text, found what looks like UTF-16 without a byte order mark"
        raise EncodingError(message, where=where, hint=f"name the encoding: encoding={name!r}")
    raise EncodingError(f"expected text, found binary data (a NUL at byte {position})", where=where, hint=_HINT)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _find_broken_utf8(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as err:
        return err.start
    return len(data)


_UTF8_CHARACTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")


def _count_utf8(data: bytes) -> int:
    """How many characters are UTF-8, when they are most of what is not ASCII; else 0."""
    lengths = [len(found) for found in _UTF8_CHARACTER.findall(data)]
    high = sum(1 for _ in _HIGH_BYTE.finditer(data))
    return len(lengths) if sum(lengths) > 0.6 * high else 0


def _sample_around(data: bytes, position: int) -> bytes:
    start = max(0, position - _SAMPLE_BYTES // 2)
    opened = data.rfind(b"\n", 0, start) + 1 if start else 0
    if start - opened > _SAMPLE_BYTES:  # one endless line: cut anywhere
        opened = start
    return data[opened : opened + _SAMPLE_BYTES]


def _is_western(text: str | None) -> bool:
    if text is None or _NOT_TEXT.search(text) or _NO_WESTERN.search(text):
        return False
    return sum(character > "\x7f" for character in text) * 4 <= len(text)


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # 0.1 s, and only texts that are not UTF-8 need it

    if len(_HIGH_BYTE.findall(sample)) < _FEWEST_TO_GUESS:
        return None
    best = from_bytes(sample, cp_isolation=_CANDIDATES, threshold=0.15, preemptive_behaviour=False).best()
    return None if best is None else best.encoding


_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.-]+)", re.IGNORECASE
)
_CODE_PAGE = re.compile(r"cp\d|windows-|iso-?\d|koi8|big5|euc|gb|hz|shift|mac|tis|johab")
_MULTIBYTE = re.compile(r"big5|euc|gb|hz|shift|johab|cp932|cp949|iso.?2022")
_LABELS = {  # what browsers make of these labels, because pages mean the larger code page
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "windows-1252": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "x-cp1251": "cp1251", "x-mac-roman": "mac_roman", "macintosh": "mac_roman",
}  # fmt: skip


def _find_declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii", "ignore").lower()
    name = _LABELS.get(label, label)
    if not _CODE_PAGE.match(name):  # UTF-8 is tried anyway, and a page that says UTF-16 in ASCII is wrong
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:  # "charset=windows-9999": as if nothing were declared
        return None
