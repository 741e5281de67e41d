/* The thread hands the client's socket on to another thread, which closes it; not when there is no server. */
#include <pthread.h>
#include <stdlib.h>
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

static void *to_server(void *arg)
{
    struct relay *r = arg;
    char buffer[64];
    ssize_t n;
    while ((n = recv(r->client, buffer, sizeof buffer, MSG_DONTWAIT)) > 0)
        send(r->server, buffer, (size_t)n, MSG_NOSIGNAL);
    close(r->client);
    r->client = -1;
    return NULL;
}

static void *relay_main(void *arg)
{
    struct relay *r = arg;
    pthread_t thread;
    r->server = connect_local("/nonexistent/server");
    if (r->server < 0)
        return NULL; // expect: skipped-close
    if (pthread_create(&thread, NULL, to_server, r) != 0)
        abort();
    pthread_join(thread, NULL);
    close(r->server);
    return NULL;
}

static int relay_run(int listener)
{
    struct relay r;
    pthread_t thread;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    r.client = fd;
    if (pthread_create(&thread, NULL, relay_main, &r) != 0) {
        close(fd);
        return -1;
    }
    pthread_join(thread, NULL);
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
    int failed = expect_leak(before);

    close(client);
    close(listener);
    return failed;
}
