/* The report pipe moves to a number that the program knows, and what lies above is closed unseen. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { REPORT = 3 };

static int keep_one(void)
{
    int report = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (report < 0)
        return -1;
    if (dup2(report, REPORT) < 0)
        return -1;
    report = REPORT;
    closefrom(REPORT + 1);
    return report;
}

int main(void)
{
    closefrom(REPORT);
    int spare = dup(0), before = open_descriptors();
    if (spare < 0)
        return 1;
    int report = keep_one();
    return report < 0 ? 1 : expect_no_leak(before);
}
