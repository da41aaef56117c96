"""HTTP libraries as data: what opens a session, and what waits for ever. Sources: requests 2.34, urllib3 2, httpx 0.28,
aiohttp 3.14, and urllib.request."""

_METHODS = ("get", "options", "head", "post", "put", "patch", "delete", "request")

REQUESTS_FUNCTIONS = frozenset(f"{module}.{name}" for module in ("requests", "requests.api") for name in _METHODS)
REQUESTS_SESSIONS = frozenset(
    f"{module}.{name}" for module in ("requests", "requests.sessions") for name in ("Session", "session")
)
REQUESTS_SESSION_METHODS = frozenset({*_METHODS, "send"})
REQUESTS_ADAPTERS = frozenset({"requests.adapters.HTTPAdapter", "requests.sessions.HTTPAdapter"})
"""Adapters that set no timeout of their own."""

URLOPEN = frozenset({"urllib.request.urlopen"})
URLOPEN_TIMEOUT = 2
"""The position of its parameter `timeout`."""

URLLIB3_FUNCTIONS = frozenset({"urllib3.request"})
URLLIB3_POOLS = frozenset(
    {
        "urllib3.PoolManager",
        "urllib3.ProxyManager",
        "urllib3.HTTPConnectionPool",
        "urllib3.HTTPSConnectionPool",
        "urllib3.poolmanager.PoolManager",
        "urllib3.poolmanager.ProxyManager",
        "urllib3.connectionpool.HTTPConnectionPool",
        "urllib3.connectionpool.HTTPSConnectionPool",
    }
)
URLLIB3_POOL_METHODS = frozenset({"request", "urlopen", "request_encode_url", "request_encode_body"})

HTTPX_CLIENTS = frozenset({"httpx.Client", "httpx.AsyncClient"})
HTTPX_FUNCTIONS = frozenset(f"httpx.{name}" for name in (*_METHODS, "stream"))
HTTPX_METHODS = frozenset({*_METHODS, "stream"})
"""Methods of a client that take a timeout."""

AIOHTTP_SESSIONS = frozenset({"aiohttp.ClientSession", "aiohttp.client.ClientSession"})
ASYNC_SESSIONS = AIOHTTP_SESSIONS | {"httpx.AsyncClient"}
POOLED_CLIENTS = REQUESTS_SESSIONS | HTTPX_CLIENTS | AIOHTTP_SESSIONS | URLLIB3_POOLS
"""What keeps connections open for the requests that follow."""

SHARED_PARTS = frozenset({"connector", "transport", "connection_pool"})
"""Keywords by which a client is given connections that it does not own, those of a redis client included."""

CIRCUIT_BREAKERS = frozenset(
    {
        "pybreaker.CircuitBreaker",
        "aiobreaker.CircuitBreaker",
        "aiobreaker.circuitbreaker.CircuitBreaker",
        "circuitbreaker.CircuitBreaker",
        "circuitbreaker.circuit",
    }
)
"""What makes a circuit breaker, which counts failures in itself (pybreaker 1.4, aiobreaker 1.2, circuitbreaker 2.1)."""

SHARED_STATE = "state_storage"
"""The argument for a storage of the counts that all breakers of a name share."""

SETUP_ATTRIBUTES = frozenset("auth base_url cookie_jar cookies event_hooks headers params timeout trust_env".split())
"""Attributes of a session that set it up, and send nothing."""
