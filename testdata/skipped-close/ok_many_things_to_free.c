/* There is much to free behind the close, so that not all that may be missing is told apart to the end. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    char *id, *user, *password, *will, *topic;
};

static void client_init(struct client *c, const char *id)
{
    memset(c, 0, sizeof *c);
    c->fd = -1;
    c->id = strdup(id);
}

static int client_connect(struct client *c, int listener)
{
    c->fd = connect_to_loopback(listener);
    return c->fd < 0 ? -1 : 0;
}

static void drop(char **text)
{
    memset(*text, 0, strlen(*text));
    free(*text);
    *text = NULL;
}

static void client_destroy(struct client *c)
{
    if (c == NULL)
        return;
    if (c->id != NULL)
        drop(&c->id);
    if (c->fd != -1) {
        close(c->fd);
        c->fd = -1;
    }
    if (c->user != NULL)
        drop(&c->user);
    if (c->password != NULL)
        drop(&c->password);
    if (c->will != NULL)
        drop(&c->will);
    if (c->topic != NULL)
        drop(&c->topic);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct client c;
    client_init(&c, "one");
    client_connect(&c, listener);
    client_destroy(&c);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
