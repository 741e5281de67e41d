/* Nothing in the program stores 1 in 'autoclose': the value comes from outside. */
// expect: nothing
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct options {
    int autoclose;
    int keep_alive;
};

struct stream {
    int fd;
    int autoclose;
};

static void options_read(struct options *opt)
{
    const char *text = getenv("STREAM_OPTIONS");
    opt->autoclose = 0;
    opt->keep_alive = 0;
    if (text != NULL)
        sscanf(text, "autoclose=%d keep_alive=%d", &opt->autoclose, &opt->keep_alive);
}

static void stream_init(struct stream *s, int fd, const struct options *opt)
{
    setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &opt->keep_alive, sizeof opt->keep_alive);
    s->fd = fd;
    s->autoclose = opt->autoclose;
}

static void stream_close(struct stream *s)
{
    if (s->autoclose)
        close(s->fd);
    s->fd = -1;
}

static void visit(int listener, const struct options *opt)
{
    struct stream s;
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    stream_init(&s, fd, opt);
    send(s.fd, "hello\n", 6, MSG_NOSIGNAL);
    stream_close(&s);
    if (!opt->autoclose)
        close(fd);
}

int main(void)
{
    struct options opt;
    setenv("STREAM_OPTIONS", "autoclose=1 keep_alive=0", 1);
    options_read(&opt);

    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener, &opt);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
