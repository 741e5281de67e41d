/* The handler of atexit closes the stream that a thread still reads: exit hangs in it. */
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

static void remote_exit(void)
{
    fclose(remote); // expect: locked-stream-close
}

static int remote_init(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    remote = fdopen(fd, "r");
    if (remote == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&remote_thread, NULL, remote_main, NULL) != 0) {
        fclose(remote);
        return -1;
    }
    return atexit(remote_exit);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || remote_init(listener) != 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    exit(1);
}
