/* Everybody writes to the log, a file: the thread that is blocked on its line does not have that lock. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

static FILE *log_file;

struct feed {
    int fd;
    pthread_t thread;
};

static void log_line(const char *text)
{
    fprintf(log_file, "%s\n", text);
    fflush(log_file);
}

static void *feed_main(void *arg)
{
    struct feed *feed = arg;
    char news[100];
    while (recv(feed->fd, news, sizeof news, 0) > 0)
        log_line("news");
    log_line("no more news");
    return NULL;
}

int main(void)
{
    int listener = listen_on_loopback();
    struct feed feed;
    log_file = fopen("/dev/null", "a");
    feed.fd = connect_to_loopback(listener);
    if (log_file == NULL || feed.fd < 0)
        return 1;
    if (pthread_create(&feed.thread, NULL, feed_main, &feed) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    log_line("stopping");
    shutdown(feed.fd, SHUT_RDWR);
    pthread_join(feed.thread, NULL);
    close(feed.fd);
    close(listener);
    fclose(log_file);
    return teardown_ended();
}
