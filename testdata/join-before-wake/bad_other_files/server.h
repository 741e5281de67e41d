#ifndef SERVER_H
#define SERVER_H

struct server;

struct server *server_new(int listener);
void server_free(struct server *server);

#endif
