"""A file that defines nothing is run, not imported."""

from shop.tasks import rebuild_index

result = rebuild_index.delay("orders")
print(result.id)
