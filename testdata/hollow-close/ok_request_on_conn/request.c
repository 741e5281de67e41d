#include "http.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct request *request_start(struct conn *c, const char *path)
{
    struct request *req = malloc(sizeof *req);
    if (req == NULL)
        return NULL;
    req->conn = c;
    req->path = strdup(path);
    c->pending++;
    send(c->fd, "GET\r\n", 5, MSG_NOSIGNAL);
    return req;
}

void request_close(struct request *req)
{
    req->conn->pending--;
    req->conn = NULL;
    free(req->path);
    free(req);
}
