/* Objects derive from a common head by their first member; the destructor of this kind closes its socket. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct object {
    int kind;
    void (*destroy)(struct object *self);
};

struct peer {
    struct object object;
    int sock;
    char *name;
};

static void peer_destroy(struct object *self)
{
    struct peer *peer = (struct peer *)self;
    close(peer->sock);
    free(peer->name);
    free(peer);
}

static struct object *peer_new(int listener)
{
    struct peer *peer = calloc(1, sizeof *peer);
    if (peer == NULL)
        return NULL;
    peer->sock = connect_to_loopback(listener);
    if (peer->sock < 0) {
        free(peer);
        return NULL;
    }
    peer->object.destroy = peer_destroy;
    return (struct object *)peer;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct object *o = peer_new(listener);
    if (o != NULL)
        o->destroy(o);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
