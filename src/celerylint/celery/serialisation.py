"""What kombu's JSON refuses, by the qualified name of what makes it. Source: kombu/utils/json.py (5.3 to 5.7)."""

REFUSED_CALLS = {
    "builtins.set": "a set",
    "builtins.frozenset": "a frozenset",
    "builtins.bytearray": "a bytearray",
    "builtins.memoryview": "a memoryview",
    "builtins.complex": "a complex number",
    "builtins.range": "a range",
    "builtins.map": "a map",
    "builtins.filter": "a filter",
    "builtins.zip": "a zip",
    "builtins.enumerate": "an enumerate",
    "builtins.reversed": "an iterator",
    "builtins.iter": "an iterator",
    "builtins.object": "an object",
    "builtins.open": "an open file",
    "builtins.slice": "a slice",
    "datetime.timedelta": "a timedelta",
    "datetime.timezone": "a time zone",
    "zoneinfo.ZoneInfo": "a time zone",
    "pathlib.Path": "a Path",
    "pathlib.PurePath": "a Path",
    "pathlib.PosixPath": "a Path",
    "pathlib.PurePosixPath": "a Path",
    "pathlib.Path.cwd": "a Path",
    "pathlib.Path.home": "a Path",
    "collections.deque": "a deque",
    "collections.ChainMap": "a ChainMap",
    "collections.UserDict": "a UserDict",
    "collections.UserList": "a UserList",
    "fractions.Fraction": "a Fraction",
    "functools.partial": "a partial",
    "io.BytesIO": "a BytesIO",
    "io.StringIO": "a StringIO",
    "ipaddress.ip_address": "an IP address",
    "ipaddress.ip_network": "an IP network",
    "ipaddress.IPv4Address": "an IP address",
    "ipaddress.IPv6Address": "an IP address",
    "re.compile": "a pattern",
    "types.SimpleNamespace": "a SimpleNamespace",
    "types.MappingProxyType": "a mapping proxy",
}
"""Calling one gives what `json.dumps` with kombu's encoder raises TypeError for, which Celery turns to EncodeError."""

PYDANTIC_MODEL = "a pydantic model"
PYDANTIC_MODELS = frozenset({"pydantic.BaseModel", "pydantic.main.BaseModel"})
REFUSED_CLASSES = {
    "enum.Enum": "an Enum member",
    "enum.Flag": "a Flag member",
    "pydantic.BaseModel": PYDANTIC_MODEL,
    "pydantic.main.BaseModel": PYDANTIC_MODEL,
    "sqlmodel.SQLModel": "a model instance",
    "django.db.models.Model": "a model instance",
    "django.db.models.base.Model": "a model instance",
    "sqlalchemy.orm.DeclarativeBase": "a model instance",
    "sqlalchemy.orm.declarative_base()": "a model instance",
    "sqlalchemy.ext.declarative.declarative_base()": "a model instance",
    "django.http.HttpRequest": "a request",
    "django.http.request.HttpRequest": "a request",
    "rest_framework.request.Request": "a request",
    "fastapi.Request": "a request",
    "starlette.requests.Request": "a request",
    "fastapi.UploadFile": "an uploaded file",
    "django.core.files.uploadedfile.UploadedFile": "an uploaded file",
    "builtins.Exception": "an exception",
    "builtins.ValueError": "an exception",
    "builtins.RuntimeError": "an exception",
    "builtins.KeyError": "an exception",
    "builtins.TypeError": "an exception",
}
"""Instances of one, and of classes derived from it, are refused."""

REFUSED_OBJECTS = {
    "flask.request": "a request",
    "flask.session": "a session",
    "flask.g": "the application context",
}
"""Objects that are there at import."""

SET_METHODS = frozenset({"union", "intersection", "difference", "symmetric_difference", "copy"})
"""Methods of a set that give a set."""

VIEWS = {"keys": "a view of keys", "values": "a view of values", "items": "a view of items"}
"""Methods of a dict that give what is refused."""

SERIALIZER_SETTINGS = frozenset({"task_serializer", "result_serializer"})
"""Settings that name the serializers."""

DJANGO_ROWS = frozenset("get first last create latest earliest aget afirst alast acreate alatest aearliest".split())
"""Methods of a Django manager or queryset that give a model instance."""

DJANGO_OTHER_SHAPES = frozenset({"values", "values_list", "dates", "datetimes", "raw"})
"""Methods of a Django queryset after which it holds no model instances."""

QUERY_ROWS = frozenset({"first", "one", "one_or_none", "first_or_404", "one_or_404", "get", "get_or_404"})
"""Methods of a SQLAlchemy query that give one row."""

SERIALIZERS = {
    "json": "application/json",
    "pickle": "application/x-python-serialize",
    "yaml": "application/x-yaml",
    "msgpack": "application/x-msgpack",
    "auth": "application/data",
}
"""Serializers by name, and their content types. Source: `kombu.serialization`, `celery.security`."""

PLAIN_ENUMS = frozenset(
    {"enum.IntEnum", "enum.StrEnum", "django.db.models.TextChoices", "django.db.models.IntegerChoices"}
)
"""Enums whose members JSON takes, and makes a plain number or text of."""
