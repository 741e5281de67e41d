/*
 * A program with a worker process: requests go out through a socket object, answers come back
 * through its file object in a reader thread. The teardown closes both objects and waits for the
 * worker to hang up in return. It waits for ever.
 */
#include "file_object.h"
#include "reader.h"
#include "socket_object.h"

#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct link {
    struct socket_object socket;
    struct file_object file;
    struct reader reader;
    pid_t worker;
};

/* The worker answers each request in capitals until the program hangs up. */
static void work(int fd)
{
    char buf[128];
    ssize_t n;
    while ((n = recv(fd, buf, sizeof buf, 0)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            buf[i] = (char)toupper((unsigned char)buf[i]);
        if (send(fd, buf, (size_t)n, MSG_NOSIGNAL) < 0)
            break;
    }
}

/* Starts the worker. Returns the program's end of the connection, or -1. */
static int start_worker(pid_t *worker)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;

    *worker = fork();
    if (*worker < 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    if (*worker == 0) {
        close(ends[0]);
        work(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

static int set_up(struct link *link)
{
    int fd = start_worker(&link->worker);
    if (fd < 0)
        return -1;
    if (socket_init(&link->socket, fd) < 0) {
        close(fd);
        return -1;
    }
    socket_makefile(&link->socket, &link->file);
    return reader_start(&link->reader, &link->file);
}

static void tear_down(struct link *link)
{
    file_close(&link->file);
    socket_close(&link->socket);
    pthread_join(link->reader.thread, NULL); // expect: join-before-wake
    waitpid(link->worker, NULL, 0);
}

int main(void)
{
    static const char request[] = "hello\n";
    struct link link;
    if (set_up(&link) < 0)
        return 1;

    if (socket_send(&link.socket, request, strlen(request)) < 0)
        return 1;
    reader_wait_answer(&link.reader);

    tear_down(&link);
    puts("ended");
    fflush(stdout);
    return 0;
}
