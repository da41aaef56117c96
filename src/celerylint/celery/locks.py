"""Redis and its locks as data: qualified names, and which argument of a call makes a lock expire.

Sources: redis-py 5 to 8 (`Redis.lock`, `redis.lock.Lock`, `Redis.set`), django-redis 6 (`RedisCache.lock`),
python-redis-lock 4 (`redis_lock.Lock`).
"""

_PACKAGES = ("redis", "redis.client", "redis.asyncio", "redis.asyncio.client", "redis.cluster", "redis.asyncio.cluster")
_CLASSES = ("Redis", "StrictRedis", "RedisCluster")

REDIS_CLIENTS = (
    frozenset(f"{package}.{name}" for package in _PACKAGES for name in _CLASSES)
    | frozenset(f"{package}.{name}.from_url" for package in _PACKAGES for name in _CLASSES)
    | frozenset(f"valkey.{name}" for name in ("Valkey", "StrictValkey", "Valkey.from_url", "from_url"))
    | frozenset({"redis.from_url", "redis.utils.from_url", "redis.asyncio.from_url", "redis.asyncio.utils.from_url"})
    | frozenset({"django_redis.get_redis_connection", "flask_redis.FlaskRedis"})
)
"""Calling one gives a client."""

LOCK_CLASSES = {
    "redis.lock.Lock": "timeout",
    "redis.asyncio.lock.Lock": "timeout",
    "valkey.lock.Lock": "timeout",
    "redis_lock.Lock": "expire",
}
"""Classes of locks, and their third argument, after how many seconds a lock expires."""

CACHES = frozenset({"django.core.cache.cache"})
"""Objects whose `lock` is that of django-redis; Django's own caches have none."""

LOCK_EXPIRY = {"client": 1, "class": 2, "cache": 2}
"""The place of that argument in those of `client.lock`, of the classes, and of `cache.lock`; None means never."""

SET_EXPIRY = ("ex", "px", "exat", "pxat", "keepttl")
"""The arguments of `client.set`, from the third on, that make a key expire."""

RENEWALS = frozenset({"extend", "reacquire", "expire", "pexpire", "expireat", "pexpireat"})
"""Methods of a lock or client that put off the end of a key, or set one."""

EXPIRY_WORDS = frozenset(
    "timeout ttl expire expires expiry expiration lock_timeout lock_ttl lock_expire lock_expires ex".split()
)
"""How decorators call the argument, in seconds, after which their lock expires."""

KEY_WORDS = frozenset("key name lock_key lock_name lock_id lock cache_key".split())
"""What a parameter of a lock decorator is called that says which lock it is."""
