"""The settings of Celery 5.7. Source: `celery.app.defaults.NAMESPACES`, each version's own."""

SETTINGS = (
    ("accept_content", "list", ("json",), "CELERY_ACCEPT_CONTENT"),
    ("arangodb_backend_settings", "dict", None, "CELERY_ARANGODB_BACKEND_SETTINGS"),
    ("azureblockblob_base_path", "string", "", "AZUREBLOCKBLOB_BASE_PATH"),
    ("azureblockblob_connection_timeout", "int", 20, "AZUREBLOCKBLOB_CONNECTION_TIMEOUT"),
    ("azureblockblob_container_name", "string", "celery", "AZUREBLOCKBLOB_CONTAINER_NAME"),
    ("azureblockblob_read_timeout", "int", 120, "AZUREBLOCKBLOB_READ_TIMEOUT"),
    ("azureblockblob_retry_increment_base", "int", 2, "AZUREBLOCKBLOB_RETRY_INCREMENT_BASE"),
    ("azureblockblob_retry_initial_backoff_sec", "int", 2, "AZUREBLOCKBLOB_RETRY_INITIAL_BACKOFF_SEC"),
    ("azureblockblob_retry_max_attempts", "int", 3, "AZUREBLOCKBLOB_RETRY_MAX_ATTEMPTS"),
    ("beat_cron_starting_deadline", "int", None, "CELERYBEAT_CRON_STARTING_DEADLINE"),
    ("beat_enable_remote_control", "bool", False, "CELERYBEAT_ENABLE_REMOTE_CONTROL"),
    ("beat_max_loop_interval", "float", 0, "CELERYBEAT_MAX_LOOP_INTERVAL"),
    ("beat_remote_control_max_tick_age", "float", None, "CELERYBEAT_REMOTE_CONTROL_MAX_TICK_AGE"),
    ("beat_schedule", "dict", (), "CELERYBEAT_SCHEDULE"),
    ("beat_schedule_filename", "string", "celerybeat-schedule", "CELERYBEAT_SCHEDULE_FILENAME"),
    ("beat_scheduler", "string", "celery.beat:PersistentScheduler", "CELERYBEAT_SCHEDULER"),
    ("beat_sync_every", "int", 0, "CELERYBEAT_SYNC_EVERY"),
    ("broker_channel_error_retry", "bool", False, "BROKER_CHANNEL_ERROR_RETRY"),
    ("broker_connection_max_retries", "int", 100, "BROKER_CONNECTION_MAX_RETRIES"),
    ("broker_connection_retry", "bool", True, "BROKER_CONNECTION_RETRY"),
    ("broker_connection_retry_on_startup", "bool", None, "BROKER_CONNECTION_RETRY_ON_STARTUP"),
    ("broker_connection_timeout", "float", 4, "BROKER_CONNECTION_TIMEOUT"),
    ("broker_failover_strategy", "string", None, "BROKER_FAILOVER_STRATEGY"),
    ("broker_heartbeat", "int", 120, "BROKER_HEARTBEAT"),
    ("broker_heartbeat_checkrate", "int", 3.0, "BROKER_HEARTBEAT_CHECKRATE"),
    ("broker_host", "string", None, "BROKER_HOST"),
    ("broker_login_method", "string", None, "BROKER_LOGIN_METHOD"),
    ("broker_native_delayed_delivery_queue_type", "string", "quorum", "BROKER_NATIVE_DELAYED_DELIVERY_QUEUE_TYPE"),
    ("broker_password", "string", None, "BROKER_PASSWORD"),
    ("broker_pool_acquire_timeout", "float", None, "BROKER_POOL_ACQUIRE_TIMEOUT"),
    ("broker_pool_limit", "int", 10, "BROKER_POOL_LIMIT"),
    ("broker_port", "int", None, "BROKER_PORT"),
    ("broker_read_url", "string", None, "BROKER_READ_URL"),
    ("broker_transport", "string", None, "BROKER_TRANSPORT"),
    ("broker_transport_options", "dict", (), "BROKER_TRANSPORT_OPTIONS"),
    ("broker_url", "string", None, "BROKER_URL"),
    ("broker_use_ssl", "bool", False, "BROKER_USE_SSL"),
    ("broker_user", "string", None, "BROKER_USER"),
    ("broker_vhost", "string", None, "BROKER_VHOST"),
    ("broker_write_url", "string", None, "BROKER_WRITE_URL"),
    ("cache_backend", "string", None, "CELERY_CACHE_BACKEND"),
    ("cache_backend_options", "dict", (), "CELERY_CACHE_BACKEND_OPTIONS"),
    ("cassandra_auth_kwargs", "string", None, "CASSANDRA_AUTH_KWARGS"),
    ("cassandra_auth_provider", "string", None, "CASSANDRA_AUTH_PROVIDER"),
    ("cassandra_bundle_path", "string", None, "CASSANDRA_BUNDLE_PATH"),
    ("cassandra_entry_ttl", "float", None, "CASSANDRA_ENTRY_TTL"),
    ("cassandra_keyspace", "string", None, "CASSANDRA_KEYSPACE"),
    ("cassandra_options", "dict", (), "CASSANDRA_OPTIONS"),
    ("cassandra_port", "string", None, "CASSANDRA_PORT"),
    ("cassandra_read_consistency", "string", None, "CASSANDRA_READ_CONSISTENCY"),
    ("cassandra_servers", "list", None, "CASSANDRA_SERVERS"),
    ("cassandra_table", "string", None, "CASSANDRA_TABLE"),
    ("cassandra_write_consistency", "string", None, "CASSANDRA_WRITE_CONSISTENCY"),
    ("control_exchange", "string", "celery", "CONTROL_EXCHANGE"),
    ("control_queue_durable", "bool", False, "CONTROL_QUEUE_DURABLE"),
    ("control_queue_exclusive", "bool", True, "CONTROL_QUEUE_EXCLUSIVE"),
    ("control_queue_expires", "float", 10.0, "CONTROL_QUEUE_EXPIRES"),
    ("control_queue_ttl", "float", 300.0, "CONTROL_QUEUE_TTL"),
    ("cosmosdbsql_collection_name", "string", "celerycol", "COSMOSDBSQL_COLLECTION_NAME"),
    ("cosmosdbsql_consistency_level", "string", "Session", "COSMOSDBSQL_CONSISTENCY_LEVEL"),
    ("cosmosdbsql_database_name", "string", "celerydb", "COSMOSDBSQL_DATABASE_NAME"),
    ("cosmosdbsql_max_retry_attempts", "int", 9, "COSMOSDBSQL_MAX_RETRY_ATTEMPTS"),
    ("cosmosdbsql_max_retry_wait_time", "int", 30, "COSMOSDBSQL_MAX_RETRY_WAIT_TIME"),
    ("couchbase_backend_settings", "dict", None, "CELERY_COUCHBASE_BACKEND_SETTINGS"),
    ("database_create_tables_at_setup", "bool", True, "DATABASE_CREATE_TABLES_AT_SETUP"),
    ("database_engine_callback", "any", None, "DATABASE_ENGINE_CALLBACK"),
    (
        "database_engine_options",
        "dict",
        (("pool_pre_ping", True), ("pool_recycle", 3600)),
        "CELERY_RESULT_ENGINE_OPTIONS",
    ),
    ("database_short_lived_sessions", "bool", False, "CELERY_RESULT_DB_SHORT_LIVED_SESSIONS"),
    ("database_table_names", "dict", None, "CELERY_RESULT_DB_TABLENAMES"),
    ("database_table_schemas", "dict", None, "DATABASE_TABLE_SCHEMAS"),
    ("database_url", "string", None, "CELERY_RESULT_DBURI"),
    ("elasticsearch_max_retries", "int", None, "CELERY_ELASTICSEARCH_MAX_RETRIES"),
    ("elasticsearch_retry_on_timeout", "bool", None, "CELERY_ELASTICSEARCH_RETRY_ON_TIMEOUT"),
    ("elasticsearch_save_meta_as_text", "bool", True, "CELERY_ELASTICSEARCH_SAVE_META_AS_TEXT"),
    ("elasticsearch_timeout", "float", None, "CELERY_ELASTICSEARCH_TIMEOUT"),
    ("enable_utc", "bool", True, "ENABLE_UTC"),
    ("event_exchange", "string", "celeryev", "CELERY_EVENT_EXCHANGE"),
    ("event_queue_durable", "bool", False, "CELERY_EVENT_QUEUE_DURABLE"),
    ("event_queue_exclusive", "bool", True, "CELERY_EVENT_QUEUE_EXCLUSIVE"),
    ("event_queue_expires", "float", 60.0, "CELERY_EVENT_QUEUE_EXPIRES"),
    ("event_queue_prefix", "string", "celeryev", "CELERY_EVENT_QUEUE_PREFIX"),
    ("event_queue_ttl", "float", 5.0, "CELERY_EVENT_QUEUE_TTL"),
    ("event_serializer", "string", "json", "CELERY_EVENT_SERIALIZER"),
    ("gcs_base_path", "string", "", "GCS_BASE_PATH"),
    ("gcs_bucket", "string", None, "GCS_BUCKET"),
    ("gcs_project", "string", None, "GCS_PROJECT"),
    ("gcs_ttl", "float", 0, "GCS_TTL"),
    ("imports", "tuple", (), "CELERY_IMPORTS"),
    ("include", "tuple", (), "CELERY_INCLUDE"),
    ("mongodb_backend_settings", "dict", None, "CELERY_MONGODB_BACKEND_SETTINGS"),
    ("redis_backend_use_ssl", "dict", None, "CELERY_REDIS_BACKEND_USE_SSL"),
    ("redis_db", "int", None, "CELERY_REDIS_DB"),
    ("redis_host", "string", None, "CELERY_REDIS_HOST"),
    ("redis_max_connections", "int", None, "CELERY_REDIS_MAX_CONNECTIONS"),
    ("redis_password", "string", None, "CELERY_REDIS_PASSWORD"),
    ("redis_port", "int", None, "CELERY_REDIS_PORT"),
    ("redis_retry_on_timeout", "bool", False, "CELERY_REDIS_RETRY_ON_TIMEOUT"),
    ("redis_socket_connect_timeout", "float", None, "CELERY_REDIS_SOCKET_CONNECT_TIMEOUT"),
    ("redis_socket_keepalive", "bool", False, "CELERY_REDIS_SOCKET_KEEPALIVE"),
    ("redis_socket_timeout", "float", 120.0, "CELERY_REDIS_SOCKET_TIMEOUT"),
    ("redis_username", "string", None, "CELERY_REDIS_USERNAME"),
    ("result_accept_content", "list", None, "RESULT_ACCEPT_CONTENT"),
    ("result_backend", "string", None, "CELERY_RESULT_BACKEND"),
    ("result_backend_always_retry", "bool", False, "CELERY_RESULT_BACKEND_ALWAYS_RETRY"),
    ("result_backend_base_sleep_between_retries_ms", "int", 10, "CELERY_RESULT_BACKEND_BASE_SLEEP_BETWEEN_RETRIES_MS"),
    ("result_backend_max_retries", "float", 1e999, "CELERY_RESULT_BACKEND_MAX_RETRIES"),
    ("result_backend_max_sleep_between_retries_ms", "int", 10000, "CELERY_RESULT_BACKEND_MAX_SLEEP_BETWEEN_RETRIES_MS"),
    ("result_backend_transport_options", "dict", (), "CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS"),
    ("result_cache_max", "int", -1, "CELERY_MAX_CACHED_RESULTS"),
    ("result_chord_expires", "float", None, "CELERY_RESULT_CHORD_EXPIRES"),
    ("result_chord_join_timeout", "float", 3.0, "CELERY_RESULT_CHORD_JOIN_TIMEOUT"),
    ("result_chord_retry_interval", "float", 1.0, "CELERY_RESULT_CHORD_RETRY_INTERVAL"),
    ("result_compression", "str", None, "CELERY_RESULT_COMPRESSION"),
    ("result_exchange", "string", "celeryresults", "CELERY_RESULT_EXCHANGE"),
    ("result_exchange_type", "string", "direct", "CELERY_RESULT_EXCHANGE_TYPE"),
    ("result_expires", "float", 86400, "CELERY_TASK_RESULT_EXPIRES"),
    ("result_extended", "bool", False, "CELERY_RESULT_EXTENDED"),
    ("result_failure_expires", "float", None, "CELERY_RESULT_FAILURE_EXPIRES"),
    ("result_persistent", "bool", None, "CELERY_RESULT_PERSISTENT"),
    ("result_serializer", "string", "json", "CELERY_RESULT_SERIALIZER"),
    ("s3_access_key_id", "string", None, "S3_ACCESS_KEY_ID"),
    ("s3_base_path", "string", None, "S3_BASE_PATH"),
    ("s3_bucket", "string", None, "S3_BUCKET"),
    ("s3_endpoint_url", "string", None, "S3_ENDPOINT_URL"),
    ("s3_region", "string", None, "S3_REGION"),
    ("s3_secret_access_key", "string", None, "S3_SECRET_ACCESS_KEY"),
    ("security_cert_store", "string", None, "CELERY_SECURITY_CERT_STORE"),
    ("security_certificate", "string", None, "CELERY_SECURITY_CERTIFICATE"),
    ("security_digest", "string", "sha256", "CELERY_SECURITY_DIGEST"),
    ("security_key", "string", None, "CELERY_SECURITY_KEY"),
    ("security_key_password", "bytes", None, "CELERY_SECURITY_KEY_PASSWORD"),
    ("task_acks_late", "bool", False, "CELERY_ACKS_LATE"),
    ("task_acks_on_failure", "bool", None, "CELERY_ACKS_ON_FAILURE"),
    ("task_acks_on_failure_or_timeout", "bool", True, "CELERY_ACKS_ON_FAILURE_OR_TIMEOUT"),
    ("task_acks_on_timeout", "bool", None, "CELERY_ACKS_ON_TIMEOUT"),
    ("task_allow_error_cb_on_chord_header", "bool", False, "CELERY_ALLOW_ERROR_CB_ON_CHORD_HEADER"),
    ("task_always_eager", "bool", False, "CELERY_ALWAYS_EAGER"),
    ("task_annotations", "any", None, "CELERY_ANNOTATIONS"),
    ("task_compression", "string", None, "CELERY_MESSAGE_COMPRESSION"),
    ("task_create_missing_queue_exchange_type", "string", None, "CELERY_CREATE_MISSING_QUEUE_EXCHANGE_TYPE"),
    ("task_create_missing_queue_type", "string", "classic", "CELERY_CREATE_MISSING_QUEUE_TYPE"),
    ("task_create_missing_queues", "bool", True, "CELERY_CREATE_MISSING_QUEUES"),
    ("task_default_delivery_mode", "string", 2, "CELERY_DEFAULT_DELIVERY_MODE"),
    ("task_default_exchange", "string", None, "CELERY_DEFAULT_EXCHANGE"),
    ("task_default_exchange_type", "string", "direct", "CELERY_DEFAULT_EXCHANGE_TYPE"),
    ("task_default_priority", "string", None, "CELERY_DEFAULT_PRIORITY"),
    ("task_default_queue", "string", "celery", "CELERY_DEFAULT_QUEUE"),
    ("task_default_queue_type", "string", "classic", "CELERY_DEFAULT_QUEUE_TYPE"),
    ("task_default_rate_limit", "string", None, "CELERY_DEFAULT_RATE_LIMIT"),
    ("task_default_routing_key", "string", None, "CELERY_DEFAULT_ROUTING_KEY"),
    ("task_eager_propagates", "bool", False, "CELERY_EAGER_PROPAGATES_EXCEPTIONS"),
    ("task_ignore_result", "bool", False, "CELERY_IGNORE_RESULT"),
    ("task_inherit_parent_priority", "bool", False, "CELERY_INHERIT_PARENT_PRIORITY"),
    ("task_protocol", "int", 2, "CELERY_TASK_PROTOCOL"),
    ("task_publish_retry", "bool", True, "CELERY_TASK_PUBLISH_RETRY"),
    (
        "task_publish_retry_policy",
        "dict",
        (("max_retries", 3), ("interval_start", 0), ("interval_max", 1), ("interval_step", 0.2)),
        "CELERY_TASK_PUBLISH_RETRY_POLICY",
    ),
    ("task_queue_max_priority", "int", None, "CELERY_QUEUE_MAX_PRIORITY"),
    ("task_queues", "dict", None, "CELERY_QUEUES"),
    ("task_reject_on_worker_lost", "bool", None, "CELERY_REJECT_ON_WORKER_LOST"),
    ("task_remote_tracebacks", "bool", False, "CELERY_REMOTE_TRACEBACKS"),
    ("task_repr_maxlevels", "int", 3, "CELERY_REPR_MAXLEVELS"),
    ("task_retry_on_worker_lost", "bool", False, "CELERY_RETRY_ON_WORKER_LOST"),
    ("task_routes", "any", None, "CELERY_ROUTES"),
    ("task_send_sent_event", "bool", False, "CELERY_SEND_TASK_SENT_EVENT"),
    ("task_serializer", "string", "json", "CELERY_TASK_SERIALIZER"),
    ("task_soft_time_limit", "float", None, "CELERYD_TASK_SOFT_TIME_LIMIT"),
    ("task_store_eager_result", "bool", False, "CELERY_STORE_EAGER_RESULT"),
    ("task_store_errors_even_if_ignored", "bool", False, "CELERY_STORE_ERRORS_EVEN_IF_IGNORED"),
    ("task_time_limit", "float", None, "CELERYD_TASK_TIME_LIMIT"),
    ("task_track_started", "bool", False, "CELERY_TRACK_STARTED"),
    ("timezone", "string", None, "CELERY_TIMEZONE"),
    ("worker_agent", "string", None, "CELERYD_AGENT"),
    ("worker_autoscaler", "string", "celery.worker.autoscale:Autoscaler", "CELERYD_AUTOSCALER"),
    (
        "worker_cancel_long_running_tasks_on_connection_loss",
        "bool",
        False,
        "CELERYD_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS",
    ),
    ("worker_concurrency", "any", None, "CELERYD_CONCURRENCY"),
    ("worker_consumer", "string", "celery.worker.consumer:Consumer", "CELERYD_CONSUMER"),
    ("worker_deduplicate_successful_tasks", "bool", False, "CELERYD_DEDUPLICATE_SUCCESSFUL_TASKS"),
    ("worker_detect_quorum_queues", "bool", True, "CELERYD_DETECT_QUORUM_QUEUES"),
    ("worker_direct", "bool", False, "CELERY_WORKER_DIRECT"),
    ("worker_disable_prefetch", "bool", False, "CELERYD_DISABLE_PREFETCH"),
    ("worker_disable_rate_limits", "bool", False, "CELERY_DISABLE_RATE_LIMITS"),
    ("worker_enable_prefetch_count_reduction", "bool", True, "CELERYD_ENABLE_PREFETCH_COUNT_REDUCTION"),
    ("worker_enable_remote_control", "bool", True, "CELERY_ENABLE_REMOTE_CONTROL"),
    ("worker_enable_soft_shutdown_on_idle", "bool", False, "CELERYD_ENABLE_SOFT_SHUTDOWN_ON_IDLE"),
    ("worker_eta_task_limit", "int", None, "CELERYD_ETA_TASK_LIMIT"),
    ("worker_hijack_root_logger", "bool", True, "CELERYD_HIJACK_ROOT_LOGGER"),
    ("worker_log_color", "bool", None, "CELERYD_LOG_COLOR"),
    ("worker_log_datefmt", "string", None, "CELERYD_LOG_DATEFMT"),
    ("worker_log_format", "string", "[%(asctime)s: %(levelname)s/%(processName)s] %(message)s", "CELERYD_LOG_FORMAT"),
    ("worker_lost_wait", "float", 10.0, "CELERYD_WORKER_LOST_WAIT"),
    ("worker_max_memory_per_child", "int", None, "CELERYD_MAX_MEMORY_PER_CHILD"),
    ("worker_max_tasks_per_child", "int", None, "CELERYD_MAX_TASKS_PER_CHILD"),
    ("worker_pool", "string", "prefork", "CELERYD_POOL"),
    ("worker_pool_putlocks", "bool", True, "CELERYD_POOL_PUTLOCKS"),
    ("worker_pool_restarts", "bool", False, "CELERYD_POOL_RESTARTS"),
    ("worker_pool_start_method", "string", "fork", "CELERYD_POOL_START_METHOD"),
    ("worker_prefetch_multiplier", "int", 4, "CELERYD_PREFETCH_MULTIPLIER"),
    ("worker_proc_alive_timeout", "float", 4.0, "CELERYD_PROC_ALIVE_TIMEOUT"),
    ("worker_redirect_stdouts", "bool", True, "CELERY_REDIRECT_STDOUTS"),
    ("worker_redirect_stdouts_level", "string", "WARNING", "CELERY_REDIRECT_STDOUTS_LEVEL"),
    ("worker_send_task_events", "bool", False, "CELERY_SEND_EVENTS"),
    ("worker_soft_shutdown_timeout", "float", 0.0, "CELERYD_SOFT_SHUTDOWN_TIMEOUT"),
    ("worker_state_db", "string", None, "CELERYD_STATE_DB"),
    ("worker_task_log_datefmt", "string", None, "CELERYD_TASK_LOG_DATEFMT"),
    (
        "worker_task_log_format",
        "string",
        "[%(asctime)s: %(levelname)s/%(processName)s] %(task_name)s[%(task_id)s]: %(message)s",
        "CELERYD_TASK_LOG_FORMAT",
    ),
    ("worker_timer", "string", None, "CELERYD_TIMER"),
    ("worker_timer_precision", "float", 1.0, "CELERYD_TIMER_PRECISION"),
)
"""Name, type, default and Celery 3's name of each setting.

A default that is a dict is written as its items, one that is a timedelta as its seconds."""

