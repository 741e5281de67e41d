/* The flag is set between the start and the wait: so it is no wait for work to be done. */
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

static int line = -1;
static atomic_int finish;

static void *count_lines(void *count)
{
    char c;
    while (!finish) {
        if (recv(line, &c, 1, 0) == 1 && c == '\n')
            ++*(long *)count;
    }
    return NULL;
}

int main(void)
{
    pthread_t counter;
    long lines = 0;
    int listener = listen_on_loopback();
    line = connect_to_loopback(listener);
    if (line < 0 || pthread_create(&counter, NULL, count_lines, &lines) != 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    finish = 1;
    pthread_join(counter, NULL); // expect: join-before-wake
    close(line);
    close(listener);
    return teardown_ended();
}
