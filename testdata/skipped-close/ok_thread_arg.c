/* The thread closes the client's socket where all is well; else its starter does, who has waited for it. */
// expect: nothing
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "../truth.h"

struct relay {
    int client;
    int server;
};

static int connect_local(const char *path)
{
    struct sockaddr_un addr = {.sun_family = AF_UNIX};
    strncpy(addr.sun_path, path, sizeof addr.sun_path - 1);

    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&addr, sizeof addr) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static void *relay_main(void *arg)
{
    struct relay *r = arg;
    r->server = connect_local("/nonexistent/server");
    if (r->server < 0)
        return NULL;
    send(r->server, "hello\n", 6, MSG_NOSIGNAL);
    close(r->server);
    close(r->client);
    r->client = -1;
    return NULL;
}

static int relay_run(int listener)
{
    struct relay r;
    pthread_t thread;
    r.client = accept(listener, NULL, NULL);
    if (r.client < 0)
        return -1;
    if (pthread_create(&thread, NULL, relay_main, &r) != 0) {
        close(r.client);
        return -1;
    }
    pthread_join(thread, NULL);
    if (r.client >= 0)
        close(r.client);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    relay_run(listener);
    int failed = expect_no_leak(before);

    close(client);
    close(listener);
    return failed;
}
