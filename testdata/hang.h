/*
 * What a program about a teardown needs to show, by running, that its claim is true.
 *
 *     conn_start(&c);
 *     wait_until_blocked();
 *     expect_hang();
 *     conn_stop(&c);
 *     return teardown_ended();
 *
 * After expect_hang() the exit status is 0 when the teardown has not ended a second later and a
 * thread that was blocked before is still in the very same system call; after expect_unrest(), when
 * it has not ended and no thread is where it was; after expect_end() it is 0 when the teardown ends.
 */
#ifndef HANG_H
#define HANG_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "truth.h"

enum {
    HANG_SECONDS = 1, /* a teardown that works takes microseconds */
    END_SECONDS = 4,
    SLEEPERS_MAX = 16,
};

/* A thread that sleeps, and its system call with arguments, stack and place. */
struct sleeper {
    int pid;
    int tid;
    char call[200];
};

static struct sleeper sleepers[SLEEPERS_MAX];
static int sleeper_count;
static int hang_expected;
static int unrest_expected;

/* Reads a file of /proc about a thread; there is nothing in it when the thread is gone. */
static inline void read_thread_file(const struct sleeper *s, const char *name, char *buf,
                                    size_t size)
{
    char path[96];
    snprintf(path, sizeof path, "/proc/%d/task/%d/%s", s->pid, s->tid, name);

    ssize_t n = 0;
    int fd = open(path, O_RDONLY);
    if (fd >= 0) {
        n = read(fd, buf, size - 1);
        close(fd);
    }
    buf[n > 0 ? n : 0] = '\0';
}

/* Whether the thread sleeps in a system call, which is noted in it. */
static inline int look_at_thread(struct sleeper *s)
{
    char stat[512];
    read_thread_file(s, "stat", stat, sizeof stat);
    const char *state = strrchr(stat, ')');
    if (state == NULL || strncmp(state, ") S", 3) != 0)
        return 0;

    read_thread_file(s, "syscall", s->call, sizeof s->call);
    return strncmp(s->call, "running", 7) != 0;
}

/* Notes all threads of the process but this one. Returns whether they sleep where they slept. */
static inline int threads_sleep_on(int pid)
{
    char path[32];
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *dir = opendir(path);
    if (dir == NULL)
        return 0;

    int same = 1, count = 0;
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL && count < SLEEPERS_MAX) {
        struct sleeper now = {.pid = pid, .tid = atoi(entry->d_name)};
        if (now.tid == 0 || now.tid == gettid())
            continue;
        struct sleeper *before = &sleepers[count++];
        if (!look_at_thread(&now) || now.tid != before->tid || strcmp(now.call, before->call) != 0)
            same = 0;
        *before = now;
    }
    closedir(dir);
    sleeper_count = count;
    return same;
}

/* Waits until all threads of the process but this one sleep, and go on sleeping where they are. */
static inline void wait_until_process_blocked(int pid)
{
    const struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
    for (int looks = 0; looks < 4;) {
        nanosleep(&pause, NULL);
        looks = threads_sleep_on(pid) ? looks + 1 : 0;
    }
}

static inline void wait_until_blocked(void)
{
    wait_until_process_blocked(getpid());
}

/*
 * Whether one of the threads that were blocked still is, in the same call. It is looked for during
 * a second: a call with a timeout can be between two turns of its loop just then, and where the
 * processors are busy a thread that was woken for nothing comes back to its sleep late.
 */
static inline int is_still_blocked(void)
{
    const struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
    for (int looks = 0; looks < 100; looks++) {
        for (int i = 0; i < sleeper_count; i++) {
            struct sleeper now = sleepers[i];
            if (look_at_thread(&now) && strcmp(now.call, sleepers[i].call) == 0)
                return 1;
        }
        nanosleep(&pause, NULL);
    }
    return 0;
}

static inline void time_is_up(int signal_number)
{
    static const char hangs[] = "the teardown hangs\n";
    static const char alone[] = "the teardown hangs, but no thread is blocked as it was\n";
    int blocked = is_still_blocked();
    (void)signal_number;

    if (write(STDOUT_FILENO, blocked ? hangs : alone, strlen(blocked ? hangs : alone)) < 0)
        _exit(1);
    _exit(hang_expected && blocked != unrest_expected ? 0 : 1);
}

static inline void expect_hang(void)
{
    hang_expected = 1;
    signal(SIGALRM, time_is_up);
    alarm(HANG_SECONDS);
}

static inline void expect_unrest(void)
{
    unrest_expected = 1;
    expect_hang();
}

static inline void expect_end(void)
{
    hang_expected = 0;
    signal(SIGALRM, time_is_up);
    alarm(END_SECONDS);
}

/* The exit status of a program that comes to its end. */
static inline int teardown_ended(void)
{
    alarm(0);
    puts("the teardown ended");
    return hang_expected ? 1 : 0;
}

#endif
