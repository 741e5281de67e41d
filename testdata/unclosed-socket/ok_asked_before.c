/* The same questions, and a socket that is closed on both ways. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct settings {
    int quiet, colour, short_names, dates, sizes, totals, pages, sorted;
};

static void say_start(const struct settings *s)
{
    if (s->quiet)
        puts("quiet");
}

static int ask(const struct settings *s, int listener)
{
    if (s->colour)
        puts("colour");
    if (s->short_names)
        puts("short names");
    if (s->dates)
        puts("dates");
    if (s->sizes)
        puts("sizes");
    if (s->totals)
        puts("totals");
    if (s->pages)
        puts("pages");
    say_start(s);
    if (!s->pages)
        puts("no pages");
    if (!s->totals)
        puts("no totals");
    if (!s->sizes)
        puts("no sizes");
    if (!s->dates)
        puts("no dates");
    if (!s->short_names)
        puts("long names");
    if (!s->colour)
        puts("no colour");
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    if (send(fd, "hello\n", 6, MSG_NOSIGNAL) == 6)
        puts("asked");
    close(fd);
    return 0;
}

// expect: nothing
int main(void)
{
    struct settings s = {.quiet = 1};
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    ask(&s, listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
