/* Calls or names every function of rules/models/event.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: libevent libevent_openssl libevent_pthreads */
#include <event2/buffer.h>
#include <event2/buffer_compat.h>
#include <event2/bufferevent.h>
#include <event2/bufferevent_compat.h>
#include <event2/bufferevent_ssl.h>
#include <event2/dns.h>
#include <event2/event.h>
#include <event2/event_compat.h>
#include <event2/http.h>
#include <event2/http_compat.h>
#include <event2/listener.h>
#include <event2/tag.h>
#include <event2/thread.h>
#include <sys/time.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

void use_event_new(struct event_base *base, int fd, short events, event_callback_fn callback,
                   void *argument) {
	(void)event_new(base, fd, events, callback, argument);
}
void use_event_assign(struct event *event, struct event_base *base, int fd, short events,
                      event_callback_fn callback, void *argument) {
	(void)event_assign(event, base, fd, events, callback, argument);
}
void use_event_set(struct event *event, int fd, short events, void (*callback)(int, short, void *),
                   void *argument) {
	event_set(event, fd, events, callback, argument);
}
void use_event_once(int fd, short events, void (*callback)(int, short, void *), void *argument,
                    const struct timeval *timeout) {
	(void)event_once(fd, events, callback, argument, timeout);
}
void use_event_base_once(struct event_base *base, int fd, short events, event_callback_fn callback,
                         void *argument, const struct timeval *timeout) {
	(void)event_base_once(base, fd, events, callback, argument, timeout);
}
void use_event_base_dispatch(struct event_base *base) {
	(void)event_base_dispatch(base);
}
void use_event_dispatch(void) {
	(void)event_dispatch();
}
void use_event_base_loop(struct event_base *base, int flags) {
	(void)event_base_loop(base, flags);
}
void use_event_loop(int flags) {
	(void)event_loop(flags);
}
void use_bufferevent_socket_new(struct event_base *base, int fd, int options) {
	(void)bufferevent_socket_new(base, fd, options);
}
void use_bufferevent_openssl_socket_new(struct event_base *base, int fd, struct ssl_st *ssl,
                                        enum bufferevent_ssl_state state, int options) {
	(void)bufferevent_openssl_socket_new(base, fd, ssl, state, options);
}
void use_bufferevent_new(int fd, bufferevent_data_cb read_callback,
                         bufferevent_data_cb write_callback, bufferevent_event_cb error_callback,
                         void *argument) {
	(void)bufferevent_new(fd, read_callback, write_callback, error_callback, argument);
}
void use_bufferevent_filter_new(struct bufferevent *below, bufferevent_filter_cb input,
                                bufferevent_filter_cb output, int options,
                                void (*free_context)(void *), void *context) {
	(void)bufferevent_filter_new(below, input, output, options, free_context, context);
}
void use_bufferevent_openssl_filter_new(struct event_base *base, struct bufferevent *below,
                                        struct ssl_st *ssl, enum bufferevent_ssl_state state,
                                        int options) {
	(void)bufferevent_openssl_filter_new(base, below, ssl, state, options);
}
void use_bufferevent_pair_new(struct event_base *base, int options, struct bufferevent **pair) {
	(void)bufferevent_pair_new(base, options, pair);
}
void use_bufferevent_free(struct bufferevent *b) {
	bufferevent_free(b);
}
void use_bufferevent_incref(struct bufferevent *b) {
	bufferevent_incref(b);
}
void use_bufferevent_decref(struct bufferevent *b) {
	(void)bufferevent_decref(b);
}
void use_bufferevent_setcb(struct bufferevent *b, bufferevent_data_cb read_callback,
                           bufferevent_data_cb write_callback, bufferevent_event_cb event_callback,
                           void *argument) {
	bufferevent_setcb(b, read_callback, write_callback, event_callback, argument);
}
void use_bufferevent_getfd(struct bufferevent *b) {
	(void)bufferevent_getfd(b);
}
void use_bufferevent_setfd(struct bufferevent *b, int fd) {
	(void)bufferevent_setfd(b, fd);
}
void use_bufferevent_socket_connect(struct bufferevent *b, const struct sockaddr *address,
                                    int length) {
	(void)bufferevent_socket_connect(b, address, length);
}
void use_bufferevent_socket_connect_hostname(struct bufferevent *b, struct evdns_base *dns,
                                             int family, const char *host, int port) {
	(void)bufferevent_socket_connect_hostname(b, dns, family, host, port);
}
void use_evconnlistener_new(struct event_base *base, evconnlistener_cb callback, void *argument,
                            unsigned int flags, int backlog, int fd) {
	(void)evconnlistener_new(base, callback, argument, flags, backlog, fd);
}
void use_evconnlistener_new_bind(struct event_base *base, evconnlistener_cb callback,
                                 void *argument, unsigned int flags, int backlog,
                                 const struct sockaddr *address, int length) {
	(void)evconnlistener_new_bind(base, callback, argument, flags, backlog, address, length);
}
void use_evconnlistener_free(struct evconnlistener *listener) {
	evconnlistener_free(listener);
}
void use_evconnlistener_get_fd(struct evconnlistener *listener) {
	(void)evconnlistener_get_fd(listener);
}
void use_evconnlistener_set_cb(struct evconnlistener *listener, evconnlistener_cb callback,
                               void *argument) {
	evconnlistener_set_cb(listener, callback, argument);
}
void use_evutil_closesocket(int fd) {
	(void)evutil_closesocket(fd);
}
void use_evutil_socketpair(int domain, int type, int protocol, int *sv) {
	(void)evutil_socketpair(domain, type, protocol, sv);
}
void use_evutil_make_socket_nonblocking(int fd) {
	(void)evutil_make_socket_nonblocking(fd);
}
void use_evbuffer_read(struct evbuffer *buffer, int fd, int size) {
	(void)evbuffer_read(buffer, fd, size);
}
void use_evbuffer_write(struct evbuffer *buffer, int fd) {
	(void)evbuffer_write(buffer, fd);
}
void use_evbuffer_write_atmost(struct evbuffer *buffer, int fd, ssize_t size) {
	(void)evbuffer_write_atmost(buffer, fd, size);
}
void use_evbuffer_add_file(struct evbuffer *buffer, int fd, int64_t offset, int64_t size) {
	(void)evbuffer_add_file(buffer, fd, offset, size);
}
void use_evbuffer_file_segment_new(int fd, int64_t offset, int64_t size, unsigned int flags) {
	(void)evbuffer_file_segment_new(fd, offset, size, flags);
}
void use_evbuffer_file_segment_free(struct evbuffer_file_segment *segment) {
	evbuffer_file_segment_free(segment);
}
void use_evbuffer_add_file_segment(struct evbuffer *buffer, struct evbuffer_file_segment *segment,
                                   int64_t offset, int64_t size) {
	(void)evbuffer_add_file_segment(buffer, segment, offset, size);
}
void use_evbuffer_add_reference(struct evbuffer *buffer, const void *data, size_t size,
                                evbuffer_ref_cleanup_cb cleanup, void *argument) {
	(void)evbuffer_add_reference(buffer, data, size, cleanup, argument);
}
void use_evbuffer_add_cb(struct evbuffer *buffer, evbuffer_cb_func callback, void *argument) {
	(void)evbuffer_add_cb(buffer, callback, argument);
}
void use_evbuffer_setcb(struct evbuffer *buffer, evbuffer_cb callback, void *argument) {
	(void)evbuffer_setcb(buffer, callback, argument);
}
void use_evhttp_accept_socket(struct evhttp *http, int fd) {
	(void)evhttp_accept_socket(http, fd);
}
void use_evhttp_accept_socket_with_handle(struct evhttp *http, int fd) {
	(void)evhttp_accept_socket_with_handle(http, fd);
}
void use_evhttp_bind_listener(struct evhttp *http, struct evconnlistener *listener) {
	(void)evhttp_bind_listener(http, listener);
}
void use_evhttp_connection_base_bufferevent_new(struct event_base *base, struct evdns_base *dns,
                                                struct bufferevent *b, const char *address,
                                                uint16_t port) {
	(void)evhttp_connection_base_bufferevent_new(base, dns, b, address, port);
}
void use_evhttp_set_cb(struct evhttp *http, const char *path,
                       void (*callback)(struct evhttp_request *, void *), void *argument) {
	(void)evhttp_set_cb(http, path, callback, argument);
}
void use_evhttp_set_gencb(struct evhttp *http, void (*callback)(struct evhttp_request *, void *),
                          void *argument) {
	evhttp_set_gencb(http, callback, argument);
}
void use_evhttp_set_bevcb(struct evhttp *http,
                          struct bufferevent *(*callback)(struct event_base *, void *),
                          void *argument) {
	evhttp_set_bevcb(http, callback, argument);
}
void use_evhttp_connection_set_closecb(struct evhttp_connection *connection,
                                       void (*callback)(struct evhttp_connection *, void *),
                                       void *argument) {
	evhttp_connection_set_closecb(connection, callback, argument);
}
void use_evhttp_request_new(void (*callback)(struct evhttp_request *, void *), void *argument) {
	(void)evhttp_request_new(callback, argument);
}
void use_evhttp_request_set_on_complete_cb(struct evhttp_request *request,
                                           void (*callback)(struct evhttp_request *, void *),
                                           void *argument) {
	evhttp_request_set_on_complete_cb(request, callback, argument);
}
void use_evhttp_send_reply_chunk_with_cb(struct evhttp_request *request, struct evbuffer *data,
                                         void (*callback)(struct evhttp_connection *, void *),
                                         void *argument) {
	evhttp_send_reply_chunk_with_cb(request, data, callback, argument);
}
void use_evdns_getaddrinfo(struct evdns_base *base, const char *host, const char *service,
                           const struct addrinfo *hints, evdns_getaddrinfo_cb callback,
                           void *argument) {
	(void)evdns_getaddrinfo(base, host, service, hints, callback, argument);
}
void use_evdns_base_resolve_ipv4(struct evdns_base *base, const char *name, int flags,
                                 evdns_callback_type callback, void *argument) {
	(void)evdns_base_resolve_ipv4(base, name, flags, callback, argument);
}
void use_evdns_base_resolve_ipv6(struct evdns_base *base, const char *name, int flags,
                                 evdns_callback_type callback, void *argument) {
	(void)evdns_base_resolve_ipv6(base, name, flags, callback, argument);
}
void use_evdns_base_resolve_reverse(struct evdns_base *base, const struct in_addr *address,
                                    int flags, evdns_callback_type callback, void *argument) {
	(void)evdns_base_resolve_reverse(base, address, flags, callback, argument);
}
void use_evdns_base_resolve_reverse_ipv6(struct evdns_base *base, const struct in6_addr *address,
                                         int flags, evdns_callback_type callback, void *argument) {
	(void)evdns_base_resolve_reverse_ipv6(base, address, flags, callback, argument);
}
void use_evdns_add_server_port_with_base(struct event_base *base, int fd, int flags,
                                         evdns_request_callback_fn_type callback, void *argument) {
	(void)evdns_add_server_port_with_base(base, fd, flags, callback, argument);
}

