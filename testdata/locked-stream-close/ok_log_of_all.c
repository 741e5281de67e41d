/* Everybody writes to the log, a file: the thread that is blocked on its line does not have that lock. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct log {
    FILE *file;
    int lines;
};

static struct log *journal;

struct feed {
    int fd;
    pthread_t thread;
};

static void log_line(const char *text)
{
    fprintf(journal->file, "%s\n", text);
    fflush(journal->file);
    journal->lines++;
}

static int log_open(const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd < 0)
        return -1;
    journal = calloc(1, sizeof *journal);
    if (journal == NULL) {
        close(fd);
        return -1;
    }
    journal->file = fdopen(fd, "a");
    if (journal->file == NULL) {
        free(journal);
        close(fd);
        return -1;
    }
    return 0;
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
    if (listener < 0 || log_open("/dev/null") < 0)
        return 1;
    feed.fd = connect_to_loopback(listener);
    if (feed.fd < 0)
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
    fclose(journal->file);
    free(journal);
    return teardown_ended();
}
