#include "reader.h"

#include "file_object.h"

#include <stdio.h>

static void on_answer(const char *line, void *arg)
{
    struct reader *r = arg;
    printf("worker: %s\n", line);
    fflush(stdout);
    sem_post(&r->answered);
}

static void *reader_main(void *arg)
{
    struct reader *r = arg;
    if (file_read_lines(r->file, on_answer, r) < 0)
        perror("reader");
    return NULL;
}

int reader_start(struct reader *r, struct file_object *file)
{
    r->file = file;
    sem_init(&r->answered, 0, 0);
    return pthread_create(&r->thread, NULL, reader_main, r) == 0 ? 0 : -1;
}

void reader_wait_answer(struct reader *r)
{
    sem_wait(&r->answered);
}
