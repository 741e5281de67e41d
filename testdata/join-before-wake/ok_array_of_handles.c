/* One loop does everything for each connection in the right order: shutdown, join, close. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

enum { LINES = 3 };

static int lines[LINES];
static pthread_t readers[LINES];

static void *read_line(void *arg)
{
    int *fd = arg;
    char buf[80];
    while (read(*fd, buf, sizeof buf) > 0)
        continue;
    return NULL;
}

static int open_lines(int listener)
{
    for (int i = 0; i < LINES; i++) {
        lines[i] = connect_to_loopback(listener);
        if (lines[i] < 0 || pthread_create(&readers[i], NULL, read_line, &lines[i]) != 0)
            return -1;
    }
    return 0;
}

static void close_lines(void)
{
    for (int i = 0; i < LINES; i++) {
        shutdown(lines[i], SHUT_RDWR);
        pthread_join(readers[i], NULL);
        close(lines[i]);
    }
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || open_lines(listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    close_lines();
    close(listener);
    return teardown_ended();
}
