/* Two labels of a switch share an arm, in which the same question is asked again. */
#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { ASK_INDEX, ASK_UP, ASK_RUNNING };

struct question {
    int kind;
    const char *interface;
};

static int answer(const struct question *q)
{
    struct ifreq request;
    int flag = 0, s;

    switch (q->kind) {
    case ASK_INDEX:
        return (int)if_nametoindex(q->interface);
    case ASK_UP:
    case ASK_RUNNING:
        memset(&request, 0, sizeof request);
        strncpy(request.ifr_name, q->interface, sizeof request.ifr_name - 1);
        if ((s = socket(AF_INET, SOCK_DGRAM, 0)) < 0)
            break;
        if (ioctl(s, SIOCGIFFLAGS, &request) < 0) {
            close(s);
            break;
        }
        switch (q->kind) {
        case ASK_UP:
            flag = IFF_UP;
            break;
        case ASK_RUNNING:
            flag = IFF_RUNNING;
            break;
        }
        return (request.ifr_flags & flag) != 0; // expect: unclosed-socket
    }
    return -1;
}

int main(void)
{
    int before = open_descriptors();
    struct question index = {ASK_INDEX, "lo"}, running = {ASK_RUNNING, "lo"};

    if (answer(&index) < 0 || answer(&running) < 0)
        return 1;
    return expect_leak(before);
}
