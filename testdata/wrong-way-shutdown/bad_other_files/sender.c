// level: possible
#include "sender.h"

#include <stddef.h>

static void *sender_main(void *arg)
{
    struct sender *s = arg;
    static const char picture[50000];
    while (wire_put(&s->wire, picture, sizeof picture) == 0)
        continue;
    return NULL;
}

int sender_start(struct sender *s, int fd)
{
    if (fd < 0)
        return -1;
    s->wire.fd = fd;
    if (pthread_create(&s->thread, NULL, sender_main, s) != 0) {
        wire_close(&s->wire);
        return -1;
    }
    return 0;
}

void sender_stop(struct sender *s)
{
    wire_stop_receiving(&s->wire); // expect: wrong-way-shutdown
    pthread_join(s->thread, NULL);
    wire_close(&s->wire);
}