SETTINGS_SINCE = {
    "beat_cron_starting_deadline": (5, 3),
    "broker_channel_error_retry": (5, 3),
    "broker_connection_retry_on_startup": (5, 3),
    "cassandra_bundle_path": (5, 3),
    "security_key_password": (5, 3),
    "task_allow_error_cb_on_chord_header": (5, 3),
    "gcs_base_path": (5, 4),
    "gcs_bucket": (5, 4),
    "gcs_project": (5, 4),
    "gcs_ttl": (5, 4),
    "worker_enable_prefetch_count_reduction": (5, 4),
    "broker_native_delayed_delivery_queue_type": (5, 5),
    "database_create_tables_at_setup": (5, 5),
    "task_default_queue_type": (5, 5),
    "worker_detect_quorum_queues": (5, 5),
    "worker_enable_soft_shutdown_on_idle": (5, 5),
    "worker_soft_shutdown_timeout": (5, 5),
    "control_queue_durable": (5, 6),
    "control_queue_exclusive": (5, 6),
    "event_queue_durable": (5, 6),
    "event_queue_exclusive": (5, 6),
    "task_create_missing_queue_exchange_type": (5, 6),
    "task_create_missing_queue_type": (5, 6),
    "worker_disable_prefetch": (5, 6),
    "worker_eta_task_limit": (5, 6),
    "beat_enable_remote_control": (5, 7),
    "beat_remote_control_max_tick_age": (5, 7),
    "broker_pool_acquire_timeout": (5, 7),
    "database_engine_callback": (5, 7),
    "result_chord_expires": (5, 7),
    "result_failure_expires": (5, 7),
    "task_acks_on_failure": (5, 7),
    "task_acks_on_timeout": (5, 7),
    "task_repr_maxlevels": (5, 7),
    "task_retry_on_worker_lost": (5, 7),
    "worker_log_datefmt": (5, 7),
    "worker_pool_start_method": (5, 7),
    "worker_task_log_datefmt": (5, 7),
}
"""The first Celery that reads a setting, for those newer than 5.2."""

