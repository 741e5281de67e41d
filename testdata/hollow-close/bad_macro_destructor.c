/* The destructors of this plugin are made by macros; this one leaves the socket out. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct forwarder {
    char *target;
    int sock;
};

#define BEGIN_FREE_INSTANCE(type)               \
    static void type##_free(struct type *pData) \
    {                                           \
        if (pData == NULL)                      \
            return;

#define END_FREE_INSTANCE \
    free(pData);          \
    }

static struct forwarder *forwarder_new(const char *target)
{
    struct forwarder *fwd = calloc(1, sizeof *fwd);
    if (fwd == NULL)
        return NULL;
    fwd->target = strdup(target);
    fwd->sock = -1;
    return fwd;
}

/* Opens the socket when there is something to send for the first time. */
static int forwarder_send(struct forwarder *fwd, const char *text)
{
    if (fwd->sock < 0) {
        fwd->sock = socket(AF_INET, SOCK_DGRAM, 0);
        if (fwd->sock < 0)
            return -1;
    }
    return send(fwd->sock, text, strlen(text), MSG_NOSIGNAL) < 0 ? -1 : 0;
}

BEGIN_FREE_INSTANCE(forwarder) // expect: hollow-close
    free(pData->target);
END_FREE_INSTANCE

int main(void)
{
    int before = open_descriptors();
    struct forwarder *fwd = forwarder_new("collector");
    if (fwd != NULL)
        forwarder_send(fwd, "hello\n");
    forwarder_free(fwd);
    return expect_leak(before);
}
