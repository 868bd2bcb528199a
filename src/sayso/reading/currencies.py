"""Currencies: the signs and codes that stand in front of an amount, each with the currency it names."""

import re

SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL",
    "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₦": "NGN", "₱": "PHP", "₩": "KRW", "₪": "ILS", "₴": "UAH",
    "₺": "TRY", "₫": "VND", "฿": "THB", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "Ksh": "KES", "KSh": "KES", "Tk": "BDT", "RMB": "CNY",
}  # fmt: skip
CODES = (
    "USD EUR GBP CHF JPY CNY INR PKR LKR NPR BDT AED SAR QAR KWD EGP ILS TRY RUB UAH PLN CZK HUF RON SEK NOK DKK ISK CAD AUD NZD SGD HKD TWD KRW THB IDR"
    " MYR PHP VND ZAR NGN KES GHS UGX TZS ETB BRL MXN ARS CLP COP PEN"
).split()
"""ISO 4217 codes that news put before an amount ("EUR 50 million") or behind it."""
NAMES = {**SIGNS, **{code: code for code in CODES}}
"""What stands before an amount, as written, and the code of its currency."""

_MARKS = r"(?:US|AU?|CA?N?|HK|NZ|S|R|NT|MX)?\$|[€£¥₹₽₦₱₩₪₴₺₫฿]"
_LETTERS = rf"(?<![A-Za-z])(?:Rs|RMB?|Rp|K[sS]h|Tk|{'|'.join(CODES)})"
SIGN = rf"(?:{_MARKS}|{_LETTERS}\.?)"
"""Pattern of a sign or a code before an amount; case matters in it."""

_BEFORE = re.compile(rf"(?P<sign>{SIGN})\s?$")
_LOST_POUND = re.compile(r"(?<![A-Za-z])PS$")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d|,\d{3}|\s?(?:[mk]|bn|tn|[mb]illion|thousand)\b)")
REACH = 6
"""Characters that the longest sign takes with the space behind it."""


def sign_before(text: str, start: int) -> re.Match[str] | None:
    """The currency sign or code that ends right before an amount; group ``sign`` holds it.

    Examples:
        >>> match = sign_before("HK$28 billion", 3)
        >>> match and match["sign"]
        'HK$'
    """
    return _BEFORE.search(text, max(0, start - REACH), start)


def lost_pound_before(text: str, start: int) -> int | None:
    """Where "PS" starts that stands for a pound sign, as texts have it that lost all but plain letters; None without one.

    Only an amount settles it: "PS2.7m" is money, "PS5" a console.
    """
    match = _LOST_POUND.search(text, max(0, start - 3), start)
    return match.start() if match and _AMOUNT.match(text, start) else None
