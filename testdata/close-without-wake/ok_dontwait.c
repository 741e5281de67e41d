/* The thread asks for data with MSG_DONTWAIT and sleeps by the clock: close need not wake it. */
// expect: nothing
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "../hang.h"

struct sampler {
    int sock;
    atomic_int stop;
    pthread_t thread;
};

static void *sampler_main(void *arg)
{
    struct sampler *s = arg;
    const struct timespec period = {.tv_nsec = 20 * 1000 * 1000};
    char sample[16];
    while (!s->stop) {
        ssize_t n = recv(s->sock, sample, sizeof sample, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN))
            break;
        nanosleep(&period, NULL);
    }
    return NULL;
}

static int sampler_start(struct sampler *s, int listener)
{
    s->stop = 0;
    s->sock = connect_to_loopback(listener);
    if (s->sock < 0)
        return -1;
    if (pthread_create(&s->thread, NULL, sampler_main, s) != 0) {
        close(s->sock);
        return -1;
    }
    return 0;
}

static void sampler_stop(struct sampler *s)
{
    s->stop = 1;
    close(s->sock);
    pthread_join(s->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    struct sampler s;
    if (listener < 0 || sampler_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    sampler_stop(&s);
    close(listener);
    return teardown_ended();
}
