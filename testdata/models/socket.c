/* Calls or names every function of rules/models/socket.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <netdb.h>
#include <sys/socket.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
ssize_t __recv_alias(int, void *, size_t, int);
ssize_t __recv_chk(int, void *, size_t, size_t, int);
ssize_t __recv_chk_warn(int, void *, size_t, size_t, int);
ssize_t __recvfrom_alias(int, void *, size_t, int, struct sockaddr *, socklen_t *);
ssize_t __recvfrom_chk(int, void *, size_t, size_t, int, struct sockaddr *, socklen_t *);
ssize_t __recvfrom_chk_warn(int, void *, size_t, size_t, int, struct sockaddr *, socklen_t *);

void use_socket(int domain, int type, int protocol) {
	(void)socket(domain, type, protocol);
}
void use_socketpair(int domain, int type, int protocol, int *sv) {
	(void)socketpair(domain, type, protocol, sv);
}
void use_accept(int fd, struct sockaddr *address, socklen_t *length) {
	(void)accept(fd, address, length);
}
void use_accept4(int fd, struct sockaddr *address, socklen_t *length, int flags) {
	(void)accept4(fd, address, length, flags);
}
void use_connect(int fd, const struct sockaddr *address, socklen_t length) {
	(void)connect(fd, address, length);
}
void use_rresvport(int *port) {
	(void)rresvport(port);
}
void use_rresvport_af(int *port, sa_family_t family) {
	(void)rresvport_af(port, family);
}
void use_rcmd(char **host, unsigned short port, const char *local_user, const char *remote_user,
              const char *command, int *fd2) {
	(void)rcmd(host, port, local_user, remote_user, command, fd2);
}
void use_rcmd_af(char **host, unsigned short port, const char *local_user, const char *remote_user,
                 const char *command, int *fd2, sa_family_t family) {
	(void)rcmd_af(host, port, local_user, remote_user, command, fd2, family);
}
void use_rexec(char **host, int port, const char *user, const char *password, const char *command,
               int *fd2) {
	(void)rexec(host, port, user, password, command, fd2);
}
void use_rexec_af(char **host, int port, const char *user, const char *password,
                  const char *command, int *fd2, sa_family_t family) {
	(void)rexec_af(host, port, user, password, command, fd2, family);
}
void use_shutdown(int fd, int how) {
	(void)shutdown(fd, how);
}
void use_recv(int fd, void *buffer, size_t size, int flags) {
	(void)recv(fd, buffer, size, flags);
}
void use_recvfrom(int fd, void *buffer, size_t size, int flags, struct sockaddr *address,
                  socklen_t *length) {
	(void)recvfrom(fd, buffer, size, flags, address, length);
}
void use_recvmsg(int fd, struct msghdr *message, int flags) {
	(void)recvmsg(fd, message, flags);
}
void use_recvmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags,
                  struct timespec *timeout) {
	(void)recvmmsg(fd, messages, count, flags, timeout);
}
void use_send(int fd, const void *buffer, size_t size, int flags) {
	(void)send(fd, buffer, size, flags);
}
void use_sendto(int fd, const void *buffer, size_t size, int flags, const struct sockaddr *address,
                socklen_t length) {
	(void)sendto(fd, buffer, size, flags, address, length);
}
void use_sendmsg(int fd, const struct msghdr *message, int flags) {
	(void)sendmsg(fd, message, flags);
}
void use_sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags) {
	(void)sendmmsg(fd, messages, count, flags);
}
void use_recv_chk(int fd, void *buffer, size_t size, size_t room, int flags) {
	(void)__recv_chk(fd, buffer, size, room, flags);
}
void use_recv_alias(int fd, void *buffer, size_t size, int flags) {
	(void)__recv_alias(fd, buffer, size, flags);
}
void use_recv_chk_warn(int fd, void *buffer, size_t size, size_t room, int flags) {
	(void)__recv_chk_warn(fd, buffer, size, room, flags);
}
void use_recvfrom_chk(int fd, void *buffer, size_t size, size_t room, int flags,
                      struct sockaddr *address, socklen_t *length) {
	(void)__recvfrom_chk(fd, buffer, size, room, flags, address, length);
}
void use_recvfrom_alias(int fd, void *buffer, size_t size, int flags, struct sockaddr *address,
                        socklen_t *length) {
	(void)__recvfrom_alias(fd, buffer, size, flags, address, length);
}
void use_recvfrom_chk_warn(int fd, void *buffer, size_t size, size_t room, int flags,
                           struct sockaddr *address, socklen_t *length) {
	(void)__recvfrom_chk_warn(fd, buffer, size, room, flags, address, length);
}
void use_setsockopt(int fd, int level, int option, const void *value, socklen_t size) {
	(void)setsockopt(fd, level, option, value, size);
}
void use_getsockopt(int fd, int level, int option, void *value, socklen_t *size) {
	(void)getsockopt(fd, level, option, value, size);
}

/* clang-format off */
const void *const socket_nothing[] = {
	bind, listen, getsockname, getpeername, sockatmark, isfdtype, bindresvport, bindresvport6,
	getsourcefilter, setsourcefilter, getipv4sourcefilter, setipv4sourcefilter, __cmsg_nxthdr
};
