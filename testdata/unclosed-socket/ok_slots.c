/* Clients live in the slots of arrays, by number, by pointer and in pairs; each way out closes what is there. */
// expect: nothing
#include <fcntl.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { MOST = 16 };

struct client {
    int fd, used;
};

/* What is_running() still has to say, one letter each time, until it stays at no. */
static const char *answers = "";

int is_running(void)
{
    return *answers != '\0' && *answers++ == 'y';
}

/* The last one moves to the slot of one that goes. */
void by_number(int listener)
{
    int fds[MOST], n = 0;

    while (is_running()) {
        struct pollfd p[MOST + 1];

        memset(p, 0, sizeof p);
        p[0].fd = listener;
        p[0].events = POLLIN;
        for (int i = 0; i < n; i++) {
            p[i + 1].fd = fds[i];
            p[i + 1].events = POLLIN;
        }
        if (poll(p, n + 1, -1) < 0)
            break;
        if (p[0].revents && n < MOST) {
            int fd = accept(listener, NULL, NULL);

            if (fd >= 0)
                fds[n++] = fd;
        }
        for (int i = 0; i < n; i++)
            if (p[i + 1].revents) {
                close(fds[i]);
                fds[i] = fds[--n];
            }
    }
    for (int i = 0; i < n; i++)
        close(fds[i]);
}

void by_pointer(int listener)
{
    struct client all[MOST], *c;

    memset(all, 0, sizeof all);
    while (is_running()) {
        for (c = all; c < all + MOST && c->used; c++) {
        }
        if (c == all + MOST)
            break;
        c->fd = accept(listener, NULL, NULL);
        if (c->fd < 0)
            continue;
        c->used = 1;
        for (int i = 0; i < MOST; i++)
            if (all[i].used && is_running()) {
                close(all[i].fd);
                all[i].used = 0;
            }
    }
    for (int i = 0; i < MOST; i++)
        if (all[i].used)
            close(all[i].fd);
}

int in_pairs(int n)
{
    int all[MOST][2], i, status = -1;

    for (i = 0; i < n; i++)
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, all[i]) != 0)
            goto done;
    status = 0;
done:
    while (--i >= 0) {
        close(all[i][0]);
        close(all[i][1]);
    }
    return status;
}

/* Three clients, the first of which hangs up at once: its slot goes to the second one. */
static void meet_by_number(int listener)
{
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);
    int third = connect_to_loopback(listener);

    close(first);
    answers = "yyy";
    by_number(listener);
    close(second);
    close(third);
}

/* Three clients: one goes when the second one comes, two are there at the end. Then nobody else comes. */
static void meet_by_pointer(int listener)
{
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);
    int third = connect_to_loopback(listener);

    answers = "yn"
              "yyn"
              "ynn"
              "y";
    by_pointer(listener);
    close(first);
    close(second);
    close(third);
}

/* There is no room for the second pair. */
static void meet_in_too_many_pairs(int next)
{
    struct rlimit usual, small;

    getrlimit(RLIMIT_NOFILE, &usual);
    small = usual;
    small.rlim_cur = (rlim_t)next + 3;
    setrlimit(RLIMIT_NOFILE, &small);
    in_pairs(3);
    setrlimit(RLIMIT_NOFILE, &usual);
}

int main(void)
{
    int before = open_descriptors();
    int listener = listen_on_loopback();
    if (listener < 0 || fcntl(listener, F_SETFL, O_NONBLOCK) < 0)
        return 1;
    meet_by_number(listener);
    meet_by_pointer(listener);
    in_pairs(3);
    meet_in_too_many_pairs(listener + 1);
    close(listener);
    return expect_no_leak(before);
}
