/* Who opens into its caller's object cleans up when it fails: those who close it do so only when all is well, and one keeps
 * it in any case. */
#include <errno.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct watch {
    int fd;
    int group;
};

static int watch_open(struct watch *w, int group)
{
    w->fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    if (w->fd < 0)
        return -errno;
    if (setsockopt(w->fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0)
        return -errno; // expect: unclosed-socket
    w->group = group;
    return 0;
}

static struct watch links;

/* Whether there are news of links is asked for again and again. */
int has_link_news(void)
{
    char news;
    if (links.fd <= 0)
        watch_open(&links, 1);
    return links.fd > 0 && recv(links.fd, &news, 1, MSG_DONTWAIT | MSG_PEEK) > 0;
}

int watch_once(char *to, size_t n)
{
    struct watch w;
    int err = watch_open(&w, 1);
    if (err)
        return err;
    err = (int)recv(w.fd, to, n, MSG_DONTWAIT);
    close(w.fd);
    return err;
}

int watch_is_there(int group)
{
    struct watch w;
    if (watch_open(&w, group) < 0)
        return 0;
    close(w.fd);
    return 1;
}

/* There is a first group, but not one of that large a number. */
int main(void)
{
    char news[256];

    int before = open_descriptors();
    has_link_news();
    watch_once(news, sizeof news);
    watch_is_there(1);
    watch_is_there(1 << 20);
    if (links.fd > 0)
        close(links.fd);
    return expect_leak(before);
}
