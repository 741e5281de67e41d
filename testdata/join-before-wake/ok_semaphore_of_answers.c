/* The semaphore says that an answer has come, not that the reader has finished: whoever waits for it lets the line be. */
#include <pthread.h>
#include <semaphore.h>

#include "../hang.h"

static struct {
    int fd;
    unsigned answers;
    sem_t answered;
} line;

static void *line_main(void *unused)
{
    char answer[128];
    (void)unused;
    while (recv(line.fd, answer, sizeof answer, 0) > 0) {
        line.answers++;
        sem_post(&line.answered);
    }
    return NULL;
}

static int line_open(int listener)
{
    pthread_t thread;
    line.fd = connect_to_loopback(listener);
    if (line.fd < 0)
        return -1;
    sem_init(&line.answered, 0, 0);
    if (pthread_create(&thread, NULL, line_main, NULL) != 0) {
        close(line.fd);
        return -1;
    }
    pthread_detach(thread);
    return 0;
}

static void line_greet_and_close(void)
{
    sem_wait(&line.answered); // expect: nothing
    shutdown(line.fd, SHUT_RDWR);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0 || line_open(listener) < 0)
        return 1;
    int peer = accept(listener, NULL, NULL);
    if (peer < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    if (send(peer, "hello\n", 6, MSG_NOSIGNAL) != 6)
        return 1;
    line_greet_and_close();
    close(peer);
    close(listener);
    return teardown_ended();
}
