"""The time words of English news: each word's class for the grammar, and what it is worth."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondays",
            "tuesday tue tues tuesdays",
            "wednesday wed wednesdays",
            "thursday thu thur thurs thursdays",
            "friday fri fridays",
            "saturday sat saturdays",
            "sunday sun sundays",
        )
    )
    for name in names.split()
}
UNITS: dict[str, str] = {
    name: code
    for code, names in {
        "S": "seconds sec secs",
        "I": "minute minutes min mins",
        "H": "hour hours hr hrs",
        "D": "day days nights",
        "W": "week weeks",
        "F": "fortnight fortnights",
        "M": "month months",
        "Q": "quarter quarters",
        "Y": "year years yr yrs",
        "E": "decade decades",
        "C": "century centuries",
        "L": "millennium millennia",
        "WE": "weekend weekends",
    }.items()
    for name in names.split()
}
SETS: dict[str, str] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
}
DAYPARTS: dict[str, str] = {
    "morning": "MO",
    "midmorning": "MO",
    "dawn": "MO",
    "afternoon": "AF",
    "midafternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
    "nighttime": "NI",
    "daybreak": "MO",
}
SEASONS: dict[str, str] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
NUMBERS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}
DECADES: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
REFERENCES: dict[str, str] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "future": "FUTURE_REF",
    "past": "PAST_REF",
}

CLASSES: dict[str, str] = {
    "the": "the",
    "a": "a an",
    "this": "this",
    "current": "current",
    "that": "that",
    "same": "same",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "following": "following coming upcoming",
    "latest": "latest",
    "every": "every each",
    "per": "per",
    "of": "of",
    "early": "early",
    "mid": "mid",
    "late": "late",
    "earlier": "earlier",
    "later": "later",
    "ago": "ago",
    "before": "before",
    "after": "after",
    "old": "old olds",
    "aged": "aged age ages",
    "beginning": "beginning start outset",
    "middle": "middle",
    "end": "end close",
    "half": "half",
    "recent": "recent",
    "other": "other",
    "vague": "few several many couple dozen dozens handful numerous some",
    "more": "more additional extra further",
    "another": "another",
    "full": "full entire whole consecutive straight successive calendar solid",
    "fiscal": "fiscal financial",
    "unit": "minute hour day week fortnight month decade millennium min hr yr",
    "century": "century",
    "yearw": "year",
    "quarterw": "quarter",
    "weekend": "weekend",
    "units": "seconds secs minutes mins hours hrs days nights weeks fortnights months quarters years yrs decades "
    "centuries millennia weekends",
    "set": " ".join(SETS),
    "daypart": " ".join(DAYPARTS),
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays",
    "month": " ".join(name for name in MONTHS if name not in ("may", "march", "mar", "sep")),
    "season": "spring summer autumn winter springtime summertime",
    "day_word": "today yesterday tomorrow",
    "tonight": "tonight overnight",
    "ref": "now currently recently nowadays presently",
    "future_ref": "future",
    "near": "near immediate foreseeable",
    "num": " ".join(NUMBERS),
    "ord": " ".join(ORDINALS),
    "decadew": " ".join(DECADES),
    "noon": "noon midnight midday noontime",
    "oclock": "o'clock o’clock",
    "ampm": "am pm",
    "zone": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist",
    "period": "period",
    "long": "long",
    "in": "in",
    "on": "on",
    "at": "at",
    "since": "since",
    "by": "by",
    "until": "until till",
    "during": "during throughout",
    "over": "over",
    "within": "within",
    "for": "for",
    "from": "from",
    "to": "to",
    "through": "through thru",
    "between": "between",
    "and": "and",
    "or": "or",
    "as": "as",
    "so": "so",
    "far": "far",
    "date_word": "date",
    "about": "about around nearly almost roughly approximately",
    "ended": "ended ending ends",
    "alone": "alone",
    "then": "then",
    "christmas": "christmas xmas",
    "new": "new",
    "thanksgiving": "thanksgiving",
    "easter": "easter",
    "eve": "eve",
    "local": "local",
    "time": "time",
    "least": "least",
    "most": "most",
    "than": "than",
    "up": "up",
    "begin": "starting commencing",
    "future": "will shall plans due scheduled expected expects expires expire deadline upcoming going hopes intends "
    "plan expect pending planning would could should may might must wo payable effective hope be "
    "planned postponed ready likely supposed anticipated slated",
    "pastverb": "was were had did came went took began met left saw made sent gave held found ran got won lost became "
    "fell rose shot broke struck hit has have been led brought spoke wrote kept set paid sold bought put",
    "speech": "said says told say",
    "poss": "'s ’s",
    "comma": ",",
    "dot": ".",
    "hyphen": "- – — ‑ ‐",
    "slash": "/",
    "open": "( [",
    "close": ") ]",
    "colon": ":",
    "stop": "? ! ;",
    "money": "$ £ €",
}
"""The words of each class; a word in two classes belongs to the one named last."""

CASED: dict[str, str] = {
    "May": "maymonth",
    "MAY": "maymonth",
    "March": "maymonth",
    "MARCH": "maymonth",
    "Mar": "maymonth",
    "Sep": "maymonth",
    "Fall": "fall",
    "fall": "fall",
    "Mon": "wabbr",
    "Tue": "wabbr",
    "Tues": "wabbr",
    "Wed": "wabbr",
    "Thu": "wabbr",
    "Thur": "wabbr",
    "Thurs": "wabbr",
    "Fri": "wabbr",
    "Sat": "wabbr",
    "Sun": "wabbr",
    "Q": "quarter_letter",
    "H": "half_letter",
}
"""Words that are time words only when written so; they win over CLASSES."""

NO_PAST_VERBS = frozenset(
    "need speed feed seed breed bed red shed indeed exceed proceed succeed wed hundred sacred naked crowded united "
    "unprecedented bleed greed steed weed deed creed unspecified untouched unidentified".split()
)
"""Words in "-ed" that say nothing about when."""

NOT_COUNTED_BY_YEARS = frozenset(
    "people persons men women children boys girls soldiers troops fighters militants rebels houses homes "
    "families households civilians refugees migrants idps patients cases deaths injuries fatalities "
    "casualties victims survivors schools buildings villages villagers vehicles hectares hectare acres km "
    "kilometers kilometres kilometer kilometre miles mile feet meters metres metre meter mm cm m tons tonnes "
    "dollars euros pounds rupees birds cattle sheep animals workers employees students residents inhabitants "
    "voters members prisoners detainees shelters beds tents units others dead wounded injured homeless "
    "displaced evacuees returnees individuals citizens youths youth adults farmers police policemen officers "
    "officials personnel protesters demonstrators participants percent per-cent pc kg kilograms liters litres "
    "gallons barrels bottles boxes copies jobs votes seats cars trucks buses ships boats aircraft planes "
    "flights trees plants farms shops stores stalls huts shacks apartments flats rooms dwellings structures "
    "bridges roads communities towns barangays municipalities districts provinces passengers tourists "
    "travelers travellers guests staff teachers doctors nurses volunteers firefighters rescuers arrests "
    "bodies graves points shares calories degrees mph kph kmh million billion thousand hundred".split()
)
"""Nouns that a bare number before them counts; a year before them would need a preposition."""

COUNT_WORDS = frozenset(
    "about around over nearly almost some than least most roughly approximately estimated to total only just "
    "another killed killing kills injured injuring wounded wounding displaced displacing affected affecting "
    "destroyed destroying damaged evacuated evacuating arrested detained rescued sheltering housing hosting "
    "employs employed up exactly nos no number all other additional remaining".split()
)
"""Words before a bare number that make it a count, not a year."""
