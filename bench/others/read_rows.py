"""Rows on standard input, read by a library of Python, out with `got`: `read_rows.py dateparser | duckling`."""

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
            "PREFER_DATES_FROM": "past" if context["purpose"] == "tanggal_lahir" else "future",
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


read = {"dateparser": dateparser_reader, "duckling": duckling_reader}[sys.argv[1]]()
for line in sys.stdin:
    row = json.loads(line)
    print(json.dumps({**row, "got": read(row)}))
