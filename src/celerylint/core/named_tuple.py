"""Named tuples that cost little to define.

For each class `typing.NamedTuple` compiles a constructor, and every annotation that is a text: 60 to 100 µs. A run
imports up to a hundred such classes and makes values of few; here the constructor is made with the first value. It
saves a tenth of a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter, namedtuple

    class _Value(tuple):
        __slots__ = ()

        def __new__(cls, /, *values, **named):
            """The first value of a class, which from now on makes its values by itself."""
            made = namedtuple(cls.__name__, cls._fields, defaults=cls._field_defaults.values())
            for name in ("__new__", "_make", "_replace", "_asdict", "__repr__"):
                setattr(cls, name, vars(made)[name])
            return cls(*values, **named)

        def __getnewargs__(self):
            return tuple(self)

    class _Definition(type):
        def __new__(cls, name, bases, space):
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space[field] for field in fields if field in space}
            getters = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            named = {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults, "__slots__": ()}
            return type(name, (_Value,), {**space, **named, **getters})

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})
