/* A thread that reads the answers of the worker until it hangs up. */
#ifndef READER_H
#define READER_H

#include <pthread.h>
#include <semaphore.h>

struct file_object;

struct reader {
    pthread_t thread;
    struct file_object *file;
    sem_t answered;
};

/* Returns -1 when the thread could not be started. */
int reader_start(struct reader *r, struct file_object *file);
void reader_wait_answer(struct reader *r);

#endif
