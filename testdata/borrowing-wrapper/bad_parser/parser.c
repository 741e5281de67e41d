#include "parser.h"

#include <stdlib.h>
#include <sys/socket.h>

struct parser *parser_attach(int fd)
{
    struct parser *p = malloc(sizeof *p);
    struct feed *feed = malloc(sizeof *feed);
    if (p == NULL || feed == NULL) {
        free(p);
        free(feed);
        return NULL;
    }
    feed->fd = fd;
    feed->consumed = 0;
    p->feed = feed;
    p->depth = 0;
    return p;
}

int parser_message(struct parser *p)
{
    char buf[32];
    ssize_t n = recv(p->feed->fd, buf, sizeof buf, MSG_DONTWAIT);
    if (n <= 0)
        return -1;
    p->feed->consumed += (unsigned long)n;
    for (ssize_t i = 0; i < n; i++)
        p->depth += (buf[i] == '(') - (buf[i] == ')');
    return p->depth == 0 ? 0 : -1;
}

void parser_destroy(struct parser *p)
{
    free(p->feed);
    free(p);
}
