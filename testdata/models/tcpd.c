/* Calls or names every function of rules/models/tcpd.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <sys/socket.h>
#include <tcpd.h>

void use_request_init(struct request_info *request, int fd) {
	(void)request_init(request, RQ_FILE, fd, 0);
}
void use_request_set(struct request_info *request, int fd) {
	(void)request_set(request, RQ_FILE, fd, 0);
}
void use_refuse(struct request_info *request) {
	refuse(request);
}
void use_clean_exit(struct request_info *request) {
	clean_exit(request);
}
const void *const tcpd_nothing[] = {
	eval_client, eval_hostaddr, eval_hostinfo, eval_hostname, eval_server, eval_user,
	fromhost, hosts_access, hosts_ctl, sock_host, sock_hostaddr, sock_hostname,
};
