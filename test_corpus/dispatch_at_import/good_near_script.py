"""A script with an argument; nobody imports it."""

import sys

from shop.tasks import rebuild_index


def size_of(result):
    return len(result.get(timeout=60))


result = rebuild_index.delay(sys.argv[1])
print(size_of(result))
