/* A thread that cannot do its work ends, and what it opened stays with the process. */
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int work(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (send(fd, "x", 1, MSG_NOSIGNAL) < 0)
        return -1; // expect: unclosed-socket
    close(fd);
    return 0;
}

static void *run(void *arg)
{
    if (work() < 0)
        pthread_exit(NULL);
    return arg;
}

int main(void)
{
    int before = open_descriptors();
    pthread_t thread;
    if (pthread_create(&thread, NULL, run, NULL) != 0)
        return 1;
    pthread_join(thread, NULL);
    return expect_leak(before);
}
