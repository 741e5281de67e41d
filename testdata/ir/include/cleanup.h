/* Included by cleanup.c: a function that only a cleanup attribute names. */
typedef struct {
	int fd;
} conn;
static inline void free_conn(conn *c) { close_it(&c->fd); }
static inline void not_used(conn *c) { close_it(&c->fd); }
