/* A client with three sockets and many optional members: what is there is closed, whichever of them are. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int line, wake_in, wake_out;
    char *host, *name, *user, *secret, *will;
};

void client_cleanup(struct client *c)
{
    if (c == NULL)
        return;
    if (c->name)
        free(c->name);
    if (c->line != -1)
        close(c->line);
    if (c->host)
        free(c->host);
    if (c->user)
        free(c->user);
    if (c->secret)
        free(c->secret);
    if (c->will)
        free(c->will);
    if (c->wake_in != -1)
        close(c->wake_in);
    if (c->wake_out != -1)
        close(c->wake_out);
}

int client_open(struct client *c, int domain)
{
    int pair[2];
    c->line = socket(domain, SOCK_STREAM, 0);
    if (c->line == -1)
        return -1;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
        return 0;
    c->wake_in = pair[0];
    c->wake_out = pair[1];
    return 0;
}

static void visit(int domain, unsigned members)
{
    struct client c = {.line = -1, .wake_in = -1, .wake_out = -1};
    if (members & 1)
        c.host = strdup("localhost");
    if (members & 2)
        c.name = strdup("one");
    if (members & 4)
        c.user = strdup("user");
    if (members & 8)
        c.secret = strdup("secret");
    if (members & 16)
        c.will = strdup("gone");
    client_open(&c, domain);
    client_cleanup(&c);
}

/* There is room for the line, and none for the pair. */
static void visit_without_pair(void)
{
    struct rlimit usual, small;
    int next = dup(STDOUT_FILENO);

    close(next);
    getrlimit(RLIMIT_NOFILE, &usual);
    small = usual;
    small.rlim_cur = (rlim_t)next + 1;
    setrlimit(RLIMIT_NOFILE, &small);
    visit(AF_INET, 31);
    setrlimit(RLIMIT_NOFILE, &usual);
}

int main(void)
{
    int before = open_descriptors();
    for (unsigned members = 0; members < 32; members++) {
        visit(AF_INET, members);
        visit(-1, members);
    }
    visit_without_pair();
    return expect_no_leak(before);
}
