/* Calls or names every function of rules/models/gnutls.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: gnutls */
#include <gnutls/gnutls.h>

void use_gnutls_init(gnutls_session_t *arg1, unsigned int arg2) {
	(void)gnutls_init(arg1, arg2);
}
void use_gnutls_deinit(gnutls_session_t arg1) {
	gnutls_deinit(arg1);
}
void use_gnutls_transport_set_int2(gnutls_session_t arg1, int arg2, int arg3) {
	gnutls_transport_set_int2(arg1, arg2, arg3);
}
void use_gnutls_transport_set_ptr(gnutls_session_t arg1, gnutls_transport_ptr_t arg2) {
	gnutls_transport_set_ptr(arg1, arg2);
}
void use_gnutls_transport_set_ptr2(gnutls_session_t arg1, gnutls_transport_ptr_t arg2,
                                   gnutls_transport_ptr_t arg3) {
	gnutls_transport_set_ptr2(arg1, arg2, arg3);
}
void use_gnutls_transport_get_int(gnutls_session_t arg1) {
	(void)gnutls_transport_get_int(arg1);
}
void use_gnutls_transport_get_int2(gnutls_session_t arg1, int *arg2, int *arg3) {
	gnutls_transport_get_int2(arg1, arg2, arg3);
}
void use_gnutls_transport_get_ptr(gnutls_session_t arg1) {
	(void)gnutls_transport_get_ptr(arg1);
}
void use_gnutls_transport_get_ptr2(gnutls_session_t arg1, gnutls_transport_ptr_t *arg2,
                                   gnutls_transport_ptr_t *arg3) {
	gnutls_transport_get_ptr2(arg1, arg2, arg3);
}
void use_gnutls_bye(gnutls_session_t arg1, gnutls_close_request_t arg2) {
	(void)gnutls_bye(arg1, arg2);
}
void use_gnutls_handshake(gnutls_session_t arg1) {
	(void)gnutls_handshake(arg1);
}
void use_gnutls_rehandshake(gnutls_session_t arg1) {
	(void)gnutls_rehandshake(arg1);
}
void use_gnutls_record_recv(gnutls_session_t arg1, void *arg2, size_t arg3) {
	(void)gnutls_record_recv(arg1, arg2, arg3);
}
void use_gnutls_record_recv_seq(gnutls_session_t arg1, void *arg2, size_t arg3,
                                unsigned char *arg4) {
	(void)gnutls_record_recv_seq(arg1, arg2, arg3, arg4);
}
void use_gnutls_record_send(gnutls_session_t arg1, const void *arg2, size_t arg3) {
	(void)gnutls_record_send(arg1, arg2, arg3);
}
void use_gnutls_record_send2(gnutls_session_t arg1, const void *arg2, size_t arg3, size_t arg4,
                             unsigned int arg5) {
	(void)gnutls_record_send2(arg1, arg2, arg3, arg4, arg5);
}
void use_gnutls_record_uncork(gnutls_session_t arg1, unsigned int arg2) {
	(void)gnutls_record_uncork(arg1, arg2);
}
void use_gnutls_record_set_timeout(gnutls_session_t arg1, unsigned int arg2) {
	gnutls_record_set_timeout(arg1, arg2);
}
void use_gnutls_transport_set_pull_function(gnutls_session_t arg1, gnutls_pull_func arg2) {
	gnutls_transport_set_pull_function(arg1, arg2);
}
void use_gnutls_session_set_ptr(gnutls_session_t arg1, void *arg2) {
	gnutls_session_set_ptr(arg1, arg2);
}
void use_gnutls_db_set_ptr(gnutls_session_t arg1, void *arg2) {
	gnutls_db_set_ptr(arg1, arg2);
}
const void *const gnutls_nothing[] = {
	gnutls_alert_get, gnutls_alert_send, gnutls_alert_send_appropriate,
	gnutls_alpn_get_selected_protocol, gnutls_alpn_set_protocols, gnutls_anti_replay_enable,
	gnutls_auth_client_get_type, gnutls_auth_get_type, gnutls_auth_server_get_type,
	gnutls_certificate_activation_time_peers, gnutls_certificate_client_get_request_status,
	gnutls_certificate_expiration_time_peers, gnutls_certificate_get_ours,
	gnutls_certificate_get_peers, gnutls_certificate_get_peers_subkey_id,
	gnutls_certificate_send_x509_rdn_sequence, gnutls_certificate_server_set_request,
	gnutls_certificate_type_get, gnutls_certificate_type_get2, gnutls_certificate_verify_peers,
	gnutls_certificate_verify_peers2, gnutls_certificate_verify_peers3, gnutls_cipher_get,
	gnutls_ciphersuite_get, gnutls_compress_certificate_get_selected_method,
	gnutls_compress_certificate_set_methods, gnutls_credentials_clear, gnutls_credentials_get,
	gnutls_credentials_set, gnutls_db_check_entry, gnutls_db_remove_session, gnutls_dh_get_group,
	gnutls_dh_get_peers_public_bits, gnutls_dh_get_prime_bits, gnutls_dh_get_pubkey,
	gnutls_dh_get_secret_bits, gnutls_dh_set_prime_bits, gnutls_early_cipher_get,
	gnutls_early_prf_hash_get, gnutls_ecc_curve_get, gnutls_ext_get_current_msg,
	gnutls_ext_get_data, gnutls_ext_get_name2, gnutls_group_get, gnutls_handshake_get_last_in,
	gnutls_handshake_get_last_out, gnutls_handshake_set_max_packet_length,
	gnutls_handshake_set_private_extensions, gnutls_handshake_set_random,
	gnutls_handshake_set_timeout, gnutls_handshake_write, gnutls_heartbeat_allowed,
	gnutls_heartbeat_enable, gnutls_heartbeat_get_timeout, gnutls_heartbeat_ping,
	gnutls_heartbeat_pong, gnutls_heartbeat_set_timeouts, gnutls_kx_get, gnutls_mac_get,
	gnutls_ocsp_status_request_enable_client, gnutls_ocsp_status_request_get,
	gnutls_ocsp_status_request_get2, gnutls_ocsp_status_request_is_checked,
	gnutls_openpgp_send_cert, gnutls_prf, gnutls_prf_early, gnutls_prf_hash_get, gnutls_prf_raw,
	gnutls_prf_rfc5705, gnutls_priority_set, gnutls_priority_set_direct,
	gnutls_protocol_get_version, gnutls_psk_client_get_hint, gnutls_psk_server_get_username,
	gnutls_psk_server_get_username2, gnutls_range_split, gnutls_reauth,
	gnutls_record_can_use_length_hiding, gnutls_record_check_corked, gnutls_record_check_pending,
	gnutls_record_cork, gnutls_record_disable_padding, gnutls_record_discard_queued,
	gnutls_record_get_direction, gnutls_record_get_max_early_data_size, gnutls_record_get_max_size,
	gnutls_record_get_state, gnutls_record_overhead_size, gnutls_record_recv_early_data,
	gnutls_record_recv_packet, gnutls_record_send_early_data, gnutls_record_send_file,
	gnutls_record_send_range, gnutls_record_set_max_early_data_size,
	gnutls_record_set_max_recv_size, gnutls_record_set_max_size, gnutls_record_set_state,
	gnutls_safe_renegotiation_status, gnutls_server_name_get, gnutls_server_name_set,
	gnutls_session_channel_binding, gnutls_session_enable_compatibility_mode,
	gnutls_session_etm_status, gnutls_session_ext_master_secret_status, gnutls_session_force_valid,
	gnutls_session_get_data, gnutls_session_get_data2, gnutls_session_get_desc,
	gnutls_session_get_flags, gnutls_session_get_id, gnutls_session_get_id2,
	gnutls_session_get_keylog_function, gnutls_session_get_master_secret, gnutls_session_get_random,
	gnutls_session_get_verify_cert_status, gnutls_session_is_resumed, gnutls_session_key_update,
	gnutls_session_resumption_requested, gnutls_session_set_id, gnutls_session_set_premaster,
	gnutls_session_set_verify_cert, gnutls_session_set_verify_cert2,
	gnutls_session_ticket_enable_client, gnutls_session_ticket_enable_server,
	gnutls_session_ticket_send, gnutls_set_default_priority, gnutls_set_default_priority_append,
	gnutls_sign_algorithm_get, gnutls_sign_algorithm_get_client,
	gnutls_sign_algorithm_get_requested, gnutls_srp_server_get_username, gnutls_srp_set_prime_bits,
	gnutls_srtp_get_keys, gnutls_srtp_get_mki, gnutls_srtp_get_selected_profile,
	gnutls_srtp_set_mki, gnutls_srtp_set_profile, gnutls_srtp_set_profile_direct,
	gnutls_supplemental_recv, gnutls_supplemental_send, gnutls_transport_set_errno,
};
