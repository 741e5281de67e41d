/* The stream is opened anew before the thread begins: what is closed then nobody reads. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

static FILE *remote;
static pthread_t remote_thread;

static void *remote_main(void *unused)
{
    char line[200];
    (void)unused;
    while (fgets(line, sizeof line, remote) != NULL)
        continue;
    return NULL;
}

static int remote_open(int listener)
{
    if (remote != NULL)
        fclose(remote);
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    remote = fdopen(fd, "r+");
    if (remote == NULL) {
        close(fd);
        return -1;
    }
    return 0;
}

static int remote_hello(void)
{
    return fputs("hello\n", remote) >= 0 && fflush(remote) == 0 ? 0 : -1;
}

static int remote_start(void)
{
    return pthread_create(&remote_thread, NULL, remote_main, NULL);
}

static void remote_stop(void)
{
    shutdown(fileno(remote), SHUT_RDWR);
    pthread_join(remote_thread, NULL);
    fclose(remote);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || remote_open(listener) != 0)
        return 1;
    if (remote_hello() != 0 && (remote_open(listener) != 0 || remote_hello() != 0))
        return 1;
    if (remote_start() != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    remote_stop();
    close(listener);
    return teardown_ended();
}
