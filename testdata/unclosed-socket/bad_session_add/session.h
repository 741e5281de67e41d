#ifndef SESSION_H
#define SESSION_H

enum rc { RC_OK, RC_ERROR };

struct session {
    int sock;
    struct session *next;
};

struct server {
    int listener;
    int max_sessions;
    int count;
    struct session *sessions;
};

/* Accepts a connection into *sock. */
enum rc net_accept(const struct server *srv, int *sock);

/* The session owns sock when this returns RC_OK, and only then. */
enum rc session_add(struct server *srv, int sock);
void session_close_all(struct server *srv);

#endif
