/* The last reference frees the channel, but nothing ever closes what the channel holds. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct channel {
    int fd;
    int refs;
    char *topic;
};

/* Takes over fd unless it returns NULL. */
static struct channel *channel_new(int fd, const char *topic)
{
    struct channel *ch = malloc(sizeof *ch);
    if (ch == NULL)
        return NULL;
    ch->fd = fd;
    ch->refs = 1;
    ch->topic = strdup(topic);
    return ch;
}

static struct channel *channel_ref(struct channel *ch)
{
    ch->refs++;
    return ch;
}

static void channel_close(struct channel *ch) // expect-missed: hollow-close
{
    if (--ch->refs > 0)
        return;
    free(ch->topic);
    free(ch);
}

static int publish(int listener, const char *text)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    struct channel *ch = channel_new(fd, "news");
    if (ch == NULL) {
        close(fd);
        return -1;
    }

    struct channel *writer = channel_ref(ch);
    ssize_t n = send(writer->fd, text, strlen(text), MSG_NOSIGNAL);
    channel_close(writer);
    channel_close(ch); // expect-wrong: borrowing-wrapper
    return n < 0 ? -1 : 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    publish(listener, "hello\n");
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
