#ifndef HTTP_H
#define HTTP_H

struct conn {
    int fd;
    int pending;
};

struct request {
    struct conn *conn;
    char *path;
};

struct conn *conn_open(int listener);
void conn_close(struct conn *c);

struct request *request_start(struct conn *c, const char *path);
void request_close(struct request *req);

#endif
