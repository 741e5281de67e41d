/* net_dial stores the new socket through its pointer, right over the one that is still open. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct engine {
    int listener;
    struct {
        int control;
        int turns;
    } io;
};

/* *sock is the new socket when this returns 0, and -1 otherwise. */
static int net_dial(int listener, int *sock)
{
    *sock = connect_to_loopback(listener);
    return *sock < 0 ? -1 : 0;
}

static int engine_start(struct engine *e)
{
    e->io.turns = 0;
    return net_dial(e->listener, &e->io.control);
}

static int engine_restart(struct engine *e)
{
    send(e->io.control, "restart\n", 8, MSG_NOSIGNAL);
    e->io.turns++;
    return net_dial(e->listener, &e->io.control); // expect: overwritten-socket
}

static void engine_stop(struct engine *e)
{
    if (e->io.control >= 0)
        close(e->io.control);
    e->io.control = -1;
}

static void run(int listener)
{
    struct engine e = {.listener = listener};
    if (engine_start(&e) < 0)
        return;
    engine_restart(&e);
    engine_stop(&e);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    run(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
