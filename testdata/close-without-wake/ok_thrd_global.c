/* Threads of C11, and everything in globals: the shutdown is what ends the read. */
// expect: nothing
#include <threads.h>

#include "../hang.h"

static int control_fd = -1;
static thrd_t control_thread;

static int control_main(void *unused)
{
    (void)unused;
    char command[80];
    for (;;) {
        ssize_t n = read(control_fd, command, sizeof command);
        if (n <= 0)
            return 0;
    }
}

static int control_init(int listener)
{
    control_fd = accept(listener, NULL, NULL);
    if (control_fd < 0)
        return -1;
    if (thrd_create(&control_thread, control_main, NULL) != thrd_success) {
        close(control_fd);
        return -1;
    }
    return 0;
}

static void control_exit(void)
{
    int result;
    shutdown(control_fd, SHUT_RDWR);
    thrd_join(control_thread, &result);
    close(control_fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    if (control_init(listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    control_exit();
    close(peer);
    close(listener);
    return teardown_ended();
}
