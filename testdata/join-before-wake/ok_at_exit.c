/* The handler of atexit wakes the thread and joins it. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

static int events_fd = -1;
static pthread_t events_thread;

static void *events_main(void *unused)
{
    char event[48];
    (void)unused;
    while (read(events_fd, event, sizeof event) > 0)
        continue;
    return NULL;
}

static void events_exit(void)
{
    shutdown(events_fd, SHUT_RDWR);
    pthread_join(events_thread, NULL);
    close(events_fd);
}

static int events_init(int listener)
{
    events_fd = connect_to_loopback(listener);
    if (events_fd < 0)
        return -1;
    if (pthread_create(&events_thread, NULL, events_main, NULL) != 0) {
        close(events_fd);
        return -1;
    }
    return atexit(events_exit);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || events_init(listener) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    exit(0);
}