ONLY_WARNED_OF = frozenset({"broker_connection_retry_on_startup"})
"""Settings that are there to be set against a warning: an older Celery, which does not read them, does not warn."""

APP_KEYWORDS = {"broker": "broker_url", "backend": "result_backend", "include": "include"}
"""Parameters of `Celery` that set a setting; any keyword that is no parameter sets the one of its own name."""

APP_PARAMETERS = frozenset(
    "main loader amqp events log control set_as_current tasks changes config_source fixups task_cls autofinalize "
    "namespace strict_typing config_source_silent".split()
)
"""The other parameters of `Celery`."""

CONFIG_MODULES = frozenset({"celeryconfig", "celery_config"})
"""Names of modules that are loaded as settings: Celery's default, and the usual other spelling."""

BOOLEAN_EXCEPTIONS = frozenset({"broker_use_ssl", "redis_backend_use_ssl"})
"""Settings of the type bool that may hold something else as well."""

NO_SETTINGS = {
    "task_max_retries": "it is an option of each task, `max_retries`",
    "task_default_retry_delay": "it is an option of each task, `default_retry_delay`",
    "task_autoretry_for": "it is an option of each task, `autoretry_for`",
    "task_retry_backoff": "it is an option of each task, `retry_backoff`",
    "task_send_error_emails": "Celery has sent no mails since 4.0",
    "worker_log_level": "the level is an argument of the worker, `--loglevel`",
    "worker_loglevel": "the level is an argument of the worker, `--loglevel`",
}
"""What people write for a setting though there is none, and what there is."""

