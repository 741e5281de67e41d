/* A connection of the program's own lets go whoever waits for the next guest. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct door {
    int listener;
    int guest;
    volatile int open;
    pthread_t thread;
};

static void *door_main(void *arg)
{
    struct door *door = arg;
    while (door->open) {
        int guest = accept(door->listener, NULL, NULL);
        if (guest >= 0)
            close(guest);
    }
    return NULL;
}

static int door_open(struct door *door, int guest)
{
    door->guest = guest;
    door->open = 1;
    door->listener = listen_on_loopback();
    if (door->listener < 0)
        return -1;
    if (pthread_create(&door->thread, NULL, door_main, door) != 0) {
        close(door->listener);
        return -1;
    }
    return 0;
}

static void door_close(struct door *door)
{
    door->open = 0;
    send(door->guest, "closing\n", 8, MSG_NOSIGNAL);
    int last = connect_to_loopback(door->listener);
    pthread_join(door->thread, NULL);
    close(last);
    close(door->listener);
}

int main(void)
{
    int ends[2];
    struct door door;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 || door_open(&door, ends[0]) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    door_close(&door);
    close(ends[0]);
    close(ends[1]);
    return teardown_ended();
}
