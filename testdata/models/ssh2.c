/* Calls or names every function of rules/models/ssh2.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: libssh2 */
#include <libssh2.h>

void use_libssh2_session_init_ex(void *(*arg1)(size_t, void **), void (*arg2)(void *, void **),
                                 void *(*arg3)(void *, size_t, void **), void *arg4) {
	(void)libssh2_session_init_ex(arg1, arg2, arg3, arg4);
}
void use_libssh2_session_handshake(LIBSSH2_SESSION *arg1, libssh2_socket_t arg2) {
	(void)libssh2_session_handshake(arg1, arg2);
}
void use_libssh2_session_startup(LIBSSH2_SESSION *arg1, int arg2) {
	(void)libssh2_session_startup(arg1, arg2);
}
void use_libssh2_session_disconnect_ex(LIBSSH2_SESSION *arg1, int arg2, const char *arg3,
                                       const char *arg4) {
	(void)libssh2_session_disconnect_ex(arg1, arg2, arg3, arg4);
}
void use_libssh2_session_free(LIBSSH2_SESSION *arg1) {
	(void)libssh2_session_free(arg1);
}
void use_libssh2_session_set_blocking(LIBSSH2_SESSION *arg1, int arg2) {
	libssh2_session_set_blocking(arg1, arg2);
}
void use_libssh2_session_set_timeout(LIBSSH2_SESSION *arg1, long arg2) {
	libssh2_session_set_timeout(arg1, arg2);
}
const void *const ssh2_nothing[] = {
	libssh2_agent_connect, libssh2_agent_disconnect, libssh2_agent_free, libssh2_agent_get_identity,
	libssh2_agent_get_identity_path, libssh2_agent_init, libssh2_agent_list_identities,
	libssh2_agent_set_identity_path, libssh2_agent_userauth, libssh2_banner_set,
	libssh2_base64_decode, libssh2_channel_close, libssh2_channel_eof,
	libssh2_channel_forward_accept, libssh2_channel_forward_cancel, libssh2_channel_free,
	libssh2_channel_get_exit_signal, libssh2_channel_get_exit_status,
	libssh2_channel_handle_extended_data, libssh2_channel_handle_extended_data2,
	libssh2_channel_open_ex, libssh2_channel_process_startup, libssh2_channel_read_ex,
	libssh2_channel_receive_window_adjust, libssh2_channel_receive_window_adjust2,
	libssh2_channel_request_auth_agent, libssh2_channel_send_eof, libssh2_channel_set_blocking,
	libssh2_channel_wait_closed, libssh2_channel_wait_eof, libssh2_channel_window_read_ex,
	libssh2_channel_window_write_ex, libssh2_channel_write_ex, libssh2_free, libssh2_hostkey_hash,
	libssh2_keepalive_config, libssh2_keepalive_send, libssh2_knownhost_add, libssh2_knownhost_addc,
	libssh2_knownhost_check, libssh2_knownhost_checkp, libssh2_knownhost_del,
	libssh2_knownhost_free, libssh2_knownhost_get, libssh2_knownhost_init,
	libssh2_knownhost_readfile, libssh2_knownhost_readline, libssh2_knownhost_writefile,
	libssh2_knownhost_writeline, libssh2_poll_channel_read, libssh2_scp_recv, libssh2_scp_recv2,
	libssh2_scp_send64, libssh2_session_banner_get, libssh2_session_banner_set,
	libssh2_session_block_directions, libssh2_session_flag, libssh2_session_get_blocking,
	libssh2_session_get_timeout, libssh2_session_hostkey, libssh2_session_last_errno,
	libssh2_session_last_error, libssh2_session_method_pref, libssh2_session_methods,
	libssh2_session_set_last_error, libssh2_session_supported_algs, libssh2_trace,
	libssh2_userauth_authenticated, libssh2_userauth_list, libssh2_userauth_publickey_frommemory,
};
