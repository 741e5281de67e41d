/* A record from a list of spare ones, or a new one: both hold the socket that is also returned. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct slot {
    int fd;
};

struct entry {
    struct slot *slot;
    struct entry *next;
};

static struct entry *spare;

static int take(struct entry **list)
{
    struct entry *entry = spare;
    struct slot *slot = malloc(sizeof *slot);

    if (entry != NULL)
        spare = entry->next;
    else
        entry = malloc(sizeof *entry);
    if (entry == NULL || slot == NULL)
        exit(1);
    slot->fd = socket(AF_INET, SOCK_DGRAM, 0);
    entry->slot = slot;
    entry->next = *list;
    *list = entry;
    return slot->fd;
}

static void give_back(struct entry **list)
{
    while (*list != NULL) {
        struct entry *entry = *list;
        *list = entry->next;
        close(entry->slot->fd);
        free(entry->slot);
        entry->next = spare;
        spare = entry;
    }
}

static void probe(struct entry **list)
{
    int fd = take(list);
    if (fd >= 0)
        send(fd, "?", 1, 0);
}

int main(void)
{
    int before = open_descriptors();
    struct entry *list = NULL;
    probe(&list);
    probe(&list);
    give_back(&list);
    return expect_no_leak(before);
}
