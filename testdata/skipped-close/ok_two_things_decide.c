/* Two things together say whether the client's socket is its own. So much is asked behind the close that what goes with
 * what is no longer known of the cases that close. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    int is_guest, is_shared;
    char *id, *user, *password, *will, *topic;
};

static void drop(char **text)
{
    free(*text);
    *text = NULL;
}

static void client_close(struct client *c)
{
    /* A guest's socket is its own when it is shared, a member's when it is not. */
    if (c->is_guest) {
        if (c->is_shared)
            close(c->fd);
    } else {
        if (!c->is_shared)
            close(c->fd);
    }
    if (c->id != NULL)
        drop(&c->id);
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
    struct client mine = {.is_guest = 0, .is_shared = 0}, theirs = {.is_guest = 1, .is_shared = 0};
    mine.fd = connect_to_loopback(listener);
    theirs.fd = mine.fd;
    client_close(&theirs);
    client_close(&mine);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
