/* A slot's descriptor shares its place with the number of the next free slot, which is stored there
 * before anybody has closed it. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { SLOTS = 4 };

struct slot {
    int is_used;
    union {
        int fd;
        int next_free;
    };
};

static void slot_release(struct slot *s, int next)
{
    s->is_used = 0;
    s->next_free = next; // expect: overwritten-socket
}

static void visit(int listener)
{
    struct slot s = {.is_used = 1};
    s.fd = connect_to_loopback(listener);
    if (s.fd < 0)
        return;
    send(s.fd, "hello\n", 6, MSG_NOSIGNAL);
    slot_release(&s, SLOTS);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
