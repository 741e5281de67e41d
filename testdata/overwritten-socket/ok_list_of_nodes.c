/* Listeners in a circle of nodes within them: who points to a node has the listener, however many words and addresses
 * there are. Only a function that just reads counts them. */
// expect: nothing
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct node {
    struct node *next, *prev;
};

struct list {
    struct node head;
    int count;
};

struct listener {
    struct node node;
    int fd;
};

struct address {
    struct address *next;
    int family;
};

static struct list listeners = {{&listeners.head, &listeners.head}, 0};

static void node_append(struct node *list, struct node *item)
{
    item->next = list;
    item->prev = list->prev;
    list->prev->next = item;
    list->prev = item;
}

static void list_append(struct list *list, struct node *item)
{
    node_append(&list->head, item);
    list->count++;
}

static int list_count(const struct list *list)
{
    return list->count;
}

static bool add_listener(int family)
{
    struct listener *l;
    int fd = socket(family, SOCK_STREAM, 0);
    if (fd < 0)
        return false;
    l = calloc(1, sizeof *l);
    if (l == NULL) {
        close(fd);
        return false;
    }
    l->fd = fd;
    list_append(&listeners, &l->node);
    return true;
}

static void listen_on_all(const struct address *first)
{
    for (const struct address *a = first; a != NULL; a = a->next)
        add_listener(a->family);
}

static void listen_on_words(const char *words)
{
    struct address second = {NULL, AF_UNIX}, first = {&second, AF_UNIX};
    for (; *words != '\0'; words++)
        listen_on_all(&first);
}

static void set_up(const char *words, const char *path)
{
    listen_on_words(words);
    if (path != NULL && *path != '\0')
        add_listener(AF_UNIX);
    if (list_count(&listeners) == 0)
        exit(1);
}

static void close_all(void)
{
    while (listeners.head.next != &listeners.head) {
        struct listener *l = (struct listener *)listeners.head.next;
        listeners.head.next = l->node.next;
        close(l->fd);
        free(l);
    }
}

int main(void)
{
    int before = open_descriptors();
    set_up("ab", "path");
    close_all();
    return expect_no_leak(before);
}
