/* Calls or names every function of rules/models/mbedtls.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/pk.h>
#include <mbedtls/error.h>

void use_mbedtls_net_init(mbedtls_net_context *arg1) {
	mbedtls_net_init(arg1);
}
void use_mbedtls_net_connect(mbedtls_net_context *arg1, const char *arg2, const char *arg3,
                             int arg4) {
	(void)mbedtls_net_connect(arg1, arg2, arg3, arg4);
}
void use_mbedtls_net_bind(mbedtls_net_context *arg1, const char *arg2, const char *arg3, int arg4) {
	(void)mbedtls_net_bind(arg1, arg2, arg3, arg4);
}
void use_mbedtls_net_accept(mbedtls_net_context *arg1, mbedtls_net_context *arg2, void *arg3,
                            size_t arg4, size_t *arg5) {
	(void)mbedtls_net_accept(arg1, arg2, arg3, arg4, arg5);
}
void use_mbedtls_net_free(mbedtls_net_context *arg1) {
	mbedtls_net_free(arg1);
}
void use_mbedtls_net_close(mbedtls_net_context *arg1) {
	mbedtls_net_close(arg1);
}
void use_mbedtls_net_set_nonblock(mbedtls_net_context *arg1) {
	(void)mbedtls_net_set_nonblock(arg1);
}
void use_mbedtls_net_recv(void *arg1, unsigned char *arg2, size_t arg3) {
	(void)mbedtls_net_recv(arg1, arg2, arg3);
}
void use_mbedtls_net_recv_timeout(void *arg1, unsigned char *arg2, size_t arg3, uint32_t arg4) {
	(void)mbedtls_net_recv_timeout(arg1, arg2, arg3, arg4);
}
void use_mbedtls_net_send(void *arg1, const unsigned char *arg2, size_t arg3) {
	(void)mbedtls_net_send(arg1, arg2, arg3);
}
void use_mbedtls_ssl_set_bio(mbedtls_ssl_context *arg1, void *arg2, mbedtls_ssl_send_t *arg3,
                             mbedtls_ssl_recv_t *arg4, mbedtls_ssl_recv_timeout_t *arg5) {
	mbedtls_ssl_set_bio(arg1, arg2, arg3, arg4, arg5);
}
void use_mbedtls_ssl_free(mbedtls_ssl_context *arg1) {
	mbedtls_ssl_free(arg1);
}
const void *const mbedtls_nothing[] = {
	mbedtls_ctr_drbg_free, mbedtls_ctr_drbg_init, mbedtls_ctr_drbg_reseed,
	mbedtls_ctr_drbg_self_test, mbedtls_ctr_drbg_set_entropy_len, mbedtls_ctr_drbg_set_nonce_len,
	mbedtls_ctr_drbg_set_prediction_resistance, mbedtls_ctr_drbg_set_reseed_interval,
	mbedtls_ctr_drbg_update_ret, mbedtls_ctr_drbg_update_seed_file,
	mbedtls_ctr_drbg_write_seed_file, mbedtls_entropy_free, mbedtls_entropy_gather,
	mbedtls_entropy_init, mbedtls_entropy_self_test, mbedtls_entropy_update_manual,
	mbedtls_entropy_update_seed_file, mbedtls_entropy_write_seed_file, mbedtls_net_poll,
	mbedtls_net_set_block, mbedtls_net_usleep, mbedtls_pk_can_do, mbedtls_pk_check_pair,
	mbedtls_pk_debug, mbedtls_pk_free, mbedtls_pk_get_bitlen, mbedtls_pk_get_name,
	mbedtls_pk_get_type, mbedtls_pk_info_from_type, mbedtls_pk_init, mbedtls_pk_load_file,
	mbedtls_pk_parse_key, mbedtls_pk_parse_keyfile, mbedtls_pk_parse_public_key,
	mbedtls_pk_parse_public_keyfile, mbedtls_pk_parse_subpubkey, mbedtls_pk_setup,
	mbedtls_pk_verify, mbedtls_pk_verify_ext, mbedtls_pk_verify_restartable,
	mbedtls_pk_write_key_der, mbedtls_pk_write_key_pem, mbedtls_pk_write_pubkey,
	mbedtls_pk_write_pubkey_der, mbedtls_pk_write_pubkey_pem, mbedtls_ssl_check_pending,
	mbedtls_ssl_check_record, mbedtls_ssl_ciphersuite_from_id, mbedtls_ssl_ciphersuite_from_string,
	mbedtls_ssl_ciphersuite_uses_ec, mbedtls_ssl_ciphersuite_uses_psk, mbedtls_ssl_close_notify,
	mbedtls_ssl_conf_alpn_protocols, mbedtls_ssl_conf_arc4_support, mbedtls_ssl_conf_authmode,
	mbedtls_ssl_conf_ca_chain, mbedtls_ssl_conf_cbc_record_splitting, mbedtls_ssl_conf_cert_profile,
	mbedtls_ssl_conf_cert_req_ca_list, mbedtls_ssl_conf_ciphersuites,
	mbedtls_ssl_conf_ciphersuites_for_version, mbedtls_ssl_conf_curves,
	mbedtls_ssl_conf_dh_param_bin, mbedtls_ssl_conf_dh_param_ctx, mbedtls_ssl_conf_dhm_min_bitlen,
	mbedtls_ssl_conf_dtls_anti_replay, mbedtls_ssl_conf_dtls_badmac_limit,
	mbedtls_ssl_conf_dtls_srtp_protection_profiles, mbedtls_ssl_conf_encrypt_then_mac,
	mbedtls_ssl_conf_endpoint, mbedtls_ssl_conf_extended_master_secret, mbedtls_ssl_conf_fallback,
	mbedtls_ssl_conf_handshake_timeout, mbedtls_ssl_conf_legacy_renegotiation,
	mbedtls_ssl_conf_max_frag_len, mbedtls_ssl_conf_max_version, mbedtls_ssl_conf_min_version,
	mbedtls_ssl_conf_own_cert, mbedtls_ssl_conf_psk, mbedtls_ssl_conf_read_timeout,
	mbedtls_ssl_conf_renegotiation, mbedtls_ssl_conf_renegotiation_enforced,
	mbedtls_ssl_conf_renegotiation_period, mbedtls_ssl_conf_session_tickets,
	mbedtls_ssl_conf_sig_hashes, mbedtls_ssl_conf_srtp_mki_value_supported,
	mbedtls_ssl_conf_transport, mbedtls_ssl_conf_truncated_hmac, mbedtls_ssl_config_defaults,
	mbedtls_ssl_config_free, mbedtls_ssl_config_init, mbedtls_ssl_context_load,
	mbedtls_ssl_context_save, mbedtls_ssl_dtls_srtp_set_mki_value, mbedtls_ssl_get_alpn_protocol,
	mbedtls_ssl_get_bytes_avail, mbedtls_ssl_get_ciphersuite, mbedtls_ssl_get_ciphersuite_id,
	mbedtls_ssl_get_ciphersuite_name, mbedtls_ssl_get_ciphersuite_sig_alg,
	mbedtls_ssl_get_ciphersuite_sig_pk_alg, mbedtls_ssl_get_dtls_srtp_negotiation_result,
	mbedtls_ssl_get_input_max_frag_len, mbedtls_ssl_get_max_out_record_payload,
	mbedtls_ssl_get_output_max_frag_len, mbedtls_ssl_get_peer_cert,
	mbedtls_ssl_get_record_expansion, mbedtls_ssl_get_session, mbedtls_ssl_get_session_pointer,
	mbedtls_ssl_get_verify_result, mbedtls_ssl_get_version, mbedtls_ssl_handshake,
	mbedtls_ssl_handshake_step, mbedtls_ssl_init, mbedtls_ssl_list_ciphersuites, mbedtls_ssl_read,
	mbedtls_ssl_renegotiate, mbedtls_ssl_send_alert_message, mbedtls_ssl_session_free,
	mbedtls_ssl_session_init, mbedtls_ssl_session_load, mbedtls_ssl_session_reset,
	mbedtls_ssl_session_save, mbedtls_ssl_set_client_transport_id, mbedtls_ssl_set_datagram_packing,
	mbedtls_ssl_set_hostname, mbedtls_ssl_set_hs_authmode, mbedtls_ssl_set_hs_ca_chain,
	mbedtls_ssl_set_hs_own_cert, mbedtls_ssl_set_hs_psk, mbedtls_ssl_set_mtu,
	mbedtls_ssl_set_session, mbedtls_ssl_setup, mbedtls_ssl_tls_prf, mbedtls_ssl_write,
	mbedtls_strerror, mbedtls_x509_crt_check_extended_key_usage, mbedtls_x509_crt_check_key_usage,
	mbedtls_x509_crt_free, mbedtls_x509_crt_info, mbedtls_x509_crt_init,
	mbedtls_x509_crt_is_revoked, mbedtls_x509_crt_parse, mbedtls_x509_crt_parse_der,
	mbedtls_x509_crt_parse_der_nocopy, mbedtls_x509_crt_parse_file, mbedtls_x509_crt_parse_path,
	mbedtls_x509_crt_verify_info,
};
