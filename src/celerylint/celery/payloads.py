"""Calls that give the whole of something, by the qualified name of the receiver and the method. Sources: Python 3.14,
pandas 2, requests 2.34, httpx 0.28, Starlette, Werkzeug, Django."""

FILE = "the contents of a file"
BUFFER = "the contents of a buffer"
UPLOAD = "the contents of an upload"
TABLE = "a whole table"
ANSWER = "the body of an answer"

_FILES = ("builtins.open", "io.open", "gzip.open", "bz2.open", "lzma.open", "codecs.open", "pathlib.Path().open")
_UPLOADS = (
    "fastapi.UploadFile",
    "starlette.datastructures.UploadFile",
    "werkzeug.datastructures.FileStorage",
    "django.core.files.File",
    "django.core.files.uploadedfile.UploadedFile",
    "django.core.files.uploadedfile.InMemoryUploadedFile",
)
_TABLES = ("DataFrame", "read_csv", "read_excel", "read_json", "read_parquet", "read_sql", "read_sql_query")
_TABLE_METHODS = ("to_json", "to_dict", "to_csv", "to_html", "to_string", "to_records")
_ANSWERS = tuple(f"{library}.{method}" for library in ("requests", "httpx") for method in ("get", "post"))

WHOLE_BY_CALL = {
    **{f"{file}().{method}": FILE for file in _FILES for method in ("read", "readlines")},
    **{f"pathlib.Path().{method}": FILE for method in ("read_text", "read_bytes")},
    **{f"io.{buffer}().{method}": BUFFER for buffer in ("BytesIO", "StringIO") for method in ("getvalue", "read")},
    **{f"{upload}().read": UPLOAD for upload in _UPLOADS},
    **{f"pandas.{table}().{method}": TABLE for table in _TABLES for method in _TABLE_METHODS},
}
"""What a call without arguments gives, but for the methods of tables, whose arguments say how it is written."""

WHOLE_BY_ATTRIBUTE = {f"{answer}().content": ANSWER for answer in _ANSWERS}

REWRITING = frozenset({"base64.b64encode", "base64.standard_b64encode", "base64.urlsafe_b64encode", "builtins.str"})
"""Functions that write their first argument in another way, as long or longer."""

REWRITING_METHODS = frozenset({"decode", "encode", "hex", "splitlines"})
"""Methods of text and bytes that give the whole of it. What is stripped is mostly one line."""

TABLE_METHODS = frozenset(_TABLE_METHODS)