UNDECLARED = frozenset(
    "celery_db_reuse_max cassandra_secure_bundle_path dynamodb_endpoint_url firestore_project gcs_threadpool_maxsize "
    "override_backends redis_backend_credential_provider redis_backend_health_check_interval redis_client_name "
    "result_backend_thread_safe".split()
)
UNDECLARED_PREFIXES = ("dynamodb_", "cosmosdbsql_", "redbeat_", "flower_", "django_celery_", "beat_dburi")
"""Settings that Celery's own code, or an extension, reads though `celery.app.defaults` does not declare them."""

TRANSPORT_OPTIONS = frozenset(
    "ack_emulation ack_modify_batch_size body_encoding broadcast_collection calc_queue_size callback "
    "capped_queue_size channel_max client_name client_properties confirm_publish conn_string connect_timeout "
    "control_folder data_folder_in data_folder_out deadletter_queue default_database default_hostname default_port "
    "errback fanout_patterns fanout_prefix fetch_message_attributes fifo_mode frame_max global_keyprefix "
    "health_check_interval heartbeat interval_max interval_start interval_step is_secure kafka_admin_config "
    "kafka_common_config kafka_consumer_config kafka_producer_config master_name max_connections max_poll_seconds "
    "max_retries message_tablename messages_collection min_other_sentinels num_partitions polling_interval "
    "pool_timeout port predefined_exchanges predefined_queues priority_steps processed_folder queue_name_prefix "
    "queue_order_strategy queue_tablename queue_tags queues_collection read_timeout readpreference region regioninfo "
    "replication_factor result_chord_ordered retry_errors retry_on_timeout retry_policy retry_total "
    "routing_collection sasl_mechanism secure security_protocol sentinel_kwargs sep socket_connect_timeout "
    "socket_keepalive socket_keepalive_options socket_timeout sqs_base64_encoding ssl ssl_certfile ssl_keyfile "
    "ssl_skip_hostname_check ssl_trustfile store_processed sts_role_arn sts_token_buffer_time sts_token_timeout "
    "supports_fanout topic_config ttl unacked_index_key unacked_key unacked_mutex_expire unacked_mutex_key "
    "unacked_restore_interval unacked_restore_limit unacked_restore_throttle use_notify visibility_timeout "
    "wait_time_seconds write_timeout".split()
)
"""Keys of `broker_transport_options` and `result_backend_transport_options` that some transport of kombu, or a result
backend of Celery, reads."""

DEFAULT_QUEUE = "celery"
"""The queue of tasks that nothing routes, unless `task_default_queue` says another."""

ROUTE_KEYS = frozenset({"queue", "routing_key", "exchange", "exchange_type", "priority", "delivery_mode"})
"""What a route of `task_routes` says of where a message goes; any execution option may stand beside it."""

ROUTE_ALIASES = {
    "que": "queue",
    "queues": "queue",
    "queue_name": "queue",
    "task_queue": "queue",
    "default_queue": "queue",
    "routing": "routing_key",
    "route_key": "routing_key",
    "routingkey": "routing_key",
    "routing_keys": "routing_key",
}
"""What people write for one."""
