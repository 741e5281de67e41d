/*
 * What a test program needs to show, by running, that its claim is true.
 *
 * A program counts its descriptors, plays its scenario, and returns expect_leak() or
 * expect_no_leak() from main: exit status 0 when the outcome is what the file's name says.
 */
#ifndef TRUTH_H
#define TRUTH_H

#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

/* The number of open descriptors, plus a constant for the look itself; only differences matter. */
static inline int open_descriptors(void)
{
    DIR *dir = opendir("/proc/self/fd");
    if (dir == NULL)
        return 0;

    int count = 0;
    while (readdir(dir) != NULL)
        count++;
    closedir(dir);
    return count;
}

static inline int expect_leak(int before)
{
    int leaked = open_descriptors() - before;
    printf("leaked %d\n", leaked);
    return leaked > 0 ? 0 : 1;
}

static inline int expect_no_leak(int before)
{
    int leaked = open_descriptors() - before;
    printf("leaked %d\n", leaked);
    return leaked == 0 ? 0 : 1;
}

/* A listener on a free port of the loopback interface, or -1. The caller owns it. */
static inline int listen_on_loopback(void)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (bind(fd, (struct sockaddr *)&addr, sizeof addr) < 0 || listen(fd, 8) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* A connection to that listener, which need not accept it yet, or -1. The caller owns it. */
static inline int connect_to_loopback(int listener)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;
    if (getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return -1;

    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, (struct sockaddr *)&addr, sizeof addr) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

#endif
