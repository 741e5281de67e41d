/* More ways to fail than a summary has cases: that the child ends behind all of them can be seen where it is started. */
// expect: nothing
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct report {
    int at0, at1, at2, at3, at4, at5, at6, at7,
        at8, at9, at10, at11, at12, at13, at14, at15,
        at16, at17, at18, at19, at20, at21, at22, at23;
};

static int step(int n)
{
    return n < 0 ? -1 : 0;
}

static int work(const int *steps, struct report *r)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (step(steps[0]) < 0) {
        r->at0 = 1;
        return -1;
    }
    if (step(steps[1]) < 0) {
        r->at1 = 1;
        return -1;
    }
    if (step(steps[2]) < 0) {
        r->at2 = 1;
        return -1;
    }
    if (step(steps[3]) < 0) {
        r->at3 = 1;
        return -1;
    }
    if (step(steps[4]) < 0) {
        r->at4 = 1;
        return -1;
    }
    if (step(steps[5]) < 0) {
        r->at5 = 1;
        return -1;
    }
    if (step(steps[6]) < 0) {
        r->at6 = 1;
        return -1;
    }
    if (step(steps[7]) < 0) {
        r->at7 = 1;
        return -1;
    }
    if (step(steps[8]) < 0) {
        r->at8 = 1;
        return -1;
    }
    if (step(steps[9]) < 0) {
        r->at9 = 1;
        return -1;
    }
    if (step(steps[10]) < 0) {
        r->at10 = 1;
        return -1;
    }
    if (step(steps[11]) < 0) {
        r->at11 = 1;
        return -1;
    }
    if (step(steps[12]) < 0) {
        r->at12 = 1;
        return -1;
    }
    if (step(steps[13]) < 0) {
        r->at13 = 1;
        return -1;
    }
    if (step(steps[14]) < 0) {
        r->at14 = 1;
        return -1;
    }
    if (step(steps[15]) < 0) {
        r->at15 = 1;
        return -1;
    }
    if (step(steps[16]) < 0) {
        r->at16 = 1;
        return -1;
    }
    if (step(steps[17]) < 0) {
        r->at17 = 1;
        return -1;
    }
    if (step(steps[18]) < 0) {
        r->at18 = 1;
        return -1;
    }
    if (step(steps[19]) < 0) {
        r->at19 = 1;
        return -1;
    }
    if (step(steps[20]) < 0) {
        r->at20 = 1;
        return -1;
    }
    if (step(steps[21]) < 0) {
        r->at21 = 1;
        return -1;
    }
    if (step(steps[22]) < 0) {
        r->at22 = 1;
        return -1;
    }
    if (step(steps[23]) < 0) {
        r->at23 = 1;
        return -1;
    }
    close(fd);
    return 0;
}

int run(const int *steps, struct report *r)
{
    pid_t pid = fork();
    if (pid < 0)
        return -1;
    if (pid == 0) {
        int failed = work(steps, r);
        if (failed < 0)
            perror("work");
        _exit(failed < 0);
    }
    return waitpid(pid, NULL, 0) < 0 ? -1 : 0;
}

int main(void)
{
    struct report report = {0};
    int steps[24] = {0};
    steps[20] = -1;
    return run(steps, &report) < 0;
}