/* clang-format off */
const void *const event_nothing[] = {
	bufferevent_add_to_rate_limit_group, bufferevent_base_set, bufferevent_decrement_read_limit,
	bufferevent_decrement_write_limit, bufferevent_disable, bufferevent_enable, bufferevent_flush,
	bufferevent_get_base, bufferevent_get_enabled, bufferevent_get_input,
	bufferevent_get_max_single_read, bufferevent_get_max_single_write, bufferevent_get_max_to_read,
	bufferevent_get_max_to_write, bufferevent_get_openssl_error, bufferevent_get_output,
	bufferevent_get_priority, bufferevent_get_read_limit, bufferevent_get_token_bucket_cfg,
	bufferevent_get_underlying, bufferevent_get_write_limit, bufferevent_getcb,
	bufferevent_getwatermark, bufferevent_lock, bufferevent_openssl_get_allow_dirty_shutdown,
	bufferevent_openssl_get_ssl, bufferevent_openssl_set_allow_dirty_shutdown,
	bufferevent_pair_get_partner, bufferevent_priority_set,
	bufferevent_rate_limit_group_decrement_read, bufferevent_rate_limit_group_decrement_write,
	bufferevent_rate_limit_group_free, bufferevent_rate_limit_group_get_read_limit,
	bufferevent_rate_limit_group_get_totals, bufferevent_rate_limit_group_get_write_limit,
	bufferevent_rate_limit_group_new, bufferevent_rate_limit_group_reset_totals,
	bufferevent_rate_limit_group_set_cfg, bufferevent_rate_limit_group_set_min_share,
	bufferevent_read, bufferevent_read_buffer, bufferevent_remove_from_rate_limit_group,
	bufferevent_set_max_single_read, bufferevent_set_max_single_write, bufferevent_set_rate_limit,
	bufferevent_set_timeouts, bufferevent_settimeout, bufferevent_setwatermark,
	bufferevent_socket_get_dns_error, bufferevent_ssl_renegotiate, bufferevent_trigger,
	bufferevent_trigger_event, bufferevent_unlock, bufferevent_write, bufferevent_write_buffer,
	ev_token_bucket_cfg_free, ev_token_bucket_cfg_new, evbuffer_add, evbuffer_add_buffer,
	evbuffer_add_buffer_reference, evbuffer_add_iovec, evbuffer_add_printf, evbuffer_add_vprintf,
	evbuffer_cb_clear_flags, evbuffer_cb_set_flags, evbuffer_clear_flags, evbuffer_commit_space,
	evbuffer_copyout, evbuffer_copyout_from, evbuffer_defer_callbacks, evbuffer_drain,
	evbuffer_enable_locking, evbuffer_expand, evbuffer_file_segment_add_cleanup_cb, evbuffer_find,
	evbuffer_free, evbuffer_freeze, evbuffer_get_contiguous_space, evbuffer_get_length,
	evbuffer_lock, evbuffer_new, evbuffer_peek, evbuffer_prepend, evbuffer_prepend_buffer,
	evbuffer_ptr_set, evbuffer_pullup, evbuffer_readline, evbuffer_readln, evbuffer_remove,
	evbuffer_remove_buffer, evbuffer_remove_cb, evbuffer_remove_cb_entry, evbuffer_reserve_space,
	evbuffer_search, evbuffer_search_eol, evbuffer_search_range, evbuffer_set_flags,
	evbuffer_unfreeze, evbuffer_unlock, evconnlistener_disable, evconnlistener_enable,
	evconnlistener_get_base, evconnlistener_set_error_cb, evdns_base_clear_host_addresses,
	evdns_base_clear_nameservers_and_suspend, evdns_base_count_nameservers, evdns_base_free,
	evdns_base_get_nameserver_addr, evdns_base_load_hosts, evdns_base_nameserver_add,
	evdns_base_nameserver_ip_add, evdns_base_nameserver_sockaddr_add, evdns_base_new,
	evdns_base_resolv_conf_parse, evdns_base_resume, evdns_base_search_add,
	evdns_base_search_clear, evdns_base_search_ndots_set, evdns_base_set_option,
	evdns_cancel_request, evdns_close_server_port, evdns_err_to_string, evdns_getaddrinfo_cancel,
	evdns_server_request_add_a_reply, evdns_server_request_add_aaaa_reply,
	evdns_server_request_add_cname_reply, evdns_server_request_add_ptr_reply,
	evdns_server_request_add_reply, evdns_server_request_drop,
	evdns_server_request_get_requesting_addr, evdns_server_request_respond,
	evdns_server_request_set_flags, evdns_set_log_fn, evdns_set_random_bytes_fn,
	evdns_set_transaction_id_fn, event_active, event_add, event_base_active_by_fd,
	event_base_active_by_signal, event_base_dump_events, event_base_foreach_event, event_base_free,
	event_base_free_nofinalize, event_base_get_features, event_base_get_max_events,
	event_base_get_method, event_base_get_npriorities, event_base_get_num_events,
	event_base_get_running_event, event_base_gettimeofday_cached, event_base_got_break,
	event_base_got_exit, event_base_init_common_timeout, event_base_loopbreak,
	event_base_loopcontinue, event_base_loopexit, event_base_new, event_base_new_with_config,
	event_base_priority_init, event_base_set, event_base_update_cache_time,
	event_config_avoid_method, event_config_free, event_config_new, event_config_require_features,
	event_config_set_flag, event_config_set_max_dispatch_interval, event_config_set_num_cpus_hint,
	event_debug_unassign, event_del, event_del_block, event_del_noblock,
	event_enable_debug_logging, event_enable_debug_mode, event_finalize, event_free,
	event_free_finalize, event_get_assignment, event_get_base, event_get_callback,
	event_get_callback_arg, event_get_events, event_get_fd, event_get_method, event_get_priority,
	event_get_struct_event_size, event_get_supported_methods, event_get_version,
	event_get_version_number, event_gettime_monotonic, event_init, event_initialized,
	event_loopbreak, event_loopexit, event_pending, event_priority_init, event_priority_set,
	event_reinit, event_remove_timer, event_self_cbarg, event_set_fatal_callback,
	event_set_log_callback, event_set_mem_functions, evhttp_add_header, evhttp_add_server_alias,
	evhttp_add_virtual_host, evhttp_bind_socket, evhttp_bind_socket_with_handle,
	evhttp_bound_socket_get_fd, evhttp_bound_socket_get_listener, evhttp_cancel_request,
	evhttp_clear_headers, evhttp_connection_base_new, evhttp_connection_free,
	evhttp_connection_free_on_completion, evhttp_connection_get_addr, evhttp_connection_get_base,
	evhttp_connection_get_bufferevent, evhttp_connection_get_peer, evhttp_connection_get_server,
	evhttp_connection_new, evhttp_connection_set_base, evhttp_connection_set_family,
	evhttp_connection_set_flags, evhttp_connection_set_initial_retry_tv,
	evhttp_connection_set_local_address, evhttp_connection_set_local_port,
	evhttp_connection_set_max_body_size, evhttp_connection_set_max_headers_size,
	evhttp_connection_set_retries, evhttp_connection_set_timeout, evhttp_connection_set_timeout_tv,
	evhttp_decode_uri, evhttp_del_accept_socket, evhttp_del_cb, evhttp_encode_uri,
	evhttp_find_header, evhttp_foreach_bound_socket, evhttp_free, evhttp_htmlescape,
	evhttp_make_request, evhttp_new, evhttp_parse_query, evhttp_parse_query_str,
	evhttp_remove_header, evhttp_remove_server_alias, evhttp_remove_virtual_host,
	evhttp_request_free, evhttp_request_get_command, evhttp_request_get_connection,
	evhttp_request_get_evhttp_uri, evhttp_request_get_host, evhttp_request_get_input_buffer,
	evhttp_request_get_input_headers, evhttp_request_get_output_buffer,
	evhttp_request_get_output_headers, evhttp_request_get_response_code,
	evhttp_request_get_response_code_line, evhttp_request_get_uri, evhttp_request_is_owned,
	evhttp_request_own, evhttp_request_set_chunked_cb, evhttp_request_set_error_cb,
	evhttp_request_set_header_cb, evhttp_send_error, evhttp_send_reply, evhttp_send_reply_chunk,
	evhttp_send_reply_end, evhttp_send_reply_start, evhttp_set_allowed_methods,
	evhttp_set_default_content_type, evhttp_set_flags, evhttp_set_max_body_size,
	evhttp_set_max_headers_size, evhttp_set_timeout, evhttp_set_timeout_tv, evhttp_start,
	evhttp_uri_free, evhttp_uri_get_fragment, evhttp_uri_get_host, evhttp_uri_get_path,
	evhttp_uri_get_port, evhttp_uri_get_query, evhttp_uri_get_scheme, evhttp_uri_get_userinfo,
	evhttp_uri_join, evhttp_uri_new, evhttp_uri_parse, evhttp_uri_parse_with_flags,
	evhttp_uri_set_flags, evhttp_uri_set_fragment, evhttp_uri_set_host, evhttp_uri_set_path,
	evhttp_uri_set_port, evhttp_uri_set_query, evhttp_uri_set_scheme, evhttp_uri_set_userinfo,
	evhttp_uridecode, evhttp_uriencode, evtag_consume, evtag_encode_int, evtag_encode_int64,
	evtag_init, evtag_marshal, evtag_marshal_buffer, evtag_marshal_int, evtag_marshal_int64,
	evtag_marshal_string, evtag_marshal_timeval, evtag_payload_length, evtag_peek,
	evtag_peek_length, evtag_unmarshal, evtag_unmarshal_fixed, evtag_unmarshal_header,
	evtag_unmarshal_int, evtag_unmarshal_int64, evtag_unmarshal_string, evtag_unmarshal_timeval,
	evthread_enable_lock_debugging, evthread_enable_lock_debuging, evthread_make_base_notifiable,
	evthread_set_condition_callbacks, evthread_set_id_callback, evthread_set_lock_callbacks,
	evthread_use_pthreads, evutil_ascii_strcasecmp, evutil_ascii_strncasecmp,
	evutil_configure_monotonic_time, evutil_date_rfc1123, evutil_freeaddrinfo, evutil_gai_strerror,
	evutil_getaddrinfo, evutil_gettime_monotonic, evutil_inet_ntop, evutil_inet_pton,
	evutil_inet_pton_scope, evutil_make_listen_socket_ipv6only,
	evutil_make_listen_socket_reuseable, evutil_make_listen_socket_reuseable_port,
	evutil_make_socket_closeonexec, evutil_make_tcp_listen_socket_deferred,
	evutil_monotonic_timer_free, evutil_monotonic_timer_new, evutil_parse_sockaddr_port,
	evutil_secure_rng_add_bytes, evutil_secure_rng_get_bytes, evutil_secure_rng_init,
	evutil_secure_rng_set_urandom_device_file, evutil_snprintf, evutil_sockaddr_cmp,
	evutil_strtoll, evutil_vsnprintf
};
