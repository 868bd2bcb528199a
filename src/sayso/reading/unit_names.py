"""The words, symbols and abbreviations of units, each under one name: patterns, read without regard to case but in ``(?-i:...)``."""

_METRE = r"met(?:re|er)s?"
_SQUARE = r"(?:square|sq\.?)[\s-]+"
_PER = r"[\s-]+(?:per|an?)[\s-]+"
_END = r"(?=[\s,;:)]|\.(?!\w)|$)"
PHYSICAL = {
    # lengths
    "nanometre": rf"(?-i:nm)|nano{_METRE}", "micrometre": rf"[µμ]m|micro{_METRE}|microns?", "millimetre": rf"mm|milli{_METRE}", "centimetre": rf"cms?|centi{_METRE}",
    "kilometre": rf"kms?|kilo{_METRE}", "metre": rf"(?-i:m)(?!\.[a-z])|{_METRE}", "mile": r"miles?", "yard": r"yards?|yds?", "foot": r"feet|foot|ft\.?|′", "inch": r"inch(?:es)?|″",
    "nautical mile": r"nautical[\s-]+miles?|nmi", "light-year": r"light[\s-]years?", "astronomical unit": r"astronomical[\s-]+units?|(?-i:AU)",
    # areas
    "square kilometre": rf"{_SQUARE}(?:km|kilo{_METRE})|km²|km2|sqkm", "square mile": rf"{_SQUARE}(?:miles?|mi)", "square metre": rf"{_SQUARE}(?:m|{_METRE})|m²|m2|sqm",
    "square foot": rf"{_SQUARE}(?:feet|foot|ft)|sqft|ft²", "square yard": rf"{_SQUARE}yards?", "square inch": rf"{_SQUARE}inch(?:es)?", "square centimetre": rf"{_SQUARE}(?:cm|centi{_METRE})|cm²",
    "hectare": r"(?-i:ha)|hectares?", "acre": r"acres?", "rai": r"rai",
    # volumes
    "cubic metre": rf"cubic[\s-]+{_METRE}|m³|m3", "cubic foot": r"cubic[\s-]+(?:feet|foot)", "cubic kilometre": rf"cubic[\s-]+kilo{_METRE}|km³", "cubic inch": r"cubic[\s-]+inch(?:es)?",
    "cubic centimetre": rf"cubic[\s-]+centi{_METRE}|(?-i:cc)|cm³", "millilitre": r"ml|millilit(?:re|er)s?", "centilitre": r"(?-i:cl)|centilit(?:re|er)s?", "litre": rf"(?-i:[lL]){_END}|lit(?:re|er)s?",
    "gallon": r"gallons?|gal", "barrel": r"barrels?|bbl", "barrel per day": r"bpd|bopd|b/d", "pint": r"pints?", "quart": r"quarts?", "acre-foot": r"acre[\s-]f(?:ee|oo)t",
    "fluid ounce": r"fluid[\s-]+ounces?|fl\.?\s?oz", "tablespoon": r"tablespoons?|tbsp", "teaspoon": r"teaspoons?|tsp",
    # masses
    "microgram": r"[µμ]g|mcg|micrograms?", "milligram": r"mg|milligram(?:me)?s?", "gram": rf"(?-i:g){_END}|grams?|grammes?", "kilogram": r"kgs?|kilos?|kilogram(?:me)?s?",
    "tonne": rf"(?-i:t){_END}|(?:metric\s+)?tonn?es?|metric\s+tons?|(?-i:MT)", "ton": r"(?:short\s+)?tons?", "kilotonne": r"kiloton(?:ne)?s?", "megaton": r"megaton(?:ne)?s?", "gigaton": r"gigaton(?:ne)?s?",
    "pound (mass)": r"lbs?\.?", "ounce": r"ounces?|oz\.?", "carat": r"carats?",
    # speeds and other ratios
    "kilometre per hour": rf"km/hr?|kph|kmph|kmh|(?:km|kilo{_METRE}){_PER}hour", "mile per hour": rf"mph|m\.p\.h\.?|mi/h|miles?{_PER}hour", "knot": r"knots?|kts?",
    "metre per second": rf"m/s|(?-i:mps)|{_METRE}{_PER}second", "kilometre per second": rf"km/s|(?:km|kilo{_METRE}){_PER}second", "foot per second": rf"ft/s|fe?e?t{_PER}second",
    "mile per gallon": r"mpg|m\.p\.g\.?|miles[\s-]+(?:per|to\s+the|a)[\s-]+gallon", "litre per 100 kilometres": rf"l/100\s?km|lit(?:re|er)s[\s-]+per[\s-]+100[\s-]?(?:km|kilo{_METRE})",
    "gram per kilometre": rf"g/km|gram(?:me)?s{_PER}(?:km|kilo{_METRE})", "revolution per minute": rf"rpm|r\.p\.m\.?|rev(?:olution)?s{_PER}minute", "beat per minute": rf"bpm|beats{_PER}minute",
    "frame per second": rf"fps|frames{_PER}second", "part per million": r"ppm|parts[\s-]+per[\s-]+million", "part per billion": r"ppb|parts[\s-]+per[\s-]+billion",
    "microgram per cubic metre": rf"[µμ]g/m[³3]|micrograms?{_PER}cubic[\s-]+{_METRE}", "milligram per decilitre": rf"mg/dl|milligrams{_PER}decilit(?:re|er)",
    # power, energy, force, pressure
    "watt": rf"(?-i:W){_END}|watts?", "kilowatt": r"kw|kilowatts?", "megawatt": r"(?-i:MW)|megawatts?", "gigawatt": r"(?-i:GW)|gigawatts?", "terawatt": r"(?-i:TW)|terawatts?",
    "watt-hour": r"(?-i:Wh)|watt[\s-]hours?", "kilowatt-hour": r"kwh|kilowatt[\s-]hours?", "megawatt-hour": r"mwh|megawatt[\s-]hours?", "gigawatt-hour": r"gwh|gigawatt[\s-]hours?",
    "terawatt-hour": r"twh|terawatt[\s-]hours?", "horsepower": r"(?:brake\s+|metric\s+)?horsepower|b?hp|(?-i:PS)", "newton metre": rf"(?-i:Nm)|newton[\s-]{_METRE}", "newton": r"newtons?",
    "pound-foot": r"(?:pound|lb)s?[.\s·-]*f(?:ee|oo)?t\.?|f(?:oo|ee)?t[.\s·-]*(?:pound|lb)s?", "volt": rf"(?-i:V){_END}|volts?", "kilovolt": r"(?-i:kV)|kilovolts?", "ampere": r"amps?|amperes?",
    "milliampere-hour": r"mah|milliamp(?:ere)?[\s-]hours?", "joule": r"joules?", "kilojoule": r"(?-i:kJ)|kilojoules?", "kilocalorie": r"kcals?|kilocalories?", "calorie": r"calories?|(?-i:cals?)",
    "pound per square inch": rf"psi|pounds?{_PER}square[\s-]+inch", "kilopound per square inch": r"ksi", "kilopascal": r"kpa|kilopascals?", "hectopascal": r"hpa", "millibar": r"(?-i:mb)|mbar|millibars?",
    "decibel": r"(?-i:dB)|decibels?", "lumen": r"lumens?", "nit": r"nits",
    # temperatures and angles
    "degree celsius": rf"[°º]\s?c|degrees?[\s-]+(?:celsius|centigrade|c)(?![a-z])|celsius|(?-i:C){_END}", "degree": r"degrees?|[°º]", "kelvin": r"kelvins?",
    "degree fahrenheit": rf"[°º]\s?f|degrees?[\s-]+(?:fahrenheit|f)(?![a-z])|fahrenheit|(?-i:F){_END}",
    # data, frequencies, screens
    "kilobyte": r"kb|kilobytes?", "megabyte": r"(?-i:MB)|megabytes?", "gigabyte": r"gb|gigabytes?", "terabyte": r"(?-i:TB)(?!\s(?:case|patient|death))|terabytes?", "petabyte": r"(?-i:PB)|petabytes?",
    "megabit per second": rf"mbps|mbit/s|megabits?{_PER}second", "gigabit per second": rf"gbps|gbit/s|gigabits?{_PER}second", "megapixel": r"(?-i:MP)|megapixels?", "pixel": r"pixels?|px",
    "hertz": r"hz|hertz", "kilohertz": r"khz|kilohertz", "megahertz": r"mhz|megahertz", "gigahertz": r"ghz|gigahertz",
    # finance and sport
    "basis point": r"basis[\s-]+points?|bps", "point per game": rf"ppg|points{_PER}game", "rebound per game": rf"rpg|rebounds{_PER}game", "assist per game": rf"apg|assists{_PER}game",
}  # fmt: skip
TIME = {
    "nanosecond": r"nanoseconds?", "microsecond": r"microseconds?|[µμ]s", "millisecond": r"milliseconds?|(?-i:ms)", "second": r"seconds?|secs?", "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?|(?-i:h)", "day": r"days?", "week": r"weeks?|wks?", "fortnight": r"fortnights?", "month": r"months?|mths?", "quarter": r"quarters?", "year": r"years?|yrs?",
    "decade": r"decades?", "century": r"centur(?:y|ies)",
}  # fmt: skip
MONEY = {
    "USD": r"(?:u\.?s\.?\s+|american\s+)?dollars?|usd|bucks", "AUD": r"(?:australian|aussie)\s+dollars?|aud", "CAD": r"canadian\s+dollars?|(?-i:CAD)", "HKD": r"hong\s+kong\s+dollars?|hkd",
    "SGD": r"singapore(?:an)?\s+dollars?|sgd", "NZD": r"new\s+zealand\s+dollars?|nzd", "TWD": r"(?:new\s+)?taiwan(?:ese)?\s+dollars?|twd", "EUR": r"euros?|eur|€",
    "GBP": r"pounds?\s+sterling|british\s+pounds?|pounds?|sterling|gbp|quid|£", "EGP": r"egyptian\s+pounds?|egp", "SYP": r"syrian\s+pounds?", "LBP": r"lebanese\s+pounds?", "SDG": r"sudanese\s+pounds?",
    "SSP": r"south\s+sudanese\s+pounds?", "CNY": r"(?:chinese\s+)?(?:yuan|renminbi|rmb)|cny", "INR": r"(?:indian\s+)?rupees?|inr|rs\.?", "PKR": r"pakistani\s+rupees?|pkr",
    "LKR": r"sri\s+lankan\s+rupees?|lkr", "NPR": r"nepal(?:i|ese)\s+rupees?", "JPY": r"(?:japanese\s+)?yen|jpy", "KRW": r"(?:(?:south\s+)?korean\s+)?(?-i:won)|krw", "RUB": r"(?:russian\s+)?r(?:o)?ubles?|(?-i:RUB)",
    "TRY": r"(?:turkish\s+)?liras?", "MXN": r"(?:mexican\s+)?pesos?|mxn", "ARS": r"argentin(?:e|ian)\s+pesos?", "CLP": r"chilean\s+pesos?", "COP": r"colombian\s+pesos?", "PHP": r"philippine\s+pesos?",
    "CHF": r"(?:swiss\s+)?francs?|chf", "XAF": r"cfa\s+francs?", "UAH": r"hryvnias?|uah", "NGN": r"nairas?|ngn", "KES": r"(?:kenyan?\s+)?shillings?|kes", "UGX": r"ugandan?\s+shillings?",
    "TZS": r"tanzanian?\s+shillings?", "GHS": r"(?:ghana(?:ian)?\s+)?cedis?", "ETB": r"(?:ethiopian\s+)?birr", "ZAR": r"(?:south\s+african\s+)?rands?|zar", "BRL": r"(?:brazilian\s+)?(?:reais|reals?)|brl",
    "IDR": r"rupiahs?|idr", "MYR": r"ringgits?|myr", "THB": r"(?:thai\s+)?baht|thb", "VND": r"(?:vietnamese\s+)?dong|vnd", "ILS": r"(?:new\s+)?(?:israeli\s+)?shekels?|(?-i:ILS|NIS)", "BDT": r"(?:bangladeshi\s+)?takas?",
    "SAR": r"(?:saudi\s+)?riyals?|(?-i:SAR)", "QAR": r"qatari\s+riyals?", "IRR": r"(?:iranian\s+)?(?:rials?|tomans?)", "YER": r"yemeni\s+rials?", "AED": r"(?:uae\s+|emirati\s+)?dirhams?|aed", "IQD": r"iraqi\s+dinars?",
    "KWD": r"kuwaiti\s+dinars?", "JOD": r"jordanian\s+dinars?", "SEK": r"swedish\s+(?:kronor|kronas?|crowns?)|sek", "NOK": r"norwegian\s+(?:kroner?|crowns?)|nok", "DKK": r"danish\s+(?:kroner?|crowns?)|dkk",
    "PLN": r"zlot(?:ys?|ies)|pln", "CZK": r"czech\s+(?:koruna|crown)s?|czk", "HUF": r"(?:hungarian\s+)?forints?|huf", "AFN": r"afghanis(?=\s*[.,(]|$)", "bitcoin": r"bitcoins?|btc", "ether": r"ether|(?-i:ETH)",
    "cent": r"(?:u\.?s\.?\s+)?cents?|¢", "penny": r"pence|penn(?:y|ies)|(?-i:p)",
}  # fmt: skip
ATTACHED = frozenset(["t", "p", "h", "c", "f", "ms"])
"""Names so short that they count only where nothing parts them from the digits: "500t", "-70C", "30p"."""
