/* Calls or names every function of rules/models/hiredis.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: hiredis */
#include <sys/time.h>
#include <hiredis/hiredis.h>

void use_redisConnect(const char *host, int port) {
	(void)redisConnect(host, port);
}
void use_redisConnectWithTimeout(const char *host, int port, struct timeval timeout) {
	(void)redisConnectWithTimeout(host, port, timeout);
}
void use_redisConnectNonBlock(const char *host, int port) {
	(void)redisConnectNonBlock(host, port);
}
void use_redisConnectUnix(const char *path) {
	(void)redisConnectUnix(path);
}
void use_redisConnectUnixWithTimeout(const char *path, struct timeval timeout) {
	(void)redisConnectUnixWithTimeout(path, timeout);
}
void use_redisConnectFd(int fd) {
	(void)redisConnectFd(fd);
}
void use_redisFree(redisContext *c) {
	redisFree(c);
}
void use_redisFreeKeepFd(redisContext *c) {
	(void)redisFreeKeepFd(c);
}
void use_redisCommand(redisContext *c, const char *format) {
	(void)redisCommand(c, format);
}
void use_redisvCommand(redisContext *c, const char *format, va_list arguments) {
	(void)redisvCommand(c, format, arguments);
}
void use_redisCommandArgv(redisContext *c, int count, const char **arguments,
                          const size_t *lengths) {
	(void)redisCommandArgv(c, count, arguments, lengths);
}
void use_redisGetReply(redisContext *c, void **reply) {
	(void)redisGetReply(c, reply);
}
void use_redisSetTimeout(redisContext *c, struct timeval timeout) {
	(void)redisSetTimeout(c, timeout);
}
const void *const hiredis_nothing[] = {
	freeReplyObject, redisAppendCommand, redisAppendCommandArgv, redisAppendFormattedCommand,
	redisBufferRead, redisBufferWrite, redisEnableKeepAlive, redisvAppendCommand,
};
