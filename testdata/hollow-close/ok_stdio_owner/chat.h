#ifndef CHAT_H
#define CHAT_H

#include <stdio.h>

struct chat {
    int fd;
    FILE *out;
};

struct chat *chat_open(int listener);
void chat_close(struct chat *chat);

#endif
