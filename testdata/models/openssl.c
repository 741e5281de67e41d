/* Calls or names every function of rules/models/openssl.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/http.h>
#include <openssl/ocsp.h>
#include <openssl/srp.h>
#include <openssl/ssl.h>
#include <stdarg.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
#undef OCSP_REQ_CTX_add1_header
void OCSP_REQ_CTX_add1_header(void);
#undef OCSP_REQ_CTX_free
void OCSP_REQ_CTX_free(void);
#undef OCSP_REQ_CTX_http
void OCSP_REQ_CTX_http(void);
#undef OCSP_REQ_CTX_nbio
void OCSP_REQ_CTX_nbio(void);
#undef OCSP_REQ_CTX_set1_req
void OCSP_REQ_CTX_set1_req(void);
#undef OCSP_sendreq_nbio
void OCSP_sendreq_nbio(void);
#undef OCSP_set_max_response_length
void OCSP_set_max_response_length(void);
int BIO_accept(int, char **);
int BIO_get_accept_socket(char *, int);
#undef SSL_cache_hit
void SSL_cache_hit(void);
#undef SSL_get_peer_certificate
void SSL_get_peer_certificate(void);
#undef SSL_library_init
void SSL_library_init(void);
#undef SSL_load_error_strings
void SSL_load_error_strings(void);
#undef SSL_set_state
void SSL_set_state(void);
#undef SSL_state
void SSL_state(void);
#undef SSLv23_client_method
void SSLv23_client_method(void);
#undef SSLv23_method
void SSLv23_method(void);
#undef SSLv23_server_method
void SSLv23_server_method(void);
#undef SSLv2_client_method
void SSLv2_client_method(void);
#undef SSLv2_method
void SSLv2_method(void);
#undef SSLv2_server_method
void SSLv2_server_method(void);
#undef SSLv3_client_method
void SSLv3_client_method(void);
#undef SSLv3_method
void SSLv3_method(void);
#undef SSLv3_server_method
void SSLv3_server_method(void);

void use_SSL_new(SSL_CTX *ctx) {
	(void)SSL_new(ctx);
}
void use_SSL_free(SSL *ssl) {
	SSL_free(ssl);
}
void use_SSL_up_ref(SSL *ssl) {
	(void)SSL_up_ref(ssl);
}
void use_SSL_dup(SSL *ssl) {
	(void)SSL_dup(ssl);
}
void use_SSL_set_fd(SSL *ssl, int fd) {
	(void)SSL_set_fd(ssl, fd);
}
void use_SSL_set_rfd(SSL *ssl, int fd) {
	(void)SSL_set_rfd(ssl, fd);
}
void use_SSL_set_wfd(SSL *ssl, int fd) {
	(void)SSL_set_wfd(ssl, fd);
}
void use_SSL_get_fd(const SSL *ssl) {
	(void)SSL_get_fd(ssl);
}
void use_SSL_get_rfd(const SSL *ssl) {
	(void)SSL_get_rfd(ssl);
}
void use_SSL_get_wfd(const SSL *ssl) {
	(void)SSL_get_wfd(ssl);
}
void use_SSL_set_bio(SSL *ssl, BIO *rbio, BIO *wbio) {
	SSL_set_bio(ssl, rbio, wbio);
}
void use_SSL_set0_rbio(SSL *ssl, BIO *rbio) {
	SSL_set0_rbio(ssl, rbio);
}
void use_SSL_set0_wbio(SSL *ssl, BIO *wbio) {
	SSL_set0_wbio(ssl, wbio);
}
void use_SSL_get_rbio(const SSL *ssl) {
	(void)SSL_get_rbio(ssl);
}
void use_SSL_get_wbio(const SSL *ssl) {
	(void)SSL_get_wbio(ssl);
}
void use_SSL_shutdown(SSL *ssl) {
	(void)SSL_shutdown(ssl);
}
void use_BIO_ssl_shutdown(BIO *b) {
	BIO_ssl_shutdown(b);
}
void use_SSL_accept(SSL *ssl) {
	(void)SSL_accept(ssl);
}
void use_SSL_connect(SSL *ssl) {
	(void)SSL_connect(ssl);
}
void use_SSL_do_handshake(SSL *ssl) {
	(void)SSL_do_handshake(ssl);
}
void use_SSL_stateless(SSL *ssl) {
	(void)SSL_stateless(ssl);
}
void use_SSL_read(SSL *ssl, void *buffer, int size) {
	(void)SSL_read(ssl, buffer, size);
}
void use_SSL_read_ex(SSL *ssl, void *buffer, size_t size, size_t *done) {
	(void)SSL_read_ex(ssl, buffer, size, done);
}
void use_SSL_read_early_data(SSL *ssl, void *buffer, size_t size, size_t *done) {
	(void)SSL_read_early_data(ssl, buffer, size, done);
}
void use_SSL_peek(SSL *ssl, void *buffer, int size) {
	(void)SSL_peek(ssl, buffer, size);
}
void use_SSL_peek_ex(SSL *ssl, void *buffer, size_t size, size_t *done) {
	(void)SSL_peek_ex(ssl, buffer, size, done);
}
void use_SSL_write(SSL *ssl, const void *buffer, int size) {
	(void)SSL_write(ssl, buffer, size);
}
void use_SSL_write_ex(SSL *ssl, const void *buffer, size_t size, size_t *done) {
	(void)SSL_write_ex(ssl, buffer, size, done);
}
void use_SSL_write_early_data(SSL *ssl, const void *buffer, size_t size, size_t *done) {
	(void)SSL_write_early_data(ssl, buffer, size, done);
}
void use_SSL_sendfile(SSL *ssl, int fd, off_t offset, size_t size, int flags) {
	(void)SSL_sendfile(ssl, fd, offset, size, flags);
}
void use_SSL_set_ex_data(SSL *ssl, int index, void *data) {
	(void)SSL_set_ex_data(ssl, index, data);
}
void use_SSL_CTX_set_ex_data(SSL_CTX *ctx, int index, void *data) {
	(void)SSL_CTX_set_ex_data(ctx, index, data);
}
void use_SSL_SESSION_set_ex_data(SSL_SESSION *session, int index, void *data) {
	(void)SSL_SESSION_set_ex_data(session, index, data);
}
void use_SSL_set_cert_cb(SSL *ssl, int (*function)(SSL *, void *), void *data) {
	SSL_set_cert_cb(ssl, function, data);
}
void use_SSL_CTX_set_cert_cb(SSL_CTX *ctx, int (*function)(SSL *, void *), void *data) {
	SSL_CTX_set_cert_cb(ctx, function, data);
}
void use_SSL_CTX_set_cert_verify_callback(SSL_CTX *ctx, int (*function)(X509_STORE_CTX *, void *),
                                          void *data) {
	SSL_CTX_set_cert_verify_callback(ctx, function, data);
}
void use_SSL_CTX_set_alpn_select_cb(SSL_CTX *ctx, SSL_CTX_alpn_select_cb_func function,
                                    void *data) {
	SSL_CTX_set_alpn_select_cb(ctx, function, data);
}
void use_SSL_CTX_set_next_proto_select_cb(SSL_CTX *ctx, SSL_CTX_npn_select_cb_func function,
                                          void *data) {
	SSL_CTX_set_next_proto_select_cb(ctx, function, data);
}
void use_SSL_CTX_set_next_protos_advertised_cb(SSL_CTX *ctx,
                                               SSL_CTX_npn_advertised_cb_func function,
                                               void *data) {
	SSL_CTX_set_next_protos_advertised_cb(ctx, function, data);
}
void use_SSL_CTX_set_client_hello_cb(SSL_CTX *ctx, SSL_client_hello_cb_fn function, void *data) {
	SSL_CTX_set_client_hello_cb(ctx, function, data);
}
void use_SSL_CTX_set_session_ticket_cb(SSL_CTX *ctx, SSL_CTX_generate_session_ticket_fn gen,
                                       SSL_CTX_decrypt_session_ticket_fn dec, void *data) {
	(void)SSL_CTX_set_session_ticket_cb(ctx, gen, dec, data);
}
void use_SSL_CTX_set_default_passwd_cb_userdata(SSL_CTX *ctx, void *data) {
	SSL_CTX_set_default_passwd_cb_userdata(ctx, data);
}
void use_SSL_set_default_passwd_cb_userdata(SSL *ssl, void *data) {
	SSL_set_default_passwd_cb_userdata(ssl, data);
}
void use_SSL_CTX_set_async_callback_arg(SSL_CTX *ctx, void *data) {
	(void)SSL_CTX_set_async_callback_arg(ctx, data);
}
void use_SSL_set_async_callback_arg(SSL *ssl, void *data) {
	(void)SSL_set_async_callback_arg(ssl, data);
}
void use_SSL_CTX_set_record_padding_callback_arg(SSL_CTX *ctx, void *data) {
	SSL_CTX_set_record_padding_callback_arg(ctx, data);
}
void use_SSL_set_record_padding_callback_arg(SSL *ssl, void *data) {
	SSL_set_record_padding_callback_arg(ssl, data);
}
void use_SSL_set_session_secret_cb(SSL *ssl, tls_session_secret_cb_fn function, void *data) {
	(void)SSL_set_session_secret_cb(ssl, function, data);
}
void use_SSL_set_session_ticket_ext_cb(SSL *ssl, tls_session_ticket_ext_cb_fn function,
                                       void *data) {
	(void)SSL_set_session_ticket_ext_cb(ssl, function, data);
}
void use_SSL_CTX_set_srp_cb_arg(SSL_CTX *ctx, void *data) {
	(void)SSL_CTX_set_srp_cb_arg(ctx, data);
}
void use_SSL_ctrl(SSL *ssl, int command, long number, void *data) {
	(void)SSL_ctrl(ssl, command, number, data);
}
void use_SSL_CTX_ctrl(SSL_CTX *ctx, int command, long number, void *data) {
	(void)SSL_CTX_ctrl(ctx, command, number, data);
}
void use_BIO_new(const BIO_METHOD *method) {
	(void)BIO_new(method);
}
void use_BIO_new_ex(OSSL_LIB_CTX *library, const BIO_METHOD *method) {
	(void)BIO_new_ex(library, method);
}
void use_BIO_new_mem_buf(const void *buffer, int size) {
	(void)BIO_new_mem_buf(buffer, size);
}
void use_BIO_new_socket(int fd, int close) {
	(void)BIO_new_socket(fd, close);
}
void use_BIO_new_fd(int fd, int close) {
	(void)BIO_new_fd(fd, close);
}
void use_BIO_new_dgram(int fd, int close) {
	(void)BIO_new_dgram(fd, close);
}
void use_BIO_new_fp(FILE *stream, int flags) {
	(void)BIO_new_fp(stream, flags);
}
void use_BIO_new_file(const char *path, const char *mode) {
	(void)BIO_new_file(path, mode);
}
void use_BIO_new_connect(const char *address) {
	(void)BIO_new_connect(address);
}
void use_BIO_new_accept(const char *address) {
	(void)BIO_new_accept(address);
}
void use_BIO_new_ssl(SSL_CTX *ctx, int client) {
	(void)BIO_new_ssl(ctx, client);
}
void use_BIO_new_ssl_connect(SSL_CTX *ctx) {
	(void)BIO_new_ssl_connect(ctx);
}
void use_BIO_new_buffer_ssl_connect(SSL_CTX *ctx) {
	(void)BIO_new_buffer_ssl_connect(ctx);
}
void use_BIO_new_bio_pair(BIO **first, size_t first_size, BIO **second, size_t second_size) {
	(void)BIO_new_bio_pair(first, first_size, second, second_size);
}
void use_BIO_free(BIO *b) {
	(void)BIO_free(b);
}
void use_BIO_vfree(BIO *b) {
	BIO_vfree(b);
}
void use_BIO_free_all(BIO *b) {
	BIO_free_all(b);
}
void use_BIO_up_ref(BIO *b) {
	(void)BIO_up_ref(b);
}
void use_BIO_push(BIO *b, BIO *next) {
	(void)BIO_push(b, next);
}
void use_BIO_pop(BIO *b) {
	(void)BIO_pop(b);
}
void use_BIO_next(BIO *b) {
	(void)BIO_next(b);
}
void use_BIO_set_next(BIO *b, BIO *next) {
	BIO_set_next(b, next);
}
void use_BIO_ctrl(BIO *b, int command, long number, void *data) {
	(void)BIO_ctrl(b, command, number, data);
}
void use_BIO_int_ctrl(BIO *b, int command, long number, int value) {
	(void)BIO_int_ctrl(b, command, number, value);
}
void use_BIO_set_shutdown(BIO *b, int close) {
	BIO_set_shutdown(b, close);
}
void use_BIO_get_shutdown(BIO *b) {
	(void)BIO_get_shutdown(b);
}
void use_BIO_set_data(BIO *b, void *data) {
	BIO_set_data(b, data);
}
void use_BIO_get_data(BIO *b) {
	(void)BIO_get_data(b);
}
void use_BIO_set_ex_data(BIO *b, int index, void *data) {
	(void)BIO_set_ex_data(b, index, data);
}
void use_BIO_set_callback_arg(BIO *b, char *data) {
	BIO_set_callback_arg(b, data);
}
void use_BIO_read(BIO *b, void *buffer, int size) {
	(void)BIO_read(b, buffer, size);
}
void use_BIO_read_ex(BIO *b, void *buffer, size_t size, size_t *done) {
	(void)BIO_read_ex(b, buffer, size, done);
}
void use_BIO_gets(BIO *b, char *buffer, int size) {
	(void)BIO_gets(b, buffer, size);
}
void use_BIO_get_line(BIO *b, char *buffer, int size) {
	(void)BIO_get_line(b, buffer, size);
}
void use_BIO_write(BIO *b, const void *buffer, int size) {
	(void)BIO_write(b, buffer, size);
}
void use_BIO_write_ex(BIO *b, const void *buffer, size_t size, size_t *done) {
	(void)BIO_write_ex(b, buffer, size, done);
}
void use_BIO_puts(BIO *b, const char *text) {
	(void)BIO_puts(b, text);
}
void use_BIO_printf(BIO *b, const char *format) {
	(void)BIO_printf(b, format, (void *)0);
}
void use_BIO_vprintf(BIO *b, const char *format, va_list arguments) {
	(void)BIO_vprintf(b, format, arguments);
}
void use_BIO_socket(int domain, int type, int protocol, int options) {
	(void)BIO_socket(domain, type, protocol, options);
}
void use_BIO_accept(int fd, char **address) {
	(void)BIO_accept(fd, address);
}
void use_BIO_accept_ex(int fd, BIO_ADDR *address, int options) {
	(void)BIO_accept_ex(fd, address, options);
}
void use_BIO_get_accept_socket(char *address, int mode) {
	(void)BIO_get_accept_socket(address, mode);
}
void use_BIO_closesocket(int fd) {
	(void)BIO_closesocket(fd);
}
void use_BIO_connect(int fd, const BIO_ADDR *address, int options) {
	(void)BIO_connect(fd, address, options);
}
void use_BIO_socket_nbio(int fd, int on) {
	(void)BIO_socket_nbio(fd, on);
}
void use_BIO_socket_ioctl(int fd, long request, void *value) {
	(void)BIO_socket_ioctl(fd, request, value);
}

/* clang-format off */
void use_OCSP_sendreq_new(BIO *bio, const char *path, OCSP_REQUEST *request, int size) {
	(void)OCSP_sendreq_new(bio, path, request, size);
}
void use_OCSP_sendreq_bio(BIO *bio, const char *path, OCSP_REQUEST *request) {
	(void)OCSP_sendreq_bio(bio, path, request);
}
void use_OSSL_HTTP_REQ_CTX_new(BIO *wbio, BIO *rbio, int size) {
	(void)OSSL_HTTP_REQ_CTX_new(wbio, rbio, size);
}
void use_OSSL_HTTP_REQ_CTX_free(OSSL_HTTP_REQ_CTX *ctx) {
	OSSL_HTTP_REQ_CTX_free(ctx);
}
const void *const openssl_nothing[] = {
	OCSP_REQ_CTX_add1_header, OCSP_REQ_CTX_free, OCSP_REQ_CTX_http, OCSP_REQ_CTX_nbio,
	OCSP_REQ_CTX_set1_req, OCSP_sendreq_nbio, OCSP_set_max_response_length,
	OSSL_HTTP_REQ_CTX_add1_header, OSSL_HTTP_REQ_CTX_exchange, OSSL_HTTP_REQ_CTX_nbio,
	OSSL_HTTP_REQ_CTX_nbio_d2i, OSSL_HTTP_REQ_CTX_set1_req, OSSL_HTTP_REQ_CTX_set_expected,
	OSSL_HTTP_REQ_CTX_set_max_response_length, OSSL_HTTP_REQ_CTX_set_request_line,
	BIO_ADDRINFO_address, BIO_ADDRINFO_family, BIO_ADDRINFO_free, BIO_ADDRINFO_next,
	BIO_ADDRINFO_protocol, BIO_ADDRINFO_socktype, BIO_ADDR_clear, BIO_ADDR_family, BIO_ADDR_free,
	BIO_ADDR_hostname_string, BIO_ADDR_new, BIO_ADDR_path_string, BIO_ADDR_rawaddress,
	BIO_ADDR_rawmake, BIO_ADDR_rawport, BIO_ADDR_service_string, BIO_asn1_get_prefix,
	BIO_asn1_get_suffix, BIO_asn1_set_prefix, BIO_asn1_set_suffix, BIO_bind, BIO_callback_ctrl,
	BIO_clear_flags, BIO_copy_next_retry, BIO_ctrl_get_read_request, BIO_ctrl_get_write_guarantee,
	BIO_ctrl_pending, BIO_ctrl_reset_read_request, BIO_ctrl_wpending, BIO_debug_callback,
	BIO_debug_callback_ex, BIO_dgram_non_fatal_error, BIO_do_connect_retry, BIO_dump, BIO_dump_cb,
	BIO_dump_fp, BIO_dump_indent, BIO_dump_indent_cb, BIO_dump_indent_fp, BIO_dup_chain,
	BIO_f_asn1, BIO_f_base64, BIO_f_buffer, BIO_f_cipher, BIO_f_linebuffer, BIO_f_md,
	BIO_f_nbio_test, BIO_f_null, BIO_f_prefix, BIO_f_readbuffer, BIO_f_reliable, BIO_f_ssl,
	BIO_fd_non_fatal_error, BIO_fd_should_retry, BIO_find_type, BIO_get_callback,
	BIO_get_callback_arg, BIO_get_callback_ex, BIO_get_ex_data, BIO_get_host_ip, BIO_get_init,
	BIO_get_new_index, BIO_get_port, BIO_get_retry_BIO, BIO_get_retry_reason, BIO_gethostbyname,
	BIO_hex_string, BIO_indent, BIO_listen, BIO_lookup, BIO_lookup_ex, BIO_meth_free,
	BIO_meth_get_callback_ctrl, BIO_meth_get_create, BIO_meth_get_ctrl, BIO_meth_get_destroy,
	BIO_meth_get_gets, BIO_meth_get_puts, BIO_meth_get_read, BIO_meth_get_read_ex,
	BIO_meth_get_write, BIO_meth_get_write_ex, BIO_meth_new, BIO_meth_set_callback_ctrl,
	BIO_meth_set_create, BIO_meth_set_ctrl, BIO_meth_set_destroy, BIO_meth_set_gets,
	BIO_meth_set_puts, BIO_meth_set_read, BIO_meth_set_read_ex, BIO_meth_set_write,
	BIO_meth_set_write_ex, BIO_method_name, BIO_method_type, BIO_new_CMS, BIO_new_NDEF,
	BIO_new_PKCS7, BIO_new_from_core_bio, BIO_nread, BIO_nread0, BIO_number_read,
	BIO_number_written, BIO_nwrite, BIO_nwrite0, BIO_parse_hostserv, BIO_ptr_ctrl, BIO_s_accept,
	BIO_s_bio, BIO_s_connect, BIO_s_core, BIO_s_datagram, BIO_s_fd, BIO_s_file, BIO_s_log,
	BIO_s_mem, BIO_s_null, BIO_s_secmem, BIO_s_socket, BIO_set_callback, BIO_set_callback_ex,
	BIO_set_cipher, BIO_set_flags, BIO_set_init, BIO_set_retry_reason, BIO_set_tcp_ndelay,
	BIO_snprintf, BIO_sock_error, BIO_sock_info, BIO_sock_init, BIO_sock_non_fatal_error,
	BIO_sock_should_retry, BIO_socket_wait, BIO_ssl_copy_session_id, BIO_test_flags, BIO_vsnprintf,
	BIO_wait, COMP_CTX_free, COMP_CTX_get_method, COMP_CTX_get_type, COMP_CTX_new,
	COMP_compress_block, COMP_expand_block, COMP_get_name, COMP_get_type, COMP_zlib,
	DTLS_client_method, DTLS_get_data_mtu, DTLS_method, DTLS_server_method, DTLS_set_timer_cb,
	DTLSv1_2_client_method, DTLSv1_2_method, DTLSv1_2_server_method, DTLSv1_client_method,
	DTLSv1_listen, DTLSv1_method, DTLSv1_server_method, SRP_Calc_A, SRP_Calc_A_param, SRP_Calc_B,
	SRP_Calc_B_ex, SRP_Calc_client_key, SRP_Calc_client_key_ex, SRP_Calc_server_key, SRP_Calc_u,
	SRP_Calc_u_ex, SRP_Calc_x, SRP_Calc_x_ex, SSL_CIPHER_description, SSL_CIPHER_find,
	SSL_CIPHER_get_auth_nid, SSL_CIPHER_get_bits, SSL_CIPHER_get_cipher_nid,
	SSL_CIPHER_get_digest_nid, SSL_CIPHER_get_handshake_digest, SSL_CIPHER_get_id,
	SSL_CIPHER_get_kx_nid, SSL_CIPHER_get_name, SSL_CIPHER_get_protocol_id, SSL_CIPHER_get_version,
	SSL_CIPHER_is_aead, SSL_CIPHER_standard_name, SSL_COMP_add_compression_method,
	SSL_COMP_get0_name, SSL_COMP_get_compression_methods, SSL_COMP_get_id, SSL_COMP_get_name,
	SSL_COMP_set0_compression_methods, SSL_CONF_CTX_clear_flags, SSL_CONF_CTX_finish,
	SSL_CONF_CTX_free, SSL_CONF_CTX_new, SSL_CONF_CTX_set1_prefix, SSL_CONF_CTX_set_flags,
	SSL_CONF_CTX_set_ssl, SSL_CONF_CTX_set_ssl_ctx, SSL_CONF_cmd, SSL_CONF_cmd_argv,
	SSL_CONF_cmd_value_type, SSL_CTX_SRP_CTX_free, SSL_CTX_SRP_CTX_init, SSL_CTX_add1_to_CA_list,
	SSL_CTX_add_client_CA, SSL_CTX_add_client_custom_ext, SSL_CTX_add_custom_ext,
	SSL_CTX_add_server_custom_ext, SSL_CTX_add_session, SSL_CTX_callback_ctrl,
	SSL_CTX_check_private_key, SSL_CTX_clear_options, SSL_CTX_config, SSL_CTX_ct_is_enabled,
	SSL_CTX_dane_clear_flags, SSL_CTX_dane_enable, SSL_CTX_dane_mtype_set, SSL_CTX_dane_set_flags,
	SSL_CTX_enable_ct, SSL_CTX_flush_sessions, SSL_CTX_free, SSL_CTX_get0_CA_list,
	SSL_CTX_get0_certificate, SSL_CTX_get0_ctlog_store, SSL_CTX_get0_param,
	SSL_CTX_get0_privatekey, SSL_CTX_get0_security_ex_data, SSL_CTX_get_cert_store,
	SSL_CTX_get_ciphers, SSL_CTX_get_client_CA_list, SSL_CTX_get_client_cert_cb,
	SSL_CTX_get_default_passwd_cb, SSL_CTX_get_default_passwd_cb_userdata, SSL_CTX_get_ex_data,
	SSL_CTX_get_info_callback, SSL_CTX_get_keylog_callback, SSL_CTX_get_max_early_data,
	SSL_CTX_get_num_tickets, SSL_CTX_get_options, SSL_CTX_get_quiet_shutdown,
	SSL_CTX_get_record_padding_callback_arg, SSL_CTX_get_recv_max_early_data,
	SSL_CTX_get_security_callback, SSL_CTX_get_security_level, SSL_CTX_get_ssl_method,
	SSL_CTX_get_timeout, SSL_CTX_get_verify_callback, SSL_CTX_get_verify_depth,
	SSL_CTX_get_verify_mode, SSL_CTX_has_client_custom_ext, SSL_CTX_load_verify_dir,
	SSL_CTX_load_verify_file, SSL_CTX_load_verify_locations, SSL_CTX_load_verify_store,
	SSL_CTX_new, SSL_CTX_new_ex, SSL_CTX_remove_session, SSL_CTX_sess_get_get_cb,
	SSL_CTX_sess_get_new_cb, SSL_CTX_sess_get_remove_cb, SSL_CTX_sess_set_get_cb,
	SSL_CTX_sess_set_new_cb, SSL_CTX_sess_set_remove_cb, SSL_CTX_sessions, SSL_CTX_set0_CA_list,
	SSL_CTX_set0_ctlog_store, SSL_CTX_set0_security_ex_data, SSL_CTX_set0_tmp_dh_pkey,
	SSL_CTX_set1_cert_store, SSL_CTX_set1_param, SSL_CTX_set_allow_early_data_cb,
	SSL_CTX_set_alpn_protos, SSL_CTX_set_async_callback, SSL_CTX_set_block_padding,
	SSL_CTX_set_cert_store, SSL_CTX_set_cipher_list, SSL_CTX_set_ciphersuites,
	SSL_CTX_set_client_CA_list, SSL_CTX_set_client_cert_cb, SSL_CTX_set_client_cert_engine,
	SSL_CTX_set_cookie_generate_cb, SSL_CTX_set_cookie_verify_cb,
	SSL_CTX_set_ct_validation_callback, SSL_CTX_set_ctlog_list_file,
	SSL_CTX_set_default_ctlog_list_file, SSL_CTX_set_default_passwd_cb,
	SSL_CTX_set_default_read_buffer_len, SSL_CTX_set_default_verify_dir,
	SSL_CTX_set_default_verify_file, SSL_CTX_set_default_verify_paths,
	SSL_CTX_set_default_verify_store, SSL_CTX_set_generate_session_id, SSL_CTX_set_info_callback,
	SSL_CTX_set_keylog_callback, SSL_CTX_set_max_early_data, SSL_CTX_set_msg_callback,
	SSL_CTX_set_not_resumable_session_callback, SSL_CTX_set_num_tickets, SSL_CTX_set_options,
	SSL_CTX_set_post_handshake_auth, SSL_CTX_set_psk_client_callback,
	SSL_CTX_set_psk_find_session_callback, SSL_CTX_set_psk_server_callback,
	SSL_CTX_set_psk_use_session_callback, SSL_CTX_set_purpose, SSL_CTX_set_quiet_shutdown,
	SSL_CTX_set_record_padding_callback, SSL_CTX_set_recv_max_early_data,
	SSL_CTX_set_security_callback, SSL_CTX_set_security_level, SSL_CTX_set_session_id_context,
	SSL_CTX_set_srp_client_pwd_callback, SSL_CTX_set_srp_password, SSL_CTX_set_srp_strength,
	SSL_CTX_set_srp_username, SSL_CTX_set_srp_username_callback,
	SSL_CTX_set_srp_verify_param_callback, SSL_CTX_set_ssl_version,
	SSL_CTX_set_stateless_cookie_generate_cb, SSL_CTX_set_stateless_cookie_verify_cb,
	SSL_CTX_set_timeout, SSL_CTX_set_tlsext_max_fragment_length,
	SSL_CTX_set_tlsext_ticket_key_evp_cb, SSL_CTX_set_tlsext_use_srtp, SSL_CTX_set_tmp_dh_callback,
	SSL_CTX_set_trust, SSL_CTX_set_verify, SSL_CTX_set_verify_depth, SSL_CTX_up_ref,
	SSL_CTX_use_PrivateKey, SSL_CTX_use_PrivateKey_ASN1, SSL_CTX_use_PrivateKey_file,
	SSL_CTX_use_RSAPrivateKey, SSL_CTX_use_RSAPrivateKey_ASN1, SSL_CTX_use_RSAPrivateKey_file,
	SSL_CTX_use_cert_and_key, SSL_CTX_use_certificate, SSL_CTX_use_certificate_ASN1,
	SSL_CTX_use_certificate_chain_file, SSL_CTX_use_certificate_file,
	SSL_CTX_use_psk_identity_hint, SSL_CTX_use_serverinfo, SSL_CTX_use_serverinfo_ex,
	SSL_CTX_use_serverinfo_file, SSL_SESSION_dup, SSL_SESSION_free, SSL_SESSION_get0_alpn_selected,
	SSL_SESSION_get0_cipher, SSL_SESSION_get0_hostname, SSL_SESSION_get0_id_context,
	SSL_SESSION_get0_peer, SSL_SESSION_get0_ticket, SSL_SESSION_get0_ticket_appdata,
	SSL_SESSION_get_compress_id, SSL_SESSION_get_ex_data, SSL_SESSION_get_id,
	SSL_SESSION_get_master_key, SSL_SESSION_get_max_early_data,
	SSL_SESSION_get_max_fragment_length, SSL_SESSION_get_protocol_version,
	SSL_SESSION_get_ticket_lifetime_hint, SSL_SESSION_get_time, SSL_SESSION_get_timeout,
	SSL_SESSION_has_ticket, SSL_SESSION_is_resumable, SSL_SESSION_new, SSL_SESSION_print,
	SSL_SESSION_print_fp, SSL_SESSION_print_keylog, SSL_SESSION_set1_alpn_selected,
	SSL_SESSION_set1_hostname, SSL_SESSION_set1_id, SSL_SESSION_set1_id_context,
	SSL_SESSION_set1_master_key, SSL_SESSION_set1_ticket_appdata, SSL_SESSION_set_cipher,
	SSL_SESSION_set_max_early_data, SSL_SESSION_set_protocol_version, SSL_SESSION_set_time,
	SSL_SESSION_set_timeout, SSL_SESSION_up_ref, SSL_SRP_CTX_free, SSL_SRP_CTX_init, SSL_add1_host,
	SSL_add1_to_CA_list, SSL_add_client_CA, SSL_add_dir_cert_subjects_to_stack,
	SSL_add_file_cert_subjects_to_stack, SSL_add_ssl_module, SSL_add_store_cert_subjects_to_stack,
	SSL_alert_desc_string, SSL_alert_desc_string_long, SSL_alert_type_string,
	SSL_alert_type_string_long, SSL_alloc_buffers, SSL_bytes_to_cipher_list, SSL_callback_ctrl,
	SSL_certs_clear, SSL_check_chain, SSL_check_private_key, SSL_clear, SSL_clear_options,
	SSL_client_hello_get0_ciphers, SSL_client_hello_get0_compression_methods,
	SSL_client_hello_get0_ext, SSL_client_hello_get0_legacy_version, SSL_client_hello_get0_random,
	SSL_client_hello_get0_session_id, SSL_client_hello_get1_extensions_present,
	SSL_client_hello_isv2, SSL_client_version, SSL_config, SSL_copy_session_id, SSL_ct_is_enabled,
	SSL_dane_clear_flags, SSL_dane_enable, SSL_dane_set_flags, SSL_dane_tlsa_add, SSL_dup_CA_list,
	SSL_enable_ct, SSL_export_keying_material, SSL_export_keying_material_early,
	SSL_extension_supported, SSL_free_buffers, SSL_get0_CA_list, SSL_get0_alpn_selected,
	SSL_get0_dane, SSL_get0_dane_authority, SSL_get0_dane_tlsa, SSL_get0_next_proto_negotiated,
	SSL_get0_param, SSL_get0_peer_CA_list, SSL_get0_peer_certificate, SSL_get0_peer_scts,
	SSL_get0_peername, SSL_get0_security_ex_data, SSL_get0_verified_chain,
	SSL_get1_peer_certificate, SSL_get1_session, SSL_get1_supported_ciphers, SSL_get_SSL_CTX,
	SSL_get_all_async_fds, SSL_get_async_status, SSL_get_certificate, SSL_get_changed_async_fds,
	SSL_get_cipher_list, SSL_get_ciphers, SSL_get_client_CA_list, SSL_get_client_ciphers,
	SSL_get_client_random, SSL_get_current_cipher, SSL_get_current_compression,
	SSL_get_current_expansion, SSL_get_default_passwd_cb, SSL_get_default_passwd_cb_userdata,
	SSL_get_default_timeout, SSL_get_early_data_status, SSL_get_error, SSL_get_ex_data,
	SSL_get_ex_data_X509_STORE_CTX_idx, SSL_get_finished, SSL_get_info_callback,
	SSL_get_key_update_type, SSL_get_max_early_data, SSL_get_num_tickets, SSL_get_options,
	SSL_get_peer_cert_chain, SSL_get_peer_finished, SSL_get_peer_signature_type_nid,
	SSL_get_pending_cipher, SSL_get_privatekey, SSL_get_psk_identity, SSL_get_psk_identity_hint,
	SSL_get_quiet_shutdown, SSL_get_read_ahead, SSL_get_record_padding_callback_arg,
	SSL_get_recv_max_early_data, SSL_get_security_callback, SSL_get_security_level,
	SSL_get_selected_srtp_profile, SSL_get_server_random, SSL_get_servername,
	SSL_get_servername_type, SSL_get_session, SSL_get_shared_ciphers, SSL_get_shared_sigalgs,
	SSL_get_shutdown, SSL_get_sigalgs, SSL_get_signature_type_nid, SSL_get_srp_N, SSL_get_srp_g,
	SSL_get_srp_userinfo, SSL_get_srp_username, SSL_get_srtp_profiles, SSL_get_ssl_method,
	SSL_get_state, SSL_get_verify_callback, SSL_get_verify_depth, SSL_get_verify_mode,
	SSL_get_verify_result, SSL_get_version, SSL_group_to_name, SSL_has_matching_session_id,
	SSL_has_pending, SSL_in_before, SSL_in_init, SSL_is_dtls, SSL_is_init_finished, SSL_is_server,
	SSL_key_update, SSL_load_client_CA_file, SSL_load_client_CA_file_ex, SSL_new_session_ticket,
	SSL_pending, SSL_renegotiate, SSL_renegotiate_abbreviated, SSL_renegotiate_pending,
	SSL_rstate_string, SSL_rstate_string_long, SSL_select_next_proto, SSL_session_reused,
	SSL_set0_CA_list, SSL_set0_security_ex_data, SSL_set0_tmp_dh_pkey, SSL_set1_host,
	SSL_set1_param, SSL_set_SSL_CTX, SSL_set_accept_state, SSL_set_allow_early_data_cb,
	SSL_set_alpn_protos, SSL_set_async_callback, SSL_set_block_padding, SSL_set_cipher_list,
	SSL_set_ciphersuites, SSL_set_client_CA_list, SSL_set_connect_state,
	SSL_set_ct_validation_callback, SSL_set_debug, SSL_set_default_passwd_cb,
	SSL_set_default_read_buffer_len, SSL_set_generate_session_id, SSL_set_hostflags,
	SSL_set_info_callback, SSL_set_max_early_data, SSL_set_msg_callback,
	SSL_set_not_resumable_session_callback, SSL_set_num_tickets, SSL_set_options,
	SSL_set_post_handshake_auth, SSL_set_psk_client_callback, SSL_set_psk_find_session_callback,
	SSL_set_psk_server_callback, SSL_set_psk_use_session_callback, SSL_set_purpose,
	SSL_set_quiet_shutdown, SSL_set_read_ahead, SSL_set_record_padding_callback,
	SSL_set_recv_max_early_data, SSL_set_security_callback, SSL_set_security_level,
	SSL_set_session, SSL_set_session_id_context, SSL_set_session_ticket_ext, SSL_set_shutdown,
	SSL_set_srp_server_param, SSL_set_srp_server_param_pw, SSL_set_ssl_method,
	SSL_set_tlsext_max_fragment_length, SSL_set_tlsext_use_srtp, SSL_set_tmp_dh_callback,
	SSL_set_trust, SSL_set_verify, SSL_set_verify_depth, SSL_set_verify_result,
	SSL_srp_server_param_with_username, SSL_state_string, SSL_state_string_long,
	SSL_test_functions, SSL_trace, SSL_use_PrivateKey, SSL_use_PrivateKey_ASN1,
	SSL_use_PrivateKey_file, SSL_use_RSAPrivateKey, SSL_use_RSAPrivateKey_ASN1,
	SSL_use_RSAPrivateKey_file, SSL_use_cert_and_key, SSL_use_certificate,
	SSL_use_certificate_ASN1, SSL_use_certificate_chain_file, SSL_use_certificate_file,
	SSL_use_psk_identity_hint, SSL_verify_client_post_handshake, SSL_version,
	SSL_waiting_for_async, SSL_want, TLS_FEATURE_free, TLS_FEATURE_new, TLS_client_method,
	TLS_method, TLS_server_method, TLSv1_1_client_method, TLSv1_1_method, TLSv1_1_server_method,
	TLSv1_2_client_method, TLSv1_2_method, TLSv1_2_server_method, TLSv1_client_method,
	TLSv1_method, TLSv1_server_method, d2i_SSL_SESSION, i2d_SSL_SESSION, PEM_read_bio_SSL_SESSION,
	PEM_write_bio_SSL_SESSION, SSL_library_init, SSL_load_error_strings, SSL_get_peer_certificate,
	SSL_state, SSL_set_state, SSL_cache_hit, SSLv23_method, SSLv23_client_method,
	SSLv23_server_method, SSLv2_method, SSLv2_client_method, SSLv2_server_method, SSLv3_method,
	SSLv3_client_method, SSLv3_server_method
};
