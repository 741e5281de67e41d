/* Whoever starts a thread and waits for it at once waits for its work: the close behind that is no wake that comes late. */
#include <pthread.h>
#include <sys/wait.h>

#include "../hang.h"

static int line;

static void *count_bytes(void *total)
{
    char buf[256];
    ssize_t n;
    while ((n = recv(line, buf, sizeof buf, 0)) > 0)
        *(long *)total += n;
    return NULL;
}

int main(void)
{
    pthread_t worker;
    long total = 0;
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    pid_t child = fork();
    if (child == 0) {
        int peer = connect_to_loopback(listener);
        _exit(peer < 0 || write(peer, "work", 4) != 4);
    }
    line = accept(listener, NULL, NULL);
    if (line < 0)
        return 1;

    expect_end();
    if (pthread_create(&worker, NULL, count_bytes, &total) != 0) {
        close(line);
        return 1;
    }
    pthread_join(worker, NULL); // expect: nothing
    close(line);
    close(listener);
    if (child < 0 || waitpid(child, NULL, 0) < 0 || total != 4)
        return 1;
    return teardown_ended();
}
