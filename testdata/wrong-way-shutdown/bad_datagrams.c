/* A receiver of datagrams after SHUT_WR: there is no peer that would answer it by hanging up. */
#include <pthread.h>
#include <stdatomic.h>

#include "../hang.h"

static int syslog_sock = -1;
static atomic_int syslog_stop;
static pthread_t syslog_thread;

static void *syslog_receive(void *unused)
{
    char message[2048];
    (void)unused;
    while (!syslog_stop) {
        if (recvfrom(syslog_sock, message, sizeof message, 0, NULL, NULL) < 0)
            break;
    }
    return NULL;
}

static int syslog_open(void)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    syslog_sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (syslog_sock < 0)
        return -1;
    if (bind(syslog_sock, (struct sockaddr *)&addr, sizeof addr) < 0 ||
        pthread_create(&syslog_thread, NULL, syslog_receive, NULL) != 0) {
        close(syslog_sock);
        return -1;
    }
    return 0;
}

static void syslog_close(void)
{
    syslog_stop = 1;
    shutdown(syslog_sock, SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(syslog_thread, NULL);
    close(syslog_sock);
}

int main(void)
{
    if (syslog_open() < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    syslog_close();
    return teardown_ended();
}
